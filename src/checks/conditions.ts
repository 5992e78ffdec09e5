/** Walking through the conditions of a ruleset. */
import type { Condition, Dated, Ruleset } from '../ruleset/ruleset.js'

/** Every condition of a ruleset. */
export function* conditionsOf(ruleset: Ruleset): Generator<Condition> {
  const all = function* (): Generator<Condition | undefined> {
    for (const value of ruleset.values.values()) {
      if (value.kind === 'fact') yield value.when
      else if (value.kind === 'derived') yield value.rule.how === 'holds' ? value.rule.condition : value.rule.where
      else for (const one of [...value.rules, ...value.alternatives, ...value.then]) yield one.when
    }
    for (const section of ruleset.sections) {
      yield section.when
      for (const question of section.questions) yield question.when
    }
    for (const one of [...ruleset.gates, ...ruleset.contradictions]) yield one.when
  }
  for (const condition of all()) if (condition) yield condition
}

/** All of these hold. */
export const allOf = (...parts: readonly (Condition | undefined)[]): Condition => ({
  kind: 'all',
  of: parts.filter((part) => part !== undefined),
})

/** Not so; what has no condition always holds. */
export const noneOf = (condition: Condition | undefined): Condition =>
  condition ? { kind: 'not', of: condition } : { kind: 'any', of: [] }

/** The days on which both are in force, or undefined where there are none. */
export function overlap(a: Dated, b: Dated): Dated | undefined {
  const from = [a.from, b.from]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  const until = [a.until, b.until].filter((day) => day !== undefined).sort()[0]
  if (from !== undefined && until !== undefined && until < from) return undefined
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
}
