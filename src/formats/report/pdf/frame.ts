/** What every kind of page is made with. */
import type { Report } from '../../../report/schema.js'
import type { Words } from '../../../text/words.js'
import type { Theme } from '../../../theme/theme.js'
import { points1, range1 } from '../content/figures.js'
import { type EntryVerdicts, type Tone, verdictsOf } from '../content/verdicts.js'
import type { Span } from './lines.js'
import type { Sheet } from './sheet.js'
import { marks, scale, type Type } from './style.js'

/** Writes one kind of page. */
export type Page = (frame: Frame) => void

export class Frame {
  readonly sheet: Sheet
  readonly report: Report
  readonly words: Words
  readonly theme: Theme
  /** Everything that was determined, entry by entry; the number of an entry is its place in this list. */
  readonly verdicts: readonly EntryVerdicts[]

  constructor(sheet: Sheet, report: Report, words: Words, theme: Theme) {
    this.theme = theme
    this.sheet = sheet
    this.report = report
    this.words = words
    this.verdicts = verdictsOf(report)
  }

  /** The flows, numbered as on the map. */
  numberOf(entry: string | undefined): string {
    const numbered = this.verdicts.filter((it) => it.entry !== undefined)
    const at = numbered.findIndex((it) => it.entry === entry)
    return at === -1 ? '' : String(at + 1)
  }

  /** The name of an entry, wherever in the report it is said. */
  nameOf(entry: string | undefined): string | undefined {
    if (entry === undefined) return undefined
    return (
      this.report.flows.find((it) => it.entry === entry)?.name ??
      this.report.determinations.find((it) => it.entry === entry)?.entryName ??
      this.report.sections.flatMap((it) => it.entries).find((it) => it.id === entry)?.name ??
      entry
    )
  }

  askOf(question: string): string {
    this.#asks ??= new Map(this.report.questions.map((it) => [it.id, it.ask]))
    return this.#asks.get(question) ?? question
  }
  #asks: Map<string, string> | undefined

  /** A verdict's mark and word in its colour. */
  verdict(tone: Tone, label: string, type: Type = scale.smallStrong): Span {
    return { text: `${marks[tone]} ${label}`, type: { ...type, colour: tone } }
  }

  /** `57.0`, or `57.0–65.0` while something is open. */
  range(low: number | null, high: number | null): string {
    return low === null || high === null ? this.words.document.notDrawn : range1(low, high)
  }

  /** What a bar shows, for those who do not see it. */
  barAlt(low: number, high: number): string {
    return this.words.document.scoreDrawn(points1(low), points1(high))
  }

  /** The law a text rests on: its short name, the place in it, how it was checked. */
  cites(cites: Report['gaps'][number]['cites'], type: Type = scale.smallQuiet): Span[] {
    const { summary, report } = this.words
    return cites.map((cite, i) => ({
      text: `${i === 0 ? '' : summary.separator}${cite.short} ${summary.aside(cite.at, report.checked[cite.checked])}`,
      type,
      link: `#source-${cite.source}`,
    }))
  }

  /** Where a flow begins or ends, in a word or two. */
  place(end: Report['flows'][number]['from'] | undefined): string {
    if (!end) return '–'
    return end.region === 'elsewhere' ? this.words.pages.regions.elsewhere.join(' ') : end.label
  }

  /** Days of work and who does it. */
  effort(remedy: { readonly effort: number; readonly owner: keyof Words['report']['owner'] }): string {
    return this.words.summary.effort(String(remedy.effort), this.words.report.owner[remedy.owner])
  }
}
