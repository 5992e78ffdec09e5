import type { Finding } from '../../diagnostics/diagnostic.js'
import { allComparisons, type Draft, found, under } from '../draft.js'

/** A gate on a question holds for less, never for more: under `not`, a better answer could trip it. */
export function gates(draft: Draft): Finding[] {
  return allComparisons(draft)
    .filter(({ it, where, negated }) => where === 'gate' && it.question !== undefined && negated)
    .map(({ it, owner, ...at }) =>
      found('ruleset/gate-not-downward', { gate: owner, question: it.question! }, under(at, 'question')),
    )
}
