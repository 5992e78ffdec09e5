import type { Report } from '../../report/schema.js'
import type { Words } from '../../text/words.js'

export interface RenderOptions {
  readonly words: Words
  /** Columns of the terminal or page, at least 40. */
  readonly width: number
  /** Whether the place it is written to shows colour. */
  readonly color: boolean
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
