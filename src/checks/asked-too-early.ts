import { found, under } from '../ruleset/draft.js'
import type { Condition, Ruleset } from '../ruleset/ruleset.js'
import type { Check } from './check.js'
import { comparisonsOf, subjectOf } from '../ruleset/conditions.js'

/**
 * A fact that is asked before what shows or hides it is known. The firm's facts come first, then each inventory with the
 * facts of its entries, then how many different people its entries name.
 */
export const askedTooEarly: Check = ({ ruleset, draft }) => {
  const turn = turnsOf(ruleset)
  return [...ruleset.values.values()].flatMap((fact) => {
    if (fact.kind !== 'fact' || !fact.when) return []
    const late = [...comparisonsOf(fact.when)].map(subjectOf).find((id) => turn(id) > turn(fact.id))
    return late === undefined
      ? []
      : [found('check/asked-too-early', { id: fact.id, needs: late }, under(draft.facts.get(fact.id)!, 'when'))]
  })
}

/** When a value can be known: 0 with the firm's facts, then by inventory, last with the numbers of different people. */
function turnsOf(ruleset: Ruleset): (id: string) => number {
  const inventories = [...ruleset.inventories.keys()]
  const last = inventories.length + 1
  const distinct = new Set(
    [...ruleset.values.values()].flatMap((value) =>
      value.kind === 'derived' && value.rule.how === 'sum' ? (value.rule.distinct ?? []) : [],
    ),
  )
  const known = new Map<string, number>()
  const all = (conditions: readonly (Condition | undefined)[]): number =>
    Math.max(0, ...conditions.flatMap((condition) => [...comparisonsOf(condition)].map((it) => turn(subjectOf(it)))))
  const turn = (id: string): number => {
    let at = known.get(id)
    if (at === undefined) known.set(id, (at = work(id)))
    return at
  }
  const work = (id: string): number => {
    const value = ruleset.values.get(id)
    if (!value) return 0
    const own = value.inventory === undefined ? 0 : inventories.indexOf(value.inventory) + 1
    if (value.kind === 'fact') return distinct.has(id) ? last : own
    if (value.kind === 'determination')
      return Math.max(own, all([...value.rules, ...value.alternatives].map((one) => one.when)))
    const { rule } = value
    if (rule.how === 'holds') return Math.max(own, all([rule.condition]))
    const over = inventories.indexOf(rule.over) + 1
    return Math.max(over, all([rule.where]), rule.how === 'sum' && rule.distinct !== undefined ? last : 0)
  }
  return turn
}
