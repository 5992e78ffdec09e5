import { operators, type Operator } from '../vocabulary.js'
import type { Finding } from '../../diagnostics/diagnostic.js'
import { type WrittenCondition } from '../condition.js'
import { allComparisons, type Comparison, type Draft, found, under } from '../draft.js'
import { timeOf } from '../time.js'
import { typeOf, type ValueType } from '../value-type.js'

const ordered: readonly Operator[] = ['atLeast', 'atMost', 'moreThan', 'lessThan']

/** What each kind of subject can be compared by. */
const allowed: Record<ValueType | 'determination' | 'question', readonly Operator[]> = {
  choice: ['is', 'in'],
  multi: ['includes'],
  number: ordered,
  time: ordered,
  text: [],
  truth: [],
  determination: ['is', 'in', 'offers'],
  question: ['attainsLessThan'],
}

/** A comparison that its subject could never satisfy: a wrong operator, a text for a number, a number out of range. */
export function comparisons(draft: Draft): Finding[] {
  return allComparisons(draft).flatMap((it) => one(draft, it))
}

function one(draft: Draft, comparison: Comparison): Finding[] {
  const { it, where, ...at } = comparison
  const type = it.determination ? 'determination' : it.question ? 'question' : typeOf(draft, it.fact ?? '')
  const subject = it.determination ?? it.question ?? it.fact
  if (type === undefined || subject === undefined) return []
  const operator = operators.find((key) => it[key] !== undefined)
  const value = operator === undefined ? '' : String(it[operator])
  const no = [
    found(
      'ruleset/impossible-comparison',
      { subject, operator: operator ?? '', type, value },
      operator ? under(at, operator) : at,
    ),
  ]

  if (operator === undefined) return type === 'truth' ? [] : no
  const inContradiction = type === 'question' && where === 'contradiction' && (operator === 'is' || operator === 'in')
  if (!allowed[type].includes(operator) && !inContradiction) return no
  if (type === 'number') return typeof it[operator] !== 'number' || outOfRange(draft, it, subject) ? no : []
  if (type === 'time') return typeof it[operator] === 'string' && timeOf(value) !== undefined ? [] : no
  return []
}

function outOfRange(draft: Draft, it: WrittenCondition, id: string): boolean {
  const fact = draft.facts.get(id)?.it
  const { min = 0, max = Infinity } = fact?.type === 'number' ? fact : {}
  const number = (bound: number | string | undefined, missing: number) => (typeof bound === 'number' ? bound : missing)
  return (
    number(it.atLeast, -Infinity) > max ||
    number(it.moreThan, -Infinity) >= max ||
    number(it.atMost, Infinity) < min ||
    number(it.lessThan, Infinity) <= min
  )
}
