/** What a scoring model is. */
import type { Fraction } from '../exact.js'
import type { Result } from '../result.js'
import type { Tree } from '../tree.js'

export type ModelId = 'weighted' | 'flat' | 'flat-unweighted' | 'absolute' | 'levels'

/**
 * What `levels` needs and the others do not read. `met` (above 0, up to 1): the attainment from which a leaf is met.
 * `highest` (a whole number from 1): the highest level there is, in the ruleset and not only in the tree: else a leaf
 * that turns out not to be there would move the yardstick.
 */
export interface Params {
  readonly met?: number
  readonly highest?: number
}

export interface Model {
  /** The score of a tree; null when nothing in it is scored. Bad numbers in the tree get a RangeError. */
  score(tree: Tree, params: Params): Result | null
  /** The low of `score`, and nothing else: no range, no ledger. */
  low(tree: Tree, params: Params): Fraction | null
}

/**
 * Every model but `weighted` scores the firm as a whole: the loader lets no `forEach` section into such a ruleset. A
 * branch that may still grow is therefore our own fault, not the firm's: RangeError.
 */
export function refuseMore(model: ModelId, tree: Tree): void {
  const open = tree.branches.find((branch) => branch.more)
  if (open) throw new RangeError(`model ${model}: branch ${open.key} cannot have further entries`)
}
