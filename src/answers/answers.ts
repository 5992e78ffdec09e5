/** The answers of one firm as the program uses them: checked against a ruleset, short and long forms made one. */
import type { Path } from '../diagnostics/diagnostic.js'
import type { Evidence, WrittenAnswers } from './schema.js'

export interface Answers {
  /** The file's name as shown to people. */
  readonly file: string
  readonly written: WrittenAnswers
  /** Of what the file says (content.ts). */
  readonly sha256: string
  /** What the firm said about itself, by fact or question. */
  readonly firm: ReadonlyMap<string, Answer>
  /** What it listed, by inventory; an inventory that is not mentioned is missing here. */
  readonly inventories: ReadonlyMap<string, AnsweredInventory>
}

export interface AnsweredInventory {
  /** Whether the list is all there is. */
  readonly complete: boolean
  readonly entries: readonly AnsweredEntry[]
}

export interface AnsweredEntry {
  readonly id: string
  readonly name: string
  readonly answers: ReadonlyMap<string, Answer>
}

/** The three states are never merged: answered, unsure (`unsure` was said), not applicable (with a reason). */
export type Answer = (
  | { readonly state: 'answered'; readonly value: string | number | readonly string[] }
  | { readonly state: 'unsure' }
  | { readonly state: 'not-applicable'; readonly reason: string }
) & {
  readonly note?: string
  readonly evidence: readonly Evidence[]
  readonly by?: string
  readonly on?: string
  /** Where it stands in the file. */
  readonly path: Path
}

/** The reserved answer of one who does not know. */
export const unsure = 'unsure'
