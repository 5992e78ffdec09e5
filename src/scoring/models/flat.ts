/**
 * `flat`: points ÷ maximum over all leaves, whatever branch they hang on; points are the sum of weight × attainment,
 * maximum the sum of weights (XCCDF 1.2 §7.3.2). Partial attainment has its place there: a rule with several results
 * adds weight × passed ÷ all. Perhaps-leaves are taken in or left out as in any mean, so that low and high may have
 * different maxima. Weight 0 and the empty case: docs/decisions/0004.
 */
import {
  type LeafMean,
  type WholeLeaf,
  leafMean,
  meanCase,
  valueOf,
  wholeLeaf,
  wholeLeaves,
  wholeWeight,
} from '../leaves.js'
import { type Portion, ledgerOf } from '../ledger.js'
import type { Range } from '../range.js'
import type { Points, Result } from '../result.js'
import type { Leaf, Tree } from '../tree.js'
import { type Model, type ModelId, refuseMore } from './model.js'

export const flat: Model = flatModel('flat', wholeLeaf)

/** A flat model; `weigh` gives each leaf its weight. */
export function flatModel(id: ModelId, weigh: (leaf: Leaf) => WholeLeaf): Model {
  return {
    score(tree) {
      refuseMore(id, tree)
      const leaves = leavesOf(tree, weigh)
      const mean = leafMean(pool(tree, leaves))
      if (!mean) return null
      return {
        ...rangeOf(mean),
        points: pointsOf(mean),
        branches: tree.branches.map((branch, b) => {
          const alone = leafMean(leaves[b]!.flat())
          if (!alone) return null
          const twigs = branch.twigs.map(({ key }, t) => {
            const twig = leafMean(leaves[b]![t]!)
            return { key, range: twig && rangeOf(twig), weakest: false }
          })
          return { key: branch.key, ...rangeOf(alone), twigs }
        }),
        ledger: ledgerOf(portionsOf(tree, leaves, mean), 1),
      } satisfies Result
    },

    low(tree) {
      refuseMore(id, tree)
      const lowCase = meanCase(pool(tree, leavesOf(tree, weigh)), 'low')
      return lowCase && valueOf(lowCase)
    },
  }
}

type LeavesOfTree = readonly (readonly (readonly WholeLeaf[])[])[]

function leavesOf(tree: Tree, weigh: (leaf: Leaf) => WholeLeaf): LeavesOfTree {
  return tree.branches.map((branch) => branch.twigs.map((twig) => wholeLeaves(twig, weigh)))
}

function pool(tree: Tree, leaves: LeavesOfTree): WholeLeaf[] {
  return leaves.flatMap((twigs, b) => (wholeWeight(tree.branches[b]!) === 0 ? [] : twigs.flat()))
}

function rangeOf({ low, high, sure }: LeafMean): Range {
  return { low, high, sure }
}

function pointsOf({ lowCase, highCase }: LeafMean): Points {
  return {
    low: lowCase.sum / 1_000_000,
    high: highCase.sum / 1_000_000,
    maximum: lowCase.weight / 1000,
    highMaximum: highCase.weight / 1000,
  }
}

function portionsOf(tree: Tree, leaves: LeavesOfTree, { lowCase }: LeafMean): Portion[] {
  let next = 0
  return tree.branches.flatMap((branch, b) =>
    branch.twigs.map((twig, t): Portion => {
      const own = leaves[b]![t]!
      const counts = wholeWeight(branch) === 0 ? null : lowCase.counts.slice(next, (next += own.length))
      return {
        branch: branch.key,
        twig: twig.key,
        leaves: own,
        counts,
        own: meanCase(own, 'low'),
        up: 1,
        down: lowCase.weight,
      }
    }),
  )
}
