import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { answers, Folder, home } from './run.js'

const bad = { 'tiny.exports': 'yes', 'tiny.people': '5', 'tiny.log': 'no', 'tiny.contract': 'no' }
const folder = new Folder({
  'a.answers.yaml': answers('Alpha', bad),
  'best.answers.yaml': answers('Beta'),
  'quick.answers.yaml': answers('Gamma', bad, 'scope: quick\n'),
  'open.answers.yaml': answers('=Delta', { ...bad, 'tiny.contract': 'unsure' }),
  'broken.answers.yaml': 'ruleset: [',
}).withTiny()
const plan = (line: string) => folder.run(`plan --rulesets rulesets ${line}`)

test('the cheapest way to a band, in words', async () => {
  const { code, out, err } = await plan('a.answers.yaml --target largely-ready')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('Plan: from 0.0 (Not ready) to Largely ready (from 70.0)')
  expect(out).toContain('Least effort: 1.5 days. No cheaper way exists.')
  // The log clears the gate, and is the dearer half.
  expect(out).toContain('cleared by the steps below')
  expect(out).toMatch(/1\. Sign it\. +\+50\.0 +0\.5 +0\.5 +50\.0/)
  expect(out).toMatch(/2\. Keep a log\. +\+50\.0 +1 +1\.5 +100\.0/)
})

test('without a target it is the next band; from the top there is nothing to do', async () => {
  expect((await plan('a.answers.yaml')).out).toContain('to Developing (from 40.0)')
  const { code, out } = await plan('best.answers.yaml')
  expect(code).toBe(0)
  expect(out).toContain('Nothing to do: Ready, by your own answers (from 90.0) is reached.')
})

test('a limit on effort gives the most that it goes', async () => {
  const { code, out } = await plan('a.answers.yaml --target 100 --max-effort 0.75')
  expect(code).toBe(0)
  expect(out).toContain('It takes at least 1.5 days; allowed are 0.75 days.')
  expect(out).toContain('The most that can be reached is 50.0 (Developing), in 0.5 days.')
})

test('open questions come before any remedy', async () => {
  const { out } = await plan('open.answers.yaml --target 100')
  expect(out.indexOf('Answer first')).toBeGreaterThan(0)
  expect(out.indexOf('Answer first')).toBeLessThan(out.indexOf('Steps'))
})

test('json fits the published schema', async () => {
  const { out } = await plan('open.answers.yaml --target 100 --format json')
  const ajv = new Ajv2020({ strict: false, discriminator: true })
  addFormats.default(ajv, ['date'])
  const schema = JSON.parse(readFileSync(`${home}rulesets/schema/plan.schema.json`, 'utf8')) as object
  const read = JSON.parse(out) as { route: { steps: unknown[] } }
  expect(ajv.validate(schema, read) ? [] : ajv.errors).toEqual([])
  expect(read.route.steps).toHaveLength(2)
})

test('csv has a line for each action, and no cell is a formula', async () => {
  const { code, err } = await plan('open.answers.yaml --target 100 --format csv -o actions.csv')
  expect({ code, err }).toEqual({ code: 0, err: 'Wrote actions.csv\n' })
  const lines = readFileSync(folder.at('actions.csv'), 'utf8').trimEnd().split('\r\n')
  expect(lines.map((line) => line.split(',')[1])).toEqual(['Kind', 'answer', 'step', 'step'])
  expect(lines.every((line) => line.split(',').length === 13)).toBe(true)
})

test.each(['zh-Hant', 'zh-Hans'])('in %s, no line is wider than the screen', async (lang) => {
  const { code, out } = await plan(`a.answers.yaml --target 100 --lang ${lang}`)
  expect(code).toBe(0)
  expect(out).not.toContain('Least effort')
  expect(out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([])
})

test.each([
  ['a.answers.yaml --target reddy', "there is no band 'reddy'. Did you mean 'ready'?"],
  ['a.answers.yaml --target 101', "--target takes a band or a score from 0 to 100, not '101'."],
  ['a.answers.yaml --target=-1', "not '-1'"],
  ['a.answers.yaml --target 80 --max-effort 1.1', '--max-effort takes person-days in quarters'],
  ['a.answers.yaml --as-at soon', '--as-at takes a day'],
  ['quick.answers.yaml --target ready', 'a quick check has no band'],
  ['quick.answers.yaml --target 80', 'nothing is scored, so there is nothing to plan.'],
  ['a.answers.yaml --format pdf', "there is no format 'pdf'."],
  ['none.answers.yaml', 'none.answers.yaml'],
  ['broken.answers.yaml', 'broken.answers.yaml'],
])('%s: says what is wrong, and nothing is done', async (line, says) => {
  const { code, out, err } = await plan(line)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err.replace(/\s+/g, ' ')).toContain(says)
})
