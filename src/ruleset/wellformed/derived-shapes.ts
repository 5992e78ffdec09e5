import type { Finding } from '../../diagnostics/diagnostic.js'
import { type Draft, found } from '../draft.js'
import { typeOf } from '../value-type.js'

/** A derived fact is worked out in exactly one way, and what it adds up are numbers. */
export function derivedShapes(draft: Draft): Finding[] {
  const findings: Finding[] = []
  for (const { it, ...at } of draft.derived.values()) {
    const say = (problem: string) => findings.push(found('ruleset/derived-shape', { problem, id: it.id }, at))
    const ways = (['holds', 'sum', 'count', 'some', 'every'] as const).filter((key) => it[key] !== undefined)
    if (ways.length !== 1) say(ways.length === 0 ? 'no-way' : 'two-ways')
    if ((it.sum === undefined) !== (it.over === undefined)) say('sum-and-over')
    if (it.distinct !== undefined && it.sum === undefined) say('distinct-without-sum')
    const distinct = it.distinct === undefined ? undefined : draft.facts.get(it.distinct)?.it
    // A number that came and went with a condition would move what was already decided.
    if (distinct && (distinct.when ?? distinct.from ?? distinct.until) !== undefined) say('distinct-conditional')
    if (it.holds !== undefined && it.where !== undefined) say('where-with-holds')
    if (it.holds === undefined && (it.forEach !== undefined || at.inventory !== undefined)) say('across-inside-entry')
    for (const number of [it.sum, it.distinct]) {
      const fact = number === undefined ? undefined : draft.facts.get(number)?.it
      if (number !== undefined && fact && typeOf(draft, number) !== 'number') say('not-a-number')
      // An entry that may not be counted adds 0 to its number: that is an interval only from 0 up.
      if (fact?.type === 'number' && (fact.min ?? 0) < 0) say('below-zero')
    }
  }
  return findings
}
