/** Cohorts tell how firms stand, never which firm stands where. */
import { readFileSync } from 'node:fs'
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
import { standingIn } from '../../src/cohort/standing.js'
import type { Report } from '../../src/report/schema.js'
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

/** The least and the most that a sum can be, given its cells. */
const spread = (cells: readonly FirmCount[]) => ({
  least: cells.reduce<number>((all, it) => all + least(it), 0),
  most: cells.reduce<number>((all, it) => all + most(it), 0),
})

test('what is hidden cannot be had by subtracting: not one by one, and not those that are hidden together', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(14), { minLength: 2, maxLength: 11 }), (cells) => {
      const hidden = suppressed(cells)
      const few = cells.filter((n) => n > 0 && n < fewest)
      if (few.length === 0) return
      // What is left when all that is told is taken from the whole is at least five firms, of two cells or more.
      const told = hidden.filter((it) => typeof it === 'number')
      if (told.length === 0) return
      const rest = cells.reduce((a, b) => a + b, 0) - told.reduce((a, b) => a + b, 0)
      expect(rest).toBeGreaterThanOrEqual(fewest)
      expect(hidden.length - told.length).toBeGreaterThanOrEqual(2)
    }),
  )
})

test('how few have no score, no band or no such section is not told either', () => {
  fc.assert(
    fc.property(members, (all) => {
      for (const it of cohortOf(all).rulesets) {
        for (const { firms, tenths } of [it.score, it.evidenced, ...Object.values(it.sections)]) {
          const without = { least: it.firms - most(firms), most: it.firms - least(firms) }
          if (without.most > 0 && without.most < fewest) expect(without.least).toBe(0)
          if (without.least === without.most && without.least > 0) expect(without.least).toBeGreaterThanOrEqual(fewest)
          const { least: low, most: high } = spread(tenths)
          expect(low).toBeLessThanOrEqual(most(firms))
          expect(high).toBeGreaterThanOrEqual(least(firms))
        }
        const banded = Object.values(it.bands)
        if (banded.length > 0 && banded.every((n) => typeof n === 'number')) {
          const none = it.firms - spread(banded).least
          expect(none === 0 || none >= fewest).toBe(true)
        }
      }
    }),
  )
})

test('a third that is said to be sure is the one the firm is in', () => {
  const reportOf = (value: number) =>
    ({ ruleset: { id: 'r', sha256: 'a' }, score: { value }, sections: [] }) as unknown as Report
  const base = { ruleset: { id: 'r', version: '1', sha256: 'a' }, high: null, evidenced: null, strict: null }
  const rest = { band: null, answered: 0, open: 0, sections: {}, outcomes: {}, gaps: [], withoutEvidence: [] }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 80 }), (values) => {
      const cohort = cohortOf(values.map((value) => ({ ...base, ...rest, value })))
      for (const value of values) {
        const { third, sure, of } = standingIn(cohort, reportOf(value))!.score!
        expect(of).toBe(values.length)
        if (!sure) continue
        const below = values.filter((it) => it < value).length
        const upTo = values.filter((it) => it <= value).length
        const at = ['lower', 'middle', 'upper'].indexOf(third)
        // Firms with the same points share their places: one of these is in that third.
        expect(below / of).toBeLessThanOrEqual((at + 1) / 3)
        expect(upTo / of).toBeGreaterThanOrEqual(at / 3)
      }
    }),
  )
  expect(standingIn(cohortOf([]), reportOf(50))).toBeUndefined()
})

test('a report says where its firm stands; a cohort of other rules is said to be one', async () => {
  const firms = Array.from({ length: 12 }, (_, i) => [`c/f${i}.answers.yaml`, answers(`Firm ${i}`)])
  const folder = new Folder(Object.fromEntries(firms) as Record<string, string>).withTiny()
  await folder.run(['batch', 'c', '-o', 'o', '--rulesets', 'rulesets'])
  const text = await folder.run('score c/f1.answers.yaml --rulesets rulesets --cohort o/cohort.json')
  expect(text.out).toContain('Among 12 firms')
  expect(text.code).toBe(0)
  for (const [format, lang, words] of [
    ['md', 'zh-Hant', '12 間機構'],
    ['json', 'en', '"cohort": {'],
  ] as const) {
    const run = ['score', 'c/f1.answers.yaml', '--rulesets', 'rulesets', '--cohort', 'o/cohort.json']
    const { out, code } = await folder.run([...run, '--format', format, '--lang', lang])
    expect(out).toContain(words)
    expect(code).toBe(0)
  }
  const inBatch = ['batch', 'c', '-o', 'p', '--rulesets', 'rulesets', '--cohort', 'o/cohort.json']
  expect((await folder.run(inBatch)).code).toBe(0)
  expect(readFileSync(folder.at('p/f1.json'), 'utf8')).toContain('"cohort": {')
  expect((await folder.run(['verify', 'p/f1.json', '--rulesets', 'rulesets'])).code).toBe(0)
  // Nothing is made again, and everything is where the cohort is another.
  expect((await folder.run(inBatch)).err).toContain('12 unchanged')
  expect((await folder.run(['batch', 'c', '-o', 'p', '--rulesets', 'rulesets'])).err).toContain('12 scored')

  const other = await folder.run(['score', 'c/f1.answers.yaml', '--rulesets', 'rulesets', '--cohort', 'none.json'])
  expect(other.code).toBe(2)
  const cohort = readFileSync(folder.at('o/cohort.json'), 'utf8').replace(/"sha256": "[^"]+"/, '"sha256": "0000"')
  folder.write('other.json', cohort)
  const unlike = await folder.run('score c/f1.answers.yaml --rulesets rulesets --cohort other.json')
  expect(unlike.code).toBe(0)
  expect(unlike.err).toContain(
    "other.json holds fewer than five firms that were scored with the same text of the ruleset 'tiny'",
  )
})

test('the page of a cohort names no firm, in any language, and shows what was before', async () => {
  const firms = Array.from({ length: 12 }, (_, i) => [`c/f${i}.answers.yaml`, answers(`Firm ${i}`)])
  const folder = new Folder(Object.fromEntries(firms) as Record<string, string>).withTiny()
  await folder.run(['batch', 'c', '-o', 'o', '--rulesets', 'rulesets'])
  for (const [lang, title, before] of [
    ['en', 'Firms compared', 'Before'],
    ['zh-Hant', '機構比較', '上一次'],
    ['zh-Hans', '企业比较', '上一次'],
  ] as const) {
    const page = ['cohort', 'page', 'o/cohort.json', '--rulesets', 'rulesets', '--lang', lang]
    const { out, code } = await folder.run([...page, '--since', 'o/cohort.json'])
    expect(code).toBe(0)
    expect(out).toContain(title)
    expect(out).toContain(before)
    expect(out).toContain(`lang="${lang}"`)
    expect(out).not.toContain('Firm 1')
    expect((await folder.run(page)).out).not.toContain(before)
  }
  expect((await folder.run('cohort page o/cohort.json o/cohort.json')).code).toBe(2)
  expect((await folder.run('cohort merge o/cohort.json --since o/cohort.json')).code).toBe(2)
})
