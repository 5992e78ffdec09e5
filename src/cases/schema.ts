/** A cases file: what a ruleset must say about given answers. */
import { Boolean as Bool, Number as Num, Optional, Unsafe, type Static } from 'typebox'
import { Inventories } from '../answers/schema.js'
import { closed, Day, Id, idPattern, list, oneOf, Words } from '../documents/shapes.js'

type Value = string | number | string[]
/** Answers in the short form, and `{notApplicable: reason}` or evidence in the long one. */
const Given = Unsafe<Record<string, Value | Record<string, unknown>>>({
  type: 'object',
  propertyNames: { pattern: idPattern },
  additionalProperties: { type: ['string', 'number', 'array', 'object'] },
})

/** What is expected of one entry, or of the firm. */
const expected = {
  candidates: list(Id),
  missing: list(Id),
  alternatives: list(Id),
  perhaps: list(Id),
  then: list(Id),
  rules: list(Id),
  due: { type: 'object', additionalProperties: { type: 'string' } },
  sections: { type: 'object', additionalProperties: oneOf(['applicable', 'hidden', 'perhaps']) },
  questions: {
    type: 'object',
    additionalProperties: oneOf(['hidden', 'not-applicable', 'answered', 'unsure', 'unanswered', 'implied']),
  },
}
const outcomes = { type: ['string', 'array'], items: { type: 'string' } }

const Expect = Unsafe<Expectation>({
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: idPattern },
  properties: {
    ...expected,
    score: closed({ low: Optional(Num()), high: Optional(Num()), evidenced: Optional(Num()), strict: Optional(Num()) }),
    band: Id,
    gates: { type: 'object', additionalProperties: { type: 'string', enum: ['true', 'false', 'unknown'] } },
    entries: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          minProperties: 1,
          propertyNames: { pattern: idPattern },
          properties: expected,
          additionalProperties: outcomes,
        },
      },
    },
  },
  additionalProperties: outcomes,
})

/** What is expected of one entry. */
export type EntryExpectation = Omit<Expectation, 'score' | 'band' | 'gates' | 'entries'>

/** What a row expects; every other key is a determination and its outcome, or outcomes for `decide: all`. */
export interface Expectation {
  candidates?: string[]
  missing?: string[]
  alternatives?: string[]
  perhaps?: string[]
  then?: string[]
  /** The rules that hold; of `decide: first` the one that decides. */
  rules?: string[]
  /** By rule: when its time limit ends; `unknown` where its beginning is not known. */
  due?: Record<string, string>
  score?: { low?: number; high?: number; evidenced?: number; strict?: number }
  band?: string
  sections?: Record<string, string>
  questions?: Record<string, string>
  gates?: Record<string, string>
  /** By inventory and entry: what is expected of entries besides the first. */
  entries?: Record<string, Record<string, EntryExpectation>>
  [determination: string]: unknown
}

const Case = closed({
  id: Id,
  about: Optional(Words),
  asAt: Optional(Day),
  given: Optional(Given),
  with: Optional(Given),
  and: Optional(list(Given)),
  more: Optional(Bool()),
  /** Whole lists of entries, as an answers file holds them, where one inventory is not enough. */
  inventories: Optional(Inventories),
  expect: Expect,
})

export const CasesFile = closed(
  {
    about: Optional(Words),
    asAt: Day,
    given: Optional(Given),
    each: Optional(Id),
    defaults: Optional(Given),
    cases: list(Case, { minItems: 1 }),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/cases.schema.json',
    title: 'Cases of a flowready ruleset',
  },
)

export type WrittenCases = Static<typeof CasesFile>
export type WrittenCase = Static<typeof Case>
