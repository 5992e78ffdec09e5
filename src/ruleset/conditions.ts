/** What a normalised condition is made of. */
import type { Condition } from './ruleset.js'

/** A condition without parts. */
export type Comparison = Exclude<Condition, { readonly of: unknown }>

/** Every comparison of a condition, joins opened. */
export function* comparisonsOf(condition: Condition | undefined): Generator<Comparison> {
  if (!condition) return
  if (!('of' in condition)) yield condition
  else if (condition.kind === 'not') yield* comparisonsOf(condition.of)
  else for (const part of condition.of) yield* comparisonsOf(part)
}

/** The value or question that a comparison is about. */
export const subjectOf = (comparison: Comparison): string =>
  'fact' in comparison
    ? comparison.fact
    : 'determination' in comparison
      ? comparison.determination
      : comparison.question
