import { Number as Num, Optional } from 'typebox'
import { closed, Id, list, tag, Words } from '../../documents/shapes.js'
import { questionShape } from './common.js'
import type { Attainment } from './index.js'

/** One option of a choice; `attains` is how far it meets the question, 0 to 1 in thousandths. */
export const ChoiceOption = closed({
  id: Id,
  label: Words,
  attains: Num({ minimum: 0, maximum: 1, multipleOf: 0.001 }),
})

export const ChoiceQuestion = closed({
  type: tag('choice'),
  ...questionShape,
  options: Optional(list(ChoiceOption, { minItems: 2, maxItems: 20 })),
})

export const choiceAttainment: Attainment = {
  of([chosen], options) {
    for (const { id, attains } of options) if (id === chosen) return attains ?? 0
    return 0
  },
  extremes(options) {
    const all = options.map((option) => option.attains ?? 0)
    return { least: Math.min(...all), most: Math.max(...all) }
  },
}
