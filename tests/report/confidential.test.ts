/** What a ruleset marks as confidential is used and never printed, unless that is asked for. */
import { describe, expect, test } from 'vitest'
import { decisionReport } from '../../src/report/decision.js'
import { reportPlan } from '../../src/index.js'
import { Folder, home } from '../cli/run.js'
import { busy, reportOf, rulesetOf, scoredOf, still } from './yard.js'
import { wordsIn } from '../../src/text/words.js'

const words = wordsIn('en')
/** Each stands in an answer, a note, a reason or evidence of something confidential, or in a text that has it filled in. */
const secrets = /mellon|sesame|In the cellar|of the cellar|behind the wine|No money/

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

test('a report that withholds can be derived again from its answers, whichever way it was made', async () => {
  const folder = new Folder({
    'a.answers.yaml': JSON.stringify({ ruleset: 'yard', rulesetVersion: '2.1.0', date: '2026-11-20', ...busy }),
  })
  const rulesets = `--rulesets ${home}tests/report/rulesets`
  for (const how of [
    '',
    '--no-answers',
    '--with-confidential',
    '--no-answers --with-confidential',
    '--redact',
    '--plan',
  ]) {
    expect(
      (await folder.run(`score a.answers.yaml ${rulesets} --format json,html,md,csv,text ${how} -o out`)).code,
    ).toBe(0)
    const name = how === '--redact' ? 'redacted' : 'busy-ltd'
    const { code, out, err } = await folder.run(`verify out/${name}.json --answers a.answers.yaml ${rulesets}`)
    expect([how, code, code === 0 ? '' : out + err]).toEqual([how, 0, ''])
  }
}, 60_000)

test('nor is it in any format, nor in what decide, plan and batch print', async () => {
  const folder = new Folder({
    'in/a.answers.yaml': JSON.stringify({ ruleset: 'yard', rulesetVersion: '2.1.0', date: '2026-11-20', ...busy }),
  })
  const rulesets = `--rulesets ${home}tests/report/rulesets`
  for (const line of [
    'score in/a.answers.yaml',
    'score in/a.answers.yaml --format md -o -',
    'score in/a.answers.yaml --format csv -o -',
    'score in/a.answers.yaml --format html -o -',
    'plan in/a.answers.yaml --target ready',
    'plan in/a.answers.yaml --target ready --format json',
    'decide way --answers in/a.answers.yaml',
    'decide way --answers in/a.answers.yaml --format json',
    'decide duties --answers in/a.answers.yaml --format md',
    'batch in --format json,md,html -o out',
  ]) {
    const { out, err } = await folder.run(`${line} ${rulesets}`)
    expect([line, secrets.exec(out + err)?.[0]]).toEqual([line, undefined])
  }
})
