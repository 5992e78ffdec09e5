/** Rules at their edges: what offers an alternative, follow-ups that hide, days and moments, evidence, different people. */
import { describe, expect, test } from 'vitest'
import { distinctMatters } from '../../src/assessment/derived.js'
import { dueIn, urgency } from '../../src/assessment/deadline.js'
import type { Decision } from '../../src/assessment/values.js'
import type { Derived, Ruleset } from '../../src/ruleset/ruleset.js'
import { assessed, firm, scored } from '../meaning/firms.js'
import { reportOf } from '../meaning/reports.js'
import { type Answers, choice, decides, is, q, tiny } from '../meaning/tiny.js'

const ends = (ruleset: Ruleset, answers: Answers) => {
  const { low, high, evidenced } = reportOf(scored(ruleset, firm(answers))).score
  return [low, high, evidenced]
}
const holds = (ruleset: Ruleset, id: string, answers: Answers) =>
  reportOf(scored(ruleset, firm(answers))).derived.find((it) => it.id === id)!.holds

describe('a condition on what is offered', () => {
  const ruleset = tiny({
    facts: [choice('f.a'), choice('f.b')],
    determinations: [
      {
        id: 'way',
        title: 'Way',
        decide: 'first',
        outcomes: [
          { id: 'road', label: 'Road' },
          { id: 'none', label: 'None' },
        ],
        rules: [
          { id: 'r1', when: { fact: 'f.a', is: 'x' }, outcome: 'road' },
          { id: 'r2', outcome: 'none' },
        ],
        alternatives: [
          { id: 'ferry', insteadOf: ['road'], offers: 'by-ferry', label: 'Ferry', when: { fact: 'f.b', is: 'x' } },
          {
            id: 'other-ferry',
            insteadOf: ['road'],
            offers: 'by-ferry',
            label: 'Ferry too',
            when: { fact: 'f.b', is: 'y' },
          },
          { id: 'barge', insteadOf: ['road', 'none'], offers: 'by-barge', label: 'Barge' },
        ],
      },
    ],
    derived: [
      { id: 'f.ferry', means: 'By ferry', holds: { determination: 'way', offers: 'by-ferry' } },
      { id: 'f.barge', means: 'By barge', holds: { determination: 'way', offers: 'by-barge' } },
    ],
  })
  test.each<[string, Answers, (boolean | null)[]]>([
    ['by one alternative', { 'f.a': 'x', 'f.b': 'x' }, [true, true]],
    ['by the other', { 'f.a': 'x', 'f.b': 'y' }, [true, true]],
    ['by none', { 'f.a': 'x', 'f.b': 'z' }, [false, true]],
    ['nobody knows yet', { 'f.a': 'x' }, [null, true]],
    ['another outcome offers nothing of the kind', { 'f.a': 'y', 'f.b': 'x' }, [false, true]],
    ['not while the outcome is open', { 'f.b': 'x' }, [null, true]],
  ])('%s', async (_, answers, expected) => {
    const it = await ruleset
    expect([holds(it, 'f.ferry', answers), holds(it, 'f.barge', answers)]).toEqual(expected)
  })
})

