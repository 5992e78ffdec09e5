/**
 * One hostile ruleset and one hostile answers file through everything that prints. tests/golden/hostile/ holds, for each
 * format, what becomes of each attack: harmless, and still there to be read. `UPDATE=1` writes it anew.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { beforeAll, describe, expect, test } from 'vitest'
import { Terminal } from '../../bin/dev/screens.js'
import { Folder } from '../cli/run.js'
import { answers, attacks, crowded, misnamed, mistaken, names, ruleset, wordy } from './attacks.js'
import { harmless, places, same, textsIn } from './shown.js'

/** As bad as a file system lets a name be. */
const badName = '::error file=x::%0A \u001b]0;name1\u0007 \u202e =cmd <script>`|$(1name).answers.json'

const folder = new Folder({
  'rulesets/hostile/questionnaire.yaml': ruleset,
  'clients/hostile.answers.yaml': answers,
  'clients/mistaken.answers.json': mistaken,
  [`clients/${badName}`]: misnamed,
  'house.theme.yaml': `name: ${JSON.stringify(attacks.script)}\ncontact: ${JSON.stringify(attacks.command)}\ndisclaimer: ${JSON.stringify(attacks.xmp)}\n`,
})
const run = (...line: string[]) => folder.run([...line, '--rulesets', 'rulesets'])
const given = 'clients/hostile.answers.yaml'

describe('a report', () => {
  test('text', async () => {
    const { code, out, err } = await run('score', given)
    expect(code).toBe(0)
    harmless(out + err)
    same('text', out, [])
  })

  test('json: harmless on a screen, and the same words to a program', async () => {
    const { out } = await run('score', given, '--format', 'json')
    harmless(out)
    same('json', out)
    const texts = textsIn(JSON.parse(out))
    for (const name of names) expect(texts).toContain(attacks[name])
  })

  test('md', async () => {
    const { out } = await run('score', given, '--format', 'md')
    harmless(out)
    same('md', out)
    expect(out.replace(/\\./g, '')).not.toMatch(/<(?!\/?(?:details|summary|sub|br)\b|!-- -->)/)
  })

  test('csv: no formula, no cell too many', async () => {
    const { out } = await run('score', given, '--format', 'csv')
    harmless(out.replaceAll('\r\n', '\n'))
    same('csv', out)
    for (const cell of out.split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) expect(cell).not.toMatch(/^"?\s*[=+@\uff1d]/)
  })

  test('html', async () => {
    await run('score', given, '--format', 'html', '--theme', 'house.theme.yaml', '-o', 'report.html')
    const page = readFileSync(folder.at('report.html'), 'utf8')
    harmless(page)
    same('html', page)
    expect(page).not.toMatch(/<script>alert|onerror=alert\(1\)>|javascript:b"|<!\[CDATA|evil\.example\/x\.png"/)
  })

  test('pdf: what is printed, and what it says of itself', async () => {
    const { code, err } = await run(
      'score',
      given,
      '--format',
      'pdf',
      '--theme',
      'house.theme.yaml',
      '-o',
      'report.pdf',
    )
    expect(code).toBe(0)
    harmless(err)
    const bytes = readFileSync(folder.at('report.pdf'))
    const xmp = /<\?xpacket begin[\s\S]*?<\?xpacket end="w"\?>/.exec(bytes.toString('utf8'))![0]
    expect(xmp.match(/<\/x:xmpmeta>/g)).toHaveLength(1)
    harmless(xmp.replace('\ufeff', ''))
    if (process.env.CI !== 'true' && spawnSync('pdftotext', ['-v']).error) return
    const text = execFileSync('pdftotext', ['-raw', 'report.pdf', '-'], { cwd: folder.path, encoding: 'utf8' })
    harmless(text.replaceAll('\f', ''))
    same('pdf', text)
    expect(execFileSync('qpdf', ['--check', 'report.pdf'], { cwd: folder.path, encoding: 'utf8' })).toContain(
      'No syntax',
    )
  }, 120_000)
})

test('an answers file that is read and written again keeps every word', async () => {
  const { code } = await run('merge', given, given.replace('hostile', 'copy'), '-o', 'merged.answers.yaml')
  expect(code).toBe(2)
  folder.write('copy.answers.yaml', answers)
  expect((await run('merge', given, 'copy.answers.yaml', '-o', 'merged.answers.yaml')).code).toBe(0)
  const text = readFileSync(folder.at('merged.answers.yaml'), 'utf8')
  harmless(text)
  for (const name of names) expect(textsIn(load(text))).toContain(attacks[name])
})

describe('diagnostics', () => {
  const all = ['validate', 'clients', 'rulesets/hostile']
  // Keys and values: a message cuts off what is longer than a line.
  test.each(['text', 'json', 'sarif', 'junit', 'github'])('%s', async (format) => {
    const { code, out, err } = await run(...all, '--format', format)
    expect(code).toBe(1)
    harmless(out + err)
    same(`validate-${format}`, out)
    expect(places(out, 'name').length).toBeGreaterThan(0)
    if (format === 'github') {
      for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) file=[^\n]*$/)
    } else for (const line of out.split('\n')) expect(line).not.toMatch(/^\s*(?:::|##\[)/)
    if (format === 'junit') expect(out.replace(/^<\?xml.*/, '')).not.toMatch(/<!|<\?|]]>/)
    if (format === 'json' || format === 'sarif') JSON.parse(out)
  })
})

