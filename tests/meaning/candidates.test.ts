/**
 * *Candidates* and *missing*. That no completion reaches an outcome outside the candidates is part of *sound*; here:
 * what is missing is all that can move a decision, and the real export regime in thousands of random firms.
 */
import fc from 'fast-check'
import { CORE_SCHEMA, load as parse } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../src/assessment/assessment.js'
import { MissingFacts } from '../../src/assessment/missing.js'
import type { Decision, DerivedValue, ValueScope } from '../../src/assessment/values.js'
import { openLibrary } from '../../src/files/library.js'
import { askedIn } from '../../src/ruleset/asked.js'
import { assessed, complete, type Firm, firms, isAnswered, seeds } from './firms.js'
import { assessmentInside, contradictory, must } from './inside.js'
import { Naive } from './naive.js'
import { load, loadFrom, rulesets, today, type Written, usually } from './rulesets.js'

const runs = usually(150)

/** Every decision of an assessment, with its place. */
function decisions(assessment: Assessment): { key: string; decision: Decision; scope: ValueScope }[] {
  return [...assessment.ruleset.values.values()].flatMap((value) => {
    if (value.kind !== 'determination') return []
    const scopes =
      value.inventory === undefined
        ? [assessment.firm]
        : assessment.inventories.get(value.inventory)!.list.map((it) => it.scope)
    return scopes.map((scope) => ({
      key: `${value.id} ${scope.entry ?? ''}`,
      decision: scope.get(value.id) as Decision,
      scope,
    }))
  })
}

const missingFacts = (assessment: Assessment) =>
  new MissingFacts(assessment.ruleset, (id) => assessment.inventories.get(id) ?? { complete: true, list: [] })

/** What a decision has come to: candidates of `first`, the state of every rule of `all`. */
const standing = ({ determination, candidates, rules }: Decision) =>
  JSON.stringify(
    determination.decide === 'first' ? candidates : rules.map(({ rule, holds }) => [rule.id, holds ?? 'perhaps']),
  )

/** A firm completed, but for what is missing. */
function completeBut(all: Firm, before: Firm, missing: ReadonlySet<string>): Firm {
  const keep = (entry: string, answers: Firm['answers'], now: Firm['answers']) =>
    Object.fromEntries(Object.entries(now).filter(([id]) => isAnswered(answers[id]) || !missing.has(`${id} ${entry}`)))
  const list = missing.has(`${before.inventory} `) ? before.list : all.list
  const known = new Map(before.entries.map((it) => [it.id, it.answers]))
  return {
    ...before,
    list,
    answers: keep('', before.answers, all.answers),
    entries: all.entries
      .filter((it) => known.has(it.id) || list === 'all')
      .map(({ id, answers }) => ({ id, answers: keep(id, known.get(id) ?? {}, answers) })),
  }
}

describe('missing', () => {
  test('a fact that is not missing moves no decision and no gate, whatever it is answered', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets(), firms({ open: 6 }), seeds, async (written, make, seed) => {
        const ruleset = await load(written)
        const firm = make(ruleset)
        const before = assessed(ruleset, firm)
        const all = complete(ruleset, firm, seed)
        const check = (
          what: string,
          collect: (missing: MissingFacts) => void,
          read: (it: Assessment) => string | undefined,
        ) => {
          const missing = missingFacts(before)
          collect(missing)
          const keys = new Set(missing.list.map((it) => `${it.id} ${it.entry ?? ''}`))
          // The number of different people is optional: given before it is asked, it may decide.
          const after = assessed(ruleset, completeBut(all, firm, new Set([...keys, 'f.d '])))
          if (contradictory(after)) return
          must(
            read(after) === read(before),
            () => `${what}: ${read(before)} became ${read(after)}, missing ${[...keys].join(', ')}`,
          )
        }
        for (const { key, decision, scope } of decisions(before)) {
          check(
            key,
            (missing) => missing.ofRules(decision, scope),
            (it) => standing(decisions(it).find((one) => one.key === key)!.decision),
          )
        }
        for (const { gate, state } of before.gates) {
          // A gate on questions hangs on answers, which are not facts.
          if (state !== undefined || JSON.stringify(gate.when).includes('question')) continue
          check(
            gate.id,
            (missing) => missing.ofCondition(gate.when, before.firm),
            (it) => String(it.gates.find((one) => one.gate.id === gate.id)?.state),
          )
        }
      }),
      runs,
    )
  })

  test('what is missing is open and may apply; once nothing is, the decision is final', async () => {
    await fc.assert(
      fc.asyncProperty(rulesets(), firms({ open: 6 }), seeds, async (written, make, seed) => {
        const ruleset = await load(written)
        const asked = askedIn(ruleset)
        const start = make(ruleset)
        const all = complete(ruleset, start, seed)
        if (contradictory(assessed(ruleset, all))) return
        const end = new Map(decisions(assessed(ruleset, all)).map(({ key, decision }) => [key, standing(decision)]))
        for (const { key } of decisions(assessed(ruleset, start))) {
          let firm = start
          for (let round = 0; ; round++) {
            const now = assessed(ruleset, firm)
            const { decision, scope } = decisions(now).find((it) => it.key === key)!
            const missing = missingFacts(now)
            missing.ofRules(decision, scope)
            if (missing.list.length === 0) {
              must(
                standing(decision) === end.get(key),
                () => `${key}: ${standing(decision)} with nothing missing, ${end.get(key)} when all is answered`,
              )
              break
            }
            must(round < 30, () => `${key}: still missing after 30 answers: ${JSON.stringify(missing.list)}`)
            for (const { id, entry } of missing.list) {
              const given =
                entry === undefined ? firm.answers[id] : firm.entries.find((it) => it.id === entry)!.answers[id]
              must(
                asked.has(id) ? !isAnswered(given) : firm.list !== 'all',
                () => `${key}: ${id} ${entry} is not missing`,
              )
            }
            // All that is missing is answered, and nothing else.
            const wanted = new Set(missing.list.map((it) => `${it.id} ${it.entry ?? ''}`))
            const open = new Set<string>()
            for (const id of [...asked.keys(), firm.inventory])
              for (const entry of ['', ...all.entries.map((it) => it.id)])
                if (!wanted.has(`${id} ${entry}`)) open.add(`${id} ${entry}`)
            firm = completeBut(all, firm, open)
          }
        }
      }),
      runs,
    )
  })
})

