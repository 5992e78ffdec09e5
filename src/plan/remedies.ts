/** The remedies that an assessment leaves room for, and what the score would be with some of them done. */
import { assess } from '../assessment/assess.js'
import type { AssessedQuestion, Assessment } from '../assessment/assessment.js'
import type { Answer, Answers } from '../answers/answers.js'
import { ownAttainment } from '../report/gaps.js'
import type { Question, Remedy as RemedyText } from '../ruleset/ruleset.js'
import type { Fraction } from '../scoring/exact.js'
import { raised } from '../scoring/lift.js'
import { lowOf } from '../scoring/models/index.js'
import { leafKey, paramsOf, scoreAssessment, type Scored } from '../scoring/score-assessment.js'
import { scoreSuite } from '../scoring/suite.js'

/** What closes a question, in one entry or (`once`) in every entry where it is open to closing. */
export interface Remedy {
  readonly key: string
  /** The ruleset of a suite that the question belongs to, by its place. */
  readonly part: number
  readonly question: Question
  readonly text: RemedyText
  /** In quarters of a day: whole numbers. */
  readonly effort: number
  /** Where it closes the question. */
  readonly closes: readonly AssessedQuestion[]
}

/** One ruleset of what is planned: the only one, or a part of a suite. */
export interface PlannedPart {
  readonly scored: Scored
  readonly weight: number
  readonly remedies: readonly Remedy[]
  /** The remedy of a question in an entry, by leaf key. */
  readonly closing: ReadonlyMap<string, Remedy>
  /** Every question that has an answer to give, by leaf key, a follow-up after its question. */
  readonly questions: ReadonlyMap<string, AssessedQuestion>
}

/** A scored assessment with its remedies. */
export class Planned {
  readonly scored: Scored
  readonly parts: readonly PlannedPart[]
  readonly remedies: readonly Remedy[]
  /** Some follow-up appears only when its question is met: closing a gap may lower the score, and only trying tells. */
  readonly surprises: boolean

  constructor(scored: Scored) {
    this.scored = scored
    const parts = scored.parts.length > 0 ? scored.parts : [{ ...scored, weight: 1 }]
    this.parts = parts.map((part, i) => partOf(part, part.weight, i))
    this.remedies = this.parts.flatMap((part) => part.remedies)
    this.surprises = parts.some((part) =>
      [...part.assessment.ruleset.questions.values()].some((question) => question.after?.hides),
    )
  }

  /** The low of the whole with these remedies done: what scoring the answers again would give. Null: nothing scored. */
  low(done: ReadonlySet<Remedy>): Fraction | null {
    if (this.surprises) return scoreAssessment(this.after(done)).range?.low ?? null
    return this.lowOfParts(this.parts.map((part) => partLow(part, done)))
  }

  /** The low of the whole from the lows of its parts. */
  lowOfParts(lows: readonly (Fraction | null)[]): Fraction | null {
    if (this.scored.parts.length === 0) return lows[0] ?? null
    const suite = scoreSuite(
      this.parts.map(({ scored, weight }, i) => {
        const low = lows[i]
        const sure = scored.range?.sure ?? true
        const result = low ? { low, high: low, sure, branches: [], ledger: [] } : null
        return { key: scored.assessment.ruleset.id, weight, result }
      }),
    )
    return suite?.low ?? null
  }

  /** The same assessment with these remedies done, by really answering the questions they close. */
  after(done: ReadonlySet<Remedy>): Assessment {
    const { assessment } = this.scored
    return assess(assessment.ruleset, answersAfter(assessment.answers, done), { asAt: assessment.asAt })
  }
}

/** What each question would attain with some remedies done, by leaf key: follow-ups count once their question is met. */
export function attainedWith(part: PlannedPart, done: ReadonlySet<Remedy>): Map<string, number> {
  const lows = new Map<string, number>()
  for (const [key, it] of part.questions) {
    const { after } = it.question
    const parent = after && lows.get(leafKey(after.question, it.entry))
    const counts = !after || parent === undefined || parent >= after.attains
    const remedy = part.closing.get(key)
    lows.set(key, !counts ? 0 : remedy && done.has(remedy) ? 1 : ownAttainment(it))
  }
  return lows
}

/** The low of one part with some remedies done. */
export function partLow(part: PlannedPart, done: ReadonlySet<Remedy>): Fraction | null {
  const { assessment, tree } = part.scored
  return lowOf(assessment.ruleset.model, raised(tree, attainedWith(part, done)), paramsOf(assessment))
}

/** The effort of remedies, in quarters of a day. */
export const effortOf = (remedies: Iterable<Remedy>): number => [...remedies].reduce((sum, it) => sum + it.effort, 0)

function partOf(scored: Scored, weight: number, part: number): PlannedPart {
  const questions = new Map<string, AssessedQuestion>()
  const found = new Map<string, Remedy & { closes: AssessedQuestion[] }>()
  const closing = new Map<string, Remedy>()
  for (const it of scored.assessment.sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.questions))) {
    const { question, entry, state } = it
    // What hides until its question is met may come to be asked.
    if (state === 'not-applicable' || (state === 'hidden' && !question.after?.hides)) continue
    const leaf = leafKey(question.id, entry)
    if (state !== 'hidden') questions.set(leaf, it)
    if (!question.remedy || ownAttainment(it) >= 1) continue
    const key = question.remedy.once ? question.id : leaf
    const remedy = found.get(key) ?? {
      key,
      part,
      question,
      text: question.remedy,
      effort: Math.round(question.remedy.effort * 4),
      closes: [],
    }
    remedy.closes.push(it)
    found.set(key, remedy)
    closing.set(leaf, remedy)
  }
  return { scored, weight, remedies: [...found.values()], closing, questions }
}

/** Answers in which the questions that some remedies close are answered best, and nothing else is changed. */
function answersAfter(answers: Answers, done: ReadonlySet<Remedy>): Answers {
  const best = new Map<string, Map<string, Answer>>()
  for (const { question, closes } of done) {
    for (const { entry, answer } of closes) {
      const given = best.get(entry ?? '') ?? new Map<string, Answer>()
      const value = bestOf(question)
      const path = answer?.path ?? []
      best.set(
        entry ?? '',
        given.set(question.id, { state: 'answered', value, evidence: answer?.evidence ?? [], path }),
      )
    }
  }
  const changed = (given: ReadonlyMap<string, Answer>, entry: string) => new Map([...given, ...(best.get(entry) ?? [])])
  return {
    ...answers,
    firm: changed(answers.firm, ''),
    inventories: new Map(
      [...answers.inventories].map(([id, it]) => [
        id,
        { ...it, entries: it.entries.map((entry) => ({ ...entry, answers: changed(entry.answers, entry.id) })) },
      ]),
    ),
  }
}

/** The answer that attains 1: every scored question has one. */
export const bestOf = ({ type, options }: Question): string | readonly string[] =>
  type === 'choice'
    ? options.reduce((best, it) => ((it.attains ?? 0) > (best.attains ?? 0) ? it : best)).id
    : options.filter((it) => !it.exclusive).map((it) => it.id)
