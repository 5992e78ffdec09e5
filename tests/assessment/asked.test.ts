/** What is missing, and what an interview therefore asks: no more than what something undecided depends on, in order. */
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/assessment/assess.js'
import { type Ask, askKey, extent, isUnanswered, neededFacts, walkOf } from '../../src/assessment/walk.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import type { WrittenCommon } from '../../src/ruleset/schema.js'
import { answersOf, assessed, firm, type Firm, written } from '../meaning/firms.js'
import { loadFrom } from '../meaning/rulesets.js'
import { type Answers, choice, cites, is, number, q, s, tiny, withSuite } from '../meaning/tiny.js'

const facts = (...ids: string[]) => ids.map((id) => choice(id))
const missing = (ruleset: Ruleset, it: Firm) =>
  neededFacts(assessed(ruleset, it)).map(({ id, entry }) => (entry === undefined ? id : `${id} ${entry}`))
const gate = (when: object) => ({
  scoring: { model: 'weighted', gates: [{ id: 'g', when, caps: 'not-ready', says: 'No.' }] },
})
const outcomes = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const determination = (rest: object) => ({ id: 'd', title: 'D', decide: 'first', outcomes, ...rest })

describe('what is missing for a condition', () => {
  const all = facts('f.a', 'f.b', 'f.c', 'f.alt')
  const offered = determination({
    rules: [
      { id: 'r1', when: is('f.a'), outcome: 'a' },
      { id: 'r2', outcome: 'b' },
    ],
    alternatives: [{ id: 'ferry', insteadOf: ['a'], offers: 'by-ferry', label: 'Ferry', when: is('f.alt') }],
  })
  const only = { all: [is('f.a'), is('f.b')] }
  test.each<[string, object, Answers, string[]]>([
    ['nothing of a part that is decided', { any: [only, is('f.c')] }, { 'f.a': 'y' }, ['f.c']],
    ['all of a part that is not', { any: [only, is('f.c')] }, { 'f.a': 'x' }, ['f.b', 'f.c']],
    ['nothing where it is decided as a whole', { any: [only, is('f.c')] }, { 'f.c': 'x' }, []],
    ['what stands under a not', { not: only }, {}, ['f.a', 'f.b']],
    [
      'what a question attains is no fact',
      { any: [{ question: 'q.any', attainsLessThan: 1 }, is('f.c')] },
      {},
      ['f.c'],
    ],
    ['of an outcome', { determination: 'd', is: 'a' }, {}, ['f.a', 'f.alt']],
    [
      'of an outcome that is decided',
      { any: [{ determination: 'd', is: 'b' }, is('f.c')] },
      { 'f.a': 'x' },
      ['f.c', 'f.alt'],
    ],
    ['of what is offered instead', { determination: 'd', offers: 'by-ferry' }, { 'f.a': 'x' }, ['f.alt']],
  ])('%s', async (_, when, answers, expected) => {
    const ruleset = await tiny({ facts: all, determinations: [offered], ...gate(when) })
    // The determination asks for its own, too; so only the order and what the gate adds are looked at.
    const own = missing(await tiny({ facts: all, determinations: [offered] }), firm(answers))
    const found = missing(ruleset, firm(answers))
    expect([...found].sort()).toEqual([...new Set([...own, ...expected])].sort())
    expect(new Set(found).size).toBe(found.length)
  })

  test('a part that rests on a decided determination does not ask for its alternatives', async () => {
    const ruleset = await tiny({
      facts: all,
      determinations: [offered],
      derived: [{ id: 'f.way', means: 'Way', holds: { any: [{ determination: 'd', is: 'b' }, is('f.c')] } }],
      sections: [s('s', [q('q.any', { weight: 0 })], { when: { fact: 'f.way' } })],
    })
    const assessment = assessed(ruleset, firm({ 'f.a': 'x' }))
    expect(neededFacts({ ...assessment, ruleset: { ...ruleset, values: only_(ruleset, 'determination') } })).toEqual([
      { id: 'f.c' },
    ])
  })

  test('a sum that is decided already asks for nothing of its entries', async () => {
    const ruleset = await tiny(
      {
        facts: all,
        derived: [{ id: 'f.sum', means: 'Sum', sum: 'i.n', over: 'items' }],
        ...gate({ any: [{ fact: 'f.sum', lessThan: 10 }, is('f.c')] }),
      },
      [number('i.n')],
    )
    expect(missing(ruleset, firm({}, [{ 'i.n': 12 }, {}]))).toEqual(['f.c'])
    expect(missing(ruleset, firm({}, [{ 'i.n': 8 }, {}, {}]))).toEqual(['i.n e2', 'i.n e3', 'f.c'])
    expect(missing(ruleset, firm({}, [{ 'i.n': 8 }], 'more'))).toEqual(['items', 'f.c'])
  })
})

