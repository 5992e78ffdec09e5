/** The folds against the worked examples' own code, in floating point, and the same fold twice: of leaves, of fractions. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction } from '../../src/scoring/exact.js'
import { leafMean, wholeLeaf } from '../../src/scoring/leaves.js'
import { type RangeItem, meanRange, worstRange } from '../../src/scoring/range.js'
import { plain } from './trees.js'

const item = fc
  .record({
    weight: fc.nat({ max: 4 }),
    ends: fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })),
    over: fc.constantFrom(12, 13, 17, 1000),
    sure: fc.boolean(),
  })
  .map(({ weight, ends, over, sure }) => {
    return { weight, low: fraction(Math.min(...ends), over), high: fraction(Math.max(...ends), over), sure }
  })
const items = fc
  .array(item, { maxLength: 6 })
  .map((list): RangeItem[] => list.map((one, i) => ({ ...one, key: `k${i}` })))

interface Plain {
  weight: number
  low: number
  high: number
  sure: boolean
}

function oracleMean(all: Plain[]) {
  const list = all.filter((i) => i.weight > 0)
  const end = (key: 'low' | 'high', sign: 1 | -1) => {
    let [weight, sum] = [0, 0]
    for (const i of list) if (i.sure) [weight, sum] = [weight + i.weight, sum + i.weight * i[key]]
    for (const i of list.filter((i) => !i.sure).sort((a, b) => sign * (a[key] - b[key]))) {
      if (weight > 0 && sign * (i[key] - sum / weight) >= 0) break
      ;[weight, sum] = [weight + i.weight, sum + i.weight * i[key]]
    }
    return sum / weight
  }
  return list.length > 0 ? { low: end('low', 1), high: end('high', -1), sure: list.some((i) => i.sure) } : null
}

function oracleWorst(all: Plain[]) {
  const list = all.filter((i) => i.weight > 0)
  const sure = list.filter((i) => i.sure)
  if (list.length === 0) return null
  const high = sure.length > 0 ? Math.min(...sure.map((i) => i.high)) : Math.max(...list.map((i) => i.high))
  return { low: Math.min(...list.map((i) => i.low)), high, sure: sure.length > 0 }
}

const near = (value: ReturnType<typeof oracleMean>) =>
  value && {
    low: expect.closeTo(value.low, 9) as number,
    high: expect.closeTo(value.high, 9) as number,
    sure: value.sure,
  }

test('meanRange and worstRange are those of the worked examples', () => {
  fc.assert(
    fc.property(items, (list) => {
      const numbers = list.map((i) => ({ ...i, low: plain(i.low), high: plain(i.high) }))
      for (const [ours, theirs] of [
        [meanRange(list), oracleMean(numbers)],
        [worstRange(list), oracleWorst(numbers)],
      ] as const) {
        expect(ours && { low: plain(ours.low), high: plain(ours.high), sure: ours.sure }).toEqual(near(theirs))
      }
    }),
    { numRuns: 1000 },
  )
})

test('a mean of leaves is the mean of the same fractions, and takes in the same ones', () => {
  // Few values, so that ties are frequent.
  const value = fc.constantFrom(0, 0.25, 0.3, 0.5, 0.999, 1)
  const leaves = fc.array(
    fc.record({ weight: fc.constantFrom(0, 0.001, 1, 2.5), a: value, b: value, sure: fc.boolean() }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(leaves, (list) => {
      const whole = list.map(({ weight, a, b, sure }, i) =>
        wholeLeaf({ key: `k${i}`, weight, low: Math.min(a, b), high: Math.max(a, b), sure }),
      )
      const ours = leafMean(whole)
      const theirs = meanRange(whole.map((l) => ({ ...l, low: fraction(l.low, 1000), high: fraction(l.high, 1000) })))
      expect([ours?.low, ours?.high, ours?.sure, ours?.lowCase.counts]).toEqual([
        theirs?.low,
        theirs?.high,
        theirs?.sure,
        theirs?.counts,
      ])
    }),
  )
})

test('a perhaps-item of one value still makes a range', () => {
  const [half, one] = [fraction(1, 2), fraction(1, 1)]
  const sure = { key: 'a', weight: 1, low: half, high: half, sure: true }
  const range = meanRange([sure, { key: 'b', weight: 1, low: one, high: one, sure: false }])
  expect([range?.low, range?.high]).toEqual([half, fraction(3, 4)])
})

test('what the low case takes in, ties to the least key', () => {
  const at = (key: string, low: number, sure: boolean): RangeItem => ({
    key,
    weight: 1,
    low: fraction(low, 10),
    high: fraction(10, 10),
    sure,
  })
  expect(meanRange([at('a', 5, true), at('b', 5, false), at('c', 4, false), null])?.counts).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(meanRange([at('b', 5, false), at('a', 5, false)])?.counts).toEqual([false, true])
  expect(worstRange([null, at('b', 5, true), at('a', 5, false), at('c', 6, true)])?.counts).toEqual([
    false,
    false,
    true,
    false,
  ])
  expect([meanRange([]), meanRange([null]), worstRange([]), worstRange([null])]).toEqual([null, null, null, null])
})
