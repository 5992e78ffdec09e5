/** Trees for the tests: short ways to write them, random ones, and every way a tree can be completed. */
import fc from 'fast-check'
import { type Fraction } from '../../src/scoring/exact.js'
import { models } from '../../src/scoring/models/index.js'
import type { ModelId, Params } from '../../src/scoring/models/model.js'
import type { Branch, Leaf, Tree, Twig } from '../../src/scoring/tree.js'

export const modelIds = Object.keys(models) as ModelId[]
/** The random trees have levels 1 to 3; half is met. */
export const params: Params = { met: 0.5, highest: 3 }

/** A leaf in one word: `0.5`, open `[0, 1]`, perhaps `'1?'`, perhaps and open `'0-1?'`; an object for the rest. */
export type Short = number | readonly [number, number] | string | Partial<Leaf>

export function leaf(key: string, short: Short): Leaf {
  const plain = { key, weight: 1, low: 0, high: 1, sure: true }
  if (typeof short === 'number') return { ...plain, low: short, high: short }
  if (typeof short === 'string') {
    const [low = 0, high = low] = short.replace('?', '').split('-').map(Number)
    return { ...plain, low, high, sure: !short.endsWith('?') }
  }
  if (Array.isArray(short)) return { ...plain, low: short[0] as number, high: short[1] as number }
  const given = short as Partial<Leaf>
  return { ...plain, high: given.low ?? 1, ...given }
}

/** A branch named `key` of twigs `e1`, `e2` …, each a list of leaves. */
export function branch(key: string, twigs: readonly (readonly Short[])[], rest: Partial<Branch> = {}): Branch {
  return {
    key,
    weight: 1,
    across: 'mean',
    more: false,
    twigs: twigs.map((leaves, t) => ({
      key: `e${t + 1}`,
      leaves: leaves.map((short, l) => leaf(`${key}/e${t + 1}/q${l + 1}`, short)),
    })),
    ...rest,
  }
}

/** A tree of branches `a`, `b` …, each with one twig. */
export function tree(...branches: readonly (readonly Short[])[]): Tree {
  return { branches: branches.map((leaves, b) => branch(String.fromCharCode(97 + b), [leaves])) }
}

/** A plain number, to compare with what a table says or with a naive computation. */
export function plain(value: Fraction): number {
  return Number(value.n) / Number(value.d)
}

export function leavesOf(of: Tree): Leaf[] {
  return of.branches.flatMap((b) => b.twigs.flatMap((t) => t.leaves))
}

/** The tree with every leaf replaced; null takes it away. */
export function mapLeaves(of: Tree, change: (leaf: Leaf) => Leaf | null): Tree {
  return {
    branches: of.branches.map((b) => ({
      ...b,
      twigs: b.twigs.map((t) => ({ ...t, leaves: t.leaves.map(change).filter((l) => l !== null) })),
    })),
  }
}

// --- random trees

const weight = fc.constantFrom(0, 0.5, 1, 1, 1, 2, 2.25, 3)
const attainment = fc.constantFrom(0, 0, 0.25, 0.3, 0.5, 0.75, 1, 1)

const leafArbitrary = fc.record({
  weight,
  ends: fc.oneof(attainment, fc.tuple(attainment, attainment), fc.constant([0, 1] as [number, number])),
  sure: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  level: fc.integer({ min: 1, max: 3 }),
})

/** Random small trees; at most `uncertain` leaves are open or perhaps, so that every completion can be tried. */
export function trees({ uncertain = 5, more = true, twigs = 3, perhaps = false } = {}): fc.Arbitrary<Tree> {
  const branchArbitrary = fc.record({
    weight,
    across: fc.constantFrom('mean' as const, 'worst' as const),
    more: more
      ? fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
      : fc.constant(false),
    twigs: fc.array(
      fc.record({
        perhaps: perhaps
          ? fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
          : fc.constant(false),
        leaves: fc.array(leafArbitrary, { maxLength: 3 }),
      }),
      { maxLength: twigs },
    ),
  })
  return fc.array(branchArbitrary, { maxLength: 3 }).map((branches) => {
    let left = uncertain
    return {
      branches: branches.map((b, i): Branch => ({
        ...b,
        key: `b${i}`,
        twigs: b.twigs.map(({ perhaps, leaves }, t): Twig => ({
          key: `e${t}`,
          ...(perhaps && left-- > 0 ? { perhaps } : {}),
          leaves: leaves.map(({ ends, sure, ...rest }, l): Leaf => {
            const [x, y] = typeof ends === 'number' ? [ends, ends] : ends
            const open = x !== y || !sure
            if (open) left--
            const [low, high] = [Math.min(x, y), Math.max(x, y)]
            const free = left >= 0
            return { ...rest, key: `b${i}/e${t}/q${l}`, low, high: free ? high : low, sure: sure || !free }
          }),
        })),
      })),
    }
  })
}