describe('a file that is long in one place', () => {
  // Seconds at most: what is said of each mistake does not grow with the line or the key that it stands in.
  test.each(['text', 'json', 'sarif', 'junit', 'github'])('%s', async (format) => {
    folder.write('wordy.answers.json', wordy)
    const long = await run('validate', 'wordy.answers.json', '--format', format)
    expect(long.code).toBe(1)
    harmless(long.out + long.err)
    expect(long.out.length).toBeLessThan(3 << 20)
    folder.write('crowded.answers.json', crowded)
    const { code, out, err } = await run('validate', 'crowded.answers.json', '--format', format)
    expect(code).toBe(1)
    harmless(out + err)
    expect(out.length).toBeLessThan(3 << 20)
    expect(out.match(/schema\/unknown-key/g)!.length).toBeGreaterThanOrEqual(2000)
  })
})

describe('many at once', () => {
  let said = ''
  beforeAll(async () => {
    const { code, out, err } = await run('batch', 'clients', '-o', 'out', '--format', 'json,md')
    expect(code).toBe(1)
    said = out + err
  })
  const read = (name: string) => readFileSync(folder.at(`out/${name}`), 'utf8')

  test('what is said', () => harmless(said))

  test.each(['summary.csv', 'summary.ndjson', 'errors.txt', 'errors.ndjson', 'cohort.json'])('%s', (name) => {
    const text = read(name)
    harmless(text.replaceAll('\r\n', '\n'))
    if (name.endsWith('csv')) {
      for (const cell of text.split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) expect(cell).not.toMatch(/^"?\s*[=+@]/)
      expect(places(text, 'name')).toHaveLength(1)
    }
    if (name.startsWith('errors')) same(`batch-${name}`, text)
  })
})

describe('other results', () => {
  test.each([
    ['plan', ['plan', given, '--target', 'ready']],
    ['plan-csv', ['plan', given, '--target', 'ready', '--format', 'csv']],
    ['show', ['show', 'hostile']],
  ])('%s', async (name, line) => {
    const { out, err } = await run(...line)
    harmless((out + err).replaceAll('\r\n', '\n'))
    same(name, out)
  })

  test.each(['text', 'md', 'html', 'json'])('compare, %s', async (format) => {
    folder.write('later.answers.yaml', answers.replaceAll('"answer": "no"', '"answer": "all"'))
    const { code, out, err } = await run('compare', given, 'later.answers.yaml', '--format', format, '-o', '-')
    expect(code).toBe(0)
    harmless(out + err)
    same(`compare-${format}`, out)
  })
})

describe('the interview', () => {
  test.each([[[]], [['--plain']]])(
    '%s',
    async (more) => {
      const terminal = new Terminal(
        ['assess', 'hostile', '--rulesets', folder.at('rulesets'), '--lang', 'en', ...more],
        {
          cwd: mkdtempSync(join(folder.path, 'assess-')),
        },
      )
      const plain = more.length > 0
      let sent = ''
      terminal.pty.onData((data) => (sent += data))
      const shows = (text: string) => terminal.until((it) => (plain ? sent : it.text).includes(text))
      try {
        for (const [text, keys] of [
          ...(plain ? [] : [['Enter', '\r'] as const]),
          ['name of your firm', 'Ltd\r'],
          ['Who is answering', 'T\r'],
        ] as const) {
          await shows(text)
          terminal.type(keys)
        }
        for (let n = 1; n <= names.length + 1; n++) {
          await shows(`Question ${n} of`)
          // What is typed before the whole question stands there is echoed in the middle of it.
          if (plain) await terminal.until(() => sent.split(`Question ${n} of`)[1]?.includes('Type a number') ?? false)
          if (n < 4 && !plain) {
            terminal.type('?')
            await terminal.until((it) => it.quiet > 200)
            terminal.type('\r')
            await terminal.until((it) => it.text.includes(`Question ${n} of`) && it.quiet > 200)
          }
          terminal.type('2\r')
        }
        await shows('What now?')
        await terminal.until((it) => it.quiet > 300)
      } finally {
        terminal.close()
        await terminal.ended
      }
      // The program's own sequences colour and move; none of a file is among them.
      const text = sent.replace(/\u001b\[[\d;?]*[A-Za-z]/g, ' ').replace(/[\r\n]/g, ' ')
      harmless(text)
      expect(sent).not.toMatch(/\u001b\[2J\u001b\[31m|\u001b\]/)
      same(`assess${more.join('')}`, text)
    },
    60_000,
  )
})
