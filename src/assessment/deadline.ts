/** When something must be done: "within 12 hours after …". All moments are at UTC+8, the clock of the three places. */
import type { Deadline } from '../ruleset/ruleset.js'
import type { FactValue, Scope } from './values.js'

const minutes = { minute: 1, hour: 60, day: 1440, 'working-day': 1440, month: 43_200 } as const

/**
 * How urgent a time limit is, as a text that sorts: at once, then by the clock, then by the length of periods whose
 * beginning is not known, then what has no time limit.
 */
export function urgency(by: Deadline | undefined, due: string | undefined): string {
  if (!by) return '3'
  if ('at' in by) return '0'
  if (due !== undefined) return `1 ${due}`
  return `2 ${String(by.count * minutes[by.unit]).padStart(9, '0')}`
}

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

/** When a time limit ends, where the moment that it runs from is known. */
export function dueIn(by: Deadline | undefined, scope: Scope): string | undefined {
  if (!by || 'at' in by) return undefined
  const after = scope.get(by.after) as FactValue
  return after.applicable !== false && after.time !== undefined ? dueAt(by, after.time) : undefined
}

/**
 * How many minutes there are until a time limit ends; below zero, it is over.
 * @param now a moment
 * @param due a moment, or a day, which ends at midnight
 */
export function minutesUntil(now: string, due: string): number {
  const ends = new Date(due.includes('T') ? `${due}:00Z` : `${due}T24:00:00Z`)
  return Math.round((ends.getTime() - new Date(`${now}:00Z`).getTime()) / 60_000)
}
