/** The scoring models. To add one: a file beside this one and a line here; the property tests take it from the table. */
import type { Fraction } from '../exact.js'
import type { Result } from '../result.js'
import type { Tree } from '../tree.js'
import { absolute } from './absolute.js'
import { flatUnweighted } from './flat-unweighted.js'
import { flat } from './flat.js'
import { levels } from './levels.js'
import type { Model, ModelId, Params } from './model.js'
import { weighted } from './weighted.js'

export const models = {
  weighted,
  flat,
  'flat-unweighted': flatUnweighted,
  absolute,
  levels,
} as const satisfies Record<ModelId, Model>

/** The score of a tree, 0..1, with its range and ledger; null when nothing in it is scored. */
export function score(model: ModelId, tree: Tree, params: Params = {}): Result | null {
  return models[model].score(tree, params)
}

/** The low of `score` alone, at a fraction of its cost: for evidenced and strict, whose trees have other lows. */
export function lowOf(model: ModelId, tree: Tree, params: Params = {}): Fraction | null {
  return models[model].low(tree, params)
}
