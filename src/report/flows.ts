/** Entries that move from place to place, as the map of flows draws them. */
import type { Assessment } from '../assessment/assessment.js'
import type { FactValue, ValueScope } from '../assessment/values.js'
import type { Drawn } from '../ruleset/ruleset.js'
import { intervalInWords } from '../text/numbers.js'
import type { Words } from '../text/words.js'
import { placesOf } from './determinations.js'
import type { Report } from './schema.js'
import { isWithheld } from './value-text.js'

type Flow = Report['flows'][number]

/** The entries of every inventory that says how it is drawn. */
export function flowsOf(assessment: Assessment, words: Words): Flow[] {
  return [...assessment.ruleset.inventories.values()].flatMap(({ id, drawn }) =>
    drawn === undefined
      ? []
      : placesOf(assessment, id).map(({ scope, entry, entryName }) => ({
          inventory: id,
          entry: entry!,
          name: entryName!,
          from: endOf(drawn, drawn.from, scope, words),
          to: endOf(drawn, drawn.to, scope, words),
          weight: weightOf(drawn, scope, words),
        })),
  )
}

function endOf({ regionOf }: Drawn, id: string, scope: ValueScope, words: Words): Flow['from'] {
  const { fact, applicable, options } = scope.get(id) as FactValue
  const [chosen] = applicable === false ? [] : (options ?? [])
  if (chosen === undefined || isWithheld(fact, words)) return null
  return {
    id: chosen,
    label: fact.options.find((option) => option.id === chosen)?.label ?? chosen,
    region: regionOf.get(chosen) ?? 'elsewhere',
  }
}

/** The sum of the numbers that apply: what may still apply adds nothing at least, and all of its own at most. */
function weightOf({ weight }: Drawn, scope: ValueScope, words: Words): Flow['weight'] {
  const numbers = weight.map((id) => scope.get(id) as FactValue).filter((it) => it.applicable !== false)
  if (numbers.length === 0 || numbers.some(({ fact }) => isWithheld(fact, words))) return null
  const low = numbers.reduce((sum, it) => sum + (it.applicable === true ? it.low : 0), 0)
  const high = numbers.reduce((sum, it) => sum + it.high, 0)
  return { low, high: high === Infinity ? null : high, text: intervalInWords(low, high, words) }
}
