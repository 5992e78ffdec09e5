/** What changes after the as-at date. */
import { points1 } from '../content/figures.js'
import { entryNames } from '../content/names.js'
import { html } from './markup.js'
import { aside, law, type Part, section, table } from './page.js'

/** Each date with its effect on the same answers. */
export const upcoming: Part = (page) => {
  const { report, words } = page
  const { document, summary } = words
  const columns = document.upcomingColumns
  const name = entryNames(report)
  return section('upcoming', document.headings.upcoming, [
    report.upcoming.length === 0
      ? html`<p>${document.upcomingNone}</p>`
      : html`<p class="quiet">${document.upcomingMeans}</p>
          ${table(
            document.headings.upcoming,
            [{ title: columns.date }, { title: columns.change }, { title: columns.effect }],
            report.upcoming.map(({ date, changes, score, outcomes }) => {
              const effects = [
                ...(score.low !== null && score.low !== report.score.low
                  ? [document.scoreThen(points1(score.low), score.band?.label)]
                  : []),
                ...outcomes.map((it) => {
                  const turned = summary.becomes(it.before, it.after)
                  return it.entry === undefined ? turned : document.verdictOf(name(it.entry), turned)
                }),
              ]
              return [
                date,
                html`<ul>
                  ${changes.map((it) => html`<li>${law(page, it.title)}${aside(page, it.change === 'starts' ? summary.starts : summary.ends)}</li>`)}
                </ul>`,
                effects.length === 0
                  ? document.noEffect
                  : html`<ul>
                      ${effects.map((it) => html`<li>${it}</li>`)}
                    </ul>`,
              ]
            }),
          )}`,
  ])
}
