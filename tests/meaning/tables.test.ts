/** The meanings by example: the numbers of the design, by hand. */
import { describe, expect, test } from 'vitest'
import { dueAt, minutesUntil } from '../../src/assessment/deadline.js'
import type { DerivedValue } from '../../src/assessment/values.js'
import { openLibrary } from '../../src/files/library.js'
import { readAnswers } from '../../src/answers/load.js'
import type { WrittenAnswer } from '../../src/answers/schema.js'
import { assess } from '../../src/assessment/assess.js'
import type { Report } from '../../src/report/schema.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import { toPoints1 } from '../../src/scoring/print.js'
import { scoreAssessment } from '../../src/scoring/score-assessment.js'
import { answersOf, assessed, firm, type Firm, scored, written } from './firms.js'
import { fitsSchema, reportOf } from './reports.js'
import { loadFrom } from './rulesets.js'
import { type Answers, choice, cites, number, q, s, tiny, withSuite } from './tiny.js'

const scoreOf = (ruleset: Ruleset, it: Firm, asAt?: string): Report['score'] =>
  reportOf(scored(ruleset, it, asAt)).score
const ends = (ruleset: Ruleset, it: Firm) => {
  const { low, high } = scoreOf(ruleset, it)
  return [low, high]
}

describe('follow-ups', () => {
  const below = { after: { question: 'q.1', attains: 0.5 } }
  const questions = [q('q.0'), q('q.1'), q('q.2', below), q('q.3', below), q('q.4', below)]

  test.each<[string, Answers, number, number]>([
    ['not met: they count as 0, unasked', { 'q.0': 'yes', 'q.1': 'no' }, 20, 20],
    ['met: they are open', { 'q.0': 'yes', 'q.1': 'yes' }, 40, 100],
    ['half is enough here', { 'q.0': 'yes', 'q.1': 'partly' }, 30, 90],
    ['open: they may become open', { 'q.0': 'yes' }, 20, 100],
    ['not met: what was answered below counts for nothing', { 'q.0': 'yes', 'q.1': 'no', 'q.2': 'yes' }, 20, 20],
    ['open: what was answered below may count', { 'q.0': 'yes', 'q.2': 'yes', 'q.3': 'no', 'q.4': 'no' }, 20, 60],
  ])('%s', async (_, answers, low, high) => {
    expect(ends(await tiny({ sections: [s('s', questions)] }), firm(answers))).toEqual([low, high])
  })

  test('a chain falls with its first link', async () => {
    const chain = [
      q('q.1'),
      q('q.2', { after: { question: 'q.1', attains: 1 } }),
      q('q.3', { after: { question: 'q.2', attains: 1 } }),
    ]
    const ruleset = await tiny({ sections: [s('s', chain)] })
    const { implied, hidden, open } = reportOf(scored(ruleset, firm({ 'q.1': 'no', 'q.2': 'yes', 'q.3': 'yes' })))
    expect(implied.map((it) => it.question)).toEqual(['q.2', 'q.3'])
    expect(hidden.map((it) => it.id)).toEqual(['q.2', 'q.3'])
    expect(open).toEqual([])
    expect(ends(ruleset, firm({ 'q.2': 'yes', 'q.3': 'yes' }))).toEqual([0, 100])
  })
})

