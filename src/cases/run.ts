/** Cases: given these answers, a ruleset must say this. */
import type { Answers } from '../answers/answers.js'
import { answersFor } from '../answers/load.js'
import type { WrittenAnswer, WrittenAnswers } from '../answers/schema.js'
import { assess } from '../assessment/assess.js'
import type { AssessedSection, Assessment } from '../assessment/assessment.js'
import { dueIn } from '../assessment/deadline.js'
import { MissingFacts } from '../assessment/missing.js'
import type { Truth } from '../assessment/truth.js'
import { type Decision, outcomeOf, type ValueScope } from '../assessment/values.js'
import * as gate from '#validators/cases'
import { type Finding, isError, type Path } from '../diagnostics/diagnostic.js'
import { check } from '../documents/gate.js'
import { read } from '../documents/read.js'
import type { Source } from '../documents/source.js'
import { allQuestions, bandRange } from '../report/score.js'
import { type Ruleset, undetermined } from '../ruleset/ruleset.js'
import { toPoints1 } from '../scoring/print.js'
import { scoreAssessment } from '../scoring/score-assessment.js'
import { inventoriesIn, reserved, unknownInCase, unknownInFile } from './names.js'
import type { Expectation, WrittenCase, WrittenCases } from './schema.js'
import type { Change } from './update.js'

export interface CaseResult {
  readonly id: string
  readonly passed: boolean
  /** What came out where something else was expected. */
  readonly changes: readonly Change[]
  /** Absent where its answers cannot be read. */
  readonly assessment?: Assessment
}

/**
 * Runs every case of a file against a ruleset.
 * @returns one result a case, in the file's order, and for each that failed what was expected and what came out
 */
export function runCases(ruleset: Ruleset, source: Source): { results: CaseResult[]; findings: Finding[] } {
  const { cases, findings } = readCases(ruleset, source)
  const results = (cases?.cases ?? []).map((row, i) => {
    const path = ['cases', i]
    const wrong = unknownInCase(ruleset, source.file, row, path)
    const ran: Ran =
      wrong.length > 0 ? { findings: wrong, changes: [] } : runCase(ruleset, source.file, cases!, row, path)
    findings.push(...ran.findings)
    return { id: row.id, passed: !ran.findings.some(isError), ...without(ran) }
  })
  return { results, findings }
}

/** What is wrong with a cases file as it is written; whether its cases pass is for {@link runCases} to say. */
export function checkCases(ruleset: Ruleset, source: Source): Finding[] {
  const { cases, findings } = readCases(ruleset, source)
  for (const [i, row] of (cases?.cases ?? []).entries()) {
    const path = ['cases', i]
    const wrong = unknownInCase(ruleset, source.file, row, path)
    findings.push(...(wrong.length > 0 ? wrong : answersIn(ruleset, source.file, cases!, row, path).findings))
  }
  return findings
}

function readCases(ruleset: Ruleset, source: Source): { cases?: WrittenCases; findings: Finding[] } {
  const { value, findings: broken } = read(source)
  if (broken.some(isError)) return { findings: [...broken] }
  const misshapen = check(gate, source, value)
  if (misshapen.some(isError)) return { findings: [...broken, ...misshapen] }
  const cases = value as WrittenCases
  const wrong = unknownInFile(ruleset, source.file, cases)
  const findings = [...broken, ...misshapen, ...wrong]
  // What is given to every case would be reported for each of them.
  return wrong.length > 0 ? { findings } : { cases, findings }
}

interface Ran {
  readonly findings: readonly Finding[]
  readonly changes: readonly Change[]
  readonly assessment?: Assessment
}

const without = ({ changes, assessment }: Ran) => ({ changes, ...(assessment && { assessment }) })

function runCase(ruleset: Ruleset, file: string, cases: WrittenCases, row: WrittenCase, path: Path): Ran {
  const { answers, findings } = answersIn(ruleset, file, cases, row, path)
  if (!answers) return { findings, changes: [] }
  const assessment = assess(ruleset, answers)
  const differences = [...compareCase(assessment, row.expect, { file, id: row.id, path: [...path, 'expect'] })]
  return {
    findings: differences.map((it) => it.finding),
    changes: differences.flatMap(({ finding, found }) => (found === undefined ? [] : [{ path: finding.path, found }])),
    assessment,
  }
}

/** What was expected and did not come out, and what may stand there instead. */
interface Difference {
  readonly finding: Finding
  readonly found?: Change['found']
}

