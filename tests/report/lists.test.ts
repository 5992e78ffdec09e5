/** What a report says of places, parts and words beside its figures: states, hidden answers, notices, sources. */
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/assessment/assess.js'
import type { WrittenAnswers } from '../../src/answers/schema.js'
import { hiddenAnswers } from '../../src/report/build.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import { scoreAssessment } from '../../src/scoring/score-assessment.js'
import { answersOf, assessed, firm, type Firm, scored, written } from '../meaning/firms.js'
import { reportOf } from '../meaning/reports.js'
import { library, loadFrom } from '../meaning/rulesets.js'
import { choice, is, number, q, questionnaire, s, tiny, withSuite } from '../meaning/tiny.js'

const each = (id: string, questions: object[], rest: object = {}) =>
  s(id, questions, { forEach: 'items', across: 'mean', ...rest })
const reportWith = (ruleset: Ruleset, it: Firm, more: Partial<WrittenAnswers> = {}, asAt?: string) =>
  reportOf(
    scoreAssessment(
      assess(ruleset, answersOf(ruleset, written(ruleset, it, more)), asAt === undefined ? {} : { asAt }),
    ),
  )

describe('a section of entries', () => {
  const ruleset = tiny({ sections: [s('s', [q('q.0')]), each('t', [q('q.1')], { when: { not: is('i.a') } })] })
  const stateOf = async (it: Firm) => reportOf(scored(await ruleset, it)).sections[1]!
  test('applies perhaps while more may come, though there is none yet', async () => {
    expect((await stateOf(firm({}, [], 'more'))).state).toBe('perhaps')
    expect((await stateOf(firm({}, []))).state).toBe('hidden')
    expect((await stateOf(firm({}, [{ 'i.a': 'x' }], 'more'))).state).toBe('perhaps')
    expect((await stateOf(firm({}, [{ 'i.a': 'x' }]))).state).toBe('hidden')
  })

  test('none is the weakest where nothing is scored', async () => {
    const ruleset = await tiny({ sections: [each('t', [q('q.1')], { when: is('i.a'), across: 'worst' })] })
    const { score, sections } = reportOf(scored(ruleset, firm({}, [{ 'i.a': 'y' }])))
    expect([score.value, sections[0]!.entries[0]!.weakest]).toEqual([null, false])
  })

  test('an entry that it does not apply to is never the weakest', async () => {
    const worst = await tiny({
      sections: [s('s', [q('q.0')]), each('t', [q('q.1')], { when: { not: is('i.a') }, across: 'worst' })],
    })
    const it = firm({}, [{ 'i.a': 'x' }, { 'i.a': 'y', 'q.1': 'no' }, { 'i.a': 'y', 'q.1': 'yes' }])
    expect(reportOf(scored(worst, it)).sections[1]!.entries.map(({ state, weakest }) => [state, weakest])).toEqual([
      ['hidden', false],
      ['applicable', true],
      ['applicable', false],
    ])
  })
})

test('answers that are hidden are those of the parts too', async () => {
  const part = { facts: [choice('f.a')], sections: [s('s', [q('q.1', { when: is('f.a') })])] }
  const it = await loadFrom(withSuite({ a: part }), 'suite')
  const said = { ...firm({ 'f.a': 'y', 'q.1': 'yes' }), list: 'absent' as const }
  expect(hiddenAnswers(assessed(it, said))).toEqual([
    { id: 'q.1', kind: 'question', ask: 'q.1', path: ['answers', 'q.1'] },
  ])
  expect(reportOf(scored(it, said)).hidden).toEqual([{ id: 'q.1', kind: 'question', ask: 'q.1' }])
})

test('what was said not to apply is hidden where it is not asked, and stands in one list', async () => {
  const ruleset = await tiny({ facts: [choice('f.a')], sections: [s('s', [q('q.1', { when: is('f.a') }), q('q.2')])] })
  const said = { notApplicable: 'Because.' }
  const lists = (a: string) => {
    const { notApplicable, hidden } = reportOf(scored(ruleset, firm({ 'f.a': a, 'q.1': said })))
    return [notApplicable.map((it) => it.question), hidden.map((it) => it.id)]
  }
  expect(lists('x')).toEqual([['q.1'], []])
  expect(lists('y')).toEqual([[], ['q.1']])
})