/** A random tree for a model: those that take no further entries get none. */
export function treesFor(model: ModelId, limits: { uncertain?: number; twigs?: number } = {}): fc.Arbitrary<Tree> {
  return trees({ ...limits, more: model === 'weighted', perhaps: model === 'weighted' })
}

// --- completions

/** Every way to settle a tree: each perhaps-leaf and perhaps-twig there or not, each open one at its ends and between, further twigs. */
export function* completions(of: Tree): Generator<Tree> {
  const at = of.branches.findIndex((b) => b.more)
  if (at >= 0) {
    const open = of.branches[at]!
    const further = (value: number): Twig => ({ key: `z${value}`, leaves: [leaf(`${open.key}/z${value}/q`, value)] })
    for (const twigs of [[], [further(0)], [further(0.5)], [further(1)], [further(0), further(1)]]) {
      const settled = { ...open, more: false, twigs: [...open.twigs, ...twigs] }
      yield* completions({ branches: of.branches.with(at, settled) })
    }
    return
  }
  const branchAt = of.branches.findIndex((b) => b.twigs.some((t) => t.perhaps))
  if (branchAt >= 0) {
    const open = of.branches[branchAt]!
    const twigAt = open.twigs.findIndex((t) => t.perhaps)
    const { key, leaves } = open.twigs[twigAt]!
    for (const there of [
      { key, leaves },
      { key, leaves: [] },
    ]) {
      yield* completions({ branches: of.branches.with(branchAt, { ...open, twigs: open.twigs.with(twigAt, there) }) })
    }
    return
  }
  const next = leavesOf(of).find((l) => !l.sure || l.low !== l.high)
  if (!next) {
    yield of
    return
  }
  for (const settled of settlings(next)) yield* completions(mapLeaves(of, (l) => (l.key === next.key ? settled : l)))
}

/** A leaf settled: at its ends and between; not there, if it is a perhaps. */
export function settlings(of: Leaf): (Leaf | null)[] {
  const values = of.low === of.high ? [of.low] : [of.low, Math.round((of.low + of.high) * 500) / 1000, of.high]
  const there = values.map((value) => ({ ...of, low: value, high: value, sure: true }))
  return of.sure ? there : [...there, null]
}

/** The score of a settled tree, computed the simplest way, in floating point; null when nothing is scored. */
export function naive(model: ModelId, of: Tree, { met = 1, highest = 1 }: Params): number | null {
  const scored = of.branches.filter((b) => b.weight > 0)
  const all = scored.flatMap((b) => b.twigs.flatMap((t) => t.leaves)).filter((l) => l.weight > 0)
  if (all.length === 0) return null
  switch (model) {
    case 'weighted':
      return mean(
        scored.map((b) => {
          const twigs = b.twigs.map((t) => mean(t.leaves.map((l) => [l.low, l.weight])))
          const there = twigs.filter((value) => value !== null)
          if (there.length === 0) return [null, b.weight]
          return [b.across === 'worst' ? Math.min(...there) : mean(there.map((value) => [value, 1])), b.weight]
        }),
      )
    case 'flat':
      return mean(all.map((l) => [l.low, l.weight]))
    case 'flat-unweighted':
      return mean(all.map((l) => [l.low, 1]))
    case 'absolute':
      return all.every((l) => l.low === 1) ? 1 : 0
    case 'levels': {
      const reached = scored.map((b) => {
        const leaves = b.twigs.flatMap((t) => t.leaves).filter((l) => l.weight > 0)
        if (leaves.length === 0) return Infinity
        let level = 0
        for (let k = 1; k <= highest; k++) {
          const upTo = leaves.filter((l) => (l.level ?? 1) <= k)
          if (upTo.length > 0 && upTo.every((l) => l.low >= met)) level = k
        }
        return level
      })
      return Math.min(...reached) / highest
    }
  }
}

function mean(items: (readonly [number | null, number])[]): number | null {
  let [sum, weight] = [0, 0]
  for (const [value, w] of items) {
    if (value === null) continue
    sum += value * w
    weight += w
  }
  return weight > 0 ? sum / weight : null
}
