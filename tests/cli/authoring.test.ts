/** What authors of rulesets are given: a folder to start from, schemas for editors, prose to read, cases that say what they miss. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { readAnswers } from '../../src/answers/load.js'
import { recordedCase } from '../../src/cases/record.js'
import { runCases } from '../../src/cases/run.js'
import { Rulesets } from '../../src/cli/rulesets.js'
import { openLibrary } from '../../src/files/library.js'
import { loadRuleset } from '../../src/ruleset/load.js'
import { Folder, home } from './run.js'

const started = async (): Promise<Folder> => {
  const folder = new Folder()
  expect((await folder.run('new ruleset acme')).code).toBe(0)
  return folder
}
const edit = (folder: Folder, file: string, from: string, to: string): void => {
  const before = readFileSync(folder.at(file), 'utf8')
  expect(before).toContain(from)
  folder.write(file, before.replace(from, to))
}

describe('new ruleset', () => {
  test('validates without a warning and passes its cases, at once', async () => {
    const folder = await started()
    const validated = await folder.run('validate acme --max-warnings 0')
    expect({ code: validated.code, out: validated.out.replace(/acme\S+ +notice[^]*/, '') }).toEqual({
      code: 0,
      out: '',
    })
    expect(await folder.run('test acme')).toEqual({ code: 0, out: '6 cases passed, 0 failed\n', err: '' })
    expect((await folder.run('score acme/examples/first.answers.yaml --rulesets .')).code).toBe(0)
    expect((await folder.run('list', { env: { FLOWREADY_RULESETS: folder.path } })).out).toContain('acme')
  })

  test('the exercise of its README goes as it says', async () => {
    const folder = await started()
    edit(folder, 'acme/questionnaire.yaml', 'holds: {fact: acme.people', 'holds: {fact: acme.peple')
    const broken = await folder.run('validate acme')
    expect(broken.code).toBe(1)
    expect(broken.out).toContain("Did you mean 'acme.people'?")
    edit(folder, 'acme/questionnaire.yaml', 'acme.peple, atLeast', 'acme.people, moreThan')
    expect((await folder.run('validate acme')).code).toBe(0)
    const failed = await folder.run('test acme')
    expect(failed.code).toBe(1)
    expect(failed.out).toContain("Case 'many': acme.audit should be 'auditor', but is 'firm'.")
  })
})

describe('test', () => {
  test('--update writes what came out, shows it first, and changes nothing else', async () => {
    const folder = await started()
    const before = readFileSync(folder.at('acme/cases/first.yaml'), 'utf8')
    edit(folder, 'acme/questionnaire.yaml', 'atLeast: 1000', 'moreThan: 1000')
    const ran = await folder.run('test acme --update')
    expect(ran.out).toContain("should be 'auditor', but is 'firm'")
    expect(ran.err).toContain('Wrote 1 expectation in acme/cases/first.yaml')
    expect(readFileSync(folder.at('acme/cases/first.yaml'), 'utf8')).toBe(
      before.replace('expect: {acme.audit: auditor}', 'expect: {acme.audit: firm}'),
    )
    expect((await folder.run('test acme')).code).toBe(0)
  })

  test('--coverage names what no case reaches', async () => {
    const folder = await started()
    const whole = await folder.run('test acme --coverage')
    expect(whole.out).toContain('sides of numbers  2 of 2')
    expect(whole.out).not.toContain('acme.audit: rule')
    edit(folder, 'acme/cases/first.yaml', 'acme.people: 1000', 'acme.people: 998')
    edit(folder, 'acme/cases/first.yaml', 'expect: {acme.audit: auditor}', 'expect: {acme.audit: firm}')
    edit(folder, 'acme/cases/first.yaml', 'acme.contract: none}', 'acme.contract: partly}')
    const part = await folder.run('test acme --coverage')
    expect(part.out).toContain('sides of numbers  1 of 2')
    expect(part.out).toContain('  - acme.audit: rule many\n')
    expect(part.out).toContain('  - acme.people: 1,000 or more\n')
    expect(part.out).toContain('  - acme.contract: none\n')
    expect(part.out).not.toContain('less than')
    const { coverage } = JSON.parse((await folder.run('test acme --coverage --format json')).out) as {
      coverage: Record<string, { counts: object }>
    }
    expect(coverage.acme!.counts).toMatchObject({ rule: { reached: 2, all: 3 }, number: { reached: 1, all: 2 } })
  })
})

