/** The page of a report, readable without script. */
import type { Report } from '../../../report/schema.js'
import type { RenderOptions } from '../format.js'
import { flows } from './flows.js'
import { type Frame, framed } from './frame.js'
import { gaps } from './gaps.js'
import { ledger } from './ledger.js'
import { html } from './markup.js'
import { method } from './method.js'
import type { Page, Part } from './page.js'
import { plan } from './plan.js'
import { standing } from './standing.js'
import { head, summary } from './summary.js'
import { upcoming } from './upcoming.js'

/** In the order of reading. */
const parts = { summary, standing, flows, gaps, plan, upcoming, method, ledger } as const satisfies Record<string, Part>

/** The report as an HTML page. */
export function page(report: Report, { words, theme, templates }: RenderOptions): string {
  if (!templates) throw new Error('html needs templates')
  const { document } = words
  const frame: Frame = {
    language: report.language,
    title: document.title(report.firm.name, report.ruleset.title),
    generator: `${report.generator.name} ${report.generator.version}`,
    ...(theme && { theme }),
    templates,
    script: 'html/report.js',
    skip: document.skip,
    disclaimer: report.disclaimer,
  }
  return framed(frame, (theme) => {
    const made: Page = { report, words, theme }
    const shown = Object.entries(parts).flatMap(([id, part]) => {
      const content = part(made)
      return content ? [{ id: id as keyof typeof parts, content }] : []
    })
    return html`${head(made)}
      <nav aria-label="${document.contents}">
        <ol>
          ${shown.map(({ id }) => html`<li><a href="#${id}">${document.headings[id]}</a></li>`)}
        </ol>
      </nav>
      <main id="report">${shown.map(({ content }) => content)}</main>`
  })
}
