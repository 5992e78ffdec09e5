/** The files a ruleset is made of, as authors write them. Types and JSON Schemas come from here and nowhere else. */
import { Boolean as Bool, Number as Num, Optional, String as Str, type Static } from 'typebox'
import { closed, Day, Id, list, oneOf, ref, tag, tagged, Version, Words } from '../documents/shapes.js'
import { languages } from '../text/languages.js'
import { Condition, ConditionSchema } from './condition.js'
import { models, places, type Region, sourceKinds } from './vocabulary.js'
import { ChoiceQuestion } from './question-types/choice.js'
import { Citation, Dates, Obligation, Owner, Remedy } from './question-types/common.js'
import { MultiQuestion } from './question-types/multi.js'

const Deadline = closed({
  within: Optional(
    Str({
      pattern: '^[1-9][0-9]* (minutes?|hours?|days?|months?|working-days?)$',
      description: '12 hours, 10 working-days',
    }),
  ),
  after: Optional(Id),
  at: Optional(oneOf(['once'])),
})

const FactOption = closed({ id: Id, label: Words })

const factShape = {
  id: Id,
  ask: Words,
  why: Optional(Words),
  help: Optional(Words),
  when: Optional(Condition),
  confidential: Optional(Bool()),
  ...Dates,
}
const bounds = { min: Optional(Num()), max: Optional(Num()), integer: Optional(Bool()), unit: Optional(Words) }

/** What a deadline calls the moment: "within 12 hours after you became aware". */
const moment = Optional(Words)

/** A fact that is asked. */
export const Fact = tagged('type', [
  closed({
    type: tag('choice'),
    ...factShape,
    scale: Optional(Id),
    options: Optional(list(FactOption, { minItems: 2 })),
  }),
  closed({
    type: tag('multi'),
    ...factShape,
    scale: Optional(Id),
    options: Optional(list(FactOption, { minItems: 2 })),
  }),
  closed({ type: tag('number'), ...factShape, ...bounds }),
  closed({ type: tag('date'), ...factShape, moment }),
  closed({ type: tag('datetime'), ...factShape, moment }),
  closed({ type: tag('text'), ...factShape }),
])

/** A fact worked out from others: exactly one of holds, sum, count, some, every. */
export const Derived = closed({
  id: Id,
  means: Words,
  forEach: Optional(Id),
  holds: Optional(Condition),
  sum: Optional(Id),
  over: Optional(Id),
  distinct: Optional(Id),
  count: Optional(Id),
  some: Optional(Id),
  every: Optional(Id),
  where: Optional(Condition),
  cites: Optional(list(Citation)),
})

const Outcome = closed({ id: Id, label: Words, tone: Optional(oneOf(['good', 'caution', 'bad', 'neutral'])) })

const Rule = closed({
  id: Id,
  when: Optional(Condition),
  outcome: Id,
  because: Optional(Words),
  do: Optional(Words),
  obligation: Optional(Obligation),
  owner: Optional(Owner),
  by: Optional(Deadline),
  cites: Optional(list(Citation)),
  ...Dates,
})

const Alternative = closed({
  id: Id,
  offers: Id,
  label: Optional(Words),
  insteadOf: list(Id, { minItems: 1 }),
  when: Optional(Condition),
  because: Optional(Words),
  cites: Optional(list(Citation)),
  ...Dates,
})

const Then = closed({
  id: Id,
  for: list(Id, { minItems: 1 }),
  when: Optional(Condition),
  do: Words,
  obligation: Obligation,
  owner: Optional(Owner),
  by: Optional(Deadline),
  cites: Optional(list(Citation)),
  ...Dates,
})

export const Determination = closed({
  id: Id,
  title: Words,
  about: Optional(Words),
  forEach: Optional(Id),
  decide: oneOf(['first', 'all']),
  outcomes: list(Outcome, { minItems: 1 }),
  groups: Optional(ref<Record<string, string[]>>('groups')),
  rules: list(Rule, { minItems: 1 }),
  alternatives: Optional(list(Alternative)),
  then: Optional(list(Then)),
})

export const Question = tagged('type', [ChoiceQuestion, MultiQuestion])

export const Section = closed({
  id: Id,
  title: Words,
  about: Optional(Words),
  weight: Optional(Num({ minimum: 0, maximum: 1000, multipleOf: 0.001 })),
  forEach: Optional(Id),
  across: Optional(oneOf(['mean', 'worst'])),
  when: Optional(Condition),
  questions: list(Question, { minItems: 1 }),
  ...Dates,
})

const Gate = closed({
  id: Id,
  when: Condition,
  caps: Id,
  says: Words,
  remedy: Optional(Remedy),
  ...Dates,
})