describe('evidenced and strict', () => {
  const evidence = [{ id: 'e', show: 'Show it.' }]
  test.each<[string, Answers, number, number, number]>([
    ['yes with evidence, no without', { 'q.1': { answer: 'yes', evidence: [{ ref: 'r' }] }, 'q.2': 'no' }, 50, 50, 50],
    [
      'yes with evidence, yes without',
      { 'q.1': { answer: 'yes', evidence: [{ ref: 'r' }] }, 'q.2': 'yes' },
      100,
      50,
      100,
    ],
    [
      'valid until today',
      { 'q.1': { answer: 'yes', evidence: [{ ref: 'r', until: '2026-06-15' }] }, 'q.2': 'no' },
      50,
      50,
      50,
    ],
    [
      'valid until yesterday',
      { 'q.1': { answer: 'yes', evidence: [{ ref: 'r', until: '2026-06-14' }] }, 'q.2': 'no' },
      50,
      0,
      50,
    ],
    ['yes, not applicable', { 'q.1': 'yes', 'q.2': { notApplicable: 'None.' } }, 100, 0, 50],
  ])('%s', async (_, answers, low, evidenced, strict) => {
    const ruleset = await tiny({ sections: [s('s', [q('q.1', { evidence }), q('q.2', { evidence })])] })
    expect(scoreOf(ruleset, firm(answers))).toMatchObject({ value: low, evidenced, strict })
  })

  test('nothing applicable is no score, not 0 and not 100; in a suite the strict score still counts it', async () => {
    const all = (id: string) => ({ sections: [s(`s-${id}`, [q(`q.${id}`)])] })
    const files = withSuite({ a: all('a'), b: all('b') })
    const none = { notApplicable: 'None.' }
    expect(scoreOf(await loadFrom(files, 'a'), firm({ 'q.a': none }))).toMatchObject({
      value: null,
      high: null,
      band: null,
      strict: 0,
    })
    expect(scoreOf(await loadFrom(files, 'suite'), firm({ 'q.a': none, 'q.b': 'yes' }))).toMatchObject({
      value: 100,
      strict: 50,
    })
  })
})

describe('perhaps', () => {
  const perhaps = { when: { fact: 'f.a', is: 'x' } }
  test.each<[string, object[], Answers, number, number]>([
    ['sound low', [s('s', [q('q.1'), q('q.2', perhaps)])], { 'q.1': 'no', 'q.2': 'yes' }, 0, 50],
    ['sound high', [s('s', [q('q.1'), q('q.2', perhaps)])], { 'q.1': 'yes', 'q.2': 'no' }, 50, 100],
    ['vanishing section', [s('s', [q('q.1')]), s('t', [q('q.2')], perhaps)], { 'q.1': 'yes', 'q.2': 'no' }, 50, 100],
    [
      'only perhaps-items',
      [s('s', [q('q.1', perhaps), q('q.2', { when: { fact: 'f.b', is: 'x' } })])],
      { 'q.1': 'partly', 'q.2': 'yes' },
      50,
      100,
    ],
  ])('%s', async (_, sections, answers, low, high) => {
    expect(ends(await tiny({ facts: [choice('f.a'), choice('f.b')], sections }), firm(answers))).toEqual([low, high])
  })

  test('levels: met, perhaps not met, met → 1–3', async () => {
    const questions = [q('q.1', { level: 1 }), q('q.2', { level: 2, ...perhaps }), q('q.3', { level: 3 })]
    const ruleset = await tiny({
      facts: [choice('f.a')],
      scoring: { model: 'levels', met: 0.5 },
      sections: [s('s', questions)],
    })
    expect(scoreOf(ruleset, firm({ 'q.1': 'yes', 'q.2': 'no', 'q.3': 'yes' })).points).toMatchObject({
      low: 1,
      high: 3,
    })
  })
})

