/** Answers without anything that names a firm or a person, from which the same score follows. */
import { askedIn } from '../ruleset/asked.js'
import type { Fact, Question, Ruleset } from '../ruleset/ruleset.js'
import type { Evidence, LongAnswer, WrittenAnswer, WrittenAnswers, WrittenInventory } from './schema.js'

/** What stands where something was taken out. */
export const redacted = 'redacted'

type Written = Record<string, WrittenAnswer>
type Entries = WrittenInventory['entries']

/**
 * Takes out names, people, notes, file names and free text; entries are numbered, in the order of their ids.
 * @param isThere whether an evidence file was found: what was not counts for nothing and is left out
 */
export function redact(ruleset: Ruleset, written: WrittenAnswers, isThere: (file: string) => boolean): WrittenAnswers {
  const asked = askedIn(ruleset)
  const answers = (given: Written): Written =>
    Object.fromEntries(
      Object.entries(given).flatMap(([id, answer]) => {
        const about = asked.get(id)
        const rest = about && answerOf(about, answer, isThere)
        return rest === undefined ? [] : [[id, rest]]
      }),
    )
  const entries = (list: Entries): Entries => {
    // Of two that are equally weak the smaller id is named: numbers keep that order.
    const inOrder = list.map(({ id }) => id).sort()
    const digits = String(list.length).length
    return list.map(({ id, answers: given }) => ({
      id: `entry-${String(inOrder.indexOf(id) + 1).padStart(digits, '0')}`,
      ...(given && { answers: answers(given) }),
    }))
  }
  const known = new Set(
    [ruleset, ...ruleset.parts.map((part) => part.ruleset)].flatMap((it) => [...it.inventories.keys()]),
  )
  const { ruleset: id, rulesetVersion, date, language, scope } = written
  return {
    ruleset: id,
    rulesetVersion,
    firm: { name: redacted },
    date,
    ...(language !== undefined && { language }),
    ...(scope !== undefined && { scope }),
    ...(written.answers && { answers: answers(written.answers) }),
    ...(written.inventories && {
      inventories: Object.fromEntries(
        Object.entries(written.inventories)
          .filter(([inventory]) => known.has(inventory))
          .map(([inventory, it]) => [
            inventory,
            Array.isArray(it) ? entries(it) : { ...it, entries: entries(it.entries) },
          ]),
      ),
    }),
  }
}

/** @returns undefined where nothing is left that answers */
function answerOf(
  { type }: Fact | Question,
  written: WrittenAnswer,
  isThere: (file: string) => boolean,
): WrittenAnswer | undefined {
  const long = typeof written === 'object' && !Array.isArray(written)
  const { answer, notApplicable, evidence = [] }: LongAnswer = long ? written : { answer: written }
  if (notApplicable !== undefined) return { notApplicable: redacted }
  if (answer === undefined) return undefined
  const value = type === 'text' ? redacted : answer
  const kept = evidence
    .filter(({ file }) => file === undefined || isThere(file))
    .map(({ until }): Evidence => ({ ref: redacted, ...(until !== undefined && { until }) }))
  return kept.length === 0 ? value : { answer: value, evidence: kept }
}
