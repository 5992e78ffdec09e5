/** What the checks of rules in order share. */
import type { Condition, Determination, Rule } from '../ruleset/ruleset.js'
import { inForce } from '../ruleset/ruleset.js'
import { allOf, noneOf } from './conditions.js'
import type { Space } from './space.js'

/** The rules that come before one and are in force on a day. */
export const before = (determination: Determination, rule: Rule, day: string): Rule[] =>
  determination.rules.slice(0, determination.rules.indexOf(rule)).filter((it) => inForce(it, day))

/** One day of each stretch on which the same rules are in force, and the facts they look at. */
export const daysOfRules = (space: Space, determination: Determination, rule: Rule): string[] =>
  space.daysOf(
    determination.rules.map((it) => it.when),
    rule,
    determination.rules,
  )

/** A rule decides: it holds, and none before it does. It comes first, so that little else needs to be looked through. */
export const decides = (rule: Rule, earlier: readonly Rule[]): Condition =>
  allOf(rule.when, ...earlier.toReversed().map((it) => noneOf(it.when)))

/** Whether a rule ever decides. For `decide: all` every rule stands alone. */
export const everDecides = (space: Space, determination: Determination, rule: Rule, giveUp: () => void): boolean =>
  daysOfRules(space, determination, rule).some((day) =>
    space.someOn(
      day,
      determination.decide === 'first' ? decides(rule, before(determination, rule, day)) : allOf(rule.when),
      true,
      giveUp,
    ),
  )
