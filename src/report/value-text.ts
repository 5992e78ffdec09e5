/** Values in words, and words of a ruleset with the firm's own values filled in. */
import type { Decision, FactValue, Scope, Value } from '../assessment/values.js'
import { outcomeOf } from '../assessment/values.js'
import { undetermined } from '../ruleset/ruleset.js'
import { intervalInWords } from '../text/numbers.js'
import { fillPlaceholders } from '../text/placeholders.js'
import type { Words } from '../text/words.js'
import { once } from '../documents/once.js'

/** For readers who are not told what is confidential: wherever an answer would stand, they read that it is withheld. */
interface Discreet extends Words {
  readonly discreet: true
}

export const discreetly = once((words: Words): Words => ({ ...words, discreet: true }) as Discreet)

/** Whether the reader of these words is not told an answer to this. */
export const isWithheld = ({ confidential }: { readonly confidential: boolean }, words: Words): boolean =>
  confidential && 'discreet' in words

/** A value as people read it: an option's label, a number, an interval, a decision's outcome. */
export function valueText(value: Value, words: Words): string {
  const { report } = words
  switch (value.kind) {
    case 'fact':
      return factText(value, words)
    case 'derived': {
      const { how } = value.derived.rule
      if (how === 'sum' || how === 'count') return intervalInWords(value.low, value.high, words)
      return value.holds === undefined ? report.notKnown : value.holds ? report.yes : report.no
    }
    case 'decision':
      return decisionText(value, words)
  }
}

function factText({ fact, applicable, options, time, low, high, answer }: FactValue, words: Words): string {
  // What was answered before the fact became hidden counts for nothing, in words too.
  if (applicable === false) return words.report.notAsked
  if (answer && isWithheld(fact, words)) return words.report.confidential
  if (fact.type === 'number') return intervalInWords(low, high, words)
  if (answer?.state !== 'answered') return words.report.notKnown
  if (fact.type === 'text') return String(answer.value)
  if (time !== undefined) return time.replace('T', ' ')
  return words.marks.list((options ?? []).map((id) => fact.options.find((option) => option.id === id)?.label ?? id))
}

function decisionText(decision: Decision, words: Words): string {
  const label = (outcome: string) => decision.determination.outcomes.get(outcome)?.label ?? words.report.notDecided
  if (decision.determination.decide === 'all') return words.marks.list(decision.candidates.map(label))
  const outcome = outcomeOf(decision)
  return outcome === undefined || outcome === undetermined ? words.report.notDecided : label(outcome)
}

/** A text of the ruleset with `{fact-id}` replaced by the value in this place. */
export function filled(text: string, scope: Scope, words: Words): string {
  const { report, marks } = words
  return fillPlaceholders(text, (name) => {
    const value = valueText(scope.get(name), words)
    // Set apart, it reads in any sentence: "(not known yet) people", "to (not asked)".
    if (value === report.notKnown) return marks.bracketed(report.openValue)
    return value === report.notAsked || value === report.confidential ? marks.bracketed(value) : value
  })
}