/** The values of a ruleset without those of one kind: what asks is then something else. */
const only_ = (ruleset: Ruleset, kind: string) =>
  new Map(
    [...ruleset.values].map(([id, value]) => [id, value.kind === kind ? ({ ...value, kind: 'none' } as never) : value]),
  )

describe('what is missing for a fact', () => {
  const ruleset = tiny({
    facts: [choice('f.a'), choice('f.b', { when: is('f.a') })],
    ...gate(is('f.b')),
  })
  test.each<[string, Answers, string[]]>([
    ['whether it applies, and itself', {}, ['f.a', 'f.b']],
    ['whether it applies, where it is answered already', { 'f.b': 'x' }, ['f.a']],
    ['itself', { 'f.a': 'x' }, ['f.b']],
    ['unsure is no answer', { 'f.a': 'x', 'f.b': 'unsure' }, ['f.b']],
    ['nothing where it does not apply', { 'f.a': 'y' }, []],
    ['nothing where it is known', { 'f.a': 'x', 'f.b': 'y' }, []],
  ])('%s', async (_, answers, expected) => {
    expect(missing(await ruleset, firm(answers))).toEqual(expected)
  })
})

describe('what is missing for a number of different people', () => {
  const ruleset = tiny(
    {
      facts: [number('f.d')],
      derived: [{ id: 'f.sum', means: 'Sum', sum: 'i.n', over: 'items', where: is('i.a'), distinct: 'f.d' }],
      ...gate({ fact: 'f.sum', atLeast: 100 }),
    },
    [choice('i.a'), choice('i.b'), number('i.n', { when: { not: is('i.b') } })],
  )
  const counted = (n: number): Answers => ({ 'i.a': 'x', 'i.b': 'y', 'i.n': n })
  test.each<[string, Answers, Answers[], string[]]>([
    ['given: nothing of the entries', { 'f.d': 7 }, [counted(60), {}], []],
    ['two entries: how many different', {}, [counted(60), counted(60)], ['f.d']],
    ['one entry: nothing to tell apart', {}, [{ 'i.a': 'x' }], ['i.b e1', 'i.n e1']],
    [
      'entries that do not count are not asked for their number',
      {},
      [{ 'i.a': 'y' }, { ...counted(5), 'i.a': 'unsure' }, counted(99)],
      ['i.a e2', 'f.d'],
    ],
    [
      'nor those whose number does not apply',
      {},
      [
        { 'i.a': 'x', 'i.b': 'x' },
        { 'i.a': 'x', 'i.b': 'y' },
      ],
      ['i.n e2'],
    ],
    ['unsure', { 'f.d': 'unsure' }, [counted(60), counted(60)], ['f.d']],
  ])('%s', async (_, answers, entries, expected) => {
    expect(missing(await ruleset, firm(answers, entries))).toEqual(expected)
  })

  test('how many different there are is asked of a sum over all entries, too', async () => {
    const it = await tiny(
      {
        facts: [number('f.d')],
        derived: [{ id: 'f.sum', means: 'Sum', sum: 'i.n', over: 'items', distinct: 'f.d' }],
        ...gate({ fact: 'f.sum', atLeast: 100 }),
      },
      [number('i.n')],
    )
    expect(missing(it, firm({}, [{ 'i.n': 60 }, { 'i.n': 60 }]))).toEqual(['f.d'])
  })

  test('a number that is no longer asked for, whatever it would depend on, is not missing', async () => {
    const it = await tiny(
      { derived: [{ id: 'f.sum', means: 'Sum', sum: 'i.n', over: 'items' }], ...gate({ fact: 'f.sum', atLeast: 2 }) },
      [choice('i.b'), number('i.n', { when: is('i.b'), until: '2026-12-31' })],
    )
    const at = (asAt: string) => neededFacts(assessed(it, firm({}, [{}], 'more'), asAt)).map(({ id }) => id)
    expect(at('2026-12-31')).toEqual(['i.b', 'i.n', 'items'])
    expect(at('2027-01-01')).toEqual(['items'])
  })

  test('a count looks at which entries count, at nothing else of them', async () => {
    const it = await tiny(
      {
        derived: [{ id: 'f.count', means: 'Count', count: 'items', where: is('i.a') }],
        ...gate({ fact: 'f.count', atLeast: 2 }),
      },
      [choice('i.a'), number('i.n')],
    )
    expect(missing(it, firm({}, [{ 'i.a': 'x' }, {}]))).toEqual(['i.a e2'])
  })
})

