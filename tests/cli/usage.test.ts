/** What every command line gets before any command does its work: help, versions, usage errors, settings, faults. */
import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import { commandSummaries as summariesIn } from '../../src/cli/overview.js'
import { english, loadCliWords } from '../../src/text/terminal-words.js'
import { Folder } from './run.js'

const folder = new Folder().withTiny()
const commandSummaries = summariesIn(english)

describe('help', () => {
  test.each(['', '--help', '-h', 'help'])('"%s" says what there is, examples first', async (line) => {
    const { code, out, err } = await folder.run(line)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Self-assessment for firms/)
    expect(out.indexOf('Examples:')).toBeLessThan(out.indexOf('Usage:'))
    expect(out.indexOf('Usage:')).toBeLessThan(out.indexOf('Commands:'))
    for (const [name, summary] of Object.entries(commandSummaries)) {
      expect(out).toContain(`\n  ${name.padEnd(15)}${summary.split(' ')[0]}`)
    }
    expect(out).toMatch(/'flowready help COMMAND' says more about a command\.\n$/)
  })

  test.each(Object.keys(commandSummaries).filter((name) => name !== 'help'))(
    'of %s, asked for in three ways',
    async (name) => {
      const ran = await Promise.all([`help ${name}`, `${name} --help`, `${name} -h`].map((line) => folder.run(line)))
      for (const { code, out, err } of ran) {
        expect({ code, err }).toEqual({ code: 0, err: '' })
        expect(out).toBe(ran[0]!.out)
        const order = ['Examples:', 'Usage:', 'General:', 'Exit codes:'].map((heading) => out.indexOf(heading))
        expect(order.every((at, i) => at > (order[i - 1] ?? 0))).toBe(true)
      }
    },
  )

  test('names every format of the registries', async () => {
    expect((await folder.run('score --help')).out.replace(/\s+/g, ' ')).toContain(
      'text (the summary for the terminal), json (',
    )
    expect((await folder.run('validate --help')).out.replace(/\s+/g, ' ')).toContain('text (for people')
  })

  test.each([60, 80, 100])('fits %i columns', async (columns) => {
    for (const line of ['', 'help score', 'help show']) {
      const { out } = await folder.run(line, { columns })
      // Examples are to be copied and stay whole.
      const lines = out.split('\n').filter((it) => !/^ {2}(flowready|source) /.test(it) && !it.startsWith('Usage:'))
      expect(lines.filter((it) => it.length > columns)).toEqual([])
    }
  })
})

describe('the language of help and of usage errors', () => {
  test.each([
    [{ LANG: 'zh_HK.UTF-8' }, '錯誤：沒有指令「scor」'],
    [{ LANG: 'zh_TW' }, '錯誤：'],
    [{ LANG: 'zh_MO.utf8' }, '錯誤：'],
    [{ LANG: 'zh_Hant_CN.UTF-8' }, '錯誤：'],
    [{ LANG: 'zh_CN.UTF-8' }, '错误：没有命令“scor”'],
    [{ LANG: 'zh_SG.UTF-8' }, '错误：'],
    [{ LANG: 'zh' }, '错误：'],
    [{ LANG: 'zh_TW.Big5' }, 'error: there'],
    [{ LANG: 'zha_CN.UTF-8' }, 'error: there'],
    [{ LANG: 'C.UTF-8' }, 'error: there'],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'zh_HK.UTF-8' }, 'error: there'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_HK.UTF-8' }, '错误：'],
    [{ FLOWREADY_LANG: 'en', LC_ALL: 'zh_HK.UTF-8' }, 'error: there'],
    [{ FLOWREADY_LANG: 'zh-hans', LC_ALL: 'zh_HK.UTF-8' }, '错误：'],
  ])('%j', async (env, says) => {
    expect((await folder.run('scor x', { env })).err).toContain(says)
  })

  test('is what --lang says before all else', async () => {
    const env = { FLOWREADY_LANG: 'zh-Hant' }
    expect((await folder.run('--lang zh-Hans --help', { env })).out).toContain('用法：flowready')
    expect((await folder.run('score --help --lang=en', { env })).out).toContain('Usage: flowready')
    expect((await folder.run('score --lang zh-Hans', { env })).err).toContain('错误：缺少参数“answers”')
  })

  test('may be said before the command, too', async () => {
    const after = await folder.run('list --lang zh-Hant', { env: {} })
    expect(after.out).toContain('規則集')
    expect(await folder.run('--lang zh-Hant list', { env: {} })).toEqual(after)
    expect(await folder.run('--lang=zh-Hant list', { env: {} })).toEqual(after)
    expect((await folder.run('--lang zh-Hans help score', { env: {} })).out).toContain('用法：flowready score')
    expect((await folder.run('--lang zh-Hans nonsense', { env: {} })).err).toContain('错误：没有命令“nonsense”')
    expect((await folder.run('--lang xx list', { env: {} })).err).toContain("there is no language 'xx'")
  })

  test.each(['zh-Hant', 'zh-Hans'] as const)('%s for all that help says, within 80 columns', async (language) => {
    const { help, usage } = await loadCliWords(language)
    for (const line of ['', ...Object.keys(commandSummaries).filter((name) => name !== 'help')]) {
      const { code, out } = await folder.run(`${line} --help --lang ${language}`)
      expect(code).toBe(0)
      expect(out).toContain(help.usage)
      const own = out.split('\n').filter((it) => !/^ {2}(flowready|source) /.test(it) && !it.startsWith(help.usage))
      expect(own.filter((it) => stringWidth(it) > 80)).toEqual([])
      // No line begins with what closes the one before.
      expect(own.filter((it) => /^ *[，。、；：）」”]/.test(it))).toEqual([])
      expect(own.filter((it) => /[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(it.replace(/TAB|COMMAND/g, '')))).toEqual([])
    }
    expect((await folder.run(`score x --formt text --lang ${language}`)).err).toContain(
      usage.unknownOption('--formt', '--format'),
    )
    expect((await folder.run(`list more --lang ${language}`)).err).toContain(usage.tooMany('list', '0', '1'))
    expect((await folder.run(`assess --only x --lang ${language}`)).err).toContain(
      usage.choices('open, unsure, no-evidence'),
    )
    expect((await folder.run(`score --lang ${language} --format`)).err).toContain(usage.missingValue('--format <list>'))
  })
})

