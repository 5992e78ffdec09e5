/** The project file saves flags: flag > environment > project file > default. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answers, Folder } from './run.js'

const project = `# yaml-language-server: $schema=node_modules/flowready/rulesets/schema/project.schema.json
firm: {name: Harbour Payments Ltd}
by: A. Chan
language: zh-Hant
rulesets: [rulesets]
output: out
format: [json, html]
`
const withProject = (text = project) =>
  new Folder({ 'flowready.yaml': text, 'a.answers.yaml': answers('Firm A') }).withTiny()

test('gives language, rulesets, formats and folder to score and batch', async () => {
  const folder = withProject()
  const ran = await folder.run('score a.answers.yaml')
  expect(ran.code).toBe(0)
  expect(ran.err).toContain('已寫入')
  expect(readFileSync(folder.at('out/firm-a.html'), 'utf8')).toContain('lang="zh-Hant"')
  expect(existsSync(folder.at('out/firm-a.json'))).toBe(true)
  expect((await folder.run('batch a.answers.yaml')).code).toBe(0)
  expect(existsSync(folder.at('out/a.html'))).toBe(true)
})

test('a flag and our own variable come before it, a locale after it', async () => {
  const folder = withProject()
  const english = await folder.run('score a.answers.yaml --format text --lang en')
  expect(english.out).toContain('Score')
  const byVariable = await folder.run('score a.answers.yaml --format text', { env: { FLOWREADY_LANG: 'zh-Hans' } })
  expect(byVariable.out).toContain('得分')
  expect(byVariable.out).not.toContain('有證據')
  const { err } = await folder.run('score a.answers.yaml --format text --debug', { env: { LANG: 'en_GB.UTF-8' } })
  expect(err).toContain('debug: language = zh-Hant (flowready.yaml)')
  expect(err).toMatch(/debug: rulesets = .*rulesets, .* \(flowready\.yaml\)/)
  expect(err).toContain('debug: firm = Harbour Payments Ltd (flowready.yaml)')
  expect(err).not.toContain('debug: format')
  const all = await folder.run('batch a.answers.yaml --debug -o other --force')
  expect(all.err).toContain('debug: format = json, html (flowready.yaml)')
  expect(all.err).not.toContain('debug: output')
  expect(existsSync(folder.at('other/a.html'))).toBe(true)
})

test('its language is that of help and of usage errors', async () => {
  const folder = withProject()
  expect((await folder.run('--help', { env: {} })).out).toContain('用法：flowready')
  expect((await folder.run('score --help', { env: {} })).out).toContain('用法：flowready score')
  expect((await folder.run('nonsense', { env: {} })).err).toContain('沒有指令「nonsense」')
  expect((await folder.run('score --foo', { env: { LANG: 'zh_CN.UTF-8' } })).err).toContain('沒有指令選項「--foo」')
  expect((await folder.run('score --foo', { env: { FLOWREADY_LANG: 'en' } })).err).toContain("unknown option '--foo'")
  expect((await folder.run('score --foo --lang zh-Hans', { env: {} })).err).toContain('没有选项“--foo”')
})

test('what was to be read on the terminal stays there', async () => {
  const { out } = await withProject('rulesets: [rulesets]\noutput: out\n').run('score a.answers.yaml')
  expect(out).toContain('Firm A')
})

test('names the firm in new answers files', async () => {
  const folder = withProject()
  expect((await folder.run('new answers tiny -o -')).out).toContain('firm: {name: Harbour Payments Ltd}')
})

test('a mistake in it is told with its place, and nothing is done; validate tells it too', async () => {
  const folder = withProject('langauge: en\n')
  for (const line of ['score a.answers.yaml', 'list']) {
    const { code, err, out } = await folder.run(line)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('flowready.yaml:1:1')
    expect(err).toContain('language')
  }
  const elsewhere = new Folder({ 'p/flowready.yaml': 'format: json\n', 'q/flowready.yaml': project })
  const { code, out } = await elsewhere.run('validate p')
  expect(code).toBe(1)
  expect(out).toContain('p/flowready.yaml:1:9')
  expect((await elsewhere.run('validate q/flowready.yaml')).code).toBe(0)
})
