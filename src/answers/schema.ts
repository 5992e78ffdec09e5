/** The answers file of one firm, as people and the interview write it. */
import { Boolean as Bool, Optional, String as Str, Unsafe, type Static } from 'typebox'
import { closed, Day, Id, idPattern, list, oneOf, Version, Words } from '../documents/shapes.js'

export const EvidenceItem = closed({
  file: Optional(Str({ minLength: 1, maxLength: 500 })),
  ref: Optional(Words),
  until: Optional(Day),
})

/** What a firm may say to a question or a fact in the long form. */
export interface LongAnswer {
  answer?: string | number | string[]
  notApplicable?: string
  note?: string
  evidence?: Static<typeof EvidenceItem>[]
  by?: string
  on?: string
}
export type WrittenAnswer = string | number | string[] | LongAnswer

const value = { type: ['string', 'number', 'array'], items: { type: 'string' }, maxLength: 20000 }

const longAnswer = closed({
  answer: Optional(Unsafe<string | number | string[]>(value)),
  notApplicable: Optional(Words),
  note: Optional(Str({ maxLength: 20000 })),
  evidence: Optional(list(EvidenceItem)),
  by: Optional(Words),
  on: Optional(Day),
})

/**
 * One schema for the short and the long form, without a union: `properties` bite only on objects, `items` only on lists,
 * so that one mistake stays one error.
 */
const AnswerValue = Unsafe<WrittenAnswer>({
  ...value,
  type: ['string', 'number', 'array', 'object'],
  properties: longAnswer.properties,
  additionalProperties: false,
  minProperties: 1,
})

const Answers = Unsafe<Record<string, WrittenAnswer>>({
  type: 'object',
  propertyNames: { pattern: idPattern },
  additionalProperties: AnswerValue,
})

const Entry = closed({ id: Id, name: Optional(Words), answers: Optional(Answers) })

export interface WrittenInventory {
  more?: boolean
  entries: Static<typeof Entry>[]
}

const Inventory = Unsafe<WrittenInventory | Static<typeof Entry>[]>({
  type: ['array', 'object'],
  items: Entry,
  properties: { more: Bool(), entries: list(Entry) },
  required: ['entries'],
  additionalProperties: false,
})

/** Entries by inventory. */
export const Inventories = Unsafe<Record<string, WrittenInventory | Static<typeof Entry>[]>>({
  type: 'object',
  propertyNames: { pattern: idPattern },
  additionalProperties: Inventory,
})

/** What was done to one answer when it was carried over to a later version of the ruleset. */
const Change = closed({
  id: Id,
  inventory: Optional(Id),
  entry: Optional(Id),
  did: oneOf(['renamed', 'mapped', 'dropped', 'again']),
  was: Optional(AnswerValue),
  to: Optional(Unsafe<string | string[]>({ type: ['string', 'array'], items: { type: 'string' } })),
  because: Optional(Words),
})

/** Written by `flowready migrate`: history, which counts for nothing. */
const Migrated = closed({ from: Version, to: Version, on: Day, changes: Optional(list(Change)) })

export const AnswersFile = closed(
  {
    ruleset: Id,
    rulesetVersion: Version,
    firm: closed({ name: Words, reference: Optional(Words) }),
    preparedBy: Optional(list(closed({ name: Words, role: Optional(Words) }))),
    date: Day,
    language: Optional(Str({ enum: ['en', 'zh-Hant', 'zh-Hans'] })),
    scope: Optional(Unsafe<'full' | 'quick'>({ type: 'string', enum: ['full', 'quick'] })),
    answers: Optional(Answers),
    inventories: Optional(Inventories),
    migrated: Optional(
      list(Migrated, { description: "what 'flowready migrate' changed: history, which counts for nothing" }),
    ),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/answers.schema.json',
    title: 'Answers of one firm to a flowready ruleset',
  },
)

export type WrittenAnswers = Static<typeof AnswersFile>
export type MigratedChange = Static<typeof Change>
export type Evidence = Static<typeof EvidenceItem>
