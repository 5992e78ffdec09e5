/**
 * The mean of leaves, in plain whole numbers: weights and attainments are thousandths, and sums of their products stay
 * far below 2^53 (10^9 × 10^3 × thousands of leaves). Everything above leaves is `range.ts`, in fractions.
 */
import { fraction, thousandths } from './exact.js'
import type { Range } from './range.js'
import type { Leaf, Twig } from './tree.js'

/** A leaf in whole thousandths: weight 0..10^9, low and high 0..1000. */
export interface WholeLeaf {
  readonly key: string
  readonly weight: number
  readonly low: number
  readonly high: number
  readonly sure: boolean
}

/**
 * One end of a mean: `sum` ÷ (1000 × `weight`), `sum` in thousandths × thousandths and `weight` in thousandths, and
 * which leaves (in the order given) this case takes in.
 */
export interface MeanCase {
  readonly sum: number
  readonly weight: number
  readonly counts: readonly boolean[]
}

/** Both ends of a mean of leaves. */
export interface LeafMean extends Range {
  readonly lowCase: MeanCase
  readonly highCase: MeanCase
}

/** Far above need, far below where plain whole numbers end. */
const GREATEST_WEIGHT = 1_000_000

/** The weight of anything that has one, in whole thousandths; one that is none gets a RangeError that names its key. */
export function wholeWeight({ key, weight }: { readonly key: string; readonly weight: number }): number {
  return thousandths(weight, GREATEST_WEIGHT, key)
}

/** The leaf in whole thousandths. A number that is none of `Leaf`'s, or low above high, gets a RangeError. */
export function wholeLeaf(leaf: Leaf): WholeLeaf {
  const { key, sure } = leaf
  const weight = wholeWeight(leaf)
  const low = thousandths(leaf.low, 1, key)
  const high = leaf.high === leaf.low ? low : thousandths(leaf.high, 1, key)
  if (low > high) throw new RangeError(`${key}: low ${leaf.low} is above high ${leaf.high}`)
  return { key, weight, low, high, sure }
}

/**
 * The worst or the best mean the leaves can come to: the sure ones, then the perhaps ones in rising (falling) order
 * while each lowers (raises) it. A leaf left out is one whose absence is the worse (better) case. Leaves of weight 0
 * never count; null when no leaf does.
 */
export function meanCase(leaves: readonly WholeLeaf[], end: 'low' | 'high'): MeanCase | null {
  let weight = 0
  let sum = 0
  const counts: boolean[] = []
  const perhaps: number[] = []
  // Indexed, not entries(): this is the innermost loop of all scoring, and twice as fast so.
  for (let i = 0; i < leaves.length; i++) {
    const leaf = leaves[i]!
    const counted = leaf.sure && leaf.weight > 0
    counts.push(counted)
    if (counted) {
      weight += leaf.weight
      sum += leaf.weight * leaf[end]
    } else if (leaf.weight > 0) perhaps.push(i)
  }
  if (perhaps.length > 0) {
    const sign = end === 'low' ? 1 : -1
    perhaps.sort((i, j) => {
      const [a, b] = [leaves[i]!, leaves[j]!]
      return sign * (a[end] - b[end]) || (a.key < b.key ? -1 : 1)
    })
    for (const i of perhaps) {
      const leaf = leaves[i]!
      if (weight > 0 && sign * (leaf[end] * weight - sum) >= 0) break
      weight += leaf.weight
      sum += leaf.weight * leaf[end]
      counts[i] = true
    }
  }
  return weight > 0 ? { sum, weight, counts } : null
}

/** The leaves of a twig for models that do not fold twigs: a leaf of a perhaps-twig is itself a perhaps. */
export function wholeLeaves<L extends WholeLeaf>(twig: Twig, whole: (leaf: Leaf) => L): L[] {
  const leaves = twig.leaves.map(whole)
  return twig.perhaps === true ? leaves.map((leaf) => ({ ...leaf, sure: false })) : leaves
}

/** The mean of leaves with its range; null when no leaf has a weight. See `meanCase`. */
export function leafMean(leaves: readonly WholeLeaf[]): LeafMean | null {
  const lowCase = meanCase(leaves, 'low')
  if (!lowCase) return null
  const sure = leaves.some((leaf) => leaf.sure && leaf.weight > 0)
  const low = valueOf(lowCase)
  // Most leaves are answered and sure: then there is one case, and half the work.
  if (leaves.every((leaf) => leaf.sure && leaf.low === leaf.high)) {
    return { low, high: low, sure, lowCase, highCase: lowCase }
  }
  const highCase = meanCase(leaves, 'high')!
  return { low, high: valueOf(highCase), sure, lowCase, highCase }
}

/** The mean itself, 0..1. */
export function valueOf({ sum, weight }: MeanCase) {
  return fraction(sum, 1000 * weight)
}
