/** The cheapest ways up, where they were worked out: each as a step chart and as a list. */
import type { ReportRoute } from '../../../report/schema.js'
import { steps as stepChart } from '../../drawings/steps.js'
import { gain, points1 } from '../content/figures.js'
import { html, type Markup } from './markup.js'
import { law, type Page, type Part, section, table } from './page.js'
import { svg } from './svg.js'

export const plan: Part = (page) => {
  const { report, words } = page
  const { document } = words
  if (!report.plan) return undefined
  const { value, routes } = report.plan
  return section('plan', document.headings.plan, [
    html`<p class="quiet">${document.planMeans}</p>`,
    ...routes.map((route) => one(page, value, route)),
  ])
}

function one(page: Page, start: number, route: ReportRoute): Markup {
  const { report, words } = page
  const { document, pages, summary, report: named } = words
  const target = route.target.band?.label ?? points1(route.target.value)
  const columns = document.gapColumns
  const chart =
    route.steps.length === 0
      ? undefined
      : stepChart({
          points: [{ effort: 0, score: start }, ...route.steps.map((it) => ({ effort: it.effort, score: it.value }))],
          bands: report.bands,
          width: 640,
          height: 220,
          size: 11,
          unit: pages.spent,
        })
  return html`<h3>→ ${law(page, target)}</h3>
    ${route.gates.map(
      (gate) =>
        html`<div class="notice t-bad">
          <p><strong>${law(page, gate.says)}</strong></p>
          ${gate.remedy && html`<p>${law(page, gate.remedy.do)} ${summary.effort(String(gate.remedy.effort), named.owner[gate.remedy.owner])}</p>`}
          ${gate.missing.length === 0 ? undefined : html`<p>${summary.wouldDecide} ${gate.missing.map((it) => html`${law(page, it.ask)} `)}</p>`}
        </div>`,
    )}
    ${
      route.obstacles.length === 0
        ? undefined
        : html`<ul>
            ${route.obstacles.map((it) => html`<li>${it.text}</li>`)}
          </ul>`
    }
    ${
      chart &&
      html`<figure>
        <div class="scroll" role="region" aria-label="${document.headings.plan}" tabindex="0">
          ${svg(chart, pages.stepsAlt(route.steps.length, points1(start), points1(route.value ?? start)))}
        </div>
      </figure>`
    }
    ${table(
      page.words.marks.labelled(document.headings.plan, target),
      [
        { title: columns.remedy },
        { title: columns.owner },
        { title: columns.effort, number: true },
        { title: columns.points, number: true },
        { title: pages.spent, number: true },
        { title: pages.scoreAfter, number: true },
      ],
      route.steps.map(({ remedy, entries, gain: gained, effort, value }, i) => [
        html`<span class="index">${i + 1}</span>
          ${law(page, remedy.do)}${entries.length === 0 ? undefined : html` <span class="entry">${entries.map((it) => it.name).join(summary.separator)}</span>`}`,
        named.owner[remedy.owner],
        String(remedy.effort),
        gain(gained),
        String(effort),
        points1(value),
      ]),
    )}`
}