describe('cross-boundary-data-flow', async () => {
  const root = new URL('../../', import.meta.url).pathname
  const library = openLibrary([`${root}rulesets`], root)
  const ruleset = await loadFrom(library, 'cross-boundary-data-flow')
  // The questions are of no account here.
  const regime = { ...ruleset, sections: [], questions: new Map(), gates: [], contradictions: [] }
  const firmsTried = 10 * runs.numRuns
  const numbers = [0, 1, 5, 9_999, 10_000, 60_000, 99_999, 100_000, 1_000_000]

  /** The number of different people made one that can be, where it was open. */
  const settled = (it: Firm, was: Firm = { ...it, answers: {} }): Firm => {
    const answers = { ...it.answers }
    for (const [id, sum] of [
      ['firm.distinct-ordinary', 'firm.exported-ordinary'],
      ['firm.distinct-sensitive', 'firm.exported-sensitive'],
    ] as const) {
      if (isAnswered(was.answers[id])) continue
      const wanted = Number(answers[id])
      delete answers[id]
      const { low, high } = assessed(regime, { ...it, answers }).firm.get(sum) as DerivedValue
      answers[id] = Math.min(high, Math.max(low, wanted))
    }
    return { ...it, answers }
  }
  /** The same firm with answers left out: every second, third or tenth stays. */
  const masked = (it: Firm, seed: number): Firm => {
    const keep = (answers: Firm['answers']) =>
      Object.fromEntries(
        Object.entries(answers).filter(([id], i) => (seed >>> ((i + id.length) % 20)) % (2 + (seed % 3)) !== 0),
      )
    return {
      ...it,
      answers: keep(it.answers),
      entries: it.entries.map((one) => ({ ...one, answers: keep(one.answers) })),
    }
  }

  test('no completion of the facts reaches an outcome outside the candidates', () => {
    let [undecided, completions] = [0, 0]
    fc.assert(
      fc.property(
        firms({ inventory: 'flows', numbers, open: 0 }),
        fc.array(seeds, { minLength: 3, maxLength: 3 }),
        (make, more) => {
          const whole = settled(complete(regime, make(regime), more[0]!, 'any', numbers))
          const partial = masked(whole, more[1]!)
          const before = assessed(regime, partial)
          const ways = [whole, ...more.map((seed) => settled(complete(regime, partial, seed, 'any', numbers), partial))]
          for (const way of ways) {
            const after = assessed(regime, way)
            if (contradictory(after)) continue
            completions++
            assessmentInside(after, before)
          }
          if (decisions(before).some(({ decision }) => decision.candidates.length > 1)) undecided++
        },
      ),
      { numRuns: firmsTried },
    )
    // The firms are not all the same: many are undecided, and each has completions.
    expect(undecided).toBeGreaterThan(firmsTried / 4)
    expect(completions).toBeGreaterThan(firmsTried * 2)
  })

  test('fully answered, it decides as the plainest reading of the file does', () => {
    const text = (path: string) => parse(library.file(path)!.text, { schema: CORE_SCHEMA })
    const written = {
      common: Object.fromEntries(['scales', 'firm', 'flows'].map((name) => [name, text(`common/${name}.yaml`)])),
      questionnaire: text('cross-boundary-data-flow/questionnaire.yaml'),
    } as Written
    fc.assert(
      fc.property(
        firms({ inventory: 'flows', numbers, open: 0 }),
        seeds,
        fc.constantFrom(today, '2024-03-21', '2024-10-01', '2026-09-01'),
        (make, seed, asAt) => {
          const it = complete(regime, make(regime), seed, 'any', numbers)
          const assessment = assessed(regime, it, asAt)
          const naive = new Naive(written, it, asAt)
          for (const { key, decision, scope } of decisions(assessment)) {
            const marked = (name: string, truth: boolean | undefined) => (truth === true ? name : `${name}?`)
            const [outcome] = decision.candidates.length === 1 ? decision.candidates : []
            expect([
              key,
              {
                outcome: decision.determination.decide === 'all' || outcome === 'undetermined' ? undefined : outcome,
                holding:
                  decision.determination.decide === 'all'
                    ? decision.rules.map(({ rule, holds }) => marked(rule.outcome, holds))
                    : [],
                offers: decision.alternatives.map(({ alternative, open }) => marked(alternative.offers, open)),
                then: decision.then.map((then) => then.id),
              },
            ]).toEqual([key, naive.decision(decision.determination.id, scope.entry)])
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
