/** One determination by itself, as `flowready decide` shows it: the outcome with everything that it rests on. */
import type { Assessment } from '../assessment/assessment.js'
import { evaluate, outcomeIn } from '../assessment/condition.js'
import { minutesUntil } from '../assessment/deadline.js'
import type { Decision } from '../assessment/values.js'
import { inForce } from '../ruleset/ruleset.js'
import type { Words } from '../text/words.js'
import { citesBehind } from './basis.js'
import { citesOf, missingIn, placesOf, thenOf } from './determinations.js'
import type { Report } from './schema.js'
import { discreetly } from './value-text.js'

type ReportDetermination = Report['determinations'][number]
type Ruling = ReportDetermination['outcomes'][number]

/** A ruling, and how many minutes of its time limit are left where the time now is known; below zero, it has ended. */
type Timed = Omit<Ruling, 'by'> & { by?: NonNullable<Ruling['by']> & { readonly minutesLeft?: number } }

/** A determination with what the report of a whole assessment has elsewhere, or not at all. */
export interface Decided extends Omit<ReportDetermination, 'outcomes'> {
  readonly outcomes: readonly Timed[]
  /** Every citation behind the outcome, also of derived facts. */
  readonly restsOn: ReportDetermination['cites']
  /** What must perhaps be done too, and what would tell. */
  readonly perhapsThen: readonly (ReportDetermination['then'][number] & {
    readonly missing: ReportDetermination['missing']
  })[]
}

export interface DecisionReport {
  readonly schema: 'flowready-decision/1'
  readonly generator: Report['generator']
  readonly language: Report['language']
  readonly disclaimer: string
  readonly ruleset: Pick<Report['ruleset'], 'id' | 'version' | 'title' | 'reviewed' | 'sha256'>
  readonly asAt: string
  /** The moment, at UTC+8, that what is left of time limits is counted from; only where one is known to end. */
  readonly now?: string
  readonly firm?: Report['firm']
  /** For each entry its outcome, and the determinations that it rests on. */
  readonly decisions: readonly (Decided & { readonly steps: readonly Decided[] })[]
  readonly contradictions: Report['contradictions']
  readonly upcoming: readonly {
    readonly date: string
    readonly entry?: string
    readonly before: string
    readonly after: string
  }[]
  readonly notices: Report['notices']
}

/** Notices that speak of the law or of the file; the others are about scores and lists. */
const ofInterest: ReadonlySet<string> = new Set(['review-old', 'other-year', 'newer-version'])

/**
 * What a report says about one determination.
 * @param entry only this entry's
 * @param now the moment, at UTC+8, that what is left of time limits is counted from; without it nothing is counted
 * @param named whether the answers are a firm's own; those of a single decision have no name yet
 */
export function decisionReport(
  report: Report,
  assessment: Assessment,
  options: { determination: string; entry?: string; now?: string; named: boolean; words: Words },
): DecisionReport {
  const { determination: id, entry } = options
  const words = discreetly(options.words)
  const own = assessmentWith(assessment, id) ?? assessment
  const { ruleset } = own
  // A determination belongs to one part of a suite.
  const decisions = report.determinations.filter(
    (it) => it.id === id && (entry === undefined || it.entry === undefined || it.entry === entry),
  )
  const stepsOf = ({ uses, entry: at }: ReportDetermination) =>
    report.determinations.filter((it) => uses.includes(it.id) && (it.entry === undefined || it.entry === at))
  const decided = decisions.map((it) => ({
    ...decidedOf(it, own, words, options.now),
    steps: stepsOf(it).map((step) => decidedOf(step, own, words, options.now)),
  }))
  return {
    schema: 'flowready-decision/1',
    generator: report.generator,
    language: report.language,
    disclaimer: report.disclaimer,
    ruleset: {
      id: ruleset.id,
      version: ruleset.version,
      title: ruleset.title,
      reviewed: ruleset.reviewed,
      sha256: ruleset.sha256,
    },
    asAt: report.asAt,
    ...(options.now !== undefined && decided.some(hasClock) ? { now: options.now } : {}),
    ...(options.named ? { firm: report.firm } : {}),
    decisions: decided,
    contradictions: report.contradictions.filter(
      (it) => entry === undefined || it.entry === undefined || it.entry === entry,
    ),
    upcoming: report.upcoming.flatMap(({ date, outcomes }) =>
      outcomes
        .filter((it) => it.determination === id && (entry === undefined || it.entry === entry))
        .map(({ entry: at, before, after }) => ({ date, ...(at === undefined ? {} : { entry: at }), before, after })),
    ),
    notices: report.notices.filter((it) => ofInterest.has(it.code)),
  }
}

/** The assessment, or the part of a suite, that has a determination. */
export function assessmentWith(assessment: Assessment, determination: string): Assessment | undefined {
  if (assessment.ruleset.values.get(determination)?.kind === 'determination') return assessment
  for (const part of assessment.parts) {
    const found = assessmentWith(part.assessment, determination)
    if (found) return found
  }
  return undefined
}

function decidedOf(it: ReportDetermination, assessment: Assessment, words: Words, now: string | undefined): Decided {
  const inventory = assessment.ruleset.values.get(it.id)!.inventory
  const { scope } = placesOf(assessment, inventory).find((place) => place.entry === it.entry)!
  const decision = scope.get(it.id) as Decision
  const perhaps = decision.determination.then.filter(
    (then) =>
      inForce(then, assessment.asAt) &&
      outcomeIn(decision, then.for) === true &&
      then.when &&
      evaluate(then.when, scope) === undefined,
  )
  const timed = (one: Ruling): Timed =>
    one.by?.due === undefined || now === undefined
      ? one
      : { ...one, by: { ...one.by, minutesLeft: minutesUntil(now, one.by.due) } }
  return {
    ...it,
    outcomes: it.outcomes.map(timed),
    restsOn: citesOf(assessment, citesBehind(decision, scope, assessment)),
    perhapsThen: perhaps.map((then) => ({
      ...thenOf(then, scope, assessment, words),
      missing: missingIn(assessment, (missing) => missing.ofCondition(then.when, scope)),
    })),
  }
}

const hasClock = (it: Decided): boolean => it.outcomes.some(({ by }) => by?.minutesLeft !== undefined)
