import { found } from '../ruleset/draft.js'
import type { Condition, Contradiction } from '../ruleset/ruleset.js'
import type { Check, Subject } from './check.js'
import { comparisonsOf, subjectOf } from '../ruleset/conditions.js'
import { allOf, noneOf } from './conditions.js'

/** Contradictions that together leave no answer to something: whatever is said, one of them is shown. */
export const excludingContradictions: Check = (subject) => {
  const { ruleset, draft, space, unproven } = subject
  const { file } = draft.questionnaire.source
  const all = ruleset.contradictions.map((it, i) => {
    const at = { file, path: ['contradictions', i, 'when'] }
    return { it, at, giveUp: unproven(it.id, at) }
  })
  return all.flatMap(({ it, at, giveUp }, i) => {
    const others = all.slice(0, i).filter((other) => other.it.inventory === it.inventory)
    const can = (...parts: Condition[]) => space.some(allOf(...parts), true, {}, giveUp, it.inventory)
    // One that excludes everything alone is a condition that always holds.
    const alone = (one: Contradiction) => can(noneOf(one.when))
    if (!alone(it)) return []
    for (const other of others.filter((one) => alone(one.it))) {
      const mine = new Set([...comparisonsOf(it.when)].map(subjectOf))
      const shared = [...new Set([...comparisonsOf(other.it.when)].map(subjectOf))].find((id) => {
        const answered = answeredWhen(subject, id, it.inventory)
        if (!mine.has(id) || !can(answered)) return false
        // One alone may leave no answer as well, as where it hides what it speaks of.
        const leaves = (...list: Contradiction[]) => can(answered, ...list.map((one) => noneOf(one.when)))
        return leaves(it) && leaves(other.it) && !leaves(it, other.it)
      })
      if (shared !== undefined)
        return [found('check/no-answer-left', { id: it.id, other: other.it.id, about: shared }, at)]
    }
    return []
  })
}

/** When something is asked and answered. */
function answeredWhen({ ruleset, space }: Subject, id: string, inventory: string | undefined): Condition {
  const value = ruleset.values.get(id)
  if (value) return allOf(value.kind === 'fact' ? value.when : undefined)
  const options = new Set(ruleset.questions.get(id)!.options.map((option) => option.id))
  return allOf(space.askedWhen(id, inventory), { kind: 'answer', question: id, options })
}
