/** Every number that the issue and the worked examples give, as tables. */
import { describe, expect, test } from 'vitest'
import { bandOf } from '../../src/scoring/band.js'
import { fraction } from '../../src/scoring/exact.js'
import { lifts } from '../../src/scoring/lift.js'
import { score } from '../../src/scoring/models/index.js'
import type { ModelId, Params } from '../../src/scoring/models/model.js'
import { toPoints1 } from '../../src/scoring/print.js'
import { scoreSuite } from '../../src/scoring/suite.js'
import type { Tree } from '../../src/scoring/tree.js'
import { type Short, branch, leaf, leavesOf, plain, tree } from './trees.js'

const pass = 1
const fail = 0

function printed(model: ModelId, of: Tree, params: Params = {}) {
  const result = score(model, of, params)
  return result && [toPoints1(result.low), toPoints1(result.high)]
}

describe('XCCDF 1.2 §7.3.2', () => {
  const threeGroups = tree([pass], [pass], [fail])
  const weights = tree([pass], [fail], [{ low: fail, weight: 10 }])
  const weightZero = tree([pass], [fail], [{ low: pass, weight: 0 }])
  const allPass = tree([pass, pass], [pass])

  test.each<[string, Tree, ModelId, number, [number, number]?]>([
    ['pass, pass, fail', threeGroups, 'weighted', 66.7],
    ['pass, pass, fail', threeGroups, 'flat', 66.7, [2, 3]],
    ['pass, pass, fail', threeGroups, 'flat-unweighted', 66.7, [2, 3]],
    ['pass, pass, fail', threeGroups, 'absolute', 0, [0, 1]],
    ['pass w1, fail w1, fail w10', weights, 'weighted', 33.3],
    ['pass w1, fail w1, fail w10', weights, 'flat', 8.3, [1, 12]],
    ['pass w1, fail w1, fail w10', weights, 'flat-unweighted', 33.3, [1, 3]],
    ['pass w1, fail w1, fail w10', weights, 'absolute', 0, [0, 1]],
    ['pass, fail, pass w0', weightZero, 'flat', 50, [1, 2]],
    ['pass, fail, pass w0', weightZero, 'flat-unweighted', 50, [1, 2]],
    ['all pass', allPass, 'weighted', 100],
    ['all pass', allPass, 'flat', 100, [3, 3]],
    ['all pass', allPass, 'flat-unweighted', 100, [3, 3]],
    ['all pass', allPass, 'absolute', 100, [1, 1]],
  ])('%s: %s', (_name, of, model, value, points) => {
    expect(printed(model, of)).toEqual([value, value])
    const result = score(model, of)
    if (points) expect([result?.points?.low, result?.points?.maximum]).toEqual(points)
    else expect(result?.points).toBeUndefined()
  })

  test('33.33, as the standard prints it', () => expect(plain(score('weighted', weights)!.low)).toBeCloseTo(1 / 3, 12))

  test.each<[string, Tree, Record<'weighted' | 'flat' | 'flat-unweighted' | 'absolute', number | null>]>([
    ['nothing at all', tree(), { weighted: null, flat: null, 'flat-unweighted': null, absolute: null }],
    ['an empty group', tree([]), { weighted: null, flat: null, 'flat-unweighted': null, absolute: null }],
    ['an empty group drops out', tree([pass], []), { weighted: 100, flat: 100, 'flat-unweighted': 100, absolute: 100 }],
    [
      'only rules of weight 0',
      tree([{ low: pass, weight: 0 }]),
      { weighted: null, flat: null, 'flat-unweighted': null, absolute: null },
    ],
    [
      'a group of weight-0 rules drops out',
      tree([fail, pass], [{ low: fail, weight: 0 }]),
      { weighted: 50, flat: 50, 'flat-unweighted': 50, absolute: 0 },
    ],
    [
      'a failed rule of weight 0 does not spoil absolute',
      tree([pass, { low: fail, weight: 0 }]),
      { weighted: 100, flat: 100, 'flat-unweighted': 100, absolute: 100 },
    ],
    [
      'partial attainment is points in the flat models, and not a pass',
      tree([1, 0.5]),
      { weighted: 75, flat: 75, 'flat-unweighted': 75, absolute: 0 },
    ],
    [
      'a group of weight 0 is not scored in any model',
      { branches: [branch('a', [[pass]]), branch('b', [[fail]], { weight: 0 })] },
      { weighted: 100, flat: 100, 'flat-unweighted': 100, absolute: 100 },
    ],
    [
      'other group weights are for the default model only',
      { branches: [branch('a', [[pass]], { weight: 3 }), branch('b', [[fail]])] },
      { weighted: 75, flat: 50, 'flat-unweighted': 50, absolute: 0 },
    ],
  ])('decision 0004: %s', (_name, of, expected) => {
    for (const [model, value] of Object.entries(expected)) {
      expect([model, printed(model as ModelId, of)]).toEqual([model, value === null ? null : [value, value]])
    }
  })

  test('a perhaps-rule moves the maximum with the points', () => {
    const result = score('flat', tree([1, 0, '1?']))!
    expect(result.points).toEqual({ low: 1, maximum: 2, high: 2, highMaximum: 3 })
  })

  test.each<[string, Short[], [number, number]]>([
    ['surely all', [1, '1?'], [100, 100]],
    ['one open', [1, [0, 1]], [0, 100]],
    ['one perhaps missed', [1, '0?'], [0, 100]],
    ['one surely missed', [0, '1?'], [0, 0]],
    ['only a perhaps, surely missed', ['0?'], [0, 0]],
    ['only perhaps, one of them missed', ['0?', '1?'], [0, 100]],
  ])('absolute range: %s', (_name, leaves, range) => expect(printed('absolute', tree(leaves))).toEqual(range))
})

