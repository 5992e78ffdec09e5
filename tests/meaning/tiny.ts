/** Rulesets of the parts that an example needs. */
import type { WrittenAnswer } from '../../src/answers/schema.js'
import type { Library } from '../../src/ruleset/load.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import type { WrittenCommon, WrittenQuestionnaire } from '../../src/ruleset/schema.js'
import { library, load, type Written } from './rulesets.js'

export type Answers = Record<string, WrittenAnswer>

export const cites = [{ source: 'law', at: '1', checked: 'verified' }]
const options = [
  { id: 'yes', label: 'Yes', attains: 1 },
  { id: 'partly', label: 'Partly', attains: 0.5 },
  { id: 'no', label: 'No', attains: 0 },
]

/** A question; weight 0: nobody minds what is answered. */
export const q = (id: string, rest: object = {}) => ({
  id,
  type: 'choice',
  ask: id,
  why: 'w',
  options,
  obligation: 'practice',
  remedy: { do: 'Mend it.', effort: 1, owner: 'it' },
  cites,
  ...rest,
})
export const s = (id: string, questions: object[], rest: object = {}) => ({ id, title: id, questions, ...rest })

/** Facts: x, y or z; a whole number. */
export const choice = (id: string, rest: object = {}) => ({ id, type: 'choice', scale: 'xyz', ask: id, ...rest })
export const number = (id: string, rest: object = {}) => ({ id, type: 'number', ask: id, integer: true, ...rest })

export const is = (fact: string, option = 'x') => ({ fact, is: option })

/** A determination between a and b. */
export const decides = (id: string, rules: object[], rest: object = {}) => ({
  id,
  title: id,
  decide: 'first',
  outcomes: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
  rules,
  ...rest,
})

const head = { version: '1.0.0', title: 'T', language: 'en', reviewed: '2026-01-01' }

/** A ruleset by itself. */
export const questionnaire = (id: string, rest: object) =>
  ({ id, ...head, scoring: { model: 'weighted' }, ...rest }) as unknown as WrittenQuestionnaire

/** Rulesets, and `suite`, which includes them all. */
export function withSuite(
  parts: Readonly<Record<string, object>>,
  common: Readonly<Record<string, WrittenCommon>> = {},
): Library {
  const includes = Object.keys(parts).map((ruleset) => ({ ruleset, version: '1' }))
  const suite = { id: 'suite', ...head, includes } as unknown as WrittenQuestionnaire
  const all = Object.entries(parts).map(([id, rest]) => [id, questionnaire(id, rest)] as const)
  return library({ ...Object.fromEntries(all), suite }, common)
}

/** @param more inventories beside `items` */
export function tiny(
  rest: object,
  itemFacts: object[] = [choice('i.a')],
  itemDerived: object[] = [],
  more: object[] = [],
): Promise<Ruleset> {
  const items = { id: 'items', title: 'Items', facts: itemFacts, derived: itemDerived }
  return load({
    common: { things: { inventories: [items, ...more] } },
    questionnaire: questionnaire('tiny', {
      uses: ['things'],
      sections: [s('s', [q('q.any', { weight: 0 })])],
      ...rest,
    }),
  } as unknown as Written)
}
