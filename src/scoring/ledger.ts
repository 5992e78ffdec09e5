/** Who earns and who loses what in the low case (design §5.8): whole numbers over one common denominator. */
import { type Fraction, ZERO, leastMultiple } from './exact.js'
import type { MeanCase, WholeLeaf } from './leaves.js'
import type { LedgerLine } from './result.js'

/**
 * The part of the low case that lies in one twig: each of its leaves that counts has the share
 * `weight × up ÷ (down × whole)` of the score, `whole` being common to all portions. All are whole numbers, down > 0.
 * `counts` is null when none counts. `own` is the low case of the twig taken alone; null when nothing of it is scored.
 */
export interface Portion {
  readonly branch: string
  readonly twig: string
  readonly leaves: readonly WholeLeaf[]
  readonly counts: readonly boolean[] | null
  readonly own: MeanCase | null
  readonly up: number
  readonly down: number
}

/**
 * The portion of the entries that may still come, where they decide the low case of a branch: it is lost whole.
 * See `LedgerLine` for how it reads.
 */
export function portionStillToCome(branch: string, up: number): Portion {
  const leaves = [{ key: '', weight: 1, low: 0, high: 1000, sure: false }]
  const counts = [true]
  return { branch, twig: '', leaves, counts, own: { sum: 0, weight: 1, counts }, up, down: 1 }
}

/** The lines of all leaves, in the order given. */
export function ledgerOf(portions: readonly Portion[], whole: number): LedgerLine[] {
  const over = leastMultiple(portions.map((portion) => BigInt(portion.down)))
  const d = over * BigInt(whole) * 1000n
  const lines: LedgerLine[] = []
  for (const { branch, twig, leaves, counts, own, up, down } of portions) {
    const share = sharesOf(BigInt(up) * (over / BigInt(down)), d)
    const ownShare = sharesOf(1n, own ? BigInt(own.weight) * 1000n : 1n)
    for (let i = 0; i < leaves.length; i++) {
      const leaf = leaves[i]!
      const earned = leaf.weight * leaf.low
      const missed = leaf.weight * (1000 - leaf.low)
      const counted = counts !== null && counts[i] === true
      lines.push({
        branch,
        twig,
        leaf: leaf.key,
        contribution: counted && earned > 0 ? share(earned) : ZERO,
        loss: counted && missed > 0 ? share(missed) : ZERO,
        entryLoss: own !== null && own.counts[i] && missed > 0 ? ownShare(missed) : ZERO,
        counts: counted,
      })
    }
  }
  return lines
}

/** `each × part ÷ d`, each made once: weights and attainments are few, so most lines share theirs with others. */
function sharesOf(each: bigint, d: bigint): (part: number) => Fraction {
  const known = new Map<number, Fraction>()
  return (part) => {
    let share = known.get(part)
    if (!share) known.set(part, (share = { n: each * BigInt(part), d }))
    return share
  }
}
