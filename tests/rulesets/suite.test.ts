/** The suite as firms meet it: how much they are asked, and that nothing is asked that does not concern them. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { type Ask, isUnanswered, walkOf } from '../../src/assessment/walk.js'
import { openLibrary } from '../../src/files/library.js'
import {
  answersFor,
  assess,
  buildReport,
  loadRuleset,
  readAnswers,
  type Ruleset,
  scoreAssessment,
  wordsIn,
  type WrittenAnswers,
} from '../../src/index.js'

const suite = (await loadRuleset(openLibrary([`${root}/rulesets`], root), 'policy-statement')).ruleset!
const all = [suite, ...suite.parts.map(({ ruleset }) => ruleset)]
const partOf = (ask: Ask): string => {
  if (ask.kind === 'question')
    return all.find(({ questions }) => questions.has(ask.assessed.question.id))?.id ?? 'unknown'
  const id = ask.kind === 'fact' ? ask.fact.id : ask.inventory.id
  const owners = all.filter(({ values, inventories }) => values.has(id) || inventories.has(id))
  return owners.length === 1 ? owners[0]!.id : 'several'
}

/** Every id that says "nothing of the kind". */
const nothing = ['none', 'no', 'neither']

/**
 * Interviews a firm to the end, in the order of the walk. It has no entries in any inventory, answers each question at its
 * best, so that every follow-up is asked, and each fact as given, or with "none" or "no".
 * @returns everything that was asked
 */
function interview(it: Ruleset, facts: Record<string, string | string[] | number>, scope: 'full' | 'quick'): Ask[] {
  const written = { ruleset: it.id, rulesetVersion: it.version, firm: { name: 'A' }, date: '2026-11-20', scope }
  const answers: Record<string, unknown> = {}
  const inventories: Record<string, unknown> = {}
  const asked: Ask[] = []
  for (;;) {
    const now = { ...written, answers, inventories } as unknown as WrittenAnswers
    const read = answersFor(it, { file: '', text: '' }, now)
    expect(read.findings).toEqual([])
    const next = walkOf(assess(it, read.answers!)).find((ask) => isUnanswered(ask))
    if (!next) return asked
    asked.push(next)
    if (next.kind === 'inventory') inventories[next.inventory.id] = []
    else if (next.kind === 'question') answers[next.assessed.question.id] = best(next)
    else answers[next.fact.id] = facts[next.fact.id] ?? nothingOf(next)
  }
}

function best(ask: Ask & { kind: 'question' }): string | string[] {
  const { type, options } = ask.assessed.question
  return type === 'multi'
    ? options.filter(({ exclusive }) => !exclusive).map(({ id }) => id)
    : options.reduce((a, b) => ((b.attains ?? 0) > (a.attains ?? 0) ? b : a)).id
}

function nothingOf({ fact }: Ask & { kind: 'fact' }): string | string[] | number {
  if (fact.type === 'number') return Math.max(0, fact.min)
  const option = fact.options.find(({ id }) => nothing.includes(id))
  if (!option) throw new Error(`What does the firm answer to ${fact.id}?`)
  return fact.type === 'multi' ? [option.id] : option.id
}

const counts = (asks: readonly Ask[]) => {
  const by: Record<string, number> = {}
  for (const ask of asks) by[partOf(ask)] = (by[partOf(ask)] ?? 0) + 1
  return by
}

/** Four people in Hong Kong, who use AI and a cloud. */
const small = {
  'firm.places': ['hong-kong'],
  'firm.uses-ai': 'yes',
  'security.setup': ['cloud'],
  'infra.uses': ['shared-compute'],
}

describe('a small firm in Hong Kong', () => {
  it('is asked fewer than 90 things', () => {
    const asked = interview(suite, small, 'full')
    expect(asked.length, JSON.stringify(counts(asked))).toBeLessThan(90)
  })

  it('is asked fewer than 35 in a quick check', () => {
    const asked = interview(suite, small, 'quick')
    expect(asked.length, JSON.stringify(counts(asked))).toBeLessThan(35)
  })
})

/** Follows guidance of Hong Kong, and says to firms in other places that they may read it as good practice. */
const forEveryFirm = 'data-security'

