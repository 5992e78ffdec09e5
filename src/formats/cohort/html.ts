/** Firms compared, as one page for the browser: without network, without script, without any firm's name. */
import { type Cohort, type CohortOfRuleset, type FirmCount, least, most } from '../../cohort/cohort.js'
import type { CohortNames } from '../../cohort/names.js'
import type { Language } from '../../text/languages.js'
import { inDigits } from '../../text/numbers.js'
import type { Words } from '../../text/words.js'
import type { Theme } from '../../theme/theme.js'
import { tenthsDrawing } from '../drawings/tenths.js'
import { type Frame, framed } from '../report/html/frame.js'
import { html, type Markup } from '../report/html/markup.js'
import { type Column, facts, table } from '../report/html/page.js'
import { svg } from '../report/html/svg.js'
import type { Templates } from '../templates.js'

export interface CohortPage {
  readonly cohort: Cohort
  /** The same firms, or such firms, at an earlier time. */
  readonly before?: Cohort
  /** By ruleset; of one that is not installed ids alone are shown. */
  readonly names: ReadonlyMap<string, CohortNames>
  readonly language: Language
  readonly words: Words
  readonly templates: Templates
  readonly theme?: Theme
}

/** Longer lists say nothing more. */
const longest = 15

/** The page. */
export function cohortPage(page: CohortPage): string {
  const { cohort, language, words, templates, theme } = page
  const { title, disclaimer, nothing, hiddenMeans } = words.cohort
  const frame: Frame = {
    language,
    title,
    ...(theme && { theme }),
    templates,
    skip: words.document.skip,
    disclaimer,
  }
  return framed(
    frame,
    ({ name }) =>
      html`<header class="cover">
          <p class="kind">${name}</p>
          <h1>${title}</h1>
          <p class="lead">${cohort.rulesets.length === 0 ? nothing : hiddenMeans}</p>
        </header>
        <main id="report">${cohort.rulesets.map((it) => ofRuleset(page, it))}</main>`,
  )
}

/** One ruleset: its firms under its rules alone. */
interface Of extends CohortPage {
  readonly own: CohortOfRuleset
  readonly earlier: CohortOfRuleset | undefined
  readonly called: CohortNames | undefined
}

function ofRuleset(page: CohortPage, own: CohortOfRuleset): Markup {
  const said = page.words.cohort
  const of: Of = {
    ...page,
    own,
    // The rules may have changed since: that is what is compared, too.
    earlier: page.before?.rulesets.find(({ id }) => id === own.id),
    called: page.names.get(own.id),
  }
  const { called, earlier } = of
  return html`<section aria-labelledby="h-${own.id}">
    <h2 id="h-${own.id}">${inTheirWords(of, called?.title ?? own.id)}</h2>
    ${facts([
      [said.about.firms, inDigits(own.firms)],
      [said.about.version, `${own.id} ${own.version}`],
      [
        said.about.before,
        earlier && `${inDigits(earlier.firms)}${page.words.summary.separator}${earlier.id} ${earlier.version}`,
      ],
    ])}
    ${called && called.sha256 !== own.sha256 ? html`<p class="quiet">${said.otherText}</p>` : undefined}
    ${distributions(of, said.headings.scores, said.columns.what, [
      [said.score, own.score, earlier?.score],
      [said.evidenced, own.evidenced, earlier?.evidenced],
    ])}
    ${distributions(
      of,
      said.headings.sections,
      said.columns.section,
      inOrder(Object.keys(own.sections), [...(called?.sections.keys() ?? [])]).map((id) => [
        called?.sections.get(id) ?? id,
        own.sections[id]!,
        earlier?.sections[id],
      ]),
    )}
    ${counts(of, 'gaps', said.headings.gaps, said.columns.question, called?.questions)}
    ${counts(of, 'withoutEvidence', said.headings.unproven, said.columns.question, called?.questions)}
    ${counts(of, 'verdicts', said.headings.verdicts, said.columns.verdict, verdictNames(of))}
    ${counts(
      of,
      'bands',
      said.headings.bands,
      said.columns.band,
      called && new Map(called.bands.map(({ id, label }) => [id, label])),
    )}
  </section>`
}

