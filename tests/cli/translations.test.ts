/** Rulesets in other languages, from the command line. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run as assess } from '../../src/cli/commands/assess.js'
import { run as decide } from '../../src/cli/commands/decide.js'
import { Context } from '../../src/cli/context.js'
import type { OpenPrompter } from '../../src/cli/prompter.js'
import { settingsOf } from '../../src/cli/settings.js'
import { interrupt, type Prompt, ScriptedPrompter } from '../interview/scripted-prompter.js'
import { answers, Folder, home } from './run.js'

const translation = `language: zh-Hant
title: 小型問卷
facts:
  tiny.exports: {ask: 有否資料離開內地？}
questions:
  tiny.log: {ask: 有否備存日誌？, options: {}}
`
const translated = (text = translation) => {
  const folder = new Folder({ 'harbour.answers.yaml': answers('Harbour Ltd') }).withTiny()
  folder.write('rulesets/tiny/i18n/zh-Hant.yaml', text)
  return folder
}

describe('--lang', () => {
  test.each(['list', 'show tiny', 'show tiny.exports', 'score harbour.answers.yaml'])(
    '%s speaks the language of the reader',
    async (line) => {
      const folder = translated()
      const words = line === 'show tiny.exports' ? '有否資料離開內地？' : '小型問卷'
      expect((await folder.run(`${line} --rulesets rulesets --lang zh-Hant`)).out).toContain(words)
      expect((await folder.run(`${line} --rulesets rulesets`)).out).not.toContain(words)
    },
  )

  test('changes no number and no hash', async () => {
    const folder = translated()
    const report = async (lang: string) => {
      const { out } = await folder.run(`score harbour.answers.yaml --rulesets rulesets --format json --lang ${lang}`)
      return JSON.parse(out) as { language: string; ruleset: { sha256: string; title: string }; score: object }
    }
    const [en, zh] = [await report('en'), await report('zh-Hant')]
    expect([en.language, zh.language]).toEqual(['en', 'zh-Hant'])
    expect(zh.ruleset.sha256).toBe(en.ruleset.sha256)
    expect(zh.score).toMatchObject({ value: (en.score as { value: number }).value })
    expect(zh.ruleset.title).toBe('小型問卷')
  })

  test('what is not translated is shown with a mark, as it is written', async () => {
    const shown = async (id: string, lang: string) =>
      (await translated().run(`show ${id} --rulesets rulesets --lang ${lang}`)).out
    expect(await shown('tiny.contract', 'zh-Hant')).toMatch(/^\[EN\] Is there a contract\?/)
    expect(await shown('tiny.log', 'zh-Hant')).toMatch(/^有否備存日誌？/)
    expect(await shown('tiny.contract', 'en')).not.toContain('[EN]')
  })

  test('without any translation titles and questions are marked, and not each of their texts', async () => {
    const shown = async (id: string, lang: string) =>
      (await translated().run(`show ${id} --rulesets rulesets --lang ${lang}`)).out
    const one = await shown('tiny.contract', 'zh-Hans')
    expect(one).toMatch(/^\[EN\] Is there a contract\?/)
    expect(one.match(/\[EN\]/g)).toHaveLength(1)
    expect((await translated().run('list --rulesets rulesets --lang zh-Hans')).out).toMatch(/\[EN\] Tiny/)
  })

  test('a blank answers file asks in the language', async () => {
    const { out } = await translated().run('new answers tiny --rulesets rulesets --lang zh-Hant -o -')
    expect(out).toContain('有否資料離開內地？')
  })
})

describe('validate', () => {
  const lock = 'rulesets/tiny/i18n/zh-Hant.lock'

  test.each(['rulesets', 'rulesets/tiny', 'rulesets/tiny/i18n/zh-Hant.yaml'])(
    '%s says what is not translated, which is no failure',
    async (path) => {
      const { code, out } = await translated().run(`validate ${path}`)
      expect(code).toBe(0)
      expect(out).toContain('warning  translation/missing')
      expect(out).toContain("No translation of 'sections'")
    },
  )

  test('a translation of nothing is a failure', async () => {
    const { code, out } = await translated(translation.replace('tiny.log:', 'tiny.logs:')).run('validate rulesets')
    expect(code).toBe(1)
    expect(out).toContain("Did you mean 'tiny.log'?")
  })

  test('--update-locks keeps what a translation was made from', async () => {
    const folder = translated()
    expect((await folder.run('validate rulesets')).out).toContain('translation/not-locked')
    const { out, err } = await folder.run('validate rulesets --update-locks')
    expect(err).toContain(`Wrote ${lock}\n`)
    expect(out).not.toContain('translation/not-locked')
    expect(readFileSync(folder.at(lock), 'utf8').split('\n').slice(1, -1)).toEqual([
      expect.stringMatching(/^facts\/tiny\.exports\/ask: [0-9a-f]{12} [0-9a-f]{12}$/),
      expect.stringMatching(/^questions\/tiny\.log\/ask: /),
      expect.stringMatching(/^title: /),
    ])
    expect((await folder.run('validate rulesets --update-locks')).err).not.toContain('Wrote')

    const questionnaire = 'rulesets/tiny/questionnaire.yaml'
    const before = readFileSync(folder.at(questionnaire), 'utf8')
    folder.write(questionnaire, before.replace(/^title: .*$/m, 'title: Something else'))
    for (const line of ['validate rulesets', 'validate rulesets --update-locks', 'validate rulesets'])
      expect((await folder.run(line)).out).toContain("It is now 'Something else'")
  })

  test('common files have translations of their own', async () => {
    const folder = translated()
    folder.write('rulesets/common/i18n/zh-Hant.yaml', 'language: zh-Hant\nbands: {not-reddy: {label: 未準備好}}\n')
    const { code, out } = await folder.run('validate rulesets')
    expect(code).toBe(1)
    expect(out).toContain('rulesets/common/i18n/zh-Hant.yaml:2:9')
    expect(out).toContain("Did you mean 'not-ready'?")
    // They are no business of one ruleset.
    expect((await folder.run('validate rulesets/tiny')).code).toBe(0)

    folder.write('rulesets/common/i18n/zh-Hant.yaml', 'language: zh-Hant\nbands: {ready: {label: 準備好}}\n')
    await folder.run('validate rulesets --update-locks')
    expect(existsSync(folder.at('rulesets/common/i18n/zh-Hant.lock'))).toBe(true)
    expect((await folder.run('score harbour.answers.yaml --rulesets rulesets --lang zh-Hant')).out).toContain('準備好')
  })
})

describe('an interview', () => {
  const contextIn = (folder: Folder, print: (text: string) => void = () => {}) => {
    const environment = {
      argv: [],
      cwd: folder.path,
      env: { FLOWREADY_RULESETS: folder.at('rulesets') },
      stdin: { isTTY: true, async *[Symbol.asyncIterator]() {} },
      stdout: { isTTY: true, write: print },
      stderr: { isTTY: true, write: () => {} },
      now: () => new Date('2026-11-20T00:00:00Z'),
      version: '9.9.9',
      columns: 80,
      signal: new AbortController().signal,
      home,
    }
    return new Context(environment, settingsOf({}, environment))
  }
  /** Switches to Traditional Chinese at the first question, then goes on as it is told. */
  const switching = (then: (prompt: Prompt) => string | undefined | typeof interrupt) => {
    let switched = false
    return new ScriptedPrompter((prompt) => {
      if (prompt.kind === 'write') return 'A. Chan'
      if (prompt.kind === 'choose' && prompt.choices.some(({ value }) => value === 'zh-Hant')) return 'zh-Hant'
      if (prompt.kind === 'question' && !switched) {
        switched = true
        return ':language'
      }
      return then(prompt)
    })
  }

  test('goes on at the same question in the other language, its keys too', async () => {
    const prompter = switching(() => interrupt)
    let words = ''
    const open: OpenPrompter = (_, options) => {
      words = options.words().interview.flow.firm
      return Promise.resolve(
        Object.assign(prompter, { close: () => (words = options.words().interview.flow.firm) }) as ScriptedPrompter,
      )
    }
    expect(await assess(contextIn(translated()), 'tiny', {}, open)).toBe(130)
    expect(prompter.questions.map(({ ask }) => ask)).toEqual(['Does data leave?', '有否資料離開內地？'])
    expect(words).toMatch(/^\p{Script=Han}/u)
  })

  test('decides in the language that was chosen on the way', async () => {
    const prompter = switching((prompt) => (prompt.kind === 'question' ? 'no' : 'done'))
    expect(await decide(contextIn(translated()), 'tiny-route', {}, () => Promise.resolve(prompter))).toBe(0)
    expect(prompter.questions.map(({ ask }) => ask)).toEqual(['Does data leave?', '有否資料離開內地？'])
    expect(prompter.said).toContain('基準日')
  })
})
