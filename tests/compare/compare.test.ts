/** Comparisons of random firms under random rules: the parts add up, and what is the same has not moved. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, sinceOf } from '../../src/compare/compare.js'
import type { Report } from '../../src/report/schema.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import { assess } from '../../src/assessment/assess.js'
import { scoreAssessment } from '../../src/scoring/score-assessment.js'
import { wordsIn } from '../../src/text/words.js'
import { answersOf, type Firm, firms, written } from '../meaning/firms.js'
import { load, rulesets, usually, type Written } from '../meaning/rulesets.js'
import { reportOf } from '../meaning/reports.js'

const words = wordsIn('en')
const whole = (points: number | null) => (points === null ? null : Math.round(points * 1000))

/** The same questions with other weights and gates: rules that changed. */
function reweighed(rules: Written, seed: number): Written {
  const copy = structuredClone(rules) as {
    questionnaire: { sections: { weight: number; questions: { weight: number }[] }[] }
  }
  let n = seed
  const next = () => (n = (n * 1103515245 + 12345) % 2147483648) >> 8
  for (const section of copy.questionnaire.sections) {
    section.weight = next() % 4
    for (const question of section.questions) question.weight = next() % 4
  }
  return copy as unknown as Written
}

/** A report of a firm. Answers that another ruleset would not take are left out of the test by its caller. */
function reported(ruleset: Ruleset, firm: Firm, asAt?: string): Report {
  const answers = answersOf(ruleset, written(ruleset, firm))
  return reportOf(scoreAssessment(assess(ruleset, answers, asAt === undefined ? {} : { asAt })))
}

const changes = fc.record({
  rules: rulesets({ anyModel: true }),
  old: firms(),
  now: firms(),
  seed: fc.nat(2 ** 31 - 1),
  later: fc.constantFrom('2026-06-15', '2026-06-16', '2026-06-17'),
})

describe('a comparison', () => {
  test('has two parts that add up to the difference, to the thousandth', async () => {
    let both = 0
    await fc.assert(
      fc.asyncProperty(changes, async ({ rules, old, now, seed, later }) => {
        const [then, today] = [await load(rules), await load(reweighed(rules, seed))]
        const before = reported(then, old(then))
        const between = reported(today, old(then), later)
        const after = reported(today, now(today), later)
        const found = compare({ before, between, after, fromReport: true }, words)
        const { score } = found
        expect(score.before).toBe(before.score.low)
        expect(score.after).toBe(after.score.low)
        if (before.score.low !== null && between.score.low !== null && after.score.low !== null) {
          expect(whole(score.change)).toBe(whole(after.score.low)! - whole(before.score.low)!)
          expect(whole(score.rules)! + whole(score.firm)!).toBe(whole(score.change))
          expect(whole(score.rules)).toBe(whole(between.score.low)! - whole(before.score.low)!)
          if (score.rules !== 0 && score.firm !== 0) both++
        }
        for (const section of found.sections) {
          if (section.rules === null || section.firm === null) continue
          expect(whole(section.rules)! + whole(section.firm)!).toBe(whole(section.change))
        }
        const since = sinceOf(found)
        expect([since.change, since.rules, since.firm]).toEqual([score.change, score.rules, score.firm])
      }),
      usually(150),
    )
    expect(both).toBeGreaterThan(10)
  })

  test('sorts every gap that came or went into one list, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async ({ rules, old, now, seed }) => {
        const [then, today] = [await load(rules), await load(reweighed(rules, seed))]
        const before = reported(then, old(then))
        const after = reported(today, now(today))
        const between = reported(today, old(then))
        const { gaps } = compare({ before, between, after, fromReport: true }, words)
        const keys = (list: readonly { question: string; entry?: string }[]) =>
          list.map(({ question, entry }) => `${question} ${entry ?? ''}`).sort()
        const [was, is] = [new Set(keys(before.gaps)), new Set(keys(after.gaps))]
        expect(keys(gaps.closed)).toEqual([...was].filter((key) => !is.has(key)).sort())
        expect(keys([...gaps.opened, ...gaps.reopened])).toEqual([...is].filter((key) => !was.has(key)).sort())
        const middle = new Set(keys(between.gaps))
        for (const it of gaps.closed)
          expect(it.because).toBe(middle.has(`${it.question} ${it.entry ?? ''}`) ? 'firm' : 'rules')
      }),
      usually(100),
    )
  })

  test('with itself is empty', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async ({ rules, old }) => {
        const ruleset = await load(rules)
        const report = reported(ruleset, old(ruleset))
        const found = compare({ before: report, between: report, after: report, fromReport: true }, words)
        expect([found.parts, found.sections, found.determinations, found.gates, found.notices]).toEqual([
          [],
          [],
          [],
          [],
          [],
        ])
        expect(found.gaps).toEqual({ closed: [], opened: [], reopened: [] })
        expect([found.score.change, found.score.rules, found.score.firm].every((it) => it === 0 || it === null)).toBe(
          true,
        )
      }),
      usually(50),
    )
  })
})