type Distribution = CohortOfRuleset['score']

function distributions(
  of: Of,
  title: string,
  first: string,
  rows: readonly (readonly [name: string, now: Distribution, before: Distribution | undefined])[],
): Markup | undefined {
  const said = of.words.cohort
  const { columns } = said
  const within = ([from, to]: readonly number[]) => said.between(from!, to!)
  const half = ({ quartiles: { lower, upper } }: Distribution) => within([lower[0]!, upper[1]!])
  const shown = rows.filter(([, now]) => most(now.firms) > 0)
  return titled(
    title,
    [
      { title: first },
      { title: columns.distribution, plain: true },
      { title: columns.median, number: true },
      { title: columns.half, number: true },
      { title: columns.firms, number: true },
      ...(of.earlier ? [{ title: columns.before, number: true }] : []),
    ],
    shown.map(([name, now, before]) => [
      inTheirWords(of, name),
      html`<span class="bar"
        >${svg(
          tenthsDrawing({
            counts: now.tenths.map((it) => ({ least: least(it), most: most(it) })),
            width: 160,
            height: 34,
          }),
          said.drawn(now.tenths.map((it) => told(of, it))),
        )}</span
      >`,
      within(now.quartiles.middle),
      half(now),
      told(of, now.firms),
      ...(of.earlier ? [before ? half(before) : '–'] : []),
    ]),
  )
}

function counts(
  of: Of,
  which: 'gaps' | 'withoutEvidence' | 'verdicts' | 'bands',
  title: string,
  first: string,
  called: ReadonlyMap<string, string> | undefined,
): Markup | undefined {
  const said = of.words.cohort
  const all = Object.entries(of.own[which])
  const ids =
    which === 'bands'
      ? inOrder(Object.keys(of.own.bands), [...(called?.keys() ?? [])])
      : all.sort(([a, x], [b, y]) => least(y) - least(x) || most(y) - most(x) || (a < b ? -1 : 1)).map(([id]) => id)
  const share = (count: FirmCount, firms: number) =>
    said.percent(Math.round((100 * least(count)) / firms), Math.round((100 * most(count)) / firms))
  const made = titled(
    title,
    [
      { title: first },
      { title: said.columns.firms, number: true },
      { title: said.columns.share, number: true },
      ...(of.earlier ? [{ title: said.columns.before, number: true }] : []),
    ],
    ids.slice(0, longest).map((id) => {
      const count = of.own[which][id]!
      const before = of.earlier?.[which][id]
      return [
        inTheirWords(of, called?.get(id) ?? id),
        told(of, count),
        share(count, of.own.firms),
        ...(of.earlier ? [before === undefined ? '–' : share(before, of.earlier.firms)] : []),
      ]
    }),
  )
  return (
    made &&
    html`${made}${ids.length > longest ? html`<p class="quiet">${said.more(ids.length - longest)}</p>` : undefined}`
  )
}

const titled = (
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly (Markup | string | undefined)[])[],
): Markup | undefined => {
  const made = table(title, columns, rows)
  return (
    made &&
    html`<h3>${title}</h3>
      ${made}`
  )
}

const verdictNames = ({ called, words }: Of): ReadonlyMap<string, string> | undefined =>
  called &&
  new Map(
    [...called.verdicts].map(([id, { title, label }]) => [
      id,
      words.summary.aside(label ?? words.report.notDecided, title),
    ]),
  )

/** A count as people read it. */
const told = ({ words }: CohortPage, count: FirmCount): string =>
  typeof count === 'number' ? inDigits(count) : words.cohort.count(inDigits(count.least), inDigits(count.most))

/** Text of the ruleset, in its language. */
const inTheirWords = ({ called, language }: Of, text: string): Markup =>
  called === undefined || called.language === language
    ? html`${text}`
    : html`<span lang="${called.language}">${text}</span>`

/** As the ruleset orders them; what it does not know, last. */
function inOrder(ids: readonly string[], order: readonly string[]): string[] {
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...ids].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}
