import type { Finding } from '../../diagnostics/diagnostic.js'
import { allComparisons, type At, type Draft, found, under } from '../draft.js'

/** An entry's fact has a value only inside its entry; only a derived fact looks across entries. */
export function scope(draft: Draft): Finding[] {
  const findings: Finding[] = []
  const home = (id: string) => (draft.facts.get(id) ?? draft.derived.get(id) ?? draft.determinations.get(id))?.inventory
  const need = (id: string | undefined, inventory: string | undefined, at: At) => {
    const own = id === undefined ? undefined : home(id)
    // An inventory that does not exist is another mistake, said elsewhere.
    if (inventory !== undefined && !draft.inventories.has(inventory)) return
    if (id !== undefined && own !== undefined && own !== inventory)
      findings.push(found('ruleset/outside-entry', { fact: id, inventory: own }, at))
  }
  for (const { it, inventory, ...at } of allComparisons(draft)) {
    need(it.fact, inventory, under(at, 'fact'))
    need(it.determination, inventory, under(at, 'determination'))
  }
  for (const { it, ...at } of draft.derived.values()) {
    need(it.sum, it.over, under(at, 'sum'))
    need(it.distinct, undefined, under(at, 'distinct'))
  }
  for (const { it, inventory, ...at } of draft.determinations.values()) {
    for (const key of ['rules', 'then'] as const) {
      for (const [i, one] of (it[key] ?? []).entries()) need(one.by?.after, inventory, under(at, key, i, 'by', 'after'))
    }
  }
  return findings
}
