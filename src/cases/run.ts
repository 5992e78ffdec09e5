/** Cases: given these answers, a ruleset must say this. */
import { answersFor } from '../answers/load.js'
import type { WrittenAnswer, WrittenAnswers } from '../answers/schema.js'
import { assess } from '../assessment/assess.js'
import type { Assessment } from '../assessment/assessment.js'
import { MissingFacts } from '../assessment/missing.js'
import type { Truth } from '../assessment/truth.js'
import { type Decision, outcomeOf, type ValueScope } from '../assessment/values.js'
import * as gate from '#validators/cases'
import { type Finding, isError, type Path } from '../diagnostics/diagnostic.js'
import { check } from '../documents/gate.js'
import { nearest } from '../documents/nearest.js'
import { read } from '../documents/read.js'
import type { Source } from '../documents/source.js'
import { allQuestions, bandRange } from '../report/score.js'
import { type Ruleset, undetermined } from '../ruleset/ruleset.js'
import { toPoints1 } from '../scoring/print.js'
import { scoreAssessment } from '../scoring/score-assessment.js'
import type { Expectation, WrittenCase, WrittenCases } from './schema.js'

export interface CaseResult {
  readonly id: string
  readonly passed: boolean
}

/**
 * Runs every case of a file against a ruleset.
 * @returns one result a case, in the file's order, and for each that failed what was expected and what came out
 */
export function runCases(ruleset: Ruleset, source: Source): { results: CaseResult[]; findings: Finding[] } {
  const { value, findings: broken } = read(source)
  if (broken.some(isError)) return { results: [], findings: [...broken] }
  const misshapen = check(gate, source, value)
  if (misshapen.some(isError)) return { results: [], findings: [...broken, ...misshapen] }
  const file = value as WrittenCases
  const findings: Finding[] = [...broken, ...misshapen]
  const results = file.cases.map((row, i) => {
    const found = runCase(ruleset, source.file, file, row, ['cases', i])
    findings.push(...found)
    return { id: row.id, passed: !found.some(isError) }
  })
  return { results, findings }
}

function runCase(ruleset: Ruleset, file: string, cases: WrittenCases, row: WrittenCase, path: Path): Finding[] {
  const written = answersOfCase(ruleset, cases, row)
  const { answers, findings } = answersFor(ruleset, { file, text: '' }, written)
  if (!answers) {
    // The answers of a case stand in its row and the file's defaults: the row is the place to look.
    return findings.filter(isError).map((finding) => ({ ...finding, path, on: 'value' as const }))
  }
  const assessment = assess(ruleset, answers)
  return [...compareCase(assessment, row.expect, { file, id: row.id, path: [...path, 'expect'] })]
}

function answersOfCase(ruleset: Ruleset, cases: WrittenCases, row: WrittenCase): WrittenAnswers {
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
      ...Object.fromEntries([...ruleset.inventories.keys()].map((id) => [id, []])),
      ...(inventory === undefined ? {} : { [inventory]: row.more === true ? { more: true, entries } : entries }),
    },
  }
}

interface CaseContext {
  readonly file: string
  readonly id: string
  readonly path: Path
}

const reserved = new Set([
  'candidates',
  'missing',
  'alternatives',
  'perhaps',
  'then',
  'score',
  'band',
  'sections',
  'questions',
  'gates',
])

