/** One determination by itself: of which entry, with which steps, what perhaps follows, and what is left of time limits. */
import { describe, expect, test } from 'vitest'
import type { WrittenAnswers } from '../../src/answers/schema.js'
import { assess } from '../../src/assessment/assess.js'
import { type DecisionReport, decisionReport } from '../../src/report/decision.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import { scoreAssessment } from '../../src/scoring/score-assessment.js'
import { wordsIn } from '../../src/text/words.js'
import { answersOf, firm, type Firm, written } from '../meaning/firms.js'
import { reportOf } from '../meaning/reports.js'
import { loadFrom } from '../meaning/rulesets.js'
import { choice, cites, decides, is, q, s, tiny, withSuite } from '../meaning/tiny.js'

const either = (id: string, when: object, rest: object = {}) =>
  decides(
    id,
    [
      { id: `${id}-1`, when, outcome: 'a' },
      { id: `${id}-2`, outcome: 'b' },
    ],
    rest,
  )

type Options = Partial<Parameters<typeof decisionReport>[2]> & { more?: Partial<WrittenAnswers>; asAt?: string }
function decisionOf(ruleset: Ruleset, it: Firm, determination: string, options: Options = {}): DecisionReport {
  const { more = {}, asAt, ...rest } = options
  const answers = answersOf(ruleset, written(ruleset, it, more))
  const assessment = assess(ruleset, answers, asAt === undefined ? {} : { asAt })
  const report = reportOf(scoreAssessment(assessment))
  return decisionReport(report, assessment, { determination, named: false, words: wordsIn('en'), ...rest })
}
const outcomesOf = ({ decisions }: DecisionReport) => decisions.map((it) => [it.entry, it.outcome])

describe('of an entry', () => {
  const ruleset = tiny(
    {
      facts: [choice('f.a')],
      determinations: [
        either('firm', is('f.a')),
        either('base', is('i.a'), { forEach: 'items' }),
        either(
          'way',
          {
            any: [
              { determination: 'base', is: 'a' },
              { determination: 'firm', is: 'a' },
            ],
          },
          { forEach: 'items' },
        ),
        either('dated', is('i.a'), {
          forEach: 'items',
          rules: [
            { id: 'dated-1', when: is('i.a'), outcome: 'a', until: '2026-06-30', cites },
            { id: 'dated-2', outcome: 'b' },
          ],
          then: [
            { id: 'perhaps', for: ['a'], do: 'Perhaps.', obligation: 'practice', when: is('i.b'), cites },
            {
              id: 'gone',
              for: ['a'],
              do: 'Gone.',
              obligation: 'practice',
              when: is('i.b'),
              until: '2026-01-01',
              cites,
            },
            { id: 'other', for: ['b'], do: 'Other.', obligation: 'practice', when: is('i.b'), cites },
            { id: 'sure', for: ['a'], do: 'Surely.', obligation: 'practice', cites },
          ],
        }),
      ],
      contradictions: [
        { id: 'of-entry', forEach: 'items', when: is('i.a', 'z'), says: 'Z.' },
        { id: 'of-firm', when: is('f.a', 'z'), says: 'Z.' },
      ],
    },
    [choice('i.a'), choice('i.b')],
  )
  const items = firm({ 'f.a': 'z' }, [{ 'i.a': 'z' }, { 'i.a': 'x' }, { 'i.a': 'z' }])

  test('of each, of one, or of the firm whichever entry is named', async () => {
    const it = await ruleset
    expect(outcomesOf(decisionOf(it, items, 'way'))).toEqual([
      ['e1', 'b'],
      ['e2', 'a'],
      ['e3', 'b'],
    ])
    expect(outcomesOf(decisionOf(it, items, 'way', { entry: 'e2' }))).toEqual([['e2', 'a']])
    expect(outcomesOf(decisionOf(it, items, 'firm', { entry: 'e2' }))).toEqual([[undefined, 'b']])
  })

  test('the steps are those of the same entry, and those of the firm', async () => {
    const { decisions } = decisionOf(await ruleset, items, 'way', { entry: 'e2' })
    expect(decisions[0]!.steps.map((step) => [step.id, step.entry, step.outcome])).toEqual([
      ['firm', undefined, 'b'],
      ['base', 'e2', 'a'],
    ])
  })

  test('what perhaps follows, with what would tell; what surely does is not among it', async () => {
    const { decisions } = decisionOf(await ruleset, items, 'dated')
    expect(decisions.map((it) => it.then.map(({ id }) => id))).toEqual([[], ['sure'], []])
    expect(decisions.map((it) => it.perhapsThen.map(({ id }) => id))).toEqual([['other'], ['perhaps'], ['other']])
    expect(decisions[1]!.perhapsThen).toMatchObject([
      { do: 'Perhaps.', missing: [{ id: 'i.b', entry: 'e2', ask: 'i.b' }] },
    ])
    expect(decisions.map((it) => it.restsOn.map(({ at }) => at))).toEqual([[], ['1'], []])
  })

  test('contradictions and what comes are those of the entry, and of the firm', async () => {
    const it = await ruleset
    const said = (entry?: string) => {
      const { contradictions, upcoming } = decisionOf(it, items, 'dated', entry === undefined ? {} : { entry })
      return [
        contradictions.map((one) => [one.id, one.entry].filter(Boolean).join(' ')),
        upcoming.map((one) => `${one.date} ${one.entry}: ${one.before} → ${one.after}`),
      ]
    }
    const coming = '2026-07-01 e2: A → B'
    expect(said()).toEqual([['of-entry e1', 'of-entry e3', 'of-firm'].sort(), [coming]])
    expect(said('e1')).toEqual([['of-entry e1', 'of-firm'], []])
    expect(said('e2')).toEqual([['of-firm'], [coming]])
    expect(decisionOf(it, items, 'base').upcoming).toEqual([])
  })

  test('of notices those about the law and the file', async () => {
    const it = await ruleset
    const more = { rulesetVersion: '1.0.0-rc.1', date: '2026-06-15', scope: 'quick' as const }
    const codes = decisionOf({ ...it, version: '1.0.1' }, items, 'way', { more, asAt: '2026-09-01' }).notices.map(
      ({ code }) => code,
    )
    expect(codes).toEqual(['newer-version', 'review-old'])
  })
})

