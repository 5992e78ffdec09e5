/**
 * What an interview asks, and in which order: the firm's facts, its inventories and their entries' facts, then the
 * sections. Pure: the walk follows from the assessment, so it may be made anew after every answer.
 */
import type { Fact, Inventory, Section } from '../ruleset/ruleset.js'
import type { AssessedQuestion, Assessment } from './assessment.js'
import { evaluate } from './condition.js'
import { type Missing, MissingFacts } from './missing.js'
import type { Decision, FactValue, ValueScope } from './values.js'

/** One thing to ask. Facts and questions of an entry carry its id. */
export type Ask =
  | {
      readonly kind: 'fact'
      readonly key: string
      readonly fact: Fact
      readonly entry?: string
      readonly value: FactValue
      readonly needed: boolean
    }
  | {
      readonly kind: 'inventory'
      readonly key: string
      readonly inventory: Inventory
      readonly complete: boolean
      readonly entries: number
    }
  | {
      readonly kind: 'question'
      readonly key: string
      readonly section: Section
      readonly entry?: string
      readonly assessed: AssessedQuestion
    }

/** The key of an ask: stable while answers change. */
export const askKey = (kind: Ask['kind'], id: string, entry?: string): string =>
  `${kind} ${id}${entry === undefined ? '' : ` ${entry}`}`

/**
 * Every ask that applies or may apply, in order; of a suite, the facts of all its parts come before the first section. A
 * fact is asked only while something undecided depends on it; one that is answered stays in the walk as long as it
 * applies, so that going back finds it. Implied follow-ups are not asked.
 */
export function walkOf(assessment: Assessment): Ask[] {
  const all = withParts(assessment).map(asksOf)
  const asks = new Map<string, Ask>()
  for (const kind of ['firm', 'entries', 'afterEntries', 'questions'] as const)
    for (const ask of all.flatMap((own) => own[kind])) if (!asks.has(ask.key)) asks.set(ask.key, ask)
  return [...asks.values()]
}

const withParts = (assessment: Assessment): Assessment[] => [
  assessment,
  ...assessment.parts.flatMap((part) => withParts(part.assessment)),
]

/** The asks of a ruleset without its parts. */
function asksOf(assessment: Assessment): Record<'firm' | 'entries' | 'afterEntries' | 'questions', Ask[]> {
  const { ruleset, firm, inventories } = assessment
  const needed = new Set(neededFacts(assessment).map(({ id, entry }) => askKey('fact', id, entry)))
  const facts = [...ruleset.values.values()].filter((value) => value.kind === 'fact')
  // How many different people there are is a question about the entries: it comes after them.
  const afterEntries = new Set(
    [...ruleset.values.values()].flatMap(
      (value) => (value.kind === 'derived' && value.rule.how === 'sum' && value.rule.distinct) || [],
    ),
  )

  const factAsk = (fact: Fact, scope: ValueScope, entry?: string): Ask[] => {
    const value = scope.get(fact.id) as FactValue
    const key = askKey('fact', fact.id, entry)
    const isNeeded = needed.has(key)
    if (value.applicable === false || (!isNeeded && value.answer === undefined)) return []
    return [{ kind: 'fact', key, fact, ...(entry === undefined ? {} : { entry }), value, needed: isNeeded }]
  }
  const ofFirm = facts.filter((fact) => fact.inventory === undefined)
  return {
    firm: ofFirm.filter(({ id }) => !afterEntries.has(id)).flatMap((fact) => factAsk(fact, firm)),
    entries: [...inventories.values()].flatMap(({ inventory, complete, list }): Ask[] => [
      { kind: 'inventory', key: askKey('inventory', inventory.id), inventory, complete, entries: list.length },
      ...list.flatMap((entry) =>
        facts.filter((fact) => fact.inventory === inventory.id).flatMap((fact) => factAsk(fact, entry.scope, entry.id)),
      ),
    ]),
    afterEntries: ofFirm.filter(({ id }) => afterEntries.has(id)).flatMap((fact) => factAsk(fact, firm)),
    questions: assessment.sections.flatMap(({ section, entries }) =>
      entries.flatMap(({ entry, questions }) =>
        questions
          .filter(({ state }) => state !== 'hidden' && state !== 'implied')
          .map((assessed): Ask => {
            const key = askKey('question', assessed.question.id, entry)
            return { kind: 'question', key, section, ...(entry === undefined ? {} : { entry }), assessed }
          }),
      ),
    ),
  }
}

/** Whether nothing was said to an ask yet; `unsure` was something. */
export function isUnanswered(ask: Ask): boolean {
  switch (ask.kind) {
    case 'fact':
      return ask.value.answer === undefined
    case 'inventory':
      return !ask.complete && ask.entries === 0
    case 'question':
      return ask.assessed.state === 'unanswered'
  }
}

/** How many questions there are: surely, and with those that perhaps apply. */
export function extent(walk: readonly Ask[]): { sure: number; perhaps: number } {
  const sure = walk.filter(
    (ask) =>
      ask.kind === 'inventory' ||
      (ask.kind === 'fact' ? ask.value.applicable === true : ask.assessed.applicable === true),
  )
  return { sure: sure.length, perhaps: walk.length }
}

/**
 * Open facts on which something undecided depends: a gate, a determination, whether a section or a question applies, the
 * day on which something is due.
 */
export function neededFacts(assessment: Assessment): Missing[] {
  const { ruleset, firm, inventories } = assessment
  const missing = new MissingFacts(ruleset, (id) => inventories.get(id)!)
  for (const value of ruleset.values.values()) {
    if (value.kind !== 'determination') continue
    const scopes =
      value.inventory === undefined ? [firm] : inventories.get(value.inventory)!.list.map((entry) => entry.scope)
    for (const scope of scopes) {
      const decision = scope.get(value.id) as Decision
      missing.ofRules(decision, scope)
      missing.ofAlternatives(decision, scope)
      missing.ofDeadlines(decision, scope, true)
      missing.ofDeadlines(decision, scope, undefined)
      for (const then of value.then) {
        const reached = decision.candidates.some((outcome) => then.for.has(outcome))
        if (reached && then.when && evaluate(then.when, scope) === undefined) missing.ofCondition(then.when, scope)
      }
    }
  }
  for (const { gate, state } of assessment.gates) if (state === undefined) missing.ofCondition(gate.when, firm)
  for (const { section, entries } of assessment.sections) {
    for (const { applicable, scope, questions } of entries) {
      // In a quick check a section may have nothing to ask: whether it applies is then of no account.
      if (applicable === false || questions.length === 0) continue
      if (applicable === undefined) missing.ofCondition(section.when, scope)
      for (const { question, applicable: own } of questions)
        if (own === undefined) missing.ofCondition(question.when, scope)
    }
  }
  return missing.list
}
