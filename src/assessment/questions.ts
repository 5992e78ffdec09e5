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
  const assessed = new Map<string, AssessedQuestion>()
  for (const question of questions) {
    const parent = question.after && assessed.get(question.after.question)
    assessed.set(question.id, assessOne(question, parent, context))
  }
  return [...assessed.values()]
}

function assessOne(question: Question, parent: AssessedQuestion | undefined, context: QuestionContext): AssessedQuestion {
  const answer = context.answers.get(question.id)
  const base = { question, ...(answer && { answer }), ...(context.scope.entry === undefined ? {} : { entry: context.scope.entry }) }
  const own = inForce(question, context.asAt) && (question.when ? evaluate(question.when, context.scope) : true)
  let applicable = and(context.applicable, own, parent ? parent.applicable : true)

  // How surely the question is met that this one follows up.
  const threshold = question.after?.attains ?? 0
  const met: Truth = !parent ? true : parent.low >= threshold ? true : parent.high < threshold ? false : undefined
  if (parent && question.after?.hides) applicable = and(applicable, met)

  const evidence = evidenceOf(question, answer, context)
  if (applicable === false) return { ...base, state: 'hidden', applicable, low: 0, high: 0, evidenced: 0, evidence: 'not-expected' }
  if (met === false) return { ...base, state: 'implied', applicable, low: 0, high: 0, evidenced: 0, evidence: 'not-expected' }
  if (answer?.state === 'not-applicable') {
    return { ...base, state: 'not-applicable', applicable, low: 0, high: 0, evidenced: 0, evidence: 'not-expected' }
  }
  const metBy = (attained: number) => !parent || question.after?.hides === true || attained >= threshold
  if (answer?.state !== 'answered') {
    const state = answer?.state === 'unsure' ? 'unsure' : 'unanswered'
    return { ...base, state, applicable, low: 0, high: parent && !metBy(parent.high) ? 0 : 1, evidenced: 0, evidence }
  }
  const chosen = typeof answer.value === 'string' ? [answer.value] : (answer.value as readonly string[])
  const attained = attainmentOf[question.type].of(chosen, question.options)
  const proven = evidence === 'given' || evidence === 'not-expected' ? attained : 0
  return {
    ...base,
    state: 'answered',
    applicable,
    low: parent && !metBy(parent.low) ? 0 : attained,
    high: attained,
    evidenced: parent && !metBy(parent.evidenced) ? 0 : proven,
    evidence,
  }
}

/**
 * A question that names evidence expects at least one piece that is there and valid on the day. A reference without a
 * file is taken at its word; a file that is named has to exist.
 */
function evidenceOf(question: Question, answer: Answer | undefined, context: QuestionContext): AssessedQuestion['evidence'] {
  if (question.evidence.length === 0) return 'not-expected'
  const given = answer?.evidence ?? []
  if (given.length === 0) return 'none'
  const there = given.filter((it) => it.file === undefined || context.evidenceFiles(it.file)?.exists !== false)
  if (there.length === 0) return 'missing'
  return there.some((it) => it.until === undefined || it.until >= context.asAt) ? 'given' : 'expired'
}
