/** What a report says beside its figures, and what it leaves out. */
import { describe, expect, test } from 'vitest'
import { busy, reportOf, rulesetOf, scoredOf, silent, still } from './yard.js'

const noticesOf = async (firm: object, more: object, asAt?: string) =>
  reportOf(scoredOf(await rulesetOf('yard'), firm, more, undefined, asAt)).notices
const codes = async (firm: object, more: object, asAt?: string) =>
  (await noticesOf(firm, more, asAt)).map((it) => it.code)

describe('answers that were carried over', () => {
  const change = (id: string, more: object = {}) => ({ did: 'again', id, ...more })
  const earlier = { from: '1.0.0', to: '2.0.0', on: '2026-01-01', changes: [change('yard.tools')] }
  const migrated = (...changes: object[]) => ({
    migrated: [earlier, { from: '1.4.0', to: '2.1.0', on: '2026-11-01', changes }],
  })
  const said = async (firm: object, ...changes: object[]) =>
    (await noticesOf(firm, migrated(...changes))).find((it) => it.code === 'migrated')?.text

  test('nothing is said where none were', async () => {
    expect(await codes(still, {})).not.toContain('migrated')
  })

  test('the last time counts, with what has not been answered anew since', async () => {
    const none = await said(still)
    expect(none).toContain('2026-11-01')
    expect(none).not.toContain('2026-01-01')
    for (const [changes, open] of [
      [[change('yard.lock')], 0],
      [[change('yard.gone')], 1],
      [[change('yard.lock'), change('yard.gone'), change('constructor')], 2],
      [[{ did: 'dropped', id: 'yard.gone' }], 0],
    ] as const)
      expect(await said(still, ...changes)).toBe(
        open === 0 ? none : await said(still, ...Array.from({ length: open }, () => change('yard.gone'))),
      )
    expect(await said(still, change('yard.gone'))).not.toBe(none)
  })

  test('a note alone is no answer, a reason why not is one, nor is anything of an entry that is gone', async () => {
    const base = await said(busy)
    const one = await said(busy, change('yard.gone'))
    const noted = { ...busy, answers: { ...busy.answers, 'yard.lock': { note: 'ask again' } } }
    expect(await said(noted, change('yard.lock'))).toBe(one)
    expect(await said(busy, change('yard.closed-sign'))).toBe(base)
    expect(await said(busy, change('yard.tools'))).toBe(base)
    expect(await said(busy, change('crate.tied', { inventory: 'crates', entry: 'c1' }))).toBe(base)
    expect(await said(busy, change('crate.tied', { inventory: 'crates', entry: 'c3' }))).toBe(one)
    expect(await said(busy, change('crate.tied', { inventory: 'crates', entry: 'c9' }))).toBe(base)
    expect(await said(busy, change('crate.tied', { inventory: 'toString', entry: 'c3' }))).toBe(base)
    expect(await said(silent, change('crate.tied', { inventory: 'crates', entry: 'x' }))).toBe(
      await said(silent, change('yard.gone')),
    )
  })
})

test('a ruleset was read through too long ago from the 181st day on', async () => {
  expect(await codes(still, { date: '2026-07-09' })).not.toContain('review-old')
  expect(await codes(still, { date: '2026-07-10' })).toContain('review-old')
})

test('numbers of another year are said to be so, where there are any', async () => {
  expect(await codes(still, { date: '2025-12-31' }, '2026-01-01')).toContain('other-year')
  expect(await codes(still, { date: '2026-01-01' }, '2026-12-31')).not.toContain('other-year')
})

test('evidence says whose it is: of the firm, or of an entry', async () => {
  const [first, ...rest] = busy.inventories.crates
  const crate = {
    ...first,
    answers: { ...first.answers, 'crate.tied': { answer: 'half', evidence: [{ ref: 'photo' }] } },
  }
  const { evidence } = reportOf(
    scoredOf(await rulesetOf('yard'), { ...busy, inventories: { crates: [crate, ...rest] } }),
  )
  expect(evidence.filter((it) => it.question === 'crate.tied')).toEqual([
    { question: 'crate.tied', entry: 'c1', ref: 'photo', exists: null, state: 'valid' },
  ])
  expect(evidence.filter((it) => it.question === 'yard.lock').map((it) => 'entry' in it)).toEqual([false, false])
})

test('without its answers a report holds none of them', async () => {
  const scored = scoredOf(await rulesetOf('yard'), busy)
  expect(reportOf(scored, { withoutAnswers: true }).answers.content).toBeNull()
  expect(reportOf(scored).answers.content).not.toBeNull()
})
