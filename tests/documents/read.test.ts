import { describe, expect, test } from 'vitest'
import { locate } from '../../src/documents/locate.js'
import { read } from '../../src/documents/read.js'
import { clean, limits, Lines, pointer } from '../../src/documents/source.js'

const file = 'x.yaml'
const value = (text: string, name = file) => {
  const { value, findings } = read({ file: name, text })
  expect(findings).toEqual([])
  return value
}
const codes = (text: string, name = file) => read({ file: name, text }).findings.map((it) => it.code)
const places = async (text: string, name = file) => {
  const source = { file: name, text }
  const all = await locate(read(source).findings, [source])
  return all.map(({ code, place }) => `${place.line}:${place.column} ${code}`)
}

describe('what is read', () => {
  test.each<[string, unknown]>([
    ['a: 1.10', { a: 1.1 }],
    ['a: "1.10"', { a: '1.10' }],
    ['a: yes', { a: 'yes' }],
    ['a: no', { a: 'no' }],
    ['a: on', { a: 'on' }],
    ['a: true', { a: true }],
    ['a: False', { a: false }],
    ['a: ~', { a: null }],
    ['a:', { a: null }],
    ['a: 1_000', { a: '1_000' }],
    ['a: 1,000', { a: '1,000' }],
    ['a: 12:30', { a: '12:30' }],
    ['a: 2026-11-20', { a: '2026-11-20' }],
    ['a: 2026-11-06T09:30:00Z', { a: '2026-11-06T09:30:00Z' }],
    ['a: 1.0.0', { a: '1.0.0' }],
    ['a: 1e3', { a: 1000 }],
    ['a: -0.5', { a: -0.5 }],
    ['a: .5', { a: 0.5 }],
    ['a: 5.', { a: 5 }],
    ['a: +5', { a: 5 }],
    ['a: 9007199254740991', { a: 9007199254740991 }],
    ['"1": x', { 1: 'x' }],
    ["'true': x", { true: 'x' }],
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['a: |-\n  [1]: http://example.org\n  ? y', { a: '[1]: http://example.org\n? y' }],
    ['? a\n: b', { a: 'b' }],
    ['--- # one document\na: 1\n...\n', { a: 1 }],
    ['a: 港澳 # 註\nb: "\\u6e2f"', { a: '港澳', b: '港' }],
    ['\ufeffa: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['a: 1\rb: 2\r', { a: 1, b: 2 }],
    ['just text', 'just text'],
  ])('%j', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  test('JSON by its name, with a byte order mark too', () => {
    expect(value('\ufeff{"a": [1, "x", null, true], "b": {"\\"c:\\\\": ":"}}', 'x.JSON')).toEqual({
      a: [1, 'x', null, true],
      b: { '"c:\\': ':' },
    })
    expect(codes('a: 1', 'x.json')).toEqual(['yaml/syntax'])
  })

  test('a key named __proto__ is a key and nothing else', () => {
    for (const [text, name] of [
      ['__proto__: {polluted: yes}', file],
      ['{"__proto__": {"polluted": "yes"}}', 'x.json'],
    ] as const) {
      const it = value(text, name) as Record<string, unknown>
      expect(Object.keys(it)).toEqual(['__proto__'])
      expect(it.polluted).toBeUndefined()
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    }
  })
})

describe('what is refused', () => {
  test.each<[string, string]>([
    ['', 'file/empty'],
    ['\ufeff\n', 'file/empty'],
    ['# only a comment', 'file/empty'],
    ['~', 'file/empty'],
    ['a: \0', 'file/not-text'],
    ['\u0001\u0002\u0003\u0004\u0005', 'file/not-text'],
    ['a: \u001b[31m', 'yaml/unsupported-value'],
    ['a: \u0085', ''],
    ['a: 0b11', 'yaml/unsupported-value'],
    ['a: 0o17', 'yaml/unsupported-value'],
    ['a: 0x1f', 'yaml/unsupported-value'],
    ['a: 017', 'yaml/unsupported-value'],
    ['a: .inf', 'yaml/unsupported-value'],
    ['a: .NaN', 'yaml/unsupported-value'],
    ['a: 1e999', 'yaml/unsupported-value'],
    ['a: 9007199254740993', 'yaml/unsupported-value'],
    ['1: a', 'yaml/unsupported-value'],
    ['~: a', 'yaml/unsupported-value'],
    ['[a]: b', 'yaml/unsupported-value'],
    ['{a: b}: c', 'yaml/unsupported-value'],
    ['? - a\n: b', 'yaml/unsupported-value'],
    ['? [a]\n: b', 'yaml/unsupported-value'],
    ['a: &x [1]\nb: {*x : 1}', 'yaml/unsupported-value'],
    ['a: !!str 1', 'yaml/unsupported-value'],
    ['a: !!js/function x', 'yaml/unsupported-value'],
    ['a: &x {b: 1}\nc: {<<: *x}', 'yaml/unsupported-value'],
    ['a: 1\n---\nb: 2', 'yaml/several-documents'],
    ['a: 1\n--- ', 'yaml/several-documents'],
    ['a: 1\na: 2', 'yaml/duplicate-key'],
    ['{a: 1, "a": 2}', 'yaml/duplicate-key'],
  ])('%j: %s', (text, code) => {
    expect(codes(text)).toEqual(code === '' ? [] : [code])
  })

  test.each<[string, string]>([
    ['{"a": 1, "a": 2}', 'yaml/duplicate-key'],
    ['{"a": 1, "\\u0061" : 2}', 'yaml/duplicate-key'],
    ['{"a": {"x": 1}, "b": {"x": 1}}', ''],
    ['{"a": 1e999}', 'yaml/unsupported-value'],
    ['[1, 2,]', 'yaml/syntax'],
    ['{"a": "\t"}', 'yaml/syntax'],
  ])('JSON %s: %s', (text, code) => {
    expect(codes(text, 'x.json')).toEqual(code === '' ? [] : [code])
  })
})

describe('hostile texts are refused without a crash', () => {
  const nested = (n: number) => '['.repeat(n) + ']'.repeat(n)
  const block = (n: number) => `${'- '.repeat(n)}x`
  const steps = (n: number) => Array.from({ length: n }, (_, i) => `${' '.repeat(i)}a:`).join('\n')
  const bomb = `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join('\n')}`

  test.each<[string, string, string, string]>([
    ['10,000 brackets', nested(10_000), file, 'yaml/too-deep'],
    ['10,000 dashes', block(10_000), file, 'yaml/too-deep'],
    ['1,000 indented maps', steps(1000), file, 'yaml/too-deep'],
    ['10,000 brackets in JSON', nested(10_000), 'x.json', '1:101 yaml/too-deep'],
    ['10,000 braces in JSON, broken', '{"a":'.repeat(10_000), 'x.json', '1:501 yaml/too-deep'],
    ['a million open brackets', '['.repeat(1_000_000), file, 'yaml/too-deep'],
    ['a syntax error before a million brackets', `a: @\nb: ${'['.repeat(1_000_000)}`, file, '1:4 yaml/syntax'],
    ['a syntax error before many lines', `a: @\n${'- {a: [b, c]}\n'.repeat(100_000)}`, file, '1:4 yaml/syntax'],
    ['an alias bomb', bomb, file, 'yaml/too-many-values'],
    ['an alias that holds itself', 'a: &a [*a]', file, 'yaml/too-deep'],
    ['too many values', `[${'1,'.repeat(limits.values)}1]`, 'x.json', 'yaml/too-many-values'],
    ['too many documents', 'a: 1\n---\n'.repeat(50_000), file, '2:1 yaml/several-documents'],
    ['a million stars', '*'.repeat(1_000_000), file, 'yaml/syntax'],
    ['a long line of ] and spaces', `a: "${'] '.repeat(200_000)}`, file, 'yaml/syntax'],
    ['a quote of a megabyte, never closed', `{"a": "${'x'.repeat(1_000_000)}`, 'x.json', '1:7 yaml/syntax'],
    ['control characters', 'a: "\u0007"', file, 'yaml/unsupported-value'],
  ])('%s', async (_name, text, name, expected) => {
    // One that took more than its share of time would meet the runner's limit.
    const [first, ...more] = await places(text, name)
    expect(first).toContain(expected)
    expect(more).toEqual([])
  })

  test.each([100, 101])('a depth of %i', (depth) => {
    const expected = depth > limits.depth ? ['yaml/too-deep'] : []
    for (const text of [nested(depth), block(depth), steps(depth)]) expect(codes(text)).toEqual(expected)
    expect(codes(nested(depth), 'x.json')).toEqual(expected)
  })

  test('20,000 keys are read, and one that stands twice is found', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `key-${i}: ${i}`)
    expect(Object.keys(value(lines.join('\n')) as object)).toHaveLength(20_000)
    expect(await places([...lines, 'key-7: again'].join('\n'))).toEqual(['20001:1 yaml/duplicate-key'])
    const json = (twice: string) => `{${lines.map((line) => `"${line.replace(': ', '": ')}`).join(',\n')}${twice}}`
    expect(Object.keys(value(json(''), 'x.json') as object)).toHaveLength(20_000)
    expect(await places(json(',\n"key-7": 1'), 'x.json')).toEqual(['20001:1 yaml/duplicate-key'])
  })
})

