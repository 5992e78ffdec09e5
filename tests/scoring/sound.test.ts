/** The range: sound and tight by brute force, narrowing, monotone. For every model. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/scoring/exact.js'
import { lowOf, score } from '../../src/scoring/models/index.js'
import type { ModelId } from '../../src/scoring/models/model.js'
import type { Range } from '../../src/scoring/range.js'
import type { Tree } from '../../src/scoring/tree.js'
import {
  completions,
  leaf,
  leavesOf,
  mapLeaves,
  modelIds,
  naive,
  params,
  plain,
  settlings,
  trees,
  treesFor,
} from './trees.js'

const DUST = 1e-9

/** The least and the greatest score of any completion, and whether one has none. */
function extremes(model: ModelId, of: Tree) {
  let [least, greatest, none] = [Infinity, -Infinity, false]
  for (const completion of completions(of)) {
    const value = naive(model, completion, params)
    if (value === null) none = true
    else [least, greatest] = [Math.min(least, value), Math.max(greatest, value)]
  }
  return { least, greatest, none }
}

function expectInside(inner: Range, outer: Range) {
  expect(compare(inner.low, outer.low)).toBeGreaterThanOrEqual(0)
  expect(compare(inner.high, outer.high)).toBeLessThanOrEqual(0)
  if (outer.sure) expect(inner.sure).toBe(true)
}

