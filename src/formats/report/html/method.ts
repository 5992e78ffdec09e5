/** How it was worked out and on what: method, sources, evidence, words, hashes. */
import { entryNames } from '../content/names.js'
import { html, type Markup } from './markup.js'
import { facts, law, type Page, type Part, section, table, under } from './page.js'

export const method: Part = (page) => {
  const { report, words, theme } = page
  const { document } = words
  const { answers, ruleset, generator } = report
  return section('method', document.headings.method, [
    under(document.method, [
      html`<ul>
        ${document.methodLines.map((it) => html`<li>${it}</li>`)}
      </ul>`,
    ]),
    under(document.glossary, [facts(document.glossaryTerms.map(([term, means]) => [term!, means]))]),
    under(document.sources, [sources(page)]),
    under(document.evidenceRegister, [evidence(page)]),
    under(document.integrity, [
      html`<p class="quiet">${document.integrityMeans}</p>`,
      facts([
        [document.about.generator, `${generator.name} ${generator.version}`],
        [
          document.hashRuleset,
          html`<code>${ruleset.sha256}</code> <span class="quiet">${ruleset.id} ${ruleset.version}</span>`,
        ],
        ...ruleset.parts.map(
          (it) =>
            [
              document.hashRuleset,
              html`<code>${it.sha256}</code> <span class="quiet">${it.id} ${it.version}</span>`,
            ] as const,
        ),
        [document.hashAnswers, html`<code>${answers.sha256}</code>`],
        [document.withheld, answers.withheld.length === 0 ? undefined : answers.withheld.join(words.summary.separator)],
      ]),
    ]),
    under(document.disclaimer, [
      html`<p>${report.disclaimer}</p>`,
      theme.disclaimer === undefined ? undefined : html`<p class="lines">${theme.disclaimer}</p>`,
    ]),
  ])
}

function sources(page: Page): Markup | undefined {
  const { report, words } = page
  const { document } = words
  const columns = document.sourceColumns
  const force = (from: string | undefined, until: string | undefined) =>
    from !== undefined && until !== undefined
      ? document.forceBetween(from, until)
      : from !== undefined
        ? document.forceFrom(from)
        : until !== undefined
          ? document.forceUntil(until)
          : '–'
  return table(
    document.sources,
    [
      { title: columns.source },
      { title: columns.issuer },
      { title: columns.place },
      { title: columns.force },
      { title: columns.checked },
    ],
    report.sources.map((it) => [
      html`${law(page, it.short)}<br /><span class="quiet"
          >${it.address === undefined ? law(page, it.title) : html`<a href="${webAddress(it.address)}" rel="noreferrer">${law(page, it.title)}</a>`}</span
        >`,
      law(page, it.issuer),
      words.report.place[it.place],
      force(it.from, it.until),
      it.lastChecked,
    ]),
  )
}

/** Only what a browser fetches as a page; anything else (`javascript:`) leads nowhere. */
const webAddress = (address: string): string => (/^https?:\/\//i.test(address) ? address : '#method')

function evidence(page: Page): Markup | undefined {
  const { report, words } = page
  const { document } = words
  const columns = document.evidenceColumns
  if (report.evidence.length === 0) return html`<p>${document.noEvidenceGiven}</p>`
  const asks = new Map(report.questions.map((it) => [it.id, it.ask]))
  const name = entryNames(report)
  return html`<details>
    <summary>${document.evidenceOpen(report.evidence.length)}</summary>
    ${table(
      document.evidenceRegister,
      [
        { title: columns.question },
        { title: columns.flow },
        { title: columns.evidence },
        { title: columns.until },
        { title: columns.state },
      ],
      report.evidence.map((it) => [
        law(page, asks.get(it.question) ?? it.question),
        it.entry === undefined ? '–' : name(it.entry),
        html`${[it.file, it.ref].filter((one) => one !== undefined).join(' · ')}${it.sha256 === undefined ? undefined : html`<br /><code>${it.sha256}</code>`}`,
        it.until ?? '–',
        document.evidenceState[it.state],
      ]),
      { kind: 'fine' },
    )}
  </details>`
}
