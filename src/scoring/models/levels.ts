/**
 * `levels`: as C2M2. A branch reaches level k when every leaf of levels 1 to k is met and there is one; the tree
 * reaches the lowest level of its branches. The value is level ÷ highest level; weights say only whether a leaf or
 * branch is scored at all (not 0).
 *
 * A level at which a branch has no leaf of its own or below is not reached by itself, and does not stop the branch
 * either: with its first leaves at level 2, all met, it reaches the highest level; none met, 0.
 */
import { type Fraction, fraction, thousandths } from '../exact.js'
import { type WholeLeaf, wholeLeaf, wholeLeaves, wholeWeight } from '../leaves.js'
import { type Range, worstRange } from '../range.js'
import type { Result } from '../result.js'
import type { Leaf, Tree } from '../tree.js'
import { type Model, type Params, refuseMore } from './model.js'

export const levels: Model = {
  score(tree, params) {
    refuseMore('levels', tree)
    return reach(tree, metFrom(params), highestFrom(params), levelOf)
  },
  low: (tree, params) => levels.score(tree, params)?.low ?? null,
}

/** Level numbers: the least and the greatest that can be reached. */
interface Reach {
  readonly low: number
  readonly high: number
  readonly sure: boolean
}

interface Rung extends WholeLeaf {
  readonly level: number
}

/**
 * Scores a tree by levels: a leaf is met from `met` thousandths on. Null when nothing is scored. Points are level
 * numbers, of the highest level. A leaf whose level is no whole number from 1 to `highest` gets a RangeError.
 */
export function reach(tree: Tree, met: number, highest: number, levelOf: (leaf: Leaf) => number): Result | null {
  const rungs = tree.branches.map((branch) =>
    branch.twigs.map((twig) =>
      wholeLeaves(twig, (leaf): Rung => rung(leaf, levelOf(leaf), highest)).filter((leaf) => leaf.weight > 0),
    ),
  )
  const rangeOf = (of: readonly Rung[]): Range | null => {
    const { low, high, sure } = reachOf(of, met, highest)
    return of.length > 0 ? { low: fraction(low, highest), high: fraction(high, highest), sure } : null
  }
  const branches = tree.branches.map((branch, b) => {
    const range = rangeOf(rungs[b]!.flat())
    if (!range) return null
    const twigs = branch.twigs.map(({ key }, t) => ({ key, range: rangeOf(rungs[b]![t]!), weakest: false }))
    return { key: branch.key, ...range, twigs }
  })
  const weights = tree.branches.map(wholeWeight)
  const lowest = worstRange(branches.map((branch, b) => branch && { ...branch, weight: weights[b]! }))
  if (!lowest) return null
  const { low, high, sure } = lowest
  const points = { low: numberOf(low, highest), high: numberOf(high, highest), maximum: highest, highMaximum: highest }
  return { low, high, sure, points, branches, ledger: [] }
}

/**
 * The levels that rungs can reach. Lowest case: whatever may be missed is missed, and no perhaps-rung below it is
 * there to carry. Highest case: a rung is missed only if it surely is there and surely missed, and any that may be met
 * carries. A level is carried by a rung at it or below.
 */
function reachOf(rungs: readonly Rung[], met: number, highest: number): Reach {
  const least = (which: (rung: Rung) => boolean) =>
    rungs.reduce((level, rung) => (which(rung) && rung.level < level ? rung.level : level), Infinity)
  const mayMiss = least((rung) => rung.low < met)
  const surelyCarries = least((rung) => rung.sure)
  const surelyMissed = least((rung) => rung.sure && rung.high < met)
  const mayCarry = least((rung) => rung.high >= met)
  // With nothing that may be missed, whatever turns out to be there is met.
  const low = mayMiss === Infinity ? highest : surelyCarries < mayMiss ? mayMiss - 1 : 0
  const high = mayCarry < surelyMissed ? surelyMissed - 1 : 0
  return { low, high: Math.min(high, highest), sure: surelyCarries < Infinity }
}

function numberOf(value: Fraction, highest: number): number {
  return Number((value.n * BigInt(highest)) / value.d)
}

function metFrom(params: Params): number {
  const met = thousandths(params.met ?? NaN, 1, 'levels: met')
  // From 0 on everything would be met: the worst answers would reach the highest level.
  if (met === 0) throw new RangeError('levels: met must be above 0')
  return met
}

function highestFrom({ highest = NaN }: Params): number {
  if (Number.isInteger(highest) && highest >= 1) return highest
  throw new RangeError(`levels: highest ${highest} is not a whole number from 1`)
}

function levelOf({ level = 1 }: Leaf): number {
  return level
}

function rung(leaf: Leaf, level: number, highest: number): Rung {
  if (Number.isInteger(level) && level >= 1 && level <= highest) return { ...wholeLeaf(leaf), level }
  throw new RangeError(`${leaf.key}: level ${level} is not a whole number from 1 to ${highest}`)
}
