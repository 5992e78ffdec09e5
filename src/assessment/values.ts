/** What is known of each fact, derived fact and determination. */
import type { Answer } from '../answers/answers.js'
import type { Alternative, Derived, Determination, Fact, Rule, Then } from '../ruleset/ruleset.js'
import type { Truth } from './truth.js'

export type Value = FactValue | DerivedValue | Decision

/** A fact. Hidden (not applicable) answers are kept here and ignored by every comparison. */
export interface FactValue {
  readonly kind: 'fact'
  readonly fact: Fact
  readonly applicable: Truth
  readonly answer?: Answer
  /** The options chosen, or the date: known only when answered. */
  readonly options?: readonly string[]
  readonly time?: string
  /** The number as an interval: answered [n, n], open [min, max]. */
  readonly low: number
  readonly high: number
}

export interface DerivedValue {
  readonly kind: 'derived'
  readonly derived: Derived
  /** For a yes/no. */
  readonly holds?: Truth
  /** For a sum or a count. */
  readonly low: number
  readonly high: number
  /** A given number of different people that lies outside what the entries allow. */
  readonly contradicts?: { readonly fact: string; readonly given: number; readonly low: number; readonly high: number }
}

/** Something decided, or how far it is decided. */
export interface Decision {
  readonly kind: 'decision'
  readonly determination: Determination
  /**
   * The rules that can be the reason: for `first`, one that holds, or every one that may come to hold; for `all`, every
   * rule that holds and, apart from them, those that may.
   */
  readonly rules: readonly { readonly rule: Rule; readonly holds: Truth }[]
  /** `first`: every outcome that can still come about, each once. `all`: the outcomes of rules that hold. */
  readonly candidates: readonly string[]
  readonly alternatives: readonly { readonly alternative: Alternative; readonly open: Truth }[]
  readonly then: readonly Then[]
}

/** The one outcome, or `undefined` while there are several candidates. `decide: all` has none. */
export function outcomeOf(decision: Decision): string | undefined {
  return decision.determination.decide === 'first' && decision.candidates.length === 1
    ? decision.candidates[0]
    : undefined
}

/** What has a value in one place: the firm, or one entry (which sees the firm's values too). */
export interface Scope {
  get(id: string): Value
}

/** Reads the values of an entry first, then the firm's. */
export class ValueScope implements Scope {
  readonly own: Map<string, Value> = new Map()
  readonly entry?: string
  readonly #outer: Scope | undefined

  constructor(outer?: Scope, entry?: string) {
    this.#outer = outer
    if (entry !== undefined) this.entry = entry
  }

  get(id: string): Value {
    const value = this.own.get(id) ?? this.#outer?.get(id)
    if (!value) throw new Error(`no value for ${id}: the order of evaluation is broken`)
    return value
  }
}

/** The entries of an inventory, and whether there are no others. */
export interface Entries {
  readonly complete: boolean
  readonly list: readonly { readonly id: string; readonly name: string; readonly scope: ValueScope }[]
}
