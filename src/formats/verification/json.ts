import { visibleJson } from '../../text/visible.js'
import type { VerificationFormat } from './format.js'

export const json: VerificationFormat = {
  name: 'json',
  summary: 'for programs',
  render: (verification) => visibleJson(`${JSON.stringify(verification, null, 2)}\n`),
}
