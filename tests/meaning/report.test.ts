/** *Exact*, and the rest of what a report promises: its numbers add up and can be had again by assessing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssessedQuestion, Assessment } from '../../src/assessment/assessment.js'
import { subtract, ZERO } from '../../src/scoring/exact.js'
import { toThousandths } from '../../src/scoring/print.js'
import { change, choosing, extreme, firms, scored, written as answersWritten, answersOf } from './firms.js'
import { must } from './inside.js'
import { fitsSchema, reportOf } from './reports.js'
import { load, rulesets, today, usually } from './rulesets.js'
import { assess } from '../../src/assessment/assess.js'
import { scoreAssessment } from '../../src/scoring/score-assessment.js'

const runs = usually(80)
/** Thousandths of a point as whole numbers. */
const whole = (points: number) => Math.round(points * 1000)
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
const questionsOf = (assessment: Assessment): AssessedQuestion[] =>
  assessment.sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.questions))

describe('exact', () => {
  test('the ledger adds up to the score and to 100 less the score; breakdowns are sums over it', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms(), async (written, make) => {
        const ruleset = await load(written)
        const report = reportOf(scored(ruleset, make(ruleset)))
        const { ledger, score, breakdowns, gaps } = report
        if (score.value === null || ['absolute', 'levels'].includes(ruleset.model)) {
          expect(ledger).toEqual([])
          return
        }
        expect(sum(ledger.map((line) => whole(line.contribution)))).toBe(whole(score.value))
        expect(sum(ledger.map((line) => whole(line.loss)))).toBe(100_000 - whole(score.value))
        for (const line of ledger)
          must(
            line.counts || (line.contribution === 0 && line.loss === 0),
            () => `${line.question} counts for nothing but carries points`,
          )
        const lines = ledger.filter((line) => line.question !== '')
        for (const [by, kindsOf] of [
          ['obligation', (id: string) => [ruleset.questions.get(id)!.obligation]],
          ['policy', (id: string) => ruleset.questions.get(id)!.tags.policy],
          ['topic', (id: string) => ruleset.questions.get(id)!.tags.topic],
        ] as const) {
          const kinds = [...new Set(lines.flatMap((line) => kindsOf(line.question)))]
          const expected = kinds.flatMap((id) => {
            const own = lines.filter((line) => kindsOf(line.question).includes(id))
            const [contribution, loss] = [
              sum(own.map((line) => whole(line.contribution))),
              sum(own.map((line) => whole(line.loss))),
            ]
            return contribution + loss === 0
              ? []
              : [{ id, contribution, loss, value: Math.round((100_000 * contribution) / (contribution + loss)) }]
          })
          const found = breakdowns[by].map((it) => ({
            id: it.id,
            contribution: whole(it.contribution),
            loss: whole(it.loss),
            value: whole(it.value),
          }))
          expect([by, found]).toEqual([by, expect.arrayContaining(expected)])
          expect(found).toHaveLength(expected.length)
        }
        for (const gap of gaps) {
          const line = ledger.find((it) => it.question === gap.question && it.entry === gap.entry)
          expect([gap.loss, gap.entryLoss]).toEqual([line?.loss ?? 0, line?.entryLoss ?? 0])
        }
      }),
      runs,
    )
  })

  test('gaps are the questions that do not surely attain 1, and a lift is the rise of low when that one is answered best', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms(), async (written, make) => {
        const ruleset = await load(written)
        const firm = make(ruleset)
        const before = scored(ruleset, firm)
        const { gaps } = reportOf(before)
        const key = (question: string, entry: string | undefined) => `${question} ${entry ?? ''}`
        const expected = questionsOf(before.assessment).filter(
          (it) => !['hidden', 'not-applicable'].includes(it.state) && it.low < 1 && it.question.weight > 0,
        )
        expect(gaps.map((gap) => key(gap.question, gap.entry)).sort()).toEqual(
          expected.map((it) => key(it.question.id, it.entry)).sort(),
        )
        for (const { question, entry, lift } of gaps) {
          // Best, and with the evidence it had: lift is about low.
          const best = extreme(ruleset.questions.get(question)!, 'best')
          const after = scored(
            ruleset,
            change(firm, entry, question, (was) => choosing(was === 'unsure' ? undefined : was, best)),
          )
          const rise = before.range ? toThousandths(subtract(after.range!.low, before.range.low)) : toThousandths(ZERO)
          must(whole(lift) === rise, () => `${question} ${entry}: lift ${lift}, rise ${rise / 1000}`)
        }
      }),
      runs,
    )
  })
})

