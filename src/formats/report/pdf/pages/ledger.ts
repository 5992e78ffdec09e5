/** The appendix: where every point comes from. */
import type { Report } from '../../../../report/schema.js'
import type { Page } from '../frame.js'
import { scale } from '../style.js'
import { type Row, said, table } from '../table.js'

export const ledger: Page = (frame) => {
  const { sheet, report, words } = frame
  const { document } = words
  if (report.ledger.length === 0) return
  const columns = document.ledgerColumns
  const titles = new Map(report.sections.map((it) => [`${it.part ?? ''} ${it.id}`, it.title]))
  const rows: Row[] = []
  const sections = new Map<string, Report['ledger']>()
  for (const line of report.ledger) {
    const key = `${line.part ?? ''} ${line.section}`
    sections.set(key, [...(sections.get(key) ?? []), line])
  }
  for (const [key, lines] of sections) {
    rows.push({ heads: true, cells: [said(titles.get(key) ?? key, scale.smallStrong)] })
    for (const line of lines.filter((it) => it.counts)) {
      const name = frame.nameOf(line.entry)
      rows.push({
        cells: [
          [
            [{ text: frame.askOf(line.question), type: scale.small }],
            ...(name === undefined ? [] : [[{ text: name, type: scale.smallQuiet }]]),
          ],
          said(line.contribution.toFixed(3)),
          said(line.loss.toFixed(3)),
        ],
      })
    }
    const outside = [
      ...new Set(lines.filter((it) => !it.counts).map((it) => frame.nameOf(it.entry) ?? frame.askOf(it.question))),
    ]
    if (outside.length > 0) {
      const text = words.summary.aside(outside.join(words.summary.separator), document.ledgerNotCounting)
      rows.push({
        cells: [said(text, scale.smallQuiet), said('0.000', scale.smallQuiet), said('0.000', scale.smallQuiet)],
      })
    }
  }
  const sum = (key: 'contribution' | 'loss') => report.ledger.reduce((all, it) => all + it[key], 0)
  rows.push({
    cells: [
      said(document.ledgerSum, scale.smallStrong),
      said(sum('contribution').toFixed(3), scale.smallStrong),
      said(sum('loss').toFixed(3), scale.smallStrong),
    ],
  })
  sheet.chapter()
  sheet.within('Sect', {}, () => {
    sheet.heading(1, document.headings.ledger, { name: 'ledger' })
    sheet.paragraph(document.ledgerMeans, scale.smallQuiet)
    table(
      sheet,
      [
        { title: columns.question },
        { title: columns.contribution, width: 70, align: 'right' },
        { title: columns.loss, width: 60, align: 'right' },
      ],
      rows,
    )
  })
}
