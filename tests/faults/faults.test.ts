/**
 * Every file operation of a command fails in turn, in every way: no answer is lost, no half file is left under a name that
 * counts, and what is said is true. A sample with the suite; all of it with `FAULTS=all` (`npm run torture`).
 */
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { run as assess } from '../../src/cli/commands/assess.js'
import { Context } from '../../src/cli/context.js'
import type { Environment } from '../../src/cli/environment.js'
import { isUsageError } from '../../src/cli/exit.js'
import { toldTrouble } from '../../src/cli/file-trouble.js'
import { settingsOf } from '../../src/cli/settings.js'
import { answers, Folder, home } from '../cli/run.js'
import { ScriptedPrompter } from '../interview/scripted-prompter.js'
import { type Fault, fits, kinds, type Operation, read, withFault } from './port.js'

const every = process.env.FAULTS === 'all'
/** How many faults of a command are tried with the suite. */
const sample = 25

const firm = (name: string, more: Record<string, string> = {}) =>
  answers(name, { 'tiny.exports': 'yes', 'tiny.people': '5', ...more })
const migrations = join(home, 'tests/cases/migrations')
const older = readFileSync(join(migrations, 'files/both.yaml'), 'utf8')

const given: Readonly<Record<string, string>> = {
  'alpha.answers.yaml': firm('Alpha', { 'tiny.log': '{answer: some, evidence: [{file: log.txt}]}' }),
  'more.answers.yaml': firm('Alpha', { 'tiny.contract': 'yes' }),
  'clients/beta.answers.yaml': firm('Beta'),
  'clients/sub/gamma.answers.yaml': firm('Gamma', { 'tiny.contract': 'no' }),
  'clients/broken.answers.yaml': 'ruleset: tiny\n  x',
  'log.txt': 'here',
  'older.answers.yaml': older,
}
/** What stood in the place of a report before. */
const old: Readonly<Record<string, string>> = {
  'out/alpha.json': 'an older report\n',
  'out/alpha.md': 'an older report\n',
}

interface Ran {
  readonly code: number
  readonly said: string
}

interface Scenario {
  readonly run: (folder: Folder, day: () => string) => Promise<Ran>
  /** Folders and files that it makes. */
  readonly makes: readonly string[]
  /** Whether it may be run again to finish what it began. */
  readonly again?: boolean
}

const command =
  (line: string): Scenario['run'] =>
  async (folder, day) => {
    const { code, out, err } = await folder.run(line, { now: day })
    return { code, said: out + err + (read(folder.at('out/errors.txt')) ?? '') }
  }

const scenarios: Record<string, Scenario> = {
  score: {
    run: command('score alpha.answers.yaml --rulesets rulesets --format json,md,csv --output out'),
    makes: ['out'],
  },
  merge: {
    run: command('merge alpha.answers.yaml more.answers.yaml --rulesets rulesets --output merged.answers.yaml'),
    makes: ['merged.answers.yaml'],
  },
  batch: {
    run: command('batch clients --rulesets rulesets --output out --format json,md --jobs 1'),
    makes: ['out'],
    again: true,
  },
  migrate: {
    run: command('migrate older.answers.yaml --rulesets rulesets --output newer.answers.yaml'),
    makes: ['newer.answers.yaml'],
  },
  // In place: the old answers or the new ones.
  'migrate in place': { run: command('migrate older.answers.yaml --rulesets rulesets'), makes: ['older.answers.yaml'] },
  assess: { run: interview, makes: ['tiny.answers.yaml', 'tiny-2.answers.yaml'] },
}

/** The answers that the interview was given last, by question. */
let replied: Record<string, string> = {}

