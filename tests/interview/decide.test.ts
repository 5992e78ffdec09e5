import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { openLibrary } from '../../src/files/library.js'
import { loadRuleset, type ruleset as R, wordsIn } from '../../src/index.js'
import { askNeeded, assessSaid, factsFor } from '../../src/interview/decide.js'
import type { Decision } from '../../src/assessment/values.js'
import { ScriptedPrompter } from './scripted-prompter.js'

const { ruleset } = await loadRuleset(openLibrary([`${root}/rulesets`], root), 'cross-boundary-data-flow')
const it_ = ruleset!
const words = wordsIn('en')
const asAt = '2026-11-20'
const determination = (id: string) => it_.values.get(id) as R.Determination
const factOf = (ask: string) =>
  [...it_.values.values()].find((value): value is R.Fact => value.kind === 'fact' && value.ask === ask)!

type Answers = Record<string, string | number>

const ask = async (id: string, answers: Answers | ((fact: R.Fact) => string | number)) => {
  const give = typeof answers === 'function' ? answers : (fact: R.Fact) => answers[fact.id] ?? ':unsure'
  const prompter = new ScriptedPrompter((prompt) =>
    prompt.kind === 'question' ? give(factOf(prompt.screen.ask)) : undefined,
  )
  const { said, finished } = await askNeeded({
    prompter,
    speech: { words, language: 'en', ruleset: it_ },
    determination: determination(id),
    asAt,
  })
  const assessment = assessSaid(it_, determination(id), said, asAt)
  const decision = assessment.inventories.get('flows')!.list[0]!.scope.get(id) as Decision
  return { asked: prompter.questions.map(({ ask: text }) => factOf(text).id), decision, said, finished, prompter }
}

const plain: Answers = {
  'flow.from': 'guangzhou',
  'flow.to': 'hong-kong',
  'flow.personal': 'yes',
  'flow.important-data': 'no',
  'flow.ground': 'none',
  'flow.ftz-outside-list': 'no',
  'flow.people-ordinary': 240_000,
  'flow.people-sensitive': 0,
  'flow.onward': 'none',
  'flow.route-used': 'none',
  'firm.ciio': 'no',
  'firm.people-handled': 500_000,
  'firm.distinct-ordinary': 240_000,
  'firm.distinct-sensitive': 0,
}

