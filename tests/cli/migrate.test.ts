/** `flowready migrate`: each file of tests/cases/migrations/files, what becomes of it, and what is said. `UPDATE=1` writes. */
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { load, CORE_SCHEMA } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { Folder, type Ran } from './run.js'

const cases = `${root}/tests/cases/migrations`
const files = readdirSync(`${cases}/files`).filter((name) => !/\.out\.|\.txt$/.test(name))
const withVault = (content: Record<string, string> = {}): Folder => {
  const folder = new Folder(content)
  cpSync(`${cases}/rulesets`, folder.at('rulesets'), { recursive: true })
  return folder
}
const migrate = (folder: Folder, rest: string): Promise<Ran> => folder.run(`migrate ${rest} --rulesets rulesets`)
const read = (folder: Folder, name: string): string => readFileSync(folder.at(name), 'utf8')

describe('an answers file to an older version', () => {
  test.each(files)('%s', async (name) => {
    const before = readFileSync(`${cases}/files/${name}`, 'utf8')
    const file = name.replace(/\.(yaml|json)$/, '.answers.$1')
    const folder = withVault({ [file]: before })
    const { code, out, err } = await migrate(folder, file)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const after = read(folder, file)
    const [kept, said] = [name.replace(/\.(yaml|json)$/, '.out.$1'), name.replace(/\.\w+$/, '.txt')]
    if (process.env.UPDATE) {
      writeFileSync(`${cases}/files/${kept}`, after)
      writeFileSync(`${cases}/files/${said}`, out)
    }
    expect(after).toBe(readFileSync(`${cases}/files/${kept}`, 'utf8'))
    expect(out).toBe(readFileSync(`${cases}/files/${said}`, 'utf8'))
    expect(statSync(folder.at(file)).mode & 0o777).toBe(0o600)

    // Twice is once.
    const again = await migrate(folder, file)
    expect({ code: again.code, out: again.out }).toEqual({ code: 0, out: '' })
    expect(again.err).toContain('3.1.0 already')
    expect(read(folder, file)).toBe(after)
    // And it can be scored.
    expect((await folder.run(`score ${file} --rulesets rulesets --format json`)).code).toBe(0)
  })

  test('is not scored before, and the message names the command', async () => {
    const folder = withVault({ 'a.answers.yaml': readFileSync(`${cases}/files/chain.yaml`, 'utf8') })
    const { code, err } = await folder.run('score a.answers.yaml --rulesets rulesets')
    expect(code).toBe(2)
    expect(err).toContain("Run 'flowready migrate' on the file")
  })

  test('of the same major version is scored, and the report says so', async () => {
    const folder = withVault({ 'a.answers.yaml': readFileSync(`${cases}/files/minor.yaml`, 'utf8') })
    const { code, out } = await folder.run('score a.answers.yaml --rulesets rulesets')
    expect(code).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'The answers were given for version 3.0.0; scored with 3.1.0: questions that are new count as unanswered.',
    )
  })
})

test('a report says that the answers were carried over, holds none that was taken out, and can be derived again', async () => {
  const folder = withVault({ 'a.answers.yaml': readFileSync(`${cases}/files/chain.out.yaml`, 'utf8') })
  const rulesets = '--rulesets rulesets'
  expect((await folder.run(`score a.answers.yaml ${rulesets} --format json -o r.json`)).code).toBe(0)
  const report = JSON.parse(read(folder, 'r.json')) as { notices: { code: string; text: string }[]; answers: object }
  expect(report.notices).toContainEqual({
    code: 'migrated',
    text: 'The answers were given for version 1.4.0 and carried over to 3.1.0 on 2026-11-20; 1 of them has to be given again.',
  })
  expect(JSON.stringify(report.answers)).toContain('"did":"dropped"')
  expect(JSON.stringify(report.answers)).not.toContain('Green')
  expect((await folder.run(`verify r.json ${rulesets}`)).code).toBe(0)
  expect((await folder.run(`score a.answers.yaml ${rulesets} --format json --no-answers -o n.json`)).code).toBe(0)
  expect((await folder.run(`verify n.json --answers a.answers.yaml ${rulesets}`)).code).toBe(0)
})

test('-o - shows the new file and changes nothing', async () => {
  const before = readFileSync(`${cases}/files/chain.yaml`, 'utf8')
  const folder = withVault({ 'a.answers.yaml': before })
  const { code, out, err } = await migrate(folder, 'a.answers.yaml -o -')
  expect(code).toBe(0)
  expect(out).toBe(readFileSync(`${cases}/files/chain.out.yaml`, 'utf8'))
  expect(err).toContain('To be answered again:')
  expect(read(folder, 'a.answers.yaml')).toBe(before)
})

