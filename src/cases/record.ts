/** A file of cases recorded from the answers of a firm: what they give now is what is expected from now on. */
import { answersFor } from '../answers/load.js'
import { redact } from '../answers/redact.js'
import { yamlText } from '../answers/scalar-text.js'
import type { WrittenAnswers } from '../answers/schema.js'
import { assess } from '../assessment/assess.js'
import type { Assessment } from '../assessment/assessment.js'
import { outcomeOf } from '../assessment/values.js'
import { allQuestions, bandRange } from '../report/score.js'
import { type Ruleset, undetermined } from '../ruleset/ruleset.js'
import { toPoints1 } from '../scoring/print.js'
import { scoreAssessment } from '../scoring/score-assessment.js'
import { determinationsOf, inventoriesIn } from './names.js'
import { answersOfCase, decisionIn, type EntryOf, holding, sectionsOf, stateOf } from './run.js'
import type { EntryExpectation, Expectation, WrittenCase } from './schema.js'

/**
 * Names, notes, free texts and evidence files are left out: a case is for everybody to read, and the same follows from it.
 * @param written answers that the ruleset can read
 * @param id of the case
 * @param about where it comes from, for the first line
 */
export function recordedCase(ruleset: Ruleset, written: WrittenAnswers, id: string, about: string): string {
  // Whether an evidence file is there is for the firm to say; in a case every one that is named is.
  const { date, answers = {}, inventories = {} } = redact(ruleset, written, () => true)
  const unmentioned = [...inventoriesIn(ruleset)].filter((it) => !Object.hasOwn(inventories, it))
  const row: WrittenCase = {
    id,
    given: answers as NonNullable<WrittenCase['given']>,
    // A list that a file does not mention may hold anything; a case has to say so.
    inventories: {
      ...inventories,
      ...Object.fromEntries(unmentioned.map((it) => [it, { more: true, entries: [] }])),
    },
    expect: {},
  }
  const { answers: read } = answersFor(
    ruleset,
    { file: '', text: '' },
    answersOfCase(ruleset, { asAt: date, cases: [row] }, row),
  )
  if (!read) throw new Error('answers that were read read no more without their names')
  const expect = expectationOf(assess(ruleset, read))
  const { given, inventories: lists } = row
  return [
    '# yaml-language-server: $schema=../schema/cases.schema.json',
    `about: ${yamlText(about)}`,
    `asAt: ${date}`,
    'cases:',
    `  - id: ${yamlText(id)}`,
    ...block({ given, inventories: lists, expect }, '    '),
    '',
  ].join('\n')
}

/** Everything that a case can expect of these answers, but the reasons inside a determination. */
function expectationOf(assessment: Assessment): Expectation {
  const { ruleset } = assessment
  const all = [assessment, ...assessment.parts.map((part) => part.assessment)]
  const some = <T extends object>(key: string, it: T) => (Object.keys(it).length === 0 ? {} : { [key]: it })
  const decided = (of: (id: string) => boolean, entry?: EntryOf): Record<string, string | string[]> =>
    Object.fromEntries(
      determinationsOf(ruleset)
        .filter(of)
        .flatMap((id) => {
          const value = decisionIn(assessment, id, entry)?.value
          if (!value) return []
          const all = value.determination.decide === 'all'
          return [[id, all ? [...new Set(holding(value))].sort() : (outcomeOf(value) ?? undetermined)] as const]
        }),
    )
  // Of several entries the first stands with the firm, as it is looked at when the case is run; the others by themselves.
  const later = (inventory: string, id: string): EntryExpectation => {
    const own = sectionsOf(assessment, { inventory, id })
    return {
      ...decided((it) => ruleset.values.get(it)?.inventory === inventory, { inventory, id }),
      ...some(
        'sections',
        Object.fromEntries(own.flatMap((it) => it.entries.map((one) => [it.section.id, stateOf(one.applicable)]))),
      ),
      ...some(
        'questions',
        Object.fromEntries(
          own.flatMap((it) => it.entries.flatMap((one) => one.questions.map((q) => [q.question.id, q.state]))),
        ),
      ),
    }
  }
  const inventories = new Map(all.flatMap((it) => [...it.inventories]))
  const entries = Object.fromEntries(
    [...inventories].flatMap(([inventory, { list }]) => {
      const others = list.slice(1).map(({ id }) => [id, later(inventory, id)] as const)
      const telling = others.filter(([, it]) => Object.keys(it).length > 0)
      return telling.length === 0 ? [] : [[inventory, Object.fromEntries(telling)] as const]
    }),
  )
  const scored = scoreAssessment(assessment)
  const points = {
    low: scored.range?.low,
    high: scored.range?.high,
    evidenced: scored.evidenced,
    strict: scored.strict,
  }
  const score = Object.entries(points).flatMap(([key, value]) => (value ? [[key, toPoints1(value)] as const] : []))
  const band = bandRange(scored)?.low.id
  const first = <T>(pairs: readonly (readonly [string, T])[]): Record<string, T> =>
    Object.fromEntries([...pairs].reverse())
  const sections = first(
    all
      .flatMap((it) => it.sections)
      .map(({ section, entries }) => [section.id, entries[0] ? stateOf(entries[0].applicable) : 'hidden']),
  )
  const questions = first(allQuestions(assessment).map((it) => [it.question.id, it.state]))
  const gates = first(
    all.flatMap((it) => it.gates).map(({ gate, state }) => [gate.id, state === undefined ? 'unknown' : String(state)]),
  )
  return {
    ...decided(() => true),
    ...some('score', Object.fromEntries(score)),
    ...(band !== undefined && { band }),
    ...some('sections', inOrder(sections)),
    ...some('questions', inOrder(questions)),
    ...some('gates', inOrder(gates)),
    ...some('entries', entries),
  }
}

const inOrder = <T>(it: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(it).reverse())

/** Maps and lists of maps on lines of their own, what is said to one question on one. */
function block(it: object, indent: string): string[] {
  return Object.entries(it).flatMap(([key, value]: [string, unknown]) => {
    const name = `${indent}${yamlText(key)}:`
    if (isLong(value)) {
      if (!Array.isArray(value)) return [name, ...block(value, `${indent}  `)]
      const items = value.flatMap((one) => {
        const [first = '', ...rest] = block(one as object, `${indent}    `)
        return [`${indent}  - ${first.trimStart()}`, ...rest]
      })
      return [name, ...items]
    }
    return [`${name} ${flow(value)}`]
  })
}

/** What holds further maps, or many things, does not go on one line. */
const isLong = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !('answer' in value) &&
  Object.keys(value).length > 0 &&
  (Array.isArray(value)
    ? value.some((it) => typeof it === 'object') && 'id' in (value[0] as object)
    : Object.values(value).some((it) => typeof it === 'object') || Object.keys(value).length > 4)

const flow = (value: unknown): string => {
  if (typeof value === 'string') return yamlText(value)
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value).map(([key, it]) => `${yamlText(key)}: ${flow(it)}`)
  return `{${pairs.join(', ')}}`
}