describe('entries', () => {
  const each = (across: string, rest: object = {}) =>
    tiny({
      sections: [
        s('s', [q('i.q1', { weight: 0.7 }), q('i.q2', { weight: 0.3 })], { forEach: 'items', across, ...rest }),
      ],
    })
  const seventy: Answers = { 'i.a': 'x', 'i.q1': 'yes', 'i.q2': 'no' }
  const thirty: Answers = { 'i.a': 'x', 'i.q1': 'no', 'i.q2': 'yes' }

  test('worst with a perhaps-entry', async () => {
    const options = [1, 0.7, 0.2, 0].map((attains) => ({ id: `a${attains * 10}`, label: 'A', attains }))
    const section = s('s', [q('i.q1', { options })], {
      forEach: 'items',
      across: 'worst',
      when: { fact: 'i.a', is: 'x' },
    })
    const ruleset = await tiny({ sections: [section] })
    expect(ends(ruleset, firm({}, [{ 'i.a': 'x', 'i.q1': 'a7' }, { 'i.q1': 'a2' }]))).toEqual([20, 70])
  })

  test('the weakest entry carries the ledger; the others carry 0 and say what they lose by themselves', async () => {
    const report = reportOf(scored(await each('worst'), firm({}, [seventy, thirty])))
    expect(
      report.ledger.map((it) => [it.entry, it.question, it.contribution, it.loss, it.entryLoss, it.counts]),
    ).toEqual([
      ['e1', 'i.q1', 0, 0, 0, false],
      ['e1', 'i.q2', 0, 0, 30, false],
      ['e2', 'i.q1', 0, 70, 70, true],
      ['e2', 'i.q2', 30, 0, 0, true],
    ])
    expect(report.gaps.map((it) => [it.entry, it.question, it.lift])).toEqual([
      ['e2', 'i.q1', 40],
      ['e1', 'i.q2', 0],
    ])
  })

  test('a tie goes to the smallest id, and no gap alone lifts it', async () => {
    const ruleset = await tiny({ sections: [s('s', [q('i.q1'), q('i.q2')], { forEach: 'items', across: 'worst' })] })
    const half: Answers = { 'i.q1': 'yes', 'i.q2': 'no' }
    const { gaps, sections } = reportOf(scored(ruleset, firm({}, [half, half])))
    expect(sections[0]!.entries.map((it) => it.weakest)).toEqual([true, false])
    expect(gaps.map((it) => [it.entry, it.lift])).toEqual([
      ['e1', 0],
      ['e2', 0],
    ])
  })

  test.each<[string, string, Firm, (number | null)[]]>([
    ['worst, complete', 'worst', firm({}, [seventy, thirty]), [30, 30]],
    ['mean, complete', 'mean', firm({}, [seventy, thirty]), [50, 50]],
    ['worst, more to come', 'worst', firm({}, [seventy], 'more'), [0, 70]],
    ['mean, more to come', 'mean', firm({}, [seventy], 'more'), [0, 100]],
    ['worst, not mentioned', 'worst', firm({}, [], 'absent'), [0, 100]],
    ['none', 'worst', firm({}, []), [null, null]],
  ])('%s', async (_, across, it, range) => {
    expect(ends(await each(across), it)).toEqual(range)
  })

  test.each<[string, object, object]>([
    ['in force only later', {}, { from: '2027-01-01' }],
    ['ruled out by the firm', {}, { when: { fact: 'f.a', is: 'x' } }],
    ['a section ruled out by the firm', { when: { fact: 'f.a', is: 'x' } }, {}],
    ['never scored', {}, { weight: 0 }],
  ])('an open list matters only where a further entry could be scored: %s', async (_, section, question) => {
    const ruleset = await tiny({
      facts: [choice('f.a')],
      sections: [s('s', [q('i.q1', question)], { forEach: 'items', across: 'mean', ...section }), s('t', [q('q.t')])],
    })
    expect(ends(ruleset, firm({ 'f.a': 'y', 'q.t': 'yes' }, [], 'absent'))).toEqual([100, 100])
  })

  test('a quick check with an open list looks at its essential questions only', async () => {
    const sections = [
      s('s', [q('i.q1')], { forEach: 'items', across: 'mean' }),
      s('t', [q('q.t', { essential: true }), q('q.u')]),
    ]
    const ruleset = await tiny({ sections })
    const it = firm({ 'q.t': 'yes' }, [], 'absent')
    const report = reportOf(
      scoreAssessment(assess(ruleset, answersOf(ruleset, written(ruleset, it, { scope: 'quick' })))),
    )
    expect(report).toMatchObject({ scope: 'quick', score: { low: 100, high: 100, band: null } })
    expect(report.notices.map((notice) => notice.code)).toContain('quick-check')
  })
})

