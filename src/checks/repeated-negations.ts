import { found, under } from '../ruleset/draft.js'
import type { Condition, Dated } from '../ruleset/ruleset.js'
import type { Check } from './check.js'
import { comparisonsOf, subjectOf } from '../ruleset/conditions.js'
import { allOf, noneOf } from './conditions.js'

/** A rule of `decide: first` that says again that an earlier one does not hold: it would not be reached otherwise. */
export const repeatedNegations: Check = ({ ruleset, draft, space, unproven }) =>
  [...ruleset.values.values()].flatMap((determination) => {
    if (determination.kind !== 'determination' || determination.decide !== 'first') return []
    const place = draft.determinations.get(determination.id)!
    return determination.rules.flatMap((rule, i) => {
      if (!rule.when) return []
      const at = under(place, 'rules', i, 'when')
      const giveUp = unproven(rule.id, at)
      const never = (...parts: Condition[]) => !space.some(allOf(...parts), true, rule, giveUp)
      return partsOf(rule.when).flatMap(({ part, path }) => {
        const about = namesIn(part)
        const earlier = determination.rules
          .slice(0, i)
          .find(
            ({ when, ...dated }) =>
              when &&
              [...namesIn(when)].some((name) => about.has(name)) &&
              covers(dated, rule) &&
              never(noneOf(part), noneOf(when)) &&
              never(part, when),
          )
        return earlier
          ? [found('check/negation-repeated', { id: rule.id, earlier: earlier.id }, under(at, ...path))]
          : []
      })
    })
  })

/** What has to hold all together. */
const partsOf = (when: Condition): { part: Condition; path: (string | number)[] }[] =>
  when.kind === 'all' ? when.of.map((part, i) => ({ part, path: ['all', i] })) : [{ part: when, path: [] }]

const namesIn = (condition: Condition): Set<string> => new Set([...comparisonsOf(condition)].map(subjectOf))

/** Whether one is in force whenever the other is. */
const covers = (a: Dated, b: Dated): boolean =>
  (a.from === undefined || (b.from !== undefined && a.from <= b.from)) &&
  (a.until === undefined || (b.until !== undefined && b.until <= a.until))