describe('new case ANSWERS', () => {
  const { library } = new Rulesets(openLibrary([join(home, 'rulesets')], home))
  const examples = library
    .ids()
    .flatMap((id) => library.list(`${id}/examples`).map((name) => [id, `${id}/examples/${name}`] as const))

  test.each(examples)('%s: what is recorded passes at once, and names nobody: %s', async (id, path) => {
    const { ruleset } = await loadRuleset(library, id)
    const source = library.file(path)!
    const { written } = readAnswers(source)
    const text = recordedCase(ruleset!, written!, 'recorded', 'From an example.')
    const { results, findings } = runCases(ruleset!, { file: 'recorded.yaml', text })
    expect({ findings, passed: results.map((it) => it.passed) }).toEqual({ findings: [], passed: [true] })
    expect(text).not.toContain(written!.firm.name)
    // Nothing that was said can change without the case telling.
    const other = { ...ruleset!, gates: [], sections: ruleset!.sections.slice(1), parts: ruleset!.parts.slice(1) }
    expect(runCases(other, { file: 'recorded.yaml', text }).findings.length).toBeGreaterThan(0)
  })

  test('writes it beside the others, once', async () => {
    const folder = await started()
    folder.write('Client Ltd.answers.yaml', readFileSync(folder.at('acme/examples/first.answers.yaml'), 'utf8'))
    const record = () => folder.run(['new', 'case', 'Client Ltd.answers.yaml', '--rulesets', '.'])
    expect((await record()).code).toBe(0)
    expect(readFileSync(folder.at('acme/cases/client-ltd.yaml'), 'utf8')).toContain('acme.contract-tested: unsure')
    expect((await folder.run('validate acme --max-warnings 0')).code).toBe(0)
    expect((await folder.run('test acme')).out).toBe('7 cases passed, 0 failed\n')
    expect((await record()).err).toContain('is there already')
  })

  test('of answers that cannot be read there is nothing to record', async () => {
    const folder = await started()
    edit(folder, 'acme/examples/first.answers.yaml', 'acme.contract: partly', 'acme.contract: prtly')
    const { code, out, err } = await folder.run('new case acme/examples/first.answers.yaml --rulesets . -o -')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain("Did you mean 'partly'?")
  })
})

test('show --as-asked tells what this ruleset asks, and not what common files could ask; of a suite each part', async () => {
  const folder = new Folder()
  const one = (await folder.run('show lawful-requests --as-asked')).out.replace(/\s+/g, ' ')
  expect(one).toContain('Where does your firm hold or handle data')
  // A common fact that only other rulesets ask.
  const { ask } = JSON.parse((await folder.run('show firm.macao-operator --format json')).out) as { ask: string }
  expect(ask.length).toBeGreaterThan(10)
  expect(one).not.toContain(ask)

  const suite = (await folder.run('show policy-statement --as-asked')).out.replace(/\s+/g, ' ')
  for (const title of ['Readiness for lawful requests', 'Critical infrastructure']) expect(suite).toContain(title)
  expect(suite).toContain(ask)
  // As something that is asked it stands there once; conditions name it too.
  expect(suite.match(/\d+\. Where does your firm hold or handle data/g)).toHaveLength(1)
})

test('show --as-asked is prose without ids', async () => {
  const folder = await started()
  const { code, out } = await folder.run('show acme --as-asked --rulesets .')
  expect(code).toBe(0)
  expect(out).toContain('2. Of how many people?')
  expect(out).toContain('“Does another firm keep your clients')
  expect(out.split('\n').slice(2).join('\n')).not.toContain('acme.')
})

describe('schema', () => {
  test.each(['ruleset', 'answers', 'report', 'theme'])('%s is what is published', async (name) => {
    const { code, out } = await new Folder().run(`schema ${name}`)
    expect(code).toBe(0)
    expect(out).toBe(readFileSync(new URL(`../../rulesets/schema/${name}.schema.json`, import.meta.url), 'utf8'))
  })

  test('a name that is none', async () => {
    const { code, err } = await new Folder().run('schema rulset')
    expect(code).toBe(2)
    expect(err).toContain("Did you mean 'ruleset'?")
  })
})

test('new case records what comes of every entry, and the case tells when a later one changes', async () => {
  const { library } = new Rulesets(openLibrary([join(home, 'rulesets')], home))
  const id = 'cross-boundary-data-flow'
  const { ruleset } = await loadRuleset(library, id)
  const { written } = readAnswers(library.file(`${id}/examples/harbour-payments.answers.yaml`)!)
  const text = recordedCase(ruleset!, written!, 'recorded', 'From an example.')
  const file = load(text, { schema: CORE_SCHEMA }) as {
    cases: { inventories: { flows: { id: string }[] }; expect: { entries: { flows: Record<string, object> } } }[]
  }
  const { inventories, expect: expected } = file.cases[0]!
  const later = inventories.flows.slice(1).map((it) => it.id)
  expect(later.length).toBeGreaterThan(2)
  expect(Object.keys(expected.entries.flows)).toEqual(later)
  const last = later.at(-1)!
  expect(Object.keys(expected.entries.flows[last]!)).toEqual(expect.arrayContaining(['export-route', 'questions']))

  const run = (instead: object) => {
    expected.entries.flows[last] = { ...expected.entries.flows[last], ...instead }
    return runCases(ruleset!, { file: 'recorded.json', text: JSON.stringify(file) }).findings
  }
  expect(run({})).toEqual([])
  expect(run({ 'export-route': 'none-of-these' })).toMatchObject([
    { code: 'cases/failed', args: { what: `flows ${last}: export-route`, expected: 'none-of-these' } },
  ])
  expect(run({ 'export-rout': 'x' })).toMatchObject([{ code: 'cases/unknown-name', suggestion: 'export-route' }])
  delete (expected.entries.flows[last] as Record<string, unknown>)['export-rout']
  delete (expected.entries.flows[last] as Record<string, unknown>)['export-route']
  expected.entries.flows.nowhere = { 'export-route': 'none' }
  expect(run({})).toMatchObject([{ code: 'cases/failed', args: { what: 'flows nowhere', found: 'no entry' } }])
})
