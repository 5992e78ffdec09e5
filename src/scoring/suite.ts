/** A suite: several rulesets with weights. Its score is the weighted mean of its parts, each exactly what it is alone. */
import { type Fraction, ZERO, fraction, multiply } from './exact.js'
import { wholeWeight } from './leaves.js'
import { type Range, type RangeItem, meanRange } from './range.js'
import type { LedgerLine, Result } from './result.js'

/** A ruleset in a suite; `weight` as for a branch, `result` null when nothing of it is scored: it drops out. */
export interface SuitePart {
  readonly key: string
  readonly weight: number
  readonly result: Result | null
}

/** A part as it stands in the suite. `share` of the low case, 0..1; the shares add up to 1. 0: it does not count. */
export interface SuitePartScore {
  readonly key: string
  readonly range: Range | null
  readonly share: Fraction
}

/**
 * A suite's score. `ledger` is that of its parts, scaled to their shares, and adds up like theirs; it is empty when a
 * part that counts has none (`absolute`, `levels`).
 */
export interface SuiteResult extends Range {
  readonly parts: readonly SuitePartScore[]
  readonly ledger: readonly (LedgerLine & { readonly part: string })[]
}

/** The score of a suite; null when no part is scored. A bad weight gets a RangeError that names the part. */
export function scoreSuite(parts: readonly SuitePart[]): SuiteResult | null {
  const items = parts.map((part): RangeItem | null => {
    const { key, result } = part
    const weight = wholeWeight(part)
    return result && { key, weight, low: result.low, high: result.high, sure: result.sure }
  })
  const mean = meanRange(items)
  if (!mean) return null
  const { low, high, sure } = mean
  const scores = parts.map(({ key, result }, i): SuitePartScore => {
    const range = result && { low: result.low, high: result.high, sure: result.sure }
    return { key, range, share: mean.counts[i] ? fraction(items[i]!.weight, mean.weight) : ZERO }
  })
  const additive = parts.every(({ result }, i) => !mean.counts[i] || result!.ledger.length > 0)
  return {
    low,
    high,
    sure,
    parts: scores,
    ledger: additive ? parts.flatMap((part, i) => scaled(part, scores[i]!.share)) : [],
  }
}

function scaled({ key, result }: SuitePart, share: Fraction) {
  return (result?.ledger ?? []).map((line) => ({
    ...line,
    part: key,
    contribution: multiply(line.contribution, share),
    loss: multiply(line.loss, share),
    counts: line.counts && share.n > 0n,
  }))
}