describe('what is missing for a determination', () => {
  const rules = [
    { id: 'r1', when: is('f.a'), outcome: 'a' },
    { id: 'r2', when: is('f.b'), outcome: 'a' },
    { id: 'r3', outcome: 'a' },
  ]
  test('nothing where every rule says the same', async () => {
    const ruleset = await tiny({ facts: facts('f.a', 'f.b'), determinations: [determination({ rules })] })
    expect(missing(ruleset, firm({}))).toEqual([])
  })

  test('all of them where each counts by itself', async () => {
    const ruleset = await tiny({
      facts: facts('f.a', 'f.b'),
      determinations: [determination({ decide: 'all', rules })],
    })
    expect(missing(ruleset, firm({}))).toEqual(['f.a', 'f.b'])
    expect(missing(ruleset, firm({ 'f.a': 'y' }))).toEqual(['f.b'])
  })

  test('of each entry by itself', async () => {
    const ruleset = await tiny({}, [choice('i.a')], [])
    const own = await tiny({
      determinations: [
        determination({
          forEach: 'items',
          rules: [
            { id: 'r1', when: is('i.a'), outcome: 'a' },
            { id: 'r2', outcome: 'b' },
          ],
        }),
      ],
    })
    expect(missing(own, firm({}, [{}, { 'i.a': 'x' }, {}]))).toEqual(['i.a e1', 'i.a e3'])
    expect(missing(ruleset, firm({}, [{}]))).toEqual([])
  })

  test('the moments that time limits run from: of what holds, of what perhaps does, of what follows', async () => {
    const moments = ['m1', 'm2', 'm3', 'm4'].map((id) => ({ id: `f.${id}`, type: 'datetime', ask: id }))
    const by = (after: string) => ({ by: { within: '12 hours', after: `f.${after}` }, do: 'Do it.', obligation: 'law' })
    const ruleset = await tiny({
      facts: [...facts('f.a', 'f.b', 'f.c'), ...moments],
      determinations: [
        determination({
          decide: 'all',
          rules: [
            { id: 'r1', when: is('f.a'), outcome: 'a', ...by('m1') },
            { id: 'r2', when: is('f.b'), outcome: 'b', ...by('m2') },
            { id: 'r3', when: is('f.c'), outcome: 'b', ...by('m3') },
            { id: 'r4', when: is('f.a'), outcome: 'b', do: 'At once.', obligation: 'law', by: { at: 'once' } },
          ],
          then: [{ id: 't', for: ['a'], cites, ...by('m4') }],
        }),
      ],
    })
    const known = { 'f.a': 'x', 'f.b': 'y' }
    expect(missing(ruleset, firm(known))).toEqual(['f.c', 'f.m1', 'f.m4', 'f.m3'])
    expect(missing(ruleset, firm({ ...known, 'f.c': 'y', 'f.m1': '2026-06-01T10:00' }))).toEqual(['f.m4'])
    // What follows only perhaps has no time limit yet.
    expect(missing(ruleset, firm({ 'f.b': 'y', 'f.c': 'y' }))).toEqual(['f.a', 'f.m1'])
  })

  test('what would follow from an outcome that can still come about', async () => {
    const ruleset = await tiny({
      facts: facts('f.a', 'f.t', 'f.u'),
      determinations: [
        determination({
          rules: [
            { id: 'r1', when: is('f.a'), outcome: 'a' },
            { id: 'r2', outcome: 'b' },
          ],
          then: [
            { id: 't', for: ['a'], do: 'Do.', obligation: 'practice', when: is('f.t'), cites },
            { id: 'u', for: ['b'], do: 'Do.', obligation: 'practice', when: is('f.u'), cites },
            { id: 'v', for: ['b'], do: 'Do.', obligation: 'practice', cites },
          ],
        }),
      ],
    })
    expect(missing(ruleset, firm({}))).toEqual(['f.a', 'f.t', 'f.u'])
    expect(missing(ruleset, firm({ 'f.a': 'x' }))).toEqual(['f.t'])
    expect(missing(ruleset, firm({ 'f.a': 'y', 'f.t': 'x' }))).toEqual(['f.u'])
    expect(missing(ruleset, firm({ 'f.a': 'x', 'f.t': 'y' }))).toEqual([])
  })
})

