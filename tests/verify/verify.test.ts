import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealed, type Report, type Verification } from '../../src/index.js'
import { answers, Folder, home } from '../cli/run.js'

const said = `tiny.exports: yes
  tiny.people: 5
  tiny.contract: {answer: yes, note: Ask Ms Wong, by: A. Chan, evidence: [{ref: drawer 3, until: 2027-01-01}]}
  tiny.log: {answer: some, evidence: [{file: log.txt}, {file: gone.txt}], on: 2026-11-01}`
const alpha = answers('Alpha Ltd', {}).replace(/answers:[^]*/, `answers:\n  ${said}\n`)
const people = 'preparedBy: [{name: A. Chan, role: Compliance}]\n'
const folder = new Folder({
  'alpha.answers.yaml': alpha.replace('answers:', `${people}answers:`),
  'other.answers.yaml': alpha.replace('tiny.people: 5', 'tiny.people: 6'),
  'secret.answers.yaml': answers('Alpha Ltd', { 'tiny.secret': 'hush', 'tiny.log': 'some' }),
  'log.txt': 'who did what\n',
}).withTiny()
const run = (line: string) => folder.run(`${line} --rulesets rulesets`)
const report = (name: string) => JSON.parse(readFileSync(folder.at(name), 'utf8')) as Report
const write = (name: string, value: unknown) => folder.write(name, JSON.stringify(value))
const shipped = `${home}rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml`

beforeAll(async () => {
  for (const line of [
    'score alpha.answers.yaml --format json --plan -o alpha.json',
    'score alpha.answers.yaml --format json --no-answers -o bare.json',
    'score alpha.answers.yaml --format json --redact -o redacted.json',
    'score secret.answers.yaml --format json -o withheld.json',
    'score alpha.answers.yaml --format pdf -o alpha.pdf',
    'score alpha.answers.yaml --format json --lang zh-Hans -o chinese.json',
  ])
    expect((await run(line)).code).toBe(0)
  expect((await folder.run(['score', shipped, '--format', 'json', '-o', 'shipped.json'])).code).toBe(0)
}, 60_000)

describe('a report as it was made', () => {
  test.each([
    'verify alpha.json',
    'verify alpha.pdf',
    'verify alpha.json --answers alpha.answers.yaml',
    'verify bare.json --answers alpha.answers.yaml',
    'verify withheld.json --answers secret.answers.yaml',
    'verify redacted.json',
    'verify redacted.json --answers alpha.answers.yaml',
    'verify chinese.json --lang zh-Hant',
  ])('%s: the same', async (line) => {
    expect(await run(line)).toMatchObject({ code: 0, err: '' })
  })

  test('whatever the order of its keys', async () => {
    write('reordered.json', Object.fromEntries(Object.entries(report('alpha.json')).reverse()))
    expect((await run('verify reordered.json')).code).toBe(0)
  })

  test('in another folder than its evidence: that is taken from it, and said', async () => {
    mkdirSync(folder.at('away'))
    writeFileSync(folder.at('away/alpha.json'), readFileSync(folder.at('alpha.json')))
    const { code, out } = await run('verify away/alpha.json')
    expect(code).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toContain('Taken from the report: whether 2 evidence files were there')
    // With its answers: the one that lies beside them is looked at.
    expect((await run('verify away/alpha.json --answers alpha.answers.yaml')).out).toContain('whether 1 evidence file')
  })

  test('with evidence that was changed since: named', async () => {
    const changed = new Folder({
      'alpha.json': readFileSync(folder.at('alpha.json')),
      'log.txt': 'nobody\n',
    }).withTiny()
    const { code, out } = await changed.run('verify alpha.json --rulesets rulesets')
    expect(code).toBe(1)
    expect(out).toContain('First difference: evidence[0].sha256')
  })
})

