/** Where the firm stands: each section and each breakdown with its bar; what to answer first. */
import type { Report } from '../../../../report/schema.js'
import { rangeBar } from '../../../drawings/range-bar.js'
import { percent, points1 } from '../../content/figures.js'
import type { Frame, Page } from '../frame.js'
import type { Atom } from '../sheet.js'
import { scale } from '../style.js'
import { type Cell, type Row, said, table } from '../table.js'

const barWidth = 128

export const standing: Page = (frame) => {
  const { sheet, report, words } = frame
  const { document } = words
  sheet.chapter()
  sheet.within('Sect', {}, () => {
    sheet.heading(1, document.headings.standing, { name: 'standing' })
    if (report.parts.length > 0) {
      sheet.heading(2, document.byPart)
      bars(
        frame,
        document.byPart,
        report.parts.map(({ title, score: { low, high, band, answered } }) => ({
          title: said(title, scale.smallStrong),
          low,
          high,
          rest: [said(band?.low.label ?? '–'), said(answered.share === null ? '–' : `${percent(answered.share)} %`)],
        })),
        [words.summary.band, document.answeredShare],
      )
    }
    sheet.heading(2, document.bySection)
    sections(frame)
    breakdown(frame, document.byPolicy, report.breakdowns.policy)
    breakdown(frame, document.byObligation, report.breakdowns.obligation)
    breakdown(frame, document.byPlace, report.breakdowns.place)
    answerFirst(frame)
  })
}

interface Bar {
  readonly title: Cell
  readonly low: number | null
  readonly high: number | null
  readonly rest: readonly Cell[]
}

function sections(frame: Frame): void {
  const { report, sheet, words } = frame
  const { document, summary } = words
  const many = new Map(report.parts.map((it) => [it.id, it.title]))
  const shown = report.sections.filter((it) => it.low !== null && it.high !== null)
  bars(
    frame,
    document.sectionColumns.section,
    shown.map((section) => {
      const weakest = section.entries.length > 1 ? section.entries.find((it) => it.weakest) : undefined
      const part = section.part === undefined ? undefined : many.get(section.part)
      const about = [
        ...(part === undefined ? [] : [part]),
        ...(section.state === 'perhaps' ? [summary.sectionPerhaps] : []),
        ...(weakest ? [summary.weakest(weakest.name)] : []),
      ]
      return {
        title: [
          [{ text: section.title, type: scale.small }],
          ...(about.length > 0 ? [[{ text: about.join(summary.separator), type: scale.smallQuiet }]] : []),
        ],
        low: section.low,
        high: section.high,
        rest: [
          said(section.evidenced === null ? '–' : points1(section.evidenced)),
          said(`${section.answered}/${section.answered + section.open}`),
        ],
      }
    }),
    [document.sectionColumns.evidenced, document.sectionColumns.answered],
  )
  const hidden = report.sections.filter((it) => it.state === 'hidden').length
  if (hidden > 0) sheet.paragraph(summary.sectionsHidden(hidden), scale.smallQuiet)
}

/** A table of bars: what, its bar, the number, what else is to be said. */
function bars(frame: Frame, title: string, list: readonly Bar[], rest: readonly string[]): void {
  const { sheet, words } = frame
  const rows = list.map((it): Row => {
    const bar: Cell = it.low === null || it.high === null ? [] : [drawn(frame, it.low, it.high)]
    return { cells: [it.title, bar, said(frame.range(it.low, it.high), scale.smallStrong), ...it.rest] }
  })
  table(
    sheet,
    [
      { title },
      { title: '', width: barWidth },
      { title: words.document.sectionColumns.score, width: 52, align: 'right' },
      ...rest.map((title) => ({ title, width: 56, align: 'right' as const })),
    ],
    rows,
  )
}

const drawn = (frame: Frame, low: number, high: number): Atom =>
  frame.sheet.drawing(rangeBar({ low, high, width: barWidth, height: 8 }), frame.barAlt(low, high), { above: 2 })

function breakdown(frame: Frame, title: string, list: Report['breakdowns']['policy']): void {
  const { sheet, words } = frame
  if (list.length === 0) return
  sheet.heading(2, title, { follows: 70 })
  sheet.paragraph(words.document.breakdownMeans, scale.smallQuiet, { after: 3 })
  bars(
    frame,
    '',
    list.map(({ label, value, contribution, loss }) => ({
      title: said(label),
      low: value,
      high: value,
      rest: [said(points1(contribution)), said(points1(loss))],
    })),
    [words.document.ledgerColumns.contribution, words.document.ledgerColumns.loss],
  )
}

/** So many come first; all that is open is listed after the gaps. */
const mostAnswers = 15

function answerFirst({ sheet, report, words }: Frame): void {
  const { document, summary, pages, marks } = words
  if (report.answerFirst.length === 0) return
  sheet.heading(2, document.answerFirst, { name: 'answer-first', follows: 80 })
  sheet.paragraph(summary.answerFirstMeans, scale.smallQuiet, { after: 3 })
  table(
    sheet,
    [
      { title: '', width: 14 },
      { title: document.gapColumns.question, share: 3 },
      { title: pages.decides, share: 2 },
      { title: pages.narrows, width: 56, align: 'right' },
    ],
    report.answerFirst.slice(0, mostAnswers).map((it, i) => ({
      cells: [
        said(String(i + 1), scale.smallQuiet),
        [
          [{ text: it.ask, type: scale.small }],
          ...(it.entryName === undefined ? [] : [[{ text: it.entryName, type: scale.smallQuiet }]]),
        ],
        said([...new Set(it.decides.map((one) => one.title))].join(summary.separator)),
        said(it.narrows === null || it.narrows === 0 ? '' : points1(it.narrows)),
      ],
    })),
    { after: 3 },
  )
  const more = report.answerFirst.length - mostAnswers
  if (more > 0) sheet.paragraph(marks.aside(summary.more(more), document.unsure), { ...scale.smallQuiet }, { after: 8 })
}
