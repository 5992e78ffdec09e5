/** Kleene's three values: true, false, and unknown, written `undefined`. */
export type Truth = boolean | undefined

/** False when one is false, true when both are. Of many: `truths.reduce(and, true)`. */
export const and = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true

/** True as soon as one is true, false when all are. */
export function or(...truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes(undefined) ? undefined : false
}

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth)
