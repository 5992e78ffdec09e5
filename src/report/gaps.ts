/** What is not surely met, what is open, and what closing or answering it would do. */
import type { AssessedQuestion, Assessment } from '../assessment/assessment.js'
import { MissingFacts } from '../assessment/missing.js'
import type { Decision } from '../assessment/values.js'
import { add, type Fraction, subtract, ZERO } from '../scoring/exact.js'
import { shared } from '../documents/json-writer.js'
import { attainmentOf } from '../ruleset/question-types/index.js'
import type { Question, Ruleset } from '../ruleset/ruleset.js'
import { falls, lifts } from '../scoring/lift.js'
import { printLedger } from '../scoring/print.js'
import { firmTwig, leafKey, paramsOf, type Scored } from '../scoring/score-assessment.js'
import type { Words } from '../text/words.js'
import { askOf, citesOf, placesOf } from './determinations.js'
import { once } from '../documents/once.js'
import { pointsOf } from './points.js'
import type { Report } from './schema.js'
import { allQuestions } from './score.js'
import { isWithheld } from './value-text.js'

type Ledger = Report['ledger']
/** The low of the whole, given that of the part a gap is in. */
type SuiteLow = (low: Fraction) => Fraction

/**
 * The ledger in thousandths of a point: contributions add up to the score, losses to 100 less the score. Empty where
 * nothing is scored, or by a model whose score is no sum.
 */
export function ledgerOf(scored: Scored): Ledger {
  if (!scored.range || scored.ledger.length === 0) return []
  const printed = printLedger(scored.ledger, scored.range.low)
  return scored.ledger.map((line, i) => {
    const { contribution, loss, entryLoss } = printed[i]!
    // Step by step, here and below: a spread takes a microsecond, and there are thousands in a report.
    const shown = (
      line.part === undefined ? { section: line.branch } : { part: line.part, section: line.branch }
    ) as Ledger[number]
    if (line.twig !== firmTwig) shown.entry = line.twig
    // Points that are nobody's have no leaf, and no question.
    shown.question = line.leaf.slice(0, line.leaf.indexOf(' '))
    shown.contribution = contribution / 1000
    shown.loss = loss / 1000
    shown.entryLoss = entryLoss / 1000
    shown.counts = line.counts
    return shown
  })
}

/**
 * The score's rise when each gap alone were closed, in points, by leaf key: as if its question were answered best and
 * nothing else changed; in a suite the rise of the suite's. What was answered below it then counts; a follow-up alone
 * cannot be met before its question is.
 */
function liftOf(scored: Scored, gaps: readonly AssessedQuestion[], suiteLow: SuiteLow): Map<string, number> {
  const { assessment, tree } = scored
  const byKey = new Map<string, AssessedQuestion>()
  const followUps = new Map<string, AssessedQuestion[]>()
  for (const it of allQuestions(assessment)) {
    byKey.set(leafKey(it.question.id, it.entry), it)
    if (!it.question.after) continue
    const parent = leafKey(it.question.after.question, it.entry)
    const others = followUps.get(parent)
    if (others) others.push(it)
    else followUps.set(parent, [it])
  }
  const raise = (key: string, attained: number, set: Map<string, number>): Map<string, number> => {
    set.set(key, attained)
    for (const it of followUps.get(key) ?? []) {
      if (attained >= it.question.after!.attains) raise(leafKey(it.question.id, it.entry), ownAttainment(it), set)
    }
    return set
  }
  const groups = gaps.map((gap) => {
    const key = leafKey(gap.question.id, gap.entry)
    const { after } = gap.question
    const parent = after && byKey.get(leafKey(after.question, gap.entry))
    const alone = !parent || parent.low >= after.attains
    return { id: key, set: alone ? raise(key, 1, new Map()) : new Map<string, number>() }
  })
  const rises = lifts(assessment.ruleset.model, tree, paramsOf(assessment), groups)
  const low = scored.range?.low ?? ZERO
  const before = suiteLow(low)
  return new Map([...rises].map(([key, rise]) => [key, pointsOf(subtract(suiteLow(add(low, rise)), before))]))
}

/** What the answer that was given attains by itself, whatever it follows up; nothing where there is none. */
export function ownAttainment({ answer, question }: AssessedQuestion): number {
  if (answer?.state !== 'answered') return 0
  return attainmentOf[question.type].of(chosenOf(answer.value), question.options)
}

const chosenOf = (value: string | number | readonly string[]): readonly string[] =>
  typeof value === 'object' ? value : [String(value)]

/**
 * Every applicable question that does not surely attain 1; greatest lift first, then the loss in the score, then the loss
 * in its own entry, so that the second-weakest entry is never hidden.
 */
export function gapsOf(
  scored: Scored,
  ledger: Ledger,
  suiteLow: SuiteLow,
  part: string | undefined,
  words: Words,
): Report['gaps'] {
  const { assessment } = scored
  const gaps = allQuestions(assessment).filter(
    (it) => it.state !== 'hidden' && it.state !== 'not-applicable' && it.low < 1 && it.question.weight > 0,
  )
  const rises = liftOf(scored, gaps, suiteLow)
  const lines = new Map(ledger.map((line) => [leafKey(line.question, line.entry), line]))
  return gaps.map((it) => {
    const { question, entry, state } = it
    const key = leafKey(question.id, entry)
    const line = lines.get(key)
    const answer = answerText(it, words)
    const gap = { question: question.id } as Report['gaps'][number]
    if (part !== undefined) gap.part = part
    gap.section = question.section
    if (entry !== undefined) Object.assign(gap, entryOf(assessment, question.inventory, entry))
    gap.ask = question.ask
    if (answer !== undefined) gap.answer = answer
    gap.state = state as 'answered'
    gap.applicable = it.applicable === true ? 'sure' : 'perhaps'
    gap.attainment = { low: it.low, high: it.high }
    gap.loss = line?.loss ?? 0
    gap.entryLoss = line?.entryLoss ?? 0
    gap.lift = rises.get(key) ?? 0
    gap.obligation = question.obligation
    gap.cites = citesOf(assessment, question.cites)
    gap.controls = controlsIn(assessment.ruleset)(question)
    gap.remedy = question.remedy ? shared(question.remedy) : null
    return gap
  })
}

