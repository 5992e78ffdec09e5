/** Proofs about what a well-formed ruleset says. To add one: a file beside this one and a line here. */
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js'
import { locate } from '../documents/locate.js'
import { type Draft, found } from '../ruleset/draft.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Check } from './check.js'
import { closingRule } from './closing-rule.js'
import { constantConditions } from './constant-conditions.js'
import { repeatedNegations } from './repeated-negations.js'
import { shadowedRules } from './shadowed-rules.js'
import { Space } from './space.js'
import { unreachedOutcomes } from './unreached-outcomes.js'

const checks: readonly Check[] = [constantConditions, closingRule, shadowedRules, repeatedNegations, unreachedOutcomes]

/**
 * Looks for what can be proven wrong with a ruleset.
 * @param draft the same ruleset as it was written
 */
export function checkRuleset(ruleset: Ruleset, draft: Draft): Promise<Diagnostic[]> {
  const findings: Finding[] = []
  const subject = {
    ruleset,
    draft,
    space: new Space(ruleset),
    unproven: (id: string, at: { file: string; path: Finding['path'] }) => () =>
      void findings.push(found('check/gave-up', { id }, at)),
  }
  for (const check of checks) findings.push(...check(subject))
  return locate(findings, [draft.questionnaire.source, ...draft.common.map(({ source }) => source)])
}
