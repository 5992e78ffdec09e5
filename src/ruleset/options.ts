import type { Draft } from './draft.js'
import type { QuestionOption } from './ruleset.js'
import type { WrittenQuestion } from './schema.js'

/** The options of a scored question, its own or its scale's, in one form. */
export function questionOptions(draft: Draft, question: WrittenQuestion): QuestionOption[] {
  const scale = draft.scales.get(question.scale ?? '')?.it.options ?? []
  const written: readonly { id: string; label: string; attains?: number; adds?: number; exclusive?: boolean }[] =
    question.options ?? scale
  return written.map(({ id, label, attains, adds, exclusive }) => ({
    id,
    label,
    exclusive: exclusive === true,
    ...(attains === undefined ? {} : { attains }),
    ...(adds === undefined ? {} : { adds }),
  }))
}
