/** Bands: named intervals of the score. */

/** A band reaches from `from` (points of 0–100, at most one decimal) up to where the next one begins. */
export interface Band {
  readonly id: string
  readonly from: number
}

/**
 * The band of a printed score (one decimal, from `toPoints1`): the last whose `from` it reaches. Comparing the printed
 * number keeps the page consistent: whoever reads 70.0 sees the band that begins at 70. Bands rise and the first
 * begins at 0; a score below the first band gets a RangeError.
 */
export function bandOf<B extends Band>(points: number, bands: readonly B[]): B {
  const band = bands.findLast(({ from }) => from <= points)
  if (!band) throw new RangeError(`no band begins at or below ${points}`)
  return band
}
