/** What a decision says: which rule was it, values of every kind in its reason, flows as they are drawn, shares. */
import { describe, expect, test } from 'vitest'
import { firm, type Firm, scored } from '../meaning/firms.js'
import { reportOf } from '../meaning/reports.js'
import { library, load, loadFrom, type Written } from '../meaning/rulesets.js'
import { type Answers, choice, is, number, q, questionnaire, s, tiny } from '../meaning/tiny.js'

const outcomes = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const decided = async (rest: object, answers: Answers, facts: object[] = [choice('f.a'), choice('f.b')]) => {
  const determinations = [{ id: 'd', title: 'D', decide: 'first', outcomes, ...rest }]
  return reportOf(scored(await tiny({ facts, determinations }), firm(answers))).determinations[0]!
}

describe('the rule that decided', () => {
  const rules = [
    { id: 'r1', when: is('f.a'), outcome: 'a' },
    { id: 'r2', when: is('f.b'), outcome: 'a' },
  ]
  test.each<[string, object, Answers, string | null]>([
    ['one that holds', { rules }, { 'f.a': 'x' }, 'r1'],
    ['none, while one may hold and may not', { rules }, { 'f.a': 'y' }, null],
    ['none, while two say the same', { rules: [...rules, { id: 'r3', outcome: 'a' }] }, { 'f.a': 'y' }, null],
    ['none where nothing is decided', { rules }, { 'f.a': 'y', 'f.b': 'y' }, null],
    ['none of several duties', { rules, decide: 'all' }, { 'f.a': 'x', 'f.b': 'y' }, null],
  ])('%s', async (_, rest, answers, rule) => {
    expect((await decided(rest, answers)).rule).toBe(rule)
  })

  test('nothing decided is said in words', async () => {
    const { outcome, label, tone } = await decided({ rules }, { 'f.a': 'y', 'f.b': 'y' })
    expect([outcome, label, tone]).toEqual(['undetermined', 'Not decided', 'open'])
  })
})

test('a reason says a choice, a number, a text, a day, a moment, and what is not asked', async () => {
  const facts = [
    choice('f.a'),
    { id: 'f.multi', type: 'multi', scale: 'xyz', ask: 'Several?' },
    number('f.n'),
    { id: 'f.text', type: 'text', ask: 'Text?' },
    { id: 'f.day', type: 'date', ask: 'Day?' },
    { id: 'f.moment', type: 'datetime', ask: 'Moment?' },
    choice('f.hidden', { when: { not: is('f.a') } }),
    choice('f.open'),
  ]
  const because = facts.map(({ id }) => `{${id}}`).join('; ')
  const rules = [{ id: 'r1', when: is('f.a'), outcome: 'a', because }]
  const answers = {
    'f.a': 'x',
    'f.multi': ['x', 'z'],
    'f.n': 12,
    'f.text': 'Some text',
    'f.day': '2026-06-01',
    'f.moment': '2026-06-01T10:30',
    'f.hidden': 'y',
  }
  expect((await decided({ rules }, answers, facts)).because).toEqual([
    'X; X, Z; 12; Some text; 2026-06-01; 2026-06-01 10:30; (not asked); (not known yet)',
  ])
})

describe('the weight of a flow', () => {
  const flows = async (weight: string[] | undefined, it: Firm) => {
    const drawn = { from: 'i.from', to: 'i.to', ...(weight && { weight }), regions: { mainland: ['x'], macao: ['y'] } }
    const facts = [choice('i.from'), choice('i.to'), number('i.n', { when: is('i.from') }), number('i.m', { max: 50 })]
    const ruleset = await load({
      common: { things: { inventories: [{ id: 'items', title: 'Items', drawn, facts }] } },
      questionnaire: questionnaire('tiny', { uses: ['things'], sections: [s('s', [q('q.1')])] }),
    } as unknown as Written)
    return reportOf(scored(ruleset, it)).flows.map(({ weight }) => weight)
  }
  const known = { 'i.from': 'x', 'i.n': 3, 'i.m': 4 }
  test.each<[string, string[] | undefined, Answers, object | null]>([
    ['the sum', ['i.n', 'i.m'], known, { low: 7, high: 7 }],
    ['what perhaps does not apply adds nothing at least', ['i.n', 'i.m'], { 'i.n': 3, 'i.m': 4 }, { low: 4, high: 7 }],
    ['what does not apply adds nothing', ['i.n', 'i.m'], { ...known, 'i.from': 'y' }, { low: 4, high: 4 }],
    ['open, up to what it may be', ['i.m'], {}, { low: 0, high: 50 }],
    ['open, without an end', ['i.n'], { 'i.from': 'x' }, { low: 0, high: null }],
    ['none where nothing of it applies', ['i.n'], { 'i.from': 'y' }, null],
    ['none where nothing is weighed', undefined, known, null],
  ])('%s', async (_, weight, answers, expected) => {
    const [found] = await flows(weight, firm({}, [answers]))
    if (expected === null) expect(found).toBeNull()
    else expect(found).toMatchObject(expected)
  })
})

test('the share of answers: none of none, half of one and one', async () => {
  const share = async (questions: object[], answers: Answers) =>
    reportOf(scored(await tiny({ sections: [s('s', questions)] }), firm(answers))).score.answered
  expect(await share([q('q.1'), q('q.2')], { 'q.1': 'no' })).toEqual({ answered: 1, open: 1, share: 0.5 })
  expect(await share([q('q.1'), q('q.2'), q('q.3')], { 'q.1': 'no' })).toEqual({ answered: 1, open: 2, share: 0.333 })
  const said = { notApplicable: 'Because.' }
  expect(await share([q('q.1')], { 'q.1': said })).toEqual({ answered: 0, open: 0, share: null })
})

test('where there are no bands, a score is in none', async () => {
  const one = questionnaire('one', { sections: [s('s', [q('q.1')])] })
  const without = library(
    { one },
    {
      bands: { facts: [choice('p.here')] } as never,
    },
  )
  const { score } = reportOf(scored(await loadFrom(without, 'one'), { ...firm({ 'q.1': 'yes' }), list: 'absent' }))
  expect([score.value, score.band]).toEqual([100, null])
})
