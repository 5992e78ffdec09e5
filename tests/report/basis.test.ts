/** What a decision rests on: the decisions that it uses, every citation behind it, and the weakest check among them. */
import { describe, expect, test } from 'vitest'
import { decisionReport } from '../../src/report/decision.js'
import { sealed, sealOf } from '../../src/report/seal.js'
import { wordsIn } from '../../src/text/words.js'
import { firm, type Firm, scored } from '../meaning/firms.js'
import { reportOf } from '../meaning/reports.js'
import { choice, decides, is, tiny } from '../meaning/tiny.js'

const by = (at: string, checked = 'verified') => ({ cites: [{ source: 'law', at, checked }] })
const [secondHand, unverified] = ['second-hand', 'unverified']
const alone = (id: string, when: object, rest: object = {}) =>
  decides(id, [{ id: `${id}-r`, when, outcome: 'a', ...by(id), ...rest }])

const ruleset = tiny(
  {
    facts: [choice('f.a'), choice('f.b')],
    derived: [
      { id: 'f.own', means: 'Own', holds: is('f.a'), ...by('own', secondHand) },
      { id: 'f.outer', means: 'Outer', holds: { all: [{ fact: 'f.own' }, is('f.a')] } },
      { id: 'f.some', means: 'Some', some: 'items', where: { fact: 'i.leaves' }, ...by('some') },
      { id: 'f.count', means: 'Count', count: 'items', ...by('count', secondHand) },
      { id: 'f.way', means: 'Way', holds: { determination: 'base', is: 'a' } },
    ],
    determinations: [
      {
        ...alone('base', is('f.b')),
        alternatives: [
          {
            id: 'ferry',
            insteadOf: ['a'],
            offers: 'by-ferry',
            label: 'Ferry',
            when: is('f.a'),
            ...by('ferry', unverified),
          },
        ],
      },
      alone('plain', is('f.a'), { cites: [] }),
      alone('one', { any: [is('f.a'), is('f.b')] }),
      alone('two', is('f.a'), { cites: [...by('two').cites, ...by('two-b', unverified).cites] }),
      alone('of-outcome', { determination: 'base', is: 'a' }),
      alone('of-offer', { not: { determination: 'base', offers: 'by-ferry' } }),
      alone('of-derived', { fact: 'f.own' }),
      alone('of-outer', { fact: 'f.outer' }),
      alone('of-some', { fact: 'f.some' }),
      alone('of-count', { fact: 'f.count', atLeast: 0 }),
      alone('of-way', { fact: 'f.way' }),
      alone('of-reason', is('f.a'), { because: 'Own: {f.own}.' }),
    ],
  },
  [choice('i.a')],
  [{ id: 'i.leaves', means: 'Leaves', holds: is('i.a'), ...by('leaves', unverified) }],
)
const yes = firm({ 'f.a': 'x', 'f.b': 'x' }, [{ 'i.a': 'x' }, { 'i.a': 'x' }])
const decided = async (id: string, it: Firm) => {
  const one = scored(await ruleset, it)
  const report = reportOf(one)
  const [decision] = decisionReport(report, one.assessment, {
    determination: id,
    named: false,
    words: wordsIn('en'),
  }).decisions
  return decision!
}

describe('what a decision rests on', () => {
  test.each<[string, string[], string | null, string[]]>([
    ['plain', [], null, []],
    ['one', [], 'verified', ['one']],
    ['two', [], unverified, ['two', 'two-b']],
    // An alternative that is open is part of what the other decision offers.
    ['of-outcome', ['base'], unverified, ['of-outcome', 'base']],
    ['of-derived', [], secondHand, ['of-derived', 'own']],
    ['of-outer', [], secondHand, ['of-outer', 'own']],
    ['of-some', [], unverified, ['of-some', 'some', 'leaves']],
    ['of-count', [], secondHand, ['of-count', 'count']],
    ['of-way', [], unverified, ['of-way', 'base']],
    ['of-reason', [], secondHand, ['of-reason', 'own']],
  ])('%s', async (id, uses, checked, cited) => {
    const decision = await decided(id, yes)
    expect([decision.uses, decision.checked]).toEqual([uses, checked])
    expect(decision.restsOn.map(({ at }) => at)).toEqual(cited)
    expect(decision.steps.map((it) => it.id)).toEqual(uses)
  })

  test('an offer is of the decision that makes it', async () => {
    const decision = await decided('of-offer', firm({ 'f.a': 'y', 'f.b': 'x' }))
    expect([decision.uses, decision.checked, decision.rule]).toEqual([['base'], 'verified', 'of-offer-r'])
  })

  test('where there is no entry, what is asked of entries was not used', async () => {
    const decision = await decided('of-some', firm({ 'f.a': 'x', 'f.b': 'x' }, [], 'more'))
    expect(decision.checked).toBe('verified')
    expect(decision.restsOn.map(({ at }) => at)).toEqual(['of-some', 'some'])
  })
})

test('a seal is over all of a report but itself', async () => {
  const report = reportOf(scored(await ruleset, yes))
  const closed = sealed(report)
  expect({ ...closed, sha256: undefined }).toEqual({ ...report, sha256: undefined })
  expect(closed.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(sealOf(closed)).toBe(closed.sha256)
  expect(sealOf({ ...closed, asAt: '2026-06-16' })).not.toBe(closed.sha256)
})
