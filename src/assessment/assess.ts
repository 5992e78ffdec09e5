/**
 * The one pass: as-at date → values, in the order of their dependencies → applicability → attainment → gates.
 * What depends on what when an answer changes is the order of this file.
 */
import type { Answer, Answers } from '../answers/answers.js'
import { once } from '../documents/once.js'
import { type Fact, inForce, type Inventory, type Ruleset } from '../ruleset/ruleset.js'
import type { AssessedEntry, AssessedSection, Assessment } from './assessment.js'
import { evaluate, type QuestionScope } from './condition.js'
import { decide } from './decide.js'
import { derive } from './derived.js'
import { assessQuestions, type EvidenceFiles } from './questions.js'
import { or, type Truth } from './truth.js'
import { type Entries, type FactValue, type Scope, type Value, ValueScope } from './values.js'

export interface AssessOptions {
  /** The day whose law counts; the answers' own date unless given. */
  readonly asAt?: string
  /** What is known of evidence files; without it every file named counts as there. */
  readonly evidenceFiles?: EvidenceFiles
}

/**
 * Evaluates answers against a ruleset on a day. Pure: the same input gives the same assessment.
 * @param answers must have been checked against this ruleset, or a suite that includes it
 */
export function assess(ruleset: Ruleset, answers: Answers, options: AssessOptions = {}): Assessment {
  const asAt = options.asAt ?? answers.written.date
  const evidenceFiles = options.evidenceFiles ?? (() => undefined)
  const scope = answers.written.scope ?? 'full'

  const firm = new ValueScope()
  const inventories = new Map<string, Entries & { inventory: Inventory }>()
  for (const inventory of ruleset.inventories.values()) {
    const answered = answers.inventories.get(inventory.id)
    inventories.set(inventory.id, {
      inventory,
      // An inventory that is not mentioned says nothing: it may hold any entry.
      complete: answered?.complete ?? false,
      list: (answered?.entries ?? []).map(({ id, name }) => ({ id, name, scope: new ValueScope(firm, id) })),
    })
  }
  const entriesOf = (id: string): Entries => inventories.get(id)!
  const byEntry = new Map(
    [...answers.inventories].map(([id, { entries }]) => [id, new Map(entries.map((it) => [it.id, it.answers]))]),
  )
  const answersOf = (inventory: string | undefined, entry: string | undefined): ReadonlyMap<string, Answer> =>
    inventory === undefined ? answers.firm : (byEntry.get(inventory)?.get(entry!) ?? noAnswers)

  // A further entry of an incomplete inventory: everything about it is open.
  const further = new Map<string, ValueScope>()
  for (const { inventory, complete } of inventories.values())
    if (!complete) further.set(inventory.id, new ValueScope(firm, ''))

  for (const [id, value] of ruleset.values) {
    const at = (own: ValueScope, given: ReadonlyMap<string, Answer>): Value => {
      switch (value.kind) {
        case 'fact':
          return factValue(value, given.get(id), own, asAt)
        case 'derived':
          return derive(value, own, entriesOf)
        case 'determination':
          return decide(value, own, asAt)
      }
    }
    if (value.inventory === undefined) firm.own.set(id, at(firm, answers.firm))
    else {
      for (const entry of entriesOf(value.inventory).list)
        entry.scope.own.set(id, at(entry.scope, answersOf(value.inventory, entry.id)))
      const open = further.get(value.inventory)
      open?.own.set(id, at(open, noAnswers))
    }
  }

  const sections = ruleset.sections.map((section): AssessedSection => {
    const at = (own: ValueScope) => inForce(section, asAt) && (section.when ? evaluate(section.when, own) : true)
    const questions = scope === 'quick' ? section.questions.filter((question) => question.essential) : section.questions
    const entryAt = (own: ValueScope): AssessedEntry => {
      const applicable = at(own)
      const given = answersOf(section.inventory, own.entry)
      return {
        ...(own.entry === undefined ? {} : { entry: own.entry }),
        applicable,
        scope: own,
        questions: assessQuestions(questions, { asAt, applicable, scope: own, answers: given, evidenceFiles }),
      }
    }
    if (section.inventory === undefined) return { section, entries: [entryAt(firm)], further: [] }
    const open = further.get(section.inventory)
    return {
      section,
      entries: entriesOf(section.inventory).list.map((entry) => entryAt(entry.scope)),
      further: open ? entryAt(open).questions.flatMap((it) => (it.state === 'hidden' ? [] : it.question)) : [],
    }
  })

  const questionScope = questionsOf(sections)
  return {
    ruleset,
    answers,
    asAt,
    scope,
    firm,
    inventories,
    sections,
    gates: ruleset.gates
      .filter((gate) => inForce(gate, asAt))
      .map((gate) => ({ gate, state: evaluate(gate.when, firm, questionScope(undefined)) })),
    contradictions: ruleset.contradictions.flatMap((contradiction) => {
      const scopes =
        contradiction.inventory === undefined
          ? [firm]
          : entriesOf(contradiction.inventory).list.map((entry) => entry.scope)
      return scopes
        .filter((own) => evaluate(contradiction.when, own, questionScope(own.entry)) === true)
        .map((own) => ({ contradiction, scope: own, ...(own.entry === undefined ? {} : { entry: own.entry }) }))
    }),
    parts: ruleset.parts.map((part) => ({ weight: part.weight, assessment: assess(part.ruleset, answers, options) })),
  }
}

