/** Builds the report: everything any format prints, once. */
import { reportVersion } from '../documents/versions.js'
import { assess } from '../assessment/assess.js'
import type { AssessedSection, Assessment } from '../assessment/assessment.js'
import type { EvidenceFiles } from '../assessment/questions.js'
import type { Truth } from '../assessment/truth.js'
import type { DerivedValue, FactValue } from '../assessment/values.js'
import { contentOf } from '../answers/content.js'
import type { WrittenAnswer, WrittenAnswers } from '../answers/schema.js'
import type { Language } from '../text/languages.js'
import { shared } from '../documents/json-writer.js'
import { askedIn } from '../ruleset/asked.js'
import type { Question, Ruleset, Source } from '../ruleset/ruleset.js'
import { lowOf } from '../scoring/models/index.js'
import { paramsOf, scoreAssessment, type Scored, type ScoredPart } from '../scoring/score-assessment.js'
import type { Branch } from '../scoring/tree.js'
import { inDigits, intervalInWords } from '../text/numbers.js'
import type { Words } from '../text/words.js'
import { breakdowns } from './breakdowns.js'
import { citesIn, citesOf, determinations, missingIn, placesOf } from './determinations.js'
import { flowsOf } from './flows.js'
import { answerFirstOf, byWorth, entryOf, gapsOf, ledgerOf } from './gaps.js'
import { once } from '../documents/once.js'
import { pointsOrNull } from './points.js'
import { type Report } from './schema.js'
import { allQuestions, answeredShare, scoreOf } from './score.js'
import { upcomingOf } from './upcoming.js'
import { discreetly, filled, isWithheld, valueText } from './value-text.js'

export interface BuildOptions {
  readonly words: Words
  readonly language: Language
  /** flowready's own version. */
  readonly generatorVersion: string
  /** Puts confidential answers into the report, which otherwise uses them and never says them. */
  readonly withConfidential?: boolean
  /** Leaves the answers out and keeps their hash. */
  readonly withoutAnswers?: boolean
  /** What is known of evidence files; the same that the assessment was made with. */
  readonly evidenceFiles?: EvidenceFiles
}

/**
 * The report of a scored assessment. Deterministic: the same ruleset, answers, as-at date, evidence, language and version
 * give the same report, key for key.
 */
export function buildReport(scored: Scored, options: BuildOptions): Report {
  const { assessment } = scored
  const { ruleset, answers, asAt } = assessment
  const withConfidential = options.withConfidential === true
  const words = withConfidential ? options.words : discreetly(options.words)
  const alone = assessment.parts.length === 0
  const parts: readonly (Scored & Pick<ScoredPart, 'suiteLow'>)[] = alone
    ? [{ ...scored, suiteLow: (low) => low }]
    : scored.parts
  const partId = (part: Scored) => (alone ? undefined : part.assessment.ruleset.id)
  const each = <T>(from: (part: (typeof parts)[number], id: string | undefined) => readonly T[]) =>
    parts.flatMap((part) => from(part, partId(part)))

  const ledger = ledgerOf(scored)
  const gaps = each((part, id) => gapsOf(part, ledger, part.suiteLow, id, words)).sort(byWorth)
  const questions = new Map(parts.flatMap((part) => [...part.assessment.ruleset.questions]))
  const shown = shownAnswers(assessment, withConfidential)
  const content = options.withoutAnswers === true ? { ...shown, content: null } : shown
  const report: Omit<Report, 'sources' | 'notices'> = {
    schema: reportVersion,
    generator: { name: 'flowready', version: options.generatorVersion },
    language: options.language,
    disclaimer: words.report.disclaimer,
    scope: assessment.scope,
    ruleset: {
      id: ruleset.id,
      version: ruleset.version,
      title: ruleset.title,
      language: ruleset.language,
      reviewed: ruleset.reviewed,
      sha256: ruleset.sha256,
      parts: ruleset.parts.map(({ ruleset: { id, version, sha256 }, weight }) => ({ id, version, sha256, weight })),
    },
    answers: { sha256: answers.sha256, ...content },
    asAt,
    firm: { ...answers.written.firm },
    preparedBy: (answers.written.preparedBy ?? []).map((person) => ({ ...person })),
    score: scoreOf(scored),
    bands: bandsOf(ruleset),
    sections: each((part, id) => {
      const evidenced = part.evidencedTree
      return part.assessment.sections.map((section, i) => sectionOf(part, section, evidenced.branches[i]!, i, id))
    }),
    parts: alone
      ? []
      : scored.parts.map((part) => ({
          id: part.assessment.ruleset.id,
          title: part.assessment.ruleset.title,
          weight: part.weight,
          score: scoreOf(part),
        })),
    breakdowns: breakdowns(ledger, questions, words),
    derived: onceEach(each((part) => derivedOf(part.assessment, words))),
    flows: onceEach(each((part) => flowsOf(part.assessment, words)).map((it) => ({ ...it, id: it.inventory }))).map(
      ({ id: _, ...flow }) => flow,
    ),
    determinations: each((part, id) => determinations(part.assessment, words, id)),
    gates: each((part, id) => gatesOf(part.assessment, words, id)),
    gaps,
    answerFirst: each((part) => answerFirstOf(part, gaps)),
    questions: onceEach(each((part, id) => questionsOf(part.assessment, id))),
    ledger,
    ...listsOf(parts, words, options.evidenceFiles ?? (() => undefined)),
    // What evidence there is on that day is not looked at: the score does not depend on it.
    upcoming: upcomingOf(scored, (day) => scoreAssessment(assess(ruleset, answers, { asAt: day })), words),
  }
  return {
    ...report,
    notices: noticesOf(scored, report, words),
    sources: sourcesCited(
      report,
      parts.map((part) => part.assessment),
    ),
  }
}

