import { found, under } from '../ruleset/draft.js'
import type { Check } from './check.js'
import { everDecides } from './rules.js'

/** An outcome that no rule ever decides. */
export const unreachedOutcomes: Check = ({ ruleset, draft, space, unproven }) =>
  [...ruleset.values.values()].flatMap((determination) => {
    if (determination.kind !== 'determination') return []
    const place = draft.determinations.get(determination.id)!
    return [...determination.outcomes.keys()].flatMap((id, i) => {
      const at = under(place, 'outcomes', i)
      const rules = determination.rules.filter((rule) => rule.outcome === id)
      if (rules.some((rule) => everDecides(space, determination, rule, unproven(id, at)))) return []
      return [
        found('check/outcome-unreached', { id, determination: determination.id, rules: rules.map((it) => it.id) }, at),
      ]
    })
  })
