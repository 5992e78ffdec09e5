import { comparisonsOf, subjectOf } from './conditions.js'
import type { Condition, Ruleset } from './ruleset.js'

/**
 * Everything on which something that is decided or asked depends: a determination, a gate, whether a section or a question
 * applies, the moment from which a time limit runs. What is not among these is never asked, whoever the firm is.
 * @param said also what sentences name: that has to be known to be said, and is not asked for it
 * @returns ids of facts, derived facts and determinations
 */
export function neededIn(ruleset: Ruleset, { said = false } = {}): ReadonlySet<string> {
  const needed = new Set<string>()
  const conditions = (...list: readonly (Condition | undefined)[]) => {
    for (const condition of list) for (const it of comparisonsOf(condition)) need(subjectOf(it))
  }
  const need = (id: string) => {
    const value = ruleset.values.get(id)
    if (!value || needed.has(id)) return
    needed.add(id)
    if (value.kind === 'fact') conditions(value.when)
    else if (value.kind === 'derived') {
      const { rule } = value
      if (rule.how === 'holds') return conditions(rule.condition)
      conditions(rule.where)
      if (rule.how === 'sum') for (const fact of [rule.of, rule.distinct]) if (fact !== undefined) need(fact)
    } else {
      for (const one of [...value.rules, ...value.then]) if (one.by && 'after' in one.by) need(one.by.after)
      conditions(...[...value.rules, ...value.alternatives, ...value.then].map((one) => one.when))
      words(...[...value.rules, ...value.alternatives].map((one) => one.because), ...value.then.map((one) => one.do))
    }
  }
  const words = (...texts: readonly (string | undefined)[]) => {
    if (said) for (const text of texts) for (const [, id = ''] of (text ?? '').matchAll(/\{([^{}]+)\}/g)) need(id)
  }
  for (const value of ruleset.values.values()) if (value.kind === 'determination') need(value.id)
  conditions(...ruleset.gates.map((gate) => gate.when))
  words(...ruleset.gates.map((gate) => gate.says), ...ruleset.contradictions.map((it) => it.says))
  for (const { when, questions } of ruleset.sections) conditions(when, ...questions.map((question) => question.when))
  return needed
}
