import { once } from '../documents/once.js'
import type { Fact, Question, Ruleset } from './ruleset.js'

/** Everything that a ruleset, or a suite with its parts, can ask: facts and questions by id. */
export const askedIn: (ruleset: Ruleset) => ReadonlyMap<string, Fact | Question> = once((ruleset: Ruleset) => {
  const all = new Map<string, Fact | Question>()
  for (const part of ruleset.parts) for (const [id, it] of askedIn(part.ruleset)) all.set(id, it)
  for (const it of ruleset.values.values()) if (it.kind === 'fact') all.set(it.id, it)
  for (const it of ruleset.questions.values()) all.set(it.id, it)
  return all
})
