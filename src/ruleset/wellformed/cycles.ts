import type { Finding } from '../../diagnostics/diagnostic.js'
import type { Draft } from '../draft.js'
import { found } from '../draft.js'
import { dependencies, evaluationOrder } from '../order.js'

/** Values must have an order in which each comes after all that it depends on. */
export function cycles(draft: Draft): Finding[] {
  const result = evaluationOrder(dependencies(draft))
  if ('order' in result) return []
  const first = result.cycle[0]!
  const { it: _, ...at } = (draft.facts.get(first) ?? draft.derived.get(first) ?? draft.determinations.get(first))!
  return [found('ruleset/cycle', { ids: result.cycle }, at)]
}