describe.each(modelIds)('%s', (model) => {
  test('sound and tight: completions reach from low to high and no further', () => {
    fc.assert(
      fc.property(treesFor(model, { uncertain: 4 }), (of) => {
        const result = score(model, of, params)
        const { least, greatest, none } = extremes(model, of)
        if (!result) {
          expect(least).toBe(Infinity)
          return
        }
        expect(least).toBeGreaterThanOrEqual(plain(result.low) - DUST)
        expect(greatest).toBeLessThanOrEqual(plain(result.high) + DUST)
        if (result.sure) expect(none).toBe(false)
        // A mean that may still grow comes as near to 0 and 100 as it likes; two further entries do not show it.
        if (of.branches.some((b) => b.more)) return
        expect(least).toBeCloseTo(plain(result.low), 9)
        expect(greatest).toBeCloseTo(plain(result.high), 9)
        expect(none).toBe(!result.sure)
      }),
      { numRuns: 400 },
    )
  })

  test('each branch and twig is sound and tight by itself', () => {
    fc.assert(
      fc.property(trees({ uncertain: 3, more: false, perhaps: model === 'weighted' }), (of) => {
        const result = score(model, of, params)
        for (const [b, branchScore] of (result?.branches ?? []).entries()) {
          if (!branchScore) continue
          const alone = { branches: [{ ...of.branches[b]!, weight: 1 }] }
          const { least, greatest } = extremes(model, alone)
          expect([plain(branchScore.low), plain(branchScore.high)]).toEqual([
            expect.closeTo(least, 9),
            expect.closeTo(greatest, 9),
          ])
          for (const [t, twig] of branchScore.twigs.entries()) {
            const entry = { branches: [{ ...alone.branches[0]!, twigs: [of.branches[b]!.twigs[t]!] }] }
            const ends = extremes(model, entry)
            if (!twig.range) expect(ends.least).toBe(Infinity)
            else
              expect([plain(twig.range.low), plain(twig.range.high)]).toEqual([
                expect.closeTo(ends.least, 9),
                expect.closeTo(ends.greatest, 9),
              ])
          }
        }
      }),
    )
  })

  test('narrowing: settling a leaf keeps the range inside the old one', () => {
    fc.assert(
      fc.property(treesFor(model, { uncertain: 12 }), fc.nat(), (of, pick) => {
        const before = score(model, of, params)
        const open = leavesOf(of).filter((l) => !l.sure || l.low !== l.high)
        const chosen = open[pick % open.length]
        if (!before || !chosen) return
        for (const settled of [...settlings(chosen), { ...chosen, sure: true }]) {
          const after = score(
            model,
            mapLeaves(of, (l) => (l.key === chosen.key ? settled : l)),
            params,
          )
          if (after) expectInside(after, before)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('nothing open or perhaps: low = high, and it is the plain score', () => {
    fc.assert(
      fc.property(trees({ uncertain: 0, more: false }), (of) => {
        const result = score(model, of, params)
        const value = naive(model, of, params)
        if (!result) {
          expect(value).toBe(null)
          return
        }
        expect(result.sure).toBe(true)
        expect(result.high).toEqual(result.low)
        expect(plain(result.low)).toBeCloseTo(value!, 9)
      }),
    )
  })

  test('monotone: a better leaf lowers neither low nor high', () => {
    fc.assert(
      fc.property(
        treesFor(model, { uncertain: 12 }),
        fc.nat(),
        fc.constantFrom(0, 0.125, 0.5, 1),
        fc.boolean(),
        (of, pick, value, low) => {
          const leaves = leavesOf(of)
          const chosen = leaves[pick % leaves.length]
          const before = score(model, of, params)
          if (!before || !chosen) return
          const better = {
            ...chosen,
            low: low ? Math.max(chosen.low, value) : chosen.low,
            high: Math.max(chosen.high, value),
          }
          const after = score(
            model,
            mapLeaves(of, (l) => (l.key === chosen.key ? better : l)),
            params,
          )!
          expect(compare(after.low, before.low)).toBeGreaterThanOrEqual(0)
          expect(compare(after.high, before.high)).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('evidenced: other, lower lows never raise low; lowOf is the low of score', () => {
    fc.assert(
      fc.property(
        treesFor(model, { uncertain: 12 }),
        fc.array(fc.boolean(), { minLength: 27, maxLength: 27 }),
        (of, bare) => {
          let i = 0
          const evidenced = lowOf(
            model,
            mapLeaves(of, (l) => (bare[i++] ? { ...l, low: 0 } : l)),
            params,
          )
          const low = lowOf(model, of, params)
          expect(low).toEqual(score(model, of, params)?.low ?? null)
          if (evidenced && low) expect(compare(evidenced, low)).toBeLessThanOrEqual(0)
        },
      ),
    )
  })

  test('all best is 100, all worst is 0', () => {
    fc.assert(
      fc.property(trees({ more: false }), (of) => {
        for (const [value, points] of [
          [1, 1],
          [0, 0],
        ] as const) {
          // prettier-ignore
          const result = score(model, mapLeaves(of, (l) => ({ ...l, low: value, high: value })), params)
          if (result) expect([plain(result.low), plain(result.high)]).toEqual([points, points])
        }
      }),
    )
  })

  test('nothing scored: no score', () => {
    fc.assert(
      fc.property(trees({ more: false }), (of) => {
        expect(
          score(
            model,
            mapLeaves(of, (l) => ({ ...l, weight: 0 })),
            params,
          ),
        ).toBe(null)
        expect(score(model, { branches: of.branches.map((b) => ({ ...b, weight: 0 })) }, params)).toBe(null)
        expect(
          lowOf(
            model,
            mapLeaves(of, () => null),
            params,
          ),
        ).toBe(null)
      }),
    )
  })

  test('scaling all weights changes nothing', () => {
    fc.assert(
      fc.property(treesFor(model), fc.constantFrom(2, 3, 10, 0.2), (of, factor) => {
        const scaled = {
          branches: mapLeaves(of, (l) => ({ ...l, weight: l.weight * factor })).branches.map((b) => ({
            ...b,
            weight: b.weight * factor,
          })),
        }
        const [before, after] = [score(model, of, params), score(model, scaled, params)]
        expect([after?.low, after?.high, after?.sure]).toEqual([before?.low, before?.high, before?.sure])
        expect(after?.ledger.map((l) => l.counts)).toEqual(before?.ledger.map((l) => l.counts))
      }),
    )
  })

  test('what weighs nothing moves nothing', () => {
    fc.assert(
      fc.property(treesFor(model), fc.constantFrom(0, 1), (of, value) => {
        const idle = leaf('idle', { weight: 0, low: value, high: value })
        const withIdle = {
          branches: of.branches.map((b) => ({
            ...b,
            twigs: b.twigs.map((t) => ({ ...t, leaves: [...t.leaves, { ...idle, key: `${b.key}/${t.key}/idle` }] })),
          })),
        }
        const [before, after] = [score(model, of, params), score(model, withIdle, params)]
        expect([after?.low, after?.high, after?.sure]).toEqual([before?.low, before?.high, before?.sure])
      }),
    )
  })

  test('order changes nothing', () => {
    fc.assert(
      fc.property(treesFor(model, { uncertain: 12 }), fc.infiniteStream(fc.nat()), (of, numbers) => {
        const next = () => numbers.next().value as number
        const shuffled = {
          branches: shuffle(of.branches, next).map((b) => ({
            ...b,
            twigs: shuffle(b.twigs, next).map((t) => ({ ...t, leaves: shuffle(t.leaves, next) })),
          })),
        }
        const read = (tree: Tree) => {
          const result = score(model, tree, params)
          return {
            ends: [result?.low, result?.high, result?.sure],
            lines: result?.ledger
              .map(
                (l) =>
                  `${l.branch} ${l.twig} ${l.leaf} ${l.counts} ${plain(l.contribution)} ${plain(l.loss)} ${plain(l.entryLoss)}`,
              )
              .sort(),
            weakest: result?.branches
              .flatMap((b) => b?.twigs.filter((t) => t.weakest).map((t) => `${b.key} ${t.key}`) ?? [])
              .sort(),
          }
        }
        expect(read(shuffled)).toEqual(read(of))
      }),
    )
  })
})

test('narrowing: an inventory that turns out complete, with or without one entry more', () => {
  fc.assert(
    fc.property(trees({ uncertain: 12 }), fc.constantFrom(null, 0, 0.4, 1), (of, value) => {
      const before = score('weighted', of)
      const settled = {
        branches: of.branches.map((b) => {
          const further = value === null ? [] : [{ key: 'z', leaves: [leaf(`${b.key}/z`, value)] }]
          return b.more ? { ...b, more: false, twigs: [...b.twigs, ...further] } : b
        }),
      }
      const after = score('weighted', settled)
      if (before && after) expectInside(after, before)
    }),
    { numRuns: 500 },
  )
})

function shuffle<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