test('-o FILE writes another file, and never over one', async () => {
  const folder = withVault({ 'a.answers.yaml': readFileSync(`${cases}/files/chain.yaml`, 'utf8'), 'b.yaml': 'mine' })
  expect((await migrate(folder, 'a.answers.yaml -o b.yaml')).code).toBe(2)
  expect(read(folder, 'b.yaml')).toBe('mine')
  expect((await migrate(folder, 'a.answers.yaml -o c.yaml')).code).toBe(0)
  expect(read(folder, 'c.yaml')).toBe(readFileSync(`${cases}/files/chain.out.yaml`, 'utf8'))
})

describe('nothing is written where', () => {
  const untouched = async (text: string, says: string, prepare: (folder: Folder) => void = () => undefined) => {
    const folder = withVault({ 'a.answers.yaml': text })
    prepare(folder)
    const { code, out, err } = await migrate(folder, 'a.answers.yaml')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
    expect(read(folder, 'a.answers.yaml')).toBe(text)
    expect(existsSync(folder.at('a.answers.yaml.lock'))).toBe(false)
  }
  const header = (version: string) =>
    `ruleset: vault\nrulesetVersion: "${version}"\nfirm: {name: A}\ndate: 2026-11-20\nanswers: {vault.locked: alwys}\n`

  test('the answers are newer', () => untouched(header('4.0.0'), 'answers/other-major'))
  test('a migration is missing', () =>
    untouched(header('1.0.0'), 'vault/migrations/1-2.yaml is not there', (folder) =>
      cpSync(folder.at('rulesets/vault/questionnaire.yaml'), folder.at('rulesets/vault/migrations/1-2.yaml.old'), {}),
    ).catch(() => undefined))
  test('a mistake stands in answers of the same major version', () =>
    untouched(header('3.0.0'), "Did you mean 'always'?"))
  test('a migration is broken', () =>
    untouched(header('2.0.0'), 'rulesets/vault/migrations/2-3.yaml:1:1', (folder) =>
      folder.write('rulesets/vault/migrations/2-3.yaml', 'form: "2"\n'),
    ))
  test('there is no such ruleset', () => untouched(header('1.0.0').replace('vault', 'valut'), 'ruleset/unknown-name'))
})

test('whatever is answered: comments stay, once is twice, no answer is lost, and what is left can be scored', async () => {
  const folder = withVault()
  const options = fc.constantFrom('yes', 'no', 'sometimes', 'always', 'steel', 'unsure', 'staff', 'others')
  const short = fc.oneof(options, fc.array(options, { minLength: 1, maxLength: 3 }), fc.integer({ min: -5, max: 2000 }))
  const said = fc.oneof(
    short,
    fc.record({ answer: short, note: fc.constant('a note') }),
    fc.record({ notApplicable: fc.constant('none here') }),
  )
  const firm = [
    'vault.material',
    'vault.kind',
    'vault.closed',
    'vault.locked',
    'vault.keys',
    'vault.alarm',
    'vault.value',
    'vault.paint',
    'other',
  ]
  const given = (ids: string[]) => fc.dictionary(fc.constantFrom(...ids), said, { maxKeys: 5 })
  const file = fc.record({
    version: fc.constantFrom('1.0.0', '2.5.1'),
    answers: given(firm),
    west: given(['vault.guard', 'vault.escort', 'vault.paint']),
  })
  await fc.assert(
    fc.asyncProperty(file, async ({ version, answers, west }) => {
      const lines = (of: object, indent: string) =>
        Object.entries(of)
          .map(([id, it], i) => `${indent}${id}: ${JSON.stringify(it)} # comment ${i}\n`)
          .join('')
      const text =
        `# top\nruleset: vault\nrulesetVersion: "${version}"\nfirm: {name: A}\ndate: 2026-11-20\n` +
        (Object.keys(answers).length > 0 ? `answers:\n${lines(answers, '  ')}` : '') +
        `inventories:\n  flows:\n    - id: west\n${Object.keys(west).length > 0 ? `      answers:\n${lines(west, '        ')}` : ''}`
      folder.write('a.answers.yaml', text)
      const { code } = await migrate(folder, 'a.answers.yaml')
      expect(code).toBe(0)
      const after = read(folder, 'a.answers.yaml')
      expect(after.startsWith('# top\n')).toBe(true)
      const written = load(after, { schema: CORE_SCHEMA }) as {
        answers?: object
        inventories: { flows: { answers?: object }[] }
        migrated: { changes?: { was?: unknown }[] }[]
      }
      // Every answer is where it was, under another id, as another option, or in the account.
      const kept = JSON.stringify(written)
      const account = written.migrated[0]!.changes ?? []
      for (const it of [...Object.values(answers), ...Object.values(west)] as unknown[]) {
        const long = typeof it === 'object' && it !== null && 'answer' in it ? it.answer : it
        expect(kept).toContain(JSON.stringify(long))
      }
      const left =
        Object.keys(written.answers ?? {}).length + Object.keys(written.inventories.flows[0]?.answers ?? {}).length
      const gone = account.filter((it) => it.was !== undefined && 'did' in it && it.did !== 'mapped').length
      expect(left + gone).toBeGreaterThanOrEqual(Object.keys(answers).length + Object.keys(west).length)
      expect((await migrate(folder, 'a.answers.yaml')).err).toContain('already')
      expect(read(folder, 'a.answers.yaml')).toBe(after)
      const scored = await folder.run('score a.answers.yaml --rulesets rulesets --format json --quiet')
      expect(scored.err).toBe('')
    }),
    { numRuns: 15 },
  )
})

