/** A ruleset of the parts that an example needs. */
import type { WrittenAnswer } from '../../src/answers/schema.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import { load, type Written } from './rulesets.js'

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

/** @param more inventories beside `items` */
export function tiny(
  questionnaire: object,
  itemFacts: object[] = [choice('i.a')],
  itemDerived: object[] = [],
  more: object[] = [],
): Promise<Ruleset> {
  const items = { id: 'items', title: 'Items', facts: itemFacts, derived: itemDerived }
  return load({
    common: { things: { inventories: [items, ...more] } },
    questionnaire: {
      id: 'tiny',
      version: '1.0.0',
      title: 'T',
      language: 'en',
      reviewed: '2026-01-01',
      uses: ['things'],
      scoring: { model: 'weighted' },
      sections: [s('s', [q('q.any', { weight: 0 })])],
      ...questionnaire,
    },
  } as unknown as Written)
}