describe('time limits', () => {
  const ruleset = tiny({
    facts: [choice('f.a'), { id: 'f.moment', type: 'datetime', ask: 'When?' }],
    derived: [{ id: 'f.count', means: 'Count', count: 'items' }],
    determinations: [
      decides(
        'tell',
        [
          { id: 'r1', when: is('f.a'), outcome: 'a' },
          { id: 'r2', outcome: 'b', do: 'Tell.', obligation: 'law', by: { within: '12 hours', after: 'f.moment' } },
        ],
        { decide: 'all' },
      ),
    ],
  })
  const now = '2026-06-15T10:00'
  test('are counted from now where one is known to end, and now is then said', async () => {
    const it = await ruleset
    const known = decisionOf(it, firm({ 'f.a': 'x', 'f.moment': '2026-06-15T00:30' }), 'tell', { now })
    expect(known.now).toBe(now)
    expect(known.decisions[0]!.outcomes.map(({ by }) => by?.minutesLeft)).toEqual([150, undefined])
    const open = decisionOf(it, firm({ 'f.a': 'x' }), 'tell', { now })
    expect(open).not.toHaveProperty('now')
    const timeless = decisionOf(it, firm({ 'f.a': 'x', 'f.moment': '2026-06-15T00:30' }), 'tell')
    expect(timeless).not.toHaveProperty('now')
    expect(timeless.decisions[0]!.outcomes[0]!.by).not.toHaveProperty('minutesLeft')
  })

  test('numbers of another year are said to be so', async () => {
    const codes = decisionOf(await ruleset, firm({}), 'tell', { asAt: '2027-01-01' }).notices.map(({ code }) => code)
    expect(codes).toContain('other-year')
  })
})

test('in a suite it is that of the part that has it', async () => {
  const part = (id: string, rest: object) => ({ sections: [s(`${id}-s`, [q(`q.${id}`)])], ...rest })
  const files = withSuite({
    a: part('a', {}),
    b: part('b', {
      facts: [choice('f.here')],
      determinations: [either('step', is('f.here')), either('own', { determination: 'step', is: 'a' })],
    }),
  })
  const it = await loadFrom(files, 'suite')
  const own = decisionOf(it, { ...firm({ 'f.here': 'x' }), list: 'absent' }, 'own')
  expect(own.ruleset.id).toBe('b')
  expect(outcomesOf(own)).toEqual([[undefined, 'a']])
  expect(own.decisions[0]!.steps.map((step) => [step.id, step.part, step.outcome])).toEqual([['step', 'b', 'a']])
})
