/** Many files in one run: each ends in one state, none disturbs another, and no interruption shows. */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answers, Folder, home } from '../cli/run.js'
import { made } from './made.js'

const line = (text: string): string[] => text.split(' ')
const rulesets = ['--rulesets', 'rulesets']

const summary = (folder: Folder, name: string) =>
  readFileSync(folder.at(`${name}/summary.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((it) => JSON.parse(it) as Record<string, unknown>)

describe('bad files among good ones', () => {
  const good = { 'clients/a.answers.yaml': answers('Alpha'), 'clients/z/z.answers.yaml': answers('Zulu') }
  const bad: Record<string, string | Uint8Array> = {
    'clients/empty.answers.yaml': '',
    'clients/broken.answers.yaml': 'answers: [\n',
    'clients/bytes.answers.yaml': new Uint8Array([0xff, 0xfe, 0]),
    'clients/foreign.answers.json': '{"hello": "world"}',
    'clients/unknown.answers.yaml': answers('Unknown').replace('ruleset: tiny', 'ruleset: tinny'),
    'clients/major.answers.yaml': answers('Major').replace('"1.2.0"', '"2.0.0"'),
    'clients/option.answers.yaml': answers('Option', { 'tiny.log': 'every' }),
  }

  test('each ends in exactly one state, in order, and the good ones are what they are alone', async () => {
    const folder = new Folder({ ...good, ...bad }).withTiny()
    symlinkSync('nowhere.yaml', folder.at('clients/gone.answers.yaml'))
    const { code, out, err } = await folder.run(['batch', 'clients', '-o', 'all', ...rulesets])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('10 files: 2 scored, 0 unchanged, 8 invalid.')

    const rows = summary(folder, 'all')
    expect(rows.map(({ number, input, outcome }) => [number, input, outcome])).toEqual([
      [1, 'a.answers.yaml', 'scored'],
      ...['broken.answers.yaml', 'bytes.answers.yaml', 'empty.answers.yaml', 'foreign.answers.json'].map((it, i) => [
        i + 2,
        it,
        'invalid',
      ]),
      ...['gone.answers.yaml', 'major.answers.yaml', 'option.answers.yaml', 'unknown.answers.yaml'].map((it, i) => [
        i + 6,
        it,
        'invalid',
      ]),
      [10, 'z/z.answers.yaml', 'scored'],
    ])
    const errors = readFileSync(folder.at('all/errors.ndjson'), 'utf8').trimEnd().split('\n')
    const named = errors.map((it) => (JSON.parse(it) as { input: string }).input)
    expect([...new Set(named)]).toEqual(rows.filter((it) => it.outcome === 'invalid').map((it) => it.input))
    const list = readFileSync(folder.at('all/errors.txt'), 'utf8')
    expect(list).toContain('clients/option.answers.yaml')
    expect(list).toContain('Fix:')

    rmSync(folder.at('clients'), { recursive: true })
    for (const [name, content] of Object.entries(good)) folder.write(name, content)
    expect((await folder.run(['batch', 'clients', '-o', 'good', ...rulesets])).code).toBe(0)
    expect(made(folder, 'all')['a.json']).toBe(made(folder, 'good')['a.json'])
    expect(made(folder, 'all')['z/z.json']).toBe(made(folder, 'good')['z/z.json'])
  })

  test('nothing that can be scored is nothing done', async () => {
    const folder = new Folder({ 'c/a.answers.yaml': 'a: [' }).withTiny()
    expect((await folder.run(['batch', 'c', '-o', 'o', ...rulesets])).code).toBe(2)
    mkdirSync(folder.at('none'))
    expect((await folder.run(['batch', 'none', '-o', 'o', ...rulesets])).code).toBe(2)
  })

  test('a folder that cannot be made is said, and nothing is done', async () => {
    const folder = new Folder({ 'c/a.answers.yaml': answers('A'), file: '' }).withTiny()
    const under = await folder.run(['batch', 'c', '-o', 'file/under', ...rulesets])
    expect(under.code).toBe(2)
    expect(under.err).toContain('a part of its path is a file, not a folder')
    expect((await folder.run(['batch', 'c', '-o', 'file', ...rulesets])).err).toContain("'file' is a file")
  })

  test('--fail-fast stops at the first; without it the rest is done, to the same bytes', async () => {
    const folder = new Folder({ ...good, ...bad }).withTiny()
    const { code, err } = await folder.run(['batch', 'clients', '-o', 'o', '--fail-fast', ...rulesets])
    expect(code).toBe(1)
    expect(err).toContain('2 files: 1 scored, 0 unchanged, 1 invalid.')
    expect(Object.keys(made(folder, 'o'))).toEqual(['a.json'])
    expect((await folder.run(['batch', 'clients', '-o', 'o', ...rulesets])).err).toContain('1 scored, 1 unchanged, 7')
    await folder.run(['batch', 'clients', '-o', 'whole', ...rulesets])
    expect(made(folder, 'o')).toEqual(made(folder, 'whole'))
  })

  test('--fail-below', async () => {
    const folder = new Folder({
      'c/a.answers.yaml': answers('A'),
      'c/b.answers.yaml': answers('B', { 'tiny.log': 'some' }),
    }).withTiny()
    const ran = await folder.run(['batch', 'c', '-o', 'o', '--fail-below', '60', ...rulesets])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('1 file below 60.')
    // What has not changed is still below.
    expect((await folder.run(['batch', 'c', '-o', 'o', '--fail-below', '60', ...rulesets])).code).toBe(1)
    expect((await folder.run(['batch', 'c', '-o', 'o', '--fail-below', '50', ...rulesets])).code).toBe(0)
  })
})

describe('what has not changed is left as it is', () => {
  const files = Object.fromEntries([1, 2, 3].map((n) => [`c/f${n}.answers.yaml`, answers(`Firm ${n}`)]))
  const batch = (folder: Folder, more = '') =>
    folder.run(['batch', 'c', '-o', 'o', ...rulesets, ...(more === '' ? [] : line(more))])
  const counted = async (folder: Folder, more = '') =>
    / (\d+) scored, (\d+) unchanged/
      .exec((await batch(folder, more)).err)!
      .slice(1)
      .join(' ')

  test('until the answers, the rules, the settings, the evidence or the report do', async () => {
    const folder = new Folder(files).withTiny()
    expect(await counted(folder)).toBe('3 0')
    const first = made(folder, 'o')
    utimesSync(folder.at('o/f1.json'), 0, 0)
    expect(await counted(folder)).toBe('0 3')
    expect(statSync(folder.at('o/f1.json')).mtimeMs).toBe(0)
    expect(made(folder, 'o')).toEqual(first)

    expect(await counted(folder, '--force')).toBe('3 0')
    folder.write('c/f2.answers.yaml', answers('Firm 2', { 'tiny.log': 'some' }))
    expect(await counted(folder)).toBe('1 2')
    expect(await counted(folder, '--as-at 2026-11-21')).toBe('3 0')
    expect(await counted(folder, '--as-at 2026-11-21 --format json,text')).toBe('3 0')
    rmSync(folder.at('o/f3.txt'))
    expect(await counted(folder, '--as-at 2026-11-21 --format json,text')).toBe('1 2')
    const path = 'rulesets/tiny/questionnaire.yaml'
    folder.write(path, readFileSync(folder.at(path), 'utf8').replace('Is there a log?', 'Is there a log at all?'))
    expect(await counted(folder, '--as-at 2026-11-21 --format json,text')).toBe('3 0')
  })

  test('evidence counts', async () => {
    const folder = new Folder({
      'c/a.answers.yaml': answers('A', { 'tiny.log': '{answer: all, evidence: [{file: log.pdf}]}' }),
    }).withTiny()
    expect(await counted(folder)).toBe('1 0')
    expect(await counted(folder)).toBe('0 1')
    folder.write('c/log.pdf', 'the log')
    expect(await counted(folder)).toBe('1 0')
    folder.write('c/log.pdf', 'another')
    expect(await counted(folder)).toBe('1 0')
    expect(await counted(folder)).toBe('0 1')
  })
})

describe('names', () => {
  test('two files of one firm, and names that are not safe, are told apart', async () => {
    const folder = new Folder({
      'c/2025/same.answers.yaml': answers('Same Ltd'),
      'c/2026/same.answers.yaml': answers('Same Ltd', { 'tiny.log': 'some' }),
      'c/Same.answers.yaml': answers('Same Ltd'),
      'c/same.answers.yaml': answers('Same Ltd'),
      'c/same.answers.yml': answers('Same Ltd'),
      'c/CON.answers.yaml': answers('Device'),
      'c/summary.answers.yaml': answers('Summary'),
      'c/errors.answers.yaml': answers('Errors'),
      'c/港灣支付.answers.yaml': answers('港灣支付有限公司'),
      'c/a b.answers.yaml': answers('=cmd()'),
    }).withTiny()
    const { code } = await folder.run(['batch', 'c', '-o', 'o', '--format', 'json,text', '--csv-bom', ...rulesets])
    expect(code).toBe(0)
    const reports = Object.keys(made(folder, 'o')).filter((it) => it.endsWith('.json') && it !== 'cohort.json')
    expect(reports).toHaveLength(10)
    expect(new Set(reports.map((it) => it.toLowerCase())).size).toBe(10)
    expect(reports).toEqual(expect.arrayContaining(['2025/same.json', '2026/same.json', 'same.json', '港灣支付.json']))
    expect(reports.filter((it) => /^(con-firm|summary|errors|a-b|same)\.[0-9a-f]{8}\.json$/.test(it))).toHaveLength(6)
    const csv = readFileSync(folder.at('o/summary.csv'), 'utf8')
    expect(csv.startsWith('\ufeffnumber,input,')).toBe(true)
    expect(csv).toContain(",'=cmd(),")
    expect(csv).toContain('港灣支付有限公司')
  })

  test('paths and patterns are named from the working folder, each file once', async () => {
    const folder = new Folder({ 'a/x.answers.yaml': answers('X'), 'b/x.answers.yaml': answers('Y') }).withTiny()
    await folder.run(['batch', 'b', '*/x.answers.yaml', 'a/x.answers.yaml', 'none.yaml', '-o', 'o', ...rulesets])
    expect(summary(folder, 'o').map(({ input, outcome }) => [input, outcome])).toEqual([
      ['b/x.answers.yaml', 'scored'],
      ['a/x.answers.yaml', 'scored'],
      ['none.yaml', 'invalid'],
    ])
  })
})

describe('lines on standard input', () => {
  test('a path, answers, answers with a name; what is none of these is invalid', async () => {
    const folder = new Folder({ 'a.answers.yaml': answers('File') }).withTiny()
    const inline = {
      ruleset: 'tiny',
      rulesetVersion: '1.2.0',
      firm: { name: 'Inline' },
      date: '2026-11-20',
      answers: { 'tiny.log': 'all' },
    }
    const lines = [
      JSON.stringify('a.answers.yaml'),
      JSON.stringify(inline),
      '',
      '{broken',
      '17',
      JSON.stringify({ name: 'named', answers: inline }),
      JSON.stringify({ name: 'named', answers: inline }),
      JSON.stringify('none.answers.yaml'),
    ]
    const { code } = await folder.run(['batch', '-', '-o', 'o', ...rulesets], { stdin: lines.join('\n') })
    expect(code).toBe(1)
    expect(summary(folder, 'o').map(({ input, outcome }) => [input, outcome])).toEqual([
      ['a.answers.yaml', 'scored'],
      ['line-2', 'scored'],
      ['line-3', 'invalid'],
      ['line-4', 'invalid'],
      ['named', 'scored'],
      ['named#6', 'scored'],
      ['none.answers.yaml', 'invalid'],
    ])
  })
})

test('killed in the middle, again and again, it ends with the bytes of an uninterrupted run', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`c/f${i}.answers.yaml`, i % 50 === 7 ? 'a: [' : answers(`Firm ${i}`)]),
  )
  const folder = new Folder(files).withTiny()
  const args = [`${home}bin/flowready.js`, 'batch', 'c', '--quiet', ...rulesets, '--output']
  const run = (output: string, killAt?: number) =>
    new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, [...args, output], { cwd: folder.path, stdio: 'ignore' })
      child.on('exit', (code) => resolve(code))
      const look = () => {
        if (child.exitCode !== null || child.signalCode !== null) return
        const done = readdirSyncOr(folder.at(output)).length
        if (done >= killAt!) child.kill('SIGKILL')
        else setImmediate(look)
      }
      if (killAt !== undefined) look()
    })
  expect(await run('whole')).toBe(1)
  const whole = made(folder, 'whole')
  expect(Object.keys(whole).length).toBe(392 + 5)

  for (const killAt of [20, 150]) {
    expect(await run('cut', killAt)).toBe(null)
    for (const [name, content] of Object.entries(made(folder, 'cut'))) expect(content).toBe(whole[name])
  }
  expect(await run('cut')).toBe(1)
  expect(made(folder, 'cut')).toEqual(whole)
}, 60_000)

const readdirSyncOr = (path: string): string[] => {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
