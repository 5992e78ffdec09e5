/** Diagnostics as workflow commands of GitHub Actions, and as the table that a job shows when it has ended. */
import { countsOf, type Diagnostic, type Place } from '../../diagnostics/diagnostic.js'
import type { WordsOnDiagnostics } from '../../text/diagnostic-words.js'
import { visible } from '../../text/visible.js'
import { worstFirst } from './worst-first.js'

interface Options {
  readonly words: WordsOnDiagnostics
}

/**
 * @param diagnostics - in order
 * @returns one command a line, errors first: GitHub shows the first ten of each kind that a step prints. Text from files
 *   is escaped, so that none of it is a command.
 */
export function github(diagnostics: readonly Diagnostic[], { words }: Options): string {
  return worstFirst(diagnostics)
    .map(({ code, severity, args, place, suggestion }) => {
      const { says, fix } = words.diagnostics[code]
      const properties = Object.entries({ ...whereOf(place), title: code }).map(
        ([key, value]) => `${key}=${property(visible(String(value)))}`,
      )
      const message = `${visible(says(args))}\n${words.listing.fix} ${visible(fix(args, suggestion))}`
      return `::${severity} ${properties.join(',')}::${data(message)}\n`
    })
    .join('')
}

/** A step may write a megabyte to its summary; what is more is dropped whole. */
const most = 900_000

/**
 * @param diagnostics - in order
 * @returns a Markdown table, errors first, and what was left out where there is no room; nothing when there is nothing
 */
export function jobSummary(diagnostics: readonly Diagnostic[], { words }: Options): string {
  if (diagnostics.length === 0) return ''
  const { listing } = words
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  const { severity, place, problem } = listing.columns
  const counts = { ...countsOf(diagnostics), files: new Set(diagnostics.map((it) => it.place.file)).size }
  const head = `### flowready: ${listing.summary(counts)}\n\n`
  const parts = [head, row([severity, place, problem, listing.columns.fix]), row(['---', '---', '---', '---'])]
  let size = 0
  let left = diagnostics.length
  for (const { code, severity, args, place, suggestion } of worstFirst(diagnostics)) {
    const { says, fix } = words.diagnostics[code]
    const cells = [listing[severity], shownPlace(place), `${says(args)} (${code})`, fix(args, suggestion)]
    const line = row(cells.map(cell))
    // Three bytes a character is the most that what is visible takes, but for the rarest.
    size += 3 * line.length
    if (size > most) break
    parts.push(line)
    left--
  }
  if (left > 0) parts.push(`\n${listing.leftOut(left)}\n`)
  return `${parts.join('')}\n`
}

/** Columns are for places within one line, and the last one is included. */
const whereOf = ({ file, text, line, column, endLine, endColumn }: Place): Record<string, string | number> => ({
  file,
  ...(text !== undefined && {
    line,
    endLine,
    ...(line === endLine && { col: column, endColumn: Math.max(column, endColumn - 1) }),
  }),
})

const shownPlace = ({ file, text, line, column }: Place): string =>
  text === undefined ? file : `${file}:${line}:${column}`

/** As the runner reads it back: percent signs first. */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

/** A cell of a table: whatever Markdown or HTML would take for markup is a character. */
const cell = (text: string): string => visible(text).replace(/[&<>|\\`*_[\]#~$!:@]/g, (it) => `&#${it.charCodeAt(0)};`)
