/** Conditions as authors write them: one closed object with one subject and one operator, or `all`, `any`, `not`. */
import { Array as Arr, Number as Num, Object as Obj, Optional, Unsafe } from 'typebox'
import { Id, list, ref } from '../documents/shapes.js'

export interface WrittenCondition {
  all?: WrittenCondition[]
  any?: WrittenCondition[]
  not?: WrittenCondition
  fact?: string
  determination?: string
  question?: string
  is?: string
  in?: string[]
  includes?: string
  atLeast?: number | string
  atMost?: number | string
  moreThan?: number | string
  lessThan?: number | string
  offers?: string
  attainsLessThan?: number
}

const bound = Optional(Unsafe<number | string>({ type: ['number', 'string'] }))

/**
 * One closed object rather than a union of shapes: one typo, one error. That there is exactly one subject with exactly
 * one operator, or one join, is for `wellformed/conditions.ts` to say.
 */
export const ConditionSchema = Obj(
  {
    all: Optional(Arr(ref<WrittenCondition>('condition'), { minItems: 1 })),
    any: Optional(Arr(ref<WrittenCondition>('condition'), { minItems: 1 })),
    not: Optional(ref<WrittenCondition>('condition')),
    fact: Optional(Id),
    determination: Optional(Id),
    question: Optional(Id),
    is: Optional(Id),
    in: Optional(list(Id, { minItems: 1 })),
    includes: Optional(Id),
    atLeast: bound,
    atMost: bound,
    moreThan: bound,
    lessThan: bound,
    offers: Optional(Id),
    attainsLessThan: Optional(Num({ exclusiveMinimum: 0, maximum: 1 })),
  },
  { additionalProperties: false, minProperties: 1 },
)

export const Condition = ref<WrittenCondition>('condition')
