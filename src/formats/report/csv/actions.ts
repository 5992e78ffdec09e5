/** Everything there is to do: what clears a gate, the duties of each flow, what closes each gap. */
import type { Report } from '../../../report/schema.js'
import type { Words } from '../../../text/words.js'
import { csvOf } from '../../csv.js'
import { points1 } from '../content/figures.js'
import type { RenderOptions } from '../format.js'

type Row = readonly (string | number | undefined)[]

export function actionList(report: Report, { words, csvBom }: RenderOptions): string {
  const { gapColumns: columns, actions } = words.document
  const head = [
    ...[columns.remedy, columns.question, columns.flow, columns.obligation, columns.effort, columns.owner],
    ...[columns.points, columns.due, columns.state, actions.id, actions.source],
  ]
  return csvOf([head, ...gates(report, words), ...duties(report, words), ...gaps(report, words)], csvBom === true)
}

const gates = ({ gates: all }: Report, { document, report: named }: Words): Row[] =>
  all.flatMap(({ id, state, says, clears }): Row[] => {
    if (state === 'clear' || !clears) return []
    const about = state === 'holds' ? document.actions.caps : document.actions.perhapsCaps
    return [[clears.do, says, '', '', clears.effort, named.owner[clears.owner], '', '', about, id, '']]
  })

const duties = ({ determinations }: Report, words: Words): Row[] =>
  determinations.flatMap(({ id, title, entryName = '', then, outcomes }) => [
    ...then.map((it) => duty(words, { ...it, title, entryName, of: id, state: 'holds' })),
    ...outcomes.flatMap((it) =>
      it.do === undefined ? [] : [duty(words, { ...it, do: it.do, id: it.rule, title, entryName, of: id })],
    ),
  ])

interface Duty {
  readonly do: string
  readonly id: string
  readonly of: string
  readonly title: string
  readonly entryName: string
  readonly state: 'holds' | 'perhaps'
  readonly obligation?: keyof Words['report']['obligation']
  readonly owner?: keyof Words['report']['owner']
  readonly by?: { readonly text: string; readonly due?: string }
  readonly cites: Cites
}
type Cites = Report['gaps'][number]['cites']

const duty = (words: Words, it: Duty): Row => {
  const { document, report: named } = words
  return [
    it.do,
    it.title,
    it.entryName,
    it.obligation && named.obligation[it.obligation],
    '',
    it.owner && named.owner[it.owner],
    '',
    it.by && (it.by.due ?? it.by.text),
    it.state === 'holds' ? document.actions.duty : document.actions.perhapsDuty,
    `${it.of}/${it.id}`,
    sources(it.cites, words),
  ]
}

const gaps = ({ gaps: all }: Report, words: Words): Row[] => {
  const { document, report: named } = words
  return all.map((gap) => [
    gap.remedy?.do,
    gap.ask,
    gap.entryName,
    named.obligation[gap.obligation],
    gap.remedy?.effort,
    gap.remedy ? named.owner[gap.remedy.owner] : '',
    Number(points1(gap.lift)),
    '',
    gap.applicable === 'perhaps' ? document.actions.perhapsGap : document.actions.gap[gap.state],
    gap.question,
    sources(gap.cites, words),
  ])
}

const sources = (cites: Cites, { report: named, marks }: Words): string =>
  marks.clauses(cites.map((it) => marks.aside(`${it.short} ${it.at}`, named.checked[it.checked])))
