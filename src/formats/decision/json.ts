import { visibleJson } from '../../text/visible.js'
import type { DecisionFormat } from './format.js'

export const json: DecisionFormat = {
  name: 'json',
  summary: 'for programs',
  render: (report) => `${visibleJson(JSON.stringify(report, null, 2))}\n`,
}
