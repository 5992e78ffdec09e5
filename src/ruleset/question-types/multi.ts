import { Boolean as Bool, Number as Num, Optional } from 'typebox'
import { closed, Id, list, tag, Words } from '../../documents/shapes.js'
import { questionShape } from './common.js'
import type { Attainment } from './index.js'

/** One option of a multiple choice; what is chosen adds up and is capped at 1. The exclusive one attains 0. */
export const MultiOption = closed({
  id: Id,
  label: Words,
  adds: Optional(Num({ minimum: 0, maximum: 1, multipleOf: 0.001 })),
  exclusive: Optional(Bool()),
})

export const MultiQuestion = closed({
  type: tag('multi'),
  ...questionShape,
  options: Optional(list(MultiOption, { minItems: 2, maxItems: 30 })),
})

export const multiAttainment: Attainment = {
  of(chosen, options) {
    // Thousandths are summed as integers: 0.1 + 0.2 has to be 0.3.
    const thousandths = options.reduce(
      (sum, { id, adds }) => sum + (chosen.includes(id) ? Math.round((adds ?? 0) * 1000) : 0),
      0,
    )
    return Math.min(thousandths, 1000) / 1000
  },
  extremes(options) {
    const all = options.filter((option) => !option.exclusive).map((option) => option.id)
    // Choosing nothing is no answer: the least is the least single choice.
    return { least: Math.min(...options.map(({ id }) => this.of([id], options))), most: this.of(all, options) }
  },
}
