/** What closing gaps would do to the low case (design §5.10), and what answering badly would do to the high. */
import { type Fraction, ZERO, subtract, thousandths } from './exact.js'
import type { WholeLeaf } from './leaves.js'
import { lowOf, score } from './models/index.js'
import type { ModelId, Params } from './models/model.js'
import { type EndFold, foldEnd, refoldEnd } from './models/weighted.js'
import type { Leaf, Tree } from './tree.js'

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

/**
 * For each leaf key, the fall of the total high (≥ 0) when that leaf alone came to nothing, everything else as it is.
 * 0 where something else binds, for a key the tree lacks, and for every key when nothing is scored.
 */
export function falls(
  model: ModelId,
  tree: Tree,
  params: Params,
  keys: readonly string[],
): ReadonlyMap<string, Fraction> {
  const fold = model === 'weighted' ? foldEnd(tree, 'high') : undefined
  const places = fold && placesOf(fold)
  const highOf = (of: Tree) => score(model, of, params)?.high ?? null
  const high = fold ? fold.value : highOf(tree)
  return new Map(
    keys.map((key) => {
      const after = fold
        ? refolded(fold, places!, [key], (leaf) => ({ ...leaf, low: 0, high: 0 }))
        : highOf(mapped(tree, (leaf) => (leaf.key === key ? { ...leaf, low: 0, high: 0 } : leaf)))
      return [key, high && after ? subtract(high, after) : ZERO]
    }),
  )
}

type LowAfter = (set: ReadonlyMap<string, number>) => Fraction | null

function anyLowAfter(model: ModelId, tree: Tree, params: Params): LowAfter {
  return (set) => lowOf(model, raised(tree, set), params)
}

/** The tree with the lows of some leaves raised, and their highs where they would be below. */
export function raised(tree: Tree, set: ReadonlyMap<string, number>): Tree {
  return mapped(tree, (leaf) => {
    const low = Math.max(leaf.low, set.get(leaf.key) ?? 0)
    return { ...leaf, low, high: Math.max(leaf.high, low) }
  })
}

function mapped(tree: Tree, change: (leaf: Leaf) => Leaf): Tree {
  return {
    branches: tree.branches.map((branch) => ({
      ...branch,
      twigs: branch.twigs.map((twig) => ({ ...twig, leaves: twig.leaves.map(change) })),
    })),
  }
}

function weightedLowAfter(tree: Tree): LowAfter {
  const fold = foldEnd(tree, 'low')
  const places = placesOf(fold)
  return (set) =>
    refolded(fold, places, set.keys(), (leaf) => {
      return { ...leaf, low: Math.max(leaf.low, thousandths(set.get(leaf.key)!, 1, leaf.key)) }
    })
}

type Places = ReadonlyMap<string, { readonly b: number; readonly t: number; readonly l: number }>

function placesOf(fold: EndFold): Places {
  const places = new Map<string, { b: number; t: number; l: number }>()
  for (const [b, twigs] of fold.leaves.entries()) {
    for (const [t, leaves] of twigs.entries()) {
      for (const [l, leaf] of leaves.entries()) places.set(leaf.key, { b, t, l })
    }
  }
  return places
}

/** The fold's value with some of its leaves changed. */
function refolded(
  fold: EndFold,
  places: Places,
  keys: Iterable<string>,
  change: (leaf: WholeLeaf) => WholeLeaf,
): Fraction | null {
  const changed = new Map<number, Map<number, WholeLeaf[]>>()
  for (const key of keys) {
    const place = places.get(key)
    if (!place) continue
    const { b, t, l } = place
    const twigs = changed.get(b) ?? new Map<number, WholeLeaf[]>()
    const leaves = twigs.get(t) ?? [...fold.leaves[b]![t]!]
    leaves[l] = change(leaves[l]!)
    changed.set(b, twigs.set(t, leaves))
  }
  return changed.size === 0 ? fold.value : refoldEnd(fold, changed)
}
