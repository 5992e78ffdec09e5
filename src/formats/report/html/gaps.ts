/** Gaps by what they gain; then, apart, what is open, not applicable, without evidence. */
import type { Report } from '../../../report/schema.js'
import { gain } from '../content/figures.js'
import { entryNames } from '../content/names.js'
import { html, type Markup } from './markup.js'
import { cites, law, type Page, type Part, section, under } from './page.js'

type Gap = Report['gaps'][number]

export const gaps: Part = (page) => {
  const { report, words } = page
  const { document } = words
  const known = report.gaps.filter((it) => it.state === 'answered' || it.state === 'implied')
  return section('gaps', document.headings.gaps, [
    known.length === 0
      ? html`<p>${words.summary.noGaps}</p>`
      : html`<p class="quiet">${document.gapsMeans} ${document.gapsEntryMeans}</p>
          ${filter(page, known)}${list(page, known)}`,
    under(document.unsure, [
      report.open.length === 0
        ? undefined
        : html`<p class="quiet">${document.unsureMeans}</p>
            ${asked(
              page,
              report.open.map((it) => ({
                ...it,
                about: [
                  words.summary.gapState[it.state],
                  it.applicable === 'perhaps' ? document.perhapsApplicable : undefined,
                ],
              })),
            )}`,
    ]),
    under(document.notApplicable, [
      report.notApplicable.length === 0
        ? undefined
        : asked(
            page,
            report.notApplicable.map((it) => ({ ...it, about: [it.reason] })),
          ),
    ]),
    under(document.noEvidence, [
      report.withoutEvidence.length === 0
        ? undefined
        : html`<p class="quiet">${document.noEvidenceMeans}</p>
            ${asked(
              page,
              report.withoutEvidence.map((it) => ({
                ...it,
                about: [
                  it.state === 'none' ? undefined : document.evidenceState[it.state],
                  it.expects.join(words.summary.separator) || undefined,
                ],
              })),
            )}`,
    ]),
    under(document.hidden, [
      report.hidden.length === 0
        ? undefined
        : asked(
            page,
            report.hidden.map((it) => ({ ...it, question: it.id, about: [] })),
          ),
    ]),
  ])
}

interface Asked {
  readonly ask: string
  readonly entry?: string
  readonly about: readonly (string | undefined)[]
}

function asked(page: Page, list: readonly Asked[]): Markup {
  const name = entryNames(page.report)
  return html`<ul class="asks">
    ${list.map(({ ask, entry, about }) => {
      const said = about.filter((it) => it !== undefined && it !== '')
      return html`<li>
        ${law(page, ask)}${entry === undefined ? undefined : html` <span class="entry">${name(entry)}</span>`}${said.length === 0 ? undefined : html`<br /><span class="quiet">${said.join(' · ')}</span>`}
      </li>`
    })}
  </ul>`
}

/** Shown where script is on; without it the whole list stands. */
function filter(page: Page, list: readonly Gap[]): Markup {
  const { document, report: named } = page.words
  const columns = document.gapColumns
  const distinct = <T extends string>(values: readonly (T | undefined)[]) => [
    ...new Set(values.filter((it) => it !== undefined)),
  ]
  const choice = (name: string, title: string, options: readonly (readonly [string, string])[]): Markup | undefined =>
    options.length < 2
      ? undefined
      : html`<label
          >${title}
          <select name="${name}">
            <option value="">${document.allOf(title)}</option>
            ${options.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
          </select></label
        >`
  return html`<form class="filter" id="gap-filter" hidden aria-label="${document.gapsFilter}">
    <label>${document.gapsSearch} <input type="search" name="text" autocomplete="off" /></label>${choice(
      'obligation',
      columns.obligation,
      distinct(list.map((it) => it.obligation)).map((it) => [it, named.obligation[it]]),
    )}${choice(
      'owner',
      columns.owner,
      distinct(list.map((it) => it.remedy?.owner)).map((it) => [it, named.owner[it]]),
    )}${choice(
      'entry',
      columns.flow,
      distinct(list.map((it) => it.entry)).map((it) => [it, entryNames(page.report)(it)]),
    )}
    <p role="status" data-shown="${document.gapsShown('{shown}', '{all}')}"></p>
  </form>`
}

function list(page: Page, all: readonly Gap[]): Markup {
  const { words } = page
  const { document, summary, report: named } = words
  const columns = document.gapColumns
  const head = (title: string, key: string, number = false) =>
    html`<th
      scope="col"
      role="columnheader"
      ${number ? html` class="n"` : undefined}
      data-sort="${key}"
      data-sort-by="${document.sortBy(title)}"
    >
      ${title}
    </th>`
  const cell = (title: string, content: Markup | string, number = false) =>
    html`<td role="cell" data-title="${title}" ${number ? html` class="n"` : undefined}>${content}</td>`
  return html`<table class="rows gaps" id="gap-list" role="table">
    <caption class="unseen">
      ${document.headings.gaps}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${head(columns.gap, 'rank')}${head(columns.remedy, 'remedy')}${head(columns.owner, 'owner')}${head(columns.effort, 'effort', true)}${head(columns.points, 'points', true)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${all.map((gap, i) => {
        const { remedy } = gap
        const answer = gap.answer === undefined ? summary.gapState[gap.state] : summary.gapAnswered(gap.answer)
        const controls = gap.controls
          .map(({ short, ids }) => `${short} ${words.marks.list(ids)}`)
          .join(summary.separator)
        return html`<tr
          role="row"
          data-rank="${i + 1}"
          data-points="${gap.lift}"
          data-effort="${remedy?.effort ?? ''}"
          data-remedy="${remedy?.do ?? ''}"
          data-owner="${remedy?.owner ?? ''}"
          data-obligation="${gap.obligation}"
          data-entry="${gap.entry ?? ''}"
        >
          <th scope="row" role="rowheader">
            <span class="index">${i + 1}</span>
            ${law(page, gap.ask)}${gap.entryName === undefined ? undefined : html` <span class="entry">${gap.entryName}</span>`}<br /><span
              class="quiet"
              >${answer === '' ? undefined : html`${law(page, answer)} · `}${named.obligation[gap.obligation]}${gap.cites.length > 0 ? html` · ${cites(page, gap.cites)}` : undefined}${controls === '' ? undefined : html` · ${controls}`}${gap.applicable === 'perhaps' ? html` · ${document.perhapsApplicable}` : undefined}</span
            >
          </th>
          ${cell(columns.remedy, remedy ? law(page, remedy.do) : '–')}${cell(columns.owner, remedy ? named.owner[remedy.owner] : '–')}${cell(columns.effort, remedy ? String(remedy.effort) : '–', true)}${cell(columns.points, gain(gap.lift), true)}
        </tr> `
      })}
    </tbody>
  </table>`
}
