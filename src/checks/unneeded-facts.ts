import { found } from '../ruleset/draft.js'
import { neededIn } from '../ruleset/needed.js'
import type { Check } from './check.js'

/**
 * A fact that the questionnaire itself asks and that nothing needs: a fact is asked only while something undecided depends
 * on it, or a sentence names it. Common facts serve other rulesets too.
 */
export const unneededFacts: Check = ({ ruleset, draft }) => {
  const needed = neededIn(ruleset, { said: true })
  const { file } = draft.questionnaire.source
  return (
    [...draft.facts.values()]
      // No condition can hold of a text: it is asked for to stand in the report.
      .filter((fact) => fact.file === file && fact.it.type !== 'text' && !needed.has(fact.it.id))
      .map(({ it, ...at }) => found('check/fact-unneeded', { id: it.id }, at))
  )
}
