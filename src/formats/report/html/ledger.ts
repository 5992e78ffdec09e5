/** The appendix: every line of the ledger. */
import { entryNames } from '../content/names.js'
import { html } from './markup.js'
import { law, type Part, section, table } from './page.js'

/** Where every point of the low case comes from, and where the others went. */
export const ledger: Part = (page) => {
  const { report, words } = page
  const { document } = words
  if (report.ledger.length === 0) return undefined
  const columns = document.ledgerColumns
  const asks = new Map(report.questions.map((it) => [it.id, it.ask]))
  const titles = new Map(report.sections.map((it) => [it.id, it.title]))
  const name = entryNames(report)
  const sum = (which: 'contribution' | 'loss') =>
    exact(report.ledger.reduce((total, line) => total + Math.round(line[which] * 1000), 0) / 1000)
  return section('ledger', document.headings.ledger, [
    html`<p class="quiet">${document.ledgerMeans}</p>
      <details>
        <summary>${document.ledgerOpen(report.ledger.length)}</summary>
        ${table(
          document.headings.ledger,
          [
            { title: columns.question },
            { title: columns.section },
            { title: columns.flow },
            { title: columns.contribution, number: true },
            { title: columns.loss, number: true },
          ],
          report.ledger.map((line) => [
            html`${law(page, asks.get(line.question) ?? line.question)}
              <code>${line.question}</code
              >${line.counts ? undefined : html`<br /><span class="quiet">${document.ledgerNotCounting}</span>`}`,
            law(page, titles.get(line.section) ?? line.section),
            line.entry === undefined ? '–' : name(line.entry),
            exact(line.contribution),
            exact(line.loss),
          ]),
          { foot: [document.ledgerSum, '', '', sum('contribution'), sum('loss')], kind: 'fine' },
        )}
      </details>`,
  ])
}

/** Thousandths, as the ledger carries them. */
const exact = (value: number): string => value.toFixed(3)
