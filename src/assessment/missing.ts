/** Why something is unknown: the open facts whose answers would move it. */
import type { Condition, Ruleset } from '../ruleset/ruleset.js'
import { evaluate } from './condition.js'
import { distinctMatters } from './derived.js'
import type { Decision, Entries, FactValue, ValueScope } from './values.js'

/** An open fact, or an inventory that is not complete. */
export interface Missing {
  readonly id: string
  readonly entry?: string
}

/** Collects what is missing; the same fact of the same entry once, in the order in which it matters. */
export class MissingFacts {
  readonly #found = new Map<string, Missing>()
  readonly #visited = new Set<string>()
  readonly #ruleset: Ruleset
  readonly #entriesOf: (inventory: string) => Entries

  constructor(ruleset: Ruleset, entriesOf: (inventory: string) => Entries) {
    this.#ruleset = ruleset
    this.#entriesOf = entriesOf
  }

  get list(): Missing[] {
    return [...this.#found.values()]
  }

  /** What keeps a condition from being true or false; nothing when it is either. */
  ofCondition(condition: Condition | undefined, scope: ValueScope): void {
    if (!condition) return
    switch (condition.kind) {
      case 'all':
      case 'any':
        if (evaluate(condition, scope) === undefined) for (const part of condition.of) this.ofCondition(part, scope)
        return
      case 'not':
        return this.ofCondition(condition.of, scope)
      case 'outcome':
      case 'offers':
        if (evaluate(condition, scope) === undefined) this.ofValue(condition.determination, scope)
        return
      case 'attains-less':
      case 'answer':
        return
      default:
        if (evaluate(condition, scope) === undefined) this.ofValue(condition.fact, scope)
    }
  }

  /** What keeps a value from being known. */
  ofValue(id: string, scope: ValueScope): void {
    // The value may be the firm's although an entry asks for it.
    const entry = this.#ruleset.values.get(id)!.inventory === undefined ? undefined : scope.entry
    const key = `${entry ?? ''}\n${id}`
    if (this.#visited.has(key)) return
    this.#visited.add(key)

    const value = scope.get(id)
    if (value.kind === 'fact') return this.#ofFact(value, scope, entry)
    if (value.kind === 'decision') {
      this.ofRules(value, scope)
      return this.ofAlternatives(value, scope)
    }
    const { rule } = value.derived
    if (rule.how === 'holds') return this.ofCondition(rule.condition, scope)
    const entries = this.#entriesOf(rule.over)
    for (const one of entries.list) {
      this.ofCondition(rule.where, one.scope)
      const counts = rule.where ? evaluate(rule.where, one.scope) : true
      if (rule.how === 'sum' && counts !== false) this.ofValue(rule.of, one.scope)
    }
    if (!entries.complete) this.#add({ id: rule.over })
    if (rule.how === 'sum' && distinctMatters(rule, entries)) this.ofValue(rule.distinct!, scope)
  }

  /** What keeps a determination from being decided. */
  ofRules({ determination, candidates, rules }: Decision, scope: ValueScope): void {
    if (determination.decide === 'first' && candidates.length === 1) return
    for (const { rule, holds } of rules) if (holds === undefined) this.ofCondition(rule.when, scope)
  }

  /** What keeps its alternatives from being open or closed. */
  ofAlternatives({ alternatives }: Decision, scope: ValueScope): void {
    for (const { alternative, open } of alternatives) if (open === undefined) this.ofCondition(alternative.when, scope)
  }

  /**
   * The moments that time limits run from.
   * @param holds of the rules and duties that surely hold, or of those that perhaps do
   */
  ofDeadlines({ rules, then }: Decision, scope: ValueScope, holds: true | undefined): void {
    const limits = [...rules.filter((it) => it.holds === holds).map((it) => it.rule), ...(holds ? then : [])]
    for (const { by } of limits) if (by && 'after' in by) this.ofValue(by.after, scope)
  }

  #ofFact(value: FactValue, scope: ValueScope, entry: string | undefined): void {
    if (value.applicable === undefined) this.ofCondition(value.fact.when, scope)
    if (value.applicable !== false && value.answer?.state !== 'answered') {
      this.#add(entry === undefined ? { id: value.fact.id } : { id: value.fact.id, entry })
    }
  }

  #add(missing: Missing): void {
    this.#found.set(`${missing.entry ?? ''}\n${missing.id}`, missing)
  }
}
