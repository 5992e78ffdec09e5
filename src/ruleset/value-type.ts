import type { Draft } from './draft.js'

/** How a fact can be compared: dates and datetimes alike are times, a yes/no derived fact is a truth. */
export type ValueType = 'choice' | 'multi' | 'number' | 'time' | 'text' | 'truth'

/** The type of a fact or derived fact; undefined where there is none of that name. */
export function typeOf(draft: Draft, id: string): ValueType | undefined {
  const fact = draft.facts.get(id)?.it
  if (fact) return fact.type === 'date' || fact.type === 'datetime' ? 'time' : fact.type
  const derived = draft.derived.get(id)?.it
  if (!derived) return undefined
  return derived.sum !== undefined || derived.count !== undefined ? 'number' : 'truth'
}