describe('the report', () => {
  test('fits its schema, and is the same to the byte from the same input', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms(), async (written, make) => {
        const [ruleset, again] = [await load(written), await load(written)]
        const [a, b] = [reportOf(scored(ruleset, make(ruleset))), reportOf(scored(again, make(again)))]
        fitsSchema(a)
        expect(JSON.stringify(a)).toBe(JSON.stringify(b))
      }),
      runs,
    )
  })

  test('does not depend on the order in which answers are written', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets(), firms(), async (written, make) => {
        const ruleset = await load(written)
        const content = answersWritten(ruleset, make(ruleset))
        const turned = reversed(content)
        const [a, b] = [content, turned].map((it) => reportOf(scoreAssessment(assess(ruleset, answersOf(ruleset, it)))))
        expect(JSON.stringify({ ...b, answers: { ...b!.answers, content: null } })).toBe(
          JSON.stringify({ ...a, answers: { ...a!.answers, content: null } }),
        )
      }),
      runs,
    )
  })

  test('each question of each entry is in exactly one list of its state, and the answered share counts them', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms(), async (written, make) => {
        const ruleset = await load(written)
        const firm = make(ruleset)
        const result = scored(ruleset, firm)
        const report = reportOf(result)
        const questions = questionsOf(result.assessment)
        const key = (it: { question: string; entry?: string | undefined }) => `${it.question} ${it.entry ?? ''}`
        // Every question of every entry, once.
        const places = ruleset.sections.flatMap((section) =>
          section.questions.flatMap((question) =>
            (section.inventory === undefined ? [''] : firm.entries.map((it) => it.id)).map(
              (entry) => `${question.id} ${entry}`,
            ),
          ),
        )
        expect(questions.map((it) => `${it.question.id} ${it.entry ?? ''}`).sort()).toEqual(places.sort())
        const inState = (...states: AssessedQuestion['state'][]) =>
          questions
            .filter((it) => states.includes(it.state))
            .map((it) => `${it.question.id} ${it.entry ?? ''}`)
            .sort()
        expect(report.open.map(key).sort()).toEqual(inState('unsure', 'unanswered'))
        expect(report.implied.map(key).sort()).toEqual(inState('implied'))
        expect(report.notApplicable.map(key).sort()).toEqual(inState('not-applicable'))
        const { answered, open } = report.score.answered
        expect([answered, open]).toEqual([inState('answered').length, inState('unsure', 'unanswered').length])
        // Hidden and implied answers are kept and listed.
        const hidden = questions
          .filter((it) => ['hidden', 'implied'].includes(it.state) && it.answer)
          .map((it) => `${it.question.id} ${it.entry ?? ''}`)
          .sort()
        expect(
          report.hidden
            .filter((it) => it.kind === 'question')
            .map((it) => `${it.id} ${it.entry ?? ''}`)
            .sort(),
        ).toEqual(hidden)
      }),
      runs,
    )
  })

  test('what comes up is what the same answers mean on that day', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms(), async (written, make) => {
        const ruleset = await load(written)
        const firm = make(ruleset)
        const { upcoming } = reportOf(scored(ruleset, firm))
        for (const { date, score, changes } of upcoming) {
          expect(date > today).toBe(true)
          expect(changes.length).toBeGreaterThan(0)
          const then = reportOf(scored(ruleset, firm, date))
          expect(score).toEqual({ low: then.score.low, high: then.score.high, band: then.score.band?.low ?? null })
        }
        // On every other day all is as on the day before.
        const days = ['2026-06-16', '2026-06-17', '2026-06-18']
        for (const [i, day] of days.entries()) {
          if (upcoming.some((it) => it.date === day)) continue
          // Evidence runs out in between; so it is left out of what is compared.
          const [before, on] = [[today, ...days][i]!, day].map((it) => reportOf(scored(ruleset, firm, it)))
          expect([on!.score.low, on!.score.high, on!.determinations]).toEqual([
            before!.score.low,
            before!.score.high,
            before!.determinations,
          ])
        }
      }),
      { numRuns: Math.ceil(runs.numRuns / 2) },
    )
  })
})

/** The same content with the keys of all objects the other way round. */
function reversed<T>(it: T): T {
  if (Array.isArray(it)) return it.map(reversed) as T
  if (typeof it !== 'object' || it === null) return it
  return Object.fromEntries(
    Object.entries(it)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  ) as T
}
