/** What every scored question carries, whatever its type. */
import { Boolean as Bool, Integer, Number as Num, Optional, Unsafe } from 'typebox'
import { checks, obligations, owners } from '../vocabulary.js'
import { closed, Day, Id, list, oneOf, Words } from '../../documents/shapes.js'
import { Condition } from '../condition.js'

export const Obligation = oneOf(obligations, { description: 'how binding the source is' })

export const Owner = oneOf(owners, { description: 'the role that does it' })

export const Citation = closed({
  source: Id,
  at: Words,
  checked: oneOf(checks, { description: 'how the citation was checked' }),
})

export const Remedy = closed({
  do: Words,
  effort: Num({ minimum: 0, maximum: 1000, multipleOf: 0.25, description: 'person-days, in quarters' }),
  owner: Owner,
  once: Optional(Bool({ description: 'done once, it serves every entry' })),
})

/** A word or a list of words. */
const words = (pattern: string) =>
  Unsafe<string | string[]>({ type: ['string', 'array'], items: { type: 'string', pattern }, pattern, minItems: 1 })

export const Tags = closed({
  policy: Optional(words('^[A-E]$')),
  place: Optional(words('^[a-z][a-z-]*$')),
  topic: Optional(words('^[a-z][a-z-]*$')),
  controls: Optional(
    list(
      closed({
        standard: { ...Id, description: 'a standard or catalogue among the sources, with its edition' },
        ids: list(Words, { minItems: 1 }),
      }),
      { minItems: 1 },
    ),
  ),
})

export const Dates = {
  from: Optional(Day),
  until: Optional(Day),
}

export const questionShape = {
  id: Id,
  ask: Words,
  why: Words,
  help: Optional(Words),
  scale: Optional(Id),
  weight: Optional(Num({ minimum: 0, maximum: 1000, multipleOf: 0.001 })),
  obligation: Obligation,
  notApplicable: Optional(oneOf(['never', 'allowed'])),
  essential: Optional(Bool()),
  confidential: Optional(Bool()),
  level: Optional(Integer({ minimum: 1, maximum: 10 })),
  cites: Optional(list(Citation)),
  evidence: Optional(list(closed({ id: Id, show: Words }))),
  remedy: Optional(Remedy),
  tags: Optional(Tags),
  when: Optional(Condition),
  after: Optional(
    closed({
      question: Id,
      attains: Num({ exclusiveMinimum: 0, maximum: 1, multipleOf: 0.001 }),
      otherwise: Optional(oneOf(['hidden'])),
    }),
  ),
  ...Dates,
}