describe('places', () => {
  const source = { file, text: '\ufefffirm:\r\n  name: 陳\r\nlist: [a, {b: c}]\r\nempty:\r\n' }
  test.each<[readonly (string | number)[], 'key' | 'value', string]>([
    [[], 'value', '1:1-4:7'],
    [['firm'], 'key', '1:1-1:5'],
    [['firm'], 'value', '2:3-2:10'],
    [['firm', 'name'], 'value', '2:9-2:10'],
    [['firm', 'phone'], 'value', '2:3-2:10'],
    [['firm', 'phone', 'x'], 'key', '1:1-1:5'],
    [['list', 1, 'b'], 'key', '3:12-3:13'],
    [['list', 1, 'b'], 'value', '3:15-3:16'],
    [['list', 7], 'value', '3:1-3:5'],
    [['empty'], 'value', '4:1-4:6'],
  ])('%j %s', async (path, on, expected) => {
    const [it] = await locate([{ code: 'schema/invalid', args: {}, file, path, on }], [source])
    const { line, column, endLine, endColumn } = it!.place
    // A path that is not there stands for its nearest parent, by its key where it has one.
    const here = `${line}:${column}-${endLine}:${endColumn}`
    if (path[1] === 'phone') expect(['1:1-1:5', '2:3-2:10']).toContain(here)
    else expect(here).toBe(expected)
    expect(it!.place.pointer).toBe(pointer(path))
  })

  test('a file that could not be read has a place without a line', async () => {
    const [it] = await locate([{ code: 'file/not-found', args: { file: 'y' }, file: 'y', path: [], on: 'value' }], [])
    expect(it!.place).toEqual({ file: 'y', pointer: '', line: 1, column: 1, endLine: 1, endColumn: 1 })
  })

  test('JSON and YAML give the same places', async () => {
    const text = '{\n  "firm": {"name": "A", "refs": [1, {"x": null}]}\n}\n'
    const findings = [['firm'], ['firm', 'name'], ['firm', 'refs', 1, 'x'], ['firm', 'refs', 0]].flatMap((path) =>
      (['key', 'value'] as const).map((on) => ({
        code: 'schema/invalid' as const,
        args: { p: path.join('/') + on },
        path,
        on,
      })),
    )
    const at = async (name: string) =>
      (
        await locate(
          findings.map((it) => ({ ...it, file: name })),
          [{ file: name, text }],
        )
      ).map(({ place, args }) => [args, { ...place, file: '' }])
    expect(await at('x.json')).toEqual(await at('x.yaml'))
  })

  test('lines count by \\n, \\r\\n and \\r alike', () => {
    const text = clean('a\r\nb\rc\nd')
    const lines = new Lines(file, text)
    expect([...'abcd'].map((letter) => lines.line(text.indexOf(letter)))).toEqual([1, 2, 3, 4])
  })
})
