import { askedIn } from '../../ruleset/asked.js'
import { found, under } from '../../ruleset/draft.js'
import { lockOf } from '../../ruleset/lock.js'
import { ownAsked, type ReleaseCheck } from './release.js'

/** What firms have answered and nobody asks any more, or what its id now stands for something else. */
export const removedIds: ReleaseCheck = (release) => {
  const { before, now } = release
  const asked = askedIn(now.ruleset)
  const inventories = new Set(
    [now.ruleset, ...now.ruleset.parts.map((it) => it.ruleset)].flatMap((it) => [...it.inventories.keys()]),
  )
  const there = (id: string | undefined): boolean => id !== undefined && (asked.has(id) || inventories.has(id))
  const all = [...ownAsked(before.ruleset).map((it) => it.id), ...before.ruleset.inventories.keys()]
  const gone = all.filter((id) => {
    const fate = release.fateOf(id)
    return fate.id === undefined ? !release.major : !there(fate.id)
  })
  const meanings = new Map(lockOf(before.draft).map(({ id, meaning }) => [id, meaning]))
  const reused = lockOf(now.draft).flatMap(({ id, meaning, at }) => {
    const was = meanings.get(id)
    return was === undefined || was === meaning
      ? []
      : [found('ruleset/id-reused', { id, was, now: meaning }, under(at, 'id'))]
  })
  return [...gone.map((id) => release.broken('check/id-removed', { id }, release.placeOf(undefined))), ...reused]
}