describe('a report that was changed', () => {
  const verify = async (value: unknown): Promise<Verification> => {
    write('changed.json', value)
    const { out } = await run('verify changed.json --format json')
    return JSON.parse(out) as Verification
  }

  test('a stored total that its answers do not add up to', async () => {
    const changed = report('alpha.json')
    changed.score.value = changed.score.low = 90
    // Sealed again, as one who cheats would.
    write('changed.json', sealed(changed))
    const { code, out } = await run('verify changed.json')
    expect(code).toBe(1)
    expect(out.replace(/\s+/g, ' ')).toContain('2 values differ.')
    expect(out).toContain('First difference: score.value\n  expected: 75\n  found: 90')
  })

  test('a total of 13 where the answers add up to 10', async () => {
    const question = (id: string, weight: number) =>
      `      - {id: points.${id}, type: choice, ask: Is ${id} done?, why: It is needed., weight: ${weight}, obligation: law,
         options: [{id: yes, label: It is, attains: 1}, {id: no, label: It is not, attains: 0}],
         cites: [{source: cac-order-16, at: Art. 3, checked: verified}], remedy: {do: Do it., effort: 1, owner: it}}\n`
    const sums = new Folder({
      'rulesets/points/questionnaire.yaml': `id: points
version: "1.0.0"
title: Points
language: en
reviewed: 2026-11-01
scoring: {model: flat}
sections:
  - id: points-all
    title: All
    questions:
${question('a', 4)}${question('b', 6)}${question('c', 3)}`,
      'p.answers.yaml': `ruleset: points
rulesetVersion: "1.0.0"
firm: {name: Points Ltd}
date: 2026-11-20
answers: {points.a: yes, points.b: yes, points.c: no}
`,
    })
    expect((await sums.run('score p.answers.yaml --rulesets rulesets --format json -o p.json')).code).toBe(0)
    const made = JSON.parse(readFileSync(sums.at('p.json'), 'utf8')) as Report
    expect(made.score.points).toEqual({ low: 10, high: 10, maximum: 13 })
    sums.write(
      'p.json',
      JSON.stringify(sealed({ ...made, score: { ...made.score, points: { ...made.score.points!, low: 13 } } })),
    )
    const { code, out } = await sums.run('verify p.json --rulesets rulesets')
    expect(code).toBe(1)
    expect(out).toContain('First difference: score.points.low\n  expected: 10\n  found: 13')
  })

  test('another ruleset in its place: --rulesets is looked at, and named', async () => {
    const other = new Folder({
      'alpha.json': readFileSync(folder.at('alpha.json')),
      'log.txt': 'who did what\n',
    }).withTiny()
    expect((await other.run('verify alpha.json')).code).toBe(2)
    expect((await other.run('verify alpha.json --rulesets rulesets')).code).toBe(0)
    const text = readFileSync(other.at('rulesets/tiny/questionnaire.yaml'), 'utf8')
    other.write('rulesets/tiny/questionnaire.yaml', text.replace('attains: 0.5}', 'attains: 0.25}'))
    const { code, out } = await other.run('verify alpha.json --rulesets rulesets --format json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ because: 'ruleset', first: { path: 'ruleset.sha256' } })
  })

  test('only the version differs: the command with that version', async () => {
    const changed = report('alpha.json')
    changed.generator.version = '0.9.1'
    expect(await verify(sealed(changed))).toMatchObject({
      differences: 1,
      because: 'engine',
      first: { path: 'generator.version', expected: '9.9.9', found: '0.9.1' },
      command: 'npx flowready@0.9.1 verify changed.json',
    })
    // What a report says of its version is no command of its own.
    changed.generator.version = '1; rm -rf ~'
    expect(await verify(sealed(changed))).toMatchObject({ because: 'engine', command: null })
  })

  test('another ruleset, other answers: named first, whatever else follows', async () => {
    const changed = report('alpha.json')
    changed.ruleset.sha256 = '0'.repeat(64)
    changed.score.low = 1
    expect(await verify(changed)).toMatchObject({ because: 'ruleset', first: { path: 'ruleset.sha256' } })
    const { code, out } = await run('verify bare.json --answers other.answers.yaml --format json')
    expect(code).toBe(1)
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv, ['date'])
    const schema = JSON.parse(readFileSync(`${home}rulesets/schema/verification.schema.json`, 'utf8')) as object
    expect(ajv.validate(schema, JSON.parse(out)) ? [] : ajv.errors).toEqual([])
    expect(JSON.parse(out)).toMatchObject({ because: 'answers', first: { path: 'answers.sha256' } })
  })

  test('every value of a small report, each in turn', async () => {
    const whole = report('alpha.json')
    const missed: string[] = []
    for (const [path, value] of leaves(whole)) {
      for (const other of others(value)) {
        write('changed.json', withValue(whole, path, other))
        const { code } = await run('verify changed.json')
        if (code !== 1 && code !== 2) missed.push(`${path.join('.')}: ${JSON.stringify(other)} exits ${code}`)
      }
    }
    expect(missed).toEqual([])
  }, 120_000)

  test('and sealed again: all but what only the seal holds', async () => {
    const whole = report('alpha.json')
    const missed = new Set<string>()
    for (const [path, value] of leaves(whole)) {
      if (path[0] === 'sha256') continue
      write('changed.json', sealed(withValue(whole, path, others(value)[0]) as Report))
      const { code } = await run('verify changed.json')
      if (code === 0 || code === 3) missed.add(path.join('.'))
    }
    // Another as-at date is another report, and the tiny ruleset has nothing that a day later changes.
    expect([...missed].filter((path) => path !== 'asAt')).toEqual([])
  }, 120_000)

  test('values of a shipped example', async () => {
    const whole = report('shipped.json')
    const all = leaves(whole)
    await fc.assert(
      fc.asyncProperty(fc.nat(all.length - 1), fc.nat(1), async (i, which) => {
        const [path, value] = all[i]!
        const choices = others(value)
        write('changed.json', withValue(whole, path, choices[which % choices.length]))
        const { code } = await folder.run(['verify', 'changed.json'])
        expect([1, 2]).toContain(code)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

describe('what cannot be used: exit 2, and why', () => {
  test.each([
    ['verify bare.json', 'Give the answers file with --answers'],
    ['verify withheld.json', 'withholds 1 confidential answer'],
    ['verify alpha.answers.yaml', 'is not a report'],
    ['verify none.json', 'none.json'],
    ['verify redacted.json --answers none.yaml', 'none.yaml'],
    ['verify log.txt', 'is not a report'],
    ['compare bare.json alpha.answers.yaml', 'was made with --no-answers'],
    ['score alpha.answers.yaml --redact --since alpha.json', '--since'],
  ])('%s', async (line, says) => {
    const { code, out, err } = await run(line)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.replace(/\s+/g, ' ')).toContain(says)
  })

  test('a PDF that takes a password, holds nothing, is cut short', async () => {
    const qpdf = (...args: string[]) => execFileSync('qpdf', args, { cwd: folder.path })
    qpdf('--encrypt', 'in', 'out', '256', '--', 'alpha.pdf', 'protected.pdf')
    qpdf('--remove-attachment=report.json', 'alpha.pdf', 'empty.pdf')
    writeFileSync(folder.at('cut.pdf'), readFileSync(folder.at('alpha.pdf')).subarray(0, 9000))
    for (const [name, says] of [
      ['protected.pdf', 'protected by a password'],
      ['empty.pdf', 'holds no report.json'],
      ['cut.pdf', 'a PDF that cannot be read'],
    ]) {
      const { code, err } = await run(`verify ${name}`)
      expect(code).toBe(2)
      expect(err.replace(/\s+/g, ' ')).toContain(says)
    }
  })
})

describe('a PDF that unpacks to more than there is memory is refused before it does', () => {
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024)
  const object = (n: number, dict: string, data: Buffer) =>
    Buffer.concat([
      Buffer.from(`${n} 0 obj\n<<${dict} /Length ${data.length}>>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ])
  /** A PDF of what cannot be said in it by hand; where it begins is of no matter to the reader. */
  const pdf = (...objects: Buffer[]) =>
    Buffer.concat([
      Buffer.from(
        '%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names [(report.json) 3 0 R]>>>>>>\nendobj\n' +
          '2 0 obj\n<</Type /Pages /Kids [] /Count 0>>\nendobj\n' +
          '3 0 obj\n<</Type /Filespec /F (report.json) /UF (report.json) /EF <</F 4 0 R>>>>\nendobj\n',
      ),
      ...objects,
      Buffer.from('trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n'),
    ])
  const attachment = '/Type /EmbeddedFile /Params <<>> /Filter'
  const packed = deflateSync(zeros(64))
  const runs = Buffer.from([...Array.from({ length: 300_000 }, () => [129, 32]).flat(), 128])
  const small = deflateSync(zeros(3))

  test.each([
    ['the attachment', pdf(object(4, `${attachment} /FlateDecode`, packed)), 'unpacks to more than 16 MB'],
    [
      'packed twice',
      pdf(object(4, `${attachment} [/FlateDecode /FlateDecode]`, deflateSync(packed))),
      'unpacks to more',
    ],
    ['packed in another way', pdf(object(4, `${attachment} /RunLengthDecode`, runs)), 'unpacks to more'],
    [
      'a list of objects',
      pdf(object(5, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packed)),
      'unpacks to more',
    ],
    [
      'many of them',
      pdf(
        ...Array.from({ length: 9 }, (_, i) =>
          object(5 + i, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', small),
        ),
      ),
      'unpacks to more',
    ],
    ['less than that is read', pdf(object(4, `${attachment} /FlateDecode`, small)), 'file/not-text'],
  ])('%s', async (_, bytes, says) => {
    writeFileSync(folder.at('bomb.pdf'), bytes)
    const { code, err } = await run('verify bomb.pdf')
    expect(code).toBe(2)
    expect(err.replace(/\s+/g, ' ')).toContain(says)
  })
})

test('a PDF whose report was changed, or is that of another version', async () => {
  const qpdf = (...args: string[]) => execFileSync('qpdf', args, { cwd: folder.path })
  const put = (name: string, value: unknown) => {
    write('report.json', value)
    qpdf('--remove-attachment=report.json', 'alpha.pdf', 'bare.pdf')
    qpdf('bare.pdf', '--add-attachment', 'report.json', '--', name)
  }
  const whole = report('alpha.json')
  put('changed.pdf', sealed({ ...whole, firm: { name: 'Beta Ltd' } }))
  const changed = await run('verify changed.pdf --format json')
  expect(changed.code).toBe(1)
  expect(JSON.parse(changed.out)).toMatchObject({
    first: { path: 'firm.name', expected: 'Alpha Ltd', found: 'Beta Ltd' },
  })
  put('later.pdf', { ...whole, schema: 'flowready-report/2' })
  const later = await run('verify later.pdf')
  expect(later.code).toBe(2)
  expect(later.err).toContain('report/other-version')
  put('none.pdf', { nothing: 'here' })
  expect((await run('verify none.pdf')).code).toBe(2)
})

describe('a report without names', () => {
  const names = ['Alpha', 'Chan', 'Wong', 'drawer', 'log.txt', 'gone.txt', 'Compliance']

  test('nor does its PDF, in what is printed, attached or said of itself', async () => {
    expect((await run('score alpha.answers.yaml --redact --format pdf -o redacted.pdf')).code).toBe(0)
    const plain = execFileSync('qpdf', ['--qdf', '--stream-data=uncompress', 'redacted.pdf', '-'], { cwd: folder.path })
    const text = execFileSync('pdftotext', ['redacted.pdf', '-'], { cwd: folder.path, encoding: 'utf8' })
    for (const name of names) {
      expect(text).not.toContain(name)
      expect(plain.includes(name)).toBe(false)
      expect(plain.includes(Buffer.from(name, 'utf16le').swap16())).toBe(false)
    }
    expect((await run('verify redacted.pdf')).code).toBe(0)
  })

  test('holds none of them, in any format', async () => {
    for (const format of ['json', 'text', 'md', 'csv'])
      for (const name of names)
        expect((await run(`score alpha.answers.yaml --redact --format ${format}`)).out).not.toContain(name)
    await run('score alpha.answers.yaml --redact --format html,json -o out')
    expect(readFileSync(folder.at('out/redacted.html'), 'utf8')).not.toMatch(new RegExp(names.join('|')))
  })

  test('says the same score, line by line', () => {
    const [whole, without] = [report('alpha.json'), report('redacted.json')]
    expect(without.score).toEqual(whole.score)
    expect(without.ledger).toEqual(whole.ledger)
    expect(without.answers.sha256).not.toBe(whole.answers.sha256)
  })
})

test('without answers: their hash stays, and not a word of them', () => {
  const { answers: given } = report('bare.json')
  expect(given).toEqual({ sha256: report('alpha.json').answers.sha256, content: null, withheld: [] })
})

type Path = readonly (string | number)[]

function leaves(value: unknown, path: Path = []): [Path, unknown][] {
  if (Array.isArray(value)) return value.flatMap((it, i) => leaves(it, [...path, i]))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, it]) => leaves(it, [...path, key]))
  return [[path, value]]
}

/** Other values for a leaf, such as fit its type. */
function others(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value === 0 ? 0.001 : value / 2]
  if (typeof value === 'boolean') return [!value]
  if (typeof value !== 'string') return [0, 'x']
  const day = /^\d{4}-\d\d-\d\d$/.test(value)
  const swapped = swaps.find((list) => list.includes(value))
  return [...(swapped ? swapped.filter((it) => it !== value) : []), day ? '2026-11-02' : `${value}x`]
}

const swaps = [
  ['applicable', 'perhaps', 'hidden'],
  ['holds', 'clear', 'unknown'],
  ['verified', 'second-hand', 'unverified'],
  ['valid', 'expired', 'missing'],
  ['law', 'contract'],
  ['en', 'zh-Hant'],
  ['full', 'quick'],
]

function withValue(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other
  const copy = structuredClone(value) as Record<string | number, unknown>
  copy[key] = withValue(copy[key], rest, other)
  return copy
}