const controlsIn = once((ruleset: Ruleset) =>
  once((question: Question): Report['gaps'][number]['controls'] =>
    shared(
      question.tags.controls.map(({ standard, ids }) => ({
        standard,
        short: ruleset.sources.get(standard)?.short ?? standard,
        ids: [...ids],
      })),
    ),
  ),
)

export const byWorth = (a: Report['gaps'][number], b: Report['gaps'][number]): number =>
  b.lift - a.lift || b.loss - a.loss || b.entryLoss - a.entryLoss || (keyOf(a) < keyOf(b) ? -1 : 1)

const keyOf = (it: { question: string; entry?: string }) => leafKey(it.question, it.entry)

/** The entry's id and name, where there is one. */
export function entryOf(
  assessment: Assessment,
  inventory: string | undefined,
  entry: string | undefined,
): { entry?: string; entryName?: string } {
  if (entry === undefined) return {}
  return { entry, entryName: assessment.inventories.get(inventory!)!.list.find((it) => it.id === entry)!.name }
}

/** What was answered, in the words of the options. */
export function answerText({ answer, question }: AssessedQuestion, words: Words): string | undefined {
  if (answer?.state !== 'answered') return undefined
  if (isWithheld(question, words)) return words.report.confidential
  return words.marks.clauses(
    chosenOf(answer.value).map((id) => question.options.find((option) => option.id === id)?.label ?? id),
  )
}

/**
 * What to answer first: the facts that keep a decision or a gate open, then the questions that narrow the range most.
 * A question narrows it by the rise of low when answered best, or the fall of high when answered worst, whichever is more.
 */
export function answerFirstOf(scored: Scored, gaps: Report['gaps']): Report['answerFirst'] {
  const { assessment, tree } = scored
  const open = allQuestions(assessment).filter(
    (it) => (it.state === 'unsure' || it.state === 'unanswered') && it.question.weight > 0,
  )
  const lift = new Map(gaps.map((gap) => [leafKey(gap.question, gap.entry), gap.lift]))
  const keys = open.map((it) => leafKey(it.question.id, it.entry))
  const fall = falls(assessment.ruleset.model, tree, paramsOf(assessment), keys)
  const questions = open.map((it, i): Report['answerFirst'][number] => {
    const key = keys[i]!
    return {
      kind: 'question',
      id: it.question.id,
      ...entryOf(assessment, it.question.inventory, it.entry),
      ask: it.question.ask,
      narrows: Math.max(lift.get(key) ?? 0, pointsOf(fall.get(key)!)),
      decides: [],
    }
  })
  questions.sort((a, b) => b.narrows! - a.narrows! || (leafKey(a.id, a.entry) < leafKey(b.id, b.entry) ? -1 : 1))
  return [...openFacts(assessment), ...questions]
}

/** Open facts, and what each keeps open: verdicts, gates, the applicability of sections. */
function openFacts(assessment: Assessment): Report['answerFirst'] {
  const found = new Map<string, Report['answerFirst'][number]>()
  const note = (
    collect: (missing: MissingFacts) => void,
    decides: Report['answerFirst'][number]['decides'][number],
  ) => {
    const missing = new MissingFacts(assessment.ruleset, (id) => assessment.inventories.get(id)!)
    collect(missing)
    for (const it of missing.list) {
      const key = leafKey(it.id, it.entry)
      const inventory = assessment.ruleset.values.get(it.id)?.inventory
      const before = found.get(key) ?? {
        kind: assessment.ruleset.inventories.has(it.id) ? ('inventory' as const) : ('fact' as const),
        id: it.id,
        ...entryOf(assessment, inventory, it.entry),
        ask: askOf(assessment, it),
        narrows: null,
        decides: [],
      }
      found.set(key, { ...before, decides: [...before.decides, decides] })
    }
  }
  for (const { gate, state } of assessment.gates) {
    if (state === undefined)
      note((missing) => missing.ofCondition(gate.when, assessment.firm), {
        kind: 'gate',
        id: gate.id,
        title: gate.says,
      })
  }
  for (const value of assessment.ruleset.values.values()) {
    if (value.kind !== 'determination') continue
    for (const { scope, entry } of placesOf(assessment, value.inventory)) {
      const decision = scope.get(value.id) as Decision
      const at = {
        kind: 'determination' as const,
        id: value.id,
        ...(entry === undefined ? {} : { entry }),
        title: value.title,
      }
      note((missing) => missing.ofRules(decision, scope), at)
    }
  }
  for (const { section, entries } of assessment.sections) {
    for (const { applicable, scope, entry } of entries) {
      if (applicable !== undefined) continue
      const at = {
        kind: 'section' as const,
        id: section.id,
        ...(entry === undefined ? {} : { entry }),
        title: section.title,
      }
      note((missing) => missing.ofCondition(section.when, scope), at)
    }
  }
  const rank = ({ decides }: Report['answerFirst'][number]) =>
    decides.length + (decides.some((it) => it.kind === 'gate') ? 1000 : 0)
  return [...found.values()].sort(
    (a, b) => rank(b) - rank(a) || (leafKey(a.id, a.entry) < leafKey(b.id, b.entry) ? -1 : 1),
  )
}