const noAnswers: ReadonlyMap<string, Answer> = new Map()

/** What is known of a fact that was answered so, where `scope` knows what its `when` names. */
export function factValue(fact: Fact, answer: Answer | undefined, scope: Scope, asAt: string): FactValue {
  const applicable = inForce(fact, asAt) && (fact.when ? evaluate(fact.when, scope) : true)
  const value = answer?.state === 'answered' ? answer.value : undefined
  const number = typeof value === 'number' ? value : undefined
  const known: { -readonly [K in keyof FactValue]: FactValue[K] } = {
    kind: 'fact',
    fact,
    applicable,
    low: number ?? fact.min,
    high: number ?? fact.max,
  }
  if (answer) known.answer = answer
  if (typeof value === 'object') known.options = value
  else if (typeof value === 'string') {
    if (fact.type === 'date' || fact.type === 'datetime') known.time = value
    else known.options = [value]
  }
  return known
}

/** Where each question stands. Worked out when first asked for: many rulesets have no gate or contradiction that asks. */
const byQuestion = once((sections: readonly AssessedSection[]) => {
  const known = new Map<string, { section: AssessedSection; at: number }>()
  for (const section of sections) {
    for (const [at, question] of (section.entries[0]?.questions ?? []).entries())
      known.set(question.question.id, { section, at })
  }
  return known
})

/** How gates and contradictions see questions: the firm's, one entry's, or (in a gate) any entry's. */
function questionsOf(sections: readonly AssessedSection[]): (entry: string | undefined) => QuestionScope {
  const any = (
    id: string,
    entry: string | undefined,
    test: (question: AssessedEntry['questions'][number]) => Truth,
  ): Truth => {
    const found = byQuestion(sections).get(id)
    if (!found) {
      // No entry yet: unknown while there may be one.
      return sections.some(({ further }) => further.some((question) => question.id === id)) ? undefined : false
    }
    const { section, at } = found
    const truths = section.entries
      .filter((it) => it.entry === undefined || entry === undefined || it.entry === entry)
      .map((it) => it.questions[at]!)
      .map((it) =>
        it.applicable === false || it.state === 'not-applicable'
          ? false
          : it.applicable === true
            ? test(it)
            : test(it) === false
              ? false
              : undefined,
      )
    const more = entry === undefined && section.further.some((question) => question.id === id)
    return or(...truths, more ? undefined : false)
  }
  return (entry) => ({
    attainsLess: (id, value) =>
      any(id, entry, ({ low, high }) => (high < value ? true : low >= value ? false : undefined)),
    answerIn: (id, options) =>
      any(id, entry, ({ answer }) => {
        if (answer?.state !== 'answered') return undefined
        const chosen = typeof answer.value === 'string' ? [answer.value] : (answer.value as readonly string[])
        return chosen.some((option) => options.has(option))
      }),
  })
}
