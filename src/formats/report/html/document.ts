/** The page as a whole: one file, no network, readable without script, nothing in it obeyed but its own style and script. */
import { createHash } from 'node:crypto'
import type { Report } from '../../../report/schema.js'
import { houseTheme } from '../../../theme/theme.js'
import type { RenderOptions } from '../format.js'
import { flows } from './flows.js'
import { element, palettes } from './frame.js'
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
export function page(report: Report, { words, theme = houseTheme, templates }: RenderOptions): string {
  if (!templates) throw new Error('html needs templates')
  const { document } = words
  const made: Page = { report, words, theme }
  const style = `${palettes(theme)}${templates.text('html/report.css')}`
  const script = templates.text('html/report.js')
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'`
  const shown = Object.entries(parts).flatMap(([id, part]) => {
    const content = part(made)
    return content ? [{ id: id as keyof typeof parts, content }] : []
  })
  return html`<!doctype html>
    <html lang="${report.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="${report.generator.name} ${report.generator.version}" />
        <title>${document.title(report.firm.name, report.ruleset.title)}</title>
        ${element('style', style)}
      </head>
      <body>
        <a class="skip" href="#report">${document.skip}</a>
        ${head(made)}
        <nav aria-label="${document.contents}">
          <ol>
            ${shown.map(({ id }) => html`<li><a href="#${id}">${document.headings[id]}</a></li>`)}
          </ol>
        </nav>
        <main id="report">${shown.map(({ content }) => content)}</main>
        <footer>
          <p>
            ${theme.name}${theme.contact === undefined ? undefined : html`<br /><span class="lines">${theme.contact}</span>`}
          </p>
          <p class="quiet">${report.disclaimer}</p>
        </footer>
        ${element('script', script)}
      </body>
    </html> `.text
    .trim()
    .concat('\n')
}

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
