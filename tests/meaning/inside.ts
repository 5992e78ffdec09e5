/** What it means that one assessment lies within another that knows less. */
import { expect } from 'vitest'
import type { AssessedQuestion, Assessment } from '../../src/assessment/assessment.js'
import type { Truth } from '../../src/assessment/truth.js'
import type { Decision, DerivedValue, FactValue, Value, ValueScope } from '../../src/assessment/values.js'
import { bandRange } from '../../src/report/score.js'
import { compare } from '../../src/scoring/exact.js'
import type { Range } from '../../src/scoring/range.js'
import type { Scored } from '../../src/scoring/score-assessment.js'

/** Throws with its words, at a fraction of the cost of `expect`: these run some hundred thousand times. */
export function must(holds: boolean, says: () => string): void {
  if (!holds) expect.fail(says())
}

const json = (it: unknown) =>
  JSON.stringify(it, (_, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value === Infinity ? '∞' : value,
  )

/** Some number of different people that cannot be: such answers contradict each other and are promised nothing. */
export const contradictory = (assessment: Assessment): boolean =>
  [...assessment.ruleset.values.values()].some(
    (it) =>
      it.kind === 'derived' && it.inventory === undefined && (assessment.firm.get(it.id) as DerivedValue).contradicts,
  )

export function rangeInside(inner: Range | null | undefined, outer: Range | null | undefined, what: string): void {
  if (!inner) return
  must(outer !== null && outer !== undefined, () => `${what}: a score where none was possible`)
  must(
    compare(inner.low, outer!.low) >= 0 && compare(inner.high, outer!.high) <= 0,
    () => `${what}: ${json(inner)} outside ${json(outer)}`,
  )
}

const stays = (before: Truth, after: Truth, what: string) =>
  must(before === undefined || before === after, () => `${what} was ${before} and is ${after}`)

/** Whatever was decided stays decided, and every interval and list of candidates only shrinks. */
export function assessmentInside(inner: Assessment, outer: Assessment): void {
  for (const definition of outer.ruleset.values.values()) {
    const places = (it: Assessment): Map<string, ValueScope> =>
      definition.inventory === undefined
        ? new Map([['', it.firm]])
        : new Map((it.inventories.get(definition.inventory)?.list ?? []).map((entry) => [entry.id, entry.scope]))
    const now = places(inner)
    for (const [entry, scope] of places(outer))
      valueInside(now.get(entry)!.get(definition.id), scope.get(definition.id), `${definition.id} ${entry}`)
  }
  const gates = new Map(inner.gates.map(({ gate, state }) => [gate.id, state]))
  for (const { gate, state } of outer.gates) stays(state, gates.get(gate.id), `gate ${gate.id}`)
  const key = (it: AssessedQuestion) => `${it.question.id} ${it.entry ?? ''}`
  const questions = (it: Assessment) =>
    it.sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.questions))
  const after = new Map(questions(inner).map((it) => [key(it), it]))
  for (const before of questions(outer)) questionInside(after.get(key(before))!, before, key(before))
}

function questionInside(inner: AssessedQuestion, outer: AssessedQuestion, what: string): void {
  stays(outer.applicable, inner.applicable, `whether ${what} applies`)
  if (inner.state === 'hidden' || inner.state === 'not-applicable') return
  must(
    inner.low >= outer.low && inner.high <= outer.high,
    () => `${what}: ${inner.low}–${inner.high} outside ${outer.low}–${outer.high}`,
  )
  must(outer.state !== 'hidden', () => `${what} was hidden and is ${inner.state}`)
}

function valueInside(inner: Value, outer: Value, what: string): void {
  if (outer.kind === 'fact') return stays(outer.applicable, (inner as FactValue).applicable, `whether ${what} applies`)
  if (outer.kind === 'derived') {
    const now = inner as DerivedValue
    stays(outer.holds, now.holds, what)
    return must(
      now.low >= outer.low && now.high <= outer.high,
      () => `${what}: ${now.low}–${now.high} outside ${outer.low}–${outer.high}`,
    )
  }
  decisionInside(inner as Decision, outer, what)
}

function decisionInside(inner: Decision, outer: Decision, what: string): void {
  if (outer.determination.decide === 'first') {
    must(
      inner.candidates.length > 0 && inner.candidates.every((it) => outer.candidates.includes(it)),
      () => `${what}: ${json(inner.candidates)} outside ${json(outer.candidates)}`,
    )
  } else {
    const now = new Map(inner.rules.map(({ rule, holds }) => [rule.id, holds]))
    const before = new Map(outer.rules.map(({ rule, holds }) => [rule.id, holds]))
    for (const { rule, holds } of outer.rules)
      if (holds) must(now.get(rule.id) === true, () => `${what}: rule ${rule.id} held and does not`)
    for (const id of now.keys()) must(before.has(id), () => `${what}: rule ${id} could not hold and may`)
  }
  const now = new Map(inner.alternatives.map(({ alternative, open }) => [alternative.id, open]))
  const before = new Map(outer.alternatives.map(({ alternative, open }) => [alternative.id, open]))
  for (const [id, open] of before)
    if (open) must(now.get(id) === true, () => `${what}: alternative ${id} was open and is not`)
  for (const id of now.keys()) must(before.has(id), () => `${what}: alternative ${id} was closed and is not`)
  for (const then of outer.then) must(inner.then.includes(then), () => `${what}: ${then.id} was due and is not`)
}

/** The same of the score: range, band, evidenced, strict, and the range of each section and entry. */
export function scoreInside(inner: Scored, outer: Scored): void {
  rangeInside(inner.range, outer.range, 'score')
  const bands = outer.assessment.ruleset.bands
  const from = (id: string) => bands.find((band) => band.id === id)!.from
  const [now, before] = [bandRange(inner), bandRange(outer)]
  if (now && before)
    must(
      from(now.low.id) >= from(before.low.id) && from(now.high.id) <= from(before.high.id),
      () => `band ${json(now)} outside ${json(before)}`,
    )
  for (const view of ['evidenced', 'strict'] as const) {
    const [a, b] = [inner[view], outer[view]]
    if (a && b) must(compare(a, b) >= 0, () => `${view} fell from ${json(b)} to ${json(a)}`)
  }
  for (const [i, section] of (inner.result?.branches ?? []).entries()) {
    if (!section) continue
    const was = outer.result?.branches[i]
    rangeInside(section, was, section.key)
    for (const twig of section.twigs) {
      const then = was?.twigs.find((it) => it.key === twig.key)
      if (then) rangeInside(twig.range, then.range, `${section.key} ${twig.key}`)
    }
  }
}

/** evidenced ≤ low ≤ high, strict ≤ low. */
export function scoreInOrder({ range, evidenced, strict }: Scored): void {
  must((evidenced === null) === (range === null), () => 'evidenced without a score, or a score without')
  if (!range) return
  must(
    compare(evidenced!, range.low) <= 0 && compare(range.low, range.high) <= 0 && compare(strict!, range.low) <= 0,
    () => `out of order: ${json({ range, evidenced, strict })}`,
  )
}
