/**
 * Whole reports of a small ruleset with one of everything, against what is kept in tests/golden/report: whoever changes what a
 * report says sees each place where it does. `UPDATE=1` writes them anew; read them before they are committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { type DecisionReport, decisionReport } from '../../src/report/decision.js'
import { type EvidenceFiles, type Report, wordsIn } from '../../src/index.js'
import { fitsSchema } from '../meaning/reports.js'
import { busy, golden, kept, reportOf, rulesetOf, scoredOf, silent, still } from './yard.js'

/** Hashes stand for texts that may change, and sources are the package's own; everything else is compared. */
function same(name: string, value: Report | DecisionReport): void {
  const shown = 'sources' in value ? { ...value, sources: value.sources.map(({ id }) => id) } : value
  const plain = JSON.parse(JSON.stringify(shown).replace(/"[0-9a-f]{64}"/g, '"a hash"')) as unknown
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(golden(name)), { recursive: true })
    writeFileSync(golden(name), `${JSON.stringify(plain, null, 1)}\n`)
  }
  expect(plain).toEqual(kept(name))
}

const files: EvidenceFiles = (name) =>
  name === 'lock.jpg' ? { exists: true, sha256: 'f'.repeat(64) } : name === 'gone.txt' ? { exists: false } : undefined

test.each([
  ['busy', busy, {}],
  ['silent', silent, {}],
  ['still', still, {}],
  ['quick', busy, { scope: 'quick', rulesetVersion: '2.0.0', date: '2025-06-30' }],
] as const)('yard: %s', async (name, firm, more) => {
  const scored = scoredOf(await rulesetOf('yard'), firm, more, files, '2026-11-20')
  const report = reportOf(scored, { evidenceFiles: files })
  fitsSchema(report)
  same(`yard-${name}`, report)
})

test.each([
  ['busy', busy],
  ['silent', silent],
] as const)('a suite of two: %s', async (name, firm) => {
  const report = reportOf(scoredOf(await rulesetOf('pair'), firm))
  fitsSchema(report)
  same(`pair-${name}`, report)
})

test.each([
  ['way of one crate', 'yard', busy, { determination: 'way', entry: 'c1', now: '2026-11-20T09:00', named: true }],
  ['duties of all', 'yard', busy, { determination: 'duties', now: '2026-11-20T11:30', named: false }],
  ['duties without a clock', 'yard', busy, { determination: 'duties', named: false }],
  ['verdict', 'pair', silent, { determination: 'verdict', now: '2026-11-20T11:30', named: true }],
  ['way of an open one', 'pair', silent, { determination: 'way', entry: 'x', named: true }],
] as const)('a decision: %s', async (name, id, firm, options) => {
  const scored = scoredOf(await rulesetOf(id), firm)
  const report = reportOf(scored)
  same(
    `decision-${name.replaceAll(' ', '-')}`,
    decisionReport(report, scored.assessment, { ...options, words: wordsIn('en') }),
  )
})
