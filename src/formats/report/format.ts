import type { Report } from '../../report/schema.js'
import type { Words } from '../../text/words.js'
import type { Theme } from '../../theme/theme.js'
import type { Colour } from '../colour.js'
import type { Templates } from '../templates.js'

export interface RenderOptions {
  readonly words: Words
  /** Columns of the terminal or page, at least 40. */
  readonly width: number
  /** A chalk instance of the stream that is written to, or `plain`. */
  readonly color: Colour
  /** Where only ASCII is safe: bars and dashes are drawn with it. */
  readonly ascii?: boolean
  /** How documents look; without it as the house does. */
  readonly theme?: Theme
  /** What documents are made with: skins, fonts. */
  readonly templates?: Templates
  /** Is told the characters that no font of a document has, and that are shown by their codes: `U+0E01`. */
  readonly substituted?: (characters: readonly string[]) => void
  /** Begins CSV with a byte order mark, by which some spreadsheets tell Chinese. */
  readonly csvBom?: boolean
}

export type Rendered = string | Uint8Array

/** A serialiser of the report. It never looks into a ruleset: what it prints, the report says. */
export interface ReportFormat {
  readonly name: string
  /** For `--help`. */
  readonly summary: string
  /** Of files, without a dot. */
  readonly extension: string
  /** Whether a terminal or a pipe can show it: without `--output` it goes to standard output. */
  readonly screen: boolean
  /** Formats that are large load themselves when they are first asked for. */
  render(report: Report, options: RenderOptions): Rendered | Promise<Rendered>
  /** The same in UTF-8, for whoever writes thousands. */
  bytes?(report: Report): Uint8Array
}
