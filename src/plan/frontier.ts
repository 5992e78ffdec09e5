/**
 * What effort can buy: for a part of the score, the most that it can come to for each effort, cheapest first. Values are
 * floating-point numbers: they bound the search, and only the exact score decides (see `search.ts`).
 */
import type { Remedy } from './remedies.js'

/** For `effort` quarters of a day the value can be `value`, by these remedies. */
export interface Point {
  readonly effort: number
  readonly value: number
  readonly by: Chosen
}

/** Remedies, put together without copying. */
type Chosen = null | Remedy | readonly [Chosen, Chosen]

/** Points of rising effort and rising value; the first is what there is for nothing. */
export type Frontier = readonly Point[]

/** The dust of floating-point sums. Far below what one answer can change, far above what thousands of sums can lose. */
export const dust = 1e-10
const grain = 1e-14

export const fixed = (value: number): Frontier => [{ effort: 0, value, by: null }]

/** Both together: values add up. Nothing dearer than `most`. */
export function together(a: Frontier, b: Frontier, most: number): Frontier {
  if (a.length === 1 && b.length === 1 && a[0]!.effort + b[0]!.effort === 0)
    return [{ effort: 0, value: a[0]!.value + b[0]!.value, by: joined(a[0]!.by, b[0]!.by) }]
  const best: ([Point, Point, number] | undefined)[] = []
  for (const p of a) {
    for (const q of b) {
      const effort = p.effort + q.effort
      if (effort > most) break
      const value = p.value + q.value
      const before = best[effort]
      if (!before || value > before[2]) best[effort] = [p, q, value]
    }
  }
  const points: Point[] = []
  let highest = -Infinity
  for (const [effort, pair] of best.entries()) {
    if (!pair || pair[2] <= highest + grain) continue
    highest = pair[2]
    points.push({ effort, value: pair[2], by: joined(pair[0].by, pair[1].by) })
  }
  return points
}

/** One or the other, whichever is worth more for its effort. */
export function either(a: Frontier, b: Frontier): Frontier {
  const points: Point[] = []
  let highest = -Infinity
  for (const point of [...a, ...b].sort((p, q) => p.effort - q.effort || q.value - p.value)) {
    if (point.value <= highest + grain) continue
    highest = point.value
    points.push(point)
  }
  return points
}

/** The same for the effort of one more remedy. */
export function with_(remedy: Remedy, effort: number, frontier: Frontier): Frontier {
  return frontier.map((point) => ({ effort: point.effort + effort, value: point.value, by: joined(point.by, remedy) }))
}

/** The least of several: all that are least must rise together. */
export function least(frontiers: readonly Frontier[], most: number): Frontier {
  if (frontiers.length === 1) return frontiers[0]!
  const at = frontiers.map(() => 0)
  const points: Point[] = []
  for (;;) {
    const now = frontiers.map((frontier, i) => frontier[at[i]!]!)
    const value = Math.min(...now.map((point) => point.value))
    const effort = now.reduce((sum, point) => sum + point.effort, 0)
    if (effort > most) return points
    points.push({ effort, value, by: now.map((point) => point.by).reduce(joined) })
    for (const [i, frontier] of frontiers.entries()) {
      while (frontier[at[i]!]!.value <= value + grain) if (++at[i]! >= frontier.length) return points
    }
  }
}

/** The values changed by something that never turns their order round. */
export function changed(frontier: Frontier, change: (value: number) => number): Frontier {
  return either(
    frontier.map((point) => ({ ...point, value: change(point.value) })),
    [],
  )
}

/** The remedies of a point. */
export function remediesOf({ by }: Point): Set<Remedy> {
  const found = new Set<Remedy>()
  const open: Chosen[] = [by]
  for (let it = open.pop(); it !== undefined; it = open.pop()) {
    if (it === null) continue
    if (isPair(it)) open.push(it[0], it[1])
    else found.add(it)
  }
  return found
}

const joined = (a: Chosen, b: Chosen): Chosen => (a === null ? b : b === null ? a : [a, b])
const isPair = (it: Remedy | readonly [Chosen, Chosen]): it is readonly [Chosen, Chosen] => Array.isArray(it)
