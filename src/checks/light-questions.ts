import { found } from '../ruleset/draft.js'
import type { Question, Section } from '../ruleset/ruleset.js'
import type { Check } from './check.js'

/** Half of the last digit that is printed. */
const seen = 0.05

/**
 * A question that moves the printed score by nothing but the luck of rounding, even where everything that can drop out of
 * the score does.
 */
export const lightQuestions: Check = ({ ruleset, draft }) => {
  if (ruleset.model !== 'weighted') return []
  return ruleset.sections.flatMap((section) => {
    const others = sum(ruleset.sections.filter((it) => it !== section && alwaysScored(it)).map((it) => it.weight))
    return section.questions.flatMap((question) => {
      if (question.weight === 0 || section.weight === 0) return []
      const beside = sum(section.questions.filter((it) => it !== question && always(it)).map((it) => it.weight))
      const points = 100 * (question.weight / (question.weight + beside)) * (section.weight / (section.weight + others))
      if (points >= seen) return []
      const { it: _, ...at } = draft.questions.get(question.id)!
      return [found('check/question-too-light', { id: question.id, points: Number(points.toPrecision(2)) }, at)]
    })
  })
}

/** Whether a question counts wherever its section does. */
const always = (it: Question): boolean =>
  !it.when && it.from === undefined && it.until === undefined && !it.mayBeNotApplicable && !it.after?.hides

const alwaysScored = (it: Section): boolean =>
  !it.when &&
  it.from === undefined &&
  it.until === undefined &&
  it.inventory === undefined &&
  it.questions.some((question) => question.weight > 0 && always(question))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
