import { laidOutJson } from '../../documents/json-writer.js'
import type { Report } from '../../report/schema.js'
import { sealed } from '../../report/seal.js'
import { visibleJson } from '../../text/visible.js'
import type { ReportFormat } from './format.js'

/** The report itself, for programs and for `verify`; `rulesets/schema/report.schema.json` describes it. */
export const json = {
  name: 'json',
  summary: 'everything, for programs; the contract between versions',
  extension: 'json',
  screen: true,
  render: (report: Report) => visibleJson(`${JSON.stringify(sealed(report), null, 2)}\n`),
  bytes: (report: Report) => laidOutJson(sealed(report)),
} satisfies ReportFormat
