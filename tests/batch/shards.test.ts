/** Work shared out: among runs, among threads, among engines that are made of pipes. */
import { readFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answers, Folder } from '../cli/run.js'
import { made } from './made.js'

const rulesets = ['--rulesets', 'rulesets']
const files = Object.fromEntries(
  Array.from({ length: 23 }, (_, i) => [
    `c/${i % 3}/f${i}.answers.yaml`,
    i % 7 === 3 ? 'a: [' : answers(`Firm ${i}`, { 'tiny.log': ['all', 'some', 'no'][i % 3]! }),
  ]),
)

test.each([1, 2, 3, 5, 40])('%i shards, merged in any order, are one run', async (n) => {
  const folder = new Folder(files).withTiny()
  await folder.run(['batch', 'c', '-o', 'one', ...rulesets])
  const codes: number[] = []
  for (let i = n; i >= 1; i--) {
    // Half of them elsewhere.
    const { code } = await folder.run(['batch', 'c', '-o', `part${i % 2}`, '--shard', `${i}/${n}`, ...rulesets])
    codes.push(code)
  }
  expect(codes.every((code) => code !== 3)).toBe(true)
  const parts = n === 1 ? ['part1'] : n % 2 === 0 ? ['part0', 'part1'] : ['part1', 'part0']
  const { code, err } = await folder.run(['batch', 'merge', ...parts, '-o', 'merged', ...rulesets])
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('23 files') as string })
  const one = made(folder, 'one')
  expect({ ...made(folder, 'merged'), ...made(folder, 'part0'), ...made(folder, 'part1') }).toEqual(one)
})

test('a merge wants every part, of one division, by one text of the ruleset, with one setting', async () => {
  const folder = new Folder(files).withTiny()
  const part = (shard: string, ...more: string[]) =>
    folder.run(['batch', 'c', '-o', 'o', '--shard', shard, ...rulesets, ...more])
  const merge = () => folder.run(['batch', 'merge', 'o'])
  await part('1/3')
  await part('3/3')
  expect(await merge()).toMatchObject({ code: 2, err: 'error: parts 2 of 3 are missing or were not finished.\n' })
  await part('2/3', '--as-at', '2026-11-21')
  expect((await merge()).err).toContain('different settings')
  const path = 'rulesets/tiny/questionnaire.yaml'
  const before = readFileSync(folder.at(path), 'utf8')
  folder.write(path, before.replace('Is there a log?', 'Is there any log?'))
  await part('2/3')
  expect(await merge()).toMatchObject({ code: 2, err: expect.stringContaining("the ruleset 'tiny'") as string })
  folder.write(path, before)
  await part('2/3')
  expect((await merge()).code).toBe(1)
  await part('1/2')
  expect((await merge()).err).toContain('different divisions')
  expect((await folder.run('batch merge c')).err).toContain("'c' holds no part")
  for (const bad of ['0/2', '3/2', 'x', '1/2/3']) expect((await part(bad)).code).toBe(2)
})

test('threads give the bytes that one gives, and a second run finds its work done', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 90 }, (_, i) => [
      `c/f${i}.answers.yaml`,
      i === 40 ? 'a: [' : answers(`Firm ${i}`, { 'tiny.log': ['all', 'some', 'no'][i % 3]! }),
    ]),
  )
  const folder = new Folder(many).withTiny()
  await folder.run(['batch', 'c', '-o', 'one', '--jobs', '1', ...rulesets])
  const two = await folder.run(['batch', 'c', '-o', 'two', '--jobs', '2', ...rulesets])
  expect(two).toMatchObject({ code: 1, err: expect.stringContaining('89 scored') as string })
  expect(made(folder, 'two')).toEqual(made(folder, 'one'))
  rmSync(folder.at('two/f17.json'))
  expect((await folder.run(['batch', 'c', '-o', 'two', '--jobs', '2', ...rulesets])).err).toContain(
    '1 scored, 88 unchanged, 1 invalid',
  )
  expect(made(folder, 'two')).toEqual(made(folder, 'one'))
}, 60_000)

test('lines in, lines out, in order; errors are lines', async () => {
  const folder = new Folder({ 'a.answers.yaml': answers('File') }).withTiny()
  const inline = {
    ruleset: 'tiny',
    rulesetVersion: '1.2.0',
    firm: { name: 'Inline' },
    date: '2026-11-20',
    answers: { 'tiny.log': 'all' },
  }
  const stdin = ['"a.answers.yaml"', '{', JSON.stringify(inline), '"none.yaml"'].join('\n')
  const { code, out, err } = await folder.run(['batch', '-', '--format', 'ndjson', ...rulesets], { stdin })
  expect({ code, err }).toEqual({ code: 1, err: '' })
  const lines = out
    .trimEnd()
    .split('\n')
    .map((it) => JSON.parse(it) as Record<string, unknown>)
  expect(lines.map(({ input, outcome, firm }) => [input, outcome, firm])).toEqual([
    ['a.answers.yaml', 'scored', 'File'],
    ['line-2', 'invalid', undefined],
    ['line-3', 'scored', 'Inline'],
    ['none.yaml', 'invalid', undefined],
  ])
  expect(lines[3]!.diagnostics).toMatchObject([{ code: 'file/not-found' }])
  expect(lines[0]!.inputSha256).toMatch(/^[0-9a-f]{64}$/)
  const whole = await folder.run(['batch', '-', '--format', 'ndjson,json', ...rulesets], { stdin: '"a.answers.yaml"' })
  const alone = await folder.run(['score', 'a.answers.yaml', '--format', 'json', ...rulesets])
  expect((JSON.parse(whole.out) as { report: unknown }).report).toEqual(JSON.parse(alone.out))
})

test('a line is answered before the next is read', async () => {
  const folder = new Folder({ 'a.answers.yaml': answers('File') }).withTiny()
  const seen: string[] = []
  const { main } = await import('../../src/cli/main.js')
  const code = await main({
    argv: ['batch', '-', '--format', 'ndjson', ...rulesets],
    cwd: folder.path,
    env: {},
    stdin: {
      async *[Symbol.asyncIterator]() {
        for (let i = 1; i <= 3; i++) {
          await Promise.resolve()
          seen.push(`in ${i}`)
          yield '"a.answers.yaml"\n'
        }
      },
    },
    stdout: { write: () => seen.push('out') },
    stderr: { write: () => true },
    now: () => new Date(0),
    version: '1',
    columns: 80,
    signal: new AbortController().signal,
    home: new URL('../../', import.meta.url).pathname,
  })
  expect(code).toBe(0)
  expect(seen).toEqual(['in 1', 'out', 'in 2', 'out', 'in 3', 'out'])
})
