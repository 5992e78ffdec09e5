import { found, under } from '../ruleset/draft.js'
import { inForce } from '../ruleset/ruleset.js'
import type { Check } from './check.js'
import { allOf } from './conditions.js'
import { daysOfRules, decides, everDecides } from './rules.js'

/** A rule of `decide: first` that earlier rules leave nothing to decide. */
export const shadowedRules: Check = ({ ruleset, draft, space, unproven }) =>
  [...ruleset.values.values()].flatMap((determination) => {
    if (determination.kind !== 'determination' || determination.decide !== 'first') return []
    const place = draft.determinations.get(determination.id)!
    return determination.rules.flatMap((rule, i) => {
      const at = under(place, 'rules', i)
      const giveUp = unproven(rule.id, at)
      if (i === 0 || everDecides(space, determination, rule, giveUp)) return []
      // That it never holds at all is said elsewhere.
      if (!space.some(allOf(rule.when), true, rule, giveUp)) return []
      const days = daysOfRules(space, determination, rule)
      const alone = determination.rules
        .slice(0, i)
        .find((earlier) =>
          days.every((day) => inForce(earlier, day) && !space.someOn(day, decides(rule, [earlier]), true, giveUp)),
        )
      return [found('check/rule-shadowed', { id: rule.id, by: alone ? [alone.id] : [] }, at)]
    })
  })
