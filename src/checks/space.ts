/**
 * Every state a firm can be in, as far as the conditions of a ruleset can tell. Whether a condition can hold is found by
 * looking through all of them, with the program's own evaluation: a proof and a score cannot disagree.
 *
 * What looks across the entries of an inventory (a sum, a count) is taken as free: any number, either truth. There are
 * then more states than a firm can be in, never fewer. So "no state does" is always right, and what is not found to be a
 * mistake may be one all the same.
 */
import type { Answer } from '../answers/answers.js'
import { factValue } from '../assessment/assess.js'
import { evaluate, type QuestionScope } from '../assessment/condition.js'
import { decide } from '../assessment/decide.js'
import { derive } from '../assessment/derived.js'
import { and, type Truth } from '../assessment/truth.js'
import type { Decision, FactValue, Scope, Value } from '../assessment/values.js'
import type { Condition, Dated, Derived, Determination, Question, QuestionOption, Ruleset } from '../ruleset/ruleset.js'
import { cellsOf, dayAfter, numbers, type Uses } from './cells.js'
import { comparisonsOf, subjectOf } from '../ruleset/conditions.js'
import { allOf, conditionsOf } from './conditions.js'

/** States that one proof looks at before it gives up. */
const mostStates = 5000

type Cell = string | number | boolean | readonly string[]

export class Space {
  readonly ruleset: Ruleset
  readonly #uses = new Map<string, Uses>()
  readonly #cells = new Map<string, readonly Cell[] | undefined>()
  readonly #days = new Map<string, ReadonlySet<string>>()
  readonly #determinations = new Map<string, Determination>()