describe('bands', () => {
  const gates = [{ id: 'g', when: { fact: 'f.a', is: 'x' }, caps: 'not-ready', says: 'No.' }]
  test.each<[string, number, Answers, number, string, string]>([
    ['a gate that is not decided: a range, its lower end the headline', 820, {}, 82, 'not-ready', 'largely-ready'],
    ['a gate that holds', 820, { 'f.a': 'x' }, 82, 'not-ready', 'not-ready'],
    ['a gate that is clear', 820, { 'f.a': 'y' }, 82, 'largely-ready', 'largely-ready'],
    ['the printed number is compared: 69.96 is 70.0', 699.6, { 'f.a': 'y' }, 70, 'largely-ready', 'largely-ready'],
    ['below 100 never prints 100', 999.7, { 'f.a': 'y' }, 99.9, 'ready', 'ready'],
    ['above 0 never prints 0', 0.2, { 'f.a': 'y' }, 0.1, 'not-ready', 'not-ready'],
  ])('%s', async (_, weight, answers, printed, low, high) => {
    const questions = [q('q.1', { weight }), q('q.2', { weight: Math.round((1000 - weight) * 1000) / 1000 })]
    const ruleset = await tiny({
      facts: [choice('f.a')],
      scoring: { model: 'weighted', gates },
      sections: [s('s', questions)],
    })
    const result = scored(ruleset, firm({ ...answers, 'q.1': 'yes', 'q.2': 'no' }))
    expect(toPoints1(result.range!.low)).toBe(printed)
    expect(reportOf(result).score).toMatchObject({
      low: Math.round(weight * 100) / 1000,
      band: { low: { id: low }, high: { id: high } },
    })
    const [gate] = reportOf(result).gates
    expect(gate!.missing.map((it) => it.id)).toEqual(answers['f.a'] === undefined ? ['f.a'] : [])
  })

  test('a suite: nine sections at 100 and one at 0 are 50, and each part is as alone', async () => {
    const part = (id: string, count: number) => ({
      sections: Array.from({ length: count }, (_, i) => s(`${id}-${i}`, [q(`${id}.q${i}`)])),
    })
    const files = withSuite({ a: part('a', 9), b: part('b', 1) })
    const answers: Answers = { 'b.q0': 'no' }
    for (let i = 0; i < 9; i++) answers[`a.q${i}`] = 'yes'
    const report = reportOf(scored(await loadFrom(files, 'suite'), firm(answers)))
    expect([report.score.value, ...report.parts.map((it) => it.score.value)]).toEqual([50, 100, 0])
  })
})

