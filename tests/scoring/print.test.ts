/** Rounding for people and for files; exact arithmetic; numbers that are none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Fraction,
  ONE,
  ZERO,
  add,
  compare,
  fraction,
  leastMultiple,
  multiply,
  subtract,
  sum,
  thousandths,
} from '../../src/scoring/exact.js'
import { score } from '../../src/scoring/models/index.js'
import type { Params } from '../../src/scoring/models/model.js'
import { shareOut, toPoints1, toThousandths } from '../../src/scoring/print.js'
import type { Leaf } from '../../src/scoring/tree.js'
import { branch, plain, tree } from './trees.js'

const fractions = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([n, d]) => (n <= d ? fraction(n, d) : fraction(d, n)))

describe('rounding', () => {
  test.each<[bigint, bigint, number]>([
    [0n, 1n, 0],
    [1n, 1n, 100],
    [1n, 3n, 33.3],
    [2n, 3n, 66.7],
    [6996n, 10000n, 70],
    [69949n, 100000n, 69.9],
    [6995n, 10000n, 70],
    [9997n, 10000n, 99.9],
    [999999999n, 1000000000n, 99.9],
    [1n, 1000000000n, 0.1],
    [25n, 100000n, 0.1],
    [-6995n, 10000n, -70],
    [-1n, 1000000000n, -0.1],
    [-1n, 4n, -25],
  ])('%s/%s prints %s', (n, d, points) => expect(toPoints1(fraction(n, d))).toBe(points))

  test.each<[bigint, bigint, number]>([
    [1n, 3n, 33_333],
    [2n, 3n, 66_667],
    [5n, 1_000_000n, 1],
    [15n, 1_000_000n, 2],
    [1n, 10n ** 12n, 1],
    [10n ** 12n - 1n, 10n ** 12n, 99_999],
    [1n, 1n, 100_000],
  ])('%s/%s is %s thousandths', (n, d, whole) => expect(toThousandths(fraction(n, d))).toBe(whole))

  test('within half a unit, except that only 0 prints 0 and only 100 prints 100; one decimal; never falls', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const points = toPoints1(a)
        expect(points).toBe(Math.round(points * 10) / 10)
        expect(points === 0).toBe(a.n === 0n)
        expect(points === 100).toBe(a.n === a.d)
        expect(Math.abs(points - 100 * plain(a))).toBeLessThanOrEqual(
          points === 0.1 || points === 99.9 ? 0.1 : 0.05 + 1e-9,
        )
        if (compare(a, b) <= 0) expect(points).toBeLessThanOrEqual(toPoints1(b))
        expect(toPoints1(fraction(-a.n, a.d)) + points).toBe(0)
      }),
    )
  })
})

describe('shareOut', () => {
  const thirds = ['b', 'a', 'c'].map((key) => ({ key, value: fraction(1, 3) }))
  test('gives what is missing to the greatest remainders, ties to the least key', () => {
    expect(shareOut(thirds, 100_000)).toEqual([33_333, 33_334, 33_333])
    const uneven = [fraction(15, 1_000_000), fraction(17, 1_000_000), fraction(18, 1_000_000), ZERO]
    expect(shareOut(uneven.map((value, i) => ({ key: `k${i}`, value })), 5)).toEqual([1, 2, 2, 0]) // prettier-ignore
    expect(shareOut([], 0)).toEqual([])
    // The greatest remainder, not the greatest part, gets what is missing.
    const parts = [500_002, 300_007, 199_991].map((n, i) => ({ key: `k${i}`, value: fraction(n, 1_000_000) }))
    expect(shareOut(parts, 100_000)).toEqual([50_000, 30_001, 19_999])
  })
  test('a total that is not theirs is a fault', () => {
    expect(() => shareOut(thirds, 99_998)).toThrow(RangeError)
    expect(() => shareOut(thirds, 100_003)).toThrow(RangeError)
    expect(() => shareOut([{ key: 'a', value: ONE }], 99_999)).toThrow(RangeError)
  })
  test('adds up, each part within one of its own', () => {
    const weights = fc
      .array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((w) => w > 0))
    fc.assert(
      fc.property(weights, fractions, (list, whole) => {
        const all = list.reduce((a, b) => a + b, 0)
        const parts = list.map((w, i) => ({ key: `k${i}`, value: multiply(fraction(w, all), whole) }))
        const total = toThousandths(whole)
        const shares = shareOut(parts, total)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
        for (const [i, share] of shares.entries())
          expect(Math.abs(share - 100_000 * plain(parts[i]!.value))).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('fractions', () => {
  const mixed = fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.bigInt({ min: 1n, max: 10n ** 25n }))
    .map(([n, d]) => fraction(BigInt(n), d))
  const lowest = ({ n, d }: Fraction) => expect(fraction(n, d)).toEqual({ n, d })
  test('the laws of arithmetic hold exactly', () => {
    fc.assert(
      fc.property(mixed, mixed, mixed, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(subtract(add(a, b), b)).toEqual(a)
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
        expect(sum([a, b, c])).toEqual(sum([c, a, b]))
        expect(compare(a, b)).toBe(Math.sign(Number(subtract(a, b).n)))
        lowest(add(a, b))
      }),
    )
  })
  test('the same from plain numbers as from big ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (n, d) => {
        expect(fraction(n, d)).toEqual(fraction(BigInt(n), BigInt(d)))
      }),
    )
    expect(fraction(6, 4)).toEqual({ n: 3n, d: 2n })
    expect(fraction(0, 7)).toEqual(ZERO)
    expect([sum([]), leastMultiple([]), leastMultiple([4n, 6n, 6n])]).toEqual([ZERO, 1n, 12n])
    expect(() => fraction(1, 0)).toThrow(RangeError)
  })
  test('decimals become thousandths, with the dust of binary sums', () => {
    expect(thousandths(0.1 + 0.2, 1, 'x')).toBe(300)
    expect(thousandths(999_999.999, 1e6, 'x')).toBe(999_999_999)
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (n) => {
        expect(thousandths(n / 1000, 1e6, 'x')).toBe(n)
      }),
    )
  })
})

describe('numbers that are none get a RangeError that names their place', () => {
  const good: Leaf = { key: 'bad-leaf', weight: 1, low: 0, high: 1, sure: true }
  test.each<[string, Partial<Leaf>]>([
    ['low below 0', { low: -0.1 }],
    ['high above 1', { high: 1.001 }],
    ['low above high', { low: 0.6, high: 0.5 }],
    ['a fourth decimal place', { low: 0.1234 }],
    ['a negative weight', { weight: -1 }],
    ['a weight beyond all use', { weight: 1_000_001 }],
    ['NaN', { low: NaN }],
    ['infinite', { weight: Infinity }],
  ])('%s', (_name, bad) => {
    for (const model of ['weighted', 'flat', 'flat-unweighted', 'absolute', 'levels'] as const) {
      expect(() => score(model, tree([{ ...good, ...bad }]), { met: 1, highest: 1 })).toThrow(/^bad-leaf: /)
    }
  })
  test('a weight of a branch', () => {
    const of = { branches: [branch('bad-branch', [[1]], { weight: -1 })] }
    for (const model of ['weighted', 'flat', 'flat-unweighted', 'absolute', 'levels'] as const) {
      expect(() => score(model, of, { met: 1, highest: 1 })).toThrow(/^bad-branch: /)
    }
  })
  test.each<[string, Params]>([
    ['no met', { highest: 1 }],
    ['met at 0', { met: 0, highest: 1 }],
    ['no highest', { met: 1 }],
    ['highest no level', { met: 1, highest: 0.5 }],
    ['a level above the highest', { met: 1, highest: 1 }],
  ])('levels: %s', (_name, params) => {
    expect(() => score('levels', tree([{ low: 1, level: 2 }]), params)).toThrow(RangeError)
  })
  test.each(['flat', 'flat-unweighted', 'absolute', 'levels'] as const)('%s takes no further entries', (model) => {
    const of = { branches: [branch('a', [[1]], { more: true })] }
    expect(() => score(model, of, { met: 1, highest: 1 })).toThrow(RangeError)
  })
})
