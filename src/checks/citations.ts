/** What the checks of citations share. */
import type { Obligation } from '../ruleset/vocabulary.js'
import { type At, type Draft, under } from '../ruleset/draft.js'
import { type Citation, type Dated, type Ruleset, undetermined } from '../ruleset/ruleset.js'
import { overlap } from './conditions.js'

/** Something that cites sources. */
export interface Citing {
  readonly id: string
  readonly obligation?: Obligation
  readonly dated: Dated
  readonly cites: readonly Citation[]
  readonly at: At
}

/**
 * Everything of the questionnaire that rests on sources: what is common is every ruleset's, and a rule that leaves a thing
 * undetermined cites what it does not go into.
 */
export function* citing(ruleset: Ruleset, draft: Draft): Generator<Citing> {
  const { file } = draft.questionnaire.source
  for (const value of ruleset.values.values()) {
    if (value.kind === 'derived' && value.cites.length > 0) {
      const at = draft.derived.get(value.id)!
      if (at.file === file) yield { id: value.id, dated: {}, cites: value.cites, at }
    }
    if (value.kind !== 'determination') continue
    const place = draft.determinations.get(value.id)!
    for (const key of ['rules', 'alternatives', 'then'] as const)
      for (const [i, one] of value[key].entries()) {
        if ('outcome' in one && one.outcome === undetermined) continue
        yield {
          id: one.id,
          dated: one,
          cites: one.cites,
          at: under(place, key, i),
          ...('obligation' in one && one.obligation !== undefined ? { obligation: one.obligation } : {}),
        }
      }
  }
  for (const section of ruleset.sections)
    for (const question of section.questions) {
      const { id, obligation, cites } = question
      const dated = overlap(section, question)
      if (dated) yield { id, obligation, dated, cites, at: draft.questions.get(id)! }
    }
}