/** The answers of a case stand in its row and in the file's defaults: the row is the place to look. */
function answersIn(
  ruleset: Ruleset,
  file: string,
  cases: WrittenCases,
  row: WrittenCase,
  path: Path,
): { answers?: Answers; findings: Finding[] } {
  const { answers, findings } = answersFor(ruleset, { file, text: '' }, answersOfCase(ruleset, cases, row))
  return {
    ...(answers && { answers }),
    findings: findings.filter(isError).map((finding) => ({ ...finding, path, on: 'value' as const })),
  }
}

export function answersOfCase(ruleset: Ruleset, cases: WrittenCases, row: WrittenCase): WrittenAnswers {
  const inventory = cases.each
  const entry = (id: string, differs: object) => ({
    id,
    answers: { ...cases.defaults, ...differs } as Record<string, WrittenAnswer>,
  })
  const entries = [
    entry('case', row.with ?? {}),
    ...(row.and ?? []).map((differs, i) => entry(`and-${i + 1}`, differs)),
  ]
  const firmWith = inventory === undefined ? { ...cases.defaults, ...row.with } : {}
  return {
    ruleset: ruleset.id,
    rulesetVersion: ruleset.version,
    firm: { name: row.id },
    date: row.asAt ?? cases.asAt,
    answers: { ...cases.given, ...firmWith, ...row.given },
    inventories: {
      // Inventories that the cases do not speak of are empty, not unknown.
      ...Object.fromEntries([...inventoriesIn(ruleset)].map((id) => [id, []])),
      ...(inventory === undefined ? {} : { [inventory]: row.more === true ? { more: true, entries } : entries }),
      ...row.inventories,
    },
  }
}

/** One entry of an inventory. */
export interface EntryOf {
  readonly inventory: string
  readonly id: string
}

interface CaseContext {
  readonly file: string
  readonly id: string
  readonly path: Path
}

/** @param entry whose expectation it is; without one, that of the firm and of the first entry of each inventory */
function* compareCase(
  assessment: Assessment,
  expect: Expectation,
  context: CaseContext,
  entry?: EntryOf,
): Generator<Difference> {
  const { file, id } = context
  const who = entry ? `${entry.inventory} ${entry.id}: ` : ''
  const at = (...steps: Path): Path => [...context.path, ...steps]
  const failed = (what: string, expected: unknown, found: unknown, path: Path): Finding => ({
    code: 'cases/failed',
    args: { case: id, what: `${who}${what}`, expected: shown(expected), found: shown(found) },
    file,
    path,
    on: 'value',
  })
  const compare = function* (what: string, expected: unknown, found: unknown, path: Path): Generator<Difference> {
    if (JSON.stringify(expected) === JSON.stringify(found)) return
    const finding = failed(what, expected, found, path)
    yield typeof found === 'string' || typeof found === 'number' || Array.isArray(found)
      ? { finding, found: found as Change['found'] }
      : { finding }
  }

  const named = Object.keys(expect).filter((key) => !reserved.has(key))
  for (const name of named) {
    const decision = decisionIn(assessment, name, entry)
    if (!decision) yield { finding: failed(name, expect[name], 'no entry', at(name)) }
    else if (decision.value.determination.decide === 'all') {
      yield* compare(name, sorted(asList(expect[name])), sorted(holding(decision.value)), at(name))
    } else yield* compare(name, expect[name], outcomeOf(decision.value) ?? undetermined, at(name))
  }

  const [first] = named
  const decision = first === undefined ? undefined : decisionIn(assessment, first, entry)
  const found: Record<string, () => readonly string[]> = {
    candidates: () => decision?.value.candidates ?? [],
    missing: () => missingOf(assessment, decision),
    alternatives: () => offers(decision?.value, true),
    perhaps: () => [...offers(decision?.value, undefined), ...perhapsRules(decision?.value)],
    then: () => decision?.value.then.map((then) => then.id) ?? [],
    rules: () => rulesOf(decision?.value, true),
  }
  for (const [key, get] of Object.entries(found)) {
    if (expect[key] !== undefined) yield* compare(key, sorted(asList(expect[key])), sorted(get()), at(key))
  }

  for (const [id, expected] of Object.entries(expect.due ?? {})) {
    const ruling = decision?.value.rules.find(({ rule }) => rule.id === id)
    const due = ruling && decision ? (dueIn(ruling.rule.by, decision.scope) ?? 'unknown') : 'no such rule applies'
    yield* compare(`due ${id}`, expected, due.replace('T', ' '), at('due', id))
  }

  const scored = expect.score || expect.band !== undefined ? scoreAssessment(assessment) : undefined
  const points = {
    low: scored?.range?.low,
    high: scored?.range?.high,
    evidenced: scored?.evidenced,
    strict: scored?.strict,
  }
  for (const [key, expected] of Object.entries(expect.score ?? {})) {
    const value = points[key as keyof typeof points]
    yield* compare(`score ${key}`, expected, value ? toPoints1(value) : null, at('score', key))
  }
  if (scored && expect.band !== undefined) {
    yield* compare('band', expect.band, bandRange(scored)?.low.id ?? null, at('band'))
  }

  const all = [assessment, ...assessment.parts.map((part) => part.assessment)]
  const sections = all.flatMap((it) => it.sections)
  const gates = all.flatMap((it) => it.gates)
  for (const [name, expected] of Object.entries(expect.sections ?? {})) {
    const own = entry ? sectionsOf(assessment, entry) : sections
    const first = own.find((it) => it.section.id === name)?.entries[0]
    yield* compare(`section ${name}`, expected, first ? stateOf(first.applicable) : 'hidden', at('sections', name))
  }
  for (const [name, expected] of Object.entries(expect.questions ?? {})) {
    const own = entry
      ? sectionsOf(assessment, entry).flatMap((it) => it.entries.flatMap((one) => one.questions))
      : allQuestions(assessment)
    const first = own.find((it) => it.question.id === name)
    yield* compare(`question ${name}`, expected, first?.state ?? 'hidden', at('questions', name))
  }
  for (const [name, expected] of Object.entries(expect.gates ?? {})) {
    // A gate of another day is no gate of this one: it does not hold.
    const state = gates.find((it) => it.gate.id === name)?.state ?? undefined
    const known = gates.some((it) => it.gate.id === name)
    yield* compare(
      `gate ${name}`,
      expected,
      !known ? 'false' : state === undefined ? 'unknown' : String(state),
      at('gates', name),
    )
  }

  for (const [inventory, entries] of Object.entries(expect.entries ?? {}))
    for (const [name, expected] of Object.entries(entries)) {
      const path = at('entries', inventory, name)
      const there = all.some((it) => it.inventories.get(inventory)?.list.some((one) => one.id === name))
      if (there) yield* compareCase(assessment, expected, { ...context, path }, { inventory, id: name })
      else yield { finding: failed(`${inventory} ${name}`, 'an entry', 'no entry', path) }
    }
}