const Contradiction = closed({ id: Id, forEach: Optional(Id), when: Condition, says: Words })

const Scoring = closed({
  model: oneOf(models),
  met: Optional(
    Num({
      exclusiveMinimum: 0,
      maximum: 1,
      multipleOf: 0.001,
      description: 'levels: the attainment from which a question is met',
    }),
  ),
  gates: Optional(list(Gate)),
})

const Include = closed({
  ruleset: Id,
  version: Str({ pattern: '^[0-9]+$', description: 'the major version, in quotes' }),
  weight: Optional(Num({ minimum: 0, maximum: 1000, multipleOf: 0.001 })),
})

const $defs = {
  condition: ConditionSchema,
  groups: {
    type: 'object',
    propertyNames: { pattern: '^[a-z0-9][a-z0-9-]*$' },
    additionalProperties: { type: 'array', minItems: 1, items: Id },
  },
}

const root = (name: string, title: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://flowready.invalid/schema/${name}.schema.json`,
  title,
  $defs,
})

/** questionnaire.yaml of a ruleset, or of a suite (`includes`). */
export const QuestionnaireFile = closed(
  {
    id: Str({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60 }),
    version: Version,
    title: Words,
    about: Optional(Words),
    language: oneOf(languages),
    reviewed: Day,
    uses: Optional(list(Id)),
    facts: Optional(list(Fact)),
    derived: Optional(list(Derived)),
    determinations: Optional(list(Determination)),
    contradictions: Optional(list(Contradiction)),
    scoring: Optional(Scoring),
    sections: Optional(list(Section)),
    includes: Optional(list(Include, { minItems: 1 })),
  },
  root('ruleset', 'A flowready ruleset'),
)

const ThreeLanguages = closed({ en: Words, 'zh-Hant': Words, 'zh-Hans': Words })

const Source = closed({
  id: Id,
  short: ThreeLanguages,
  title: ThreeLanguages,
  issuer: ThreeLanguages,
  place: oneOf(places),
  kind: oneOf(sourceKinds),
  from: Optional(Day),
  until: Optional(Day),
  address: Optional(Str({ pattern: '^https?://', maxLength: 500 })),
  lastChecked: Day,
})

const ScaleOption = closed({
  id: Id,
  label: Words,
  attains: Optional(Num({ minimum: 0, maximum: 1, multipleOf: 0.001 })),
})

const Scale = closed({
  id: Id,
  options: list(ScaleOption, { minItems: 2 }),
  groups: Optional(ref<Record<string, string[]>>('groups')),
})

/** How the entries are drawn as arrows between places: from which fact to which, how thick, and where the places lie. */
const Drawn = closed({
  from: Id,
  to: Id,
  weight: Optional(list(Id)),
  regions: closed({
    'gba-mainland': Optional(list(Id)),
    mainland: Optional(list(Id)),
    'hong-kong': Optional(list(Id)),
    macao: Optional(list(Id)),
    elsewhere: Optional(list(Id)),
  } satisfies Record<Region, unknown>),
})

const Inventory = closed({
  id: Id,
  title: Words,
  entry: Optional(Words),
  about: Optional(Words),
  drawn: Optional(Drawn),
  facts: list(Fact, { minItems: 1 }),
  derived: Optional(list(Derived)),
})

const Band = closed({
  id: Id,
  from: Num({ minimum: 0, maximum: 100, multipleOf: 0.1 }),
  label: Words,
  means: Optional(Words),
})

/** A file of rulesets/common: sources, scales, bands, firm facts, inventories. */
export const CommonFile = closed(
  {
    sources: Optional(list(Source)),
    scales: Optional(list(Scale)),
    bands: Optional(list(Band, { minItems: 1 })),
    facts: Optional(list(Fact)),
    derived: Optional(list(Derived)),
    inventories: Optional(list(Inventory)),
  },
  { ...root('common', 'A common file of flowready rulesets'), minProperties: 1 },
)

export type WrittenQuestionnaire = Static<typeof QuestionnaireFile>
export type WrittenCommon = Static<typeof CommonFile>
export type WrittenFact = Static<typeof Fact>
export type WrittenDerived = Static<typeof Derived>
export type WrittenDrawn = Static<typeof Drawn>
export type WrittenDetermination = Static<typeof Determination>
export type WrittenSection = Static<typeof Section>
export type WrittenQuestion = Static<typeof Question>
export type WrittenCitation = Static<typeof Citation>
export type WrittenDeadline = Static<typeof Deadline>
export type WrittenRemedy = Static<typeof Remedy>