describe('sums', () => {
  const derived = [{ id: 'f.sum', means: 'Sum', sum: 'i.n', over: 'items', where: { fact: 'i.a', is: 'x' } }]
  const distinct = [{ ...derived[0], distinct: 'f.d' }]
  const facts = [number('f.d')]
  const itemFacts = [choice('i.a'), number('i.n')]
  const counted = (n: WrittenAnswer): Answers => ({ 'i.a': 'x', 'i.n': n })
  const perhaps = (n: WrittenAnswer): Answers => ({ 'i.n': n })
  const not = (n: WrittenAnswer): Answers => ({ 'i.a': 'y', 'i.n': n })
  const sixty = counted(60_000)

  test.each<[string, object[], Firm, number, number, boolean]>([
    ['two counted', derived, firm({}, [sixty, sixty]), 120_000, 120_000, false],
    ['one perhaps counted', derived, firm({}, [sixty, perhaps(5)]), 60_000, 60_005, false],
    ['one not counted', derived, firm({}, [sixty, not(5)]), 60_000, 60_000, false],
    ['one open', derived, firm({}, [counted(150_000), counted('unsure')]), 150_000, Infinity, false],
    ['more to come', derived, firm({}, [sixty], 'more'), 60_000, Infinity, false],
    ['not mentioned', derived, firm({}, [], 'absent'), 0, Infinity, false],
    ['none', derived, firm({}, []), 0, 0, false],
    ['different people: two of 60,000', distinct, firm({}, [sixty, sixty]), 60_000, 120_000, false],
    ['different people: given', distinct, firm({ 'f.d': 60_000 }, [sixty, sixty]), 60_000, 60_000, false],
    [
      'different people: unsure is not given',
      distinct,
      firm({ 'f.d': 'unsure' }, [sixty, sixty]),
      60_000,
      120_000,
      false,
    ],
    ['different people: one entry needs no number', distinct, firm({}, [sixty]), 60_000, 60_000, false],
    [
      'different people: one entry and another that does not count',
      distinct,
      firm({}, [sixty, not(5)]),
      60_000,
      60_000,
      false,
    ],
    ['different people: one and a perhaps', distinct, firm({}, [counted(5), perhaps(9)]), 5, 14, false],
    ['different people: one and an open', distinct, firm({}, [sixty, counted('unsure')]), 60_000, Infinity, false],
    ['different people: more to come', distinct, firm({}, [sixty], 'more'), 60_000, Infinity, false],
    [
      'different people: given, more to come',
      distinct,
      firm({ 'f.d': 70_000 }, [sixty], 'more'),
      70_000,
      70_000,
      false,
    ],
    [
      'different people: more than all together',
      distinct,
      firm({ 'f.d': 120_001 }, [sixty, sixty]),
      120_001,
      120_001,
      true,
    ],
    [
      'different people: fewer than the greatest',
      distinct,
      firm({ 'f.d': 59_999 }, [sixty, sixty]),
      59_999,
      59_999,
      true,
    ],
    // Had the number counted only where several entries do, finding out that one does not count would undo what was decided.
    [
      'different people: given, and only one counts',
      distinct,
      firm({ 'f.d': 60_000 }, [sixty, not(60_000)]),
      60_000,
      60_000,
      false,
    ],
    [
      'different people: given, and the one entry says otherwise',
      distinct,
      firm({ 'f.d': 70_000 }, [sixty, not(60_000)]),
      70_000,
      70_000,
      true,
    ],
  ])('%s', async (_, rule, it, low, high, contradicts) => {
    const ruleset = await tiny({ facts, derived: rule }, itemFacts)
    const assessment = assessed(ruleset, it)
    expect(assessment.firm.get('f.sum')).toMatchObject({ low, high })
    expect((assessment.firm.get('f.sum') as DerivedValue).contradicts !== undefined).toBe(contradicts)
    const report = reportOf(scoreAssessment(assessment))
    expect(report.contradictions.map((one) => one.id)).toEqual(contradicts ? ['f.d'] : [])
    fitsSchema(report)
  })

  test('decimals add up as people add them, in any order', async () => {
    const ruleset = await tiny({ derived: [{ ...derived[0], where: undefined }] }, [number('i.n', { integer: false })])
    for (const list of [
      [0.1, 0.2, 0.3],
      [0.3, 0.2, 0.1],
    ]) {
      const { firm: values } = assessed(
        ruleset,
        firm(
          {},
          list.map((n) => ({ 'i.n': n })),
        ),
      )
      expect(values.get('f.sum')).toMatchObject({ low: 0.6, high: 0.6 })
    }
  })
})

