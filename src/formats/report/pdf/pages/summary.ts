/** The first page: who, what, when; the score; what matters; every verdict. */
import { bandScale } from '../../../drawings/range-bar.js'
import { percent, points1 } from '../../content/figures.js'
import { standingAmong } from '../../content/among.js'
import { sentencesOf } from '../../content/sentences.js'
import { movedSince } from '../../content/since.js'
import type { Frame, Page } from '../frame.js'
import type { Span } from '../lines.js'
import { leading, measure, scale, sheet as page, unit } from '../style.js'
import { type Column, said, table } from '../table.js'

export const summary: Page = (frame) => {
  const { sheet, report, words } = frame
  const { document } = words
  sheet.within('Sect', {}, () => {
    cover(frame)
    sheet.heading(2, document.headings.summary, { name: 'summary', follows: 120 })
    score(frame)
    moved(frame)
    const sentences = sentencesOf(report, words)
    if (sentences.length > 0) {
      sheet.heading(2, document.headings.matters, { outline: false })
      sheet.list(
        sentences.map((text) => [{ text, type: scale.body }]),
        { numbered: true },
      )
    }
    verdicts(frame)
    if (report.notices.length > 0) {
      sheet.heading(2, words.summary.notices, { outline: false, follows: 20 })
      sheet.list(report.notices.map(({ text }) => [{ text, type: scale.small }]))
    }
    sheet.paragraph(report.disclaimer, scale.smallQuiet)
    if (frame.theme.disclaimer !== undefined) sheet.paragraph(frame.theme.disclaimer, scale.smallQuiet)
  })
}

/** What moved since an earlier report, and where the firm stands among others. */
function moved({ sheet, report, words }: Frame): void {
  for (const it of [movedSince(report, words), standingAmong(report, words)]) {
    if (!it) continue
    sheet.y += unit
    sheet.paragraph(it.head, scale.strong, { after: 1 })
    for (const line of it.lines) sheet.paragraph(line, scale.small, { after: 1 })
  }
}

/** The logo stands right of the names, which keep clear of it. */
const logoRoom = { width: 120, height: 44 }

function cover({ sheet, report, words, theme }: Frame): void {
  const { document, summary } = words
  const width = theme.logo ? measure - logoRoom.width - 12 : measure
  const top = sheet.y
  if (theme.logo) {
    const scaled = Math.min(logoRoom.width / theme.logo.width, logoRoom.height / theme.logo.height)
    const size = { width: theme.logo.width * scaled, height: theme.logo.height * scaled }
    const x = page.left + measure - size.width
    const { bytes, alt } = theme.logo
    sheet.content('Figure', { alt, bbox: [x, top, x + size.width, top + size.height] }, (content) => {
      content.open()
      try {
        sheet.document.image(bytes, x, top, size)
      } catch {
        // Its head was in order and its rest is not: the report is worth more than its logo.
      }
    })
  }
  sheet.paragraph(document.readiness, { ...scale.label, colour: 'accent' }, { after: 2, width })
  sheet.content('H1', {}, (content) =>
    sheet.atoms(sheet.text([{ text: report.firm.name, type: scale.title }], width), page.left, width, content),
  )
  sheet.y += 1
  sheet.paragraph(
    `${report.ruleset.title} ${report.ruleset.version}`,
    { ...scale.body, size: 12, colour: 'muted' },
    { after: unit },
  )
  sheet.artifact(() => sheet.rule(page.left, sheet.y, measure, 'accent', 1.6))
  sheet.y += unit
  const facts: [string, string][] = [
    [document.about.asAt, report.asAt],
    [
      document.about.preparedBy,
      report.preparedBy
        .map((it) => (it.role === undefined ? it.name : summary.aside(it.name, it.role)))
        .join(summary.separator) || '–',
    ],
    [document.about.reference, report.firm.reference ?? '–'],
    [document.about.reviewed, report.ruleset.reviewed],
  ]
  const widths = [78, measure - 78 - 96 - 96 - 3 * 12, 96, 96]
  const type = scale.small
  let lowest = sheet.y
  let x: number = page.left
  for (const [i, [label, value]] of facts.entries()) {
    const atoms = sheet.text([{ text: value, type }], widths[i]!)
    const name = sheet.text([{ text: label, type: scale.label }], widths[i]!)
    let y = sheet.y
    sheet.content('P', {}, (content) => {
      for (const atom of [...name, ...atoms]) {
        atom.draw(x, y, widths[i]!, content)
        y += atom.height
      }
    })
    lowest = Math.max(lowest, y)
    x += widths[i]! + 12
  }
  sheet.y = lowest + unit
}

