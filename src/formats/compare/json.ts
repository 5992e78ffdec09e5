import { visibleJson } from '../../text/visible.js'
import type { ComparisonFormat } from './format.js'

export const json: ComparisonFormat = {
  name: 'json',
  summary: 'for programs',
  render: (comparison) => visibleJson(`${JSON.stringify(comparison, null, 2)}\n`),
}
