/** Figures of a report as people read them, the same in every format. */
import { points } from '../../../text/numbers.js'

/** Points carry thousandths; people read one decimal, which below 100 is never 100 and above 0 never 0. */
export function points1(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10 + 1e-9) / 10
  return points(value > 0 && tenths === 0 ? 0.1 : value < 100 && tenths === 100 ? 99.9 : tenths)
}

/** A range of points; one number where its ends print alike. */
export function range1(low: number, high: number): string {
  const [from, to] = [points1(low), points1(high)]
  return from === to ? from : `${from}–${to}`
}

/** A share of 0–1 in whole percent: all only where it is all, none only where it is none. */
export const percent = (share: number): string =>
  String(share < 1 && share > 0.995 ? 99 : share > 0 && share < 0.005 ? 1 : Math.round(share * 100))

/** What closing a gap gains: `+2.0`, `0.0`. */
export const gain = (lift: number): string => (lift > 0 ? `+${points1(lift)}` : '0.0')
