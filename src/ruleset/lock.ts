import { type At, type Draft, type Placed } from './draft.js'

/** What an id stands for, in a few words that change only when its meaning does: kind, type, and whose entries carry it. */
export interface LockedId {
  readonly id: string
  readonly meaning: string
  readonly at: At
}

/**
 * Every id that answers files or reports name: what this ruleset's own questionnaire declares, and the common facts and
 * inventories that its firms answer.
 */
export function lockOf(draft: Draft): LockedId[] {
  const file = draft.questionnaire.source.file
  const each = <T extends { id: string; type?: string }>(kind: string, things: Iterable<Placed<T>>): LockedId[] =>
    [...things]
      .filter((it) => it.file === file || kind === 'fact' || kind === 'inventory')
      .map(({ it, inventory, ...at }) => ({
        id: it.id,
        meaning: [kind, it.type, inventory && `of ${inventory}`].filter(Boolean).join(' '),
        at,
      }))
  return [
    ...each('fact', draft.facts.values()),
    ...each('inventory', draft.inventories.values()),
    ...each('derived', draft.derived.values()),
    ...each('determination', draft.determinations.values()),
    ...each('section', draft.sections),
    ...each('question', draft.questions.values()),
  ]
}
