/** A table within the terminal's width: the last column wraps, Chinese characters count as two. */
import { wrapAnsi } from 'fast-wrap-ansi'
import { widthOf } from '../text/width.js'

export interface TableOptions {
  readonly width: number
  /** Columns, from 0, that are set to the right. */
  readonly right?: readonly number[]
  readonly heading?: (text: string) => string
}

/** @param rows cells that are already safe to print */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  { width, right = [], heading = (it) => it }: TableOptions,
): string {
  const last = headings.length - 1
  const widths = headings.map((it, i) =>
    Math.max(...[it, ...rows.map((row) => row[i] ?? '')].map((cell) => widthOf(cell))),
  )
  const before = widths.slice(0, last).reduce((sum, it) => sum + it + 2, 0)
  // Too narrow for the columns before it: the last one goes below them.
  const below = width - before < 16
  const room = below ? width - 4 : width - before
  const line = (cells: readonly string[], paint: (text: string) => string): string => {
    const first = cells.slice(0, last).map((cell, i) => {
      const space = ' '.repeat(widths[i]! - widthOf(cell))
      return right.includes(i) ? space + paint(cell) : paint(cell) + space
    })
    const wrapped = wrapAnsi(cells[last] ?? '', room, { hard: true, trim: true }).split('\n')
    if (below) return [first.join('  ').trimEnd(), ...wrapped.map((it) => `    ${paint(it)}`)].join('\n')
    return wrapped
      .map((it, i) => (i === 0 ? [...first, paint(it)].join('  ') : ' '.repeat(before) + paint(it)).trimEnd())
      .join('\n')
  }
  return `${[line(headings, heading), ...rows.map((row) => line(row, (it) => it))].join('\n')}\n`
}
