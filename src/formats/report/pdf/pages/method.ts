/** How it is worked out, in plain words; every source with its address; evidence; words; hashes; what this is. */
import type { Report } from '../../../../report/schema.js'
import type { Frame, Page } from '../frame.js'
import type { Span } from '../lines.js'
import { scale } from '../style.js'
import { type Row, said, table } from '../table.js'

export const method: Page = (frame) => {
  const { sheet, report, words } = frame
  const { document } = words
  sheet.chapter()
  sheet.within('Sect', {}, () => {
    sheet.heading(1, document.headings.method, { name: 'method' })
    sheet.heading(2, document.method)
    sheet.list(document.methodLines.map((text) => [{ text, type: scale.body }]))
    sources(frame)
    evidence(frame)
    sheet.heading(2, document.glossary)
    table(
      sheet,
      [{ title: '', width: 110 }, { title: '' }],
      document.glossaryTerms.map(([term, means]) => ({ cells: [said(term!, scale.smallStrong), said(means!)] })),
    )
    integrity(frame)
    sheet.heading(2, document.disclaimer)
    sheet.paragraph(report.disclaimer)
    if (frame.theme.disclaimer !== undefined) sheet.paragraph(frame.theme.disclaimer)
  })
}

/** Every place in a source that the report rests on, with how it was checked. */
function placesIn(report: Report): Map<string, Map<string, string>> {
  const cites = [
    ...report.questions.flatMap((it) => it.cites),
    ...report.derived.flatMap((it) => it.cites),
    ...report.determinations.flatMap((it) => [
      ...it.cites,
      ...[...it.alternatives, ...it.outcomes, ...it.then].flatMap((one) => one.cites),
    ]),
  ]
  const places = new Map<string, Map<string, string>>()
  for (const { source, at, checked } of cites) {
    const own = places.get(source) ?? new Map<string, string>()
    places.set(source, own.set(at, checked))
  }
  return places
}

function sources(frame: Frame): void {
  const { sheet, report, words } = frame
  const { document, summary } = words
  if (report.sources.length === 0) return
  const places = placesIn(report)
  const columns = document.sourceColumns
  sheet.heading(2, document.sources, { name: 'sources' })
  table(
    sheet,
    [
      { title: columns.source, share: 3 },
      { title: columns.issuer, share: 1.1 },
      { title: columns.place, width: 54 },
      { title: columns.force, width: 72 },
      { title: columns.checked, width: 52 },
    ],
    report.sources.map((it): Row => {
      const cited = [...(places.get(it.id) ?? [])].map(([at, checked]) =>
        summary.aside(at, words.report.checked[checked as 'verified']),
      )
      const about: Span[][] = [
        [
          { text: it.short, type: scale.smallStrong },
          { text: `  ${it.title}`, type: scale.small },
        ],
        ...(it.address === undefined
          ? []
          : [[{ text: it.address, type: { ...scale.small, colour: 'accent' as const }, link: it.address }]]),
        ...(cited.length > 0 ? [[{ text: cited.join(summary.separator), type: scale.smallQuiet }]] : []),
      ]
      return {
        name: `source-${it.id}`,
        cells: [
          about,
          said(it.issuer),
          said(words.report.place[it.place]),
          said(force(frame, it)),
          said(it.lastChecked),
        ],
      }
    }),
  )
}

function force({ words }: Frame, { from, until }: Report['sources'][number]): string {
  const { document } = words
  if (from !== undefined && until !== undefined) return document.forceBetween(from, until)
  return from !== undefined ? document.forceFrom(from) : until !== undefined ? document.forceUntil(until) : '–'
}

function evidence(frame: Frame): void {
  const { sheet, report, words } = frame
  const { document, summary } = words
  const columns = document.evidenceColumns
  sheet.heading(2, document.evidenceRegister, { name: 'evidence' })
  if (report.evidence.length === 0) {
    sheet.paragraph(document.noEvidenceGiven)
    return
  }
  // One row for each piece: a file often proves several answers.
  const pieces = new Map<string, Report['evidence']>()
  for (const it of report.evidence) {
    const key = [it.file, it.ref, it.until, it.state, it.sha256].join('\n')
    pieces.set(key, [...(pieces.get(key) ?? []), it])
  }
  table(
    sheet,
    [
      { title: columns.evidence, share: 1 },
      { title: columns.until, width: 56 },
      { title: columns.state, width: 44 },
      { title: columns.question, share: 2 },
    ],
    [...pieces.values()].map((proven) => {
      const { file, ref, sha256, until, state } = proven[0]!
      const asks = proven.map((it) => {
        const name = frame.nameOf(it.entry)
        const ask = frame.askOf(it.question)
        return name === undefined ? ask : summary.aside(ask, name)
      })
      return {
        cells: [
          [
            [
              {
                text: frame.words.marks.list([file, ref].filter((text) => text !== undefined)),
                type: scale.smallStrong,
              },
            ],
            ...(sha256 === undefined ? [] : [[{ text: `SHA-256 ${sha256}`, type: scale.smallQuiet }]]),
          ],
          said(until ?? '–'),
          said(
            document.evidenceState[state],
            state === 'valid' ? scale.small : { ...scale.smallStrong, colour: 'bad' },
          ),
          asks.map((text) => [{ text, type: scale.small }]),
        ],
      }
    }),
  )
}

function integrity({ sheet, report, words }: Frame): void {
  const { document, pages } = words
  sheet.heading(2, document.integrity, { name: 'integrity' })
  sheet.paragraph(words.marks.sentences([document.integrityMeans, pages.attachment]), scale.small, { after: 3 })
  const rows: [string, string][] = [
    [document.hashRuleset, report.ruleset.sha256],
    ...report.ruleset.parts.map(({ id, version, sha256 }): [string, string] => [`${id} ${version}`, sha256]),
    [document.hashAnswers, report.answers.sha256],
    [
      document.about.generator,
      `${report.generator.name} ${report.generator.version}, ${report.schema}, ${report.language}`,
    ],
    ...(report.answers.withheld.length > 0
      ? [[document.withheld, words.marks.list(report.answers.withheld)] as [string, string]]
      : []),
  ]
  table(
    sheet,
    [{ title: '', width: 130 }, { title: '' }],
    rows.map(([label, value]) => ({ cells: [said(label, scale.label), said(value)] })),
  )
  sheet.paragraph(pages.unmarked, scale.smallQuiet)
}
