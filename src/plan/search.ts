/**
 * The cheapest remedies that bring the score to a target: branch and bound.
 *
 * `bound.ts` says how cheap a way could at best be, and by which remedies. Where doing those really reaches the target
 * for that effort, nothing cheaper exists. Otherwise a remedy is picked that the bound took too lightly, and both ways are
 * looked at, with it and without it, the more promising first. When everything is decided the bound is the score, so
 * the search ends; when it is stopped before, the least bound still open is proven.
 */
import type { Fraction } from '../scoring/exact.js'
import { toPoints1 } from '../scoring/print.js'
import { type Decided, leastEffort } from './bound.js'
import { remediesOf } from './frontier.js'
import { effortOf, type Planned, type Remedy } from './remedies.js'

/** What was found. Efforts are in quarters of a day. */
export interface Found {
  readonly remedies: ReadonlySet<Remedy>
  readonly effort: number
  /** No way takes less. */
  readonly leastEffort: number
}

/** Asked before every step of the search, so that a clock or a number of steps can end it. */
export type Stop = () => boolean

interface Node extends Decided {
  readonly bound: number
  /** What the bound would do. */
  readonly by: ReadonlySet<Remedy>
}

/** Whether a low prints as the target or more; nothing scored reaches nothing. */
export const reaches = (low: Fraction | null, target: number): boolean => low !== null && toPoints1(low) >= target

/**
 * @param target points, compared with the printed score (one decimal)
 * @param needed each of these sets is enough besides the score; the cheapest is chosen with the rest
 * @param most no more effort than this, in quarters of a day
 * @returns undefined when there is no way
 */
export function cheapest(
  planned: Planned,
  target: number,
  needed: readonly ReadonlySet<Remedy>[],
  stop: Stop,
  most = Infinity,
): Found | undefined {
  const fits = (remedies: ReadonlySet<Remedy>) =>
    needed.some((set) => [...set].every((it) => remedies.has(it))) && reaches(planned.low(remedies), target)
  const all = new Set(planned.remedies)
  if (!fits(all)) return undefined

  let best: ReadonlySet<Remedy> | undefined
  let limit = Math.min(most, effortOf(all))
  const offer = (remedies: ReadonlySet<Remedy>) => {
    const effort = effortOf(remedies)
    if (effort > limit || (best && effort >= effortOf(best)) || !fits(remedies)) return false
    best = remedies
    limit = effort
    return true
  }
  // What only trying tells has no bound.
  if (planned.surprises) {
    offer(thinned(all, fits))
    return best && { remedies: best, effort: effortOf(best), leastEffort: 0 }
  }

  const share = lowestShare(target)
  const look = (decided: Decided): Node | undefined => {
    const paid = effortOf(decided.taken)
    const room = best ? limit - 1 : limit
    if (paid > room) return undefined
    const point = leastEffort(planned, decided, share, room - paid)
    return point && { ...decided, bound: paid + point.effort, by: new Set([...decided.taken, ...remediesOf(point)]) }
  }
  const open = new Queue()
  for (const taken of needed) {
    const node = look({ taken, refused: new Set() })
    if (node) open.add(node)
  }
  let stopped = false
  let proven = Infinity
  for (let node = open.next(); node; node = open.next()) {
    if (best && node.bound >= limit) break
    offer(node.by)
    if (best && effortOf(best) <= node.bound) break
    if (stop()) {
      stopped = true
      proven = node.bound
      break
    }
    const doubtful = doubtfulOf(planned, node)
    if (!doubtful) continue
    for (const decided of [
      { taken: new Set([...node.taken, doubtful]), refused: node.refused },
      { taken: node.taken, refused: new Set([...node.refused, doubtful]) },
    ]) {
      const next = look(decided)
      if (next) open.add(next)
    }
  }
  if (stopped) offer(thinned(all, fits))
  if (!best) return undefined
  const remedies = thinned(best, fits)
  const effort = effortOf(remedies)
  return { remedies, effort, leastEffort: Math.min(effort, proven) }
}

/**
 * Without what is not needed: the dearest first, and of those alike the last.
 */
function thinned(remedies: ReadonlySet<Remedy>, fits: (remedies: ReadonlySet<Remedy>) => boolean): ReadonlySet<Remedy> {
  let kept = remedies
  for (const it of [...remedies].sort((a, b) => b.effort - a.effort || (a.key < b.key ? 1 : -1))) {
    const without = new Set(kept)
    without.delete(it)
    if (fits(without)) kept = without
  }
  return kept
}

/** The remedy that the bound may have taken too lightly: for several entries and dear first, then any that it chose. */
function doubtfulOf(planned: Planned, { taken, refused, by }: Node): Remedy | undefined {
  const rank = (it: Remedy) => (by.has(it) ? 1e9 : 0) + (it.closes.length > 1 ? 1e6 : 0) + it.effort
  return planned.remedies
    .filter((it) => !taken.has(it) && !refused.has(it))
    .reduce<Remedy | undefined>((a, b) => (a && rank(a) >= rank(b) ? a : b), undefined)
}

/** The least share of 1 that prints as so many points (design §5.11), as a floating-point number. */
function lowestShare(target: number): number {
  const tenths = Math.ceil(target * 10 - 1e-9)
  // Whatever is above 0 prints as 0.1 at least, and only 100 prints as 100.
  return tenths <= 1 ? 0 : tenths >= 1000 ? 1 : (2 * tenths - 1) / 2000
}

/** Open nodes, the least bound first; of those alike the one added last, which is decided furthest. */
class Queue {
  readonly #nodes: Node[] = []

  add(node: Node): void {
    let at = this.#nodes.length
    while (at > 0 && this.#nodes[at - 1]!.bound < node.bound) at--
    this.#nodes.splice(at, 0, node)
  }

  next(): Node | undefined {
    return this.#nodes.pop()
  }
}
