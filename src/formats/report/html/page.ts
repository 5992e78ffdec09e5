/** What every part of the page is given: the report, the words, and the pieces that recur. */
import type { Report } from '../../../report/schema.js'
import type { Theme } from '../../../theme/theme.js'
import type { Words } from '../../../text/words.js'
import { marks, type Tone } from '../content/verdicts.js'
import { html, type Markup } from './markup.js'

export interface Page {
  readonly report: Report
  readonly words: Words
  readonly theme: Theme
}

/** One part: nothing where there is nothing to say. */
export type Part = (page: Page) => Markup | undefined

/** A verdict: colour, mark and word. */
export const badge = (tone: Tone, label: Markup | string): Markup =>
  html`<span class="badge t-${tone}"><span class="mark" aria-hidden="true">${marks[tone]}</span> ${label}</span>`

/** How the law behind something was checked. */
export const checked = ({ words }: Page, check: keyof Words['report']['checked'] | null): Markup | undefined =>
  check === null
    ? undefined
    : html`<span class="check c-${check}">${words.summary.lawChecked(words.report.checked[check])}</span>`

type Cite = Report['gaps'][number]['cites'][number]

/** Citations, each with how it was checked. */
export const cites = ({ words }: Page, list: readonly Cite[]): Markup | undefined =>
  list.length === 0
    ? undefined
    : html`<span class="cites"
        >${list.map((it, i) => html`${i > 0 ? words.summary.separator : ''}${it.short} ${it.at}${words.summary.sentenceSpace}<span class="c-${it.checked}">${words.marks.bracketed(words.report.checked[it.checked])}</span>`)}</span
      >`

/** Text of the ruleset, in its language. */
export function law({ report }: Page, text: string): Markup {
  const { language } = report.ruleset
  return language === report.language ? html`${text}` : html`<span lang="${language}">${text}</span>`
}

/** A part of the page under a heading that the contents name. */
export const section = (id: string, title: string, content: readonly (Markup | undefined)[]): Markup =>
  html` <section id="${id}" aria-labelledby="h-${id}">
    <h2 id="h-${id}">${title}</h2>
    ${content}
  </section>`

/** A subheading with what stands under it; nothing where there is none. */
export const under = (title: string, content: readonly (Markup | undefined)[]): Markup | undefined =>
  content.every((it) => it === undefined)
    ? undefined
    : html`<h3>${title}</h3>
        ${content}`

/** A column of a table: numbers stand right; what speaks for itself needs no title where columns become lines. */
export interface Column {
  readonly title: string
  readonly number?: boolean
  readonly plain?: boolean
}

/**
 * A table; on a phone each row becomes a card. That takes the table's own meaning away, so the roles are said.
 * The first cell of a row names it.
 */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Markup | string | undefined)[])[],
  more?: { readonly foot?: readonly (Markup | string | undefined)[]; readonly kind?: string },
): Markup | undefined =>
  rows.length === 0
    ? undefined
    : html`<table role="table" class="rows ${more?.kind}">
        <caption class="unseen">
          ${caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map(({ title, number }) => html`<th scope="col" role="columnheader" ${number ? html` class="n"` : undefined}>${title}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map(
            (row) =>
              html`<tr role="row">
                ${cells(columns, row)}
              </tr>`,
          )}
        </tbody>
        ${
          more?.foot &&
          html`<tfoot role="rowgroup">
            <tr role="row">
              ${cells(columns, more.foot)}
            </tr>
          </tfoot>`
        }
      </table>`

const cells = (columns: readonly Column[], row: readonly (Markup | string | undefined)[]): Markup[] =>
  row.map((cell, i) => {
    const column = columns[i]
    return i === 0
      ? html`<th scope="row" role="rowheader">${cell}</th>`
      : html`<td
          role="cell"
          ${column?.plain ? undefined : html` data-title="${column?.title}"`}${column?.number ? html` class="n"` : undefined}
        >
          ${cell}
        </td>`
  })

/** Rows of name and value. */
export const facts = (pairs: readonly (readonly [string | Markup, Markup | string | undefined])[]): Markup =>
  html`<dl class="facts">
    ${pairs.flatMap(([name, value]) =>
      value === undefined
        ? []
        : [
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
          ],
    )}
  </dl>`

/** What stands in brackets after something, in quieter ink. */
export const aside = ({ words }: Page, text: Markup | string): Markup => {
  const [open = '', close = ''] = words.marks.bracketed('\n').split('\n')
  return html`${words.summary.sentenceSpace}<span class="quiet">${open}${text}${close}</span>`
}
