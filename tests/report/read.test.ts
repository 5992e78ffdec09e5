/** Reports read back, and what is taken for one. */
import { describe, expect, test } from 'vitest'
import { isReportSource, readReport, saysReport } from '../../src/report/read.js'
import { firm, scored } from '../meaning/firms.js'
import { reportOf } from '../meaning/reports.js'
import { tiny } from '../meaning/tiny.js'

const source = (text: string) => ({ file: 'report.json', text })

test.each([
  [{ schema: 'flowready-report/1' }, true],
  [{ schema: 'flowready-report/7', and: 'more' }, true],
  [{ schema: 'flowready-decision/1' }, false],
  [{ schema: 'x/flowready-report/' }, false],
  [{ schema: 1 }, false],
  [{ schema: null }, false],
  [{}, false],
  ['flowready-report/1', false],
  [null, false],
  [undefined, false],
])('%j says that it is a report: %s', (value, says) => {
  expect(saysReport(value)).toBe(says)
})

test.each([
  ['{"schema": "flowready-report/1"}', true],
  [' \n{"schema": "flowready-report/1"}\n ', true],
  ['{"ruleset": "tiny"}', false],
  ['"schema": "flowready-report/1"', false],
  ['schema: flowready-report/1', false],
  ['schema: flowready-report/1 # {', false],
])('%j is one: %s', (text, is) => {
  expect(isReportSource({ file: 'a.yaml', text })).toBe(is)
})

describe('reading', () => {
  test('gives back what was written', async () => {
    const report = reportOf(scored(await tiny({}), firm({})))
    expect(readReport(source(JSON.stringify(report)))).toEqual({ report, findings: [] })
  })

  test('says where it is no JSON, and nothing else', () => {
    const { report, findings } = readReport(source('{"schema": '))
    expect([report, findings.map(({ code }) => code)]).toEqual([undefined, ['yaml/syntax']])
  })

  test('says of another version which one it is, and which one is read', () => {
    expect(readReport(source('{"schema": "flowready-report/2"}'))).toEqual({
      findings: [
        {
          code: 'report/other-version',
          args: { found: '2', current: '1' },
          file: 'report.json',
          path: ['schema'],
          on: 'value',
        },
      ],
    })
  })

  test.each(['{"schema": "flowready-report/1"}', '{}', '[]'])('says what is missing: %s', (text) => {
    const { report, findings } = readReport(source(text))
    expect(report).toBeUndefined()
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.map(({ code }) => code)).not.toContain('report/other-version')
  })
})
