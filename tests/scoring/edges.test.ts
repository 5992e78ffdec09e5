/** Where a score turns: what is said of each entry, ties, and what no caller may hand in. */
import { describe, expect, test } from 'vitest'
import { fraction, ONE, thousandths, ZERO } from '../../src/scoring/exact.js'
import { lowOf, score } from '../../src/scoring/models/index.js'
import type { ModelId } from '../../src/scoring/models/model.js'
import { shareOut, printLedger } from '../../src/scoring/print.js'
import type { Branch, Leaf, Tree, Twig } from '../../src/scoring/tree.js'
import { firm, scored } from '../meaning/firms.js'
import { reportOf } from '../meaning/reports.js'
import { q, tiny } from '../meaning/tiny.js'

const leaf = (key: string, attains: number, more: Partial<Leaf> = {}): Leaf => ({
  key,
  weight: 1,
  low: attains,
  high: attains,
  sure: true,
  ...more,
})
const branch = (twigs: Twig[], more: Partial<Branch> = {}): Tree => ({
  branches: [{ key: 'b', weight: 1, across: 'mean', more: false, twigs, ...more }],
})
const half = fraction(1, 2)
const flats = ['flat', 'flat-unweighted', 'absolute'] as const

describe('what is said of each entry', () => {
  const twigs: Twig[] = [
    { key: 'e1', leaves: [leaf('a', 1)] },
    { key: 'e2', perhaps: true, leaves: [leaf('c', 0)] },
    { key: 'e3', leaves: [leaf('d', 1, { sure: false })] },
  ]

  test('it is sure where the entry is surely there, and one of its questions', () => {
    for (const across of ['mean', 'worst'] as const) {
      const result = score('weighted', branch(twigs, { across }))
      expect(result!.branches[0]!.twigs.map((it) => [it.key, it.range?.sure])).toEqual([
        ['e1', true],
        ['e2', false],
        ['e3', false],
      ])
    }
  })

  test('the weakest is one of a section in which the weakest decides, and of no other', () => {
    const weakest = (across: 'mean' | 'worst') =>
      score('weighted', branch(twigs, { across }))!
        .branches[0]!.twigs.filter((it) => it.weakest)
        .map((it) => it.key)
    expect(weakest('worst')).toEqual(['e2'])
    expect(weakest('mean')).toEqual([])
  })

  test.each([...flats, 'levels'] as const)(
    '%s: every section and entry has its own range, and none is the weakest',
    (model) => {
      const result = score(model, branch(twigs.slice(0, 1)), { met: 1, highest: 1 })
      expect(result!.branches).toEqual([
        {
          key: 'b',
          low: ONE,
          high: ONE,
          sure: true,
          twigs: [{ key: 'e1', range: { low: ONE, high: ONE, sure: true }, weakest: false }],
        },
      ])
    },
  )
})

describe('a section that is perhaps there', () => {
  const tree: Tree = {
    branches: [
      { key: 'a', weight: 1, across: 'mean', more: false, twigs: [{ key: '', leaves: [leaf('a', 1)] }] },
      { key: 'b', weight: 1, across: 'mean', more: false, twigs: [{ key: '', perhaps: true, leaves: [leaf('b', 0)] }] },
    ],
  }
  test.each(['weighted', 'flat', 'flat-unweighted'] as const)(
    '%s: it may lower the score, or not be there',
    (model) => {
      const { low, high, sure } = score(model, tree)!
      expect({ low, high, sure }).toEqual({ low: half, high: ONE, sure: true })
    },
  )

  test('levels: it may be missed, or not be there', () => {
    const { low, high } = score('levels', tree, { met: 1, highest: 3 })!
    expect([low, high]).toEqual([ZERO, ONE])
  })

  test('alone: nothing is sure', () => {
    for (const model of ['weighted', 'flat'] as const)
      expect(score(model, { branches: tree.branches.slice(1) })!.sure).toBe(false)
  })
})

