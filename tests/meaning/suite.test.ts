/** A suite: the weighted mean of its parts, each exactly what it is alone; everything else is their union. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Written } from './rulesets.js'
import type { WrittenQuestionnaire } from '../../src/ruleset/schema.js'
import { subtract } from '../../src/scoring/exact.js'
import { toThousandths } from '../../src/scoring/print.js'
import { change, choosing, complete, extreme, type Firm, firms, scored, seeds, steps } from './firms.js'
import { assessmentInside, contradictory, must, scoreInOrder, scoreInside } from './inside.js'
import { fitsSchema, reportOf } from './reports.js'
import { library, loadFrom, rulesets, usually } from './rulesets.js'

const runs = usually(50)
const whole = (points: number) => Math.round(points * 1000)
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)

/** The same ruleset under other names: nothing of it is shared with the first. */
const renamed = (written: Written): Written => {
  const text = JSON.stringify(written)
    .replaceAll(/"(f|i|q|s|g)(\.[a-z]+[0-9]*|[0-9])"/g, '"other-$1$2"')
    .replaceAll(/\{f\./g, '{other-f.')
    .replaceAll('"items"', '"other-items"')
    .replaceAll('"things"', '"other-things"')
    .replaceAll('"random"', '"other"')
  return JSON.parse(text) as Written
}

const weights = fc.constantFrom(0, 1, 1, 2, 3)
async function suiteOf(a: Written, b: Written, weightA: number, weightB: number) {
  const suite = {
    id: 'suite',
    version: '1.0.0',
    title: 'Suite',
    language: 'en',
    reviewed: '2026-01-01',
    includes: [
      { ruleset: 'random', version: '1', weight: weightA },
      { ruleset: 'other', version: '1', weight: weightB },
    ],
  } as WrittenQuestionnaire
  return loadFrom(library({ suite, random: a, other: renamed(b) }), 'suite')
}

describe('suite', () => {
  test('each part is what it is alone; the score is their weighted mean; the ledger and the gaps are their union', async () => {
    await fc.assert(
      fc.asyncProperty(
        rulesets({ anyModel: true }),
        rulesets({ anyModel: true }),
        weights,
        weights,
        firms(),
        async (a, b, weightA, weightB, make) => {
          const suite = await suiteOf(a, b, weightA, weightB)
          const firm = make(suite)
          const together = scored(suite, firm)
          scoreInOrder(together)
          const report = reportOf(together)
          fitsSchema(report)
          const alone = suite.parts.map(({ ruleset }) => reportOf(scored(ruleset, firm)))
          expect(report.parts.map((it) => it.score)).toEqual(alone.map((it) => it.score))
          const own = ({ part: _, ...it }: { part?: string }) => it
          for (const list of ['sections', 'determinations', 'gates'] as const) {
            expect(report[list].map(own)).toEqual(alone.flatMap((it) => it[list] as object[]))
          }
          expect(report.gaps.map((it) => `${it.question} ${it.entry}`).sort()).toEqual(
            alone.flatMap((it) => it.gaps.map((gap) => `${gap.question} ${gap.entry}`)).sort(),
          )

          const ranges = together.parts.map((part) => ({ range: part.range, weight: part.weight }))
          const counted = ranges.filter(({ range, weight }) => range && weight > 0)
          expect(together.range === null).toBe(counted.length === 0)
          const total = sum(counted.map(({ weight }) => weight))
          if (together.range && counted.every(({ range }) => range!.sure)) {
            for (const end of ['low', 'high'] as const) {
              const mean =
                sum(counted.map(({ range, weight }) => (weight * Number(range![end].n)) / Number(range![end].d))) /
                total
              expect(Number(together.range[end].n) / Number(together.range[end].d)).toBeCloseTo(mean, 9)
            }
          }
          if (report.ledger.length > 0) {
            expect(sum(report.ledger.map((line) => whole(line.contribution)))).toBe(whole(report.score.value!))
            expect(sum(report.ledger.map((line) => whole(line.loss)))).toBe(100_000 - whole(report.score.value!))
          }
        },
      ),
      runs,
    )
  })

  test('sound and narrowing', async () => {
    await fc.assert(
      fc.asyncProperty(
        rulesets({ anyModel: true }),
        rulesets(),
        weights,
        weights,
        firms(),
        seeds,
        seeds,
        async (a, b, weightA, weightB, make, seed, order) => {
          const suite = await suiteOf(a, b, weightA, weightB)
          let firm: Firm = make(suite)
          const all = complete(suite, firm, seed)
          if (scored(suite, all).parts.some((part) => contradictory(part.assessment))) return
          let before = scored(suite, firm)
          for (const step of steps(firm, all, order)) {
            firm = step(firm)
            const after = scored(suite, firm)
            scoreInOrder(after)
            scoreInside(after, before)
            for (const [i, part] of after.parts.entries())
              assessmentInside(part.assessment, before.parts[i]!.assessment)
            before = after
          }
        },
      ),
      runs,
    )
  })

  test('a lift is the rise of the low of the suite when that gap alone is answered best', async () => {
    await fc.assert(
      fc.asyncProperty(
        rulesets({ anyModel: true }),
        rulesets(),
        weights,
        weights,
        firms(),
        async (a, b, weightA, weightB, make) => {
          const suite = await suiteOf(a, b, weightA, weightB)
          const firm = make(suite)
          const before = scored(suite, firm)
          for (const { question, entry, lift, part } of reportOf(before).gaps) {
            const asked = suite.parts.find((it) => it.ruleset.id === part)!.ruleset.questions.get(question)!
            const after = scored(
              suite,
              change(firm, entry, question, (was) =>
                choosing(was === 'unsure' ? undefined : was, extreme(asked, 'best')),
              ),
            )
            const rise = before.range ? toThousandths(subtract(after.range!.low, before.range.low)) : 0
            must(whole(lift) === rise, () => `${question} ${entry}: lift ${lift}, rise ${rise / 1000}`)
          }
        },
      ),
      runs,
    )
  })
})