describe('levels, as C2M2, met at largely', () => {
  const [FI, LI, PI] = [1, 0.75, 0.5]
  const open: [number, number] = [0, 1]
  const rungs = (...byLevel: Short[][]): Tree => ({
    branches: [
      branch('a', [byLevel.flatMap((shorts, l) => shorts.map((s, i) => ({ ...leaf(`q${l}${i}`, s), level: l + 1 })))]),
    ],
  })
  test.each<[string, Tree, [number, number]]>([
    ['{FI,LI}{FI,PI}{FI}', rungs([FI, LI], [FI, PI], [FI]), [1, 1]],
    ['{PI}{FI}{FI}', rungs([PI], [FI], [FI]), [0, 0]],
    ['all FI or LI', rungs([FI, LI], [LI], [FI]), [3, 3]],
    ['{FI}{LI}{FI, unanswered}', rungs([FI], [LI], [FI, open]), [2, 3]],
    ['{met}{not met, perhaps}{met}', rungs([FI], ['0?'], [FI]), [1, 3]],
    ['a branch that begins at level 2, all met', rungs([], [FI], [FI]), [3, 3]],
    ['a branch that begins at level 2, not met', rungs([], [PI], [FI]), [0, 0]],
    ['nothing between 1 and 3', rungs([FI], [], [PI]), [2, 2]],
    ['only a perhaps carries level 1', rungs(['1?'], [PI], [FI]), [0, 1]],
  ])('%s', (_name, of, [low, high]) => {
    const result = score('levels', of, { met: 0.75, highest: 3 })!
    expect(result.points).toEqual({ low, high, maximum: 3, highMaximum: 3 })
    expect(result.low).toEqual(fraction(low, 3))
    expect(result.high).toEqual(fraction(high, 3))
    expect(result.ledger).toEqual([])
  })

  test('the ruleset reaches the lowest of its sections', () => {
    const of = { branches: [...rungs([FI], [FI], [FI]).branches, branch('b', [[{ low: FI }, { low: PI, level: 2 }]])] }
    const result = score('levels', of, { met: 0.75, highest: 3 })!
    expect(result.points).toMatchObject({ low: 1, high: 1 })
    expect(result.branches.map((b) => b?.low)).toEqual([fraction(1, 1), fraction(1, 3)])
  })
})

describe('ranges', () => {
  test.each<[string, Tree, [number, number]]>([
    ['Q1 = 0 and Q2 = 1 perhaps', tree([0, '1?']), [0, 50]],
    ['Q1 = 1 and Q2 = 0 perhaps', tree([1, '0?']), [50, 100]],
    ['a section that may vanish', tree([1], ['0.2?']), [60, 100]],
    ['only Q1 = 0.3 and Q2 = 0.8, both perhaps', tree(['0.3?', '0.8?']), [30, 80]],
    ['worst of 70 and a perhaps 20', { branches: [branch('a', [[0.7], ['0.2?']], { across: 'worst' })] }, [20, 70]],
    ['Q0 = 1, Q1 no, three follow-ups implied', tree([1, 0, 0, 0, 0]), [20, 20]],
    ['Q0 = 1, Q1 yes, three follow-ups open', tree([1, 1, [0, 1], [0, 1], [0, 1]]), [40, 100]],
    ['evidenced: one of two shown', tree([1, 0]), [50, 50]],
    ['not applicable drops out', tree([1]), [100, 100]],
    ['28 of 112 answered best', tree(Array.from({ length: 112 }, (_, i): Short => (i < 28 ? 1 : [0, 1]))), [25, 100]],
    ['worst, more to come', { branches: [branch('a', [[0.7]], { across: 'worst', more: true })] }, [0, 70]],
    ['mean, more to come', { branches: [branch('a', [[0.7]], { more: true })] }, [0, 100]],
    ['none listed, more to come', { branches: [branch('a', [], { more: true })] }, [0, 100]],
    [
      'worst, only perhaps, more to come',
      { branches: [branch('a', [['0.7?']], { across: 'worst', more: true })] },
      [0, 100],
    ],
  ])('%s', (_name, of, range) => expect(printed('weighted', of)).toEqual(range))

  test('perhaps no score', () => {
    expect(score('weighted', tree(['0.3?', '0.8?']))?.sure).toBe(false)
    expect(score('weighted', { branches: [branch('a', [], { more: true })] })?.sure).toBe(false)
    expect(score('weighted', tree([1, '0?']))?.sure).toBe(true)
  })

  test('rules changed, then firm changed', () => {
    const by = (w1: number, w2: number, a: number, b: number) =>
      printed(
        'weighted',
        tree([
          { low: a, weight: w1 },
          { low: b, weight: w2 },
        ]),
      )![0]
    expect([by(1, 1, 1, 0), by(3, 1, 1, 0), by(3, 1, 0, 1)]).toEqual([50, 75, 25])
  })
})