describe('ties go to the least key, whatever the order', () => {
  const third = fraction(1, 3)
  test.each([
    [
      ['c', 'b', 'a'],
      [33_333, 33_333, 33_334],
    ],
    [
      ['a', 'c', 'b'],
      [33_334, 33_333, 33_333],
    ],
  ])('%s', (keys, shares) => {
    expect(
      shareOut(
        keys.map((key) => ({ key, value: third })),
        100_000,
      ),
    ).toEqual(shares)
  })

  test('in a ledger: section, then entry, then question', () => {
    const line = (of: string, twig: string, name: string) => ({
      branch: of,
      twig,
      leaf: name,
      contribution: fraction(1, 3),
      loss: ZERO,
      entryLoss: ZERO,
      counts: true,
    })
    const given = [line('b', '', 'a '), line('a', 'y', 'a y'), line('a', 'x', 'z x')]
    expect(printLedger(given, ONE).map((it) => it.contribution)).toEqual([33_333, 33_333, 33_334])
  })

  test('parts that do not come to the total are a fault, said with both figures', () => {
    expect(() => shareOut([{ key: 'a', value: half }], 50_007)).toThrow('about 50000 thousandths, not to 50007')
    expect(() => shareOut([{ key: 'a', value: half }], 49_999)).toThrow('not to 49999')
  })
})

describe('what no caller may hand in is named', () => {
  const one = branch([{ key: '', leaves: [leaf('q', 1)] }])
  test.each([0, -0.5, 1.5, Number.NaN, undefined])('levels: met %s', (met) => {
    expect(() => score('levels', one, { ...(met !== undefined && { met }), highest: 1 })).toThrow(/levels: met/)
  })
  test('levels: met 0 would make the worst answers reach the highest level', () => {
    expect(() => score('levels', one, { met: 0, highest: 1 })).toThrow('met must be above 0')
  })
  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('levels: highest %s', (highest) => {
    expect(() => score('levels', one, { met: 1, highest })).toThrow(`levels: highest ${highest} is not a whole number`)
  })
  test.each([0, -1, 1.5, 4])('levels: a question of level %s', (level) => {
    const tree = branch([{ key: '', leaves: [leaf('q', 1, { level })] }])
    expect(() => score('levels', tree, { met: 1, highest: 3 })).toThrow(
      `q: level ${level} is not a whole number from 1 to 3`,
    )
  })
  test.each([...flats, 'levels'] as ModelId[])('%s: a section to which entries may come', (model) => {
    const tree = branch([{ key: '', leaves: [leaf('q', 1)] }], { more: true })
    for (const of of [score, lowOf])
      expect(() => of(model, tree, { met: 1, highest: 1 })).toThrow(
        `model ${model}: branch b cannot have further entries`,
      )
  })
  test('fractions and decimals', () => {
    for (const [n, d] of [
      [1, 0],
      [1, -2],
      [1n, 0n],
    ] as const)
      expect(() => fraction(n, d)).toThrow(`denominator ${d} is not above 0`)
    expect(fraction(-6, 4)).toEqual({ n: -3n, d: 2n })
    expect(fraction(-6n, 4n)).toEqual({ n: -3n, d: 2n })
    expect(fraction(0n, 7n)).toEqual(ZERO)
    expect(() => thousandths(0.1234, 1, 'weight of q')).toThrow('weight of q: 0.1234 is not a decimal from 0 to 1')
  })
})

describe('of entries', () => {
  const sections = (rest: object) => [{ id: 's', title: 's', forEach: 'items', questions: [q('q.1')], ...rest }]
  const said = { notApplicable: 'Because.' }

  test('strict counts what is said not to apply, also where it is said of one of them only', async () => {
    const ruleset = await tiny({ sections: sections({ across: 'mean' }) })
    const { low, strict } = reportOf(scored(ruleset, firm({}, [{ 'q.1': said }, { 'q.1': 'yes' }]))).score
    expect([low, strict]).toEqual([100, 50])
  })

  test('the worst of several that perhaps count: at best, the best of them is the only one', async () => {
    const ruleset = await tiny({ sections: sections({ across: 'worst', when: { fact: 'i.a', is: 'x' } }) })
    const { low, high } = reportOf(
      scored(ruleset, firm({}, [{ 'q.1': 'no' }, { 'q.1': 'yes' }, { 'q.1': 'partly' }])),
    ).score
    expect([low, high]).toEqual([0, 100])
  })
})
