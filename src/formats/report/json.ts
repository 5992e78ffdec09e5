import { visibleJson } from '../../text/visible.js'
import type { ReportFormat } from './format.js'

/** The report itself, for programs and for `verify`; `rulesets/schema/report.schema.json` describes it. */
export const json: ReportFormat = {
  name: 'json',
  summary: 'everything, for programs; the contract between versions',
  extension: 'json',
  render: (report) => visibleJson(`${JSON.stringify(report, null, 2)}\n`),
}
