/**
 * `absolute`: 1 when the points of `flat` equal their maximum, so when every leaf with a weight attains 1; otherwise 0
 * (XCCDF 1.2 §7.3.2). That is `levels` with a single level, met at 1. Nothing scored: no score, although 0 of 0 points
 * would be all of them (docs/decisions/0004).
 */
import { reach } from './levels.js'
import { type Model, refuseMore } from './model.js'

export const absolute: Model = {
  score(tree) {
    refuseMore('absolute', tree)
    return reach(tree, 1000, 1, () => 1)
  },
  low: (tree, params) => absolute.score(tree, params)?.low ?? null,
}
