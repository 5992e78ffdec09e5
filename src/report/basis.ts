/** What a decision rests on: the facts it used, and the weakest check of the law behind it. */
import { type Check, checks } from '../ruleset/vocabulary.js'
import type { Assessment } from '../assessment/assessment.js'
import type { Decision, ValueScope } from '../assessment/values.js'
import type { Citation, Condition, Derived, Rule } from '../ruleset/ruleset.js'
import { placeholdersOf } from '../text/placeholders.js'
import { once } from '../documents/once.js'

/** The weaker of two checks; null: no citation is involved. */
export function weakest(all: readonly (Check | null)[]): Check | null {
  const rank = Math.max(-1, ...all.map((check) => (check === null ? -1 : checks.indexOf(check))))
  return rank === -1 ? null : checks[rank]!
}

/** The names a condition speaks of, in order, each once. */
export function namesIn(condition: Condition | undefined): string[] {
  if (!condition) return []
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(namesIn))]
    case 'not':
      return namesIn(condition.of)
    case 'outcome':
    case 'offers':
      return [condition.determination]
    case 'attains-less':
    case 'answer':
      return []
    default:
      return [condition.fact]
  }
}

/** What a rule used: the names in its condition and in its reason. */
export const namesInRule = once((rule: Pick<Rule, 'when' | 'because'>): readonly string[] => [
  ...new Set([...namesIn(rule.when), ...placeholdersOf(rule.because ?? '')]),
])

/** Names in any rule of a determination. */
const namesInRules = once((determination: Decision['determination']): readonly string[] => [
  ...new Set(determination.rules.flatMap(namesInRule)),
])

/** Determinations that one rests on, in any of its rules: fixed by the ruleset, not by the answers. */
export function usedDeterminations({ determination }: Decision, assessment: Assessment): string[] {
  return namesInRules(determination).filter((name) => assessment.ruleset.values.get(name)!.kind === 'determination')
}

/** The weakest check among a rule's citations and those of the derived facts and decisions that it used. */
export function checkOfRule(
  rule: Pick<Rule, 'when' | 'because'> & { readonly cites: readonly Citation[] },
  scope: ValueScope,
  assessment: Assessment,
): Check | null {
  return weakest([
    ...rule.cites.map((cite) => cite.checked),
    ...namesInRule(rule).map((name) => checkOfValue(name, scope, assessment)),
  ])
}

/** The weakest check of the rules that decided, or may come to decide. */
export function checkOfDecision(decision: Decision, scope: ValueScope, assessment: Assessment): Check | null {
  return weakest(decision.rules.map(({ rule }) => checkOfRule(rule, scope, assessment)))
}

function checkOfValue(name: string, scope: ValueScope, assessment: Assessment): Check | null {
  const value = assessment.ruleset.values.get(name)!
  if (value.kind === 'derived') return checkOfDerived(value, scope, assessment)
  if (value.kind !== 'determination') return null
  const decision = scope.get(name) as Decision
  return weakest([
    checkOfDecision(decision, scope, assessment),
    // An alternative that is open is part of what the decision offers.
    ...decision.alternatives.map(({ alternative }) => checkOfRule(alternative, scope, assessment)),
  ])
}

function checkOfDerived({ rule, cites }: Derived, scope: ValueScope, assessment: Assessment): Check | null {
  const own = cites.map((cite) => cite.checked)
  if (rule.how === 'holds')
    return weakest([...own, ...namesIn(rule.condition).map((name) => checkOfValue(name, scope, assessment))])
  // What an aggregate looks at is a matter of its entries: any of them shows which derived facts it rests on.
  const entry = assessment.inventories.get(rule.over)!.list[0]?.scope
  return weakest([...own, ...(entry ? namesIn(rule.where).map((name) => checkOfValue(name, entry, assessment)) : [])])
}

/** Every citation that a decision rests on: of its rules, and of the derived facts and decisions that they used. */
export function citesBehind(decision: Decision, scope: ValueScope, assessment: Assessment): Citation[] {
  const found = new Map<string, Citation>()
  const visited = new Set<string>()
  const add = (cites: readonly Citation[]) => {
    for (const cite of cites) found.set(`${cite.source} ${cite.at}`, cite)
  }
  const ofNames = (names: readonly string[], at: ValueScope | undefined) => {
    for (const name of names) {
      if (!at || visited.has(name)) continue
      visited.add(name)
      const value = assessment.ruleset.values.get(name)!
      if (value.kind === 'determination') ofRules(at.get(name) as Decision, at)
      if (value.kind !== 'derived') continue
      add(value.cites)
      const { rule } = value
      if (rule.how === 'holds') ofNames(namesIn(rule.condition), at)
      else ofNames(namesIn(rule.where), assessment.inventories.get(rule.over)!.list[0]?.scope)
    }
  }
  const ofRules = ({ rules }: Decision, at: ValueScope) => {
    for (const { rule } of rules) {
      add(rule.cites)
      ofNames(namesInRule(rule), at)
    }
  }
  ofRules(decision, scope)
  return [...found.values()]
}
