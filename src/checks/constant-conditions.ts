import type { Finding } from '../diagnostics/diagnostic.js'
import { type At, found, under } from '../ruleset/draft.js'
import type { Condition, Dated } from '../ruleset/ruleset.js'
import type { Check, Subject } from './check.js'
import { allOf, noneOf, overlap } from './conditions.js'

/** A condition, where it stands, and what surely holds already where it is looked at. */
interface Conditioned {
  readonly kind: string
  readonly id: string
  readonly when: Condition
  readonly dated: Dated
  readonly inventory?: string | undefined
  readonly at: At
  /** What it stands inside. */
  readonly inside?: { readonly id: string; readonly when: Condition }
  /** Whether it may be said that the inside makes it true. */
  readonly guards?: boolean
}

/** Conditions that never hold, and conditions that always do. */
export const constantConditions: Check = (subject) => [...conditioned(subject)].flatMap((it) => one(subject, it))

function one({ space, unproven }: Subject, it: Conditioned): Finding[] {
  const { kind, id, when, dated, at, inside } = it
  const giveUp = unproven(id, at)
  const can = (condition: Condition) => space.some(condition, true, dated, giveUp, it.inventory)
  if (!can(when)) return [found('check/never-holds', { kind, id, inside: '' }, at)]
  if (!can(noneOf(when))) return [found('check/always-holds', { kind, id, inside: '' }, at)]
  // What it stands inside may be wrong itself, which is said there.
  if (!inside || !can(inside.when)) return []
  if (!can(allOf(when, inside.when))) return [found('check/never-holds', { kind, id, inside: inside.id }, at)]
  if (it.guards && !can(allOf(noneOf(when), inside.when)))
    return [found('check/always-holds', { kind, id, inside: inside.id }, at)]
  return []
}

function* conditioned({ ruleset, draft }: Subject): Generator<Conditioned> {
  for (const value of ruleset.values.values()) {
    const { id } = value
    if (value.kind === 'fact') {
      if (value.when)
        yield { kind: 'fact', id, when: value.when, dated: value, at: under(draft.facts.get(id)!, 'when') }
    } else if (value.kind === 'derived') {
      const { rule } = value
      const when = rule.how === 'holds' ? rule.condition : rule.where
      const key = rule.how === 'holds' ? 'holds' : 'where'
      if (when) yield { kind: 'derived', id, when, dated: {}, at: under(draft.derived.get(id)!, key) }
    } else {
      const place = draft.determinations.get(id)!
      for (const [i, rule] of value.rules.entries())
        if (rule.when)
          yield { kind: 'rule', id: rule.id, when: rule.when, dated: rule, at: under(place, 'rules', i, 'when') }
      const after = (outcomes: ReadonlySet<string>) => ({
        id,
        when: { kind: 'outcome', determination: id, outcomes } satisfies Condition,
      })
      for (const [i, one] of value.alternatives.entries())
        if (one.when)
          yield {
            kind: 'alternative',
            id: one.id,
            when: one.when,
            dated: one,
            at: under(place, 'alternatives', i, 'when'),
            inside: after(one.insteadOf),
          }
      for (const [i, one] of value.then.entries())
        if (one.when)
          yield {
            kind: 'then',
            id: one.id,
            when: one.when,
            dated: one,
            at: under(place, 'then', i, 'when'),
            inside: after(one.for),
          }
    }
  }
  for (const [i, section] of ruleset.sections.entries()) {
    const { id, when } = section
    if (when) yield { kind: 'section', id, when, dated: section, at: under(draft.sections[i]!, 'when') }
    for (const question of section.questions) {
      const dated = overlap(section, question)
      if (!question.when || !dated) continue
      yield {
        kind: 'question',
        id: question.id,
        when: question.when,
        dated,
        at: under(draft.questions.get(question.id)!, 'when'),
        guards: true,
        ...(when ? { inside: { id, when } } : {}),
      }
    }
  }
  const file = draft.questionnaire.source.file
  for (const [i, gate] of ruleset.gates.entries())
    yield {
      kind: 'gate',
      id: gate.id,
      when: gate.when,
      dated: gate,
      at: { file, path: ['scoring', 'gates', i, 'when'] },
    }
  for (const [i, it] of ruleset.contradictions.entries())
    yield {
      kind: 'contradiction',
      id: it.id,
      when: it.when,
      dated: {},
      inventory: it.inventory,
      at: { file, path: ['contradictions', i, 'when'] },
    }
}
