/** Lifts: the short way gives what recomputing gives. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZERO, compare, subtract } from '../../src/scoring/exact.js'
import { falls, lifts, raised } from '../../src/scoring/lift.js'
import { score } from '../../src/scoring/models/index.js'
import { leavesOf, mapLeaves, modelIds, params, tree, treesFor } from './trees.js'

describe.each(modelIds)('%s', (model) => {
  test('a lift is the low of the raised tree less the low', () => {
    const raise = fc.tuple(fc.nat(), fc.constantFrom(0, 0.25, 0.5, 1))
    fc.assert(
      fc.property(
        treesFor(model, { uncertain: 12 }),
        fc.array(fc.array(raise, { maxLength: 4 }), { maxLength: 5 }),
        (of, wanted) => {
          const keys = leavesOf(of).map((l) => l.key)
          const groups = wanted.map((picks, i) => ({
            id: `g${i}`,
            set: new Map(picks.map(([pick, value]) => [keys[pick % keys.length] ?? 'none', value])),
          }))
          const low = score(model, of, params)?.low
          const result = lifts(model, of, params, groups)
          expect([...result.keys()]).toEqual(groups.map((group) => group.id))
          for (const { id, set } of groups) {
            const better = mapLeaves(of, (l) => {
              const to = Math.max(set.get(l.key) ?? 0, l.low)
              return { ...l, low: to, high: Math.max(to, l.high) }
            })
            expect(raised(of, set)).toEqual(better)
            const after = score(model, better, params)?.low
            expect(result.get(id)).toEqual(low && after ? subtract(after, low) : ZERO)
            expect(compare(result.get(id)!, ZERO)).toBeGreaterThanOrEqual(0)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a fall is the high less that of the tree in which the leaf comes to nothing', () => {
    fc.assert(
      fc.property(treesFor(model, { uncertain: 12 }), (of) => {
        const keys = [...leavesOf(of).map((l) => l.key), 'none']
        const high = score(model, of, params)?.high
        const result = falls(model, of, params, keys)
        for (const key of keys) {
          const worse = mapLeaves(of, (l) => (l.key === key ? { ...l, low: 0, high: 0 } : l))
          const after = score(model, worse, params)?.high
          expect(result.get(key)).toEqual(high && after ? subtract(high, after) : ZERO)
          expect(compare(result.get(key)!, ZERO)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('a key the tree lacks is ignored, a value that is no attainment is a fault', () => {
  const of = tree([0])
  const lift = (key: string, value: number) =>
    lifts('weighted', of, {}, [{ id: 'g', set: new Map([[key, value]]) }]).get('g')
  expect(lift('elsewhere', 1)).toEqual(ZERO)
  expect(lift('a/e1/q1', 0.25)).toEqual({ n: 1n, d: 4n })
  expect(() => lift('a/e1/q1', 1.5)).toThrow(RangeError)
})
