/**
 * A ruleset as the program uses it: loaded, checked, names resolved, defaults filled in, in one language.
 * What authors write is another type (`schema.ts`); past `load.ts` nothing here needs checking again.
 */
import type { Check, Obligation, Owner, sourceKinds, models, places, Region } from './vocabulary.js'
import type { Language } from '../text/languages.js'

export interface Ruleset {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly about?: string
  /** The language its words are in. */
  readonly language: Language
  /** The day as on which the law was last read through. */
  readonly reviewed: string
  /** SHA-256 over the canonical JSON (RFC 8785) of everything loaded, hexadecimal. */
  readonly sha256: string
  /** Facts, derived facts and determinations, each after all it depends on: the order of evaluation. */
  readonly values: ReadonlyMap<string, Fact | Derived | Determination>
  readonly inventories: ReadonlyMap<string, Inventory>
  readonly sections: readonly Section[]
  readonly questions: ReadonlyMap<string, Question>
  readonly contradictions: readonly Contradiction[]
  readonly model: ModelName
  /** The attainment from which a question is met (model `levels`). */
  readonly met: number
  readonly gates: readonly Gate[]
  readonly bands: readonly Band[]
  readonly sources: ReadonlyMap<string, Source>
  /** The parts of a suite; empty for a plain ruleset. */
  readonly parts: readonly Part[]
}

export type ModelName = (typeof models)[number]

export interface Part {
  readonly ruleset: Ruleset
  readonly weight: number
}

/** First and last day in force; absent means always. */
export interface Dated {
  readonly from?: string
  readonly until?: string
}

export interface Option {
  readonly id: string
  readonly label: string
}

export interface Inventory {
  readonly id: string
  readonly title: string
  /** What one entry is called: "Data flow". */
  readonly entry: string
  readonly about?: string
  readonly drawn?: Drawn
}

/** How the entries of an inventory are drawn as arrows: the facts that say where from, where to and how thick. */
export interface Drawn {
  readonly from: string
  readonly to: string
  /** Number facts; an entry's weight is their sum. */
  readonly weight: readonly string[]
  readonly regionOf: ReadonlyMap<string, Region>
}

export interface Fact extends Dated {
  readonly kind: 'fact'
  readonly id: string
  /** The inventory whose entries carry it; absent: the firm. */
  readonly inventory?: string
  readonly type: 'choice' | 'multi' | 'number' | 'date' | 'datetime' | 'text'
  readonly ask: string
  readonly why?: string
  readonly help?: string
  readonly options: readonly Option[]
  readonly min: number
  readonly max: number
  readonly integer: boolean
  readonly unit?: string
  /** What a deadline calls a date: "you became aware". */
  readonly moment?: string
  readonly when?: Condition
  readonly confidential: boolean
}

export interface Derived {
  readonly kind: 'derived'
  readonly id: string
  readonly inventory?: string
  readonly means: string
  readonly rule: DerivedRule
  readonly cites: readonly Citation[]
}

export type DerivedRule =
  | { readonly how: 'holds'; readonly condition: Condition }
  | {
      readonly how: 'sum'
      readonly of: string
      readonly over: string
      readonly where?: Condition
      readonly distinct?: string
    }
  | { readonly how: 'count' | 'some' | 'every'; readonly over: string; readonly where?: Condition }

export interface Determination {
  readonly kind: 'determination'
  readonly id: string
  readonly inventory?: string
  readonly title: string
  readonly about?: string
  readonly decide: 'first' | 'all'
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly rules: readonly Rule[]
  readonly alternatives: readonly Alternative[]
  readonly then: readonly Then[]
}

export interface Outcome extends Option {
  readonly tone: 'good' | 'caution' | 'bad' | 'neutral'
}

export interface Rule extends Dated {
  readonly id: string
  readonly when?: Condition
  readonly outcome: string
  readonly because?: string
  readonly do?: string
  readonly obligation?: Obligation
  readonly owner?: Owner
  readonly by?: Deadline
  readonly cites: readonly Citation[]
}

export interface Alternative extends Dated {
  readonly id: string
  readonly offers: string
  readonly label: string
  readonly insteadOf: ReadonlySet<string>
  readonly when?: Condition
  readonly because?: string
  readonly cites: readonly Citation[]
}

