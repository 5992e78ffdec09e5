/** Numbers, intervals, dates and lists in words. */
import type { Words } from './words.js'

/** A number with its digits grouped: 1,200,000. */
export const inDigits = (value: number): string => {
  const [whole, fraction] = String(value).split('.')
  return whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

/**
 * An interval in words: "120", "at least 100,000", "between 60,000 and 120,000", "1 or 2", "not known".
 * @param low from 0
 * @param high up to Infinity
 */
export function intervalInWords(low: number, high: number, words: Words): string {
  if (low === high) return inDigits(low)
  if (high === low + 1) return `${inDigits(low)} ${words.report.or} ${inDigits(high)}`
  if (high === Infinity) return low === 0 ? words.report.notKnown : words.report.atLeast(inDigits(low))
  return low === 0 ? words.report.upTo(inDigits(high)) : words.report.between(inDigits(low), inDigits(high))
}

/** Points as people read them: one decimal always. */
export const points = (value: number): string => value.toFixed(1)
