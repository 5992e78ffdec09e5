/** Determinations: something decided from facts, by rules in order, with reasons. */
import { type Determination, inForce, undetermined } from '../ruleset/ruleset.js'
import { evaluate, outcomeIn } from './condition.js'
import { and, type Truth } from './truth.js'
import type { Decision, Scope } from './values.js'

/**
 * Decides as far as the facts go.
 *
 * `first`: walk the rules; one that holds decides and ends; an unknown one adds a candidate and the walk goes on. Where no
 * rule is left, nothing is decided: `undetermined`. `all`: every rule that holds or may hold.
 * @param asAt the day whose law counts; rules of other days do not exist
 */
export function decide(determination: Determination, scope: Scope, asAt: string): Decision {
  const rules: { rule: Determination['rules'][number]; holds: Truth }[] = []
  const candidates: string[] = []
  let ended = false
  for (const rule of determination.rules) {
    if (!inForce(rule, asAt)) continue
    const holds = rule.when ? evaluate(rule.when, scope) : true
    if (holds === false) continue
    rules.push({ rule, holds })
    if ((holds === true || determination.decide === 'first') && !candidates.includes(rule.outcome))
      candidates.push(rule.outcome)
    if (holds === true && determination.decide === 'first') {
      ended = true
      break
    }
  }
  if (determination.decide === 'first' && !ended && !candidates.includes(undetermined)) candidates.push(undetermined)

  const decision: Decision = { kind: 'decision', determination, rules, candidates, alternatives: [], then: [] }
  return {
    ...decision,
    alternatives: determination.alternatives.flatMap((alternative) => {
      if (!inForce(alternative, asAt)) return []
      const open = and(
        outcomeIn(decision, alternative.insteadOf),
        alternative.when ? evaluate(alternative.when, scope) : true,
      )
      return open === false ? [] : [{ alternative, open }]
    }),
    then: determination.then.filter(
      (then) =>
        inForce(then, asAt) &&
        outcomeIn(decision, then.for) === true &&
        (!then.when || evaluate(then.when, scope) === true),
    ),
  }
}
