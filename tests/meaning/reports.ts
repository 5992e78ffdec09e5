/** Reports for the tests, and the gate that every report must pass. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { buildReport } from '../../src/report/build.js'
import type { Report } from '../../src/report/schema.js'
import type { Scored } from '../../src/scoring/score-assessment.js'
import { wordsIn } from '../../src/text/words.js'

export const reportOf = (scored: Scored): Report =>
  buildReport(scored, { words: wordsIn('en'), language: 'en', generatorVersion: '0.0.0' })

const ajv = new Ajv2020({ strict: false, discriminator: true, allErrors: true })
addFormats.default(ajv, ['date'])
const schema = new URL('../../rulesets/schema/report.schema.json', import.meta.url)
const isReport = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object)

/** A report is JSON that fits its schema: nothing is lost by writing it down. */
export function fitsSchema(report: Report): void {
  const read: unknown = JSON.parse(JSON.stringify(report))
  if (!isReport(read)) expect.fail(JSON.stringify(isReport.errors?.slice(0, 3)))
  expect(read).toEqual(report)
}
