/** A ruleset, the answers of a firm and a day, evaluated. */
import type { Answer, Answers } from '../answers/answers.js'
import type { Contradiction, Gate, Inventory, Question, Ruleset, Section } from '../ruleset/ruleset.js'
import type { Truth } from './truth.js'
import type { Entries, ValueScope } from './values.js'

export interface Assessment {
  readonly ruleset: Ruleset
  readonly answers: Answers
  /** The day whose law counts. */
  readonly asAt: string
  /** A quick assessment looks at the essential questions only. */
  readonly scope: 'full' | 'quick'
  readonly firm: ValueScope
  readonly inventories: ReadonlyMap<string, Entries & { readonly inventory: Inventory }>
  readonly sections: readonly AssessedSection[]
  readonly gates: readonly { readonly gate: Gate; readonly state: Truth }[]
  /** Those that hold. */
  readonly contradictions: readonly {
    readonly contradiction: Contradiction
    readonly entry?: string
    readonly scope: ValueScope
  }[]
  /** The parts of a suite, each exactly what it is alone. */
  readonly parts: readonly { readonly weight: number; readonly assessment: Assessment }[]
}

export interface AssessedSection {
  readonly section: Section
  /** The firm as the one entry where the section is not asked for each entry of an inventory. */
  readonly entries: readonly AssessedEntry[]
  /** The questions that a further entry, not listed yet, could be asked; none where the list is complete. */
  readonly further: readonly Question[]
}

export interface AssessedEntry {
  /** The entry's id; absent for the firm. */
  readonly entry?: string
  readonly applicable: Truth
  readonly scope: ValueScope
  readonly questions: readonly AssessedQuestion[]
}

/** The states of design §5.2: every question of every entry is in exactly one. */
export type QuestionState = 'hidden' | 'not-applicable' | 'answered' | 'unsure' | 'unanswered' | 'implied'

export interface AssessedQuestion {
  readonly question: Question
  readonly entry: string | undefined
  readonly state: QuestionState
  /** True, or unknown: perhaps applicable. False only where hidden. */
  readonly applicable: Truth
  /** The same, given that its section applies to this entry. */
  readonly within: Truth
  readonly answer: Answer | undefined
  /** Attainment, 0–1. */
  readonly low: number
  readonly high: number
  /** `low` with every answer that lacks evidence it expects attaining 0. */
  readonly evidenced: number
  /** Whether an answer that expects evidence has some that is there and has not expired. */
  readonly evidence: 'given' | 'expired' | 'missing' | 'none' | 'not-expected'
}
