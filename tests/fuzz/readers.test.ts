/**
 * Every reader against spoilt files: only diagnostics and documented exit codes come out. Short with the suite; long with
 * `npm run fuzz` (FUZZ_RUNS; FUZZ_SEED repeats a run). What once failed lies in corpus/ and is read every time.
 */
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { answers, Folder, home } from '../cli/run.js'
import { garbled, type Json, spoilt } from './mutations.js'

const runs = Number(process.env.FUZZ_RUNS ?? 8)
const seed = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) }
const secret = 'what lies outside'
// What is read lies one folder deeper than the file that nobody may look at.
const folder = new Folder({
  'canary.txt': secret,
  'work/good.answers.yaml': answers('Alpha', { 'tiny.people': '5' }),
  'work/evidence.txt': 'here',
  'work/house.theme.yaml': 'name: House\n',
}).withTiny()
const migrations = join(home, 'tests/cases/migrations')
cpSync(join(migrations, 'rulesets'), folder.at('rulesets'), { recursive: true })
folder.write('work/older.answers.yaml', readFileSync(join(migrations, 'files/chain.yaml')))
const migration = 'rulesets/vault/migrations/2-3.yaml'

const base = {
  ruleset: readFileSync(folder.at('rulesets/tiny/questionnaire.yaml'), 'utf8'),
  answers: answers('Alpha', {
    'tiny.exports': 'yes',
    'tiny.people': '5',
    'tiny.contract': '{answer: yes, note: n, evidence: [{file: evidence.txt, until: 2027-01-01}]}',
  }),
  translation: `language: zh-Hant
title: 小
facts: {tiny.exports: {ask: 有資料離開嗎？, options: {yes: 有, no: 沒有}}}
determinations: {tiny-route: {title: 所需, outcomes: {none: 沒有}, rules: {r2: {because: '{tiny.people} 人'}}}}
questions: {tiny.log: {ask: 有紀錄嗎？, options: {all: 全部}, evidence: {log: 紀錄}, remedy: 備存紀錄}}
`,
  theme: `name: House
logo: {file: evidence.txt, alt: House}
colours: {light: {accent: '#0b5c6b'}, dark: {accent: '#7cc7d6'}}
disclaimer: A self-assessment, not legal advice.
contact: Room 1
`,
  project: `firm: {name: Alpha}
by: A. Chan
language: zh-Hans
theme: work/house.theme.yaml
rulesets: [rulesets]
output: work/out
format: [json, md]
`,
}

/** Where each kind of file lies, and the commands that read it. */
const readers: Readonly<
  Record<
    string,
    { readonly file: string; readonly base: () => string; readonly lines: readonly string[]; readonly stdin?: boolean }
  >
> = {
  ruleset: {
    file: 'rulesets/tiny/questionnaire.yaml',
    base: () => base.ruleset,
    lines: ['validate rulesets/tiny', 'score work/good.answers.yaml --rulesets rulesets --format json'],
  },
  translation: {
    file: 'rulesets/tiny/i18n/zh-Hant.yaml',
    base: () => base.translation,
    lines: ['validate rulesets/tiny', 'score work/good.answers.yaml --rulesets rulesets --lang zh-Hant'],
  },
  answers: {
    file: 'work/bad.answers.yaml',
    base: () => base.answers,
    lines: [
      'score work/bad.answers.yaml --rulesets rulesets --format text',
      'score work/bad.answers.yaml --rulesets rulesets --format json --redact',
      'merge work/good.answers.yaml work/bad.answers.yaml --rulesets rulesets -o -',
    ],
  },
  report: {
    file: 'work/bad.json',
    base: () => report,
    lines: [
      'verify work/bad.json --rulesets rulesets',
      'compare work/bad.json work/good.answers.yaml --rulesets rulesets',
    ],
  },
  migration: {
    file: migration,
    base: () => readFileSync(join(migrations, migration), 'utf8'),
    lines: ['migrate work/older.answers.yaml --rulesets rulesets -o -', 'validate rulesets/vault'],
  },
  // Lines of JSON on standard input: paths, answers, answers with a name.
  lines: {
    file: 'work/bad.ndjson',
    base: () => `${JSON.stringify({ name: 'one', answers: load(base.answers) })}\n"work/good.answers.yaml"\n`,
    lines: ['batch - --format ndjson --rulesets rulesets'],
    stdin: true,
  },
  theme: {
    file: 'work/bad.theme.yaml',
    base: () => base.theme,
    lines: [
      'validate work/bad.theme.yaml',
      'score work/good.answers.yaml --rulesets rulesets --theme work/bad.theme.yaml --format html -o -',
    ],
  },
  // Read by every command that is run in its folder.
  project: {
    file: 'flowready.yaml',
    base: () => base.project,
    lines: ['validate flowready.yaml', 'batch work/good.answers.yaml', 'score work/good.answers.yaml', 'list'],
  },
}

let report = ''
beforeAll(async () => {
  report = (await folder.run('score work/good.answers.yaml --rulesets rulesets --format json')).out
}, 60_000)

const leaked = createHash('sha256').update(secret).digest('hex')

/** Reads a spoilt file by every command that reads its kind. */
async function holds(kind: string, content: string | Uint8Array): Promise<void> {
  const { file, lines, stdin } = readers[kind]!
  folder.write(file, content)
  for (const line of lines) {
    const { code, out, err } = await folder.run(line, stdin === true ? { stdin: content } : {})
    if (![0, 1, 2].includes(code)) throw new Error(`${line} exits ${code}: ${err.slice(0, 2000)}`)
    // Whatever is wrong is said; nothing fails in silence.
    if (code !== 0 && `${out}${err}`.trim() === '') throw new Error(`${line} exits ${code} and says nothing`)
    const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u.exec(
      `${out}${err}`,
    )
    if (raw && !line.includes('html')) throw new Error(`${line} prints U+${raw[0].charCodeAt(0).toString(16)}`)
    if (`${out}${err}`.includes(leaked) || out.includes(secret)) throw new Error(`${line} looked outside`)
    const polluted = [Object.prototype, Array.prototype, Function.prototype].flatMap((it) => Object.keys(it))
    if (polluted.length > 0) throw new Error(`${line} changed a prototype: ${polluted.join(', ')}`)
  }
}

describe.each(Object.keys(readers))('%s', (kind) => {
  // A spoilt ruleset must not stay for the next reader.
  afterAll(() => {
    folder.withTiny().write('rulesets/tiny/i18n/zh-Hant.yaml', base.translation)
    folder.write(migration, readFileSync(join(migrations, migration)))
    rmSync(folder.at('flowready.yaml'), { force: true })
  })

  test(
    'spoilt in its structure',
    async () => {
      const { base: text } = readers[kind]!
      await fc.assert(
        fc.asyncProperty(spoilt(load(text().split('\n"')[0]!) as Json), (content) => holds(kind, content)),
        { numRuns: runs, ...seed },
      )
    },
    24 * 3_600_000,
  )

  test(
    'spoilt in its bytes',
    async () => {
      const { base: text } = readers[kind]!
      await fc.assert(
        fc.asyncProperty(garbled(text()), (content) => holds(kind, content)),
        { numRuns: runs, ...seed },
      )
    },
    24 * 3_600_000,
  )

  const corpus = join(home, 'tests/fuzz/corpus', kind)
  test.each(readdirSync(corpus))('%s', async (name) => {
    await holds(kind, readFileSync(join(corpus, name)))
  })
})
