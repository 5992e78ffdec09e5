/** What closing a gap would do, and what to answer first. */
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/assessment/assess.js'
import { scoreAssessment } from '../../src/scoring/score-assessment.js'
import { answersOf, firm, type Firm, scored, written } from '../meaning/firms.js'
import { reportOf } from '../meaning/reports.js'
import { type Answers, choice, is, q, s, tiny } from '../meaning/tiny.js'

const after = (question: string) => ({ after: { question, attains: 0.5 } })

describe('closing a gap', () => {
  const lifts = async (questions: object[], answers: Answers) =>
    Object.fromEntries(
      reportOf(scored(await tiny({ sections: [s('s', questions)] }), firm(answers))).gaps.map((it) => [
        it.question,
        it.lift,
      ]),
    )

  test('brings back everything that was answered below it', async () => {
    const questions = [q('q.1'), q('q.2', after('q.1')), q('q.3', after('q.1')), q('q.4', { weight: 1 })]
    const given = { 'q.1': 'no', 'q.2': 'yes', 'q.3': 'yes', 'q.4': 'yes' }
    expect(await lifts(questions, given)).toEqual({ 'q.1': 75, 'q.2': 0, 'q.3': 0 })
  })

  const chain = [q('q.1'), q('q.2', after('q.1')), q('q.3', after('q.2')), q('q.4')]
  test.each([
    ['no further than the next that is not met', 'no', 25],
    ['through one that is met exactly', 'partly', 62.5],
  ])('%s', async (_, second, lift) => {
    const given = { 'q.1': 'no', 'q.2': second, 'q.3': 'yes', 'q.4': 'yes' }
    expect((await lifts(chain, given))['q.1']).toBe(lift)
  })

  test('below one that is met exactly it counts by itself', async () => {
    expect(await lifts(chain, { 'q.1': 'partly', 'q.2': 'no', 'q.3': 'no', 'q.4': 'yes' })).toEqual({
      'q.1': 12.5,
      'q.2': 25,
      'q.3': 0,
    })
  })
})

describe('what to answer first', () => {
  const first = async (ruleset: Parameters<typeof tiny>, it: Firm, asAt?: string) =>
    reportOf(scored(await tiny(...ruleset), it, asAt)).answerFirst

  test('a question that narrows from below: nothing is lost where it does not apply', async () => {
    const list = await first(
      [{ facts: [choice('f.a')], sections: [s('s', [q('q.1'), q('q.2', { when: is('f.a') })])] }],
      firm({ 'q.1': 'yes' }),
    )
    expect(list.map(({ kind, id, narrows }) => [kind, id, narrows])).toEqual([['question', 'q.2', 50]])
  })

  const gates = (...whens: object[]) => ({
    scoring: {
      model: 'weighted',
      gates: whens.map((when, i) => ({ id: `g${i}`, when, caps: 'not-ready', says: 'No.' })),
    },
  })
  test('what keeps a gate open comes before what keeps other things open; more before less; then by name', async () => {
    const section = (id: string, when: object) => s(id, [q(`q.${id}`)], { when })
    const list = await first(
      [
        {
          facts: ['f.a', 'f.b', 'f.c', 'f.d', 'f.e'].map((id) => choice(id)),
          ...gates(is('f.c'), is('f.d')),
          sections: [
            section('s1', is('f.b')),
            section('s2', is('f.b')),
            section('s3', is('f.d')),
            section('s4', is('f.e')),
            section('s5', is('f.a')),
          ],
        },
      ],
      firm({}),
    )
    expect(list.filter(({ kind }) => kind === 'fact').map(({ id }) => id)).toEqual(['f.d', 'f.c', 'f.b', 'f.a', 'f.e'])
    expect(list.find(({ id }) => id === 'f.d')!.decides).toEqual([
      { kind: 'gate', id: 'g1', title: 'No.' },
      { kind: 'section', id: 's3', title: 's3' },
    ])
  })

  test('nothing of a section that is no longer in force, whatever it would depend on', async () => {
    const ruleset: Parameters<typeof tiny> = [
      {
        facts: [choice('f.a')],
        sections: [s('s', [q('q.1')]), s('old', [q('q.2')], { when: is('f.a'), until: '2026-12-31' })],
      },
    ]
    const ids = (list: Awaited<ReturnType<typeof first>>) => list.map(({ id }) => id)
    expect(ids(await first(ruleset, firm({ 'q.1': 'yes' })))).toEqual(['f.a', 'q.2'])
    expect(ids(await first(ruleset, firm({ 'q.1': 'yes' }), '2027-01-01'))).toEqual([])
  })

  test('of a decision: what each entry lacks, nothing where it is decided', async () => {
    const outcomes = [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ]
    const rules = [
      { id: 'r1', when: is('i.a'), outcome: 'a' },
      { id: 'r2', outcome: 'b' },
    ]
    const determinations = [
      { id: 'one', title: 'One', forEach: 'items', decide: 'first', outcomes, rules },
      { id: 'many', title: 'Many', forEach: 'items', decide: 'all', outcomes, rules },
    ]
    const list = await first([{ determinations }], firm({}, [{ 'i.a': 'x' }, {}]))
    expect(list).toEqual([
      {
        kind: 'fact',
        id: 'i.a',
        entry: 'e2',
        entryName: 'e2',
        ask: 'i.a',
        narrows: null,
        decides: [
          { kind: 'determination', id: 'one', entry: 'e2', title: 'One' },
          { kind: 'determination', id: 'many', entry: 'e2', title: 'Many' },
        ],
      },
    ])
  })
})

test('points that are nobody’s are a line of their own, without a question', async () => {
  const ruleset = await tiny({
    sections: [s('s', [q('q.1')]), s('t', [q('q.2')], { forEach: 'items', across: 'worst' })],
  })
  const answers = answersOf(ruleset, written(ruleset, firm({ 'q.1': 'yes' }, [], 'more')))
  const { ledger, score } = reportOf(scoreAssessment(assess(ruleset, answers)))
  expect(ledger.filter((it) => it.question === '')).toMatchObject([{ section: 't', contribution: 0 }])
  expect(ledger.reduce((sum, it) => sum + it.loss, 0)).toBeCloseTo(100 - score.low!, 9)
})
