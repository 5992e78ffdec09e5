/** No path out of the folder: whatever names one, and however it leads there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answers, Folder, home } from '../cli/run.js'

const secret = 'token: what lies outside\n'
const tiny = readFileSync(join(home, 'tests/cli/rulesets/tiny/questionnaire.yaml'), 'utf8')

/** What was received from others lies in `got`; beside it what is nobody's business. */
const received = (files: Readonly<Record<string, string>> = {}): Folder =>
  new Folder({
    'secret.yaml': secret,
    'house/questionnaire.yaml': tiny,
    'house.theme.yaml': 'name: SECRET HOUSE\n',
    'got/a.answers.yaml': answers('Alpha'),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`got/${name}`, text])),
  })

const said = async (folder: Folder, line: string) => {
  const { code, out, err } = await folder.run(line)
  expect(`${out}${err}`).not.toMatch(/what lies outside|SECRET HOUSE/)
  return { code, text: `${out}${err}` }
}

describe('rulesets through links', () => {
  test.each(['questionnaire.yaml', 'i18n/zh-Hant.yaml', 'ids.lock'])('%s of a ruleset', async (name) => {
    const folder = received({ 'rulesets/tiny/questionnaire.yaml': tiny, 'rulesets/tiny/i18n/x': '' })
    const link = folder.at(`got/rulesets/tiny/${name}`)
    rmSync(link, { force: true })
    symlinkSync(folder.at('secret.yaml'), link)
    for (const line of [
      'validate got/rulesets/tiny',
      'score got/a.answers.yaml --rulesets got/rulesets --lang zh-Hant',
    ]) {
      const { code, text } = await said(folder, line)
      expect(text).toContain('file/outside')
      expect([1, 2]).toContain(code)
    }
  })

  test('a folder of a ruleset, also one that another includes, and common files', async () => {
    const folder = received()
    mkdirSync(folder.at('got/rulesets'), { recursive: true })
    symlinkSync(folder.at('house'), folder.at('got/rulesets/tiny'))
    const { code, text } = await said(folder, 'score got/a.answers.yaml --rulesets got/rulesets')
    expect(code).toBe(2)
    expect(text).toContain('file/outside')

    folder.write(
      'got/rulesets/suite/questionnaire.yaml',
      'id: suite\nversion: "1.0.0"\ntitle: S\nlanguage: en\nreviewed: 2026-11-01\nincludes: [{ruleset: tiny, version: "1", weight: 1}]\n',
    )
    expect((await said(folder, 'validate got/rulesets/suite')).text).toContain('file/outside')

    mkdirSync(folder.at('got/rulesets/common'))
    symlinkSync(folder.at('secret.yaml'), folder.at('got/rulesets/common/mine.yaml'))
    folder.write(
      'got/rulesets/user/questionnaire.yaml',
      tiny.replace('id: tiny', 'id: user').replace(/^language:/m, 'uses: [mine]\nlanguage:'),
    )
    expect((await said(folder, 'validate got/rulesets/user')).text).toContain('file/outside')
  })

  test('a link that stays in the folder is followed, and so is one to the folder itself', async () => {
    const folder = received({ 'rulesets/real/questionnaire.yaml': tiny })
    symlinkSync('real', folder.at('got/rulesets/tiny'))
    symlinkSync(folder.at('got/rulesets'), folder.at('link'))
    expect((await folder.run('score got/a.answers.yaml --rulesets link --format json')).code).toBe(0)
  })
})

describe('includes', () => {
  test.each(['../house', '/etc', '..', 'a/../../house', 'C:\\house', '.hidden'])('%s names no ruleset', async (id) => {
    const folder = received({
      'rulesets/suite/questionnaire.yaml': `id: suite\nversion: "1.0.0"\ntitle: S\nlanguage: en\nreviewed: 2026-11-01\nincludes: [{ruleset: ${JSON.stringify(id)}, version: "1", weight: 1}]\n`,
    })
    const { code, text } = await said(folder, 'validate got/rulesets/suite')
    expect(code).toBe(1)
    expect(text).toMatch(/schema\/pattern|ruleset\/unknown-name/)
  })
})

describe('a project file', () => {
  test.each([
    ['theme', '../house.theme.yaml'],
    ['rulesets', '[rulesets, ../house]'],
    ['output', '../elsewhere'],
    ['output', '/tmp/flowready-elsewhere'],
    ['output', 'link/deeper/still'],
    ['theme', 'link/house.theme.yaml'],
    ['output', 'C:\\\\elsewhere'],
  ])('%s: %s', async (key, value) => {
    const folder = received({ 'flowready.yaml': `${key}: ${value}\nformat: [json, md]\n` })
    symlinkSync(folder.path, folder.at('got/link'))
    const before = readdirSync(folder.path)
    // The project file of the folder that is worked in.
    const inside = Object.assign(Object.create(folder) as Folder, { path: folder.at('got') })
    const { code, text } = await said(inside, 'batch a.answers.yaml')
    expect(code).toBe(2)
    expect(text).toContain('project/outside')
    expect(readdirSync(folder.path)).toEqual(before)
    expect(existsSync('/tmp/flowready-elsewhere')).toBe(false)
    expect((await said(folder, 'validate got/flowready.yaml')).text).toContain('project/outside')
  })

  test('names what lies in its folder, there or not yet', async () => {
    const folder = new Folder({
      'flowready.yaml': 'rulesets: [./rulesets]\noutput: new/deep\nformat: [json]\n',
      'a.answers.yaml': answers('Alpha'),
    }).withTiny()
    expect((await folder.run('batch a.answers.yaml')).code).toBe(0)
    expect(existsSync(folder.at('new/deep/a.json'))).toBe(true)
  })
})
