import type { Report } from '../../../report/schema.js'
import type { RenderOptions, ReportFormat } from '../format.js'

/** Markdown for a pull request or a wiki. Loaded when it is asked for. */
export const md = {
  name: 'md',
  summary: 'Markdown, for a pull request',
  extension: 'md',
  screen: true,
  render: async (report: Report, options: RenderOptions) => (await import('./document.js')).markdown(report, options),
} satisfies ReportFormat
