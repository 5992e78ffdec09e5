/** Diagnostics for people: by file, each with its line, a caret and the way to mend it. */
import type { Severity } from '../../diagnostics/codes.js'
import { countsOf, type Diagnostic, type Place } from '../../diagnostics/diagnostic.js'
import { after, linesOf } from '../../text/lines.js'
import { visible, withoutCommands } from '../../text/visible.js'
import type { WordsOnDiagnostics } from '../../text/diagnostic-words.js'
import { type Colour, plain } from '../colour.js'
import { widthOf } from '../../text/width.js'

export interface TextOptions {
  readonly words: WordsOnDiagnostics
  /** A chalk instance of the stream that is written to, or nothing for no colour. */
  readonly color?: Colour
  /** Columns of the terminal; at least 40 are used. */
  readonly width?: number
}

/**
 * @param diagnostics - in order, so that those of a file stand together
 * @returns lines with a line break at the end, the count last; nothing when there is nothing to say. Text from files is
 *   made visible: no character of it is obeyed by a terminal.
 */
export function text(diagnostics: readonly Diagnostic[], { words, color = plain, width = 80 }: TextOptions): string {
  if (diagnostics.length === 0) return ''
  const room = Math.max(40, width)
  const blocks = diagnostics.map((it) => block(it, words, color, room))
  const counts = countsOf(diagnostics)
  const summary = words.listing.summary({ ...counts, files: new Set(diagnostics.map((it) => it.place.file)).size })
  const tone = toneOf(counts.errors > 0 ? 'error' : counts.warnings > 0 ? 'warning' : 'notice', color)
  return withoutCommands(`${blocks.join('\n')}\n${tone(color.bold(summary))}\n`)
}

const toneOf = (severity: Severity, color: Colour) =>
  severity === 'error' ? color.red : severity === 'warning' ? color.yellow : color.cyan

function block(it: Diagnostic, words: WordsOnDiagnostics, color: Colour, width: number): string {
  const { place } = it
  const tone = toneOf(it.severity, color)
  // Without its text a place is a file, not a line of it.
  const where = place.text === undefined ? visible(place.file) : `${visible(place.file)}:${place.line}:${place.column}`
  const lines = [`${color.bold(where)}  ${tone(words.listing[it.severity])}  ${color.dim(it.code)}`]
  lines.push(...indented(visible(words.diagnostics[it.code].says(it.args)), '  ', '  ', width))
  if (place.text !== undefined) lines.push(...excerpt(place, tone, color, width))
  const fix = after(words.listing.fix, '')
  const hang = ' '.repeat(2 + widthOf(fix))
  const [first, ...rest] = indented(visible(words.diagnostics[it.code].fix(it.args, it.suggestion)), hang, hang, width)
  lines.push(`  ${color.cyan(fix)}${first!.slice(hang.length)}`, ...rest)
  return lines.map((line) => `${line}\n`).join('')
}

function indented(words: string, first: string, next: string, width: number): string[] {
  const lines = linesOf(words, width - next.length)
  return lines.map((line, i) => (i === 0 ? first : next) + line)
}

/** A character of the line as it is shown. */
interface Cell {
  readonly shown: string
  readonly width: number
  readonly marked: boolean
}

/** The line and the caret below it, clipped around the caret to the width. */
function excerpt(place: Place, tone: (text: string) => string, color: Colour, width: number): string[] {
  const line = place.text!
  const from = place.column - 1
  const to = Math.max(from + 1, place.endLine === place.line ? place.endColumn - 1 : line.trimEnd().length)
  const gutter = `  ${place.line} | `
  const room = width - gutter.length

  const cells = cellsOf(line, from, to, room)
  // A place after the last character (something is missing) is shown behind it.
  if (!cells.some((cell) => cell.marked)) cells.push({ shown: ' ', width: 1, marked: true })
  const [start, end] = window(cells, room)
  const before = start > 0 ? '…' : ''
  const after = end < cells.length ? '…' : ''
  const shown = cells.slice(start, end)
  const caret = shown
    .map((cell) => (cell.marked ? '^' : ' ').repeat(cell.width))
    .join('')
    .trimEnd()
  return [
    color.dim(gutter) +
      before +
      shown
        .map((cell) => cell.shown)
        .join('')
        .trimEnd() +
      after,
    color.dim(`${' '.repeat(gutter.length - 2)}| `) + (before ? ' ' : '') + tone(caret),
  ]
}

/** By grapheme, so that an accent or a flag stays whole; tabs as four spaces, what cannot be seen as its code. */
function cellsOf(line: string, from: number, to: number, room: number): Cell[] {
  // A line of a megabyte, with ten thousand mistakes: what is far from the caret will not be shown.
  const start = Math.max(0, from - 3 * room)
  const part = line.slice(start, from + 3 * room)
  const cells: Cell[] = start > 0 ? [{ shown: ' ', width: 1, marked: false }] : []
  for (const { segment, index } of segmentsOf(part)) {
    const seen = segment === '\t' ? '    ' : visible(segment)
    // An accent alone has nothing to stand on, and no room for a caret.
    const shown = widthOf(seen) === 0 ? `◌${seen}` : seen
    const at = start + index
    cells.push({ shown, width: widthOf(shown), marked: at < to && at + segment.length > from })
  }
  return cells
}

/** Plain letters stand for themselves: asking takes a hundred times as long. */
const segmentsOf = (text: string): Iterable<{ readonly segment: string; readonly index: number }> =>
  /^[ -~\t]*$/.test(text) ? Array.from(text, (segment, index) => ({ segment, index })) : graphemes().segment(text)

let segmenter: Intl.Segmenter | undefined
/** Made when the first diagnostic is shown: it takes longer than all else here, and most runs have none. */
const graphemes = () => (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' }))

/** @returns the first and last (exclusive) cell to show, with the start of the mark in view and what fits around it */
function window(cells: readonly Cell[], room: number): [start: number, end: number] {
  if (cells.reduce((sum, cell) => sum + cell.width, 0) <= room) return [0, cells.length]
  // One column at each end for `…`.
  const space = room - 2
  const mark = cells.findIndex((cell) => cell.marked)
  let start = mark
  let used = cells[mark]!.width
  // A third before the mark, the rest behind it, and before it again what is left.
  while (start > 0 && used + cells[start - 1]!.width <= space / 3) used += cells[--start]!.width
  let end = mark + 1
  while (end < cells.length && used + cells[end]!.width <= space) used += cells[end++]!.width
  while (start > 0 && used + cells[start - 1]!.width <= space) used += cells[--start]!.width
  return [start, end]
}
