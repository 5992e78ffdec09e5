/** Whom to tell about an incident: what is asked at three in the morning, and what is shown then. */
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import type { Decision } from '../../src/assessment/values.js'
import { openLibrary } from '../../src/files/library.js'
import { loadRuleset, type ruleset as R, wordsIn } from '../../src/index.js'
import { askNeeded, assessSaid } from '../../src/interview/decide.js'
import { Folder } from '../cli/run.js'
import { ScriptedPrompter } from './scripted-prompter.js'

const { ruleset } = await loadRuleset(openLibrary([`${root}/rulesets`], root), 'incident-response')
const it_ = ruleset!
const asAt = '2026-11-22'
const determination = it_.values.get('who-to-tell') as R.Determination
const factOf = (ask: string) =>
  [...it_.values.values()].find((value): value is R.Fact => value.kind === 'fact' && value.ask === ask)!

type Answers = Record<string, string | number | string[]>

const ask = async (answers: Answers) => {
  const prompter = new ScriptedPrompter((prompt) =>
    prompt.kind === 'question' ? (answers[factOf(prompt.screen.ask).id] ?? ':unsure') : undefined,
  )
  const { said } = await askNeeded({
    prompter,
    speech: { words: wordsIn('en'), language: 'en', ruleset: it_ },
    determination,
    asAt,
  })
  const scope = assessSaid(it_, determination, said, asAt).inventories.get('incidents')!.list[0]!.scope
  const { rules } = scope.get('who-to-tell') as Decision
  return {
    asked: prompter.questions.map(({ ask: text }) => factOf(text).id),
    rules: rules.filter(({ holds }) => holds === true).map(({ rule }) => rule.id),
  }
}

const hongKong: Answers = {
  'incident.kind': ['personal-data', 'system', 'crime'],
  'firm.places': ['hong-kong'],
  'firm.cap653-operator': 'no',
  'firm.licences': ['none'],
  'incident.harm': 'real',
  'incident.under-gba-contract': 'no',
  'incident.for-others': 'no',
}

describe('what is asked about an incident', () => {
  it('is seven questions for a firm in Hong Kong alone, and no clock where none runs', async () => {
    const { asked, rules } = await ask(hongKong)
    expect(asked).toEqual([
      'incident.kind',
      'firm.places',
      'firm.cap653-operator',
      'firm.licences',
      'incident.under-gba-contract',
      'incident.for-others',
      'incident.harm',
    ])
    expect(rules).toEqual(['pcpd-voluntary', 'hk-people-voluntary', 'hk-crime', 'hk-help', 'own-record'])
  })

  it('is the clock as soon as one runs, before everything else', async () => {
    const { asked } = await ask({
      ...hongKong,
      'firm.cap653-operator': 'yes',
      'incident.critical-system': 'yes',
      'incident.serious': 'yes',
      'incident.by-phone': 'yes',
    })
    expect(asked.slice(0, 8)).toEqual([
      'incident.kind',
      'firm.places',
      'firm.cap653-operator',
      'incident.critical-system',
      'incident.aware',
      'incident.by-phone',
      'incident.phoned',
      'incident.serious',
    ])
  })

  it('asks no firm of one place where it happened, and nobody about a place that it does not touch', async () => {
    const three = { ...hongKong, 'firm.places': ['hong-kong', 'mainland', 'macao'], 'incident.where': ['macao'] }
    const { asked } = await ask({ ...three, 'firm.macao-operator': 'no' })
    expect(asked).toContain('incident.where')
    expect(asked.filter((id) => ['incident.people-all', 'firm.ciio', 'firm.licences'].includes(id))).toEqual([])
    expect((await ask(hongKong)).asked).not.toContain('incident.where')
  })

  it('asks for the clock of what perhaps applies when all else is said', async () => {
    const { asked } = await ask({ ...hongKong, 'firm.licences': ':unsure' })
    expect(asked.at(-1)).toBe('incident.aware')
  })
})

