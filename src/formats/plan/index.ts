/** The formats of plans. To add one: a file beside this one and a line here. */
import { csv } from './csv.js'
import type { PlanFormat } from './format.js'
import { json } from './json.js'
import { text } from './text.js'

export const planFormats = { text, json, csv } as const satisfies Record<string, PlanFormat>