async function interview(folder: Folder, day: () => string): Promise<Ran> {
  let said = ''
  const output = { isTTY: true, write: (text: string | Uint8Array) => (said += String(text)) }
  const environment: Environment = {
    argv: [],
    cwd: folder.path,
    env: {},
    stdin: { isTTY: true, async *[Symbol.asyncIterator]() {} },
    stdout: output,
    stderr: output,
    now: () => new Date(day()),
    version: '9.9.9',
    columns: 80,
    signal: new AbortController().signal,
    home,
  }
  replied = {}
  let tries = 0
  const prompter = new ScriptedPrompter((prompt) => {
    if (prompt.kind === 'write') return prompt.message.startsWith('What is the name') ? 'Delta Ltd' : 'A. Chan'
    if (prompt.kind === 'confirm') return true
    if (prompt.kind === 'choose') {
      const values = prompt.choices.map(({ value }) => value)
      for (const value of tries++ < 2 ? ['retry', 'leave'] : ['elsewhere', 'leave'])
        if (values.includes(value)) return value
      return values[0]
    }
    const { field, ask } = prompt.screen
    const answer = field.type === 'choice' ? field.options[0]!.id : field.type === 'number' ? '5' : 'hush'
    replied[ask] = answer
    return answer
  })
  const context = new Context(environment, settingsOf({ rulesets: [folder.at('rulesets')] }, environment))
  try {
    const code = await assess(context, 'tiny', { rulesets: [folder.at('rulesets')] }, () => Promise.resolve(prompter))
    return { code, said: said + prompter.said }
  } catch (error) {
    if (isUsageError(error)) return { code: 2, said: said + prompter.said + error.message }
    return { code: await toldTrouble(context, error), said: said + prompter.said }
  }
}

/** Everything in a folder by its path, but what the program keeps for itself. */
function filesIn(root: string, at = ''): Record<string, string> {
  const found: Record<string, string> = {}
  const path = join(root, at)
  if (read(path) !== undefined) return { [at]: read(path)! }
  try {
    for (const name of readdirSync(path)) {
      if (name === '.flowready') continue
      const inside = join(at, name)
      Object.assign(
        found,
        statSync(join(root, inside)).isDirectory() ? filesIn(root, inside) : { [inside]: read(join(root, inside))! },
      )
    }
  } catch {
    // Not made.
  }
  return found
}

const made = (folder: Folder, { makes }: Scenario) =>
  Object.assign({}, ...makes.map((it) => filesIn(folder.path, it))) as Record<string, string>

const fresh = (template: Folder, folder: Folder): void => {
  rmSync(folder.path, { recursive: true, force: true })
  cpSync(template.path, folder.path, { recursive: true })
}

/** Words by which a person knows what went wrong. */
const reasons =
  /the disk|permission denied|is not there|[Tt]here is no |could not be (?:written|read)|cannot be read|disappeared|spans two disks|was changed|evidence-missing/

