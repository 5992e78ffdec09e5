/** The state and the attainment of each question of one entry, follow-ups after their question. */
import type { Answer } from '../answers/answers.js'
import { inForce, type Question } from '../ruleset/ruleset.js'
import { attainmentOf } from '../ruleset/question-types/index.js'
import type { AssessedQuestion } from './assessment.js'
import { evaluate } from './condition.js'
import { and, type Truth } from './truth.js'
import type { ValueScope } from './values.js'

/** What is known of a file named as evidence; an answers file alone cannot tell. */
export type EvidenceFiles = (file: string) => { readonly exists: boolean; readonly sha256?: string } | undefined

export interface QuestionContext {
  readonly asAt: string
  /** Whether the section applies to this entry. */
  readonly applicable: Truth
  readonly scope: ValueScope
  readonly answers: ReadonlyMap<string, Answer>
  readonly evidenceFiles: EvidenceFiles
}

/** Assesses the questions of a section in one entry, in order: a follow-up stands after its question. */
export function assessQuestions(questions: readonly Question[], context: QuestionContext): AssessedQuestion[] {
  const assessed: AssessedQuestion[] = []
  for (const question of questions) {
    const { after } = question
    const parent = after && assessed.findLast((it) => it.question.id === after.question)
    assessed.push(assessOne(question, parent, context))
  }
  return assessed
}

function assessOne(
  question: Question,
  parent: AssessedQuestion | undefined,
  context: QuestionContext,
): AssessedQuestion {
  const answer = context.answers.get(question.id)
  let within: Truth = false
  if (context.applicable !== false) {
    const own = inForce(question, context.asAt) && (question.when ? evaluate(question.when, context.scope) : true)
    within = and(own, parent ? parent.within : true)
  }
  // How surely the question is met that this one follows up.
  const { after } = question
  const met: Truth =
    !parent || !after ? true : parent.low >= after.attains ? true : parent.high < after.attains ? false : undefined
  if (after?.hides) within = and(within, met)
  const applicable = and(context.applicable, within)

  let state: AssessedQuestion['state']
  let [low, high, evidenced] = [0, 0, 0]
  let evidence: AssessedQuestion['evidence'] = 'not-expected'
  if (applicable === false) state = 'hidden'
  else if (met === false) state = 'implied'
  else if (answer?.state === 'not-applicable') state = 'not-applicable'
  else {
    evidence = evidenceOf(question, answer, context)
    if (answer?.state === 'answered') {
      state = 'answered'
      const chosen = typeof answer.value === 'string' ? [answer.value] : (answer.value as readonly string[])
      const attained = attainmentOf[question.type].of(chosen, question.options)
      // What follows up a question counts only as far as that one is met.
      const counts = (by: number | undefined) => by === undefined || !after || after.hides || by >= after.attains
      low = counts(parent?.low) ? attained : 0
      high = attained
      evidenced = counts(parent?.evidenced) && (evidence === 'given' || evidence === 'not-expected') ? attained : 0
    } else {
      state = answer?.state === 'unsure' ? 'unsure' : 'unanswered'
      high = 1
    }
  }
  return {
    question,
    entry: context.scope.entry,
    state,
    applicable,
    within,
    answer,
    low,
    high,
    evidenced,
    evidence,
  }
}

/**
 * A question that names evidence expects at least one piece that is there and valid on the day. A reference without a
 * file is taken at its word; a file that is named has to exist.
 */
function evidenceOf(
  question: Question,
  answer: Answer | undefined,
  context: QuestionContext,
): AssessedQuestion['evidence'] {
  if (question.evidence.length === 0) return 'not-expected'
  const given = answer?.evidence ?? []
  if (given.length === 0) return 'none'
  const there = given.filter((it) => it.file === undefined || context.evidenceFiles(it.file)?.exists !== false)
  if (there.length === 0) return 'missing'
  return there.some((it) => it.until === undefined || it.until >= context.asAt) ? 'given' : 'expired'
}
