/** The ledger: exact, in the order of the tree, and the same in thousandths. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ONE, ZERO, compare, subtract, sum } from '../../src/scoring/exact.js'
import { score } from '../../src/scoring/models/index.js'
import { printLedger, toThousandths } from '../../src/scoring/print.js'
import { scoreSuite } from '../../src/scoring/suite.js'
import { leavesOf, trees, treesFor } from './trees.js'

describe.each(['weighted', 'flat', 'flat-unweighted'] as const)('%s', (model) => {
  test('exact: contributions add up to low, losses to 1 − low', () => {
    fc.assert(
      fc.property(treesFor(model, { uncertain: 12 }), (of) => {
        const result = score(model, of)
        if (!result) return
        expect(sum(result.ledger.map((l) => l.contribution))).toEqual(result.low)
        expect(sum(result.ledger.map((l) => l.loss))).toEqual(subtract(ONE, result.low))
        for (const line of result.ledger) if (!line.counts) expect([line.contribution, line.loss]).toEqual([ZERO, ZERO])
        expect(result.ledger.filter((l) => l.leaf !== '').map((l) => l.leaf)).toEqual(leavesOf(of).map((l) => l.key))
      }),
      { numRuns: 500 },
    )
  })

  test('the losses of an entry within itself add up to what it lacks', () => {
    fc.assert(
      fc.property(treesFor(model, { uncertain: 12 }), (of) => {
        const result = score(model, of)
        for (const branch of result?.branches ?? []) {
          for (const twig of branch?.twigs ?? []) {
            if (!twig.range) continue
            const lines = result!.ledger.filter((l) => l.branch === branch!.key && l.twig === twig.key)
            expect(sum(lines.map((l) => l.entryLoss))).toEqual(subtract(ONE, twig.range.low))
          }
        }
      }),
    )
  })

  test('in thousandths it adds up to the printed low and to the rest of 100', () => {
    fc.assert(
      fc.property(treesFor(model, { uncertain: 12 }), (of) => {
        const result = score(model, of)
        if (!result) return
        const lines = printLedger(result.ledger, result.low)
        const low = toThousandths(result.low)
        expect(lines.reduce((all, line) => all + line.contribution, 0)).toBe(low)
        expect(lines.reduce((all, line) => all + line.loss, 0)).toBe(100_000 - low)
        for (const [i, line] of lines.entries()) {
          // Nothing is given to a line that has no part of it.
          if (result.ledger[i]!.contribution.n === 0n) expect(line.contribution).toBe(0)
          if (result.ledger[i]!.loss.n === 0n) expect(line.loss).toBe(0)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('a suite: a weighted mean of its parts, its ledger exact', () => {
  const parts = fc.array(fc.tuple(trees(), fc.constantFrom(0, 1, 2, 2.5)), { maxLength: 4 })
  fc.assert(
    fc.property(parts, (given) => {
      const scored = given.map(([of, weight], i) => ({ key: `p${i}`, weight, result: score('weighted', of) }))
      const suite = scoreSuite(scored)
      if (!suite) {
        expect(scored.every(({ weight, result }) => weight === 0 || !result)).toBe(true)
        return
      }
      expect(sum(suite.parts.map((part) => part.share))).toEqual(ONE)
      expect(sum(suite.ledger.map((l) => l.contribution))).toEqual(suite.low)
      expect(sum(suite.ledger.map((l) => l.loss))).toEqual(subtract(ONE, suite.low))
      expect(compare(suite.low, suite.high)).toBeLessThanOrEqual(0)
      for (const line of suite.ledger) {
        const part = suite.parts.find(({ key }) => key === line.part)!
        if (part.share.n === 0n) expect(line.counts).toBe(false)
        if (!line.counts) expect([line.contribution, line.loss]).toEqual([ZERO, ZERO])
      }
      for (const [i, part] of suite.parts.entries()) {
        const alone = scored[i]!.result
        expect(part.range).toEqual(alone && { low: alone.low, high: alone.high, sure: alone.sure })
      }
    }),
  )
})

test('a suite with a part that keeps no ledger keeps none', () => {
  const of = { branches: [{ key: 'a', weight: 1, across: 'mean' as const, more: false, twigs: [] }] }
  const twigs = [{ key: 'e', leaves: [{ key: 'q', weight: 1, low: 1, high: 1, sure: true }] }]
  const full = { branches: [{ ...of.branches[0]!, twigs }] }
  const suite = scoreSuite([
    { key: 'x', weight: 1, result: score('absolute', full) },
    { key: 'y', weight: 1, result: score('weighted', full) },
    { key: 'z', weight: 9, result: score('weighted', of) },
  ])
  expect(suite?.low).toEqual(ONE)
  expect(suite?.ledger).toEqual([])
  expect(suite?.parts[2]).toEqual({ key: 'z', range: null, share: ZERO })
})