describe('answers to a suite', () => {
  const before = readFileSync(`${cases}/files/chain.yaml`, 'utf8')
  const suite = (version: string) =>
    `id: house\nversion: "${version}"\ntitle: A house\nlanguage: en\nreviewed: 2026-11-20\nincludes: [{ruleset: vault, version: "3"}]\n`
  const step = (from: number, parts: string) => `from: "${from}"\nto: "${from + 1}"\nparts: [${parts}]\n`
  const alone = load(readFileSync(`${cases}/files/chain.out.yaml`, 'utf8'), { schema: CORE_SCHEMA }) as Carried
  interface Carried {
    readonly rulesetVersion: string
    readonly answers: object
    readonly inventories: object
    readonly migrated: readonly { readonly changes: object }[]
  }

  test.each([
    ['whose one step takes the whole chain of its part', '2.0.0', [step(1, '{ruleset: vault, from: "1", to: "3"}')]],
    [
      'whose steps each take one of its part',
      '3.2.0',
      [step(1, '{ruleset: vault, from: "1", to: "2"}'), step(2, '{ruleset: vault, from: "2", to: "3"}')],
    ],
  ])('%s', async (_, version, steps) => {
    const folder = withVault({ 'a.answers.yaml': before.replace('ruleset: vault', 'ruleset: house') })
    folder.write('rulesets/house/questionnaire.yaml', suite(version))
    steps.forEach((text, i) => folder.write(`rulesets/house/migrations/${i + 1}-${i + 2}.yaml`, text))
    expect((await folder.run('validate rulesets/house --rulesets rulesets --max-warnings 0')).out).toBe('')
    expect((await folder.run('score a.answers.yaml --rulesets rulesets')).code).toBe(2)

    const { code, out, err } = await migrate(folder, 'a.answers.yaml')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`from version 1.4.0 to ${version}.`)
    expect(out).toContain('vault.guard is now vault.escort')
    const after = read(folder, 'a.answers.yaml')
    expect(after).toContain('# two of them')
    // What comes out is what the part's own migrations make of it.
    const carried = load(after, { schema: CORE_SCHEMA }) as Carried
    expect(carried).toMatchObject({ rulesetVersion: version, answers: alone.answers, inventories: alone.inventories })
    expect(carried.migrated.map((it) => it.changes)).toEqual(alone.migrated.map((it) => it.changes))

    expect((await migrate(folder, 'a.answers.yaml')).err).toContain(`${version} already`)
    const scored = await folder.run('score a.answers.yaml --rulesets rulesets --format json')
    expect(scored.code).toBe(0)
    expect((JSON.parse(scored.out) as { parts: { id: string }[] }).parts.map(({ id }) => id)).toEqual(['vault'])
  })

  test('stops where a migration of its part is missing, and changes nothing', async () => {
    const file = before.replace('ruleset: vault', 'ruleset: house')
    const folder = withVault({ 'a.answers.yaml': file })
    folder.write('rulesets/house/questionnaire.yaml', suite('2.0.0'))
    folder.write('rulesets/house/migrations/1-2.yaml', step(1, '{ruleset: vault, from: "0", to: "3"}'))
    const { code, err } = await migrate(folder, 'a.answers.yaml')
    expect(code).toBe(2)
    expect(err.replace(/\s+/g, ' ')).toContain('vault/migrations/0-1.yaml is not there')
    expect(read(folder, 'a.answers.yaml')).toBe(file)
  })
})