describe('follow-ups', () => {
  const questions = (rest: object) => [
    q('q.0'),
    q('q.1', { evidence: [{ id: 'e', show: 'Show it.' }] }),
    q('q.2', { after: { question: 'q.1', attains: 0.5, ...rest } }),
  ]
  const shown = { answer: 'partly', evidence: [{ ref: 'r' }] }
  test.each<[string, Answers, (number | null)[]]>([
    ['exactly met: what was answered below counts', { 'q.0': 'no', 'q.1': shown, 'q.2': 'yes' }, [50, 50, 50]],
    ['met by what is said, not by what is shown', { 'q.0': 'no', 'q.1': 'partly', 'q.2': 'yes' }, [50, 50, 0]],
  ])('%s', async (_, answers, expected) => {
    const ruleset = await tiny({ sections: [{ id: 's', title: 's', questions: questions({}) }] })
    expect(ends(ruleset, answers)).toEqual(expected)
  })

  test.each<[string, Answers, number, number, string]>([
    ['met', { 'q.0': 'yes', 'q.1': 'partly', 'q.2': 'no' }, 50, 50, 'answered'],
    ['not met: it is not there', { 'q.0': 'yes', 'q.1': 'no', 'q.2': 'no' }, 50, 50, 'hidden'],
    ['open: it may be there', { 'q.0': 'yes', 'q.2': 'no' }, 33.333, 100, 'answered'],
  ])('that hide: %s', async (_, answers, low, high, state) => {
    const ruleset = await tiny({ sections: [{ id: 's', title: 's', questions: questions({ otherwise: 'hidden' }) }] })
    expect(ends(ruleset, answers).slice(0, 2)).toEqual([low, high])
    const last = assessed(ruleset, firm(answers)).sections[0]!.entries[0]!.questions[2]!
    expect(last.state).toBe(state)
  })
})

test('a follow-up looks at the question that it names, not at the one before it', async () => {
  const below = { after: { question: 'q.1', attains: 0.5 } }
  const ruleset = await tiny({
    sections: [{ id: 's', title: 's', questions: [q('q.1'), q('q.2', below), q('q.3', below)] }],
  })
  expect(ends(ruleset, { 'q.1': 'yes', 'q.2': 'no', 'q.3': 'yes' }).slice(0, 2)).toEqual([66.667, 66.667])
})

test('a moment that a rule names is a day where only the day was given', async () => {
  const ruleset = await tiny({
    facts: [{ id: 'f.day', type: 'date', ask: 'Day?' }],
    derived: [{ id: 'f.noon', means: 'Noon', holds: { fact: 'f.day', atLeast: '2026-03-01T12:00' } }],
  })
  const at = (day: string) => holds(ruleset, 'f.noon', { 'f.day': day })
  expect(['2026-02-28', '2026-03-01', '2026-03-02'].map(at)).toEqual([false, true, true])
})

