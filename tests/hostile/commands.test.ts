/** What the other commands make of hostile files: decide, verify, merge, migrate, plans, cohorts. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { Terminal } from '../../bin/dev/screens.js'
import { sealed, visibleJson, type Report } from '../../src/index.js'
import { Folder } from '../cli/run.js'
import { answers, attacks, names, ruleset } from './attacks.js'
import { harmless, places, same, textsIn } from './shown.js'

const folder = new Folder({
  'rulesets/hostile/questionnaire.yaml': ruleset,
  'a.answers.yaml': answers,
  'house.theme.yaml': `name: ${JSON.stringify(attacks.script)}\ncontact: ${JSON.stringify(attacks.command)}\ndisclaimer: ${JSON.stringify(attacks.xmp)}\n`,
})
const run = (...line: string[]) => folder.run([...line, '--rulesets', 'rulesets'])
/** Attacks that a page would have to hold as they are to do anything. */
const live = /<script>alert|onerror=alert\(1\)>|javascript:b"|<!\[CDATA|evil\.example\/x\.png"|<\/script><script/
/** No line that a runner of CI obeys. */
const obeyed = /^\s*(?:::|##\[)/m

describe('decide', () => {
  test.each(['text', 'md', 'json'])('%s', async (format) => {
    const { code, out, err } = await run('decide', 'hostile-route', '--answers', 'a.answers.yaml', '--format', format)
    expect(code).toBe(0)
    harmless(out + err)
    expect(out + err).not.toMatch(obeyed)
    same(`decide-${format}`, out)
    if (format === 'json') for (const name of names) expect(textsIn(JSON.parse(out))).toContain(attacks[name])
    if (format === 'md') expect(out.replace(/\\./g, '')).not.toMatch(/<(?!\/?(?:details|summary|sub|br)\b|!-- -->)/)
  })

  test.each([[[]], [['--plain']]])(
    'on a terminal %s',
    async (more) => {
      const terminal = new Terminal(
        ['decide', 'hostile-route', '--rulesets', folder.at('rulesets'), '--lang', 'en', ...more],
        { cwd: mkdtempSync(join(folder.path, 'decide-')) },
      )
      let sent = ''
      terminal.pty.onData((data) => (sent += data))
      try {
        // Whatever it asks: the first option.
        for (let n = 0; n < 4 && !terminal.over; n++) {
          await terminal.until((it) => it.over || it.quiet > 800)
          if (!terminal.over) terminal.type('1\r')
        }
        await terminal.until((it) => it.over || it.quiet > 800)
      } finally {
        terminal.close()
        await terminal.ended
      }
      const text = sent.replace(/\u001b\[[\d;?]*[A-Za-z]/g, ' ').replace(/[\r\n]/g, ' ')
      harmless(text)
      expect(sent).not.toMatch(/\u001b\[2J\u001b\[31m|\u001b\]/)
      expect(places(text, 'bidi').length).toBeGreaterThan(0)
    },
    60_000,
  )
})

describe('verify', () => {
  let report: Report
  beforeAll(async () => {
    expect((await run('score', 'a.answers.yaml', '--format', 'json', '-o', 'a.json')).code).toBe(0)
    report = JSON.parse(readFileSync(folder.at('a.json'), 'utf8')) as Report
  })

  test('a report that holds attacks is the same as what its answers give', async () => {
    const { code, out, err } = await run('verify', 'a.json')
    expect([code, err]).toEqual([0, ''])
    harmless(out)
  })

  test.each(['text', 'json'])('what was found instead is shown, %s', async (format) => {
    let said = ''
    for (const name of names) {
      const changed = sealed({ ...report, disclaimer: attacks[name]! })
      folder.write('changed.json', visibleJson(JSON.stringify(changed)))
      const { code, out, err } = await run('verify', 'changed.json', '--format', format)
      expect(code).toBe(1)
      harmless(out + err)
      expect(out).not.toMatch(obeyed)
      said += out
    }
    same(`verify-${format}`, said)
  })

  test('a file whose name is an attack, and what a report says of its version', async () => {
    const name = '::error::x \u001b]0;n\u0007\u202e.json'
    folder.write(
      name,
      visibleJson(
        JSON.stringify(
          sealed({ ...report, generator: { ...report.generator, version: '9.9.8; rm -rf ~\n::error::' } }),
        ),
      ),
    )
    const { code, out, err } = await run('verify', name)
    expect(code).toBe(1)
    harmless(out + err)
    expect(out).not.toMatch(obeyed)
  })
})

test('merge: conflicts are named with what each said', async () => {
  folder.write('b.answers.yaml', answers.replaceAll('"answer": "no"', '"answer": "all"'))
  const { code, out, err } = await run('merge', 'a.answers.yaml', 'b.answers.yaml', '-o', 'm.answers.yaml')
  expect(code).toBe(1)
  harmless(out + err)
  expect(out + err).not.toMatch(obeyed)
  same('merge', out + err, [])
})

test('migrate: what is said of each answer that is carried over', async () => {
  const own = new Folder({
    'rulesets/hostile/questionnaire.yaml': ruleset.replace('"version": "1.0.0"', '"version": "2.0.0"'),
    'rulesets/hostile/migrations/1-2.yaml': JSON.stringify({
      from: '1',
      to: '2',
      dropped: names.slice(0, 8).map((name) => ({ id: `hostile.old-${name}`, because: attacks[name] })),
      again: names.slice(8).map((name) => ({ id: `hostile.${name}`, because: attacks[name] })),
    }).replace(/[^\n -~]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'a.answers.yaml': answers.replace(
      '"answers": {',
      `"answers": {${names
        .slice(0, 8)
        .map((name) => `"hostile.old-${name}": "no",`)
        .join('')}`,
    ),
  })
  const { code, out, err } = await own.run('migrate a.answers.yaml --rulesets rulesets')
  expect([code, err]).toEqual([0, ''])
  harmless(out)
  expect(out).not.toMatch(obeyed)
  same('migrate', out)
  harmless(readFileSync(own.at('a.answers.yaml'), 'utf8'))
})

describe('a plan in a report', () => {
  test('html', async () => {
    await run('score', 'a.answers.yaml', '--plan', '--format', 'html', '--theme', 'house.theme.yaml', '-o', 'plan.html')
    const page = readFileSync(folder.at('plan.html'), 'utf8')
    harmless(page)
    expect(page).not.toMatch(live)
    same('plan-html', page.slice(page.search(/id="plan"/)))
  })

  test('pdf', async () => {
    expect((await run('score', 'a.answers.yaml', '--plan', '--format', 'pdf', '-o', 'plan.pdf')).code).toBe(0)
    if (process.env.CI !== 'true' && spawnSync('pdftotext', ['-v']).error) return
    const text = execFileSync('pdftotext', ['-raw', 'plan.pdf', '-'], { cwd: folder.path, encoding: 'utf8' })
    harmless(text.replaceAll('\f', ''))
    same('plan-pdf', text)
  }, 60_000)

  test('json', async () => {
    const { code, out } = await run('plan', 'a.answers.yaml', '--target', 'ready', '--format', 'json')
    expect(code).toBe(0)
    harmless(out)
    same('plan-json', out)
  })
})

describe('a cohort', () => {
  beforeAll(async () => {
    for (let n = 1; n <= 6; n++)
      folder.write(`clients/${n}.answers.yaml`, answers.replace('"reference": "', `"reference": "${n} `))
    const { code, out, err } = await run('batch', 'clients', '-o', 'cohort', '--format', 'json')
    expect(code).toBe(0)
    harmless(out + err)
  }, 60_000)

  test('the page', async () => {
    const line = ['cohort', 'page', 'cohort/cohort.json', '--theme', 'house.theme.yaml', '-o', 'cohort.html']
    const { code, out, err } = await run(...line)
    expect([code, err.includes('error')]).toEqual([0, false])
    harmless(out + err)
    const page = readFileSync(folder.at('cohort.html'), 'utf8')
    harmless(page)
    expect(page).not.toMatch(live)
    same('cohort-html', page)
  })

  test('merged', async () => {
    const { code, out, err } = await run('cohort', 'merge', 'cohort/cohort.json', 'cohort/cohort.json', '-o', '-')
    expect([0, 1, 2]).toContain(code)
    harmless(out + err)
  })
})

test.each([
  ['list'],
  ['show hostile --as-asked'],
  ['show hostile.command'],
  ['show hostile --format json'],
  ['test rulesets/hostile'],
])('%s: no line that a runner obeys', async (line) => {
  const { out, err } = await run(...line.split(' '))
  harmless(out + err)
  expect(out + err).not.toMatch(obeyed)
})

test('a stream of answers in JSON says what its lines say, whatever their characters', async () => {
  const given = `${JSON.stringify({ name: 'one', answers: JSON.parse(answers) as unknown })}\n`
  const { code, out, err } = await folder.run('batch - --format ndjson --rulesets rulesets', { stdin: given })
  expect([code, err]).toEqual([0, ''])
  harmless(out)
})
