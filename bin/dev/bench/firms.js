// Made-up firms for measuring: the example of the export regime, each with other answers, flows and numbers.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, dump, load } from 'js-yaml'
import { root } from '../schemas.js'
import { rulesetOf } from './rulesets.js'

const example = 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml'

/** Numbers that are the same in every run (mulberry32). */
function dice(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Writes answers files, some hundred to a folder as a person would keep them.
 * @param kind `json` or `yaml`
 */
export async function firms(folder, count, kind) {
  const ruleset = await rulesetOf('cross-boundary-data-flow')
  const text = readFileSync(`${root}/${example}`, 'utf8')
  const written = load(text, { schema: CORE_SCHEMA })
  const roll = dice(7)
  const another = (answers) =>
    Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => {
        const options = ruleset.questions.get(id)?.options ?? []
        const plain = typeof answer === 'object' && !Array.isArray(answer) ? answer.answer : answer
        if (typeof plain === 'number') return [id, Math.round(plain * roll() * 2)]
        if (typeof plain !== 'string' || options.length === 0 || roll() < 0.6) return [id, answer]
        const { id: chosen } = options[Math.floor(roll() * options.length)]
        return [id, plain === answer ? chosen : { ...answer, answer: chosen }]
      }),
    )
  for (let i = 0; i < count; i++) {
    const firm = {
      ...written,
      firm: { name: `Firm ${i} Ltd`, reference: `M-${i}` },
      answers: another(written.answers),
      inventories: {
        ...written.inventories,
        flows: written.inventories.flows
          .filter(() => roll() < 0.85)
          .map((flow) => ({ ...flow, answers: another(flow.answers) })),
      },
    }
    const into = join(folder, String(Math.floor(i / 500)))
    if (i % 500 === 0) mkdirSync(into, { recursive: true })
    writeFileSync(
      join(into, `firm-${i}.answers.${kind}`),
      kind === 'json' ? JSON.stringify(firm, null, 2) : dump(firm, { lineWidth: -1 }),
    )
  }
}
