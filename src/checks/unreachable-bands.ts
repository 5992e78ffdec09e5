import { found } from '../ruleset/draft.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Check } from './check.js'

/**
 * A band that no score falls in: `absolute` gives 0 or 100, `levels` as many scores as there are levels. A gate that caps
 * at it makes it reachable.
 */
export const unreachableBands: Check = ({ ruleset, draft }) => {
  const scores = scoresOf(ruleset)
  if (!scores) return []
  const { bands, gates, model } = ruleset
  const out = bands.filter(
    ({ id, from }, i) =>
      !gates.some((gate) => gate.caps === id) &&
      !scores.some((score) => score >= from && score < (bands[i + 1]?.from ?? Infinity)),
  )
  if (out.length === 0) return []
  const at = { file: draft.questionnaire.source.file, path: ['scoring', 'model'] }
  return [found('check/band-out-of-reach', { bands: out.map(({ id }) => id), model, scores: scores.map(String) }, at)]
}

/** Every score that is ever printed; undefined where there are too many to tell. */
function scoresOf({ model, questions }: Ruleset): number[] | undefined {
  if (questions.size === 0) return undefined
  if (model === 'absolute') return [0, 100]
  if (model !== 'levels') return undefined
  const highest = Math.max(1, ...[...questions.values()].map((it) => it.level ?? 1))
  return Array.from({ length: highest + 1 }, (_, level) => Math.round((1000 * level) / highest) / 10)
}