  constructor(ruleset: Ruleset) {
    this.ruleset = ruleset
    const offered = new Set<string>()
    for (const condition of conditionsOf(ruleset)) {
      for (const it of comparisonsOf(condition)) {
        if (it.kind === 'option') this.#usesOf(it.fact).options.push(it.options)
        if (it.kind === 'number')
          this.#usesOf(it.fact).numbers.push({ at: it.value, behind: it.test === 'atMost' || it.test === 'moreThan' })
        if (it.kind === 'time') this.#usesOf(it.fact).times.push(it.value)
        if (it.kind === 'offers') offered.add(it.determination)
      }
    }
    // No condition sees what is to be done, and few see what else is open: what is not seen need not be worked out.
    for (const value of ruleset.values.values())
      if (value.kind === 'determination')
        this.#determinations.set(value.id, {
          ...value,
          alternatives: offered.has(value.id) ? value.alternatives : [],
          then: [],
        })
  }

  /**
   * Whether some state of some day makes a condition true (or false).
   * @param dated the days that matter; a condition on other days is nobody's concern
   * @param inventory the one whose entry is looked at; none: the firm
   * @returns true also where the look was given up, which `onGiveUp` is told
   */
  some(condition: Condition, wanted: boolean, dated: Dated, onGiveUp: () => void, inventory?: string): boolean {
    return this.daysOf([condition], dated).some((day) => this.someOn(day, condition, wanted, onGiveUp, inventory))
  }

  /** The same on one day. */
  someOn(day: string, condition: Condition, wanted: boolean, onGiveUp: () => void, inventory?: string): boolean {
    const found = new Search(this, day, condition, wanted, inventory).run()
    if (found === undefined) onGiveUp()
    return found !== false
  }

  /**
   * One day of each stretch of days within which the law does not change for these conditions.
   * @param more things whose own dates matter as well
   */
  daysOf(conditions: readonly (Condition | undefined)[], dated: Dated, more: readonly Dated[] = []): string[] {
    const cuts = new Set<string>(more.flatMap(starts))
    for (const condition of conditions)
      for (const it of comparisonsOf(condition)) for (const day of this.#daysOfValue(subjectOf(it))) cuts.add(day)
    const sorted = [...cuts].sort()
    const first = dated.from ?? dayAfter(sorted[0] ?? dated.until ?? this.ruleset.reviewed, -1)
    return [first, ...sorted.filter((day) => day > first)].filter((day) => !dated.until || day <= dated.until)
  }

  /** One value of each piece of what something can be; undefined where they are too many. */
  cells(id: string): readonly Cell[] | undefined {
    if (!this.#cells.has(id)) this.#cells.set(id, this.#cellsOf(id))
    return this.#cells.get(id)
  }

  /** A determination without what no condition looks at. */
  determination(id: string): Determination {
    return this.#determinations.get(id)!
  }

  /** When a question is asked; one of entries may always be asked in some entry. */
  askedWhen(id: string, inventory: string | undefined): Condition {
    const question = this.ruleset.questions.get(id)!
    const section = this.ruleset.sections.find((it) => it.id === question.section)!
    return this.isOne(question, inventory) ? allOf(section.when, question.when) : allOf()
  }

  /** Whether there is one answer to a question where this is looked at, rather than one of each entry. */
  isOne(question: Question, inventory: string | undefined): boolean {
    return question.inventory === undefined || question.inventory === inventory
  }

  #usesOf(id: string): Uses {
    let uses = this.#uses.get(id)
    if (!uses) this.#uses.set(id, (uses = { options: [], numbers: [], times: [] }))
    return uses
  }

  #cellsOf(id: string): readonly Cell[] | undefined {
    const value = this.ruleset.values.get(id)
    const uses = this.#usesOf(id)
    if (value?.kind === 'fact') return cellsOf(value, uses)
    const question = this.ruleset.questions.get(id)
    if (question) return [...question.options.map((option) => option.id), ...(question.mayBeNotApplicable ? [''] : [])]
    // What a comparison with a question comes to, and whether some entry is so: either.
    if (value?.kind !== 'derived' || value.rule.how === 'some' || value.rule.how === 'every') return [true, false]
    return numbers(uses.numbers, this.#boundsOf(value))
  }

  #boundsOf({ rule }: Derived): { min: number; max: number; integer: boolean } {
    if (rule.how !== 'sum') return { min: 0, max: Infinity, integer: true }
    const [of, distinct] = [rule.of, rule.distinct].map((id) => id !== undefined && this.ruleset.values.get(id))
    const facts = [of, distinct].filter((it) => it !== undefined && it !== false && it.kind === 'fact')
    const min = facts.some((fact) => fact.min < 0) ? -Infinity : 0
    return { min, max: Infinity, integer: facts.every((fact) => fact.integer) }
  }

  /** The days on which the law changes for a value, through all that it depends on. */
  #daysOfValue(id: string): ReadonlySet<string> {
    const known = this.#days.get(id)
    if (known) return known
    const value = this.ruleset.values.get(id)
    const days = new Set<string>()
    // Values depend on one another without a circle.
    const needs = (condition: Condition | undefined) => {
      for (const it of comparisonsOf(condition)) for (const day of this.#daysOfValue(subjectOf(it))) days.add(day)
    }
    if (value?.kind === 'fact') {
      starts(value).forEach((day) => days.add(day))
      needs(value.when)
    } else if (value?.kind === 'derived') {
      if (value.rule.how === 'holds') needs(value.rule.condition)
    } else if (value) {
      for (const one of [...value.rules, ...this.determination(id).alternatives]) {
        starts(one).forEach((day) => days.add(day))
        needs(one.when)
      }
    }
    this.#days.set(id, days)
    return days
  }
}

/** The days on which something begins to be in force, or no longer is. */
const starts = ({ from, until }: Dated): string[] => [
  ...(from === undefined ? [] : [from]),
  ...(until === undefined ? [] : [dayAfter(until)]),
]

/** One look through the states of a day for one in which a condition is as wanted. */
class Search {
  readonly space: Space
  readonly day: string
  readonly #condition: Condition
  readonly #wanted: boolean
  /** The one whose entry is looked at. */
  readonly inventory: string | undefined
  readonly given = new Map<string, Cell>()
  #states = 0

  constructor(space: Space, day: string, condition: Condition, wanted: boolean, inventory: string | undefined) {
    this.inventory = inventory
    this.space = space
    this.day = day
    this.#condition = condition
    this.#wanted = wanted
  }