const bandsOf = once((ruleset: Ruleset) => shared(ruleset.bands.map((band) => ({ ...band }))))

/** Hidden answers count for nothing; these are the places they stand at. */
export function hiddenAnswers(
  assessment: Assessment,
): { id: string; entry?: string; kind: 'question' | 'fact'; ask: string; path: readonly (string | number)[] }[] {
  const facts = [...assessment.ruleset.values.values()].flatMap((value) =>
    value.kind !== 'fact'
      ? []
      : placesOf(assessment, value.inventory).flatMap(({ scope, entry }) => {
          const { applicable, answer } = scope.get(value.id) as FactValue
          if (applicable !== false || !answer) return []
          return [
            {
              id: value.id,
              ...(entry === undefined ? {} : { entry }),
              kind: 'fact' as const,
              ask: value.ask,
              path: answer.path,
            },
          ]
        }),
  )
  const questions = assessment.sections
    .flatMap((section) => section.entries.flatMap((entry) => entry.questions))
    .filter(({ state, answer }) => answer && (state === 'hidden' || state === 'implied'))
    .map(({ answer, question, entry }) => ({
      id: question.id,
      ...(entry === undefined ? {} : { entry }),
      kind: 'question' as const,
      ask: question.ask,
      path: answer!.path,
    }))
  return onceEach([...facts, ...questions, ...assessment.parts.flatMap((part) => hiddenAnswers(part.assessment))])
}

function sectionOf(
  scored: Scored,
  { section, entries, further }: AssessedSection,
  evidencedBranch: Branch,
  i: number,
  part: string | undefined,
): Report['sections'][number] {
  const { assessment, result } = scored
  const branch = result?.branches[i]
  const questions = entries.flatMap((entry) => entry.questions)
  const truths = [...entries.map((entry) => entry.applicable), ...(further.length > 0 ? [undefined] : [])]
  const { answered, open } = answeredShare(questions)
  const evidenced = { branches: [{ ...evidencedBranch, weight: 1 }] }
  return {
    id: section.id,
    ...(part === undefined ? {} : { part }),
    title: section.title,
    weight: section.weight,
    ...(section.inventory === undefined ? {} : { forEach: section.inventory, across: section.across }),
    state: stateOf(truths),
    low: pointsOrNull(branch?.low),
    high: pointsOrNull(branch?.high),
    evidenced: branch ? pointsOrNull(lowOf(assessment.ruleset.model, evidenced, paramsOf(assessment))) : null,
    answered,
    open,
    entries: entries.flatMap(({ entry, applicable }) => {
      if (entry === undefined) return []
      const twig = branch?.twigs.find((it) => it.key === entry)
      const { entryName = entry } = entryOf(assessment, section.inventory, entry)
      return [
        {
          id: entry,
          name: entryName,
          state: stateOf([applicable]),
          low: pointsOrNull(twig?.range?.low),
          high: pointsOrNull(twig?.range?.high),
          weakest: twig?.weakest ?? false,
        },
      ]
    }),
  }
}