describe('usage errors', () => {
  test.each([
    ['scor x', "error: there is no command 'scor'. Did you mean 'score'?"],
    ['help validat', "error: there is no command 'validat'. Did you mean 'validate'?"],
    ['xyzzy', "error: there is no command 'xyzzy'. 'flowready --help' lists the commands."],
    ['--formt', "error: unknown option '--formt'"],
    ['score', "error: missing required argument 'answers'"],
    ['score x --formt text', "error: unknown option '--formt'\n(Did you mean --format?)"],
    ['score x --format txt', "error: there is no format 'txt'. Did you mean 'text'?"],
    ['score x --format nonsense', "error: there is no format 'nonsense'. Formats: text, json"],
    ['validate x --format yaml', "error: there is no format 'yaml'. Formats: text, json, github, sarif, junit."],
    ['score x --lang fr', "error: --lang: there is no language 'fr'. Languages: en, zh-Hant, zh-Hans"],
    ['score x --as-at 2026-02-30', "error: --as-at takes a day such as 2026-11-20, not '2026-02-30'."],
    ['score x --fail-below 101', '--fail-below takes a number from 0 to 100.'],
    ['score x --fail-below -1', '--fail-below'],
    ['validate x --max-warnings 1.5', '--max-warnings takes a whole number from 0.'],
    ['score x --rulesets nowhere', "error: --rulesets: there is no folder 'nowhere'."],
    ['score x --stdin-filename y', "error: --stdin-filename goes with '-', which reads standard input."],
    ['score x --format text,json --output -', "error: '--output -' takes one format."],
    ['score x --format text,json --output report.json', "error: 'report.json' looks like a file"],
    ['completion tcsh', "error: there is no completion for 'tcsh'."],
    ['completion zsg', "Did you mean 'zsh'?"],
    ['list more', "error: too many arguments for 'list'"],
    ['show', "error: missing required argument 'name'"],
  ])('%s', async (line, says) => {
    const { code, out, err } = await folder.run(line)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })

  test('names the variable that is wrong', async () => {
    const { code, err } = await folder.run('list', { env: { FLOWREADY_LANG: 'zh' } })
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: FLOWREADY_LANG: there is no language 'zh'. Languages: en, zh-Hant, zh-Hans.\n",
    })
    expect((await folder.run('list', { env: { FLOWREADY_RULESETS: 'nowhere' } })).err).toBe(
      "error: FLOWREADY_RULESETS: there is no folder 'nowhere'.\n",
    )
  })

  test('shows what the command line holds, and obeys nothing of it', async () => {
    for (const line of [
      ['\u001b[31mred'],
      ['score', 'x', '--\u001b[31m'],
      ['show', '\u001b]0;title\u0007'],
      ['score', '\u202e.yaml'],
    ]) {
      const { code, out, err } = await folder.run(line)
      expect(code).toBe(2)
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    }
  })
})

