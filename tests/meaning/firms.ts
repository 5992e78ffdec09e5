/** Random firms: what was answered, what is still open, and the ways to answer it. */
import fc from 'fast-check'
import { answersFor } from '../../src/answers/load.js'
import type { Answers } from '../../src/answers/answers.js'
import type { LongAnswer, WrittenAnswer, WrittenAnswers } from '../../src/answers/schema.js'
import { assess } from '../../src/assessment/assess.js'
import type { Assessment } from '../../src/assessment/assessment.js'
import { isError } from '../../src/diagnostics/diagnostic.js'
import { askedIn } from '../../src/ruleset/asked.js'
import { attainmentOf } from '../../src/ruleset/question-types/index.js'
import type { Fact, Question, Ruleset } from '../../src/ruleset/ruleset.js'
import { scoreAssessment, type Scored } from '../../src/scoring/score-assessment.js'
import { today } from './rulesets.js'

type Given = Readonly<Record<string, WrittenAnswer>>
export interface Entry {
  readonly id: string
  readonly answers: Given
}
/** One inventory is enough here; `items` in random rulesets, `flows` in the real one. */
export interface Firm {
  readonly answers: Given
  readonly inventory: string
  /** Whether the list is all there is; `absent`: the inventory is not mentioned. */
  readonly list: 'absent' | 'more' | 'all'
  readonly entries: readonly Entry[]
}

export const firm = (
  answers: Given,
  entries: readonly Given[] = [],
  list: Firm['list'] = 'all',
  inventory = 'items',
): Firm => ({
  answers,
  inventory,
  list,
  entries: entries.map((it, i) => ({ id: `e${i + 1}`, answers: it })),
})

export function written(ruleset: Ruleset, it: Firm, rest: Partial<WrittenAnswers> = {}): WrittenAnswers {
  return {
    ruleset: ruleset.id,
    rulesetVersion: ruleset.version,
    firm: { name: 'Firm' },
    date: today,
    answers: { ...it.answers },
    ...(it.list === 'absent'
      ? {}
      : {
          inventories: {
            [it.inventory]: it.list === 'all' ? [...it.entries] : { more: true, entries: [...it.entries] },
          },
        }),
    ...rest,
  }
}

export function answersOf(ruleset: Ruleset, content: WrittenAnswers): Answers {
  const { answers, findings } = answersFor(ruleset, { file: 'firm.yaml', text: '' }, content)
  if (!answers) throw new Error(`the answers do not fit: ${JSON.stringify(findings.filter(isError))}`)
  return answers
}

export const assessed = (ruleset: Ruleset, it: Firm, asAt?: string): Assessment =>
  assess(ruleset, answersOf(ruleset, written(ruleset, it)), asAt === undefined ? {} : { asAt })

export const scored = (ruleset: Ruleset, it: Firm, asAt?: string): Scored =>
  scoreAssessment(assessed(ruleset, it, asAt))

// --- making answers

/** A number for each thing that may be answered: which answer, and whether it is left open. */
export interface Picks {
  readonly of: (entry: string, id: string) => number
}