function* compareCase(assessment: Assessment, expect: Expectation, context: CaseContext): Generator<Finding> {
  const { file, id } = context
  const at = (...steps: Path): Path => [...context.path, ...steps]
  const failed = (what: string, expected: unknown, found: unknown, path: Path): Finding => ({
    code: 'cases/failed',
    args: { case: id, what, expected: shown(expected), found: shown(found) },
    file,
    path,
    on: 'value',
  })
  const unknown = (name: string, path: Path, known: Iterable<string>): Finding => {
    const suggestion = nearest(name, known)
    return {
      code: 'cases/unknown-name',
      args: { case: id, name },
      file,
      path,
      on: 'key',
      ...(suggestion === undefined ? {} : { suggestion }),
    }
  }
  const compare = function* (what: string, expected: unknown, found: unknown, path: Path): Generator<Finding> {
    if (JSON.stringify(expected) !== JSON.stringify(found)) yield failed(what, expected, found, path)
  }

  const values = assessment.ruleset.values
  const determinations = [...values.values()].filter((value) => value.kind === 'determination').map((value) => value.id)
  const named = Object.keys(expect).filter((key) => !reserved.has(key))
  for (const name of named) {
    if (!determinations.includes(name)) {
      yield unknown(name, at(name), [...determinations, ...reserved])
      continue
    }
    const decision = decisionIn(assessment, name)
    if (!decision) yield failed(name, expect[name], 'no entry', at(name))
    else if (decision.value.determination.decide === 'all') {
      yield* compare(name, sorted(asList(expect[name])), sorted(holding(decision.value)), at(name))
    } else yield* compare(name, expect[name], outcomeOf(decision.value) ?? undetermined, at(name))
  }

  const first = named.find((name) => determinations.includes(name))
  const decision = first === undefined ? undefined : decisionIn(assessment, first)
  const found: Record<string, () => readonly string[]> = {
    candidates: () => decision?.value.candidates ?? [],
    missing: () => missingOf(assessment, decision),
    alternatives: () => offers(decision?.value, true),
    perhaps: () => offers(decision?.value, undefined),
    then: () => decision?.value.then.map((then) => then.id) ?? [],
  }
  for (const [key, get] of Object.entries(found)) {
    if (expect[key] !== undefined) yield* compare(key, sorted(asList(expect[key])), sorted(get()), at(key))
  }

  const scored = scoreAssessment(assessment)
  const points = {
    low: scored.range?.low,
    high: scored.range?.high,
    evidenced: scored.evidenced,
    strict: scored.strict,
  }
  for (const [key, expected] of Object.entries(expect.score ?? {})) {
    const value = points[key as keyof typeof points]
    yield* compare(`score ${key}`, expected, value ? toPoints1(value) : null, at('score', key))
  }
  if (expect.band !== undefined) yield* compare('band', expect.band, bandRange(scored)?.low.id ?? null, at('band'))

  for (const [name, expected] of Object.entries(expect.sections ?? {})) {
    const section = assessment.sections.find((it) => it.section.id === name)
    const first = section?.entries[0]
    const state = first ? stateOf(first.applicable) : 'hidden'
    if (section) yield* compare(`section ${name}`, expected, state, at('sections', name))
    else
      yield unknown(
        name,
        at('sections', name),
        assessment.ruleset.sections.map((it) => it.id),
      )
  }
  for (const [name, expected] of Object.entries(expect.questions ?? {})) {
    const all = allQuestions(assessment).filter((it) => it.question.id === name)
    if (!assessment.ruleset.questions.has(name))
      yield unknown(name, at('questions', name), assessment.ruleset.questions.keys())
    else yield* compare(`question ${name}`, expected, all[0]?.state ?? 'hidden', at('questions', name))
  }
  for (const [name, expected] of Object.entries(expect.gates ?? {})) {
    const one = assessment.gates.find((it) => it.gate.id === name)
    if (one)
      yield* compare(
        `gate ${name}`,
        expected,
        one.state === undefined ? 'unknown' : String(one.state),
        at('gates', name),
      )
    else
      yield unknown(
        name,
        at('gates', name),
        assessment.gates.map((it) => it.gate.id),
      )
  }
}

/** The determination of the case's own entry, or of the firm. */
function decisionIn(assessment: Assessment, name: string): { value: Decision; scope: ValueScope } | undefined {
  const definition = assessment.ruleset.values.get(name)
  const scope =
    definition?.inventory === undefined
      ? assessment.firm
      : assessment.inventories.get(definition.inventory)?.list[0]?.scope
  return scope && { value: scope.get(name) as Decision, scope }
}

const holding = (decision: Decision): string[] =>
  decision.rules.filter(({ holds }) => holds === true).map(({ rule }) => rule.outcome)

const offers = (decision: Decision | undefined, open: Truth): string[] =>
  (decision?.alternatives ?? []).filter((it) => it.open === open).map((it) => it.alternative.offers)

function missingOf(assessment: Assessment, decision: { value: Decision; scope: ValueScope } | undefined): string[] {
  const missing = new MissingFacts(
    assessment.ruleset,
    (id) => assessment.inventories.get(id) ?? { complete: true, list: [] },
  )
  if (decision) missing.ofRules(decision.value, decision.scope)
  return missing.list.map((it) => it.id)
}

const stateOf = (truth: Truth) => (truth === undefined ? 'perhaps' : truth ? 'applicable' : 'hidden')

const asList = (it: unknown): readonly string[] =>
  Array.isArray(it) ? (it as string[]) : typeof it === 'string' ? [it] : []

const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort()

const shown = (it: unknown): string =>
  Array.isArray(it) ? `[${it.join(', ')}]` : typeof it === 'string' ? it : JSON.stringify(it)
