import type { Finding } from '../../diagnostics/diagnostic.js'
import { allComparisons, type Draft, found, under } from '../draft.js'

/**
 * A `when` never names a scored question: hiding questions behind a "no" would pay firms for saying no. What only makes
 * sense after another question is a follow-up.
 */
export function scoredConditions(draft: Draft): Finding[] {
  return allComparisons(draft)
    .filter(({ it, where }) => where === 'when' && it.question !== undefined)
    .map(({ it, ...at }) =>
      found('ruleset/condition-names-question', { question: it.question! }, under(at, 'question')),
    )
}