describe('what decide asks', () => {
  it('ends with one question where that settles it', async () => {
    const { asked, decision } = await ask('export-route', { ...plain, 'flow.from': 'hong-kong' })
    expect(asked).toEqual(['flow.from'])
    expect(decision.candidates).toEqual(['none'])
  })

  it('asks the firm’s yearly numbers instead of the other flows, rules first, then what decides the alternatives', async () => {
    const { asked, decision } = await ask('export-route', plain)
    expect(asked).toMatchInlineSnapshot(`
      [
        "flow.from",
        "flow.to",
        "flow.important-data",
        "flow.personal",
        "firm.ciio",
        "flow.ground",
        "flow.ftz-outside-list",
        "flow.people-ordinary",
        "firm.distinct-ordinary",
        "flow.people-sensitive",
        "flow.onward",
        "firm.people-handled",
      ]
    `)
    expect(decision.candidates).toEqual(['standard-contract-or-certification'])
    expect(decision.alternatives.map((it) => [it.alternative.id, it.open])).toEqual([['gba-hk', true]])
  })

  it.each<[string, Answers]>([
    ['none', { 'flow.from': 'hong-kong' }],
    ['free', { 'flow.personal': 'no' }],
    ['exempt-transit', { 'flow.ground': 'transit' }],
    ['exempt-contract', { 'flow.ground': 'contract' }],
    ['exempt-hr', { 'flow.ground': 'hr' }],
    ['exempt-emergency', { 'flow.ground': 'emergency' }],
    ['exempt-ftz', { 'flow.ftz-outside-list': 'yes' }],
    ['exempt-volume', { 'flow.people-ordinary': 10, 'firm.distinct-ordinary': 20 }],
    ['security-assessment', { 'flow.important-data': 'notified-or-published' }],
    ['security-assessment', { 'firm.ciio': 'yes' }],
    ['security-assessment', { 'firm.distinct-ordinary': 1_000_000 }],
    ['security-assessment', { 'flow.people-sensitive': 3, 'firm.distinct-sensitive': 10_000 }],
    ['standard-contract-or-certification', {}],
    [
      'standard-contract-or-certification',
      { 'flow.people-ordinary': 0, 'flow.people-sensitive': 1, 'firm.distinct-sensitive': 1 },
    ],
    ['review', { 'flow.ground': 'statutory-duty' }],
    ['review', { 'flow.ground': 'hr', 'firm.ciio': 'yes' }],
  ])('reaches %s', async (outcome, differs) => {
    const { decision, asked } = await ask('export-route', { ...plain, ...differs })
    expect(decision.candidates).toEqual([outcome])
    expect(asked.length).toBeLessThanOrEqual(13)
  })

  it.each<[string, string, Answers]>([
    ['not-needed', 'v1', { 'flow.from': 'hong-kong' }],
    ['lawful', 'v2', { 'flow.ground': 'hr' }],
    ['not-lawful', 'v9', {}],
    ['lawful', 'v5', { 'flow.route-used': 'certification' }],
    ['lawful', 'v6', { 'flow.route-used': 'gba-contract-hk' }],
    ['not-lawful', 'v9', { 'flow.route-used': 'gba-contract-hk', 'flow.onward': 'outside-gba' }],
    ['lawful', 'v4', { 'flow.route-used': 'security-assessment' }],
    ['undetermined', 'v8', { 'firm.people-handled': 50_000 }],
    ['undetermined', 'v3', { 'flow.ground': 'statutory-duty' }],
  ])('decides a verdict that rests on another determination: %s by %s', async (outcome, rule, differs) => {
    const { decision, asked } = await ask('route-verdict', { ...plain, ...differs })
    expect(decision.candidates).toEqual([outcome])
    expect(decision.rules.map((it) => it.rule.id)).toContain(rule)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('takes unsure for an answer and asks on, never the same again', async () => {
    const { asked, decision, finished } = await ask('export-route', () => ':unsure')
    expect(finished).toBe(true)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBe(13)
    expect(decision.candidates.length).toBeGreaterThan(5)
  })

  it('takes at most thirteen questions, whatever is answered, and leaves open only what unsure left open', async () => {
    expect(factsFor(it_, determination('export-route')).size).toBe(13)
    const facts = [...it_.values.values()].filter((value): value is R.Fact => value.kind === 'fact')
    const answer = (fact: R.Fact) =>
      fact.type === 'number'
        ? fc.constantFrom<string | number>(0, 1, 9_999, 10_000, 99_999, 100_000, 1_000_000, ':unsure')
        : fc.constantFrom<string | number>(...fact.options.map((option) => option.id), ':unsure')
    const answers = fc.record(
      Object.fromEntries(facts.filter((fact) => fact.type !== 'date').map((fact) => [fact.id, answer(fact)])),
    )
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom('export-route', 'route-verdict'), async (given, id) => {
        const { asked, decision } = await ask(id, (fact) => given[fact.id]!)
        expect(new Set(asked).size).toBe(asked.length)
        if (id === 'export-route') expect(asked.length).toBeLessThanOrEqual(13)
        if (!asked.some((fact) => given[fact] === ':unsure')) {
          expect(decision.candidates).toHaveLength(1)
          expect(decision.alternatives.filter((it) => it.open === undefined)).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('going back', () => {
  const play = (...replies: (string | number)[]) => {
    let next = 0
    const prompter = new ScriptedPrompter((prompt) => (prompt.kind === 'question' ? replies[next++]! : undefined))
    const done = askNeeded({
      prompter,
      speech: { words, language: 'en', ruleset: it_ },
      determination: determination('export-route'),
      asAt,
    })
    return { prompter, done }
  }
  const ids = (prompter: ScriptedPrompter) => prompter.questions.map(({ ask: text }) => factOf(text).id)

  it('shows what was said and lets it be changed', async () => {
    const { prompter, done } = play('shenzhen', ':back', 'hong-kong')
    const { said, finished } = await done
    expect(ids(prompter)).toEqual(['flow.from', 'flow.to', 'flow.from'])
    expect(prompter.questions[2]!.field).toMatchObject({ chosen: 'shenzhen' })
    expect(finished).toBe(true)
    expect([...said.entry]).toEqual([['flow.from', 'hong-kong']])
  })

  it('goes forward again without answering, and keeps what was said after', async () => {
    const { prompter, done } = play('shenzhen', 'hong-kong', ':back', ':back', ':forward', ':forward', ':quit')
    const { said, finished } = await done
    expect(ids(prompter)).toEqual([
      'flow.from',
      'flow.to',
      'flow.important-data',
      'flow.to',
      'flow.from',
      'flow.to',
      'flow.important-data',
    ])
    expect(finished).toBe(false)
    expect([...said.entry.keys()]).toEqual(['flow.from', 'flow.to'])
    expect(prompter.questions[0]!.commands).not.toContain('back')
    expect(prompter.questions[0]!.commands).not.toContain('forward')
    expect(prompter.questions[3]!.commands).toContain('forward')
  })

  it('shows guidance and asks on', async () => {
    const { prompter, done } = play('shenzhen', ':help', ':quit')
    await done
    expect(prompter.said).toContain('Access counts too.')
    expect(ids(prompter)).toEqual(['flow.from', 'flow.to', 'flow.to'])
  })
})
