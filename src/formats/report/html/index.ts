import type { Report } from '../../../report/schema.js'
import type { RenderOptions, ReportFormat } from '../format.js'

/** One page for the browser. Loaded when it is asked for: a run that prints JSON pays nothing for it. */
export const html = {
  name: 'html',
  summary: 'one page for the browser, without network',
  extension: 'html',
  screen: false,
  render: async (report: Report, options: RenderOptions) => (await import('./document.js')).page(report, options),
} satisfies ReportFormat
