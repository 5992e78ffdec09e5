import { visibleJson } from '../../text/visible.js'
import type { PlanFormat } from './format.js'

export const json: PlanFormat = {
  name: 'json',
  summary: 'for programs',
  render: (plan) => visibleJson(`${JSON.stringify(plan, null, 2)}\n`),
}
