/** What the cases of a ruleset never reach: a mistake there would go unseen. */
import type { Assessment } from '../assessment/assessment.js'
import type { Value } from '../assessment/values.js'
import { allQuestions } from '../report/score.js'
import type { Comparison, Condition, Ruleset } from '../ruleset/ruleset.js'
import { withParts } from './names.js'

const kinds = ['rule', 'alternative', 'gate', 'option', 'number'] as const
export type CoverageKind = (typeof kinds)[number]

/** Something that a case can reach. */
export interface Reachable {
  readonly kind: CoverageKind
  /** The determination, the gate, the fact or the question. */
  readonly of: string
  /** The rule, the alternative or the option. */
  readonly id?: string
  /** One side of a number that a condition names. */
  readonly side?: { readonly test: Comparison; readonly value: number }
}

export interface Coverage {
  readonly counts: Readonly<Record<CoverageKind, { readonly reached: number; readonly all: number }>>
  /** In the order of the ruleset. */
  readonly missed: readonly Reachable[]
}

const otherSide: Record<Comparison, Comparison> = {
  atLeast: 'lessThan',
  lessThan: 'atLeast',
  moreThan: 'atMost',
  atMost: 'moreThan',
}

const keyOf = ({ kind, of, id, side }: Reachable): string => JSON.stringify([kind, of, id, side?.test, side?.value])

/** @param assessments those of every case */
export function coverageOf(ruleset: Ruleset, assessments: readonly Assessment[]): Coverage {
  const all = new Map<string, Reachable>()
  for (const it of withParts(ruleset).flatMap((part) => [...reachableIn(part)])) all.set(keyOf(it), it)
  const sides = [...all.values()].filter((it) => it.kind === 'number')
  const reached = new Set<string>()
  for (const assessment of assessments) for (const it of reachedIn(assessment, sides)) reached.add(keyOf(it))
  const counts = Object.fromEntries(
    kinds.map((kind) => {
      const own = [...all.entries()].filter(([, it]) => it.kind === kind)
      return [kind, { reached: own.filter(([key]) => reached.has(key)).length, all: own.length }]
    }),
  ) as Coverage['counts']
  return { counts, missed: [...all].flatMap(([key, it]) => (reached.has(key) ? [] : [it])) }
}

function* reachableIn(ruleset: Ruleset): Generator<Reachable> {
  for (const value of ruleset.values.values()) {
    if (value.kind === 'determination') {
      for (const { id } of value.rules) yield { kind: 'rule', of: value.id, id }
      for (const { id } of value.alternatives) yield { kind: 'alternative', of: value.id, id }
    }
    if (value.kind === 'fact') for (const { id } of value.options) yield { kind: 'option', of: value.id, id }
  }
  for (const question of ruleset.questions.values())
    for (const { id } of question.options) yield { kind: 'option', of: question.id, id }
  for (const gate of ruleset.gates) yield { kind: 'gate', of: gate.id }
  for (const { fact, test, value } of numbersIn(ruleset)) {
    yield { kind: 'number', of: fact, side: { test, value } }
    yield { kind: 'number', of: fact, side: { test: otherSide[test], value } }
  }
}

/** Every comparison of a number, wherever a condition stands. */
function* numbersIn(ruleset: Ruleset): Generator<Extract<Condition, { kind: 'number' }>> {
  const conditions: (Condition | undefined)[] = [
    ...[...ruleset.values.values()].flatMap((value) => {
      if (value.kind === 'fact') return [value.when]
      if (value.kind === 'derived') return [value.rule.how === 'holds' ? value.rule.condition : value.rule.where]
      return [...value.rules, ...value.alternatives, ...value.then].map((it) => it.when)
    }),
    ...ruleset.sections.map((it) => it.when),
    ...[...ruleset.questions.values()].map((it) => it.when),
    ...ruleset.gates.map((it) => it.when),
    ...ruleset.contradictions.map((it) => it.when),
  ]
  for (const condition of conditions) if (condition) yield* numbersOf(condition)
}

function* numbersOf(condition: Condition): Generator<Extract<Condition, { kind: 'number' }>> {
  if (condition.kind === 'number') yield condition
  else if (condition.kind === 'not') yield* numbersOf(condition.of)
  else if (condition.kind === 'all' || condition.kind === 'any') for (const it of condition.of) yield* numbersOf(it)
}

function* reachedIn(assessment: Assessment, sides: readonly Reachable[]): Generator<Reachable> {
  for (const part of [assessment, ...assessment.parts.map((it) => it.assessment)]) {
    const scopes = [part.firm, ...[...part.inventories.values()].flatMap(({ list }) => list.map((it) => it.scope))]
    for (const scope of scopes) for (const value of scope.own.values()) yield* reachedBy(value, sides)
    for (const { gate, state } of part.gates) if (state === true) yield { kind: 'gate', of: gate.id }
  }
  for (const { question, state, answer } of allQuestions(assessment)) {
    if (state !== 'answered' || answer?.state !== 'answered') continue
    for (const id of [answer.value].flat()) yield { kind: 'option', of: question.id, id: String(id) }
  }
}

function* reachedBy(value: Value, sides: readonly Reachable[]): Generator<Reachable> {
  if (value.kind === 'decision') {
    const of = value.determination.id
    for (const { rule, holds } of value.rules) if (holds === true) yield { kind: 'rule', of, id: rule.id }
    for (const { alternative, open } of value.alternatives)
      if (open === true) yield { kind: 'alternative', of, id: alternative.id }
    return
  }
  // What is hidden is compared with nothing.
  if (value.kind === 'fact' && value.applicable !== true) return
  const id = value.kind === 'fact' ? value.fact.id : value.derived.id
  if (value.kind === 'fact') for (const option of value.options ?? []) yield { kind: 'option', of: id, id: option }
  for (const it of sides) if (it.of === id && surely(it.side!, value)) yield it
}

function surely(
  { test, value }: NonNullable<Reachable['side']>,
  { low, high }: { low: number; high: number },
): boolean {
  if (test === 'atLeast') return low >= value
  if (test === 'moreThan') return low > value
  return test === 'lessThan' ? high < value : high <= value
}
