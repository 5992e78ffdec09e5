/** Exact fractions of 1 as the points of a report: 0–100 in thousandths. */
import type { Fraction } from '../scoring/exact.js'
import { toThousandths } from '../scoring/print.js'

export const pointsOf = (value: Fraction): number => toThousandths(value) / 1000

export const pointsOrNull = (value: Fraction | null | undefined): number | null => (value ? pointsOf(value) : null)
