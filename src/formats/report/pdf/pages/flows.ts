/** The map of flows, then a card for each: route, why, the facts it rests on, what must now be done, alternatives. */
import type { Report } from '../../../../report/schema.js'
import { flowMap } from '../../../drawings/flow-map.js'
import { type Determination, type EntryVerdicts, missingOf, reasonsOf, type Verdict } from '../../content/verdicts.js'
import type { Frame, Page } from '../frame.js'
import type { Span } from '../lines.js'
import { measure, scale, sheet as page } from '../style.js'
import { type Cell, type Row, table } from '../table.js'

export const flows: Page = (frame) => {
  const { sheet, report, words, verdicts } = frame
  const { document } = words
  if (verdicts.length === 0) return
  sheet.chapter()
  sheet.within('Sect', {}, () => {
    sheet.heading(1, report.flows.length > 0 ? document.headings.flows : document.headings.verdicts, { name: 'flows' })
    if (report.flows.length > 0) map(frame)
    for (const entry of verdicts) card(frame, entry)
  })
}

function map(frame: Frame): void {
  const { sheet, report, words, verdicts } = frame
  const { document, pages, summary, marks } = words
  const tones = new Map(verdicts.map((it) => [it.entry, it.verdicts[0]?.verdict.tone ?? ('neutral' as const)]))
  const known = report.flows.flatMap((flow) =>
    flow.from === null || flow.to === null
      ? []
      : [
          {
            number: frame.numberOf(flow.entry),
            from: flow.from.region,
            to: flow.to.region,
            weight: flow.weight && (flow.weight.high ?? flow.weight.low),
            tone: tones.get(flow.entry) ?? ('neutral' as const),
          },
        ],
  )
  const drawing = flowMap({ flows: known, labels: pages.regions, width: measure, height: 262, size: 8 })
  const said = report.flows.map((it) => {
    const verdict =
      verdicts.find((one) => one.entry === it.entry)?.verdicts[0]?.verdict.label ?? words.report.notDecided
    return marks.labelled(
      `${frame.numberOf(it.entry)} ${it.name}`,
      marks.apart([`${frame.place(it.from)} → ${frame.place(it.to)}`, verdict]),
    )
  })
  sheet.figure(
    drawing,
    marks.sentences([
      marks.ended(document.flowMap),
      document.flowMapMeans(report.flows.length),
      said.join(summary.separator),
    ]),
    { after: 4 },
  )
  sheet.paragraph(`${pages.mapLegend} ${pages.mapLines}`, scale.smallQuiet, { tag: 'Caption' })
  const off = report.flows.filter((it) => it.from === null || it.to === null)
  if (off.length > 0) sheet.paragraph(pages.notOnMap(off.map((it) => it.name).join(summary.separator)), scale.small)
}

function card(frame: Frame, { entry, name, verdicts, duties }: EntryVerdicts): void {
  const { sheet, report, words } = frame
  const { document, summary, pages } = words
  const flow = report.flows.find((it) => it.entry === entry)
  const number = frame.numberOf(entry)
  const title = name ?? summary.otherChecks
  sheet.heading(2, number === '' ? title : `${number}  ${title}`, {
    name: entry === undefined ? 'firm' : `flow-${entry}`,
    follows: 90,
  })
  const rows: Row[] = []
  const row = (label: string, ...blocks: Cell) => {
    if (blocks.length > 0) rows.push({ cells: [[[{ text: label, type: scale.label }]], blocks] })
  }
  const plain = (text: string): Span[] => [{ text, type: scale.small }]
  if (flow) {
    const people = flow.weight && flow.weight.text !== '' ? [`${pages.people} ${flow.weight.text}`] : []
    row(
      document.route,
      plain([`${frame.place(flow.from)} → ${frame.place(flow.to)}`, ...people].join(summary.separator)),
    )
  }
  for (const verdict of verdicts) decided(frame, verdict, row)
  for (const duty of duties) row(duty.title, ...duty.outcomes.flatMap((it) => ruling(frame, it)))
  const tone = verdicts[0]?.verdict.tone
  if (tone) sheet.artifact(() => sheet.rule(page.left, sheet.y, measure, tone, 1.6))
  sheet.y += tone ? 2 : 0
  table(sheet, [{ title: '', width: 92 }, { title: '' }], rows, { after: 6 })
}