  /**
   * Depth first: what is not known yet is given each of its values in turn, but only what the condition still hangs on.
   * What is decided stays decided whatever is answered later, so most states need no look of their own.
   * @returns undefined when there are too many states
   */
  run(): boolean | undefined {
    if (++this.#states > mostStates) return undefined
    const state = new State(this)
    const truth = evaluate(this.#condition, state, state.questions)
    if (truth !== undefined) return truth === this.#wanted
    const open = state.openIn(this.#condition)
    // Unknown although all is known: a determination says that it cannot tell. It may turn out either way.
    if (open === undefined) return true
    const cells = this.space.cells(open)
    if (!cells) return undefined
    for (const cell of cells) {
      this.given.set(open, cell)
      const found = this.run()
      if (found !== false) return found
    }
    this.given.delete(open)
    return false
  }
}

/** What is known where some things are given and all others open. */
class State implements Scope {
  readonly #search: Search
  readonly #values = new Map<string, Value>()

  constructor(search: Search) {
    this.#search = search
  }

  get(id: string): Value {
    let value = this.#values.get(id)
    if (!value) this.#values.set(id, (value = this.#valueOf(id)))
    return value
  }

  readonly questions: QuestionScope = {
    attainsLess: (id, value) => this.#answer(id, value, (option) => (option.attains ?? 0) < value),
    answerIn: (id, options) => this.#answer(id, [...options].join(' '), (option) => options.has(option.id)),
  }

  #answer(id: string, test: string | number, holds: (option: QuestionOption) => boolean): Truth {
    const { space, given, inventory } = this.#search
    const question = space.ruleset.questions.get(id)!
    const cell = given.get(this.#variableOf(question, test))
    // Not applicable: no option is chosen.
    const chosen = typeof cell === 'string' ? question.options.filter((option) => option.id === cell).some(holds) : cell
    return and(evaluate(space.askedWhen(id, inventory), this), chosen as Truth)
  }

  /** Its one choice; where there may be several answers, or they hang on another question, each comparison is free. */
  #variableOf(question: Question, test: string | number): string {
    const one =
      question.type === 'choice' && !question.after && this.#search.space.isOne(question, this.#search.inventory)
    return one ? question.id : `${question.id} ${test}`
  }

  /** Something open that keeps a condition from being true or false. */
  openIn(condition: Condition | undefined): string | undefined {
    if (!condition || evaluate(condition, this, this.questions) !== undefined) return undefined
    switch (condition.kind) {
      case 'all':
      case 'any':
        return first(condition.of, (part) => this.openIn(part))
      case 'not':
        return this.openIn(condition.of)
      case 'attains-less':
        return this.#openQuestion(condition.question, condition.value)
      case 'answer':
        return this.#openQuestion(condition.question, [...condition.options].join(' '))
      default:
        return this.#openOf(this.get(subjectOf(condition)))
    }
  }

  #openQuestion(id: string, test: string | number): string | undefined {
    const { space, given, inventory } = this.#search
    const variable = this.#variableOf(space.ruleset.questions.get(id)!, test)
    return this.openIn(space.askedWhen(id, inventory)) ?? (given.has(variable) ? undefined : variable)
  }

  #openOf(value: Value): string | undefined {
    if (value.kind === 'fact')
      return (
        (value.applicable === undefined ? this.openIn(value.fact.when) : undefined) ??
        (this.#search.given.has(value.fact.id) ? undefined : value.fact.id)
      )
    if (value.kind === 'derived') {
      const { rule, id } = value.derived
      if (rule.how === 'holds') return this.openIn(rule.condition)
      return this.#search.given.has(id) ? undefined : id
    }
    return (
      first(value.rules, ({ rule, holds }) => (holds === undefined ? this.openIn(rule.when) : undefined)) ??
      first(value.alternatives, ({ alternative }) => this.openIn(alternative.when))
    )
  }

  #valueOf(id: string): FactValue | Value | Decision {
    const { space, day, given } = this.#search
    const value = space.ruleset.values.get(id)
    if (!value) throw new Error(`no value for ${id}: the order of evaluation is broken`)
    const cell = given.get(id)
    switch (value.kind) {
      case 'fact':
        return factValue(value, cell === undefined ? undefined : answered(cell as Exclude<Cell, boolean>), this, day)
      case 'determination':
        return decide(space.determination(id), this, day)
      case 'derived':
        if (value.rule.how === 'holds') return derive(value, this, noEntries)
        return {
          kind: 'derived',
          derived: value,
          ...(typeof cell === 'boolean' ? { holds: cell } : {}),
          low: typeof cell === 'number' ? cell : -Infinity,
          high: typeof cell === 'number' ? cell : Infinity,
        }
    }
  }
}

const answered = (value: Exclude<Cell, boolean>): Answer => ({ state: 'answered', value, evidence: [], path: [] })
const noEntries = () => ({ complete: true, list: [] })

/** The first that something is found for. */
function first<T, R>(list: readonly T[], find: (it: T) => R | undefined): R | undefined {
  for (const it of list) {
    const found = find(it)
    if (found !== undefined) return found
  }
  return undefined
}
