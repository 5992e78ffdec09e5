/** The formats of single determinations. To add one: a file beside this one and a line here. */
import type { DecisionFormat } from './format.js'
import { json } from './json.js'
import { md } from './md.js'
import { text } from './text.js'

export const decisionFormats = { text, json, md } as const satisfies Record<string, DecisionFormat>
