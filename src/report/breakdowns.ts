/** Sums over the ledger by what questions are tagged with: 100 × contributions ÷ (contributions + losses). */
import { obligations } from '../ruleset/vocabulary.js'
import type { Question } from '../ruleset/ruleset.js'
import type { Words } from '../text/words.js'
import type { Report } from './schema.js'

/** @param questions every question of the assessment, by id */
export function breakdowns(
  ledger: Report['ledger'],
  questions: ReadonlyMap<string, Question>,
  words: Words,
): Report['breakdowns'] {
  const by = (
    kindsOf: (question: Question) => readonly string[],
    labelOf: (id: string) => string,
    order?: readonly string[],
  ) => {
    const sums = new Map<string, { contribution: number; loss: number }>()
    for (const line of ledger) {
      const question = questions.get(line.question)
      for (const kind of question ? kindsOf(question) : []) {
        let sum = sums.get(kind)
        if (!sum) sums.set(kind, (sum = { contribution: 0, loss: 0 }))
        // Thousandths are added as integers, so that no sum shows the dust of binary fractions.
        sum.contribution += Math.round(line.contribution * 1000)
        sum.loss += Math.round(line.loss * 1000)
      }
    }
    const rank = (id: string) => (order ? order.indexOf(id) : 0)
    return [...sums]
      .filter(([, { contribution, loss }]) => contribution + loss > 0)
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([id, { contribution, loss }]) => ({
        id,
        label: labelOf(id),
        value: Math.round((100_000 * contribution) / (contribution + loss)) / 1000,
        contribution: contribution / 1000,
        loss: loss / 1000,
      }))
  }
  const named = (names: object, id: string): string =>
    Object.hasOwn(names, id) ? (names as Record<string, string>)[id]! : id
  return {
    obligation: by(
      (question) => [question.obligation],
      (id) => named(words.report.obligation, id),
      obligations,
    ),
    policy: by(
      (question) => question.tags.policy,
      (id) => named(words.report.policy, id),
    ),
    place: by(
      (question) => question.tags.place,
      (id) => named(words.report.place, id),
    ),
    topic: by(
      (question) => question.tags.topic,
      (id) => id,
    ),
  }
}