/** Of several entries: applicable when one is, hidden when all are. */
function stateOf(truths: readonly Truth[]): 'applicable' | 'perhaps' | 'hidden' {
  return truths.includes(true) ? 'applicable' : truths.includes(undefined) ? 'perhaps' : 'hidden'
}

function derivedOf(assessment: Assessment, words: Words): Report['derived'] {
  return [...assessment.ruleset.values.values()].flatMap((derived) => {
    if (derived.kind !== 'derived') return []
    return placesOf(assessment, derived.inventory).map(({ scope, entry }) => {
      const value = scope.get(derived.id) as DerivedValue
      const number = derived.rule.how === 'sum' || derived.rule.how === 'count'
      const decided = value.low === value.high
      const shown = { id: derived.id } as Report['derived'][number]
      if (entry !== undefined) shown.entry = entry
      shown.means = derived.means
      if (!number) shown.holds = value.holds ?? null
      else if (decided) shown.value = value.low
      else {
        shown.low = value.low
        shown.high = value.high === Infinity ? null : value.high
      }
      shown.text = valueText(value, words)
      shown.cites = citesOf(assessment, derived.cites)
      return shown
    })
  })
}

function gatesOf(assessment: Assessment, words: Words, part: string | undefined): Report['gates'] {
  return assessment.gates.map(({ gate, state }) => {
    const band = assessment.ruleset.bands.find((it) => it.id === gate.caps)
    return {
      id: gate.id,
      ...(part === undefined ? {} : { part }),
      state: state === undefined ? 'unknown' : state ? 'holds' : 'clear',
      caps: { id: gate.caps, label: band?.label ?? gate.caps },
      says: filled(gate.says, assessment.firm, words),
      clears: gate.remedy ?? null,
      missing:
        state === undefined ? missingIn(assessment, (missing) => missing.ofCondition(gate.when, assessment.firm)) : [],
    }
  })
}

/** The questions that are asked here, perhaps or surely. */
function questionsOf(assessment: Assessment, part: string | undefined): Report['questions'] {
  const lines = questionLines(assessment.ruleset)
  const lineOf = part === undefined ? lines.alone : lines.ofPart
  return allQuestions(assessment)
    .filter((it) => it.applicable !== false)
    .map(({ question }) => lineOf(question))
}

/** What the report says of a question, in a report of its ruleset alone and in one of a suite. */
const questionLines = once((ruleset: Ruleset) => {
  const line = (part: string | undefined) =>
    once((question: Question): Report['questions'][number] =>
      shared({
        id: question.id,
        ...(part === undefined ? {} : { part }),
        section: question.section,
        ask: question.ask,
        obligation: question.obligation,
        cites: citesIn(ruleset)(question.cites),
      }),
    )
  return { alone: line(undefined), ofPart: line(ruleset.id) }
})