export interface Then extends Dated {
  readonly id: string
  readonly for: ReadonlySet<string>
  readonly when?: Condition
  readonly do: string
  readonly obligation: Obligation
  readonly owner?: Owner
  readonly by?: Deadline
  readonly cites: readonly Citation[]
}

export type Deadline =
  | { readonly at: 'once' }
  | {
      readonly count: number
      readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'working-day'
      readonly after: string
    }

export interface Section extends Dated {
  readonly id: string
  readonly title: string
  readonly about?: string
  readonly weight: number
  readonly inventory?: string
  readonly across: 'mean' | 'worst'
  readonly when?: Condition
  readonly questions: readonly Question[]
}

export interface Question extends Dated {
  readonly id: string
  readonly section: string
  readonly inventory?: string
  readonly type: 'choice' | 'multi'
  readonly ask: string
  readonly why: string
  readonly help?: string
  readonly options: readonly QuestionOption[]
  /** 0: asked and listed, never scored. */
  readonly weight: number
  readonly obligation: Obligation
  readonly mayBeNotApplicable: boolean
  readonly essential: boolean
  readonly confidential: boolean
  readonly level?: number
  readonly cites: readonly Citation[]
  readonly evidence: readonly { readonly id: string; readonly show: string }[]
  readonly remedy?: Remedy
  readonly tags: {
    readonly policy: readonly string[]
    readonly place: readonly string[]
    readonly topic: readonly string[]
    /** Controls of other catalogues that ask for the same; `standard` is a source, which names the edition. */
    readonly controls: readonly { readonly standard: string; readonly ids: readonly string[] }[]
  }
  readonly when?: Condition
  readonly after?: { readonly question: string; readonly attains: number; readonly hides: boolean }
}

export interface QuestionOption extends Option {
  /** choice: how far it meets the question, 0–1. */
  readonly attains?: number
  /** multi: what it adds, 0–1. */
  readonly adds?: number
  readonly exclusive: boolean
}

export interface Citation {
  readonly source: string
  readonly at: string
  readonly checked: Check
}

export interface Remedy {
  readonly do: string
  /** Person-days. */
  readonly effort: number
  readonly owner: Owner
  readonly once: boolean
}

export interface Gate extends Dated {
  readonly id: string
  readonly when: Condition
  readonly caps: string
  readonly says: string
  readonly remedy?: Remedy
}

export interface Contradiction {
  readonly id: string
  readonly inventory?: string
  readonly when: Condition
  readonly says: string
}

export interface Band {
  readonly id: string
  readonly from: number
  readonly label: string
  readonly means?: string
}

export interface Source extends Dated {
  readonly id: string
  readonly short: string
  readonly title: string
  readonly issuer: string
  readonly place: (typeof places)[number]
  readonly kind: (typeof sourceKinds)[number]
  readonly address?: string
  readonly lastChecked: string
}

export type Comparison = 'atLeast' | 'atMost' | 'moreThan' | 'lessThan'

/** A condition with every name resolved and every group opened. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** A choice is one of the options, or a multiple choice includes one. */
  | { readonly kind: 'option'; readonly fact: string; readonly options: ReadonlySet<string> }
  | { readonly kind: 'number'; readonly fact: string; readonly test: Comparison; readonly value: number }
  /** A date or a datetime against another, both as text that sorts. */
  | { readonly kind: 'time'; readonly fact: string; readonly test: Comparison; readonly value: string }
  | { readonly kind: 'holds'; readonly fact: string }
  | { readonly kind: 'outcome'; readonly determination: string; readonly outcomes: ReadonlySet<string> }
  | { readonly kind: 'offers'; readonly determination: string; readonly offer: string }
  | { readonly kind: 'attains-less'; readonly question: string; readonly value: number }
  /** Only in contradictions. */
  | { readonly kind: 'answer'; readonly question: string; readonly options: ReadonlySet<string> }

/** The reserved outcome: a rule may decide that nothing can be decided. */
export const undetermined = 'undetermined'

/** Whether something dated is in force on a day, written as text: 2026-11-20. */
export const inForce = (it: Dated, day: string): boolean =>
  (it.from === undefined || it.from <= day) && (it.until === undefined || day <= it.until)