describe.each(Object.entries(scenarios))('%s', (name, scenario) => {
  test(
    'whatever fails, and whenever',
    async () => {
      const template = new Folder({ ...given, ...(name === 'score' ? old : {}) }).withTiny()
      cpSync(join(migrations, 'rulesets'), template.at('rulesets'), { recursive: true })
      const folder = new Folder()
      const clean = async () => {
        fresh(template, folder)
        return withFault(folder.path, undefined, (day) => scenario.run(folder, day))
      }
      // Once to have everything loaded, once to see what there is.
      await clean()
      const { result: whole, operations } = await clean()
      const expected = made(folder, scenario)
      const wanted = replied
      expect([0, 1]).toContain(whole.code)
      expect(operations.length).toBeGreaterThan(10)

      const all = operations.flatMap((operation, nth) =>
        kinds.filter((kind) => fits(kind, operation)).map((kind) => ({ nth, kind, operation })),
      )
      const step = every ? 1 : Math.max(1, all.length / sample)
      const wrong: string[] = []
      for (let i = 0; i < all.length; i += step) {
        const { nth, kind, operation } = all[Math.floor(i)]!
        const found = await tried({ nth, kind }, operation, { whole, expected, wanted, template, folder })
        wrong.push(...found.map((it) => `${operation.name} ${kind} ${operation.path.slice(folder.path.length)}: ${it}`))
      }
      if (process.env.FAULTS_LOG) process.stdout.write(`${name}: ${all.length} faults, ${wrong.length} wrong\n`)
      expect(wrong).toEqual([])
    },
    every ? 3_600_000 : 120_000,
  )

  /** @returns what is wrong after a run with a fault */
  async function tried(
    fault: Fault,
    operation: Operation,
    {
      whole,
      expected,
      wanted,
      template,
      folder,
    }: {
      whole: Ran
      expected: Record<string, string>
      wanted: Record<string, string>
      template: Folder
      folder: Folder
    },
  ): Promise<string[]> {
    fresh(template, folder)
    let ran: Ran
    try {
      ran = (await withFault(folder.path, fault, (day) => scenario.run(folder, day))).result
    } catch (error) {
      return [`throws ${String(error)}`]
    }
    const { code, said } = ran
    const wrong: string[] = []
    if (![0, 1, 2].includes(code)) wrong.push(`exit ${code}: ${said.slice(0, 300)}`)
    // Answers that were there are there, unless it was the fault itself that removed them.
    for (const [path, text] of Object.entries(given))
      if (
        !scenario.makes.includes(path) &&
        read(folder.at(path)) !== text &&
        !(fault.kind === 'gone' && operation.path === folder.at(path))
      )
        wrong.push(`${path} was lost`)
    const now = made(folder, scenario)
    const other = new Set<string>()
    for (const path of new Set([...Object.keys(now), ...Object.keys(expected)])) {
      if (now[path] === expected[path]) continue
      other.add(path)
      if (now[path] === undefined && given[path] === undefined) continue
      if (now[path] !== undefined && [given[path], old[path]].includes(now[path])) continue
      if (now[path] === undefined) {
        if (fault.kind !== 'gone') wrong.push(`${path} was lost`)
        continue
      }
      if (/\.tmp$/.test(path)) {
        if (!/unlink|remove/.test(operation.name)) wrong.push(`${path} was left behind`)
      } else if (isHalf(path, now[path], expected[path])) wrong.push(`${path} is half a file`)
    }
    if (name === 'assess') wrong.push(...lost(folder, wanted, ran))
    else if (other.size > 0 && fault.kind !== 'clock') {
      if ((code === 0 && !said.includes('evidence-missing')) || (code === whole.code && !saysWhy(said, folder)))
        wrong.push(`exit ${code}, but ${[...other].join(', ')} not made: ${said.slice(0, 600)}`)
      else if (!saysWhy(said, folder)) wrong.push(`does not say why: ${said.slice(0, 300)}`)
    }
    if (scenario.again && wrong.length === 0 && fault.kind !== 'gone') {
      await withFault(folder.path, undefined, (day) => scenario.run(folder, day))
      const later = made(folder, scenario)
      for (const path of new Set([...Object.keys(later), ...Object.keys(expected)]))
        if (later[path] !== expected[path]) wrong.push(`${path} is not whole after another run`)
    }
    return wrong
  }
})

const saysWhy = (said: string, folder: Folder): boolean => reasons.test(said.replaceAll(folder.path, ''))

/** Other words than expected may be the truth; what does not end as it should is not. */
function isHalf(path: string, text: string, expected: string | undefined): boolean {
  if (text === '') return true
  if (path.endsWith('.json')) {
    try {
      JSON.parse(text)
      return false
    } catch {
      return true
    }
  }
  return expected !== undefined && text.length < expected.length && expected.startsWith(text)
}

/** Answers that were given and are in no file, though that was not said. */
function lost(folder: Folder, wanted: Record<string, string>, { code, said }: Ran): string[] {
  const kept: Record<string, unknown> = {}
  for (const name of ['tiny.answers.yaml', 'tiny-2.answers.yaml']) {
    const text = read(folder.at(name))
    if (text === undefined) continue
    try {
      Object.assign(kept, (load(text) as { answers?: object }).answers)
    } catch {
      return [`${name} is half a file`]
    }
  }
  const missing = Object.keys(replied).length - Object.keys(kept).length
  if (missing > 0 && !/not saved|could not be written|cannot be read|not there/i.test(said))
    return [`${missing} answers are lost, exit ${code}: ${said.slice(-300)}`]
  if (code === 0 && Object.keys(replied).length !== Object.keys(wanted).length) return ['not everything was asked']
  return []
}
