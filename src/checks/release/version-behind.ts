import { digestOf } from '../../documents/digest.js'
import { found, type Draft, under } from '../../ruleset/draft.js'
import type { Ruleset } from '../../ruleset/ruleset.js'
import { ownAsked, type ReleaseCheck } from './release.js'

/** A change that the version does not tell: more to ask needs the middle number, other words at least the last. */
export const versionBehind: ReleaseCheck = (release) => {
  const { before, now } = release
  const [old, is] = [before.ruleset.version, now.ruleset.version]
  const [major, minor, patch] = partsOf(old)
  const named = namesIn(before.ruleset)
  const renamed = new Set([...named].map((id) => release.fateOf(id).id))
  const added = [...namesIn(now.ruleset)].filter((id) => !named.has(id) && !renamed.has(id))
  const changed = writingOf(before.draft) !== writingOf(now.draft)
  const at = under({ file: now.draft.questionnaire.source.file, path: [] }, 'version')
  const say = (needs: 'minor' | 'patch', id: string, needed: string) => [
    found('check/version-behind', { needs, id, old, now: is, needed }, at),
  ]
  const more = `${major}.${minor + 1}.0`
  if (added.length > 0 && isBefore(is, more)) return say('minor', added.join(', '), more)
  const next = `${major}.${minor}.${patch + 1}`
  return (changed ? isBefore(is, next) : isBefore(is, old)) ? say('patch', '', changed ? next : old) : []
}

/** Everything an addition to which is more than words: what can be asked, chosen, decided, and what caps. */
function namesIn(ruleset: Ruleset): Set<string> {
  return new Set([
    ...ownAsked(ruleset).flatMap((it) => [it.id, ...it.options.map((option) => `${it.id}/${option.id}`)]),
    ...[...ruleset.values.values()].flatMap((it) =>
      it.kind === 'determination' ? [it.id, ...it.rules.map((rule) => `${it.id}/${rule.id}`)] : [],
    ),
    ...ruleset.gates.map((it) => it.id),
  ])
}

/** What its own files say, the version apart. */
function writingOf({ questionnaire, translations }: Draft): string {
  const { version: _, ...value } = questionnaire.value
  return digestOf({
    value,
    translations: Object.fromEntries([...translations].map(([key, it]) => [key, it.own?.value ?? {}])),
  })
}

const partsOf = (version: string): [number, number, number] =>
  version.split('.').map(Number) as [number, number, number]

function isBefore(version: string, other: string): boolean {
  const [left, right] = [partsOf(version), partsOf(other)]
  const differs = left.findIndex((it, i) => it !== right[i])
  return differs !== -1 && left[differs]! < right[differs]!
}
