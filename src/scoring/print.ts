/**
 * Exact values as people and files see them. A score is rounded once, here, from the exact value: never round what was
 * rounded before.
 */
import { type Fraction, ONE, compare } from './exact.js'
import type { LedgerLine } from './result.js'

/**
 * Points of 0–100 with one decimal, half away from zero; below 100 it is never 100, above 0 never 0 (design §5.11).
 * Differences may be below 0 and round alike.
 */
export function toPoints1(value: Fraction): number {
  return rounded(value, 1000n) / 10
}

/** Whole thousandths of a point of 0–100, 0..100000, rounded by the same rules as `toPoints1`. */
export function toThousandths(value: Fraction): number {
  return rounded(value, THOUSANDTHS)
}

const THOUSANDTHS = 100_000n

function rounded({ n, d }: Fraction, unitsOfOne: bigint): number {
  if (n < 0n) return -rounded({ n: -n, d }, unitsOfOne)
  const units = (2n * n * unitsOfOne + d) / (2n * d)
  if (n > 0n && units === 0n) return 1
  if (n < d && units === unitsOfOne) return Number(unitsOfOne) - 1
  return Number(units)
}

/** A part of a whole; `key` settles ties, so it is unique among the parts. */
export interface Part {
  readonly key: string
  readonly value: Fraction
}

/**
 * Whole thousandths of a point for each part, in the order given, that add up to `total`: each part rounded down, and
 * what is then missing given one by one to the greatest remainders (ties: the least key). `total` is the sum of the
 * parts rounded to a neighbouring whole number; any other total gets a RangeError.
 */
export function shareOut(parts: readonly Part[], total: number): number[] {
  const shares = parts.map(({ key, value: { n, d } }, at) => {
    const units = n * THOUSANDTHS
    return { key, at, down: Number(units / d), rest: { n: units % d, d } }
  })
  const result = shares.map((share) => share.down)
  let missing = result.reduce((rest, down) => rest - down, total)
  const open = shares.filter((share) => share.rest.n > 0n)
  if (missing < 0 || missing > open.length) {
    throw new RangeError(`the parts come to about ${total - missing} thousandths, not to ${total}`)
  }
  if (missing > 0) open.sort((a, b) => compare(b.rest, a.rest) || (a.key < b.key ? -1 : 1))
  for (const { at } of open) {
    if (missing-- <= 0) break
    result[at]! += 1
  }
  return result
}

/** A ledger line in whole thousandths of a point. */
export interface PrintedLine {
  readonly contribution: number
  readonly loss: number
  readonly entryLoss: number
}

/**
 * The lines of a ledger in whole thousandths of a point, in their order: contributions add up to the printed low and
 * losses to 100 points less it. `low` is that of the result the ledger belongs to. An entry loss is rounded by itself.
 */
export function printLedger(ledger: readonly LedgerLine[], low: Fraction): PrintedLine[] {
  const total = toThousandths(low)
  const parts = (which: 'contribution' | 'loss') =>
    ledger.map((line) => ({ key: `${line.branch} ${line.twig} ${line.leaf}`, value: line[which] }))
  const contributions = shareOut(parts('contribution'), total)
  // 1 − low has the same neighbours as low, so the rest of 100 points is one of them.
  const losses = shareOut(parts('loss'), toThousandths(ONE) - total)
  return ledger.map((line, i) => ({
    contribution: contributions[i]!,
    loss: losses[i]!,
    entryLoss: toThousandths(line.entryLoss),
  }))
}
