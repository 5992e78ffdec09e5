/** What a ruleset marks as confidential is used and never printed, unless that is asked for. */
import { describe, expect, test } from 'vitest'
import { decisionReport } from '../../src/report/decision.js'
import { reportPlan } from '../../src/index.js'
import { busy, reportOf, rulesetOf, scoredOf, secrets, still } from './yard.js'
import { wordsIn } from '../../src/text/words.js'

const words = wordsIn('en')

describe('without --with-confidential', () => {
  test.each([
    ['yard', busy],
    ['yard', still],
    ['pair', busy],
  ] as const)('no part of a report says it: %s', async (id, firm) => {
    const scored = scoredOf(await rulesetOf(id), firm)
    for (const withoutAnswers of [false, true]) {
      const report = reportOf(scored, { withoutAnswers })
      expect(JSON.stringify({ ...report, plan: reportPlan(scored, words) })).not.toMatch(secrets)
      expect(report.answers.withheld).toEqual(
        firm === busy ? ['crate.word', 'yard.code', 'yard.vault'] : ['yard.code', 'yard.vault'],
      )
    }
    const report = reportOf(scored)
    for (const determination of ['way', 'duties', 'verdict'])
      expect(
        JSON.stringify(decisionReport(report, scored.assessment, { determination, named: true, words })),
      ).not.toMatch(secrets)
  })

  test('it is used all the same, and where it would stand it is said that it is withheld', async () => {
    const scored = scoredOf(await rulesetOf('yard'), busy)
    const [report, whole] = [reportOf(scored), reportOf(scored, { withConfidential: true })]
    expect(report.score).toEqual(whole.score)
    expect(report.ledger).toEqual(whole.ledger)
    expect(report.determinations[0]).toMatchObject({
      outcome: 'permit',
      because: ['150 heavy things, (withheld as confidential).'],
    })
    expect(report.gaps.find((it) => it.question === 'yard.vault')).toMatchObject({
      answer: 'withheld as confidential',
      attainment: { low: 0.5 },
    })
    expect(report.evidence.find((it) => it.question === 'yard.vault')).toMatchObject({
      ref: 'withheld as confidential',
    })
    expect(report.notices.map((it) => it.code)).toContain('confidential-withheld')
  })

  test('a place or a number of an entry that is drawn', async () => {
    const ruleset = await rulesetOf('yard')
    const scored = scoredOf(ruleset, busy)
    const facts = [...ruleset.values.values()].filter((it) => it.kind === 'fact')
    for (const [id, key] of [
      ['crate.from', 'from'],
      ['crate.to', 'to'],
      ['crate.light', 'weight'],
    ] as const) {
      const fact = facts.find((it) => it.id === id)! as { confidential: boolean }
      expect(reportOf(scored).flows[0]![key]).not.toBeNull()
      fact.confidential = true
      expect(reportOf(scored).flows[0]![key]).toBeNull()
      expect(reportOf(scored, { withConfidential: true }).flows[0]![key]).not.toBeNull()
      fact.confidential = false
    }
  })
})

test('with it, it is there', async () => {
  const text = JSON.stringify(reportOf(scoredOf(await rulesetOf('yard'), busy), { withConfidential: true }))
  for (const secret of ['mellon', 'sesame', 'cellar', 'behind the wine']) expect(text).toContain(secret)
})