describe('whether a section or a question applies', () => {
  const ruleset = tiny({
    facts: facts('f.s', 'f.q', 'f.hidden'),
    sections: [
      s('s', [q('q.1', { when: is('f.q') }), q('q.2', { essential: true })], { when: is('f.s') }),
      s('t', [q('q.3', { when: is('f.hidden') })], { when: { not: is('f.s') } }),
      s('each', [q('q.4')], { forEach: 'items', across: 'mean', when: is('i.a') }),
    ],
  })
  test.each<[string, Answers, Answers[], string[]]>([
    ['all are open', {}, [{}], ['f.s', 'f.q', 'f.hidden', 'i.a e1']],
    ['a question of a section that does not apply is of no account', { 'f.s': 'x' }, [], ['f.q']],
    ['nor is that of the other', { 'f.s': 'y' }, [{ 'i.a': 'x' }], ['f.hidden']],
  ])('%s', async (_, answers, entries, expected) => {
    expect(missing(await ruleset, firm(answers, entries))).toEqual(expected)
  })

  test('in a quick check, that of sections without an essential question is of no account', async () => {
    const it = await ruleset
    const quick = assess(it, answersOf(it, written(it, firm({}, [{}]), { scope: 'quick' })))
    expect(neededFacts(quick)).toEqual([{ id: 'f.s' }])
  })
})

