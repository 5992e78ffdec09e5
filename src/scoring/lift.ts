/** What closing gaps would do to the low case (design §5.10). */
import { type Fraction, ZERO, subtract, thousandths } from './exact.js'
import type { WholeLeaf } from './leaves.js'
import { lowOf } from './models/index.js'
import type { ModelId, Params } from './models/model.js'
import { foldLow, refoldLow } from './models/weighted.js'
import type { Tree } from './tree.js'

/** Leaves that are raised together: new lows (0..1, at most 3 decimals) by leaf key. A key the tree lacks is ignored. */
export interface LiftGroup {
  readonly id: string
  readonly set: ReadonlyMap<string, number>
}

/**
 * For each group, by its id, the rise of the total low (≥ 0) when the lows of its leaves are raised to the given
 * values, everything else as it is. A value below a leaf's low changes nothing. 0 where something else binds, and for
 * every group when nothing is scored.
 *
 * One gap costs one twig, its branch and the top in `weighted`, the whole tree in the others.
 */
export function lifts(
  model: ModelId,
  tree: Tree,
  params: Params,
  groups: readonly LiftGroup[],
): ReadonlyMap<string, Fraction> {
  const lowAfter = model === 'weighted' ? weightedLowAfter(tree) : anyLowAfter(model, tree, params)
  const low = lowAfter(new Map())
  return new Map(
    groups.map(({ id, set }) => {
      const after = lowAfter(set)
      return [id, low && after ? subtract(after, low) : ZERO]
    }),
  )
}

type LowAfter = (set: ReadonlyMap<string, number>) => Fraction | null

function anyLowAfter(model: ModelId, tree: Tree, params: Params): LowAfter {
  return (set) => lowOf(model, raised(tree, set), params)
}

/** The tree with the lows of some leaves raised, and their highs where they would be below. */
export function raised(tree: Tree, set: ReadonlyMap<string, number>): Tree {
  return {
    branches: tree.branches.map((branch) => ({
      ...branch,
      twigs: branch.twigs.map((twig) => ({
        ...twig,
        leaves: twig.leaves.map((leaf) => {
          const low = Math.max(leaf.low, set.get(leaf.key) ?? 0)
          return { ...leaf, low, high: Math.max(leaf.high, low) }
        }),
      })),
    })),
  }
}

function weightedLowAfter(tree: Tree): LowAfter {
  const fold = foldLow(tree)
  const places = new Map<string, { b: number; t: number; l: number }>()
  for (const [b, twigs] of fold.leaves.entries()) {
    for (const [t, leaves] of twigs.entries()) {
      for (const [l, leaf] of leaves.entries()) places.set(leaf.key, { b, t, l })
    }
  }
  return (set) => {
    const changed = new Map<number, Map<number, WholeLeaf[]>>()
    for (const [key, value] of set) {
      const place = places.get(key)
      if (!place) continue
      const { b, t, l } = place
      const twigs = changed.get(b) ?? new Map<number, WholeLeaf[]>()
      const leaves = twigs.get(t) ?? [...fold.leaves[b]![t]!]
      const leaf = leaves[l]!
      const low = Math.max(leaf.low, thousandths(value, 1, key))
      leaves[l] = { ...leaf, low, high: Math.max(leaf.high, low) }
      changed.set(b, twigs.set(t, leaves))
    }
    return changed.size === 0 ? fold.low : refoldLow(fold, changed)
  }
}
