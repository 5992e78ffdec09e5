/** The types of scored questions. To add one: a file here, and a line in the two tables that name them (here and `schema.ts`). */
import type { QuestionOption } from '../ruleset.js'
import { choiceAttainment } from './choice.js'
import { multiAttainment } from './multi.js'

/** What a question type knows about its answers. */
export interface Attainment {
  /** How far an answer meets the question, 0–1; the answer's options are known to exist. */
  of(chosen: readonly string[], options: readonly QuestionOption[]): number
  /** The least and the most that any answer attains. */
  extremes(options: readonly QuestionOption[]): { least: number; most: number }
}

export const attainmentOf: Record<'choice' | 'multi', Attainment> = {
  choice: choiceAttainment,
  multi: multiAttainment,
}