describe('settings', () => {
  test('flag, then environment, then default; --debug says which', async () => {
    const env = { FLOWREADY_RULESETS: 'rulesets', FLOWREADY_LANG: 'en', NO_COLOR: '1' }
    const { err } = await folder.run('list --debug --lang EN', { env })
    expect(err).toContain('debug: language = en (--lang)\n')
    expect(err).toContain('debug: rulesets = rulesets, ')
    expect(err).toContain('(FLOWREADY_RULESETS)\n')
    expect(err).toContain('debug: colorOut = false (NO_COLOR)\n')
    expect(err).toContain('debug: quiet = false (default)\n')
    expect((await folder.run('list --debug', { env: {} })).err).toContain('debug: language = en (default)\n')
  })

  // The summary line of `test` is bold where there is colour.
  const painted = async (line: string, options: Parameters<Folder['run']>[1]) =>
    (await folder.run(`test rulesets/tiny ${line}`, options)).out.includes('\u001b[')

  test.each([
    ['a terminal', '', {}, true, true],
    ['a pipe', '', {}, false, false],
    ['--no-color', '--no-color', { FORCE_COLOR: '1' }, true, false],
    ['NO_COLOR', '', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', '', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', '', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', '', { FORCE_COLOR: '0' }, true, false],
    ['a dumb terminal', '', { TERM: 'dumb' }, true, false],
  ])('colour: %s', async (_name, line, env, terminal, colour) => {
    expect(await painted(line, { env: env as unknown as Record<string, string>, terminal })).toBe(colour)
  })
})

test.each([
  'score rulesets/tiny/examples --rulesets rulesets',
  'show tiny --rulesets rulesets',
  'show tiny-route --rulesets rulesets',
  'show yaml/tab',
  'list',
  'test rulesets',
  'validate nowhere',
])('colour adds nothing but colour: %s', async (line) => {
  const [plain, painted] = await Promise.all(
    ['0', '1'].map((FORCE_COLOR) => folder.run(line, { env: { FORCE_COLOR } })),
  )
  const bare = (text: string) => text.replace(/\u001b\[\d+m/g, '')
  expect(painted!.out).not.toBe(plain!.out)
  expect({ out: bare(painted!.out), err: bare(painted!.err) }).toEqual({ out: plain!.out, err: plain!.err })
})

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish', 'powershell'])('has a script for %s', async (shell) => {
    const { code, out, err } = await folder.run(`completion ${shell}`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/flowready complete '?--/)
    // With any option it goes through commander, to the same script.
    expect((await folder.run(`completion ${shell} --quiet`)).out).toBe(out)
  })

  test.each([
    [['sc'], ['score']],
    [[''], ['score', 'validate', 'test', 'list', 'show', 'completion', 'help']],
    [
      ['score', '--format', ''],
      ['text', 'json'],
    ],
    [['validate', '--format', 'j'], ['json']],
    [['show', 'cross'], ['cross-boundary-data-flow']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'powershell'],
    ],
    [
      ['list', '--lang', 'zh'],
      ['zh-Hant', 'zh-Hans'],
    ],
    [['score', '--fail'], ['--fail-below']],
  ])('%j', async (line, offers) => {
    const { code, out } = await folder.run(['complete', '--', ...line])
    expect(code).toBe(0)
    const words = out.split('\n').filter((it) => it !== '' && !it.startsWith(':'))
    expect(words.map((it) => it.split('\t')[0])).toEqual(expect.arrayContaining(offers))
    expect(words.length).toBeGreaterThanOrEqual(offers.length)
    expect(out).toMatch(/:4\n$/)
  })

  test('leaves files to the shell', async () => {
    expect((await folder.run(['complete', '--', 'score', ''])).out).toBe(':0\n')
  })
})

test('an interrupted run ends with 130', async () => {
  const stop = new AbortController()
  stop.abort()
  expect((await folder.run('list', { signal: stop.signal })).code).toBe(130)
  const later = new AbortController()
  const running = folder.run('test rulesets', { signal: later.signal })
  later.abort()
  const { code, err } = await running
  expect({ code, err }).toEqual({ code: 130, err: 'Interrupted.\n' })
})
