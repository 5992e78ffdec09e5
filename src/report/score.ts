/** The score with its range, its band and the share of questions answered. */
import type { AssessedQuestion, Assessment } from '../assessment/assessment.js'
import type { Band, Gate } from '../ruleset/ruleset.js'
import { bandOf } from '../scoring/band.js'
import { toPoints1 } from '../scoring/print.js'
import type { Scored } from '../scoring/score-assessment.js'
import { pointsOrNull } from './points.js'
import type { ReportScore } from './schema.js'

/** Every assessed question of an assessment, the parts of a suite included. */
export function allQuestions(assessment: Assessment): readonly AssessedQuestion[] {
  return [
    ...assessment.sections.flatMap((section) => section.entries.flatMap((entry) => entry.questions)),
    ...assessment.parts.flatMap((part) => allQuestions(part.assessment)),
  ]
}

/** Every gate of an assessment, the parts of a suite included. */
export function allGates(assessment: Assessment): readonly { gate: Gate; state: boolean | undefined }[] {
  return [...assessment.gates, ...assessment.parts.flatMap((part) => allGates(part.assessment))]
}

/** Answered ÷ (answered + open), each question of each entry, perhaps-applicable ones too. */
export function answeredShare(questions: readonly AssessedQuestion[]): ReportScore['answered'] {
  const answered = questions.filter((it) => it.state === 'answered').length
  const open = questions.filter((it) => it.state === 'unsure' || it.state === 'unanswered').length
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
