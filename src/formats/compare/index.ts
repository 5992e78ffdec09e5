/** The formats of comparisons. To add one: a file beside this one and a line here. */
import type { ComparisonFormat } from './format.js'
import { html } from './html.js'
import { json } from './json.js'
import { md } from './md.js'
import { text } from './text.js'

export const comparisonFormats = { text, json, html, md } as const satisfies Record<string, ComparisonFormat>
