/** What every scoring model returns. All values are exact fractions of 1; `print.ts` makes points of them. */
import type { Fraction } from './exact.js'
import type { Range } from './range.js'

/** A twig in the score of its branch. `weakest`: across is `worst`, and this twig decides the low case. */
export interface TwigScore {
  readonly key: string
  readonly range: Range | null
  readonly weakest: boolean
}

/** A branch by itself, as the same model scores it alone. */
export interface BranchScore extends Range {
  readonly key: string
  readonly twigs: readonly TwigScore[]
}

/**
 * Points as XCCDF reports them. `maximum` belongs to `low`, `highMaximum` to `high`: they differ where a perhaps-leaf
 * is in one case and not in the other. Plain numbers: sums of decimals with at most 6 decimal places.
 */
export interface Points {
  readonly low: number
  readonly high: number
  readonly maximum: number
  readonly highMaximum: number
}

/**
 * What one leaf adds to the low case and what it costs it; over all lines the contributions add up to low and the
 * losses to 1 − low, exactly.
 *
 * `entryLoss` is its loss within its own twig, taken as the whole. `counts` is false when the low case leaves the leaf
 * out, or its twig or branch, or when its twig is not the weakest: then contribution and loss are 0.
 *
 * A line whose leaf (and twig) is `''` stands for the entries that may still come where they decide the low case of
 * their branch: nobody's answer loses those points.
 */
export interface LedgerLine {
  readonly branch: string
  readonly twig: string
  readonly leaf: string
  readonly contribution: Fraction
  readonly loss: Fraction
  readonly entryLoss: Fraction
  readonly counts: boolean
}

/**
 * A score. `branches` stand in the order of the tree, null where nothing of a branch is scored. `points` are given by
 * `flat`, `flat-unweighted`, `absolute` (0 or 1 of 1) and `levels` (level numbers, of the highest level). `ledger` is
 * empty for `absolute` and `levels`, which are no sums.
 */
export interface Result extends Range {
  readonly points?: Points
  readonly branches: readonly (BranchScore | null)[]
  readonly ledger: readonly LedgerLine[]
}
