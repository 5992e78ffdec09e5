/** The order of evaluation: every value after all it depends on. */
import { allComparisons, type Draft } from './draft.js'

/** Each value's id → the ids it depends on. Names that do not exist are left out. */
export function dependencies(draft: Draft): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const map of [draft.facts, draft.derived, draft.determinations])
    for (const id of map.keys()) graph.set(id, new Set())
  const needs = (id: string, other: string | undefined) => {
    if (other !== undefined && graph.has(other)) graph.get(id)?.add(other)
  }
  for (const { it, owner } of allComparisons(draft)) {
    needs(owner, it.fact)
    needs(owner, it.determination)
  }
  for (const { it } of draft.derived.values()) {
    needs(it.id, it.sum)
    needs(it.id, it.distinct)
  }
  for (const { it } of draft.determinations.values()) {
    for (const one of [...it.rules, ...(it.then ?? [])]) needs(it.id, one.by?.after)
  }
  return graph
}

/**
 * A topological order that keeps the order of writing where nothing forces another.
 * @returns the order, or one cycle (each depends on the next, the last on the first)
 */
export function evaluationOrder(
  graph: ReadonlyMap<string, ReadonlySet<string>>,
): { order: string[] } | { cycle: string[] } {
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  for (const root of graph.keys()) {
    // An explicit stack: a long chain of facts must not exhaust the call stack.
    const stack: { id: string; next: Iterator<string, undefined> }[] = []
    const enter = (id: string) => {
      state.set(id, 'open')
      stack.push({ id, next: graph.get(id)!.values() })
    }
    if (!state.has(root)) enter(root)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const step = top.next.next()
      if (step.done === true) {
        state.set(top.id, 'done')
        order.push(top.id)
        stack.pop()
      } else if (!state.has(step.value)) enter(step.value)
      else if (state.get(step.value) === 'open') {
        const { value } = step
        return { cycle: stack.slice(stack.findIndex(({ id }) => id === value)).map(({ id }) => id) }
      }
    }
  }
  return { order }
}
