import { found, under } from '../ruleset/draft.js'
import type { Check } from './check.js'

/** A gate that caps at the highest band: whether it trips or not, nothing changes. */
export const idleGates: Check = ({ ruleset, draft }) => {
  const highest = ruleset.bands.at(-1)?.id
  const at = { file: draft.questionnaire.source.file, path: ['scoring', 'gates'] }
  return ruleset.gates.flatMap((gate, i) =>
    gate.caps === highest ? [found('check/gate-idle', { id: gate.id, band: highest }, under(at, i, 'caps'))] : [],
  )
}
