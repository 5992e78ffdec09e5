/**
 * What scoring works on: a tree of weights and attainments. It knows nothing of questionnaires, answers or conditions;
 * whoever builds it has already decided what is asked, what is open and what is only perhaps there.
 *
 * `sure: false` on a leaf means it may turn out not to be there at all. A twig is there when one of its leaves is, a
 * branch when one of its twigs is.
 */

/**
 * One thing that attains something: a question of an entry.
 *
 * `low`, `high` and `weight` are decimals with at most 3 decimal places: 0 ≤ low ≤ high ≤ 1, 0 ≤ weight ≤ 1,000,000.
 * Weight 0 is never scored. Anything else is a fault of the caller and gets a RangeError that names the leaf.
 * `key` is unique in the whole tree. `level` (a whole number from 1) is read by the model `levels` only; without one
 * the leaf belongs to level 1.
 */
export interface Leaf {
  readonly key: string
  readonly weight: number
  readonly low: number
  readonly high: number
  readonly sure: boolean
  readonly level?: number
}

/**
 * An entry of an inventory, or the firm itself (one entry). `key` is unique in its branch. Twigs weigh the same.
 * `perhaps`: the twig as a whole may turn out not to be there; `sure` of its leaves then speaks of the case that it is.
 */
export interface Twig {
  readonly key: string
  readonly perhaps?: boolean
  readonly leaves: readonly Leaf[]
}

/**
 * A section. `weight` as for a leaf; a branch of weight 0 is never scored, in any model. `across` says how its twigs
 * become one number; `more` that further twigs with something to score are possible (the inventory is not complete): the
 * range is then as wide as they could make it, so leave it false where none of them could be scored.
 */
export interface Branch {
  readonly key: string
  readonly weight: number
  readonly across: 'mean' | 'worst'
  readonly more: boolean
  readonly twigs: readonly Twig[]
}

/** A ruleset. The order of branches, twigs and leaves never matters: ties are settled by key. */
export interface Tree {
  readonly branches: readonly Branch[]
}