describe('the walk', () => {
  const ruleset = tiny(
    {
      facts: [...facts('f.a', 'f.b', 'f.idle'), number('f.d'), choice('f.under', { when: is('f.a') })],
      derived: [{ id: 'f.sum', means: 'Sum', sum: 'i.n', over: 'items', where: is('i.a'), distinct: 'f.d' }],
      ...gate({ any: [{ fact: 'f.sum', atLeast: 100 }, is('f.a'), is('f.under')] }),
      sections: [
        s('s', [q('q.1'), q('q.2', { after: { question: 'q.1', attains: 0.5 } }), q('q.3', { when: is('f.b') })]),
        s('each', [q('q.4')], { forEach: 'items', across: 'mean' }),
      ],
    },
    [choice('i.a'), number('i.n'), choice('i.idle')],
  )
  const shown = (ask: Ask): string => (ask.kind === 'fact' && !ask.needed ? `(${ask.key})` : ask.key)
  const walk = async (answers: Answers, entries: Answers[] = [], list: Firm['list'] = 'all') => {
    const it = await ruleset
    return walkOf(assessed(it, firm(answers, entries, list)))
  }

  test('facts of the firm, the list with its entries, how many different they are, then the questions', async () => {
    expect((await walk({ 'f.idle': 'z' }, [{ 'i.a': 'x' }, { 'i.idle': 'y' }])).map(shown)).toEqual([
      'fact f.a',
      'fact f.b',
      '(fact f.idle)',
      'fact f.under',
      'inventory items',
      '(fact i.a e1)',
      'fact i.n e1',
      'fact i.a e2',
      'fact i.n e2',
      '(fact i.idle e2)',
      'fact f.d',
      'question q.1',
      'question q.2',
      'question q.3',
      'question q.4 e1',
      'question q.4 e2',
    ])
  })

  test('what was answered stays while it applies; what does not apply, or is implied, is not asked', async () => {
    expect((await walk({ 'f.a': 'x', 'f.idle': 'z', 'f.d': 3, 'f.b': 'y', 'q.1': 'no' })).map(shown)).toEqual([
      '(fact f.a)',
      '(fact f.b)',
      '(fact f.idle)',
      'inventory items',
      '(fact f.d)',
      'question q.1',
    ])
    expect((await walk({ 'f.a': 'y', 'f.under': 'x' })).map(shown)).not.toContain('(fact f.under)')
  })

  test('what is shown of each: whose it is, and what was said', async () => {
    const asks = await walk({ 'f.b': 'y' }, [{ 'i.a': 'x' }], 'more')
    expect(asks.find((it) => it.key === 'inventory items')).toMatchObject({ complete: false, entries: 1 })
    expect(asks.find((it) => it.key === 'fact i.n e1')).toMatchObject({ entry: 'e1', fact: { id: 'i.n' } })
    expect(asks.find((it) => it.key === 'question q.4 e1')).toMatchObject({ entry: 'e1', section: { id: 'each' } })
    expect(asks.find((it) => it.key === 'question q.1')).not.toHaveProperty('entry')
    expect(asks.find((it) => it.key === 'fact f.b')).toMatchObject({ value: { answer: { state: 'answered' } } })
  })

  test('nothing was said yet: not to a fact, a list, a question; unsure was something', async () => {
    const open = async (...args: Parameters<typeof walk>) =>
      (await walk(...args)).filter(isUnanswered).map(({ key }) => key)
    expect(await open({ 'f.a': 'unsure', 'f.b': 'y', 'q.1': 'unsure' }, [], 'absent')).toEqual([
      'fact f.under',
      'inventory items',
      'fact f.d',
      'question q.2',
    ])
    expect(await open({ 'f.a': 'x', 'f.b': 'y', 'q.1': 'no' }, [])).toEqual([])
    expect(await open({ 'f.a': 'x', 'f.b': 'y', 'q.1': 'no' }, [{ 'i.a': 'y' }], 'more')).toEqual(['question q.4 e1'])
  })

  test('how many there are: surely, and perhaps', async () => {
    // Of nine, those under what is open may yet fall away: one fact, one question.
    const asks = await walk({}, [])
    expect(asks.map(({ key }) => key)).toEqual([
      'fact f.a',
      'fact f.b',
      'fact f.under',
      'inventory items',
      'question q.1',
      'question q.2',
      'question q.3',
    ])
    expect(extent(asks)).toEqual({ sure: 5, perhaps: 7 })
    expect(extent([])).toEqual({ sure: 0, perhaps: 0 })
  })

  test('of a suite: the facts of all parts before the first section, what they share once', async () => {
    const part = (id: string, shared: string) => ({
      uses: ['places'],
      facts: [choice(`f.${id}`)],
      sections: [s(`${id}-s`, [q(`q.${id}`)], { when: { any: [is(shared), is(`f.${id}`)] } })],
    })
    const places = { facts: [choice('p.here')] } as unknown as WrittenCommon
    const files = withSuite({ a: part('a', 'p.here'), b: part('b', 'p.here') }, { places })
    const it = await loadFrom(files, 'suite')
    expect(walkOf(assessed(it, { ...firm({}), list: 'absent' })).map(({ key }) => key)).toEqual([
      'fact p.here',
      'fact f.a',
      'fact f.b',
      'question q.a',
      'question q.b',
    ])
  })

  test('keys tell kinds and entries apart', () => {
    expect([askKey('fact', 'a'), askKey('question', 'a'), askKey('fact', 'a', 'e1')]).toEqual([
      'fact a',
      'question a',
      'fact a e1',
    ])
  })
})