describe('determinations', () => {
  const outcomes = ['o1', 'o2', 'o3', 'o4'].map((id) => ({ id, label: id.toUpperCase() }))
  const facts = [choice('f.a'), choice('f.b')]
  const route = {
    id: 'route',
    title: 'Route',
    decide: 'first',
    outcomes,
    groups: { good: ['o1', 'o2'] },
    rules: [
      { id: 'r1', when: { fact: 'f.a', is: 'x' }, outcome: 'o1' },
      { id: 'r2', when: { fact: 'f.a', is: 'y' }, outcome: 'o2' },
      { id: 'r3', when: { fact: 'f.b', is: 'z' }, outcome: 'undetermined', because: 'Ask.' },
      { id: 'r4', when: { fact: 'f.b', is: 'y' }, outcome: 'o3' },
      { id: 'r5', outcome: 'o2' },
    ],
    alternatives: [
      { id: 'a1', offers: 'x1', insteadOf: ['good'] },
      { id: 'a2', offers: 'x2', insteadOf: ['o1'] },
      { id: 'a3', offers: 'x3', insteadOf: ['o3'] },
    ],
  }
  const derived = [
    { id: 'd.good', means: 'd', holds: { determination: 'route', in: ['good'] } },
    { id: 'd.o1', means: 'd', holds: { determination: 'route', is: 'o1' } },
    { id: 'd.o4', means: 'd', holds: { determination: 'route', is: 'o4' } },
  ]

  test.each<[string, Answers, string[], string[], (boolean | null)[], string[]]>([
    ['decided', { 'f.a': 'x' }, ['o1'], ['x1', 'x2'], [true, true, false], []],
    ['several candidates, all of them good', { 'f.b': 'x' }, ['o1', 'o2'], ['x1', 'x2?'], [true, null, false], ['f.a']],
    [
      'several candidates, some of them good',
      { 'f.b': 'y' },
      ['o1', 'o2', 'o3'],
      ['x1?', 'x2?', 'x3?'],
      [null, null, false],
      ['f.a'],
    ],
    [
      'a candidate undetermined leaves all unknown',
      { 'f.b': 'z' },
      ['o1', 'o2', 'undetermined'],
      ['x1?', 'x2?', 'x3?'],
      [null, null, null],
      ['f.a'],
    ],
    [
      'decided that it cannot be decided',
      { 'f.a': 'z', 'f.b': 'z' },
      ['undetermined'],
      ['x1?', 'x2?', 'x3?'],
      [null, null, null],
      [],
    ],
    ['two rules, one outcome: decided', { 'f.a': 'y' }, ['o2'], ['x1'], [true, false, false], []],
    [
      'nothing known',
      {},
      ['o1', 'o2', 'undetermined', 'o3'],
      ['x1?', 'x2?', 'x3?'],
      [null, null, null],
      ['f.a', 'f.b'],
    ],
  ])('%s', async (_, answers, candidates, offers, holds, missing) => {
    const ruleset = await tiny({ facts, derived, determinations: [route] })
    const report = reportOf(scored(ruleset, firm(answers)))
    const decision = report.determinations[0]!
    expect(decision.candidates.map((it) => it.id)).toEqual(candidates)
    expect(decision.outcome).toBe(candidates.length === 1 ? candidates[0] : 'undetermined')
    expect(decision.alternatives.map((it) => it.offers + (it.state === 'perhaps' ? '?' : ''))).toEqual(offers)
    expect(report.derived.map((it) => it.holds)).toEqual(holds)
    expect(decision.missing.map((it) => it.id)).toEqual(missing)
  })

  test('decide all: what holds and, apart from it, what may, what is urgent first', async () => {
    const rule = (id: string, is: string, rest: object) => ({
      id,
      when: { fact: 'f.a', in: [is, 'x'] },
      outcome: 'o1',
      ...rest,
    })
    const duties = {
      id: 'duties',
      title: 'Duties',
      decide: 'all',
      outcomes,
      rules: [
        rule('r1', 'y', { by: { within: '3 days', after: 'f.t' } }),
        rule('r2', 'z', { by: { within: '12 hours', after: 'f.t' } }),
        rule('r3', 'y', { by: { at: 'once' } }),
      ],
    }
    const ruleset = await tiny({
      facts: [choice('f.a'), { id: 'f.t', type: 'datetime', ask: 't' }],
      determinations: [duties],
    })
    const of = (answers: Answers) =>
      reportOf(scored(ruleset, firm(answers))).determinations[0]!.outcomes.map((it) => [it.rule, it.state, it.by?.due])
    const t = { 'f.t': '2026-11-20 09:30' }
    expect(of({ ...t, 'f.a': 'x' })).toEqual([
      ['r3', 'holds', undefined],
      ['r2', 'holds', '2026-11-20T21:30'],
      ['r1', 'holds', '2026-11-23T09:30'],
    ])
    // Without a clock the length of the period decides.
    expect(of({ 'f.a': 'x' }).map(([id]) => id)).toEqual(['r3', 'r2', 'r1'])
    expect(of({ ...t, 'f.a': 'y' }).map(([id]) => id)).toEqual(['r3', 'r1'])
    expect(of(t).map(([id, state]) => [id, state])).toEqual([
      ['r3', 'perhaps'],
      ['r2', 'perhaps'],
      ['r1', 'perhaps'],
    ])
    const open = reportOf(scored(ruleset, firm(t))).determinations[0]!.outcomes
    expect(open.map((it) => it.missing.map(({ id }) => id))).toEqual([['f.a'], ['f.a'], ['f.a']])
  })
})

