/** A plan as a list of actions for a spreadsheet or a tracker: what to answer, what to decide, what to do. */
import type { Plan } from '../../plan/schema.js'
import type { Words } from '../../text/words.js'
import { csvOf } from '../csv.js'
import type { PlanFormat } from './format.js'

export const csv: PlanFormat = {
  name: 'csv',
  summary: 'the list of actions, for spreadsheets',
  render: ({ answerFirst, route }, { words, csvBom }) => csvOf(rowsOf(answerFirst, route, words), csvBom),
}

function rowsOf(answerFirst: Plan['answerFirst'], { gates, steps }: Plan['route'], { plan, report, marks }: Words) {
  const { columns, kinds } = plan
  const head = [
    ...[columns.order, columns.kind, columns.id, columns.entry, columns.action, columns.owner, columns.effort],
    ...[columns.total, columns.gain, columns.score, columns.question, columns.obligation, columns.source],
  ]
  type Cells = (string | number | undefined)[]
  let total = 0
  const rows: Cells[] = [
    ...answerFirst.map(({ id, entryName, ask }): Cells => [kinds.answer, id, entryName, ask, undefined, 0, 0]),
    ...gates.flatMap(({ id, says, remedy }): Cells[] => {
      if (!remedy) return []
      total += remedy.effort
      return [
        [
          kinds.gate,
          id,
          undefined,
          remedy.do,
          report.owner[remedy.owner],
          remedy.effort,
          total,
          undefined,
          undefined,
          says,
        ],
      ]
    }),
    ...steps.map(({ question, entries, ask, remedy, obligation, cites, gain, effort, value }): Cells => [
      kinds.step,
      question,
      entries.map(({ name }) => name).join('; '),
      remedy.do,
      report.owner[remedy.owner],
      remedy.effort,
      effort,
      gain,
      value,
      ask,
      report.obligation[obligation],
      marks.clauses(cites.map((cite) => marks.aside(`${cite.short} ${cite.at}`, report.checked[cite.checked]))),
    ]),
  ]
  return [head, ...rows.map((row, i) => [i + 1, ...row, ...Array<undefined>(head.length - 1 - row.length)])]
}
