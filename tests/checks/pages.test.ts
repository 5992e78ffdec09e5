import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { load, CORE_SCHEMA } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { type Code, codes } from '../../src/diagnostics/codes.js'
import { checkPageOf, type Example } from '../../src/cli/check-page.js'
import { wordsIn } from '../../src/text/words.js'
import { Folder } from '../cli/run.js'
import { testScales, testSources, wellFormed } from './checked.js'

/**
 * The examples of docs/checks/, as `flowready validate` sees them. What has no file's name replaces keys of
 * `well-formed.yaml`; the rest are files of that ruleset, or beside it. What is found in the bad ones stands under them
 * (`UPDATE=1` writes it anew); the good ones have nothing wrong.
 */
const folder = `${root}/docs/checks/`
const pages = (readdirSync(folder, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .sort()
const cases = `${root}/tests/cases/rulesets/`
const common = ['bands', 'firm', 'flows'].map((name) => `common/${name}.yaml`)

const parsed = (yaml: string): object => load(yaml, { schema: CORE_SCHEMA }) as object
/** The test cases' source, and others beside it. */
const sources = JSON.stringify({
  sources: (parsed(testSources) as { sources: object[] }).sources.flatMap((act) => [
    act,
    { ...act, id: 'note', kind: 'guidance' },
    { ...act, id: 'old-act', until: '2025-12-31' },
    { ...act, id: 'ending-act', until: '2026-12-31' },
  ]),
})
/** Scales stand in a common file. */
const scalesWith = (own: readonly { id: string }[] = []) => {
  const { scales } = parsed(testScales) as { scales: { id: string }[] }
  return JSON.stringify({ scales: [...scales.filter(({ id }) => !own.some((it) => it.id === id)), ...own] })
}
interface Keys {
  readonly scales?: { id: string }[]
  readonly bands?: object[]
}

/** Where a file of a page stands. */
const placeOf = (file: string): string =>
  /^(?:cases|examples|i18n|migrations)\/|^(?:ids\.lock|questionnaire\.yaml)$/.test(file)
    ? `rulesets/well-formed/${file}`
    : file.includes('/')
      ? `rulesets/${file}`
      : file

/** A folder of rulesets, and what stands beside it. */
function filesOf(examples: readonly Example[]): Record<string, string> {
  const keys = examples.filter((it) => it.file === undefined).map((it) => parsed(it.text))
  const { scales, bands, ...own } = Object.assign({}, ...keys) as Keys
  return {
    ...Object.fromEntries(common.map((path) => [`rulesets/${path}`, readFileSync(cases + path, 'utf8')])),
    'rulesets/common/sources.yaml': sources,
    'rulesets/common/scales.yaml': scalesWith(scales),
    ...(bands && { 'rulesets/common/bands.yaml': JSON.stringify({ bands }) }),
    'rulesets/well-formed/questionnaire.yaml': JSON.stringify({ ...parsed(wellFormed), ...own }),
    ...Object.fromEntries(
      examples.flatMap(({ file, text }) => (file === undefined ? [] : [[placeOf(file), text] as const])),
    ),
  }
}

interface Found {
  readonly code: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly pointer: string
  readonly message: string
  readonly fix: string
}

/** What is found, three lines each: where, what, how to mend it. A file that the page shows whole has lines; keys of one have not. */
async function foundIn(
  code: string,
  before: readonly Example[],
  examples: readonly Example[],
  command: string,
): Promise<string> {
  const all = new Folder(filesOf(examples))
  for (const [file, text] of before.length > 0 ? Object.entries(filesOf(before)) : []) all.write(`before/${file}`, text)
  // The examples are those of the package, but where it matters that they are not.
  const options = code === 'check/id-without-prefix' ? {} : { home: all.path }
  const beside = examples.flatMap(({ file }) => (file === undefined || placeOf(file) !== file ? [] : [file]))
  const since = before.length > 0 ? ' --since before/rulesets' : ''
  // What the ids stood for is remembered, as it is where a ruleset has been released.
  const lock = 'rulesets/well-formed/ids.lock'
  if (since) {
    await all.run('validate before/rulesets --update-locks', options)
    all.write(lock, readFileSync(all.at(`before/${lock}`)))
  }
  const locked = examples.some(({ file }) => file?.endsWith('.lock'))
  if (since || (!locked && code.startsWith('translation/'))) await all.run('validate rulesets --update-locks', options)
  const { out, err } = await all.run(
    `${command} rulesets ${beside.join(' ')} --format json --rulesets rulesets${since}`,
    options,
  )
  if (out === '') throw new Error(err)
  const whole = new Map(examples.flatMap(({ file }) => (file === undefined ? [] : [[placeOf(file), file] as const])))
  return (JSON.parse(out) as { diagnostics: Found[] }).diagnostics
    .map(({ code, file, line, column, pointer, message, fix }) => {
      const place = whole.has(file) ? `${whole.get(file)}:${line}:${column}` : pointer || file
      return `${place}\n  ${message} ${code}\n  Fix: ${fix}\n`
    })
    .join('')
}

describe.each(pages)('docs/checks/%s', (name) => {
  const text = readFileSync(folder + name, 'utf8')
  const code = name.replace(/\.md$/, '') as Code
  const page = checkPageOf(text)
  const command = code === 'cases/failed' ? 'test' : `validate${code === 'check/unverified' ? ' --unverified' : ''}`

  it('says what it is about, and why', () => {
    expect(text).toMatch(new RegExp(`^# .+\n\n\`${code}\`\n`))
    expect(Object.keys(codes)).toContain(code)
    for (const part of [page.what, page.why]) expect(part.length).toBeGreaterThan(30)
  })

  it('finds what is wrong with the bad example', async () => {
    const found = await foundIn(code, page.before, page.bad, command)
    if (process.env.UPDATE)
      writeFileSync(
        folder + name,
        text.replace(
          /(\n## Bad\n[^]*?```\n\n```\n)[^]*?(```\n\n## Good\n)/,
          (_, start: string, end: string) => start + found + end,
        ),
      )
    else expect(found).toBe(page.found)
    expect(found).toContain(` ${code}\n`)
  })

  it('finds nothing wrong with the good one', async () => {
    const strict = command.replace('--unverified', '') + (command === 'test' ? '' : ' --unverified')
    expect(await foundIn(code, page.before, page.good, strict)).toBe('')
  })
})

/** What no file that a page could show says. */
const elsewhere: Partial<Record<Code, string>> = {
  'file/not-found': 'a name that leads nowhere',
  'file/not-readable': 'what the system refuses',
  'file/directory': 'a folder where a file is expected',
  'file/too-large': 'more than 4 MB',
  'file/not-text': 'bytes that are no text',
  'file/outside': 'a link in the file system',
  'file/vanished': 'another program at the same time',
  'file/set-aside': 'a batch shared over a queue; not of validate',
  'schema/invalid': 'no rule of the schemas of today leads to it',
  'schema/repeated': 'no schema of today says that members differ',
  'answers/other-ruleset': 'of assess, merge and compare, where a file meets another; not of validate',
  'report/other-version': 'of verify and compare; not of validate',
  'report/not-shown': 'of the PDF of a report; not of validate',
}

it('has a page for every code, but where there is nothing to show', () => {
  const without = Object.keys(codes).filter((code) => !pages.includes(`${code}.md`))
  expect(without.sort()).toEqual(Object.keys(elsewhere).sort())
})

it('lists every page', () => {
  const { diagnostics } = wordsIn('en')
  const line = (code: Code) => `- [\`${code}\`](${code}.md): ${diagnostics[code].title}\n`
  const all = (Object.keys(codes) as Code[]).filter((code) => pages.includes(`${code}.md`))
  const path = `${folder}README.md`
  const [before] = readFileSync(path, 'utf8').split('\n- ')
  const index = `${before}\n${all.map(line).join('')}`
  if (process.env.UPDATE) writeFileSync(path, index)
  else expect(readFileSync(path, 'utf8')).toBe(index)
})
