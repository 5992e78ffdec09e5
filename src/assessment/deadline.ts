/** When something must be done: "within 12 hours after …". All moments are at UTC+8, the clock of the three places. */
import type { Deadline } from '../ruleset/ruleset.js'

/**
 * @param after a moment or a day as text: 2026-11-20T09:30 or 2026-11-20
 * @returns the end of the period in the same form: a day stays a day unless the period is counted in hours or minutes,
 *   which need a moment (undefined then). Working days are Monday to Friday; public holidays are not known here. A month
 *   ends on the same day of the month, or on the month's last.
 */
export function dueAt(by: Deadline, after: string): string | undefined {
  if ('at' in by) return undefined
  const isMoment = after.includes('T')
  const date = new Date(`${after}${isMoment ? ':00' : 'T00:00:00'}Z`)
  switch (by.unit) {
    case 'minute':
    case 'hour':
      if (!isMoment) return undefined
      date.setUTCMinutes(date.getUTCMinutes() + by.count * (by.unit === 'hour' ? 60 : 1))
      break
    case 'day':
      date.setUTCDate(date.getUTCDate() + by.count)
      break
    case 'month': {
      const day = date.getUTCDate()
      date.setUTCDate(1)
      date.setUTCMonth(date.getUTCMonth() + by.count)
      const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
      date.setUTCDate(Math.min(day, last))
      break
    }
    case 'working-day':
      for (let left = by.count; left > 0;) {
        date.setUTCDate(date.getUTCDate() + 1)
        if (date.getUTCDay() % 6 !== 0) left--
      }
  }
  return date.toISOString().slice(0, isMoment ? 16 : 10)
}
