/**
 * `weighted`: the mean of leaves in a twig, of twigs (or the worst of them) in a branch, of branches in the tree.
 * This is the *default* model of XCCDF 1.2 §7.3.2 with partial attainment: what is not there drops out and the rest
 * shares its weight. A part of which nothing has a weight drops out too (docs/decisions/0004).
 */
import { type Fraction, ONE, ZERO } from '../exact.js'
import { type LeafMean, type WholeLeaf, leafMean, meanCase, valueOf, wholeLeaf, wholeWeight } from '../leaves.js'
import { type Portion, ledgerOf, portionStillToCome } from '../ledger.js'
import { type FoldedRange, type RangeItem, meanEnd, meanRange, worstRange } from '../range.js'
import type { BranchScore, Result } from '../result.js'
import type { Branch, Tree, Twig } from '../tree.js'
import type { Model } from './model.js'

export const weighted: Model = {
  score(tree) {
    const branches = tree.branches.map(foldBranch)
    const top = meanRange(branches.map((branch) => branch.item))
    if (!top) return null
    const portions = branches.flatMap((branch, i) => portionsOf(branch, top.counts[i] === true))
    const { low, high, sure } = top
    return {
      low,
      high,
      sure,
      branches: branches.map(branchScore),
      ledger: ledgerOf(portions, top.weight),
    } satisfies Result
  },

  low: (tree) => foldEnd(tree, 'low').value,
}

/** A twig as an item of its branch; twigs weigh the same. */
interface TwigItem extends RangeItem {
  readonly mean: LeafMean
}

interface FoldedBranch {
  readonly branch: Branch
  readonly weight: number
  readonly leaves: readonly (readonly WholeLeaf[])[]
  readonly twigs: readonly (TwigItem | null)[]
  readonly range: FoldedRange | null
  /** Entries that may still come decide the low case. */
  readonly stillToCome: boolean
  readonly item: RangeItem | null
}

function foldBranch(branch: Branch): FoldedBranch {
  const weight = wholeWeight(branch)
  const leaves = branch.twigs.map((twig) => twig.leaves.map(wholeLeaf))
  const twigs = branch.twigs.map((twig, i): TwigItem | null => {
    const mean = leafMean(leaves[i]!)
    return (
      mean && {
        key: twig.key,
        weight: 1,
        low: mean.low,
        high: mean.high,
        sure: mean.sure && twig.perhaps !== true,
        mean,
      }
    )
  })
  const listed = branch.across === 'worst' ? worstRange(twigs) : meanRange(twigs)
  const range = branch.more ? withMore(branch, listed) : listed
  const stillToCome = branch.more && !range?.counts.includes(true)
  const item = range && { key: branch.key, weight, low: range.low, high: range.high, sure: range.sure }
  return { branch, weight, leaves, twigs, range, stillToCome, item }
}

/**
 * The range when further entries are possible. They may attain nothing: low is 0. They may raise a mean as far as they
 * like, but the worst entry only where no listed one is sure. A listed entry at 0 stays the weakest, since it can be
 * mended; otherwise no listed entry counts in the low case.
 */
function withMore(branch: Branch, listed: FoldedRange | null): FoldedRange {
  const worst = branch.across === 'worst' ? listed : null
  const sure = listed?.sure ?? false
  const high = worst?.sure ? worst.high : ONE
  const counts = worst && worst.low.n === 0n ? worst.counts : branch.twigs.map(() => false)
  return { low: ZERO, high, sure, counts }
}

function branchScore({ branch, twigs, range }: FoldedBranch): BranchScore | null {
  if (!range) return null
  const { low, high, sure, counts } = range
  return {
    key: branch.key,
    low,
    high,
    sure,
    twigs: branch.twigs.map(({ key, perhaps }, i) => {
      const mean = twigs[i]?.mean
      return {
        key,
        range: mean ? { low: mean.low, high: mean.high, sure: mean.sure && perhaps !== true } : null,
        weakest: branch.across === 'worst' && counts[i] === true,
      }
    }),
  }
}

function portionsOf({ branch, weight, leaves, twigs, range, stillToCome }: FoldedBranch, counts: boolean): Portion[] {
  const among = range?.counts.filter(Boolean).length ?? 0
  const portions = branch.twigs.map((twig, i): Portion => {
    const own = twigs[i]?.mean.lowCase ?? null
    const counted = own !== null && counts && range?.counts[i] === true
    return {
      branch: branch.key,
      twig: twig.key,
      leaves: leaves[i]!,
      counts: counted ? own.counts : null,
      own,
      up: counted ? weight : 0,
      down: counted ? among * own.weight : 1,
    }
  })
  if (stillToCome && counts) portions.push(portionStillToCome(branch.key, weight))
  return portions
}

/** One end of the range alone, kept level by level, so that a change in one twig needs only that twig, its branch and the top. */
export interface EndFold {
  readonly tree: Tree
  readonly end: End
  readonly leaves: readonly (readonly (readonly WholeLeaf[])[])[]
  readonly twigs: readonly (readonly (RangeItem | null)[])[]
  readonly branches: readonly (RangeItem | null)[]
  readonly value: Fraction | null
}

type End = 'low' | 'high'

/** Folds one end of the range of a tree. */
export function foldEnd(tree: Tree, end: End): EndFold {
  const leaves = tree.branches.map((branch) => branch.twigs.map((twig) => twig.leaves.map(wholeLeaf)))
  const twigs = tree.branches.map((branch, b) => branch.twigs.map((twig, t) => twigEnd(twig, leaves[b]![t]!, end)))
  const branches = tree.branches.map((branch, b) => branchEnd(branch, twigs[b]!, end))
  return { tree, end, leaves, twigs, branches, value: meanEnd(branches, end)?.value ?? null }
}

/**
 * The end when some twigs have other leaves: `changed` holds them by branch and twig index. Only what changed is folded
 * again.
 */
export function refoldEnd(
  { tree, end, twigs, branches }: EndFold,
  changed: ReadonlyMap<number, ReadonlyMap<number, readonly WholeLeaf[]>>,
): Fraction | null {
  const folded = [...branches]
  for (const [b, changedTwigs] of changed) {
    const branch = tree.branches[b]!
    const items = [...twigs[b]!]
    for (const [t, leaves] of changedTwigs) items[t] = twigEnd(branch.twigs[t]!, leaves, end)
    folded[b] = branchEnd(branch, items, end)
  }
  return meanEnd(folded, end)?.value ?? null
}

// Items of one end carry it as low and as high: nobody reads the other.
function endItem(key: string, weight: number, value: Fraction, sure: boolean): RangeItem {
  return { key, weight, low: value, high: value, sure }
}

function twigEnd({ key, perhaps }: Twig, leaves: readonly WholeLeaf[], end: End): RangeItem | null {
  const mean = meanCase(leaves, end)
  const sure = perhaps !== true && leaves.some((leaf) => leaf.sure && leaf.weight > 0)
  return mean && endItem(key, 1, valueOf(mean), sure)
}

function branchEnd(branch: Branch, twigs: readonly (RangeItem | null)[], end: End): RangeItem | null {
  const weight = wholeWeight(branch)
  const sure = twigs.some((twig) => twig?.sure)
  const worst = branch.across === 'worst' ? worstRange(twigs) : null
  if (branch.more) {
    // As `withMore` says.
    return endItem(branch.key, weight, end === 'low' ? ZERO : worst?.sure ? worst.high : ONE, sure)
  }
  const value = branch.across === 'worst' ? worst?.[end] : meanEnd(twigs, end)?.value
  return value ? endItem(branch.key, weight, value, sure) : null
}
