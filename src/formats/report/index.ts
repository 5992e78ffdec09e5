/** The formats of reports. To add one: a file beside this one and a line here; help and completion follow. */
import type { ReportFormat } from './format.js'
import { html } from './html/index.js'
import { json } from './json.js'
import { pdf } from './pdf/index.js'
import { text } from './text.js'

export const reportFormats = { text, json, html, pdf } as const satisfies Record<string, ReportFormat>

export type ReportFormatName = keyof typeof reportFormats
