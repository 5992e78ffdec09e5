/** Derived facts: worked out from others, in one entry or across all entries of an inventory. */
import type { Derived } from '../ruleset/ruleset.js'
import { evaluate } from './condition.js'
import { and, or, type Truth } from './truth.js'
import type { DerivedValue, Entries, FactValue, Scope } from './values.js'

/**
 * @param scope the firm, or the entry that the derived fact belongs to
 * @param entriesOf the entries of an inventory, already valued as far as this fact needs
 */
export function derive(derived: Derived, scope: Scope, entriesOf: (inventory: string) => Entries): DerivedValue {
  const { rule } = derived
  if (rule.how === 'holds') return truth(derived, evaluate(rule.condition, scope))
  const entries = entriesOf(rule.over)
  const counted = entries.list.map((entry) => (rule.where ? evaluate(rule.where, entry.scope) : true))

  switch (rule.how) {
    case 'some':
      return truth(derived, or(...counted, entries.complete ? false : undefined))
    case 'every': {
      // Of all entries, so a further one could still break it.
      return truth(derived, counted.reduce(and, entries.complete ? true : undefined))
    }
    case 'count': {
      const sure = counted.filter((it) => it === true).length
      const ruledOut = counted.filter((it) => it === false).length
      return { kind: 'derived', derived, low: sure, high: entries.complete ? counted.length - ruledOut : Infinity }
    }
    case 'sum':
      return sum(derived, rule, scope, entries, counted)
  }
}

const truth = (derived: Derived, holds: Truth): DerivedValue => ({ kind: 'derived', derived, holds, low: 0, high: 0 })

/**
 * An entry surely counted adds its number, one perhaps counted adds 0 to its number, an open number 0 (its least) to its
 * most; an inventory that is not complete may hold any further entry. Where people are summed and `distinct` names how
 * many different people they are, that number counts; while it is open, the value lies between the greatest entry and
 * the sum.
 */
function sum(
  derived: Derived,
  rule: Extract<Derived['rule'], { how: 'sum' }>,
  scope: Scope,
  entries: Entries,
  counted: readonly Truth[],
): DerivedValue {
  let low = 0
  let high = entries.complete ? 0 : Infinity
  let greatest = 0
  let perhaps = 0
  for (const [i, entry] of entries.list.entries()) {
    const number = entry.scope.get(rule.of) as FactValue
    const counts = and(counted[i], number.applicable)
    if (counts === false) continue
    perhaps++
    high += number.high
    if (counts !== true) continue
    low += number.low
    greatest = Math.max(greatest, number.low)
  }
  low = decimal(low)
  high = decimal(high)
  const several = rule.distinct !== undefined && (perhaps > 1 || !entries.complete)
  const distinct = rule.distinct === undefined ? undefined : (scope.get(rule.distinct) as FactValue)
  if (distinct?.answer?.state !== 'answered') {
    return { kind: 'derived', derived, low: several ? greatest : low, high }
  }
  // However few entries turn out to count: what is decided stays decided.
  const given = distinct.low
  const outside = given < greatest || given > high
  return {
    kind: 'derived',
    derived,
    low: given,
    high: given,
    ...(outside ? { contradicts: { fact: distinct.fact.id, given, low: greatest, high } } : {}),
  }
}

/** A sum of decimals without the dust of binary fractions, so that their order does not matter: 0.1 + 0.2 is 0.3. */
const decimal = (sum: number): number => Number(sum.toPrecision(15))

/** Whether more than one entry is perhaps counted, so that the number of different people matters. */
export const distinctMatters = (rule: Extract<Derived['rule'], { how: 'sum' }>, entries: Entries): boolean => {
  const perhaps = entries.list.filter((entry) => {
    const where = rule.where ? evaluate(rule.where, entry.scope) : true
    return and(where, (entry.scope.get(rule.of) as FactValue).applicable) !== false
  })
  return rule.distinct !== undefined && (perhaps.length > 1 || !entries.complete)
}
