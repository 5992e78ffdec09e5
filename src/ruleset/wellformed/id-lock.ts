import type { Finding } from '../../diagnostics/diagnostic.js'
import { type Draft, found, under } from '../draft.js'
import { lockOf } from '../lock.js'

/** An id stands for one thing for ever: `ids.lock` remembers what, also after the thing is gone. */
export function idLock(draft: Draft): Finding[] {
  if (!draft.lock) return []
  const locked = draft.lock.value
  // What another house adds to its common files is not for this one to write down at once.
  const root = rootOf(draft.questionnaire.source.file)
  return lockOf(draft).flatMap(({ id, meaning, at }) => {
    const was = Object.hasOwn(locked, id) ? locked[id] : undefined
    if (was === undefined)
      return rootOf(at.file) === root ? [found('ruleset/id-not-locked', { id }, under(at, 'id'))] : []
    return was === meaning ? [] : [found('ruleset/id-reused', { id, was, now: meaning }, under(at, 'id'))]
  })
}

/** The folder of rulesets that a file belongs to. */
const rootOf = (file: string): string => file.split('/').slice(0, -2).join('/')
