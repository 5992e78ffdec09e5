/** Where the firm stands: section by section, broken down, and what to answer first. */
import type { Report } from '../../../report/schema.js'
import { rangeBar } from '../../drawings/range-bar.js'
import { points1, range1 } from '../content/figures.js'
import { html, type Markup } from './markup.js'
import { aside, law, type Page, type Part, section, table, under } from './page.js'
import { ornament } from './svg.js'

export const standing: Part = (page) => {
  const { report, words } = page
  const { document } = words
  const { obligation, policy, place, topic } = report.breakdowns
  return section('standing', document.headings.standing, [
    parts(page),
    sections(page),
    entries(page),
    html`<div class="pair">
      ${breakdown(document.byPolicy, policy)}${breakdown(document.byObligation, obligation)}${breakdown(document.byPlace, place)}
    </div>`,
    topic.length > 0
      ? html`<details>
          <summary>${document.byTopic}</summary>
          ${breakdown(document.byTopic, topic)}
        </details>`
      : undefined,
    obligation.length > 0 ? html`<p class="quiet">${document.breakdownMeans}</p>` : undefined,
    answerFirst(page),
  ])
}

const bar = (low: number, high: number): Markup =>
  html`<span class="bar">${ornament(rangeBar({ low, high, width: 160, height: 10 }))}</span>`

function parts({ report, words }: Page): Markup | undefined {
  const { document, summary } = words
  return report.parts.length === 0
    ? undefined
    : under(document.byPart, [
        table(
          document.byPart,
          [{ title: document.about.ruleset }, { title: '0–100', plain: true }, { title: summary.score, number: true }],
          report.parts.map(({ title, score: { low, high } }) => [
            title,
            low === null || high === null ? undefined : bar(low, high),
            low === null || high === null ? document.notDrawn : range1(low, high),
          ]),
        ),
      ])
}

function sections(page: Page): Markup | undefined {
  const { report, words } = page
  const { document, summary } = words
  const columns = document.sectionColumns
  const hidden = report.sections.filter((it) => it.state === 'hidden').length
  const rows = report.sections
    .filter((it) => it.state !== 'hidden')
    .map((it) => {
      const weakest = it.entries.length > 1 ? it.entries.find((entry) => entry.weakest) : undefined
      const name = html`${law(page, it.title)}${it.state === 'perhaps' ? aside(page, summary.sectionPerhaps) : undefined}${weakest && html`<br /><span class="quiet">${summary.weakest(weakest.name)}</span>`}`
      const { low, high } = it
      return low === null || high === null
        ? [name, document.notDrawn, '–', '–', `${it.answered} / ${it.answered + it.open}`]
        : [
            name,
            bar(low, high),
            range1(low, high),
            it.evidenced === null ? '–' : points1(it.evidenced),
            `${it.answered} / ${it.answered + it.open}`,
          ]
    })
  return under(document.bySection, [
    table(
      document.bySection,
      [
        { title: columns.section },
        { title: '0–100', plain: true },
        { title: columns.score, number: true },
        { title: columns.evidenced, number: true },
        { title: columns.answered, number: true },
      ],
      rows,
    ),
    hidden > 0 ? html`<p class="quiet">${summary.sectionsHidden(hidden)}</p>` : undefined,
  ])
}

/** Where several entries answer a section: each of them. */
function entries(page: Page): Markup | undefined {
  const { document } = page.words
  const several = page.report.sections.filter((it) => it.entries.filter((entry) => entry.low !== null).length > 1)
  if (several.length === 0) return undefined
  return html`${several.map(
    (it) =>
      html`<details>
        <summary>${document.entriesOf(it.title)}</summary>
        ${table(
          document.entriesOf(it.title),
          [
            { title: document.gapColumns.flow },
            { title: '0–100', plain: true },
            { title: document.sectionColumns.score, number: true },
          ],
          it.entries.flatMap(({ name, low, high }) =>
            low === null || high === null ? [] : [[name, bar(low, high), range1(low, high)]],
          ),
        )}
      </details>`,
  )}`
}

const breakdown = (title: string, rows: Report['breakdowns']['policy']): Markup | undefined =>
  rows.length === 0
    ? undefined
    : html`<div>
        <h3>${title}</h3>
        <table class="plain">
          <caption class="unseen">
            ${title}
          </caption>
          <tbody>
            ${rows.map(
              ({ label, value }) =>
                html`<tr>
                  <th scope="row">${label}</th>
                  <td>${bar(value, value)}</td>
                  <td class="n">${points1(value)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`

function answerFirst(page: Page): Markup | undefined {
  const { report, words } = page
  const { document, summary } = words
  if (report.answerFirst.length === 0) return undefined
  const names = new Map(report.determinations.map((it) => [it.entry, it.entryName]))
  return under(document.answerFirst, [
    html`<p class="quiet">${summary.answerFirstMeans}</p>
      <ol class="asks">
        ${report.answerFirst.map((it) => {
          const decides = it.decides.map((one) =>
            one.entry === undefined || one.entry === it.entry
              ? one.title
              : summary.aside(one.title, names.get(one.entry) ?? one.entry),
          )
          const effects = [
            ...(decides.length > 0 ? [summary.decides(decides.join(summary.separator))] : []),
            ...(it.narrows !== null && it.narrows > 0 ? [summary.narrows(points1(it.narrows))] : []),
          ].join(summary.separator)
          return html`<li>
            ${law(page, it.ask)}${it.entryName === undefined ? undefined : html` <span class="entry">${it.entryName}</span>`}${effects === '' ? undefined : html`<br /><span class="quiet">${effects}</span>`}
          </li>`
        })}
      </ol>`,
  ])
}
