/** A problem in a file, before and after its place in the text is known. No prose: `text/` words a code and its args. */
import { type Code, codes, type Severity } from './codes.js'

export type Path = readonly (string | number)[]
export type Args = Readonly<Record<string, string | number | readonly string[]>>

/** A problem at a place in a value: cheap to make, located only when there is one to show. */
export interface Finding {
  readonly code: Code
  readonly args: Args
  readonly file: string
  readonly path: Path
  /** Whether the key at the end of the path is meant, or its value. A missing key is a problem of its parent's value. */
  readonly on: 'key' | 'value'
  /** The nearest name that would have been right. */
  readonly suggestion?: string
  /** Start and end (exclusive) in the text, where no path can say it: a text that does not read has no value. */
  readonly at?: readonly [start: number, end: number]
}

/** A place in a text: lines and columns count from 1, columns in characters (UTF-16 units); the end is exclusive. */
export interface Place {
  readonly file: string
  /** JSON Pointer (RFC 6901) into the file's value, or the empty string for the whole file. */
  readonly pointer: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The text of the line, for the caret; absent where the file could not be read. */
  readonly text?: string
}

export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly args: Args
  readonly place: Place
  readonly suggestion?: string
}

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly notices: number
}

/** How many there are of each severity. */
export function countsOf(diagnostics: readonly { readonly code: Code }[]): Counts {
  const of = (severity: Severity) => diagnostics.filter(({ code }) => codes[code] === severity).length
  return { errors: of('error'), warnings: of('warning'), notices: of('notice') }
}

export const isError = (it: { readonly code: Code }): boolean => codes[it.code] === 'error'

/** The one order of diagnostics: file, line, column, code, then args, so that equal input prints equally. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compare(a.code, b.code) ||
    compare(JSON.stringify(a.args), JSON.stringify(b.args))
  )
}

/** Sorted by {@link compareDiagnostics}, each said once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics]
    .sort(compareDiagnostics)
    .filter((it, i, all) => i === 0 || compareDiagnostics(it, all[i - 1]!) !== 0)
}

/** Code-unit order: the same on every machine, whatever its locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
