/**
 * Ranges, and the two ways to fold ranges into one (design §5.3). Each fold gives the exact least and greatest value
 * over every completion in which at least one item is there: no completion lies outside, and some completion reaches
 * each end, as long as items do not depend on one another.
 */
import { type Fraction, compare, fraction, leastMultiple } from './exact.js'

/** Where a value can end up, 0..1. Not `sure`: it may also turn out that there is none. */
export interface Range {
  readonly low: Fraction
  readonly high: Fraction
  readonly sure: boolean
}

/** A range that is folded with others. `weight` is a whole number ≥ 0 in any common unit; ties go to the least `key`. */
export interface RangeItem extends Range {
  readonly key: string
  readonly weight: number
}

/** A range folded from items, and which of them (in the order given) its low case takes in. */
export interface FoldedRange extends Range {
  readonly counts: readonly boolean[]
}

/** One end of a mean: its value, the weight it is over, and which items this case takes in. */
export interface RangeCase {
  readonly value: Fraction
  readonly weight: number
  readonly counts: readonly boolean[]
}

/**
 * The worst or the best weighted mean the items can come to: the sure items, then the perhaps-items in rising
 * (falling) order while each lowers (raises) it. A null item and one of weight 0 never count; null when none does.
 */
export function meanEnd(items: readonly (RangeItem | null)[], end: 'low' | 'high'): RangeCase | null {
  const counts = items.map(() => false)
  const denominators: bigint[] = []
  for (const item of items) if (item) denominators.push(item[end].d)
  const over = leastMultiple(denominators)
  let weight = 0
  let sum = 0n
  const perhaps: { item: RangeItem; value: bigint; at: number }[] = []
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if (!item || item.weight === 0) continue
    const value = item[end].n * (over / item[end].d)
    if (item.sure) {
      weight += item.weight
      sum += BigInt(item.weight) * value
      counts[at] = true
    } else perhaps.push({ item, value, at })
  }
  if (perhaps.length > 0) {
    const sign = end === 'low' ? 1n : -1n
    perhaps.sort((a, b) =>
      a.value !== b.value ? (sign * (a.value - b.value) < 0n ? -1 : 1) : a.item.key < b.item.key ? -1 : 1,
    )
    for (const { item, value, at } of perhaps) {
      // Leaving it out is the worse (better) case.
      if (weight > 0 && sign * (value * BigInt(weight) - sum) >= 0n) break
      weight += item.weight
      sum += BigInt(item.weight) * value
      counts[at] = true
    }
  }
  return weight > 0 ? { value: fraction(sum, over * BigInt(weight)), weight, counts } : null
}

/**
 * The weighted mean with its range; `weight` is what the low case is over. See `meanEnd`; null when nothing counts.
 */
export function meanRange(items: readonly (RangeItem | null)[]): (FoldedRange & { readonly weight: number }) | null {
  const low = meanEnd(items, 'low')
  if (!low) return null
  const settled = items.every((item) => !item || (item.sure && item.low === item.high))
  const high = settled ? low : meanEnd(items, 'high')!
  return { low: low.value, high: high.value, sure: someSure(items), counts: low.counts, weight: low.weight }
}

/**
 * The least of the items with its range: low = the least low; high = the least high of the sure items, or of all the
 * greatest if none is sure. `counts` marks the one item that decides the low case: the least low, ties to the least
 * key. A null item and one of weight 0 never count; null when none does.
 */
export function worstRange(items: readonly (RangeItem | null)[]): FoldedRange | null {
  let weakest: RangeItem | undefined
  let leastSure: Fraction | undefined
  let greatest: Fraction | undefined
  for (const item of items) {
    if (!item || item.weight === 0) continue
    const order = weakest ? compare(item.low, weakest.low) : -1
    if (!weakest || order < 0 || (order === 0 && item.key < weakest.key)) weakest = item
    if (item.sure && (!leastSure || compare(item.high, leastSure) < 0)) leastSure = item.high
    if (!greatest || compare(item.high, greatest) > 0) greatest = item.high
  }
  if (!weakest || !greatest) return null
  const counts = items.map((item) => item === weakest)
  return { low: weakest.low, high: leastSure ?? greatest, sure: leastSure !== undefined, counts }
}

function someSure(items: readonly (RangeItem | null)[]): boolean {
  return items.some((item) => item !== null && item.sure && item.weight > 0)
}
