/**
 * The meanings of design §5 once more, in the plainest way: from what is written, for firms that left nothing open, by
 * asking instead of passing through an order, in ordinary numbers. Slow, and nobody's copy of the program.
 *
 * Even then something can be unknown: what hangs on a determination that is `undetermined`.
 */
import type { WrittenAnswer } from '../../src/answers/schema.js'
import type { WrittenCondition } from '../../src/ruleset/condition.js'
import type {
  WrittenDerived,
  WrittenDetermination,
  WrittenFact,
  WrittenQuestion,
  WrittenSection,
} from '../../src/ruleset/schema.js'
import type { Firm } from './firms.js'
import { shared, type Written } from './rulesets.js'

type Truth = boolean | undefined
type Dated = { from?: string; until?: string }

const all = (list: readonly Truth[]): Truth =>
  list.some((it) => it === false) ? false : list.some((it) => it === undefined) ? undefined : true
const any = (list: readonly Truth[]): Truth =>
  list.some((it) => it === true) ? true : list.some((it) => it === undefined) ? undefined : false

export interface NaiveDecision {
  readonly outcome: string | undefined
  readonly holding: readonly string[]
  readonly offers: readonly string[]
  readonly then: readonly string[]
}

export class Naive {
  readonly #firm: Firm
  readonly #asAt: string
  readonly #facts = new Map<string, { it: WrittenFact; inventory?: string }>()
  readonly #derived = new Map<string, WrittenDerived>()
  readonly #determinations = new Map<string, WrittenDetermination>()
  readonly #groups = new Map<string, Record<string, string[]>>()
  readonly #written: Written
  readonly #known = new Map<string, unknown>()
  readonly #scaleOptions = new Map<string, readonly { id: string; attains?: number }[]>()

  constructor(written: Written, firm: Firm, asAt: string) {
    this.#firm = firm
    this.#asAt = asAt
    this.#written = written
    for (const file of [...Object.values({ ...shared, ...written.common }), written.questionnaire]) {
      for (const it of file.facts ?? []) this.#facts.set(it.id, { it })
      for (const it of file.derived ?? []) this.#derived.set(it.id, it)
      for (const inventory of 'inventories' in file ? (file.inventories ?? []) : []) {
        for (const it of inventory.facts) this.#facts.set(it.id, { it, inventory: inventory.id })
        for (const it of inventory.derived ?? []) this.#derived.set(it.id, it)
      }
      for (const it of 'scales' in file ? (file.scales ?? []) : []) {
        this.#groups.set(it.id, it.groups ?? {})
        this.#scaleOptions.set(it.id, it.options)
      }
    }
    for (const it of written.questionnaire.determinations ?? []) this.#determinations.set(it.id, it)
  }

