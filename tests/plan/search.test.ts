/** The plan against trying everything, on random small rulesets with mean, worst, once, follow-ups, gates, all models. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandRange } from '../../src/report/score.js'
import { Planned, type Remedy, effortOf } from '../../src/plan/remedies.js'
import { gatesBelow } from '../../src/plan/gates.js'
import { inOrder } from '../../src/plan/order.js'
import { routeTo, type Target } from '../../src/plan/route.js'
import { cheapest, reaches } from '../../src/plan/search.js'
import { compare } from '../../src/scoring/exact.js'
import { toPoints1 } from '../../src/scoring/print.js'
import { scoreAssessment, type Scored } from '../../src/scoring/score-assessment.js'
import { wordsIn } from '../../src/text/words.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import { firm, type Firm, firms, scored } from '../meaning/firms.js'
import { load, rulesets, usually, type Written } from '../meaning/rulesets.js'

const never = () => false
const words = wordsIn('en')

/** The ruleset with efforts of all sizes, some free, and remedies that serve every entry. */
function priced(written: Written, seed: number): Written {
  const copy = structuredClone(written) as { questionnaire: { sections: { questions: Record<string, unknown>[] }[] } }
  let n = seed
  for (const question of copy.questionnaire.sections.flatMap((section) => section.questions)) {
    n = (n * 1103515245 + 12345) % 2147483648
    const effort = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3.25][n % 8]
    question['remedy'] = { do: 'Mend it.', effort, owner: 'it', ...((n >> 8) % 3 === 0 ? { once: true } : {}) }
  }
  return copy as unknown as Written
}

const cases = (anyModel: boolean) =>
  fc.record({
    written: rulesets({ anyModel, always: true }),
    make: firms(),
    seed: fc.nat(2 ** 31 - 1),
    at: fc.nat(1000),
  })

async function planned(written: Written, seed: number, make: (ruleset: Ruleset) => Firm) {
  const ruleset = await load(priced(written, seed))
  const before = scored(ruleset, make(ruleset))
  return { ruleset, before, planned: new Planned(before) }
}

/** Every set of remedies; undefined where there are too many to try. */
function everySet(remedies: readonly Remedy[]): ReadonlySet<Remedy>[] | undefined {
  if (remedies.length > 10) return undefined
  return Array.from({ length: 2 ** remedies.length }, (_, bits) => new Set(remedies.filter((_, i) => bits & (1 << i))))
}

const scoredAfter = (plan: Planned, done: ReadonlySet<Remedy>): Scored => scoreAssessment(plan.after(done))

/** A printed score worth aiming at: one that some set reaches, or just above it. */
function aims(plan: Planned, sets: readonly ReadonlySet<Remedy>[], at: number): number {
  const points = toPoints1(plan.low(sets[at % sets.length]!)!)
  return at % 3 === 0 ? Math.min(100, Math.round(points * 10 + 1) / 10) : points
}

describe('the score with remedies done', () => {
  test('is what scoring the answers again gives', async () => {
    await fc.assert(
      fc.asyncProperty(cases(true), async ({ written, make, seed, at }) => {
        const { planned: plan } = await planned(written, seed, make)
        const done = new Set(plan.remedies.filter((_, i) => (at >> (i % 10)) % 2 === 1))
        const [quick, real] = [plan.low(done), scoredAfter(plan, done).range?.low ?? null]
        expect(quick === null).toBe(real === null)
        if (quick && real) expect(compare(quick, real)).toBe(0)
      }),
      usually(150),
    )
  })
})

/** Two or three entries in one section, remedies that serve several of them, follow-ups, and one more question beside it. */
const shared = fc.record({
  across: fc.constantFrom('worst', 'mean'),
  weight: fc.constantFrom(1, 3),
  beside: fc.constantFrom(0, 0.5, 3),
  questions: fc.array(
    fc.record({
      weight: fc.constantFrom(0, 1, 2, 3),
      effort: fc.constantFrom(0, 0.25, 1, 1.5, 2.5, 4),
      once: fc.boolean(),
      after: fc.constantFrom(0, 0, 0.5, 1),
    }),
    { minLength: 2, maxLength: 3 },
  ),
  entries: fc.array(fc.array(fc.constantFrom('c0', 'c1', 'c2', 'unsure'), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 3,
  }),
  at: fc.nat(1000),
})

