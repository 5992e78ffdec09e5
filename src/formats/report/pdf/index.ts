import type { ReportFormat } from '../format.js'

/** The report as a document for the board: A4, tagged, in one language, with report.json inside. */
export const pdf: ReportFormat = {
  name: 'pdf',
  summary: 'the report for the board, with report.json inside',
  extension: 'pdf',
  screen: false,
  render: async (report, options) => (await import('./document.js')).documentOf(report, options),
}
