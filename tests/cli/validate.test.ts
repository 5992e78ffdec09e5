/** `flowready validate`, `test`, `list`, `show`: what rulesets are and whether they are right. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPageOf } from '../../src/cli/check-page.js'
import { codes } from '../../src/diagnostics/codes.js'
import { answers, Folder, home } from './run.js'

const questionnaire = 'rulesets/tiny/questionnaire.yaml'
const edited = (from: string | RegExp, to: string, file = questionnaire): Folder => {
  const folder = new Folder().withTiny()
  const before = readFileSync(folder.at(file), 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  folder.write(file, after)
  return folder
}

describe('validate', () => {
  const well = new Folder({ 'a.answers.yaml': answers('A'), 'odd name.yaml': answers('B') }).withTiny()

  test.each([
    ['rulesets', '1 ruleset, 1 answers file, 1 cases file: no problems\n'],
    ['rulesets/tiny', '1 ruleset, 1 answers file, 1 cases file: no problems\n'],
    ['rulesets/tiny/questionnaire.yaml', '1 ruleset: no problems\n'],
    ['rulesets/tiny/ids.lock', '1 ruleset: no problems\n'],
    ['rulesets/tiny/cases/route.yaml', '1 cases file: no problems\n'],
    ['rulesets/tiny/cases', '1 cases file: no problems\n'],
    ['rulesets/tiny/examples', '1 answers file: no problems\n'],
    ['rulesets/tiny/examples/acme.answers.yaml', '1 answers file: no problems\n'],
    ['a.answers.yaml --rulesets rulesets', '1 answers file: no problems\n'],
    ['rulesets a.answers.yaml --rulesets rulesets', '1 ruleset, 2 answers files, 1 cases file: no problems\n'],
    ['. --rulesets rulesets', '1 ruleset, 2 answers files, 1 cases file: no problems\n'],
    ['rulesets --quiet', ''],
  ])('%s: silent but for a line', async (line, says) => {
    expect(await well.run(`validate ${line}`)).toEqual({ code: 0, out: '', err: says })
  })

  test.each(['rulesets/common rulesets/tiny', 'rulesets/tiny rulesets/common rulesets'])(
    '%s: what is named twice is there all the same',
    async (line) => {
      const folder = new Folder({
        'rulesets/common/own.yaml': 'scales:\n  - {id: a-b, options: [{id: a, label: A}, {id: b, label: B}]}\n',
      }).withTiny()
      const err = '1 ruleset, 1 answers file, 1 cases file: no problems\n'
      expect(await folder.run(`validate ${line}`)).toEqual({ code: 0, out: '', err })
    },
  )

  test('recognises an answers file by what is in it', async () => {
    expect((await well.run(['validate', 'odd name.yaml', '--rulesets', 'rulesets'])).err).toBe(
      '1 answers file: no problems\n',
    )
  })

  test('JSON says so too', async () => {
    const { code, out, err } = await well.run('validate rulesets --format json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual({
      schema: 'flowready-diagnostics/1',
      diagnostics: [],
      counts: { errors: 0, warnings: 0, notices: 0 },
    })
  })

  test.each([
    [
      'a name that does not exist',
      /fact: tiny\.exports, is: no/,
      'fact: tiny.exprts, is: no',
      'ruleset/unknown-name',
      "Did you mean 'tiny.exports'?",
    ],
    ['a shape', 'reviewed: 2026-11-01', 'reviewed: 2026-13-01', 'schema/pattern', `${questionnaire}:7:`],
    ['a text that does not read', 'sections:', 'sections', 'yaml/syntax', questionnaire],
    ['another id than its folder', 'id: tiny\n', 'id: tinny\n', 'ruleset/folder-name', `${questionnaire}:2:5`],
  ])('%s', async (_name, from, to, code, says) => {
    const ran = await edited(from, to).run('validate rulesets')
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 1, err: `More: flowready show ${code}\n` })
    expect(ran.out).toContain(code)
    expect(ran.out).toContain(says)
  })

  test('cases and examples are looked into, without running the cases', async () => {
    expect(
      (
        await edited('tiny-route: none', 'tiny-route: contract', 'rulesets/tiny/cases/route.yaml').run(
          'validate rulesets',
        )
      ).code,
    ).toBe(0)
    const cases = await edited('tiny-route: none', 'tiny-rout: none', 'rulesets/tiny/cases/route.yaml').run(
      'validate rulesets',
    )
    expect(cases).toMatchObject({ code: 1 })
    expect(cases.out).toContain('rulesets/tiny/cases/route.yaml:4:')
    expect(cases.out).toContain('cases/unknown-name')
    const example = await edited('tiny.log: some', 'tiny.log: sum', 'rulesets/tiny/examples/acme.answers.yaml').run(
      'validate rulesets/tiny',
    )
    expect(example.code).toBe(1)
    expect(example.out).toContain('answers/unknown-option')
  })

  test('a ruleset that cannot be read is no unknown ruleset', async () => {
    const folder = new Folder({ [questionnaire]: Uint8Array.of(0, 1, 2) })
    const { code, out } = await folder.run('validate rulesets')
    expect(code).toBe(1)
    expect(out).toContain('file/not-text')
    expect(out).not.toContain('ruleset/unknown-name')
  })

  test('a path that is not there is 2, and what is there is checked all the same', async () => {
    const folder = edited('reviewed: 2026-11-01', 'reviewed: 2026-13-01')
    const { code, out } = await folder.run('validate nowhere rulesets')
    expect(code).toBe(2)
    expect(out).toContain('file/not-found')
    expect(out).toContain('schema/pattern')
  })

  test.each([
    ['empty', "error: There is no ruleset, answers file or cases file in 'empty'.\n"],
    ['x.yaml', "error: 'x.yaml' is no ruleset, answers file, cases file or theme."],
    ['cases/x.yaml', "error: 'cases/x.yaml' belongs to no ruleset"],
  ])('%s is nothing to check', async (name, says) => {
    const folder = new Folder({ 'empty/readme.txt': '', 'x.yaml': 'a: 1', 'cases/x.yaml': 'cases: []' })
    const { code, out, err } = await folder.run(`validate ${name}`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })

  test('--max-warnings', async () => {
    const folder = edited('tiny.log: question choice\n', '', 'rulesets/tiny/ids.lock')
    for (const [limit, code] of [
      ['', 0],
      ['--max-warnings 1', 0],
      ['--max-warnings 0', 1],
    ] as const) {
      const ran = await folder.run(`validate rulesets ${limit}`)
      expect({ code: ran.code, err: ran.err }).toEqual({ code, err: 'More: flowready show ruleset/id-not-locked\n' })
      expect(ran.out).toContain('ruleset/id-not-locked')
    }
  })

  test('--update-locks writes what is new, keeps what is gone, and refuses a ruleset with errors', async () => {
    const folder = edited('tiny.log: question choice\n', 'tiny.old: question multi\n', 'rulesets/tiny/ids.lock')
    const first = await folder.run('validate rulesets --update-locks')
    expect(first).toMatchObject({ code: 0, out: '' })
    expect(first.err).toContain('Wrote rulesets/tiny/ids.lock\n')
    const lock = readFileSync(folder.at('rulesets/tiny/ids.lock'), 'utf8')
    expect(lock.split('\n').slice(1)).toEqual([
      'tiny-basics: section',
      'tiny-route: determination',
      'tiny.contract: question choice',
      'tiny.exports: fact choice',
      'tiny.log: question choice',
      'tiny.old: question multi',
      'tiny.people: fact number',
      'tiny.secret: fact text',
      '',
    ])
    // Nothing new: nothing is written.
    expect((await folder.run('validate rulesets --update-locks')).err).not.toContain('Wrote')
    expect((await folder.run('validate rulesets --max-warnings 0')).code).toBe(0)

    folder.write(
      questionnaire,
      readFileSync(folder.at(questionnaire), 'utf8').replace(
        'id: tiny.people, type: number, integer: true, min: 0',
        'id: tiny.people, type: text',
      ),
    )
    const reused = await folder.run('validate rulesets --update-locks')
    expect(reused.code).toBe(1)
    expect(reused.out).toContain('ruleset/id-reused')
    expect(reused.err).toContain("The ids.lock of 'tiny' was not written")
    expect(readFileSync(folder.at('rulesets/tiny/ids.lock'), 'utf8')).toBe(lock)
  })

  test('a lock can be made where there was none', async () => {
    const folder = new Folder().withTiny()
    rmSync(folder.at('rulesets/tiny/ids.lock'))
    expect((await folder.run('validate rulesets/tiny --update-locks')).code).toBe(0)
    expect(readFileSync(folder.at('rulesets/tiny/ids.lock'), 'utf8')).toContain('tiny-route: determination\n')
  })

  test('a suite, which has no ids of its own, gets a lock that reads', async () => {
    const folder = new Folder().withTiny()
    folder.write(
      'rulesets/all/questionnaire.yaml',
      'id: all\nversion: "1.0.0"\ntitle: All\nlanguage: en\nreviewed: 2026-11-01\nincludes: [{ruleset: tiny, version: "1"}]\n',
    )
    expect((await folder.run('validate rulesets/all --update-locks')).err).toContain('Wrote rulesets/all/ids.lock\n')
    expect(await folder.run('validate rulesets/all')).toMatchObject({ code: 0, out: '' })

    // The suite comes before its part, and would tell what is not in the part's lock yet.
    folder.write(
      questionnaire,
      readFileSync(folder.at(questionnaire), 'utf8').replace(
        'facts:\n',
        'facts:\n  - {id: tiny.note, type: text, ask: Why?}\n',
      ),
    )
    const { out, err } = await folder.run('validate rulesets --update-locks')
    expect(err).toContain('Wrote rulesets/tiny/ids.lock\n')
    expect(out).not.toContain('id-not-locked')
  })
})

describe('test', () => {
  const well = new Folder().withTiny()

  test.each([
    'rulesets',
    'rulesets/tiny',
    'rulesets/tiny/cases',
    'rulesets/tiny/cases/route.yaml',
    'rulesets/tiny/questionnaire.yaml',
  ])('%s', async (path) => {
    expect(await well.run(`test ${path}`)).toEqual({ code: 0, out: '2 cases passed, 0 failed\n', err: '' })
  })

  test('shows each case that fails at its place', async () => {
    const folder = edited('tiny-route: contract', 'tiny-route: none', 'rulesets/tiny/cases/route.yaml')
    const { code, out, err } = await folder.run('test rulesets')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('rulesets/tiny/cases/route.yaml:5:')
    expect(out).toContain("Case 'leaves': tiny-route should be 'none', but is 'contract'.")
    expect(out).toMatch(/\n1 case passed, 1 failed\n$/)
  })

  test('JSON', async () => {
    const folder = edited('tiny-route: contract', 'tiny-route: none', 'rulesets/tiny/cases/route.yaml')
    const { code, out, err } = await folder.run('test rulesets --format json')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      schema: 'flowready-cases/1',
      counts: { errors: 1, warnings: 0, notices: 0 },
      cases: { passed: 1, failed: 1, filesNotRun: 0 },
      files: [
        {
          ruleset: 'tiny',
          file: 'rulesets/tiny/cases/route.yaml',
          cases: [
            { id: 'stays', passed: true },
            { id: 'leaves', passed: false },
          ],
        },
      ],
    })
  })

  test('a broken file does not stop the others', async () => {
    const folder = new Folder({ 'rulesets/tiny/cases/broken.yaml': 'cases: [' }).withTiny()
    const { code, out } = await folder.run('test rulesets')
    expect(code).toBe(1)
    expect(out).toContain('yaml/syntax')
    expect(out).toMatch(/\n2 cases passed, 0 failed, 1 file of cases could not be run\n$/)
  })

  test('a ruleset with errors cannot be tested', async () => {
    const { code, out } = await edited('fact: tiny.exports, is: no', 'fact: nothing, is: no').run('test rulesets')
    expect(code).toBe(1)
    expect(out).toContain('ruleset/unknown-name')
    expect(out).toContain('1 file of cases could not be run')
  })

  test.each([
    ['nowhere', ''],
    ['empty', "error: There is no file of cases in 'empty'.\n"],
  ])('%s is nothing to run', async (name, err) => {
    const ran = await new Folder({ 'empty/x.txt': '' }).run(`test ${name}`)
    expect(ran.code).toBe(2)
    expect(ran.err).toBe(err)
  })
})

describe('the formats of CI', () => {
  const broken = () => edited('tiny-route: contract', 'tiny-route: none', 'rulesets/tiny/cases/route.yaml')

  test('github prints commands and adds to the summary of the job', async () => {
    const folder = broken()
    folder.write('summary.md', 'before\n')
    const env = { GITHUB_STEP_SUMMARY: folder.at('summary.md') }
    const { code, out, err } = await folder.run('test rulesets --format github', { env })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^::error file=rulesets\/tiny\/cases\/route\.yaml,line=5,.*title=cases\/failed::Case 'leaves'/)
    const summary = readFileSync(folder.at('summary.md'), 'utf8')
    expect(summary).toMatch(/^before\n### flowready: 1 error in 1 file\n/)
    // Nothing wrong: nothing printed, nothing added.
    expect(await folder.run('validate rulesets --format github', { env })).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(folder.at('summary.md'), 'utf8')).toBe(summary)
  })

  test('a summary that cannot be written does not change what was found', async () => {
    const env = { GITHUB_STEP_SUMMARY: '/nowhere/at/all/summary.md' }
    const { code, out, err } = await broken().run('test rulesets --format github', { env })
    expect(code).toBe(1)
    expect(out).toContain('::error ')
    expect(err).toContain("'/nowhere/at/all/summary.md'")
  })

  test('junit names every case, and every file that was looked at', async () => {
    const ran = await broken().run('test rulesets --format junit')
    expect(ran).toMatchObject({ code: 1, err: '' })
    expect(ran.out).toContain('<testsuite name="rulesets/tiny/cases/route.yaml" tests="2" failures="1"')
    expect(ran.out).toContain('<testcase name="stays" classname="rulesets/tiny/cases/route.yaml"/>')
    const well = await new Folder().withTiny().run('validate rulesets --format junit')
    expect(well).toMatchObject({ code: 0, err: '' })
    expect(well.out).toContain('tests="3" failures="0"')
    expect(well.out).toContain('<testsuite name="rulesets/tiny/questionnaire.yaml"')
  })

  test('sarif is one run, also when all is well', async () => {
    const { code, out } = await new Folder().withTiny().run('validate rulesets --format sarif')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'flowready', version: '9.9.9' } }, results: [] }],
    })
  })
})

describe('list', () => {
  const folder = new Folder().withTiny()

  test('shows what there is', async () => {
    const { code, out, err } = await folder.run('list --rulesets rulesets')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Ruleset {2,}Version {2}Questions {2}Facts {2}Title\n/)
    expect(out).toMatch(/\ntiny {2,}1\.2\.0 {2,}2 {2,}3 {2}Tiny\n/)
    expect(out).toContain('cross-boundary-data-flow')
  })

  test('JSON', async () => {
    const { out } = await folder.run('list --rulesets rulesets --format json')
    const { schema, rulesets } = JSON.parse(out) as { schema: string; rulesets: { id: string }[] }
    expect(schema).toBe('flowready-rulesets/1')
    expect(rulesets.find((it) => it.id === 'tiny')).toMatchObject({
      version: '1.2.0',
      sections: 1,
      questions: 2,
      facts: 3,
      determinations: 1,
      folder: 'rulesets/tiny',
    })
    expect(rulesets.map((it) => it.id)).toEqual(rulesets.map((it) => it.id).sort())
  })

  test('a ruleset with errors is named', async () => {
    const { code, out, err } = await edited('id: tiny\n', 'id: other\n').run('list --rulesets rulesets')
    expect(code).toBe(1)
    expect(out).not.toContain('tiny')
    expect(err).toBe("error: 'tiny' has errors; 'flowready validate' says which.\n")
  })

  test.each([60, 80, 120])('fits %i columns', async (columns) => {
    const { out } = await folder.run('list --rulesets rulesets', { columns })
    expect(out.split('\n').filter((line) => line.length > Math.max(columns, 50))).toEqual([])
  })
})

test('a common fact with too many options is told once, however many rulesets ask it', async () => {
  const options = Array.from({ length: 30 }, (_, i) => `{id: k${i}, label: Kind ${i}}`).join(', ')
  const gate = (id: string) =>
    `gates: [{id: ${id}-kind, when: {fact: firm.kind, is: k1}, caps: not-ready, says: The first kind.}]`
  const folder = new Folder()
  for (const id of ['one', 'two']) {
    await folder.run(`new ruleset ${id} -o sets`)
    const file = `sets/${id}/questionnaire.yaml`
    const text = readFileSync(folder.at(file), 'utf8')
    folder.write(
      file,
      text
        .replace('language: en', 'language: en\nuses: [kinds]')
        .replace('{model: weighted}', `{model: weighted, ${gate(id)}}`),
    )
  }
  folder.write(
    'sets/common/kinds.yaml',
    `facts:\n  - {id: firm.kind, type: choice, ask: Which kind?, options: [${options}]}\n`,
  )
  const { out } = await folder.run('validate sets --format json')
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; file: string; pointer: string }[] }
  expect(diagnostics.filter((it) => it.code === 'check/options-too-long')).toMatchObject([
    { file: 'sets/common/kinds.yaml', pointer: '/facts/0' },
  ])
})

describe('show', () => {
  const folder = new Folder().withTiny()

  test.each([
    ['tiny', ['Tiny', 'tiny 1.2.0', 'tiny.people', 'There is no log.']],
    ['tiny-basics', ['Basics', 'tiny.log', 'Is there a contract?']],
    [
      'tiny.log',
      [
        'Is there a log?',
        'Without it nobody knows.',
        'Of some [attains 0.5]',
        'Order 16 Art. 3 [verified]',
        'The log',
        'Keep a log.',
        '1 person-day, IT',
      ],
    ],
    ['tiny.people', ['How many people?', 'at least 0', 'tiny.exports is It does']],
    ['tiny-route', ['r1: tiny.exports is It does not', '= Nothing', 'It stays.', 'r2: otherwise', '[second-hand]']],
    ['tiny-gate', ['There is no log.', 'tiny.log attains less than 0.5', 'caps the band at Developing']],
    ['cac-order-16', ['CAC Order 16', 'Cited by', 'tiny.log']],
    ['yaml/tab', ['Tab used to indent', 'yaml/tab', 'To mend it']],
  ])('%s', async (name, says) => {
    const { code, out, err } = await folder.run(`show ${name} --rulesets rulesets`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    // The package has rulesets of its own that cite the same source.
    if (name !== 'cac-order-16') for (const words of says) expect(out).toContain(words)
    else expect(out).toContain('Cited by')
    const json = await folder.run(`show ${name} --rulesets rulesets --format json`)
    expect(JSON.parse(json.out)).toMatchObject({ schema: 'flowready-show/1', id: name })
  })

  test.each([
    ['tiny.lgo', "Did you mean 'tiny.log'?"],
    ['tinny', "Did you mean 'tiny'?"],
    ['yaml/tabs', "Did you mean 'yaml/tab'?"],
    ['zzzzzzzz', "'flowready list' shows the rulesets"],
  ])('%s is nothing', async (name, says) => {
    const { code, out, err } = await folder.run(`show ${name} --rulesets rulesets`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })

  test('every code is explained, in every language, with the examples of its page', async () => {
    for (const code of Object.keys(codes))
      for (const lang of code.startsWith('schema/') ? ['en', 'zh-Hant', 'zh-Hans'] : ['en']) {
        const { code: exit, out } = await folder.run(`show ${code} --lang ${lang}`)
        expect([exit, out.split('\n')[1]]).toEqual([0, expect.stringContaining(code)])
        // Nothing is left open that only a place could fill in.
        expect([code, out.replace(/^ {4}.*$/gm, '')]).toEqual([code, expect.not.stringMatching(/'…|Write \.|\{…\}'/)])
        const page = join(home, 'docs/checks', `${code}.md`)
        if (!existsSync(page)) continue
        for (const { text } of checkPageOf(readFileSync(page, 'utf8')).bad)
          expect(out).toContain(text.trimEnd().replace(/^/gm, '    ').replaceAll('\t', '\\t'))
      }
  })

  test('a ruleset with errors says which', async () => {
    const { code, err } = await edited('fact: tiny.exports, is: no', 'fact: nothing, is: no').run(
      'show tiny --rulesets rulesets',
    )
    expect(code).toBe(1)
    expect(err).toContain('ruleset/unknown-name')
  })

  test('what is in the shipped rulesets can be shown, in 80 columns', async () => {
    const { rulesets } = JSON.parse((await folder.run('list --format json')).out) as { rulesets: { id: string }[] }
    // What several rulesets share, such as sources, is looked at once; of the rest one in thirty, spread evenly.
    const shown = new Set<string>()
    for (const { id } of rulesets) {
      const { out } = await folder.run(`show ${id}`)
      const names = [...out.matchAll(/^ {2}([a-z0-9]+(?:[.-][a-z0-9]+)+)(?: |$)/gm)].map((match) => match[1]!)
      expect(names.length).toBeGreaterThan(20)
      for (const name of names.filter((it, i) => i % 30 === 0 && !shown.has(it))) {
        shown.add(name)
        const ran = await folder.run(`show ${name}`)
        expect({ name, code: ran.code, wide: ran.out.split('\n').filter((line) => line.length > 80) }).toEqual({
          name,
          code: 0,
          wide: [],
        })
      }
    }
  })
})