/** The lists by state: open, implied, not applicable, hidden, contradictory, evidenced. */
function listsOf(parts: readonly Scored[], words: Words, evidenceFiles: EvidenceFiles) {
  const assessments = parts.map((part) => part.assessment)
  const questions = assessments.flatMap((assessment) => allQuestions(assessment))
  const one = ({ question, entry }: (typeof questions)[number]): { question: string; entry?: string; ask: string } =>
    entry === undefined
      ? { question: question.id, ask: question.ask }
      : { question: question.id, entry, ask: question.ask }
  const said = (question: Question, text: string) => (isWithheld(question, words) ? words.report.confidential : text)
  return {
    open: questions
      .filter((it) => it.state === 'unsure' || it.state === 'unanswered')
      .map((it) => ({
        ...one(it),
        state: it.state as 'unsure' | 'unanswered',
        applicable: it.applicable === true ? ('sure' as const) : ('perhaps' as const),
      })),
    implied: questions
      .filter((it) => it.state === 'implied')
      .map((it) => ({ ...one(it), after: it.question.after!.question })),
    notApplicable: questions
      .filter((it) => it.state === 'not-applicable')
      .flatMap((it) =>
        it.answer?.state === 'not-applicable' ? [{ ...one(it), reason: said(it.question, it.answer.reason) }] : [],
      ),
    hidden: assessments.flatMap((assessment) => hiddenAnswers(assessment)).map(({ path: _, ...it }) => it),
    contradictions: assessments.flatMap((assessment) => contradictionsOf(assessment, words)),
    withoutEvidence: questions
      .filter((it) => it.state === 'answered')
      .flatMap((it) =>
        it.evidence !== 'given' && it.evidence !== 'not-expected'
          ? [{ ...one(it), state: it.evidence, expects: expectedOf(it.question) }]
          : [],
      ),
    evidence: questions
      .filter((it) => it.state === 'answered')
      .flatMap((it) =>
        it.answer!.evidence.map(({ file, ref, until }) => {
          const known = file === undefined ? undefined : evidenceFiles(file)
          const missing = known?.exists === false
          const expired = until !== undefined && until < assessments[0]!.asAt
          const shown = { question: it.question.id } as Report['evidence'][number]
          if (it.entry !== undefined) shown.entry = it.entry
          if (file !== undefined) shown.file = file
          if (ref !== undefined) shown.ref = said(it.question, ref)
          shown.exists = known?.exists ?? null
          if (known?.sha256 !== undefined) shown.sha256 = known.sha256
          if (until !== undefined) shown.until = until
          shown.state = missing ? 'missing' : expired ? 'expired' : 'valid'
          return shown
        }),
      ),
  }
}

const expectedOf = once((question: Question) => shared(question.evidence.map(({ show }) => show)))

/** What cannot be true together. */
export function contradictionsOf(assessment: Assessment, words: Words): Report['contradictions'] {
  const said = assessment.contradictions.map(({ contradiction, entry, scope }) => ({
    id: contradiction.id,
    ...(entry === undefined ? {} : { entry }),
    says: filled(contradiction.says, scope, words),
  }))
  const counted = [...assessment.ruleset.values.values()].flatMap((value) => {
    const contradicts =
      value.kind === 'derived' && value.inventory === undefined
        ? (assessment.firm.get(value.id) as DerivedValue).contradicts
        : undefined
    if (!contradicts) return []
    const { low, high, fact } = contradicts
    const upper = high === Infinity ? '∞' : inDigits(high)
    const number = valueText(assessment.firm.get(fact), words)
    return [{ id: fact, says: words.report.distinctOutside(number, intervalInWords(low, low, words), upper) }]
  })
  return [...said, ...counted]
}

function noticesOf(scored: Scored, report: Omit<Report, 'sources' | 'notices'>, words: Words): Report['notices'] {
  const { assessment } = scored
  const { notices } = words.report
  const { written } = assessment.answers
  const say = (code: keyof typeof notices, text: string) => [{ code, text }]
  const migrated = written.migrated?.at(-1)
  const days = daysBetween(assessment.ruleset.reviewed, assessment.asAt)
  const year = (day: string) => day.slice(0, 4)
  const counted = report.derived.some((it) => it.value !== undefined || it.low !== undefined)
  return [
    ...(assessment.scope === 'quick' ? say('quick-check', notices['quick-check']) : []),
    ...(report.score.value === null ? say('nothing-scored', notices['nothing-scored']) : []),
    ...(written.rulesetVersion === assessment.ruleset.version
      ? []
      : say('newer-version', notices['newer-version'](written.rulesetVersion, assessment.ruleset.version))),
    ...(migrated === undefined
      ? []
      : say('migrated', notices.migrated(migrated.from, migrated.to, migrated.on, againIn(written, migrated)))),
    ...(days > 180 ? say('review-old', notices['review-old'](assessment.ruleset.reviewed, days)) : []),
    ...(counted && year(written.date) !== year(assessment.asAt)
      ? say('other-year', notices['other-year'](year(written.date), assessment.asAt))
      : []),
    ...onceEach(
      [scored, ...scored.parts].flatMap((part) =>
        [...part.assessment.inventories.values()]
          .filter((it) => !it.complete)
          .map(({ inventory }) => ({
            id: inventory.id,
            code: 'incomplete-inventory',
            text: notices['incomplete-inventory'](inventory.title),
          })),
      ),
    ).map(({ code, text }) => ({ code, text })),
    ...(report.hidden.length > 0 ? say('hidden-answers', notices['hidden-answers'](report.hidden.length)) : []),
    ...(report.answers.withheld.length > 0
      ? say('confidential-withheld', notices['confidential-withheld'](report.answers.withheld.length))
      : []),
  ]
}

