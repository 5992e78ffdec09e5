/** The formats of diagnostics. To add one: a file beside this one and a line here; help and completion follow. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { WordsOnDiagnostics } from '../../text/diagnostic-words.js'
import type { Colour } from '../colour.js'
import { github, jobSummary } from './github.js'
import { json } from './json.js'
import { junit, type Suite } from './junit.js'
import { sarif } from './sarif.js'
import { text } from './text.js'

export interface DiagnosticRenderOptions {
  readonly words: WordsOnDiagnostics
  /** Columns of the terminal. */
  readonly width: number
  /** A chalk instance of the stream that is written to, or `plain`. */
  readonly color: Colour
  /** The version of flowready. */
  readonly version: string
  /** What was looked at, also where nothing was found. */
  readonly suites: readonly Suite[]
}

/** A serialiser of diagnostics, which are in order. */
export interface DiagnosticFormat {
  readonly name: string
  /** For `--help`. */
  readonly summary: string
  render(diagnostics: readonly Diagnostic[], options: DiagnosticRenderOptions): string
  /** A page beside it, where the format has a place for one. */
  page?(diagnostics: readonly Diagnostic[], options: DiagnosticRenderOptions): string
}

export const diagnosticFormats = {
  text: { name: 'text', summary: 'for people: the line, a caret, how to mend it', render: text },
  json: { name: 'json', summary: 'for programs', render: (diagnostics, { words }) => json(diagnostics, words) },
  github: { name: 'github', summary: 'annotations of GitHub Actions', render: github, page: jobSummary },
  sarif: { name: 'sarif', summary: 'SARIF 2.1.0, for code scanning', render: sarif },
  junit: { name: 'junit', summary: 'test results, for any CI', render: junit },
} as const satisfies Record<string, DiagnosticFormat>

export type DiagnosticFormatName = keyof typeof diagnosticFormats
