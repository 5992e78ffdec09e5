import type { Report } from '../../report/schema.js'
import type { Words } from '../../text/words.js'
import type { Colour } from '../colour.js'

export interface RenderOptions {
  readonly words: Words
  /** Columns of the terminal or page, at least 40. */
  readonly width: number
  /** A chalk instance of the stream that is written to, or `plain`. */
  readonly color: Colour
  /** Where only ASCII is safe: bars and dashes are drawn with it. */
  readonly ascii?: boolean
}

/** A serialiser of the report. It never looks into a ruleset: what it prints, the report says. */
export interface ReportFormat {
  readonly name: string
  /** For `--help`. */
  readonly summary: string
  /** Of files, without a dot. */
  readonly extension: string
  render(report: Report, options: RenderOptions): string
}