/** The number, its range on the scale of the bands, the band and what caps it. */
function score(frame: Frame): void {
  const { sheet, report, words } = frame
  const { document, summary } = words
  const { low, high, band, answered, evidenced, strict } = report.score
  const left = 104
  const top = sheet.y + 2
  if (low === null || high === null) {
    sheet.paragraph(summary.noScore, scale.strong)
    return
  }
  sheet.content('P', {}, (content) => {
    let y = top - 4
    const spans: Span[][] = [
      [
        { text: points1(low), type: scale.figure },
        { text: ` ${document.of100}`, type: scale.smallQuiet },
      ],
      [{ text: low === high ? '' : summary.range(points1(low), points1(high)), type: scale.smallQuiet }],
    ]
    for (const atom of spans.filter((it) => it[0]!.text !== '').flatMap((it) => sheet.text(it, left))) {
      atom.draw(page.left, y, left, content)
      y += atom.height
    }
  })
  const right = page.left + left + 14
  const width = measure - left - 14
  if (report.scope === 'quick') {
    sheet.y = top
    sheet.paragraph(summary.quickCheck, scale.strong, { x: right, width })
  } else {
    sheet.y = top
    const marked = evidenced === null ? [] : [{ value: evidenced, label: summary.evidenced }]
    sheet.figure(
      bandScale({ bands: report.bands, low, high, width, marks: marked, size: 7.5 }),
      frame.barAlt(low, high),
      { x: right, after: 2 },
    )
    if (band) {
      const text = band.low.id === band.high.id ? band.low.label : summary.bandRange(band.low.label, band.high.label)
      sheet.paragraph(
        [
          { text: `${summary.band} `, type: scale.quiet },
          { text, type: scale.strong },
        ],
        scale.body,
        { x: right, width, after: 1 },
      )
      for (const gate of report.gates.filter((it) => it.state !== 'clear')) {
        const holds = gate.state === 'holds'
        const lead = holds ? summary.cappedBy : summary.perhapsCappedBy
        sheet.paragraph(
          [
            frame.verdict(holds ? 'bad' : 'open', lead),
            { text: ` ${gate.says}`, type: scale.small },
            ...(gate.clears
              ? [
                  {
                    text: ` ${summary.labelled(summary.clearedBy, gate.clears.do)} ${frame.effort(gate.clears)}`,
                    type: scale.smallQuiet,
                  },
                ]
              : []),
          ],
          scale.small,
          { x: right, width, after: 1 },
        )
      }
    }
  }
  sheet.y = Math.max(sheet.y, top + 62) + unit
  const share = answered.share === null ? '–' : `${percent(answered.share)} %`
  const stats: [string, string, string][] = [
    [summary.evidenced, evidenced === null ? '–' : points1(evidenced), summary.evidencedMeans],
    [summary.strict, strict === null ? '–' : points1(strict), summary.strictMeans],
    [document.answeredShare, share, document.answeredOf(answered.answered, answered.answered + answered.open)],
  ]
  const each = (measure - 2 * 10) / 3
  const texts = stats.map(([label, value, means]) => [
    ...sheet.text(
      [
        { text: value, type: { ...scale.strong, size: 13 } },
        { text: `  ${label}`, type: scale.smallStrong },
      ],
      each - 16,
    ),
    ...sheet.text([{ text: means, type: scale.smallQuiet }], each - 16),
  ])
  const height = Math.max(...texts.map((atoms) => atoms.reduce((sum, it) => sum + it.height, 0))) + 10
  sheet.need(height)
  for (const [i, atoms] of texts.entries()) {
    const x = page.left + i * (each + 10)
    sheet.artifact(() => {
      sheet.box(x, sheet.y, each, height, 'panel')
      sheet.box(x, sheet.y, 2, height, 'accent')
    })
    sheet.content('P', {}, (content) => {
      let y = sheet.y + 4
      for (const atom of atoms) {
        atom.draw(x + 10, y, each - 16, content)
        y += atom.height
      }
    })
  }
  sheet.y += height
}

/** Every verdict in a line: colour, mark and word, and how well the law behind it was checked. */
function verdicts(frame: Frame): void {
  const { sheet, report, words, verdicts } = frame
  const { document } = words
  const all = verdicts.flatMap(({ entry, name, verdicts }) => verdicts.map((it) => ({ entry, name, ...it })))
  if (all.length === 0) return
  sheet.heading(2, document.headings.verdicts, { outline: false, follows: 50 })
  const flows = new Map(report.flows.map((it) => [it.entry, it]))
  const drawn = flows.size > 0
  // Page one is one page: many flows stand closer, both places in one column.
  const tight = all.length > 8
  const columns: Column[] = [
    { title: '', width: 14 },
    { title: document.flowColumns.flow, share: tight ? 3.4 : 2.3 },
    ...(!drawn
      ? []
      : tight
        ? [{ title: `${document.flowColumns.from} → ${document.flowColumns.to}`, share: 1.7 }]
        : [
            { title: document.flowColumns.from, share: 1 },
            { title: document.flowColumns.to, share: 1 },
          ]),
    { title: document.flowColumns.verdict, share: 2 },
    { title: document.lawBehind, width: Math.max(64, leading(false, 60)) },
  ]
  table(
    sheet,
    columns,
    all.map(({ entry, name, verdict }) => {
      const flow = entry === undefined ? undefined : flows.get(entry)
      const [from, to] = [frame.place(flow?.from), frame.place(flow?.to)]
      const places = !drawn ? [] : tight ? [said(flow ? `${from} → ${to}` : '–')] : [said(from), said(to)]
      return {
        cells: [
          said(frame.numberOf(entry), scale.smallQuiet),
          said(name ?? verdict.title, scale.small, entry === undefined ? undefined : `#flow-${entry}`),
          ...places,
          [[frame.verdict(verdict.tone, verdict.label)]],
          said(
            verdict.checked === null ? '–' : words.report.checked[verdict.checked],
            verdict.checked === 'unverified' ? scale.smallStrong : scale.small,
          ),
        ],
      }
    }),
    { tight },
  )
}
