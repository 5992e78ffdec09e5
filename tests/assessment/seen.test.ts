/** What gates and contradictions see of questions: of the firm, of one entry, of any entry, of entries still to come. */
import { describe, expect, test } from 'vitest'
import { assessed, firm, type Firm } from '../meaning/firms.js'
import { type Answers, choice, is, q, s, tiny } from '../meaning/tiny.js'

const each = (id: string, questions: object[], rest: object = {}) =>
  s(id, questions, { forEach: 'items', across: 'mean', ...rest })
const scoring = (when: object) => ({
  model: 'weighted',
  gates: [{ id: 'g', when, caps: 'not-ready', says: 'No.' }],
})
const below = { question: 'q.1', attainsLessThan: 0.5 }

describe('a gate on a question', () => {
  const ofFirm = tiny({
    facts: [choice('f.a')],
    scoring: scoring(below),
    sections: [s('s', [q('q.1', { when: is('f.a') })])],
  })
  test.each<[string, Answers, boolean | null]>([
    ['attains less', { 'f.a': 'x', 'q.1': 'no' }, true],
    ['attains as much', { 'f.a': 'x', 'q.1': 'partly' }, false],
    ['not answered', { 'f.a': 'x' }, null],
    ['perhaps not asked, and would attain less', { 'q.1': 'no' }, null],
    ['perhaps not asked, and attains enough where it is', { 'q.1': 'yes' }, false],
    ['not asked', { 'f.a': 'y', 'q.1': 'no' }, false],
    ['said not to apply', { 'f.a': 'x', 'q.1': { notApplicable: 'Because.' } }, false],
  ])('of the firm: %s', async (_, answers, holds) => {
    expect(assessed(await ofFirm, firm(answers)).gates[0]!.state ?? null).toBe(holds)
  })

  const others = { id: 'others', title: 'Others', facts: [choice('o.a')] }
  const ofItems = tiny(
    {
      uses: ['things'],
      scoring: scoring(below),
      sections: [
        s('s', [q('q.0')]),
        each('t', [q('q.2'), q('q.1', { when: { not: is('i.a') } })]),
        s('u', [q('q.3')], { forEach: 'others', across: 'mean' }),
      ],
    },
    [choice('i.a')],
    [],
    [others],
  )
  const [bad, good, gone] = [
    { 'i.a': 'y', 'q.1': 'no' },
    { 'i.a': 'y', 'q.1': 'yes' },
    { 'i.a': 'x', 'q.1': 'no' },
  ]
  test.each<[string, Firm, boolean | null]>([
    ['one attains less', firm({}, [good, bad]), true],
    ['none does', firm({}, [good, gone]), false],
    ['one is open', firm({}, [good, { 'i.a': 'y' }]), null],
    ['none yet, and more may come', firm({}, [], 'more'), null],
    ['none does, and more may come', firm({}, [good], 'more'), null],
    ['one does, and more may come', firm({}, [bad], 'more'), true],
    // The other list is not finished, and asks something else.
    ['there are none', firm({}, []), false],
  ])('of any entry: %s', async (_, it, holds) => {
    expect(assessed(await ofItems, it).gates[0]!.state ?? null).toBe(holds)
  })

  test('more that may come is of no account where they could not be asked', async () => {
    const ruleset = await tiny({
      facts: [choice('f.a')],
      scoring: scoring(below),
      sections: [s('s', [q('q.0')]), each('t', [q('q.2'), q('q.1', { when: is('f.a') })])],
    })
    const state = (answers: Answers) => assessed(ruleset, firm(answers, [{}], 'more')).gates[0]!.state
    expect([state({ 'f.a': 'x' }), state({ 'f.a': 'y' })]).toEqual([undefined, false])
  })
})

describe('a section of entries still to come', () => {
  test('asks nothing where it cannot apply to any', async () => {
    const ruleset = await tiny({
      facts: [choice('f.a')],
      sections: [s('s', [q('q.0')]), each('t', [q('q.1')], { when: is('f.a') })],
    })
    const further = (answers: Answers) =>
      assessed(ruleset, firm(answers, [], 'more')).sections[1]!.further.map(({ id }) => id)
    expect([further({}), further({ 'f.a': 'x' }), further({ 'f.a': 'y' })]).toEqual([['q.1'], ['q.1'], []])
  })
})

describe('a contradiction', () => {
  const found = async (it: Firm) =>
    assessed(
      await tiny({
        sections: [s('s', [q('q.0'), q('q.many', { type: 'multi', options: many })]), each('t', [q('q.1')])],
        contradictions: [
          {
            id: 'firm',
            when: {
              all: [
                { question: 'q.0', is: 'no' },
                { question: 'q.many', is: 'one' },
              ],
            },
            says: 'F',
          },
          {
            id: 'entry',
            forEach: 'items',
            when: { all: [is('i.a'), { question: 'q.1', in: ['no', 'partly'] }] },
            says: 'E',
          },
          {
            id: 'both',
            forEach: 'items',
            when: { all: [is('i.a', 'z'), { question: 'q.0', is: 'no' }, { not: { question: 'q.1', is: 'no' } }] },
            says: 'B',
          },
        ],
      }),
      it,
    ).contradictions.map(({ contradiction, entry }) => [contradiction.id, entry].filter(Boolean).join(' '))
  const many = [
    { id: 'one', label: 'One', adds: 0.5 },
    { id: 'two', label: 'Two', adds: 0.5 },
    { id: 'none', label: 'None', exclusive: true },
  ]

  test('of what was chosen, one of several too', async () => {
    expect(await found(firm({ 'q.0': 'no', 'q.many': ['one', 'two'] }))).toEqual(['firm'])
    expect(await found(firm({ 'q.0': 'no', 'q.many': ['two'] }))).toEqual([])
    expect(await found(firm({ 'q.0': 'yes', 'q.many': ['one'] }))).toEqual([])
  })

  test('what is open, or does not apply, contradicts nothing', async () => {
    expect(await found(firm({ 'q.0': 'unsure', 'q.many': ['one'] }))).toEqual([])
    expect(await found(firm({ 'q.0': { notApplicable: 'Because.' }, 'q.many': ['one'] }))).toEqual([])
  })

  test('of an entry sees that entry only', async () => {
    const it = firm({}, [
      { 'i.a': 'x', 'q.1': 'yes' },
      { 'i.a': 'y', 'q.1': 'no' },
      { 'i.a': 'x', 'q.1': 'partly' },
    ])
    expect(await found(it)).toEqual(['entry e3'])
    expect(await found(firm({}, [{ 'i.a': 'x' }, { 'q.1': 'no' }]))).toEqual([])
  })

  test('of an entry sees the firm too, and no entry that is still to come', async () => {
    expect(await found(firm({ 'q.0': 'no' }, [{ 'i.a': 'z', 'q.1': 'yes' }], 'more'))).toEqual(['both e1'])
    expect(await found(firm({ 'q.0': 'no' }, [{ 'i.a': 'z', 'q.1': 'no' }], 'more'))).toEqual([])
    expect(await found(firm({ 'q.0': 'yes' }, [{ 'i.a': 'z', 'q.1': 'yes' }], 'more'))).toEqual([])
  })
})