describe('notices', () => {
  const codes = async (questionnaire: object, it: Firm, more: Partial<WrittenAnswers> = {}, asAt?: string) =>
    reportWith(await tiny(questionnaire, [choice('i.a'), number('i.n')]), it, more, asAt).notices.map(
      ({ code }) => code,
    )

  test('nothing is scored', async () => {
    expect(await codes({}, firm({}))).toContain('nothing-scored')
    expect(await codes({ sections: [s('s', [q('q.1')])] }, firm({}))).not.toContain('nothing-scored')
  })

  test('numbers are of another year: what is counted, also where it is not yet known, and nothing else', async () => {
    const derived = (rest: object) => ({ facts: [choice('f.a')], derived: [{ id: 'f.d', means: 'D', ...rest }] })
    const sum = derived({ sum: 'i.n', over: 'items' })
    const open = firm({}, [{}])
    expect(await codes(derived({ holds: is('f.a') }), open, {}, '2027-01-01')).not.toContain('other-year')
    expect(await codes(sum, open, {}, '2027-01-01')).toContain('other-year')
    expect(await codes(sum, firm({}, [{ 'i.n': 3 }]), {}, '2027-01-01')).toContain('other-year')
    expect(await codes(sum, open)).not.toContain('other-year')
  })

  test('of several times that answers were carried over, the last', async () => {
    const time = (on: string, ...ids: string[]) => ({
      from: '1.0.0',
      to: '1.1.0',
      on,
      changes: ids.map((id) => ({ did: 'again' as const, id, inventory: 'items', entry: 'e1' })),
    })
    const migrated = [time('2026-01-01', 'i.a'), time('2026-02-01'), time('2026-03-01', 'i.a')]
    const ruleset = await tiny({})
    const text = (it: Firm) =>
      reportWith(ruleset, it, { migrated }).notices.find(({ code }) => code === 'migrated')!.text
    expect(text(firm({}, [{}]))).toContain('2026-03-01')
    // Of a list that is no longer mentioned nothing is open.
    expect(text({ ...firm({}), list: 'absent' })).toBe(text(firm({}, [{ 'i.a': 'x' }])))
    expect(text(firm({}, [{}]))).not.toBe(text(firm({}, [{ 'i.a': 'x' }])))
  })

  test('a number of different people that cannot be: what it may be, with its end or without', async () => {
    const ruleset = await tiny(
      {
        facts: [number('f.d')],
        derived: [{ id: 'f.sum', means: 'Sum', sum: 'i.n', over: 'items', distinct: 'f.d' }],
      },
      [number('i.n')],
    )
    const says = (it: Firm) => reportOf(scored(ruleset, it)).contradictions.map((one) => one.says)
    expect(says(firm({ 'f.d': 99 }, [{ 'i.n': 5 }, { 'i.n': 7 }]))).toEqual([expect.stringMatching(/7.*12/)])
    expect(says(firm({ 'f.d': 3 }, [{ 'i.n': 5 }], 'more'))).toEqual([expect.stringMatching(/5.*∞/)])
    expect(says(firm({ 'f.d': 8 }, [{ 'i.n': 5 }, { 'i.n': 7 }]))).toEqual([])
  })
})

test('sources are those that anything cites: a standard also where only a control names it', async () => {
  const controls = [{ standard: 'standard', ids: ['1'] }]
  const place = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' }
  const source = {
    short: place,
    title: place,
    issuer: place,
    place: 'mainland',
    kind: 'standard',
    lastChecked: '2026-01-01',
  }
  const one = questionnaire('one', { uses: ['standards'], sections: [s('s', [q('q.1', { tags: { controls } })])] })
  const ruleset = await loadFrom(
    library({ one }, {
      standards: {
        sources: [
          { id: 'standard', ...source },
          { id: 'unused', ...source },
        ],
      },
    } as never),
    'one',
  )
  const { sources, answers } = reportOf(scored(ruleset, { ...firm({}), list: 'absent' }))
  expect(sources.map(({ id }) => id)).toEqual(['law', 'standard'])
  expect(answers.withheld).toEqual([])
})