describe('days and moments', () => {
  const ruleset = tiny({
    facts: [
      { id: 'f.day', type: 'date', ask: 'Day?' },
      { id: 'f.moment', type: 'datetime', ask: 'Moment?', when: { not: { fact: 'f.a', is: 'x' } } },
      choice('f.a'),
    ],
    derived: [
      { id: 'f.from', means: 'From', holds: { fact: 'f.day', atLeast: '2026-03-01' } },
      { id: 'f.after', means: 'After', holds: { fact: 'f.day', moreThan: '2026-03-01' } },
      { id: 'f.until', means: 'Until', holds: { fact: 'f.moment', atMost: '2026-03-01' } },
      { id: 'f.before', means: 'Before', holds: { fact: 'f.moment', lessThan: '2026-03-01T12:00' } },
    ],
  })
  test.each<[Answers, (boolean | null)[]]>([
    [{}, [null, null, null, null]],
    [{ 'f.day': '2026-02-28', 'f.moment': '2026-02-28T23:59', 'f.a': 'y' }, [false, false, true, true]],
    [{ 'f.day': '2026-03-01', 'f.moment': '2026-03-01T11:59', 'f.a': 'y' }, [true, false, true, true]],
    [{ 'f.day': '2026-03-02', 'f.moment': '2026-03-01T12:00', 'f.a': 'y' }, [true, true, true, false]],
    [{ 'f.day': '2026-03-02', 'f.moment': '2026-03-02T00:00', 'f.a': 'y' }, [true, true, false, false]],
    // Hidden: whatever was answered.
    [{ 'f.day': 'unsure', 'f.moment': '2026-02-01T00:00', 'f.a': 'x' }, [null, null, false, false]],
  ])('%j', async (answers, expected) => {
    const it = await ruleset
    expect(['f.from', 'f.after', 'f.until', 'f.before'].map((id) => holds(it, id, answers))).toEqual(expected)
  })

  test('a time limit after a moment that does not apply has no end', async () => {
    const it = await ruleset
    const after = (answers: Answers) =>
      dueIn({ unit: 'hour', count: 12, after: 'f.moment' } as never, assessed(it, firm(answers)).firm)
    expect(after({ 'f.moment': '2026-03-01T11:59', 'f.a': 'y' })).toBe('2026-03-01T23:59')
    expect(after({ 'f.moment': '2026-03-01T11:59', 'f.a': 'x' })).toBeUndefined()
    expect(after({ 'f.a': 'y' })).toBeUndefined()
    expect(dueIn({ at: 'once' } as never, assessed(it, firm({})).firm)).toBeUndefined()
  })

  test('at once comes before every day, what has no limit after all', () => {
    const limit = { unit: 'hour', count: 1, after: 'f.moment' } as never
    const keys = [
      urgency({ at: 'once' } as never, undefined),
      urgency(limit, '2026-03-01T10:00'),
      urgency(limit, '2026-03-01T11:00'),
      urgency(undefined, undefined),
    ]
    expect([...keys].sort()).toEqual(keys)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('different people', () => {
  const ruleset = tiny(
    {
      facts: [{ id: 'f.d', type: 'number', ask: 'How many different?', integer: true, min: 0 }],
      derived: [
        { id: 'f.sum', means: 'Sum', sum: 'i.n', over: 'items', where: { fact: 'i.a', is: 'x' }, distinct: 'f.d' },
      ],
    },
    [
      choice('i.a'),
      { id: 'i.n', type: 'number', ask: 'n', integer: true, min: 0, when: { not: { fact: 'i.a', is: 'z' } } },
    ],
  )
  const sumOf = async (items: Answers[], more?: 'more') => {
    const it = await ruleset
    const assessment = assessed(it, firm({}, items, more))
    const derived = it.values.get('f.sum') as Derived
    const entries = assessment.inventories.get('items')!
    return [
      reportOf(scored(it, firm({}, items, more as never))).derived.find((one) => one.id === 'f.sum'),
      distinctMatters(derived.rule as never, entries),
    ] as const
  }
  test.each<[string, Answers[], 'more' | undefined, object, boolean]>([
    [
      'one that counts: there is nothing to tell apart',
      [
        { 'i.a': 'x', 'i.n': 5 },
        { 'i.a': 'y', 'i.n': 7 },
      ],
      undefined,
      { value: 5 },
      false,
    ],
    [
      'two that count',
      [
        { 'i.a': 'x', 'i.n': 5 },
        { 'i.a': 'x', 'i.n': 7 },
      ],
      undefined,
      { low: 7, high: 12 },
      true,
    ],
    ['one that counts, one that may', [{ 'i.a': 'x', 'i.n': 5 }, { 'i.n': 7 }], undefined, { low: 5, high: 12 }, true],
    ['one, and more to come', [{ 'i.a': 'x', 'i.n': 5 }], 'more', { low: 5, high: null }, true],
    ['none', [], undefined, { value: 0 }, false],
  ])('%s', async (_, items, more, expected, matters) => {
    const [sum, asked] = await sumOf(items, more)
    expect(sum).toMatchObject(expected)
    expect(asked).toBe(matters)
  })
})

test('what a place does not know is a fault that names it', async () => {
  const it = await tiny({ facts: [choice('f.a')] })
  expect(() => assessed(it, firm({})).firm.get('f.nobody')).toThrow('no value for f.nobody')
})

test('a decision that is open offers nothing surely and asks for nothing yet', async () => {
  const it = await tiny({
    facts: [choice('f.a')],
    determinations: [
      decides('d', [
        { id: 'r1', when: is('f.a'), outcome: 'a' },
        { id: 'r2', outcome: 'b' },
      ]),
    ],
  })
  const decision = assessed(it, firm({})).firm.get('d') as Decision
  expect([decision.candidates, decision.alternatives, decision.then]).toEqual([['a', 'b'], [], []])
})
