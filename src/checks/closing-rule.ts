import { found, under } from '../ruleset/draft.js'
import type { Check } from './check.js'

/** `decide: first` ends with a rule that holds in every other case: otherwise nothing is decided there, and nobody says why. */
export const closingRule: Check = ({ ruleset, draft }) =>
  [...ruleset.values.values()].flatMap((it) => {
    if (it.kind !== 'determination' || it.decide !== 'first') return []
    const last = it.rules.at(-1)!
    if (!last.when && last.from === undefined && last.until === undefined) return []
    const at = under(draft.determinations.get(it.id)!, 'rules', it.rules.length - 1)
    return [found('check/no-closing-rule', { id: it.id, last: last.id }, at)]
  })
