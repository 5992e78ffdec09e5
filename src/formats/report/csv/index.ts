/** The action list: what to do, for a spreadsheet or a tracker. Loaded when it is asked for. */
import type { Report } from '../../../report/schema.js'
import type { RenderOptions, ReportFormat } from '../format.js'

export const csv = {
  name: 'csv',
  summary: 'the action list, for a spreadsheet',
  extension: 'csv',
  screen: true,
  render: async (report: Report, options: RenderOptions) => (await import('./actions.js')).actionList(report, options),
} satisfies ReportFormat
