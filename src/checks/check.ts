/** What every check gets and gives. */
import type { Finding } from '../diagnostics/diagnostic.js'
import type { At, Draft } from '../ruleset/draft.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Space } from './space.js'

export interface Subject {
  readonly ruleset: Ruleset
  /** The same as it was written, with its places. */
  readonly draft: Draft
  readonly space: Space
  /** Notes that the proof about something was given up. */
  readonly unproven: (id: string, at: At) => () => void
}

/** One kind of proof about a well-formed ruleset. */
export type Check = (subject: Subject) => Finding[]