function decided(frame: Frame, it: Verdict, row: (label: string, ...blocks: Cell) => void): void {
  const { words } = frame
  const { document, summary, report } = words
  const { verdict, steps } = it
  const small = (text: string): Span[] => [{ text, type: scale.small }]
  const checked =
    verdict.checked === null
      ? []
      : [{ text: `  ${summary.lawChecked(report.checked[verdict.checked])}`, type: scale.smallQuiet }]
  row(verdict.title, [frame.verdict(verdict.tone, verdict.label, scale.strong), ...checked])
  for (const step of steps) {
    const label =
      step.candidates.length > 1
        ? `${summary.couldBe} ${step.candidates.map((one) => one.label).join(summary.separator)}`
        : step.label
    row(step.title, small(label))
  }
  row(document.why, ...reasonsOf(it).map(small))
  const facts = new Map([...verdict.facts, ...steps.flatMap((step) => step.facts)].map((one) => [one.id, one]))
  row(
    document.facts,
    ...[...facts.values()].map((fact): Span[] => [
      { text: `${fact.ask} `, type: scale.smallQuiet },
      { text: fact.text, type: scale.small },
    ]),
  )
  const missing = missingOf(it)
  row(summary.needs.replace(/[:：]$/, ''), ...missing.map((one) => small(one.ask)))
  const then = new Map([verdict, ...steps].flatMap((one) => one.then).map((one) => [one.id, one]))
  row(document.todo, ...[...then.values()].flatMap((one) => duty(frame, one)))
  row(
    document.alternatives,
    ...[verdict, ...steps].flatMap((one) => one.alternatives).flatMap((one) => alternative(frame, one)),
  )
  const cites = new Map(
    [verdict, ...steps].flatMap((one) => one.cites).map((cite) => [`${cite.source} ${cite.at}`, cite]),
  )
  if (cites.size > 0) row(document.basis, frame.cites([...cites.values()]))
}

type Then = Determination['then'][number]

/** What must be done: the deed, then how binding, by when, by whom, on what basis. */
function duty(frame: Frame, { do: deed, obligation, owner, by, cites }: Then): Cell {
  const { summary, report } = frame.words
  const about = [report.obligation[obligation], ...(owner === undefined ? [] : [report.owner[owner]]), ...when(by)]
  return [
    [{ text: `– ${deed}`, type: scale.small }],
    [{ text: about.join(summary.separator), type: scale.smallQuiet }, ...after(frame, cites)],
  ]
}

function ruling(frame: Frame, it: Determination['outcomes'][number]): Cell {
  const { summary, report, document } = frame.words
  const about = [
    ...(it.state === 'perhaps' ? [document.perhapsIf] : []),
    ...(it.obligation === undefined ? [] : [report.obligation[it.obligation]]),
    ...(it.owner === undefined ? [] : [report.owner[it.owner]]),
    ...when(it.by),
  ]
  return [
    [
      { text: `– ${it.label}`, type: scale.smallStrong },
      ...(it.do === undefined ? [] : [{ text: `  ${it.do}`, type: scale.small }]),
    ],
    [{ text: about.join(summary.separator), type: scale.smallQuiet }, ...after(frame, it.cites)],
  ]
}

function alternative(frame: Frame, it: Determination['alternatives'][number]): Cell {
  const { summary, document } = frame.words
  const label = it.state === 'perhaps' ? summary.aside(it.label, document.alternativePerhaps) : it.label
  return [
    [
      { text: label, type: scale.smallStrong },
      ...(it.because === undefined ? [] : [{ text: `  ${it.because}`, type: scale.small }]),
    ],
    ...(it.cites.length > 0 ? [frame.cites(it.cites)] : []),
  ]
}

/** The law behind something, after what was said of it. */
function after(frame: Frame, cites: Report['gaps'][number]['cites']): Span[] {
  return cites.length === 0
    ? []
    : [{ text: frame.words.summary.separator, type: scale.smallQuiet }, ...frame.cites(cites)]
}

const when = (by: Then['by']): string[] => (by === undefined ? [] : [by.due ?? by.text])
