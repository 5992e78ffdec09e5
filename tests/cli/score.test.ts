/** `flowready score`: what is read, what is written where, what it ends with. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { limits, type Report } from '../../src/index.js'
import { answers, Folder } from './run.js'

const tiny = '--rulesets rulesets'
const reports = (out: string): Report[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Report)
const firms = (out: string): string[] => reports(out).map((it) => it.firm.name)

describe('to standard output', () => {
  const folder = new Folder({
    'a.answers.yaml': answers('Alpha'),
    'b.answers.yaml': answers('Beta', { 'tiny.log': 'no' }),
  }).withTiny()

  test('text unless something else is asked for; silent on standard error', async () => {
    const { code, out, err } = await folder.run(`score a.answers.yaml ${tiny}`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Alpha\n/)
    expect(out.endsWith('\n')).toBe(true)
  })

  test('several, in the order given, an empty line between texts', async () => {
    const { code, out } = await folder.run(`score b.answers.yaml a.answers.yaml ${tiny}`)
    expect(code).toBe(0)
    expect(out).toMatch(/^Beta\n[^]*\n\nAlpha\n/)
  })

  test('JSON of one file is for people to read too, and it alone stands there', async () => {
    const { code, out, err } = await folder.run(`score a.answers.yaml ${tiny} --format json`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const report = JSON.parse(out) as Report
    expect(out).toContain('\n  "schema": "flowready-report/1"')
    expect(report).toMatchObject({
      firm: { name: 'Alpha' },
      generator: { version: '9.9.9' },
      asAt: '2026-11-20',
      language: 'en',
    })
  })

  test.each([
    ['two files', 'b.answers.yaml a.answers.yaml', ['Beta', 'Alpha']],
    ['a pattern, sorted', '*.answers.yaml', ['Alpha', 'Beta']],
    ['a file named twice', 'a.answers.yaml ./a.answers.yaml', ['Alpha']],
  ])('JSON of %s is a report a line', async (_name, names, expected) => {
    const { code, out } = await folder.run(`score ${names} ${tiny} --format json`)
    expect(code).toBe(0)
    expect(firms(out)).toEqual(expected)
  })

  test('a folder is a report a line, also where it holds one file only', async () => {
    const one = new Folder({
      'clients/deep/er/x.answers.yml': answers('X'),
      'clients/notes.yaml': 'a: 1',
      'clients/.hidden/y.answers.yaml': 'no',
    }).withTiny()
    const { code, out } = await one.run(`score clients ${tiny} --format json`)
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(firms(out)).toEqual(['X'])
  })

  test('--output - says so', async () => {
    expect((await folder.run(`score a.answers.yaml ${tiny} --format json -o -`)).out).toBe(
      (await folder.run(`score a.answers.yaml ${tiny} --format json`)).out,
    )
  })

  test('the same input gives the same bytes', async () => {
    const [one, two] = await Promise.all([0, 1].map(() => folder.run(`score . ${tiny} --format json`)))
    expect(one).toEqual(two)
  })
})

describe('to files', () => {
  const make = () =>
    new Folder({ 'a.answers.yaml': answers('Alpha Ltd'), 'b.answers.yaml': answers('Beta') }).withTiny()

  test('text beside others goes to standard output, the others to reports/', async () => {
    const folder = make()
    const { code, out, err } = await folder.run(`score a.answers.yaml ${tiny} --format text,json`)
    expect({ code, err }).toEqual({ code: 0, err: 'Wrote reports/alpha-ltd.json\n' })
    expect(out).toMatch(/^Alpha Ltd\n/)
    expect((JSON.parse(readFileSync(folder.at('reports/alpha-ltd.json'), 'utf8')) as Report).firm.name).toBe(
      'Alpha Ltd',
    )
    expect(readdirSync(folder.at('reports'))).toEqual(['alpha-ltd.json'])
  })

  test('--format may be repeated; --quiet does not name what was written', async () => {
    const folder = make()
    const { code, err } = await folder.run(
      `score a.answers.yaml b.answers.yaml ${tiny} --format text --format json -o out/deep --quiet`,
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readdirSync(folder.at('out/deep'))).toEqual(['alpha-ltd.json', 'beta.json'])
  })

  test('one format and one input: the file that --output names', async () => {
    const folder = make()
    const { code, out, err } = await folder.run(`score a.answers.yaml ${tiny} --format json --output x/report.json`)
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'Wrote x/report.json\n' })
    expect(existsSync(folder.at('x/report.json'))).toBe(true)
  })

  test.each(['out/', 'there'])('a folder, by a slash or because it is one: %s', async (output) => {
    const folder = make()
    mkdirSync(folder.at('there'))
    expect((await folder.run(`score a.answers.yaml ${tiny} --format text -o ${output}`)).code).toBe(0)
    const text = readFileSync(folder.at(`${output}/alpha-ltd.txt`), 'utf8')
    expect(text).toMatch(/^Alpha Ltd\n/)
    expect(text).not.toContain('\u001b')
  })

  test('several inputs need a folder', async () => {
    const folder = make()
    folder.write('one.json', 'mine')
    const { code, err } = await folder.run(`score a.answers.yaml b.answers.yaml ${tiny} --format json -o one.json`)
    expect(code).toBe(2)
    expect(err).toContain("'one.json' is a file, and there are several reports to write.")
    expect(readFileSync(folder.at('one.json'), 'utf8')).toBe('mine')
    expect((await folder.run(`score a.answers.yaml b.answers.yaml ${tiny} --format json -o new`)).err).toBe(
      'Wrote new/alpha-ltd.json\nWrote new/beta.json\n',
    )
  })

  test('a report is overwritten whole', async () => {
    const folder = make()
    folder.write('reports/alpha-ltd.json', 'x'.repeat(1_000_000))
    expect((await folder.run(`score a.answers.yaml ${tiny} --format text,json`)).code).toBe(0)
    expect(() => JSON.parse(readFileSync(folder.at('reports/alpha-ltd.json'), 'utf8')) as unknown).not.toThrow()
  })

  test('firms of the same name are told apart by reference, else by their file', async () => {
    const folder = new Folder({
      'a.answers.yaml': answers('Same').replace('{name: "Same"}', '{name: Same, reference: M/1}'),
      'b.answers.yaml': answers('Same').replace('{name: "Same"}', '{name: SAME, reference: M/2}'),
      'north/answers.yaml': answers('同名公司'),
      'south.answers.yaml': answers('同名公司'),
    }).withTiny()
    const { code } = await folder.run(
      `score a.answers.yaml b.answers.yaml north/answers.yaml south.answers.yaml ${tiny} --format json -o out/`,
    )
    expect(code).toBe(0)
    expect(readdirSync(folder.at('out')).sort()).toEqual([
      'same-m-1.json',
      'same-m-2.json',
      '同名公司-north.json',
      '同名公司-south.json',
    ])
  })

  test('says what could not be written, and why', async () => {
    const folder = make()
    folder.write('file', '')
    const { code, err, out } = await folder.run(`score a.answers.yaml b.answers.yaml ${tiny} --format json -o file/`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain("error: 'file/alpha-ltd.json' was not written: a part of its path is a file, not a folder.")
    mkdirSync(folder.at('some/beta.json'), { recursive: true })
    const some = await folder.run(`score a.answers.yaml b.answers.yaml ${tiny} --format json -o some`)
    expect(some.code).toBe(1)
    expect(some.err).toContain("error: 'some/beta.json' was not written: it is a folder.")
    expect(some.err).toContain('Wrote some/alpha-ltd.json\n')
  })
})

describe('standard input', () => {
  const folder = new Folder({ 'a.answers.yaml': answers('Alpha') }).withTiny()

  test('is read by -', async () => {
    const { code, out, err } = await folder.run(`score - ${tiny} --format json`, { stdin: answers('Piped') })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect((JSON.parse(out) as Report).firm.name).toBe('Piped')
  })

  test('takes its place among files', async () => {
    const { out } = await folder.run(`score a.answers.yaml - ${tiny} --format json`, { stdin: answers('Piped') })
    expect(firms(out)).toEqual(['Alpha', 'Piped'])
  })

  test('is named by --stdin-filename, which also says that it is JSON', async () => {
    const { code, err } = await folder.run(`score - --stdin-filename x/firm.answers.yaml ${tiny}`, {
      stdin: 'ruleset: tiny\n',
    })
    expect(code).toBe(2)
    expect(err).toContain('x/firm.answers.yaml:1:1  error  schema/missing-key')
    const json = JSON.stringify(
      { ruleset: 'tiny', rulesetVersion: '1.2.0', firm: { name: 'J' }, date: '2026-11-20' },
      null,
      '\t',
    )
    expect((await folder.run(`score - --stdin-filename x.json ${tiny} -q`, { stdin: json })).code).toBe(0)
  })

  test('on a terminal is not waited for', async () => {
    const { code, out, err } = await folder.run(`score - ${tiny}`, { typing: true })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain("'-' reads standard input, but nothing is piped into it.")
  })

  test.each([
    ['nothing', '', 'file/empty'],
    ['no text', Uint8Array.of(0xff, 0xfe, 0, 1), 'file/not-text'],
    ['too much', new Uint8Array(limits.bytes + 1).fill(97), 'file/too-large'],
  ])('that holds %s', async (_name, stdin, code) => {
    const ran = await folder.run(`score - ${tiny}`, { stdin })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(`error  ${code}`)
    expect(ran.err).toContain('<stdin>')
  })
})

describe('bad input', () => {
  const folder = new Folder({
    'good.answers.yaml': answers('Good'),
    'broken.answers.yaml': 'ruleset: [',
    'empty.answers.yaml': '',
    'binary.answers.yaml': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0x80),
    'gbk.answers.yaml': Uint8Array.of(0x66, 0x3a, 0x20, 0xb9, 0xab, 0xcb, 0xbe),
    'large.answers.yaml': 'a'.repeat(limits.bytes + 1),
    'option.answers.yaml': answers('Option', { 'tiny.log': 'al' }),
    'range.answers.yaml': answers('Range', { 'tiny.exports': 'yes', 'tiny.people': '-1' }),
    'other.answers.yaml': answers('Other').replace('ruleset: tiny', 'ruleset: tinny'),
    'major.answers.yaml': answers('Major').replace('1.2.0', '2.0.0'),
    'version.answers.yaml': answers('Version').replace('"1.2.0"', '1.2'),
    'sub/x.yaml': '',
  }).withTiny()

  test.each([
    ['broken.answers.yaml', 'yaml/syntax', 'broken.answers.yaml:1:'],
    ['empty.answers.yaml', 'file/empty', 'empty.answers.yaml'],
    ['binary.answers.yaml', 'file/not-text', 'binary.answers.yaml'],
    ['gbk.answers.yaml', 'file/not-text', 'gbk.answers.yaml'],
    ['large.answers.yaml', 'file/too-large', 'large.answers.yaml'],
    ['option.answers.yaml', 'answers/unknown-option', "Did you mean 'all'?"],
    ['range.answers.yaml', 'answers/not-in-range', 'range.answers.yaml:8:16'],
    ['other.answers.yaml', 'ruleset/unknown-name', "Did you mean 'tiny'?"],
    ['other.answers.yaml', 'ruleset/unknown-name', 'other.answers.yaml:1:10'],
    ['major.answers.yaml', 'answers/other-major', 'major.answers.yaml:2:17'],
    ['version.answers.yaml', 'schema/quote-version', 'version.answers.yaml:2:17'],
    ['missing.answers.yaml', 'file/not-found', 'missing.answers.yaml'],
    ['*.nothing', 'file/not-found', '*.nothing'],
    ['good.answers.yaml/x', 'file/not-found', 'good.answers.yaml/x'],
  ])('%s: %s', async (file, diagnostic, says) => {
    const alone = await folder.run(`score ${file} ${tiny}`)
    expect({ code: alone.code, out: alone.out }).toEqual({ code: 2, out: '' })
    expect(alone.err).toContain(diagnostic)
    expect(alone.err).toContain(says)
    // Among others it does not stop them.
    const among = await folder.run(`score ${file} good.answers.yaml ${tiny} --format json`)
    expect(among.code).toBe(1)
    expect(firms(among.out)).toEqual(['Good'])
    expect(among.err).toContain(diagnostic)
  })

  test('a folder without answers files', async () => {
    const { code, err } = await folder.run(`score sub ${tiny}`)
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: There is no answers file (*.answers.yaml, .yml or .json) in 'sub'.\n",
    })
  })

  test('a file that may not be read', async () => {
    if (process.getuid?.() === 0) return
    folder.write('secret.answers.yaml', answers('S'))
    chmodSync(folder.at('secret.answers.yaml'), 0)
    expect((await folder.run(`score secret.answers.yaml ${tiny}`)).err).toContain('permission denied')
  })

  test('a device', async () => {
    const { code, err } = await folder.run(`score /dev/zero ${tiny}`)
    expect(code).toBe(2)
    expect(err).toContain('file/not-readable')
  })

  test('a ruleset with errors is told once, and what it kept from being scored', async () => {
    const broken = new Folder({ 'a.answers.yaml': answers('A'), 'b.answers.yaml': answers('B') }).withTiny()
    broken.write(
      'rulesets/tiny/questionnaire.yaml',
      readFileSync(broken.at('rulesets/tiny/questionnaire.yaml'), 'utf8').replace(
        'fact: tiny.exports',
        'fact: tiny.export',
      ),
    )
    const { code, err, out } = await broken.run(`score a.answers.yaml b.answers.yaml ${tiny}`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.match(/ruleset\/unknown-name/g)).toHaveLength(1)
    expect(err).toContain("error: a.answers.yaml was not scored: the ruleset 'tiny' has errors.\n")
    expect(err).toContain("error: b.answers.yaml was not scored: the ruleset 'tiny' has errors.\n")
  })
})

describe('warnings: scored all the same', () => {
  const folder = new Folder({
    'w/x.answers.yaml': answers('W', {
      'tiny.lgo': 'all',
      'tiny.contract': 'yes',
      'tiny.log':
        '{answer: all, evidence: [{file: there.txt}, {file: gone.txt}, {file: ../outside.txt}, {file: link.txt}, {file: /etc/hosts}]}',
    }),
    'w/there.txt': 'evidence',
    'outside.txt': 'not yours',
  }).withTiny()
  symlinkSync(folder.at('outside.txt'), folder.at('w/link.txt'))

  test('unknown and hidden answers, evidence that is missing or outside', async () => {
    const { code, out, err } = await folder.run(`score w/x.answers.yaml ${tiny} --format json`)
    expect(code).toBe(0)
    for (const warning of ['answers/unknown-id', 'answers/hidden', 'answers/evidence-missing'])
      expect(err).toContain(`warning  ${warning}`)
    expect(err.match(/answers\/evidence-outside/g)).toHaveLength(3)
    expect(err).toContain("Did you mean 'tiny.log'?")
    const report = JSON.parse(out) as Report
    expect(report.hidden.map((it) => it.id)).toEqual(['tiny.contract'])
    expect(report.evidence.map(({ file, exists, state }) => [file, exists, state])).toEqual([
      ['there.txt', true, 'valid'],
      ['gone.txt', false, 'missing'],
      ['../outside.txt', false, 'missing'],
      ['link.txt', false, 'missing'],
      ['/etc/hosts', false, 'missing'],
    ])
    expect(report.evidence[0]!.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(report.evidence.slice(1).every((it) => it.sha256 === undefined)).toBe(true)
  })

  test('--quiet leaves them out', async () => {
    expect(await folder.run(`score w/x.answers.yaml ${tiny} --format json --quiet`)).toMatchObject({ code: 0, err: '' })
  })

  test('evidence of standard input is looked for beside the name it is given', async () => {
    const { out } = await folder.run(`score - --stdin-filename w/y.yaml ${tiny} --format json -q`, {
      stdin: answers('S', { 'tiny.log': '{answer: all, evidence: [{file: there.txt}]}' }),
    })
    expect((JSON.parse(out) as Report).evidence[0]!.exists).toBe(true)
  })
})

describe('options', () => {
  const folder = new Folder({
    'half.answers.yaml': answers('Half\u202e', { 'tiny.log': 'some' }),
    'none.answers.yaml': answers('None', { 'tiny.log': '{notApplicable: none}' }),
    'secret.answers.yaml': answers('Secret', { 'tiny.secret': 'hunter2' }),
  }).withTiny()

  test.each([
    ['half.answers.yaml', 50, 0],
    ['half.answers.yaml', 50.1, 1],
    ['half.answers.yaml', 0, 0],
    ['none.answers.yaml', 1, 1],
  ])('--fail-below: %s, %d → %i', async (file, limit, expected) => {
    const { code, err } = await folder.run(`score ${file} ${tiny} --fail-below ${limit} --format json`)
    expect(code).toBe(expected)
    expect(err === '').toBe(expected === 0)
    if (file.startsWith('half') && expected === 1) expect(err).toBe(`error: Half\\u202e: 50.0 is below 50.1.\n`)
  })

  test('--as-at', async () => {
    const { out } = await folder.run(`score half.answers.yaml ${tiny} --format json --as-at 2026-12-24`)
    expect((JSON.parse(out) as Report).asAt).toBe('2026-12-24')
  })

  test('confidential answers are withheld unless asked for', async () => {
    const without = await folder.run(`score secret.answers.yaml ${tiny} --format json`)
    expect(without.out).not.toContain('hunter2')
    expect((JSON.parse(without.out) as Report).answers.withheld).toEqual(['tiny.secret'])
    expect((await folder.run(`score secret.answers.yaml ${tiny} --format json --with-confidential`)).out).toContain(
      'hunter2',
    )
  })

  test('the first folder of rulesets that has one counts; FLOWREADY_RULESETS stands for --rulesets', async () => {
    folder.write(
      'mine/tiny/questionnaire.yaml',
      readFileSync(folder.at('rulesets/tiny/questionnaire.yaml'), 'utf8').replace('title: Tiny', 'title: Mine'),
    )
    const titles = async (line: string, env = {}) =>
      (JSON.parse((await folder.run(`score half.answers.yaml --format json ${line}`, { env })).out) as Report).ruleset
        .title
    expect(await titles('--rulesets mine --rulesets rulesets')).toBe('Mine')
    expect(await titles('--rulesets rulesets --rulesets mine')).toBe('Tiny')
    expect(await titles('', { FLOWREADY_RULESETS: 'mine:rulesets' })).toBe('Mine')
    expect(await titles('--rulesets rulesets', { FLOWREADY_RULESETS: 'mine' })).toBe('Tiny')
  })

  test('nothing in a report is obeyed by a terminal', async () => {
    for (const format of ['text', 'json']) {
      const { out } = await folder.run(`score half.answers.yaml ${tiny} --format ${format}`)
      expect(out).toContain('\\u202e')
      expect(out).not.toContain('\u202e')
    }
  })

  test.each(['zh-Hant', 'zh-Hans'])('in %s, which the report names', async (language) => {
    for (const [line, env] of [
      [`--lang ${language}`, {}],
      ['', { FLOWREADY_LANG: language }],
    ] as const) {
      const { code, out, err } = await folder.run(`score half.answers.yaml ${tiny} --format json ${line}`, { env })
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const report = JSON.parse(out) as Report
      expect(report.language).toBe(language)
      expect(report.ruleset.language).toBe('en')
      expect(report.disclaimer).toMatch(/^\p{Script=Han}/u)
    }
  })
})
