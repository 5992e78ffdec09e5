/**
 * `flat-unweighted`: `flat` with every weight that is not 0 taken as 1; what weighs 0 still does not count (XCCDF 1.2
 * §7.3.2). With pass and fail only, it counts the leaves that pass.
 */
import { type WholeLeaf, wholeLeaf } from '../leaves.js'
import type { Leaf } from '../tree.js'
import { flatModel } from './flat.js'
import type { Model } from './model.js'

export const flatUnweighted: Model = flatModel('flat-unweighted', weighAlike)

function weighAlike(leaf: Leaf): WholeLeaf {
  const { key, weight, low, high, sure } = wholeLeaf(leaf)
  return { key, weight: weight === 0 ? 0 : 1000, low, high, sure }
}
