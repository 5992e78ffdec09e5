import { readFileSync, writeFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, expect, test } from 'vitest'
import { answers, Folder, home } from './run.js'

const given = { 'tiny.exports': 'yes', 'tiny.people': '5' }
const older = answers('Alpha', { ...given, 'tiny.log': 'some', 'tiny.contract': 'yes' }).replace(
  '2026-11-20',
  '2026-03-01',
)
const folder = new Folder({
  'old.answers.yaml': older,
  'new.answers.yaml': answers('Alpha <b>', { ...given, 'tiny.log': 'all', 'tiny.contract': 'no' }),
  'quick.answers.yaml': answers('Alpha', given, 'scope: quick\n'),
  'secret.answers.yaml': answers('Alpha', { ...given, 'tiny.secret': 'hush' }),
  'other.answers.yaml': older.replace('ruleset: tiny', 'ruleset: lawful-requests').replace('1.2.0', '1.0.0'),
}).withTiny()
const run = (line: string) => folder.run(`${line} --rulesets rulesets`)

beforeAll(async () => {
  await run('score old.answers.yaml --format json -o old.json')
  await run('score secret.answers.yaml --format json -o secret.json')
  // An old report whose rules gave 10 points more.
  const report = JSON.parse(readFileSync(folder.at('old.json'), 'utf8')) as {
    schema: string
    score: { value: number; low: number }
    ruleset: { sha256: string; version: string }
  }
  report.score.value = report.score.low += 10
  report.ruleset = { ...report.ruleset, sha256: 'a'.repeat(64), version: '1.1.0' }
  writeFileSync(folder.at('other-rules.json'), JSON.stringify(report))
  writeFileSync(folder.at('v2.json'), JSON.stringify({ ...report, schema: 'flowready-report/2' }))
})

test('an old report against new answers: rules and firm apart, gaps closed and reopened', async () => {
  const { code, out, err } = await run('compare other-rules.json new.answers.yaml')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('Score: 85.0 → 50.0 (−35.0)')
  expect(out).toContain('−10.0 because the rules changed')
  expect(out).toContain('−25.0 because the firm changed')
  expect(out).toMatch(/Gaps closed: 1\n {2}- Is there a log\?/)
  expect(out).toMatch(/Gaps reopened, met before: 1\n {2}- Is there a contract\?/)
  expect(out).toContain('The ruleset: version 1.1.0, now 1.2.0.')
})

test('a file with itself: nothing moved', async () => {
  const { out } = await run('compare old.json old.answers.yaml')
  expect(out).toContain('Nothing moved.')
  expect(out).not.toContain('because')
})

test('json fits the published schema', async () => {
  const { out } = await run('compare other-rules.json new.answers.yaml --format json')
  const ajv = new Ajv2020({ strict: false, discriminator: true })
  addFormats.default(ajv, ['date'])
  const schema = JSON.parse(readFileSync(`${home}rulesets/schema/comparison.schema.json`, 'utf8')) as object
  expect(ajv.validate(schema, JSON.parse(out)) ? [] : ajv.errors).toEqual([])
})

test('html and md hold no markup from files', async () => {
  const { code, err } = await run('compare old.json new.answers.yaml --format html -o moved.html')
  expect({ code, err }).toEqual({ code: 0, err: 'Wrote moved.html\n' })
  const html = readFileSync(folder.at('moved.html'), 'utf8')
  expect(html).toContain('Alpha &lt;b&gt;')
  expect(html).not.toContain('<b>')
  expect((await run('compare old.json new.answers.yaml --format md')).out).toContain('**Alpha \\<b\\>**')
})

test('score --since puts it into the new report; --plan the ways up', async () => {
  const { out } = await run('score new.answers.yaml --since other-rules.json --plan --format json')
  const { since, plan } = JSON.parse(out) as Record<string, unknown>
  expect(since).toMatchObject({ change: -35, rules: -10, firm: -25, closed: 1, opened: 0, reopened: 1 })
  expect(plan).toMatchObject({
    value: 50,
    routes: [
      { state: 'planned', effort: 0.5 },
      { state: 'planned', effort: 0.5 },
    ],
  })
  const text = (await run('score new.answers.yaml --since other-rules.json --plan')).out
  expect(text).toContain('Since 2026-03-01 (−35.0)')
  expect(text).toContain('Least effort: 0.5 days.')
  for (const format of ['html', 'md']) {
    await run(`score new.answers.yaml --since other-rules.json --format ${format} -o since.${format}`)
    expect(readFileSync(folder.at(`since.${format}`), 'utf8')).toMatch(/Since 2026-03-01 \(−35.0\)[^]*Where you stand/)
  }
  expect(JSON.parse((await run('score new.answers.yaml --format json')).out)).not.toHaveProperty('plan')
})

test.each([
  ['compare v2.json new.answers.yaml', 'report/other-version'],
  ['compare secret.json new.answers.yaml', 'withholds 1 confidential answer'],
  ['compare old.json quick.answers.yaml', 'one is a quick check and the other is not'],
  ['compare other.answers.yaml new.answers.yaml', "different rulesets: 'lawful-requests' and 'tiny'"],
  ['compare none.json new.answers.yaml', 'none.json'],
  ['compare old.json none.answers.yaml', 'none.answers.yaml'],
  ['compare old.json new.answers.yaml --format pdf', "there is no format 'pdf'"],
  ['score new.answers.yaml --since v2.json', 'report/other-version'],
])('%s: says what is wrong, and nothing is done', async (line, says) => {
  const { code, out, err } = await run(line)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err.replace(/\s+/g, ' ')).toContain(says)
})
