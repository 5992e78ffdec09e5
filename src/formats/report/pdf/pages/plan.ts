/** The cheapest ways up: to the next band and to the top one, each as a step chart and as a list. */
import type { ReportRoute } from '../../../../report/schema.js'
import { steps } from '../../../drawings/steps.js'
import { gain, points1 } from '../../content/figures.js'
import type { Frame, Page } from '../frame.js'
import { measure, scale } from '../style.js'
import { said, table } from '../table.js'

export const plan: Page = (frame) => {
  const { sheet, report, words } = frame
  if (!report.plan) return
  const { document } = words
  const { value, routes } = report.plan
  sheet.chapter()
  sheet.within('Sect', {}, () => {
    sheet.heading(1, document.headings.plan, { name: 'plan' })
    sheet.paragraph(document.planMeans, scale.smallQuiet)
    for (const route of routes) one(frame, value, route)
  })
}

function one(frame: Frame, start: number, route: ReportRoute): void {
  const { sheet, report, words } = frame
  const { document, pages, summary } = words
  const target = route.target.band?.label ?? points1(route.target.value)
  const reached = route.value === null ? points1(start) : points1(route.value)
  sheet.heading(2, `→ ${target}`, { follows: 150 })
  if (route.gates.length > 0)
    sheet.list(
      route.gates.map((gate) => [
        { text: gate.says, type: scale.smallStrong },
        ...(gate.remedy ? [{ text: `  → ${gate.remedy.do} ${frame.effort(gate.remedy)}`, type: scale.small }] : []),
        ...(gate.missing.length > 0
          ? [
              {
                text: `  ${summary.labelled(summary.wouldDecide, gate.missing.map((it) => it.ask).join(summary.separator))}`,
                type: scale.smallQuiet,
              },
            ]
          : []),
      ]),
    )
  if (route.obstacles.length > 0) sheet.list(route.obstacles.map((it) => [{ text: it.text, type: scale.small }]))
  if (route.steps.length === 0) return
  const points = [{ effort: 0, score: start }, ...route.steps.map((it) => ({ effort: it.effort, score: it.value }))]
  sheet.figure(
    steps({ points, bands: report.bands, width: measure, height: 150, size: 7.5, unit: pages.spent }),
    pages.stepsAlt(route.steps.length, points1(start), reached),
  )
  table(
    sheet,
    [
      { title: '', width: 16 },
      { title: document.gapColumns.remedy, share: 1 },
      { title: document.gapColumns.points, width: 36, align: 'right' },
      { title: document.gapColumns.effort, width: 32, align: 'right' },
      { title: pages.spent, width: 46, align: 'right' },
      { title: pages.scoreAfter, width: 46, align: 'right' },
      { title: document.gapColumns.owner, width: 58 },
    ],
    route.steps.map((step, i) => ({
      cells: [
        said(String(i + 1), scale.smallQuiet),
        [
          [{ text: step.remedy.do, type: scale.smallStrong }],
          [{ text: [step.ask, ...step.entries.map((it) => it.name)].join(summary.separator), type: scale.smallQuiet }],
        ],
        said(gain(step.gain)),
        said(String(step.remedy.effort)),
        said(String(step.effort)),
        said(points1(step.value), scale.smallStrong),
        said(words.report.owner[step.remedy.owner]),
      ],
    })),
  )
}