/** The determination of an entry, the first where none is named, or of the firm. */
export function decisionIn(
  assessment: Assessment,
  name: string,
  entry?: EntryOf,
): { value: Decision; scope: ValueScope } | undefined {
  const definition = assessment.ruleset.values.get(name)
  const scope =
    definition?.inventory === undefined
      ? assessment.firm
      : assessment.inventories
          .get(definition.inventory)
          ?.list.find((it) => entry === undefined || (definition.inventory === entry.inventory && it.id === entry.id))
          ?.scope
  return scope && { value: scope.get(name) as Decision, scope }
}

/** What is asked of one entry: the sections of its inventory, with it alone. */
export const sectionsOf = (assessment: Assessment, { inventory, id }: EntryOf): readonly AssessedSection[] =>
  [assessment, ...assessment.parts.map((part) => part.assessment)]
    .flatMap((it) => it.sections)
    .filter((it) => it.section.inventory === inventory)
    .map((it) => ({ ...it, entries: it.entries.filter((one) => one.entry === id) }))

export const holding = (decision: Decision): string[] =>
  decision.rules.filter(({ holds }) => holds === true).map(({ rule }) => rule.outcome)

const offers = (decision: Decision | undefined, open: Truth): string[] =>
  (decision?.alternatives ?? []).filter((it) => it.open === open).map((it) => it.alternative.offers)

/** The ids of the rules that hold, or that perhaps do. */
const rulesOf = (decision: Decision | undefined, holds: Truth): string[] =>
  (decision?.rules ?? []).filter((it) => it.holds === holds).map(({ rule }) => rule.id)

/** The outcomes of `decide: all` stand beside each other, so each rule may be open by itself. */
const perhapsRules = (decision: Decision | undefined): string[] =>
  decision?.determination.decide === 'all' ? rulesOf(decision, undefined) : []

function missingOf(assessment: Assessment, decision: { value: Decision; scope: ValueScope } | undefined): string[] {
  const missing = new MissingFacts(
    assessment.ruleset,
    (id) => assessment.inventories.get(id) ?? { complete: true, list: [] },
  )
  if (decision) missing.ofRules(decision.value, decision.scope)
  return missing.list.map((it) => it.id)
}

export const stateOf = (truth: Truth) => (truth === undefined ? 'perhaps' : truth ? 'applicable' : 'hidden')

const asList = (it: unknown): readonly string[] =>
  Array.isArray(it) ? (it as string[]) : typeof it === 'string' ? [it] : []

const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort()

const shown = (it: unknown): string =>
  Array.isArray(it) ? `[${it.join(', ')}]` : typeof it === 'string' ? it : JSON.stringify(it)