async function sharedPlan({
  across,
  weight,
  beside,
  questions,
  entries,
}: typeof shared extends fc.Arbitrary<infer T> ? T : never) {
  const options = [0, 0.5, 1].map((attains, i) => ({ id: `c${i}`, label: 'x', attains }))
  const question = (id: string, effort: number, rest: object) => ({
    ...{ id, type: 'choice', ask: 'x', why: 'x', obligation: 'law', options },
    cites: [{ source: 'law', at: '1', checked: 'verified' }],
    ...{ remedy: { do: 'x', effort, owner: 'it' }, ...rest },
  })
  const questionnaire = {
    ...{ id: 'pl', version: '1.0.0', title: 'x', language: 'en', reviewed: '2026-06-01' },
    uses: ['items'],
    scoring: { model: 'weighted' },
    sections: [
      { id: 's.a', title: 'x', questions: [question('q.a', beside, {})] },
      {
        ...{ id: 's.i', title: 'x', forEach: 'items', across, weight },
        questions: questions.map(({ effort, after, ...it }, i) =>
          question(`q.i${i}`, effort, {
            weight: it.weight,
            ...(i > 0 && after > 0 ? { after: { question: `q.i${i - 1}`, attains: after } } : {}),
            remedy: { do: 'x', effort, owner: 'it', ...(it.once ? { once: true } : {}) },
          }),
        ),
      },
    ],
  }
  const facts = [{ id: 'i.a', type: 'choice', scale: 'xyz', ask: 'x' }]
  const common = { items: { inventories: [{ id: 'items', title: 'x', facts }] } }
  const ruleset = await load({ common, questionnaire } as unknown as Written)
  const given = entries.map((answers) => Object.fromEntries(questions.map((_, i) => [`q.i${i}`, answers[i]!])))
  return new Planned(scored(ruleset, firm({ 'q.a': 'c0' }, given)))
}

