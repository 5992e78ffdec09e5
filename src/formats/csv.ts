/**
 * Comma-separated values (RFC 4180) that a spreadsheet opens as they are meant: no cell is a formula, and none hides
 * what stands in it.
 */
import { visible } from '../text/visible.js'

/**
 * @param rows the first names the columns
 * @param mark whether to begin with a byte order mark, by which some spreadsheets tell Chinese
 */
export const csvOf = (rows: readonly (readonly (string | number | undefined)[])[], mark = false): string =>
  (mark ? '\ufeff' : '') + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

function cell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const shown = visible(value)
  // What begins like a formula is text: spreadsheets show it without the apostrophe. So is what they trim to one, and what
  // a runner of CI would take for a command.
  const text = /^\s*(?:[=+\-@\uff1d\uff0b\uff0d\uff20]|::|##[a-z]*\[)/u.test(shown) ? `'${shown}` : shown
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