const answers = (more: string) => `ruleset: incident-response
rulesetVersion: "1.0.0"
firm: {name: Acme}
date: 2026-11-22
answers: {firm.places: [hong-kong], firm.licences: [ia], firm.cap653-operator: no}
inventories:
  incidents:
    - id: one
      name: One
      answers: {incident.kind: [personal-data], incident.under-gba-contract: no, incident.for-others: no${more}}
`
const file = answers(", incident.harm: unsure, incident.aware: '2026-11-19 03:10'")

describe('what is shown', () => {
  const folder = new Folder({
    'a.answers.yaml': file,
    'no-clock.answers.yaml': answers(', incident.harm: prevented'),
  })
  const decide = async (more: string, now = '2026-11-21T18:00:00Z', name = 'a') => {
    const { code, out, err } = await folder.run(`decide who-to-tell --answers ${name}.answers.yaml ${more}`, { now })
    expect([code, err]).toEqual([0, ''])
    return out
  }

  it('begins with what must be done, with the time by the clock and what is left of it', async () => {
    expect(await decide('')).toContain(
      `It is 2026-11-22 02:00 (UTC+8).

One
  1 required, 1 recommended, 2 perhaps

  You must
     1. By 2026-11-22 03:10 (1 h 10 min left): Insurance Authority (Hong Kong).`,
    )
  })

  it('says so when time is over, and counts days', async () => {
    expect(await decide('', '2026-11-21T19:11:00Z')).toContain('By 2026-11-22 03:10 (ended 1 min ago)')
    expect(await decide('', '2026-11-18T19:20:00Z')).toContain('(2 days 23 h left)')
  })

  it('names the period where the clock is not known, and then no time now', async () => {
    const out = await decide('', undefined, 'no-clock')
    expect(out).toContain('Within 72 hours after you became aware of it: Insurance Authority')
    expect(out).not.toContain('UTC+8')
  })

  it('words what is voluntary as voluntary, and says what a perhaps depends on', async () => {
    const out = await decide('')
    const perhaps = out.slice(out.indexOf('Perhaps, if'))
    expect(perhaps).toContain('Privacy Commissioner (Hong Kong). Consider notifying')
    expect(perhaps).toContain('depends on: Can it harm the people concerned?')
    expect(out.slice(out.indexOf('You must'), out.indexOf('Recommended'))).not.toContain('Privacy Commissioner')
  })

  it('gives the minutes to programs', async () => {
    const { now, decisions } = JSON.parse(await decide('--format json')) as {
      now: string
      decisions: { outcomes: { rule: string; state: string; by?: object }[] }[]
    }
    expect(now).toBe('2026-11-22T02:00')
    expect(decisions[0]!.outcomes.find(({ rule }) => rule === 'ia')!.by).toEqual({
      text: 'within 72 hours after you became aware of it',
      due: '2026-11-22T03:10',
      minutesLeft: 70,
    })
    expect(JSON.parse(await decide('--format json', undefined, 'no-clock'))).not.toHaveProperty('now')
  })

  it('is Markdown too', async () => {
    const out = await decide('--format md')
    expect(out).toContain('It is 2026-11-22 02:00 (UTC+8).')
    expect(out).toContain('1. By 2026-11-22 03:10 (1 h 10 min left): Insurance Authority (Hong Kong).')
  })

  it.each([
    ['zh-Hant', '限 2026-11-22 03:10 前（尚餘 1 小時 10 分鐘）'],
    ['zh-Hans', '2026-11-22 03:10 前（剩余 1 小时 10 分钟）'],
  ])('is worded in %s', async (language, text) => {
    expect(await decide(`--lang ${language}`)).toContain(text)
  })

  it('leaves the report of the whole assessment without a clock', async () => {
    const score = (now: string) => folder.run('score a.answers.yaml --format json', { now })
    const [early, late] = [await score('2026-11-21T18:00:00Z'), await score('2026-11-25T18:00:00Z')]
    expect(early.code).toBe(0)
    expect(late.out).toBe(early.out)
    expect(early.out).toContain('2026-11-22T03:10')
    expect(early.out).not.toContain('minutesLeft')
  })
})