describe('the cheapest way', () => {
  test('with remedies that serve several entries: what trying everything finds', async () => {
    await fc.assert(
      fc.asyncProperty(shared, async (it) => {
        const plan = await sharedPlan(it)
        const sets = everySet(plan.remedies)
        if (!sets) return
        const target = aims(plan, sets, it.at)
        const ways = sets.filter((set) => reaches(plan.low(set), target)).map(effortOf)
        const found = cheapest(plan, target, [new Set()], never)
        expect(found && [found.effort, found.leastEffort]).toEqual(
          ways.length === 0 ? undefined : [Math.min(...ways), Math.min(...ways)],
        )
      }),
      usually(400),
    )
  })

  test('exists when trying everything finds one, and takes no more effort than the least of them', async () => {
    let tried = 0
    await fc.assert(
      fc.asyncProperty(cases(true), async ({ written, make, seed, at }) => {
        const { planned: plan } = await planned(written, seed, make)
        const sets = everySet(plan.remedies)
        if (!sets || !plan.low(new Set())) return
        const target = aims(plan, sets, at)
        const ways = sets.filter((set) => reaches(plan.low(set), target))
        const found = cheapest(plan, target, [new Set()], never)
        expect(found !== undefined).toBe(ways.length > 0)
        if (!found) return
        tried++
        expect(found.effort).toBe(Math.min(...ways.map(effortOf)))
        expect(found.leastEffort).toBe(found.effort)
        expect(found.effort).toBe(effortOf(found.remedies))
        expect(reaches(scoredAfter(plan, found.remedies).range!.low, target)).toBe(true)
      }),
      usually(250),
    )
    expect(tried).toBeGreaterThan(20)
  })

  test('stopped early is still a way, and what it proves is true', async () => {
    await fc.assert(
      fc.asyncProperty(cases(false), fc.integer({ min: 0, max: 3 }), async ({ written, make, seed, at }, allowed) => {
        const { planned: plan } = await planned(written, seed, make)
        const sets = everySet(plan.remedies)
        if (!sets || !plan.low(new Set())) return
        const target = aims(plan, sets, at)
        const ways = sets.filter((set) => reaches(plan.low(set), target)).map(effortOf)
        let left = allowed
        const found = cheapest(plan, target, [new Set()], () => left-- <= 0)
        expect(found !== undefined).toBe(ways.length > 0)
        if (!found) return
        expect(reaches(plan.low(found.remedies), target)).toBe(true)
        expect(found.leastEffort).toBeLessThanOrEqual(Math.min(...ways))
      }),
      usually(100),
    )
  })

  test('to a band: the band is what scoring again gives, once what hangs on facts is cleared', async () => {
    let tried = 0
    await fc.assert(
      fc.asyncProperty(cases(true), async ({ written, make, seed, at }) => {
        const { planned: plan, ruleset, before } = await planned(written, seed, make)
        const sets = everySet(plan.remedies)
        if (!sets || !before.range) return
        const band = ruleset.bands[1 + (at % (ruleset.bands.length - 1))]!
        const target: Target = { band, points: band.from }
        const route = routeTo(plan, target, { words, stop: never })
        const from = (id: string) => ruleset.bands.find((it) => it.id === id)!.from
        const gates = gatesBelow(plan, band)
        const onFacts = new Set(gates.filter((it) => it.cleared.length === 0).map((it) => it.gate.id))
        // By trying: every gate that answers can clear is clear, and the score is high enough.
        const ways = sets.filter((set) => {
          const after = scoredAfter(plan, set)
          const capped = after.assessment.gates.some(
            ({ gate, state }) => state !== false && from(gate.caps) < band.from && !onFacts.has(gate.id),
          )
          return !capped && reaches(after.range!.low, band.from)
        })
        // No gate of these rulesets has a remedy of its own: what hangs on facts stays.
        if (onFacts.size > 0) {
          expect(route.state).toBe('unreachable')
          expect(
            route.obstacles
              .filter(({ kind }) => kind === 'gate')
              .map(({ id }) => id)
              .sort(),
          ).toEqual([...onFacts].sort())
          return
        }
        expect(route.state !== 'unreachable').toBe(ways.length > 0)
        if (ways.length === 0) return
        tried++
        expect(route.effort * 4).toBe(Math.min(...ways.map(effortOf)))
        expect(route.exact).toBe(true)
        const done = new Set(
          plan.remedies.filter(({ question, closes }) =>
            route.steps.some(
              (step) =>
                step.question === question.id &&
                step.entries.map(({ id }) => id).join() === closes.flatMap(({ entry }) => entry ?? []).join(),
            ),
          ),
        )
        const again = bandRange(scoredAfter(plan, done))!
        expect(from(again.low.id)).toBeGreaterThanOrEqual(band.from)
        expect(again.low.id).toBe(route.band!.id)
      }),
      usually(150),
    )
    expect(tried).toBeGreaterThan(10)
  })

  test('with a limit: the highest score that so much effort reaches', async () => {
    await fc.assert(
      fc.asyncProperty(cases(true), fc.integer({ min: 0, max: 12 }), async ({ written, make, seed }, quarters) => {
        const { planned: plan } = await planned(written, seed, make)
        const sets = everySet(plan.remedies)
        if (!sets || !plan.low(new Set())) return
        const route = routeTo(plan, { points: 100 }, { words, stop: never, maxEffort: quarters / 4 })
        const affordable = sets.filter((set) => effortOf(set) <= quarters)
        const most = Math.max(...affordable.map((set) => toPoints1(plan.low(set)!)))
        expect(Math.round(route.value! * 10 + 1e-9) / 10).toBeCloseTo(most, 5)
        expect(route.effort * 4).toBe(
          Math.min(...affordable.filter((set) => reaches(plan.low(set), most)).map(effortOf)),
        )
      }),
      usually(100),
    )
  })
})

describe('the order of steps', () => {
  test('follow-ups stand after their question, nothing is lost, and the gains add up', async () => {
    await fc.assert(
      fc.asyncProperty(cases(true), async ({ written, make, seed }) => {
        const { planned: plan, before } = await planned(written, seed, make)
        if (!before.range) return
        const steps = inOrder(plan, new Set(plan.remedies))
        expect([...steps].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
          [...plan.remedies].sort((a, b) => (a.key < b.key ? -1 : 1)),
        )
        for (const [i, { question, closes }] of steps.entries()) {
          if (!question.after) continue
          const later = steps.slice(i + 1).filter((it) => it.question.id === question.after!.question)
          for (const parent of later)
            expect(parent.closes.some((it) => closes.some(({ entry }) => entry === it.entry))).toBe(false)
        }
        const route = routeTo(plan, { points: 100 }, { words, stop: never })
        const gained = route.steps.reduce((sum, { gain }) => sum + Math.round(gain * 1000), 0)
        const start = routeTo(plan, { points: 0 }, { words, stop: never }).value!
        expect(Math.round(start * 1000) + gained).toBe(Math.round(route.value! * 1000))
      }),
      usually(100),
    )
  })
})
