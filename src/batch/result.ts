/** What became of one input: a line in the memory of the run, and from these lines everything that is said of all. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Member } from '../cohort/member.js'

export interface Result {
  /** Where it lies, from the folder that was named or the working folder. First: lines are found by it. */
  readonly input: string
  /** Its place among all inputs, from 1; that of a shard too. */
  readonly number: number
  readonly outcome: 'scored' | 'invalid'
  /** Of its bytes; null where it could not be read. */
  readonly inputSha256: string | null
  /** Of everything else that the reports depend on, but the ruleset and the evidence. */
  readonly settings: string
  /** The version of flowready. */
  readonly generator: string
  readonly scored?: Scored
  readonly diagnostics: readonly Diagnostic[]
}

export interface Scored extends Member {
  readonly firm: string
  readonly reference?: string
  readonly asAt: string
  /** The score as people see it, with one decimal. */
  readonly printed: number | null
  /** Evidence that was looked for, with what was found: its hash, or null. */
  readonly evidence: readonly (readonly [file: string, sha256: string | null])[]
  /** Reports, with their sizes in bytes. */
  readonly reports: readonly (readonly [name: string, bytes: number])[]
}

/** An input before anything is known of it. */
export interface Input {
  readonly input: string
  readonly number: number
  /** As shown in diagnostics. */
  readonly file: string
  /** Where it is read from, and where evidence is looked for beside it. */
  readonly path: string
  /** The content, where it came with the input. */
  readonly text?: string
}
