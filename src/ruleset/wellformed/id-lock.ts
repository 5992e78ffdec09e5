import type { Finding } from '../../diagnostics/diagnostic.js'
import { type Draft, found, under } from '../draft.js'
import { lockOf } from '../lock.js'

/** An id stands for one thing for ever: `ids.lock` remembers what, also after the thing is gone. */
export function idLock(draft: Draft): Finding[] {
  if (!draft.lock) return []
  const locked = draft.lock.value
  return lockOf(draft).flatMap(({ id, meaning, at }) => {
    const was = Object.hasOwn(locked, id) ? locked[id] : undefined
    if (was === undefined) return [found('ruleset/id-not-locked', { id }, under(at, 'id'))]
    return was === meaning ? [] : [found('ruleset/id-reused', { id, was, now: meaning }, under(at, 'id'))]
  })
}
