/** A comparison as one page that needs nothing else: no script, no picture, no network. */
import { visible } from '../../text/visible.js'
import type { ComparisonFormat } from './format.js'
import { type Block, outlineOf } from './outline.js'

export const html: ComparisonFormat = {
  name: 'html',
  summary: 'one page for the browser, to print or to send',
  render: (comparison, { words }) => {
    const { firm, ruleset, heading, result, blocks, notices, disclaimer } = outlineOf(comparison, words)
    const block = ({ heading: title, items }: Block) => [
      `<section><h2>${escaped(title)}</h2><ul>`,
      ...items.map(({ text, about }) => `<li>${escaped(text)}${about ? ` <small>${escaped(about)}</small>` : ''}</li>`),
      '</ul></section>',
    ]
    const lines = [
      '<!doctype html>',
      `<html lang="${comparison.language}">`,
      '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      `<title>${escaped(firm)} · ${escaped(heading)}</title>`,
      `<style>${style}</style></head>`,
      `<body><main><header><p><strong>${escaped(firm)}</strong><br>${escaped(ruleset)}</p></header>`,
      `<h1>${escaped(heading)}</h1><ul class="result">`,
      ...result.map((it) => `<li>${escaped(it)}</li>`),
      '</ul>',
      ...[...blocks, ...(notices ? [notices] : [])].flatMap(block),
      `<footer><p>${escaped(disclaimer)}</p></footer></main></body></html>`,
    ]
    return `${lines.join('\n')}\n`
  },
}

/** Dark text on white, for screens and paper alike. */
const style = [
  'body{margin:0;background:#fff;color:#1d2733;font:16px/1.5 system-ui,"Noto Sans CJK TC",sans-serif}',
  'main{max-width:46rem;margin:0 auto;padding:2rem 1rem}',
  'h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.1rem;margin:2rem 0 .5rem;break-after:avoid}',
  'ul{padding-left:1.2rem}.result{padding:0;list-style:none;font-size:1.1rem}li{margin:.25rem 0;break-inside:avoid}',
  'small{display:block;color:#52606d;font-size:.85rem}footer{margin-top:2.5rem;color:#52606d}',
].join('')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text from files is words, never markup. */
const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, (it) => entities[it]!)
