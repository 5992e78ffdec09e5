/** *Sound*, *narrowing*, *monotone*: what the range promises, over random rulesets and firms. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision, DerivedValue, FactValue } from '../../src/assessment/values.js'
import { outcomeOf } from '../../src/assessment/values.js'
import { bandRange } from '../../src/report/score.js'
import { compare } from '../../src/scoring/exact.js'
import type { Scored } from '../../src/scoring/score-assessment.js'
import { assessed, change, choosing, complete, firms, scored, seeds, steps } from './firms.js'
import { assessmentInside, contradictory, must, rangeInside, scoreInOrder, scoreInside } from './inside.js'
import { Naive } from './naive.js'
import { load, rulesets, today, usually } from './rulesets.js'

const someSeeds = fc.array(seeds, { minLength: 6, maxLength: 6 })
const runs = usually(200)

describe('sound', () => {
  test('every completion of what is open lies within: score, band, sections, entries, values', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms(), someSeeds, async (written, make, more) => {
        const ruleset = await load(written)
        const partial = make(ruleset)
        const before = scored(ruleset, partial)
        scoreInOrder(before)
        for (const [i, seed] of more.entries()) {
          const after = scored(ruleset, complete(ruleset, partial, seed, (['any', 'best', 'worst'] as const)[i % 3]))
          if (contradictory(after.assessment)) continue
          scoreInOrder(after)
          assessmentInside(after.assessment, before.assessment)
          scoreInside(after, before)
        }
      }),
      runs,
    )
  })
})

describe('narrowing', () => {
  test('each further answer, entry, or end of a list keeps everything inside what it was', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms(), seeds, seeds, async (written, make, seed, order) => {
        const ruleset = await load(written)
        let it = make(ruleset)
        const all = complete(ruleset, it, seed)
        if (contradictory(assessed(ruleset, all))) return
        let before = scored(ruleset, it)
        for (const step of steps(it, all, order)) {
          it = step(it)
          const after = scored(ruleset, it)
          assessmentInside(after.assessment, before.assessment)
          scoreInside(after, before)
          scoreInOrder(after)
          before = after
        }
        rangeInside(before.range, scored(ruleset, all).range, 'the end of the steps')
        rangeInside(scored(ruleset, all).range, before.range, 'the completion')
      }),
      runs,
    )
  })
})

describe('monotone', () => {
  const worth = (it: Scored) => {
    const band = bandRange(it)
    const from = (id: string | undefined) => it.assessment.ruleset.bands.find((one) => one.id === id)?.from ?? 0
    return { it, low: from(band?.low.id), high: from(band?.high.id) }
  }

  test('a better answer lowers neither low, high, evidenced, strict nor band', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets({ anyModel: true }), firms({ open: 3 }), seeds, async (written, make, seed) => {
        const ruleset = await load(written)
        const it = make(ruleset)
        const before = worth(scored(ruleset, it))
        const questions = before.it.assessment.sections.flatMap(({ entries }) =>
          entries.flatMap((entry) => entry.questions),
        )
        for (const { question, entry, answer } of questions) {
          if (answer?.state !== 'answered') continue
          const chosen = typeof answer.value === 'string' ? [answer.value] : (answer.value as string[])
          const of = (id: string | undefined) => question.options.find((option) => option.id === id)?.attains ?? 0
          const better =
            question.type === 'choice'
              ? question.options.filter((option) => of(option.id) > of(chosen[0])).map((option) => option.id)
              : question.options
                  .filter((option) => !option.exclusive && !chosen.includes(option.id))
                  .map((option) => [...chosen.filter((id) => id !== 'none'), option.id])
          if (better.length === 0) continue
          const after = worth(
            scored(
              ruleset,
              change(it, entry, question.id, (was) => choosing(was, better[seed % better.length]!)),
            ),
          )
          const said = () =>
            `${question.id} ${entry} from ${chosen.join('+')} to ${better[seed % better.length]!.toString()}`
          for (const end of ['low', 'high'] as const) {
            if (before.it.range)
              must(compare(after.it.range![end], before.it.range[end]) >= 0, () => `${said()} lowers ${end}`)
            must(after[end] >= before[end], () => `${said()} lowers the band's ${end}`)
          }
          for (const view of ['evidenced', 'strict'] as const) {
            if (before.it[view]) must(compare(after.it[view]!, before.it[view]) >= 0, () => `${said()} lowers ${view}`)
          }
        }
      }),
      runs,
    )
  })
})

describe('what is fully answered', () => {
  test('has the values, outcomes, gates and score that the plainest reading of the ruleset gives', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets(), firms(), seeds, async (written, make, seed) => {
        const ruleset = await load(written)
        const it = complete(ruleset, make(ruleset), seed)
        const result = scored(ruleset, it)
        const { assessment } = result
        const naive = new Naive(written, it, today)
        for (const value of ruleset.values.values()) {
          const places =
            value.inventory === undefined
              ? [assessment.firm]
              : assessment.inventories.get(value.inventory)!.list.map((entry) => entry.scope)
          for (const scope of places) {
            const found = scope.get(value.id)
            if (value.kind === 'fact')
              expect([value.id, (found as FactValue).applicable]).toEqual([
                value.id,
                naive.asked(value.id, scope.entry),
              ])
            else if (value.kind === 'derived') {
              const { holds, low, high } = found as DerivedValue
              const number = value.rule.how === 'sum' || value.rule.how === 'count'
              expect([value.id, number ? { low, high } : holds]).toEqual([
                value.id,
                naive.derived(value.id, scope.entry),
              ])
            } else {
              const decision = found as Decision
              const marked = (name: string, truth: boolean | undefined) => (truth === true ? name : `${name}?`)
              const outcome = outcomeOf(decision)
              expect({
                outcome: outcome === 'undetermined' ? undefined : outcome,
                holding:
                  value.decide === 'all' ? decision.rules.map(({ rule, holds }) => marked(rule.outcome, holds)) : [],
                offers: decision.alternatives.map(({ alternative, open }) => marked(alternative.offers, open)),
                then: decision.then.map((then) => then.id),
              }).toEqual(naive.decision(value.id, scope.entry))
            }
          }
        }
        expect(new Map(assessment.gates.map(({ gate, state }) => [gate.id, state]))).toEqual(naive.gates())
        const plain = { claimed: result.range?.low ?? null, evidenced: result.evidenced, strict: result.strict }
        for (const [view, fraction] of Object.entries(plain)) {
          const value = naive.score(view as 'claimed')
          if (value === undefined) continue
          const found = fraction && Number(fraction.n) / Number(fraction.d)
          expect([view, found]).toEqual([view, value === null ? null : expect.closeTo(value, 9)])
          if (view === 'claimed' && result.range) expect(compare(result.range.low, result.range.high)).toBe(0)
        }
      }),
      runs,
    )
  })
})