describe('nobody is asked about what they do not have', () => {
  const firms: [string, Record<string, string | string[]>, string[]][] = [
    ['in Hong Kong only', small, ['hong-kong']],
    ['on the Mainland only', { 'firm.places': ['mainland'] }, ['mainland']],
    ['in Macao only', { 'firm.places': ['macao'] }, ['macao']],
  ]
  it.each(firms)('%s', (_, facts, places) => {
    const asked = interview(suite, facts, 'full').flatMap((ask) =>
      ask.kind === 'question' && partOf(ask) !== forEveryFirm ? [ask.assessed.question] : [],
    )
    expect(asked.length).toBeGreaterThan(0)
    const elsewhere = asked.filter(
      ({ tags }) =>
        tags.place.length > 0 && !tags.place.some((place) => places.includes(place) || place === 'international'),
    )
    expect(elsewhere.map(({ id, tags }) => `${id} (${tags.place.join(', ')})`)).toEqual([])
  })
})

/** A law cited beside a question that firms of other places see as well says whose it is. */
const named: Record<string, string> = { 'hong-kong': '(Hong Kong)', mainland: '(Mainland)', macao: '(Macao)' }

describe('nobody is told of a law as if it were theirs', () => {
  const sources = new Map(all.flatMap((it) => [...it.sources]))
  it.each(['hong-kong', 'mainland', 'macao'])('only in %s', (place) => {
    const asked = interview(suite, { ...small, 'firm.places': [place] }, 'full').flatMap((ask) =>
      ask.kind === 'question' ? [ask.assessed.question] : [],
    )
    expect(asked.length).toBeGreaterThan(0)
    const others = asked.flatMap(({ id, cites }) =>
      cites.flatMap(({ source, at }) => {
        const { kind, place: of } = sources.get(source)!
        const law = kind === 'law' || kind === 'regulation'
        return law && of !== place && !at.includes(named[of] ?? '') ? [`${id}: ${source} ${at}`] : []
      }),
    )
    expect(others).toEqual([])
  })
})

/** What several parts could ask: the part whose matter it is asks it, and nobody else. */
const askedOnce: [string, string, string][] = [
  ['logs kept for six months', 'csl', 'Art. 23'],
  ['the incident plan for networks', 'csl', 'Art. 27'],
  ['what protects network data', 'network-data-regs', 'Art. 9'],
  ['what is filed and tested under the MLPS', 'mlps-2007', ''],
  ['the forms of 2025 of the MLPS', 'mlps-2025', ''],
]

it.each(askedOnce)('asks in one part only about %s', (_, source, at) => {
  const parts = suite.parts.filter(({ ruleset }) =>
    [...ruleset.questions.values()].some(({ cites }) =>
      cites.some((it) => it.source === source && (at === '' || it.at === at)),
    ),
  )
  expect(parts.map(({ ruleset }) => ruleset.id)).toEqual(['data-security'])
})

describe('the example firm', () => {
  const file = `${root}/rulesets/policy-statement/examples/kite-security.answers.yaml`
  const source = { file, text: readFileSync(file, 'utf8') }
  const { written } = readAnswers(source)
  const { answers, findings } = answersFor(suite, source, written!)
  const scored = scoreAssessment(assess(suite, answers!))

  it('answers everything that it is asked, and nothing else', () => {
    expect(findings).toEqual([])
    expect(
      walkOf(assess(suite, answers!))
        .filter((ask) => isUnanswered(ask))
        .map(({ key }) => key),
    ).toEqual([])
    const report = buildReport(scored, { words: wordsIn('en'), language: 'en', generatorVersion: '0.0.0' })
    expect(report.score.value).toBeGreaterThan(0)
  })

  it('asks the facts of all its parts before the first section', () => {
    const kinds = walkOf(assess(suite, answers!)).map(({ kind }) => kind)
    expect(kinds.slice(kinds.indexOf('question')).filter((kind) => kind !== 'question')).toEqual([])
  })

  it('has its parts scored as they are alone', () => {
    for (const { ruleset } of suite.parts) {
      const alone = answersFor(ruleset, source, { ...written!, ruleset: ruleset.id, rulesetVersion: ruleset.version })
      const score = scoreAssessment(assess(ruleset, alone.answers!)).result
      const inside = scored.parts.find((part) => part.assessment.ruleset.id === ruleset.id)?.result
      expect(inside, ruleset.id).toEqual(score)
    }
  })
})

describe('a ruleset that concerns some firms only', () => {
  it.each([
    ['mainland-processing', ['firm.places']],
    ['macao-processing', ['firm.places']],
    ['sector-baselines', ['firm.places', 'firm.licences']],
  ])('asks others what it takes to find out, and nothing else: %s', (id, facts) => {
    const part = all.find((ruleset) => ruleset.id === id)!
    expect(interview(part, small, 'full').map((ask) => (ask.kind === 'fact' ? ask.fact.id : ask.kind))).toEqual(facts)
  })
})
