/** Conditions in words: what people read in `flowready show`. Facts by their ids, which can be shown in turn; options by their labels. */
import { inDigits, type ruleset, type Words } from '../index.js'

type Condition = ruleset.Condition
type Kind = Condition['kind']

/** @param named what a fact, a determination or a question is called; its id unless told */
export function conditionText(
  condition: Condition,
  it: ruleset.Ruleset,
  words: Words,
  named: (id: string) => string = (id) => id,
): string {
  const say = words.terminal.cli.condition
  const inner = (of: Condition, outer: Kind): string => {
    const text = conditionText(of, it, words, named)
    const joined = (of.kind === 'all' || of.kind === 'any') && of.of.length > 1 && of.kind !== outer
    return joined ? words.marks.bracketed(text) : text
  }
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.map((of) => inner(of, condition.kind)).join(condition.kind === 'all' ? say.and : say.or)
    case 'not':
      return say.not(inner(condition.of, 'not'))
    case 'option':
      return say.is(named(condition.fact), labels(condition.options, it.values.get(condition.fact), say.oneOf))
    case 'number':
      return say[condition.test](named(condition.fact), inDigits(condition.value))
    case 'time':
      return say[condition.test](named(condition.fact), condition.value.replace('T', ' '))
    case 'holds': {
      const derived = it.values.get(condition.fact)
      return say.holds(
        derived?.kind !== 'derived'
          ? named(condition.fact)
          : named(derived.id) === derived.id
            ? words.marks.aside(derived.means, derived.id)
            : named(derived.id),
      )
    }
    case 'outcome':
      return say.is(
        named(condition.determination),
        labels(condition.outcomes, it.values.get(condition.determination), say.oneOf),
      )
    case 'offers':
      return say.offers(named(condition.determination), condition.offer)
    case 'attains-less':
      return say.attainsLess(named(condition.question), condition.value)
    case 'answer': {
      const options = it.questions.get(condition.question)?.options ?? []
      const label = (id: string) => shortest(options.find((option) => option.id === id)?.label, id)
      return say.is(named(condition.question), say.oneOf([...condition.options].map(label)))
    }
  }
}

function labels(
  ids: ReadonlySet<string>,
  value: ruleset.Fact | ruleset.Derived | ruleset.Determination | undefined,
  oneOf: (all: readonly string[]) => string,
): string {
  const label = (id: string): string => {
    if (value?.kind === 'fact') return shortest(value.options.find((option) => option.id === id)?.label, id)
    return value?.kind === 'determination' ? shortest(value.outcomes.get(id)?.label, id) : id
  }
  return oneOf([...ids].map(label))
}

/** A label as long as a sentence would bury the condition: then the id says which option is meant. */
const shortest = (label: string | undefined, id: string): string =>
  label !== undefined && label.length <= 40 ? label : id
