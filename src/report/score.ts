/** The score with its range, its band and the share of questions answered. */
import type { AssessedQuestion, Assessment } from '../assessment/assessment.js'
import type { Band, Gate } from '../ruleset/ruleset.js'
import { bandOf } from '../scoring/band.js'
import { toPoints1 } from '../scoring/print.js'
import type { Scored } from '../scoring/score-assessment.js'
import { once } from '../documents/once.js'
import { pointsOrNull } from './points.js'
import type { ReportScore } from './schema.js'

/** Every assessed question of an assessment, the parts of a suite included. */
export const allQuestions = once((assessment: Assessment): readonly AssessedQuestion[] => {
  const all: AssessedQuestion[] = []
  for (const { entries } of assessment.sections) for (const { questions } of entries) all.push(...questions)
  for (const part of assessment.parts) all.push(...allQuestions(part.assessment))
  return all
})

/** Every gate of an assessment, the parts of a suite included. */
export function allGates(assessment: Assessment): readonly { gate: Gate; state: boolean | undefined }[] {
  return [...assessment.gates, ...assessment.parts.flatMap((part) => allGates(part.assessment))]
}

/** Answered ÷ (answered + open), each question of each entry, perhaps-applicable ones too. */
export function answeredShare(questions: readonly AssessedQuestion[]): ReportScore['answered'] {
  let answered = 0
  let open = 0
  for (const { state } of questions) {
    if (state === 'answered') answered++
    else if (state === 'unsure' || state === 'unanswered') open++
  }
  return {
    answered,
    open,
    share: answered + open === 0 ? null : Math.round((1000 * answered) / (answered + open)) / 1000,
  }
}

export function scoreOf(scored: Scored): ReportScore {
  const { assessment, range, evidenced, strict, result } = scored
  const value = pointsOrNull(range?.low)
  return {
    value,
    low: value,
    high: pointsOrNull(range?.high),
    evidenced: pointsOrNull(evidenced),
    strict: pointsOrNull(strict),
    band: bandRange(scored),
    answered: answeredShare(allQuestions(assessment)),
    model: assessment.ruleset.model,
    ...(result?.points
      ? { points: { low: result.points.low, high: result.points.high, maximum: result.points.maximum } }
      : {}),
  }
}

/**
 * The band of the printed low, capped by every gate that holds or may hold; its upper end is the band of the printed
 * high, capped by the gates that surely hold. A quick check has no band.
 */
export function bandRange({ assessment, range }: Scored): ReportScore['band'] {
  const { bands } = assessment.ruleset
  if (!range || assessment.scope !== 'full' || bands.length === 0) return null
  const gates = allGates(assessment)
  const capped = (band: Band, holds: (state: boolean | undefined) => boolean): Band =>
    gates.reduce((lowest, { gate, state }) => {
      const cap = bands.find((it) => it.id === gate.caps)
      return holds(state) && cap && cap.from < lowest.from ? cap : lowest
    }, band)
  const at = (points: number) => bands.find((band) => band.id === bandOf(points, bands).id)!
  const uncapped = at(toPoints1(range.low))
  const ref = ({ id, label }: Band) => ({ id, label })
  return {
    low: ref(capped(uncapped, (state) => state !== false)),
    high: ref(capped(at(toPoints1(range.high)), (state) => state === true)),
    uncapped: ref(uncapped),
  }
}
