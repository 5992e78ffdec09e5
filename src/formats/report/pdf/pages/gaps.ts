/** Gaps by what closing each gains; then, each apart: what is open, not applicable, without evidence, contradictory. */
import { gain, points1 } from '../../content/figures.js'
import type { Frame, Page } from '../frame.js'
import { scale } from '../style.js'
import { type Cell, said, table } from '../table.js'

export const gaps: Page = (frame) => {
  const { sheet, report, words } = frame
  const { document, summary } = words
  sheet.chapter()
  sheet.within('Sect', {}, () => {
    sheet.heading(1, document.headings.gaps, { name: 'gaps' })
    const closed = report.gaps.filter((gap) => gap.state === 'answered' || gap.state === 'implied')
    if (closed.length === 0) sheet.paragraph(summary.noGaps)
    else {
      sheet.paragraph(`${document.gapsMeans} ${document.gapsEntryMeans}`, scale.smallQuiet)
      list(frame, closed)
    }
    open(frame)
    notApplicable(frame)
    withoutEvidence(frame)
    contradictions(frame)
    hidden(frame)
  })
}

type Gap = Frame['report']['gaps'][number]

function list(frame: Frame, gaps: readonly Gap[]): void {
  const { sheet, words } = frame
  const { document, summary, report } = words
  const columns = document.gapColumns
  table(
    sheet,
    [
      { title: '', width: 16 },
      { title: columns.gap, share: 2.2 },
      { title: words.pages.answer, share: 1.9 },
      { title: columns.points, width: 30, align: 'right' },
      { title: document.ledgerColumns.loss, width: 28, align: 'right' },
      { title: columns.effort, width: 24, align: 'right' },
      { title: columns.owner, width: 54 },
    ],
    gaps.map((gap, i) => {
      const answer = gap.answer ?? summary.gapState[gap.state]
      const controls = gap.controls.map((it) => `${it.short} ${frame.words.marks.list(it.ids)}`).join(summary.separator)
      const what: Cell = [
        [{ text: gap.ask, type: scale.smallStrong }],
        ...(gap.entryName === undefined ? [] : [[{ text: gap.entryName, type: scale.smallQuiet }]]),
        ...(gap.remedy ? [[{ text: `→ ${gap.remedy.do}`, type: scale.small }]] : []),
      ]
      const basis: Cell = [
        [{ text: answer, type: scale.small }],
        [
          {
            text: `${report.obligation[gap.obligation]}${gap.cites.length > 0 ? summary.separator : ''}`,
            type: scale.smallQuiet,
          },
          ...frame.cites(gap.cites),
        ],
        ...(controls === '' ? [] : [[{ text: controls, type: scale.smallQuiet }]]),
      ]
      return {
        cells: [
          said(String(i + 1), scale.smallQuiet),
          what,
          basis,
          said(gain(gap.lift), scale.smallStrong),
          said(points1(gap.loss)),
          said(gap.remedy ? String(gap.remedy.effort) : ''),
          said(gap.remedy ? report.owner[gap.remedy.owner] : ''),
        ],
      }
    }),
  )
}

/** A question and, where it is asked for each entry, which. */
function asked(frame: Frame, ask: string, entry: string | undefined): Cell {
  const name = frame.nameOf(entry)
  return [[{ text: ask, type: scale.small }], ...(name === undefined ? [] : [[{ text: name, type: scale.smallQuiet }]])]
}

function open(frame: Frame): void {
  const { sheet, report, words } = frame
  const { document, summary } = words
  if (report.open.length === 0) return
  sheet.heading(2, document.unsure, { name: 'open' })
  sheet.paragraph(document.unsureMeans, scale.smallQuiet, { after: 3 })
  table(
    sheet,
    [
      { title: document.gapColumns.question, share: 3 },
      { title: document.gapColumns.state, share: 1 },
    ],
    report.open.map((it) => {
      const state = summary.gapState[it.state]
      return {
        cells: [
          asked(frame, it.ask, it.entry),
          said(it.applicable === 'perhaps' ? summary.aside(state, document.perhapsApplicable) : state),
        ],
      }
    }),
  )
}

function notApplicable(frame: Frame): void {
  const { sheet, report, words } = frame
  if (report.notApplicable.length === 0) return
  sheet.heading(2, words.document.notApplicable)
  table(
    sheet,
    [
      { title: words.document.gapColumns.question, share: 1.4 },
      { title: words.document.why, share: 1 },
    ],
    report.notApplicable.map((it) => ({ cells: [asked(frame, it.ask, it.entry), said(it.reason)] })),
  )
}

function withoutEvidence(frame: Frame): void {
  const { sheet, report, words } = frame
  const { document } = words
  if (report.withoutEvidence.length === 0) return
  sheet.heading(2, document.noEvidence, { name: 'without-evidence' })
  sheet.paragraph(document.noEvidenceMeans, scale.smallQuiet, { after: 3 })
  table(
    sheet,
    [
      { title: document.gapColumns.question, share: 1.4 },
      { title: document.evidenceColumns.evidence, share: 1.2 },
      { title: document.evidenceColumns.state, width: 60 },
    ],
    report.withoutEvidence.map((it) => ({
      cells: [
        asked(frame, it.ask, it.entry),
        it.expects.map((text) => [{ text, type: scale.small }]),
        said(it.state === 'none' ? '–' : document.evidenceState[it.state]),
      ],
    })),
  )
}

function contradictions(frame: Frame): void {
  const { sheet, report, words } = frame
  if (report.contradictions.length === 0) return
  sheet.heading(2, words.document.contradictions, { name: 'contradictions' })
  sheet.list(
    report.contradictions.map((it) => {
      const name = frame.nameOf(it.entry)
      return [{ text: name === undefined ? it.says : words.summary.aside(it.says, name), type: scale.body }]
    }),
  )
}

function hidden(frame: Frame): void {
  const { sheet, report, words } = frame
  if (report.hidden.length === 0) return
  sheet.heading(2, words.document.hidden)
  table(
    sheet,
    [{ title: words.document.gapColumns.question }],
    report.hidden.map((it) => ({ cells: [asked(frame, it.ask, it.entry)] })),
  )
}
