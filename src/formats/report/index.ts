/** The formats of reports. To add one: a file beside this one and a line here; help and completion follow. */
import { csv } from './csv/index.js'
import type { ReportFormat } from './format.js'
import { html } from './html/index.js'
import { json } from './json.js'
import { md } from './md/index.js'
import { pdf } from './pdf/index.js'
import { text } from './text.js'

export const reportFormats = { text, json, md, html, pdf, csv } as const satisfies Record<string, ReportFormat>

export type ReportFormatName = keyof typeof reportFormats
