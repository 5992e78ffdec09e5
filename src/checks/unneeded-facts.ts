import { found } from '../ruleset/draft.js'
import type { Condition } from '../ruleset/ruleset.js'
import type { Check } from './check.js'
import { comparisonsOf, subjectOf } from './conditions.js'

/**
 * A fact that the questionnaire itself asks and that nothing needs: a fact is asked only while something undecided depends
 * on it, or a sentence names it. Common facts serve other rulesets too.
 */
export const unneededFacts: Check = ({ ruleset, draft }) => {
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
  /** What a sentence names is there to be said. */
  const words = (...texts: readonly (string | undefined)[]) => {
    for (const text of texts) for (const [, id = ''] of (text ?? '').matchAll(/\{([^{}]+)\}/g)) need(id)
  }
  for (const value of ruleset.values.values()) if (value.kind === 'determination') need(value.id)
  conditions(...ruleset.gates.map((gate) => gate.when))
  words(...ruleset.gates.map((gate) => gate.says), ...ruleset.contradictions.map((it) => it.says))
  for (const { when, questions } of ruleset.sections) conditions(when, ...questions.map((question) => question.when))

  const { file } = draft.questionnaire.source
  return (
    [...draft.facts.values()]
      // No condition can hold of a text: it is asked for to stand in the report.
      .filter((fact) => fact.file === file && fact.it.type !== 'text' && !needed.has(fact.it.id))
      .map(({ it, ...at }) => found('check/fact-unneeded', { id: it.id }, at))
  )
}