  /** Asked again, it says the same. */
  #once<T>(key: string, work: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, work())
    return this.#known.get(key) as T
  }

  #inForce({ from = '0', until = '9' }: Dated): boolean {
    return from <= this.#asAt && this.#asAt <= until
  }

  #given(id: string, entry: string | undefined): WrittenAnswer | undefined {
    const own = entry === undefined ? undefined : this.#firm.entries.find((it) => it.id === entry)?.answers[id]
    return own ?? this.#firm.answers[id]
  }

  #value(id: string, entry: string | undefined): string | number | readonly string[] | undefined {
    const given = this.#given(id, entry)
    return typeof given === 'object' && !Array.isArray(given) ? given.answer : given
  }

  /** Whether a fact counts at all. */
  asked(id: string, entry: string | undefined): Truth {
    const { it } = this.#facts.get(id)!
    return this.#inForce(it) && (it.when ? this.holds(it.when, entry) : true)
  }

  holds(it: WrittenCondition, entry: string | undefined): Truth {
    if (it.all) return all(it.all.map((part) => this.holds(part, entry)))
    if (it.any) return any(it.any.map((part) => this.holds(part, entry)))
    if (it.not) {
      const truth = this.holds(it.not, entry)
      return truth === undefined ? undefined : !truth
    }
    if (it.determination !== undefined) return this.#decided(it, entry)
    if (it.question !== undefined) return this.#anyAttainsLess(it.question, it.attainsLessThan!)
    const id = it.fact!
    const derived = this.#derived.get(id)
    if (derived) {
      const value = this.derived(id, entry)
      return typeof value === 'object' ? this.#compare(it, value.low, value.high) : value
    }
    const asked = this.asked(id, entry)
    if (asked === false) return false
    const value = this.#value(id, entry)
    const matches =
      typeof value === 'number'
        ? this.#compare(it, value, value)
        : this.#among(it, id, value as string | readonly string[])
    return all([asked, matches])
  }

  #among(it: WrittenCondition, id: string, value: string | readonly string[]): Truth {
    const { scale } = this.#facts.get(id)!.it as { scale?: string }
    const groups = this.#groups.get(scale ?? '') ?? {}
    const open = (names: readonly string[]): string[] =>
      names.flatMap((name) => (Object.hasOwn(groups, name) ? open(groups[name]!) : [name]))
    const wanted = open(it.in ?? [it.is ?? it.includes ?? ''])
    return (typeof value === 'string' ? [value] : value).some((one) => wanted.includes(one))
  }

  #compare(it: WrittenCondition, low: number, high: number): Truth {
    const one = (n: number) =>
      it.atLeast !== undefined
        ? n >= Number(it.atLeast)
        : it.atMost !== undefined
          ? n <= Number(it.atMost)
          : it.moreThan !== undefined
            ? n > Number(it.moreThan)
            : n < Number(it.lessThan)
    return one(low) === one(high) ? one(low) : undefined
  }

  #decided(it: WrittenCondition, entry: string | undefined): Truth {
    const determination = this.#determinations.get(it.determination!)!
    const { outcome, holding, offers } = this.decision(determination.id, entry)
    const groups = determination.groups ?? {}
    const open = (names: readonly string[]): string[] =>
      names.flatMap((name) => (Object.hasOwn(groups, name) ? open(groups[name]!) : [name]))
    const wanted = open(it.in ?? [it.is ?? ''])
    if (it.offers !== undefined) {
      if (offers.includes(it.offers)) return true
      return offers.includes(`${it.offers}?`) ? undefined : false
    }
    if (determination.decide === 'all') {
      if (holding.some((one) => wanted.includes(one))) return true
      return holding.some((one) => wanted.includes(one.replace('?', ''))) ? undefined : false
    }
    return outcome === undefined ? undefined : wanted.includes(outcome)
  }

  /** `undetermined`, said by a rule, left over or hanging on another, is `undefined`. In lists a `?` marks what is unknown. */
  decision(id: string, entry: string | undefined): NaiveDecision {
    return this.#once(`decision ${id} ${entry ?? ''}`, () => this.#decide(id, entry))
  }

  #decide(id: string, entry: string | undefined): NaiveDecision {
    const { rules, decide, alternatives = [], then = [], groups = {} } = this.#determinations.get(id)!
    const inForce = rules.filter((rule) => this.#inForce(rule))
    const truths = inForce.map((rule) => ({
      outcome: rule.outcome,
      holds: rule.when ? this.holds(rule.when, entry) : true,
    }))
    const open = (names: readonly string[]): string[] =>
      names.flatMap((name) => (Object.hasOwn(groups, name) ? open(groups[name]!) : [name]))
    const marked = (truth: Truth, name: string): string[] =>
      truth === true ? [name] : truth === undefined ? [`${name}?`] : []

    let possible: string[] = []
    for (const { outcome, holds } of [...truths, { outcome: 'undetermined', holds: true }]) {
      if (holds === false) continue
      possible.push(outcome)
      if (holds === true) break
    }
    possible = [...new Set(possible)]
    const holding = truths.flatMap(({ outcome, holds }) => marked(holds, outcome))
    const isIn = (names: readonly string[]): Truth => {
      const wanted = open(names)
      if (decide === 'all')
        return any(truths.filter(({ outcome }) => wanted.includes(outcome)).map(({ holds }) => holds))
      if (possible.includes('undetermined')) return undefined
      const inside = possible.filter((one) => wanted.includes(one)).length
      return inside === possible.length ? true : inside === 0 ? false : undefined
    }
    return {
      outcome: decide === 'first' && possible.length === 1 && possible[0] !== 'undetermined' ? possible[0] : undefined,
      holding: decide === 'all' ? holding : [],
      offers: alternatives
        .filter((it) => this.#inForce(it))
        .flatMap((it) => marked(all([isIn(it.insteadOf), it.when ? this.holds(it.when, entry) : true]), it.offers)),
      then: then
        .filter((it) => this.#inForce(it) && all([isIn(it.for), it.when ? this.holds(it.when, entry) : true]) === true)
        .map((it) => it.id),
    }
  }

  /** A yes/no, or a number; an interval only where an undetermined outcome keeps it open. */
  derived(id: string, entry: string | undefined): Truth | { low: number; high: number } {
    return this.#once(`derived ${id} ${entry ?? ''}`, () => this.#derive(id, entry))
  }

  #derive(id: string, entry: string | undefined): Truth | { low: number; high: number } {
    const it = this.#derived.get(id)!
    if (it.holds) return this.holds(it.holds, entry)
    const entries = this.#firm.entries.map((one) => one.id)
    const where = entries.map((one) => (it.where ? this.holds(it.where, one) : true))
    if (it.some !== undefined) return any(where)
    if (it.every !== undefined) return all(where)
    if (it.count !== undefined)
      return { low: where.filter((one) => one === true).length, high: where.filter((one) => one !== false).length }
    const numbers = entries.flatMap((one, i) => {
      const counts = all([where[i], this.asked(it.sum!, one)])
      return counts === false ? [] : [{ sure: counts === true, n: this.#value(it.sum!, one) as number }]
    })
    const total = (list: typeof numbers) => list.reduce((sum, { n }) => sum + n, 0)
    const sums = { low: total(numbers.filter((one) => one.sure)), high: total(numbers) }
    if (it.distinct === undefined) return sums
    const given = this.#value(it.distinct, undefined) as number
    if (this.asked(it.distinct, undefined) === true) return { low: given, high: given }
    const sure = numbers.filter((one) => one.sure).map((one) => one.n)
    return numbers.length > 1 ? { low: Math.max(0, ...sure), high: sums.high } : sums
  }

  // --- scores

  #optionsOf(question: WrittenQuestion): readonly { id: string; attains?: number; adds?: number }[] {
    return question.options ?? this.#scaleOptions.get(question.scale ?? '') ?? []
  }

  /** How far the answer itself meets its question; null: not applicable. */
  #own(question: WrittenQuestion, entry: string | undefined): number | null {
    const given = this.#given(question.id, entry)
    if (typeof given === 'object' && !Array.isArray(given) && given.notApplicable !== undefined) return null
    const value = this.#value(question.id, entry)
    const chosen = typeof value === 'string' ? [value] : (value as readonly string[])
    const points = this.#optionsOf(question)
      .filter((option) => chosen.includes(option.id))
      .map((option) => option.attains ?? option.adds ?? 0)
    return Math.min(
      1,
      points.reduce((sum, n) => sum + n, 0),
    )
  }

  #proven(question: WrittenQuestion, entry: string | undefined): boolean {
    if ((question.evidence ?? []).length === 0) return true
    const given = this.#given(question.id, entry)
    const evidence = typeof given === 'object' && !Array.isArray(given) ? (given.evidence ?? []) : []
    return evidence.some(({ until = '9' }) => until >= this.#asAt)
  }

  #sections(): readonly WrittenSection[] {
    return this.#written.questionnaire.sections ?? []
  }

  #asks(section: WrittenSection, question: WrittenQuestion, entry: string | undefined): Truth {
    const parent = question.after && section.questions.find((it) => it.id === question.after!.question)
    return all([
      this.#inForce(section),
      section.when ? this.holds(section.when, entry) : true,
      this.#inForce(question),
      question.when ? this.holds(question.when, entry) : true,
      parent ? this.#asks(section, parent, entry) : true,
    ])
  }

  #attains(
    section: WrittenSection,
    question: WrittenQuestion,
    entry: string | undefined,
    view: 'claimed' | 'evidenced' | 'strict',
  ): number | null {
    const own = this.#own(question, entry)
    if (own === null) return view === 'strict' ? 0 : null
    const parent = question.after && section.questions.find((it) => it.id === question.after!.question)
    if (parent && (this.#attains(section, parent, entry, view) ?? 0) < question.after!.attains) return 0
    return view === 'evidenced' && !this.#proven(question, entry) ? 0 : own
  }

  /** For gates: whether a question attains less than a threshold, in any place where it is asked. */
  #anyAttainsLess(id: string, threshold: number): Truth {
    const section = this.#sections().find((it) => it.questions.some((question) => question.id === id))!
    const question = section.questions.find((it) => it.id === id)!
    const places = section.forEach === undefined ? [undefined] : this.#firm.entries.map((it) => it.id)
    return any(
      places.map((entry) => {
        const attained = this.#attains(section, question, entry, 'claimed')
        return attained === null || attained >= threshold ? false : this.#asks(section, question, entry)
      }),
    )
  }

  /** Each gate in force: whether it holds. */
  gates(): Map<string, Truth> {
    return new Map(
      (this.#written.questionnaire.scoring?.gates ?? [])
        .filter((it) => this.#inForce(it))
        .map((it) => [it.id, this.holds(it.when, undefined)]),
    )
  }

  /** The score 0–1 of the model `weighted`; null: nothing scored; undefined: something is only perhaps asked. */
  score(view: 'claimed' | 'evidenced' | 'strict' = 'claimed'): number | null | undefined {
    let perhaps = false
    const mean = (list: readonly { w: number; v: number | null }[]): number | null => {
      const counted = list.filter(({ w, v }) => w > 0 && v !== null)
      const weight = counted.reduce((sum, { w }) => sum + w, 0)
      return weight === 0 ? null : counted.reduce((sum, { w, v }) => sum + w * v!, 0) / weight
    }
    const sections = this.#sections().map((section) => {
      const places = section.forEach === undefined ? [undefined] : this.#firm.entries.map((it) => it.id)
      const entries = places.map((entry) =>
        mean(
          section.questions.flatMap((question) => {
            const asks = this.#asks(section, question, entry)
            if (asks === undefined) perhaps = true
            return asks === false
              ? []
              : [
                  {
                    w: question.obligation === 'information' ? 0 : (question.weight ?? 1),
                    v: this.#attains(section, question, entry, view),
                  },
                ]
          }),
        ),
      )
      const scored = entries.filter((it) => it !== null)
      const value =
        section.across === 'worst'
          ? scored.length > 0
            ? Math.min(...scored)
            : null
          : mean(entries.map((v) => ({ w: 1, v })))
      return { w: section.weight ?? 1, v: value }
    })
    const value = mean(sections)
    return perhaps ? undefined : value
  }
}
