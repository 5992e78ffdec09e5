/** What every page stands in: one file, no network, nothing in it obeyed but its own style and script. */
import { createHash } from 'node:crypto'
import type { Language } from '../../../text/languages.js'
import { houseTheme, type Theme } from '../../../theme/theme.js'
import type { Templates } from '../../templates.js'
import { html, Markup } from './markup.js'

export interface Frame {
  readonly language: Language
  readonly title: string
  /** What made it. */
  readonly generator?: string
  readonly theme?: Theme
  readonly templates: Templates
  /** The name of a template. */
  readonly script?: string
  /** The words of the link that leads to the content, past what is the same everywhere. */
  readonly skip: string
  readonly disclaimer: string
}

/** @param body holds the element `#report` */
export function framed(frame: Frame, body: (theme: Theme) => Markup): string {
  const { language, title, generator, theme = houseTheme, templates, skip, disclaimer } = frame
  const style = `${palettes(theme)}${templates.text('html/report.css')}`
  const script = frame.script === undefined ? undefined : templates.text(frame.script)
  const policy = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hash(script)}'`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        ${generator === undefined ? undefined : html`<meta name="generator" content="${generator}" />`}
        <title>${title}</title>
        ${element('style', style)}
      </head>
      <body>
        <a class="skip" href="#report">${skip}</a>
        ${body(theme)}
        <footer>
          <p>
            ${theme.name}${theme.contact === undefined ? undefined : html`<br /><span class="lines">${theme.contact}</span>`}
          </p>
          <p class="quiet">${disclaimer}</p>
        </footer>
        ${script === undefined ? undefined : element('script', script)}
      </body>
    </html> `.text
    .trim()
    .concat('\n')
}

/** Its content to the letter: the policy names its hash. */
const element = (name: string, content: string): Markup => new Markup(`<${name}>${content}</${name}>`)

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** The colours of the theme, for light and dark; paper is light. */
function palettes({ colours: { light, dark } }: Theme): string {
  const values = (palette: Theme['colours']['light']) =>
    Object.entries(palette)
      .map(([name, value]) => `--${name}:${value};`)
      .join('')
  return `:root{color-scheme:light dark;${values(light)}}@media screen and (prefers-color-scheme:dark){:root{${values(dark)}}}\n`
}
