/** Cohorts tell how firms stand, never which firm stands where. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Cohort,
  CohortBuilder,
  fewest,
  type FirmCount,
  least,
  mergeCohorts,
  most,
  suppressed,
} from '../../src/cohort/cohort.js'
import type { Member } from '../../src/cohort/member.js'
import { answers, Folder } from '../cli/run.js'

const member: fc.Arbitrary<Member> = fc.record({
  ruleset: fc.constantFrom('a', 'b').map((sha256) => ({ id: 'r', version: '1.0.0', sha256 })),
  value: fc.option(fc.integer({ min: 0, max: 100_000 }).map((n) => n / 1000)),
  high: fc.constant(null),
  evidenced: fc.constant(null),
  strict: fc.constant(null),
  band: fc.constantFrom(null, 'ready', 'developing'),
  answered: fc.constant(1),
  open: fc.constant(0),
  sections: fc.dictionary(fc.constantFrom('s', 't'), fc.integer({ min: 0, max: 100 })),
  outcomes: fc.dictionary(fc.constantFrom('d/x', 'd/y'), fc.constant(1)),
  gaps: fc.subarray(['q1', 'q2', 'q3']),
  withoutEvidence: fc.subarray(['q1', 'q2']),
})
const members = fc.array(member, { maxLength: 60 })

const cohortOf = (all: readonly Member[]): Cohort => {
  const builder = new CohortBuilder()
  all.forEach((it) => builder.add(it))
  return builder.build()
}

/** Every count of a cohort. */
function* countsOf(value: unknown): Generator<FirmCount> {
  for (const { score, evidenced, sections, bands, verdicts, gaps, withoutEvidence } of (value as Cohort).rulesets) {
    for (const it of [score, evidenced, ...Object.values(sections)]) yield* it.tenths
    for (const it of [bands, verdicts, gaps, withoutEvidence]) yield* Object.values(it)
  }
}

test('no count below five is told, of those who have something or of those who have not', () => {
  fc.assert(
    fc.property(members, (all) => {
      const cohort = cohortOf(all)
      for (const count of countsOf(cohort)) {
        if (typeof count === 'number') expect(count).toBeGreaterThanOrEqual(fewest)
        else expect(count.most - count.least).toBe(fewest - 1)
      }
      for (const { sha256, firms, gaps } of cohort.rulesets) {
        const mine = all.filter((it) => it.ruleset.sha256 === sha256)
        expect(firms).toBe(mine.length)
        for (const [id, count] of Object.entries(gaps)) {
          const n = mine.filter((it) => it.gaps.includes(id)).length
          expect(least(count)).toBeLessThanOrEqual(n)
          expect(most(count)).toBeGreaterThanOrEqual(n)
          if (typeof count === 'number') expect(firms - count).toBeGreaterThanOrEqual(fewest)
        }
      }
    }),
  )
})

test('a hidden cell cannot be worked out from a sum', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 10 }), (cells) => {
      const hidden = suppressed(cells)
      hidden.forEach((count, i) => {
        expect(least(count)).toBeLessThanOrEqual(cells[i]!)
        expect(most(count)).toBeGreaterThanOrEqual(cells[i]!)
      })
      expect(hidden.filter((it) => typeof it !== 'number').length).not.toBe(1)
    }),
  )
})

test('quartiles lie where they are said to', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 60 }), (values) => {
      const base = { ruleset: { id: 'r', version: '1', sha256: 'a' }, high: null, evidenced: null, strict: null }
      const rest = { band: null, answered: 0, open: 0, sections: {}, outcomes: {}, gaps: [], withoutEvidence: [] }
      const [one] = cohortOf(values.map((value) => ({ ...base, ...rest, value }))).rulesets
      const sorted = values.toSorted((a, b) => a - b)
      for (const [name, part] of [
        ['lower', 0.25],
        ['middle', 0.5],
        ['upper', 0.75],
      ] as const) {
        const value = sorted[Math.ceil(sorted.length * part) - 1]!
        const [from, to] = one!.score.quartiles[name]
        expect(value).toBeGreaterThanOrEqual(from!)
        expect(value).toBeLessThanOrEqual(to!)
      }
    }),
  )
})

test('cohorts add up, in any order and grouping', () => {
  fc.assert(
    fc.property(members, members, members, (x, y, z) => {
      const [a, b, c] = [cohortOf(x), cohortOf(y), cohortOf(z)]
      const all = mergeCohorts([a, b, c])
      expect(mergeCohorts([mergeCohorts([a, b]), c])).toEqual(all)
      expect(mergeCohorts([a, mergeCohorts([b, c])])).toEqual(all)
      expect(mergeCohorts([c, a, b])).toEqual(all)
      expect(mergeCohorts([a])).toEqual(a)
    }),
  )
})

test('from files, on the command line; no firm is named in them', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${i % 2 ? 'x' : 'y'}/f${i}.answers.yaml`, answers(`Firm ${i}`)]),
  )
  const folder = new Folder(files).withTiny()
  for (const it of ['x', 'y']) await folder.run(['batch', it, '-o', `o${it}`, '--rulesets', 'rulesets'])
  const { code, out } = await folder.run('cohort merge ox/cohort.json oy/cohort.json')
  expect(code).toBe(0)
  expect((JSON.parse(out) as Cohort).rulesets).toMatchObject([{ id: 'tiny', firms: 12 }])
  expect(out).not.toContain('Firm')
  expect((await folder.run('cohort merge ox/summary.csv')).code).toBe(2)
  expect((await folder.run('cohort mege ox/cohort.json')).code).toBe(2)
})
