/** Conditions over a look-up of values. */
import { type Comparison, type Condition, undetermined } from '../ruleset/ruleset.js'
import { and, not, or, type Truth } from './truth.js'
import { type Decision, type Scope } from './values.js'

/** How a condition sees scored questions; only gates and contradictions do. */
export interface QuestionScope {
  attainsLess(question: string, value: number): Truth
  answerIn(question: string, options: ReadonlySet<string>): Truth
}

/**
 * Evaluates a condition in Kleene logic. A comparison with a fact is `applicable(fact) and compare(value)`: false when
 * the fact is hidden, unknown while it is open or perhaps hidden.
 * @param questions needed by gates and contradictions only
 */
export function evaluate(condition: Condition, scope: Scope, questions?: QuestionScope): Truth {
  switch (condition.kind) {
    case 'all': {
      let truth: Truth = true
      for (const part of condition.of) {
        const one = evaluate(part, scope, questions)
        if (one === false) return false
        if (one === undefined) truth = undefined
      }
      return truth
    }
    case 'any': {
      let truth: Truth = false
      for (const part of condition.of) {
        const one = evaluate(part, scope, questions)
        if (one === true) return true
        if (one === undefined) truth = undefined
      }
      return truth
    }
    case 'not':
      return not(evaluate(condition.of, scope, questions))
    case 'option': {
      const fact = scope.get(condition.fact)
      if (fact.kind !== 'fact') return undefined
      return and(fact.applicable, fact.options && fact.options.some((option) => condition.options.has(option)))
    }
    case 'time': {
      const fact = scope.get(condition.fact)
      if (fact.kind !== 'fact') return undefined
      return and(
        fact.applicable,
        fact.time === undefined ? undefined : compareTime(fact.time, condition.test, condition.value),
      )
    }
    case 'number': {
      const fact = scope.get(condition.fact)
      if (fact.kind === 'decision') return undefined
      const compared = compareInterval(fact.low, fact.high, condition.test, condition.value)
      return fact.kind === 'fact' ? and(fact.applicable, compared) : compared
    }
    case 'holds': {
      const derived = scope.get(condition.fact)
      return derived.kind === 'derived' ? derived.holds : undefined
    }
    case 'outcome':
      return outcomeIn(scope.get(condition.determination) as Decision, condition.outcomes)
    case 'offers': {
      const offers = (scope.get(condition.determination) as Decision).alternatives.filter(
        (it) => it.alternative.offers === condition.offer,
      )
      return or(...offers.map((it) => it.open))
    }
    case 'attains-less':
      return questions?.attainsLess(condition.question, condition.value)
    case 'answer':
      return questions?.answerIn(condition.question, condition.options)
  }
}

/**
 * Whether a determination's outcome is one of some: true when every candidate is, false when none is. A candidate
 * `undetermined` leaves it unknown. For `decide: all`: whether some rule that decides such an outcome holds.
 */
export function outcomeIn({ determination, rules, candidates }: Decision, outcomes: ReadonlySet<string>): Truth {
  if (determination.decide === 'all')
    return or(...rules.filter(({ rule }) => outcomes.has(rule.outcome)).map(({ holds }) => holds))
  if (candidates.includes(undetermined)) return undefined
  const inside = candidates.filter((outcome) => outcomes.has(outcome)).length
  return inside === candidates.length ? true : inside === 0 ? false : undefined
}

/** Compares everything that an interval may hold: true when all of it compares so, false when nothing does. */
export function compareInterval(low: number, high: number, test: Comparison, value: number): Truth {
  const all = compare(low, test, value)
  return all === compare(high, test, value) ? all : undefined
}

function compare(number: number, test: Comparison, value: number): boolean {
  switch (test) {
    case 'atLeast':
      return number >= value
    case 'atMost':
      return number <= value
    case 'moreThan':
      return number > value
    case 'lessThan':
      return number < value
  }
}

/** A day compared with a moment is compared as a day. */
function compareTime(time: string, test: Comparison, value: string): boolean {
  const length = Math.min(time.length, value.length)
  const [a, b] = [time.slice(0, length), value.slice(0, length)]
  return compare(a < b ? -1 : a > b ? 1 : 0, test, 0)
}