describe('dates', () => {
  const dated = { from: '2026-03-01', until: '2026-03-31' }
  test.each<[string, boolean]>([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('the first and the last day count: %s', async (day, inForce) => {
    const outcomes = [
      { id: 'o1', label: 'O1' },
      { id: 'o2', label: 'O2' },
    ]
    const good = await tiny({
      facts: [choice('f.a', dated), choice('f.b')],
      derived: [{ id: 'd.a', means: 'd', holds: { fact: 'f.a', is: 'x' } }],
      determinations: [
        {
          id: 'route',
          title: 'R',
          decide: 'first',
          outcomes,
          rules: [
            { id: 'r1', outcome: 'o1', ...dated },
            { id: 'r2', outcome: 'o2' },
          ],
          alternatives: [{ id: 'a', offers: 'a', insteadOf: ['o1', 'o2'], ...dated }],
          then: [{ id: 't', for: ['o1', 'o2'], do: 'Do.', obligation: 'practice', cites, ...dated }],
        },
      ],
      scoring: {
        model: 'weighted',
        gates: [{ id: 'g', when: { fact: 'f.b', is: 'x' }, caps: 'not-ready', says: 'No.', ...dated }],
      },
      sections: [s('s', [q('q.1', dated), q('q.2')]), s('t', [q('q.3')], dated)],
    })
    const report = reportOf(scored(good, firm({ 'f.a': 'x', 'f.b': 'x', 'q.1': 'no', 'q.2': 'yes', 'q.3': 'no' }), day))
    const [decision] = report.determinations
    expect({
      fact: report.derived[0]!.holds,
      rule: decision!.rule === 'r1',
      alternative: decision!.alternatives.length === 1,
      then: decision!.then.length === 1,
      gate: report.gates.length === 1,
      question: !report.hidden.some((it) => it.id === 'q.1'),
      section: report.sections[1]!.state === 'applicable',
      score: report.score.value === 25,
      upcoming: report.upcoming.map((it) => it.date),
    }).toEqual({
      ...Object.fromEntries(
        ['fact', 'rule', 'alternative', 'then', 'gate', 'question', 'section', 'score'].map((key) => [key, inForce]),
      ),
      upcoming: ['2026-03-01', '2026-04-01'].filter((it) => it > day),
    })
  })

  test.each<[number, 'minute' | 'hour' | 'day' | 'month' | 'working-day', string, string | undefined]>([
    [30, 'minute', '2026-11-20T23:45', '2026-11-21T00:15'],
    [12, 'hour', '2026-11-20T09:30', '2026-11-20T21:30'],
    [48, 'hour', '2026-12-31T09:30', '2027-01-02T09:30'],
    [12, 'hour', '2026-11-20', undefined],
    [14, 'day', '2026-11-20', '2026-12-04'],
    [30, 'day', '2028-02-01T08:00', '2028-03-02T08:00'],
    [1, 'month', '2026-01-31', '2026-02-28'],
    [1, 'month', '2028-01-31', '2028-02-29'],
    [3, 'month', '2026-11-30', '2027-02-28'],
    [12, 'month', '2028-02-29', '2029-02-28'],
    [1, 'month', '2026-12-15T10:00', '2027-01-15T10:00'],
    // 20 November 2026 is a Friday.
    [1, 'working-day', '2026-11-20', '2026-11-23'],
    [1, 'working-day', '2026-11-21', '2026-11-23'],
    [1, 'working-day', '2026-11-22', '2026-11-23'],
    [5, 'working-day', '2026-11-20', '2026-11-27'],
    [10, 'working-day', '2026-11-20', '2026-12-04'],
    [10, 'working-day', '2026-11-18T17:00', '2026-12-02T17:00'],
  ])('%i %s after %s', (count, unit, after, due) => {
    expect(dueAt({ count, unit, after: 'f' }, after)).toBe(due)
  })

  test.each<[string, string, number]>([
    ['2026-11-22T03:10', '2026-11-22T15:10', 720],
    ['2026-11-22T15:10', '2026-11-22T15:10', 0],
    ['2026-11-22T15:11', '2026-11-22T15:10', -1],
    ['2026-12-31T23:59', '2027-01-01T00:01', 2],
    // A day ends at midnight.
    ['2026-11-22T23:59', '2026-11-22', 1],
    ['2026-11-23T00:01', '2026-11-22', -1],
  ])('at %s, until %s', (now, due, minutes) => {
    expect(minutesUntil(now, due)).toBe(minutes)
  })

  test('a day and a moment compare as days', async () => {
    const holds = (test: string, value: string) => [{ id: 'd', means: 'd', holds: { fact: 'f.t', [test]: value } }]
    const facts = [{ id: 'f.t', type: 'datetime', ask: 't' }]
    const of = async (test: string, value: string, given: string) =>
      reportOf(scored(await tiny({ facts, derived: holds(test, value) }), firm({ 'f.t': given }))).derived[0]!.holds
    expect(await of('atLeast', '2026-11-20', '2026-11-20 00:00')).toBe(true)
    expect(await of('moreThan', '2026-11-20', '2026-11-20 23:59')).toBe(false)
    expect(await of('atMost', '2026-11-20', '2026-11-20 23:59')).toBe(true)
    expect(await of('atLeast', '2026-11-20T09:30', '2026-11-20 09:29')).toBe(false)
    expect(await of('atLeast', '2026-11-20T09:30', '2026-11-20 09:30')).toBe(true)
  })
})

describe('the shipped examples', async () => {
  const root = new URL('../../', import.meta.url).pathname
  const rulesets = openLibrary([`${root}rulesets`], root)
  const ruleset = await loadFrom(rulesets, 'cross-boundary-data-flow')

  test.each(rulesets.list('cross-boundary-data-flow/examples'))(
    '%s: fits the schema, adds up, and is the same twice',
    (name) => {
      const source = rulesets.file(`cross-boundary-data-flow/examples/${name}`)!
      const answers = answersOf(ruleset, readAnswers(source).written!)
      const [report, again] = [0, 1].map(() => reportOf(scoreAssessment(assess(ruleset, answers))))
      fitsSchema(report!)
      expect(JSON.stringify(again)).toBe(JSON.stringify(report))
      const sum = (of: 'contribution' | 'loss') =>
        report!.ledger.reduce((total, line) => total + Math.round(line[of] * 1000), 0)
      expect(sum('contribution')).toBe(Math.round(report!.score.value! * 1000))
      expect(sum('contribution') + sum('loss')).toBe(100_000)
    },
  )
})