describe('worst', () => {
  test('the weakest entry carries the ledger, the other its entry loss', () => {
    const result = score('weighted', { branches: [branch('a', [[0.4], [0.6]], { across: 'worst' })] })!
    expect(result.branches[0]?.twigs.map((t) => t.weakest)).toEqual([true, false])
    expect(
      result.ledger.map((l) => [l.twig, l.counts, plain(l.contribution), plain(l.loss), plain(l.entryLoss)]),
    ).toEqual([
      ['e1', true, 0.4, 0.6, 0.6],
      ['e2', false, 0, 0, 0.4],
    ])
  })

  test('a tie: no gap alone lifts, both together do', () => {
    const of = { branches: [branch('a', [[1, 0], [1, 0]], { across: 'worst' })] } // prettier-ignore
    const keys = leavesOf(of).filter((l) => l.low === 0).map((l) => l.key) // prettier-ignore
    const groups = [...keys.map((key) => [key]), keys].map((set) => ({
      id: set.join(' '),
      set: new Map(set.map((key) => [key, 1])),
    }))
    expect([...lifts('weighted', of, {}, groups).values()].map(toPoints1)).toEqual([0, 0, 50])
    expect(score('weighted', of)?.branches[0]?.twigs.map((t) => t.weakest)).toEqual([true, false])
  })

  test('an entry still to come is weaker than any listed; a listed one at 0 is as weak', () => {
    const of = (low: number) => ({ branches: [branch('a', [[low]], { across: 'worst', more: true })] })
    expect(score('weighted', of(0.5))?.ledger.map((l) => [l.twig, l.counts, plain(l.loss)])).toEqual([
      ['e1', false, 0],
      ['', true, 1],
    ])
    expect(score('weighted', of(0))?.ledger.map((l) => [l.twig, l.counts, plain(l.loss)])).toEqual([['e1', true, 1]])
  })
})

test('a suite weighs its parts, however many sections they have', () => {
  const a = score('weighted', tree(...Array.from({ length: 9 }, () => [1])))
  const b = score('weighted', tree([0]))
  const suite = scoreSuite([
    { key: 'a', weight: 1, result: a },
    { key: 'b', weight: 1, result: b },
  ])!
  expect([toPoints1(suite.low), toPoints1(suite.high)]).toEqual([50, 50])
  expect(suite.parts.map((part) => part.range && toPoints1(part.range.low))).toEqual([100, 0])
})

describe('bands compare the printed number', () => {
  const bands = [
    { id: 'not-ready', from: 0 },
    { id: 'developing', from: 40 },
    { id: 'largely-ready', from: 70 },
    { id: 'ready', from: 90 },
  ]
  test.each<[bigint, number, string]>([
    [0n, 0, 'not-ready'],
    [39949n, 39.9, 'not-ready'],
    [39950n, 40, 'developing'],
    [69949n, 69.9, 'developing'],
    [69960n, 70, 'largely-ready'],
    [89950n, 90, 'ready'],
    [99970n, 99.9, 'ready'],
    [100000n, 100, 'ready'],
  ])('%s thousandths print %s: %s', (thousandths, points, band) => {
    expect(toPoints1(fraction(thousandths, 100_000n))).toBe(points)
    expect(bandOf(points, bands).id).toBe(band)
  })
  test('a score below the first band is a fault', () => {
    expect(() => bandOf(39.9, bands.slice(1))).toThrow(RangeError)
    expect(() => bandOf(0, [])).toThrow(RangeError)
  })
})
