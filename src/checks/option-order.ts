import { found, under } from '../ruleset/draft.js'
import type { Check } from './check.js'

/** A scale whose options attain neither ever less nor ever more: it is shown in the order in which it is written. */
export const optionOrder: Check = ({ draft }) =>
  [...draft.scales.values()].flatMap(({ it, ...at }) => {
    const attains = it.options.map((option) => option.attains)
    if (attains.some((one) => one === undefined)) return []
    const steps = (attains as number[]).slice(1).map((one, i) => Math.sign(one - (attains[i] as number)))
    const direction = steps.find((step) => step !== 0)
    const turn = steps.findIndex((step) => step !== 0 && step !== direction)
    if (turn === -1) return []
    const option = it.options[turn + 1]!
    return [found('check/options-out-of-order', { id: it.id, option: option.id }, under(at, 'options', turn + 1))]
  })
