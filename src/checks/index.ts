/** Proofs about what a well-formed ruleset says. To add one: a file beside this one and a line here. */
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js'
import { locate } from '../documents/locate.js'
import { type At, type Draft, found } from '../ruleset/draft.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { askedTooEarly } from './asked-too-early.js'
import type { Check } from './check.js'
import { citationDates } from './citation-dates.js'
import { closingRule } from './closing-rule.js'
import { constantConditions } from './constant-conditions.js'
import { excludingContradictions } from './excluding-contradictions.js'
import { idleGates } from './idle-gates.js'
import { lightQuestions } from './light-questions.js'
import { longOptions } from './long-options.js'
import { obligationsAboveSources } from './obligations.js'
import { optionOrder } from './option-order.js'
import { ownIds } from './own-ids.js'
import { repeatedNegations } from './repeated-negations.js'
import { shadowedRules } from './shadowed-rules.js'
import { Space } from './space.js'
import { unneededFacts } from './unneeded-facts.js'
import { unreachableBands } from './unreachable-bands.js'
import { unreachedOutcomes } from './unreached-outcomes.js'
import { unscored } from './unscored.js'
import { unverified } from './unverified.js'

const checks: readonly Check[] = [
  constantConditions,
  closingRule,
  shadowedRules,
  repeatedNegations,
  unreachedOutcomes,
  excludingContradictions,
  unneededFacts,
  askedTooEarly,
  unscored,
  lightQuestions,
  idleGates,
  unreachableBands,
  optionOrder,
  longOptions,
  obligationsAboveSources,
  citationDates,
]

export interface CheckOptions {
  /** Also list what nobody has checked in the source yet: a work list, no mistakes. */
  readonly unverified?: boolean
  /** The ruleset is not one of the package: its ids start with its own. */
  readonly outside?: boolean
}

/**
 * Looks for what can be proven wrong with a ruleset.
 * @param draft the same ruleset as it was written
 */
export function checkRuleset(ruleset: Ruleset, draft: Draft, options: CheckOptions = {}): Promise<Diagnostic[]> {
  const findings: Finding[] = []
  const subject = {
    ruleset,
    draft,
    space: new Space(ruleset),
    unproven: (id: string, at: At) => () => void findings.push(found('check/gave-up', { id }, at)),
  }
  const all = [
    ...checks,
    ...(options.unverified === true ? [unverified] : []),
    ...(options.outside === true ? [ownIds] : []),
  ]
  for (const check of all) findings.push(...check(subject))
  return locate(findings, [draft.questionnaire.source, ...draft.common.map(({ source }) => source)])
}