/** Numbers that look random, from a seed: shrinking one seed is enough, and no answer depends on another. */
const picks = (seed: number): Picks => ({
  of(entry, id) {
    let hash = seed ^ 0x9e3779b9
    for (const char of `${entry} ${id}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0x2c1b3c6d)
    hash ^= hash >>> 12
    return hash >>> 0
  },
})
const seeds = fc.integer({ min: 0, max: 0x7fffffff })

const isFact = (it: Fact | Question): it is Fact => 'kind' in it

/** One of all the answers; `unsure` and nothing are no answers. */
export function pickAnswer(it: Fact | Question, n: number, numbers: readonly number[]): WrittenAnswer {
  const options = it.options.map((option) => option.id)
  if (it.type === 'number') {
    const allowed = numbers.filter((number) => number >= it.min && number <= it.max)
    return allowed[n % allowed.length]!
  }
  if (it.type === 'date') return `2026-0${1 + (n % 9)}-01`
  if (it.type === 'choice') return options[n % options.length]!
  const exclusive = it.options.find((option) => 'exclusive' in option && option.exclusive)?.id
  const chosen = options.filter((id, i) => id !== exclusive && (n >> i) & 1)
  return chosen.length > 0 ? chosen : [exclusive ?? options[0]!]
}

const withEvidence = (answer: WrittenAnswer, n: number): WrittenAnswer => {
  const evidence = [undefined, [{ ref: 'x' }], [{ ref: 'x', until: today }], [{ ref: 'x', until: '2026-06-14' }]][n % 4]
  return evidence ? { answer: answer as string | string[], evidence } : answer
}

interface FirmOptions {
  readonly inventory?: string
  /** The numbers that are answered. */
  readonly numbers?: readonly number[]
  /** How many in ten are left open. */
  readonly open?: number
  readonly entries?: number
}

/** The answers of one place, some open: nothing said, `unsure`, or not applicable where that may be said. */
function someAnswers(
  ruleset: Ruleset,
  inventory: string | undefined,
  entry: string,
  { of }: Picks,
  numbers: readonly number[],
  open: number,
): Given {
  const given: Record<string, WrittenAnswer> = {}
  for (const [id, it] of askedIn(ruleset)) {
    if (it.inventory !== inventory) continue
    const n = of(entry, id)
    const state = of(`${entry} open`, id) % 10
    if (state < open) {
      if (state % 2 === 1) given[id] = 'unsure'
    } else if (!isFact(it) && it.mayBeNotApplicable && state === 9) given[id] = { notApplicable: 'Not here.' }
    else
      given[id] = isFact(it)
        ? pickAnswer(it, n, numbers)
        : withEvidence(pickAnswer(it, n, numbers), of(`${entry} evidence`, id))
  }
  return given
}

export type Maker = (ruleset: Ruleset) => Firm

/** A random firm, once its ruleset is known. */
export function firms({
  inventory = 'items',
  numbers = [0, 1, 2, 3],
  open = 4,
  entries = 3,
}: FirmOptions = {}): fc.Arbitrary<Maker> {
  return fc
    .record({
      seed: seeds,
      entries: fc.integer({ min: 0, max: entries }),
      list: fc.constantFrom<Firm['list']>('all', 'all', 'all', 'more', 'absent'),
      open: fc.integer({ min: 0, max: open }),
    })
    .map(({ seed, entries, list, open }) => {
      const made: { firm?: Firm } = {}
      const make = (ruleset: Ruleset): Firm => {
        const of = picks(seed)
        const ids = list === 'absent' ? [] : Array.from({ length: entries }, (_, i) => `e${i + 1}`)
        return (made.firm = {
          answers: someAnswers(ruleset, undefined, '', of, numbers, open),
          inventory,
          list,
          entries: ids.map((id) => ({ id, answers: someAnswers(ruleset, inventory, id, of, numbers, open) })),
        })
      }
      // A counterexample shows the firm that was made.
      return Object.assign(make, { [fc.toStringMethod]: () => JSON.stringify(made.firm) })
    })
}

/** Answered: says something that counts. `unsure` and silence are open. */
export const isAnswered = (given: WrittenAnswer | undefined): boolean =>
  given !== undefined &&
  given !== 'unsure' &&
  !(typeof given === 'object' && !Array.isArray(given) && given.answer === 'unsure')

/** How open questions are completed: as it comes, or all at their best or worst. */
export type Lean = 'any' | 'best' | 'worst'

/** Every open thing answered, further entries added where there may be any: one completion. */
export function complete(
  ruleset: Ruleset,
  it: Firm,
  seed: number,
  lean: Lean = 'any',
  numbers: readonly number[] = [0, 1, 2, 3],
): Firm {
  const { of } = picks(seed)
  const fill = (inventory: string | undefined, entry: string, answers: Given): Given => {
    const filled: Record<string, WrittenAnswer> = { ...answers }
    for (const [id, asked] of askedIn(ruleset)) {
      if (asked.inventory !== inventory || isAnswered(answers[id])) continue
      const n = of(entry, id)
      if (isFact(asked)) filled[id] = pickAnswer(asked, n, numbers)
      else if (lean !== 'any') filled[id] = withEvidence(extreme(asked, lean), of(`${entry} evidence`, id))
      else if (asked.mayBeNotApplicable && n % 5 === 0) filled[id] = { notApplicable: 'Not here.' }
      else filled[id] = withEvidence(pickAnswer(asked, n >>> 3, numbers), of(`${entry} evidence`, id))
    }
    return filled
  }
  const further = it.list === 'all' ? 0 : of('', 'further entries') % 3
  const entries = [
    ...it.entries,
    ...Array.from({ length: further }, (_, i) => ({ id: `further${i + 1}`, answers: {} })),
  ]
  return {
    ...it,
    answers: fill(undefined, '', it.answers),
    list: 'all',
    entries: entries.map(({ id, answers }) => ({ id, answers: fill(it.inventory, id, answers) })),
  }
}

/** The answer that attains most, or least. */
export function extreme(question: Question, lean: 'best' | 'worst'): WrittenAnswer {
  const attained = (chosen: readonly string[]) => attainmentOf[question.type].of(chosen, question.options)
  const options = question.options.map((option) => option.id)
  if (question.type === 'multi' && lean === 'best') return options.filter((_, i) => !question.options[i]!.exclusive)
  const sorted = [...options].sort((a, b) => attained([b]) - attained([a]))
  return lean === 'best' ? sorted[0]! : sorted.at(-1)!
}

/** One further thing said: a fact or question answered, an entry listed, a list closed. */
export type Step = (it: Firm) => Firm

/** The steps from a firm to a completion of it, in an order that the seed picks; entries are listed before their answers. */
export function steps(from: Firm, to: Firm, seed: number): Step[] {
  const { of } = picks(seed)
  const all: { at: number; step: Step }[] = []
  const entry =
    (id: string, change: (it: Entry) => Entry): Step =>
    (it) => ({ ...it, entries: it.entries.map((one) => (one.id === id ? change(one) : one)) })
  for (const [id, given] of Object.entries(to.answers)) {
    if (given !== from.answers[id])
      all.push({ at: of('', id), step: (it) => ({ ...it, answers: { ...it.answers, [id]: given } }) })
  }
  const before = new Map(from.entries.map((it) => [it.id, it.answers]))
  const listed: number[] = [0]
  for (const { id: entryId, answers } of to.entries) {
    const known = before.get(entryId)
    const start = known ? 0 : of(entryId, 'listed') / 2
    if (!known) {
      listed.push(start)
      all.push({
        at: start,
        step: (it) => ({ ...it, list: 'more', entries: [...it.entries, { id: entryId, answers: {} }] }),
      })
    }
    for (const [id, given] of Object.entries(answers)) {
      if (given !== known?.[id])
        all.push({
          at: start + 1 + of(entryId, id),
          step: entry(entryId, (it) => ({ ...it, answers: { ...it.answers, [id]: given } })),
        })
    }
  }
  if (from.list !== 'all')
    all.push({ at: Math.max(...listed) + 1 + of('', 'closed'), step: (it) => ({ ...it, list: 'all' }) })
  return all.sort((a, b) => a.at - b.at).map(({ step }) => step)
}

/** Changes one answer in one place. */
export function change(
  it: Firm,
  entry: string | undefined,
  id: string,
  to: (before: WrittenAnswer | undefined) => WrittenAnswer,
): Firm {
  if (entry === undefined) return { ...it, answers: { ...it.answers, [id]: to(it.answers[id]) } }
  return {
    ...it,
    entries: it.entries.map((one) =>
      one.id === entry ? { ...one, answers: { ...one.answers, [id]: to(one.answers[id]) } } : one,
    ),
  }
}

/** The same answer with another option chosen: note and evidence stay. */
export const choosing = (before: WrittenAnswer | undefined, answer: WrittenAnswer): WrittenAnswer =>
  typeof before === 'object' && !Array.isArray(before)
    ? { ...before, answer: answer as Exclude<LongAnswer['answer'], undefined> }
    : answer

export { seeds }