/** How many answers were taken back when the file was last carried over, and have not been given anew. */
function againIn(
  { answers, inventories }: WrittenAnswers,
  { changes = [] }: NonNullable<WrittenAnswers['migrated']>[number],
): number {
  const open = (given: Record<string, WrittenAnswer> | undefined, id: string): boolean => {
    const answer = given && Object.hasOwn(given, id) ? given[id] : undefined
    return (
      answer === undefined ||
      (typeof answer === 'object' && !Array.isArray(answer) && answer.answer === undefined && !answer.notApplicable)
    )
  }
  return changes.filter(({ did, id, inventory, entry }) => {
    if (did !== 'again') return false
    if (inventory === undefined) return open(answers, id)
    const it = inventories && Object.hasOwn(inventories, inventory) ? inventories[inventory] : undefined
    const found = (Array.isArray(it) ? it : it?.entries)?.find((one) => one.id === entry)
    return found !== undefined && open(found.answers, id)
  }).length
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const confidentialIn = once(
  (ruleset: Ruleset): ReadonlySet<string> =>
    new Set([...askedIn(ruleset).values()].filter((it) => it.confidential).map((it) => it.id)),
)

/** The answers as they were written, without what is confidential unless that was asked for. */
function shownAnswers(
  { ruleset, answers }: Assessment,
  withConfidential: boolean,
): Pick<Report['answers'], 'content' | 'withheld'> {
  const confidential = confidentialIn(ruleset)
  const written = contentOf(answers.written)
  if (withConfidential || confidential.size === 0) return { content: written, withheld: [] }
  const withheld = new Set<string>()
  const without = (given: Record<string, WrittenAnswer> | undefined) =>
    given &&
    Object.fromEntries(
      Object.entries(given).filter(([id]) => {
        if (confidential.has(id)) withheld.add(id)
        return !confidential.has(id)
      }),
    )
  const entries = <E extends { answers?: Record<string, WrittenAnswer> }>(list: readonly E[]) =>
    list.map((entry) => (entry.answers ? { ...entry, answers: without(entry.answers)! } : entry))
  const content: WrittenAnswers = {
    ...written,
    ...(written.answers && { answers: without(written.answers)! }),
    ...(written.inventories && {
      inventories: Object.fromEntries(
        Object.entries(written.inventories).map(([id, it]) => [
          id,
          Array.isArray(it) ? entries(it) : { ...it, entries: entries(it.entries) },
        ]),
      ),
    }),
  }
  return { content: content, withheld: [...withheld].sort() }
}

/** Every source that the report cites, in the order in which it first does. */
function sourcesCited(
  report: Pick<Report, 'determinations' | 'derived'>,
  assessments: readonly Assessment[],
): Report['sources'] {
  const known = new Map<string, Source>(assessments.flatMap(({ ruleset }) => [...ruleset.sources]))
  const cited = new Set([
    ...[
      ...[...report.determinations, ...report.derived].flatMap((it) => it.cites),
      ...report.determinations.flatMap((it) =>
        [...it.alternatives, ...it.outcomes, ...it.then].flatMap((one) => one.cites),
      ),
    ].map((cite) => cite.source),
    ...assessments.flatMap(({ ruleset }) => citedByQuestions(ruleset).laws),
    ...assessments.flatMap(({ ruleset }) => citedByQuestions(ruleset).standards),
  ])
  return [...cited].flatMap((id) => known.get(id) ?? []).map(shared)
}

const citedByQuestions = once(({ questions }: Ruleset) => {
  const all = [...questions.values()]
  return {
    laws: [...new Set(all.flatMap((question) => question.cites.map(({ source }) => source)))],
    standards: [...new Set(all.flatMap((question) => question.tags.controls.map(({ standard }) => standard)))],
  }
})

/** The same thing of several parts of a suite is said once. */
function onceEach<T extends { id: string; entry?: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return items.filter((it) => {
    const key = `${it.id} ${it.entry ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}
