/** Kleene's three values: true, false, and unknown, written `undefined`. */
export type Truth = boolean | undefined

/** False as soon as one is false, true when all are. */
export function and(...truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(undefined) ? undefined : true
}

/** True as soon as one is true, false when all are. */
export function or(...truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes(undefined) ? undefined : false
}

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth)
