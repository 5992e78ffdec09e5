/** Days and moments as text that sorts. */

/** A real day of the calendar, written 2026-11-20. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return false
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  return date.toISOString().startsWith(text)
}

/**
 * A moment at UTC+8, as it is written by people of the three places: `2026-11-20 09:30` or `2026-11-20T09:30`, to the
 * minute. @returns it with a `T`, which sorts as text; undefined for anything else
 */
export function momentOf(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](([01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(\+08:00)?$/.exec(text)
  return match && isDay(match[1]!) ? `${match[1]}T${match[2]}` : undefined
}

/** A day or a moment in the form that sorts; undefined for anything else. */
export const timeOf = (text: string): string | undefined => (isDay(text) ? text : momentOf(text))
