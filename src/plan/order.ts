/** In which order to do what was chosen: what brings most points a day first, follow-ups after their question. */
import { compare, type Fraction, multiply, subtract, ZERO } from '../scoring/exact.js'
import { type LiftGroup, lifts, raised } from '../scoring/lift.js'
import { leafKey, paramsOf } from '../scoring/score-assessment.js'
import { attainedWith, partLow, type Planned, type PlannedPart, type Remedy } from './remedies.js'

/**
 * Where one step alone raises nothing (another entry is as weak), the step comes first that closes most of its own
 * entry a day: the points come with the last of them.
 */
export function inOrder(planned: Planned, chosen: ReadonlySet<Remedy>): Remedy[] {
  const left = new Set([...chosen].sort((a, b) => (a.key < b.key ? -1 : 1)))
  const done = new Set<Remedy>()
  while (left.size > 0) {
    const ready = [...left].filter((it) => !waits(planned, it, left))
    const worth = worths(planned, done, ready)
    const next = ready.reduce((a, b) => (isBetter(worth.get(b)!, worth.get(a)!) ? b : a))
    left.delete(next)
    done.add(next)
  }
  return [...done]
}

/** Whether a question that this one follows up is still to be closed. */
function waits(planned: Planned, remedy: Remedy, left: ReadonlySet<Remedy>): boolean {
  const part = planned.parts[remedy.part]!
  return remedy.closes.some(({ question, entry }) => {
    for (let after = question.after; after;) {
      const key = leafKey(after.question, entry)
      const closer = part.closing.get(key)
      if (closer && closer !== remedy && left.has(closer)) return true
      after = part.questions.get(key)?.question.after
    }
    return false
  })
}

/** What a step brings, and how much of its own entries it closes; both for its effort. */
interface Worth {
  readonly rise: Fraction
  readonly closes: number
  readonly effort: number
}

/** A free step is better than any that takes effort. */
function isBetter(a: Worth, b: Worth): boolean {
  const times = (value: Fraction, effort: number) => multiply(value, { n: BigInt(effort), d: 1n })
  const byRise = compare(times(a.rise, b.effort), times(b.rise, a.effort))
  if (byRise !== 0) return byRise > 0
  const byClosing = a.closes * b.effort - b.closes * a.effort
  return byClosing > 1e-9 || (byClosing > -1e-9 && a.effort < b.effort)
}

function worths(planned: Planned, done: ReadonlySet<Remedy>, ready: readonly Remedy[]): Map<Remedy, Worth> {
  const worth = new Map<Remedy, Worth>()
  const lows = planned.parts.map((part) => partLow(part, done))
  const before = planned.lowOfParts(lows)
  for (const [i, part] of planned.parts.entries()) {
    const own = ready.filter((it) => it.part === i)
    if (own.length === 0) continue
    const { assessment, tree } = part.scored
    const now = attainedWith(part, done)
    const groups = own.map((it): LiftGroup => {
      const then = attainedWith(part, new Set([...done, it]))
      return { id: it.key, set: new Map([...then].filter(([key, value]) => value > (now.get(key) ?? 0))) }
    })
    const rises = lifts(assessment.ruleset.model, raised(tree, now), paramsOf(assessment), groups)
    for (const [k, it] of own.entries()) {
      const low = lows[i]
      const after = low && planned.lowOfParts(lows.with(i, sumOf(low, rises.get(it.key) ?? ZERO)))
      const rise = before && after ? subtract(after, before) : ZERO
      worth.set(it, { rise, closes: closing(part, groups[k]!.set, now), effort: it.effort })
    }
  }
  return worth
}

const sumOf = (a: Fraction, b: Fraction): Fraction => subtract(a, { n: -b.n, d: b.d })

/** How much of their entries these questions are, by weight. */
function closing(part: PlannedPart, set: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const { twigs } of part.scored.tree.branches) {
    for (const { leaves } of twigs) {
      const whole = leaves.reduce((all, leaf) => all + leaf.weight, 0)
      for (const { key, weight } of leaves)
        if (set.has(key) && whole > 0) sum += ((set.get(key)! - now.get(key)!) * weight) / whole
    }
  }
  return sum
}
