// The program in a real terminal of 80×24: plays a walk key by key and gives each screen as text.
//   node bin/dev/screens.js [WALK...]   writes docs/screens/ anew, and the screens that README.md shows of them;
//                                       tests/interview/screens.test.ts compares both
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { root } from './schemas.js'

export const languages = ['en', 'zh-Hant', 'zh-Hans']
export const columns = 80
export const rows = 24

const enter = '\r'
const escape = '\u001b'
const first = ` ${enter}`
const down = '\u001b[B'
const up = '\u001b[A'
/** The n-th of a list. */
const nth = (n) => `${down.repeat(n - 1)}${enter}`

// What is typed is the same in every language. The as-at date is given, so that no screen knows what day it is.
export const walks = {
  // From the first page to the report: everything answered, some of it with a note, a reason, evidence.
  assess: {
    args: ['assess', 'lawful-requests', '--as-at', '2026-11-20'],
    keys: [
      enter,
      `Harbour Payments Ltd${enter}`,
      `A. Chan${enter}`,
      '?',
      enter,
      'u',
      'b',
      first,
      `5 ${enter}`,
      first,
      first,
      `2${enter}`,
      first,
      `2${enter}`,
      `2${enter}`,
      enter,
      enter,
      enter,
      enter,
    ],
  },
  // A list: an entry with a note and evidence, in another language half-way; one like it; renamed, removed, brought back.
  flows: {
    args: ['assess', 'cross-boundary-data-flow', '--section', 'flows', '--as-at', '2026-11-20'],
    keys: [
      enter,
      `Harbour Payments Ltd${enter}`,
      `A. Chan${enter}`,
      enter,
      `Payroll, 薪金${enter}`,
      'n',
      `Asked HR.${enter}`,
      `2${enter}`,
      `11${enter}`,
      'l',
      nth(2),
      ...[1, 3, 1, 2, 0, 0].map((it) => `${it}${enter}`),
      escape,
      `1200${enter}`,
      ...[1, 2, 2, 1].map((it) => `${it}${enter}`),
      nth(2),
      enter,
      `Support${enter}`,
      nth(2),
      `12${enter}`,
      escape,
      nth(4),
      nth(3),
      ` desk${enter}`,
      nth(4),
      nth(4),
      `${up}${enter}`,
      `${up}${enter}`,
      nth(4),
      nth(7),
    ],
  },
  // One decision, kept nowhere.
  decide: {
    args: ['decide', 'export-route', '--as-at', '2026-11-20'],
    keys: [enter, ...[2, 11, 3, 1, 2, 1, 2, 240000, 240000, 0, 1, 500000].map((it) => `${it}${enter}`), enter, escape],
  },
}

// A clock that stands, so that no screen knows what day it is.
const standing = `data:text/javascript,${encodeURIComponent(
  `const at = Date.UTC(2026, 10, 20, 2); const Real = Date
  globalThis.Date = class extends Real { constructor(...of) { of.length === 0 ? super(at) : super(...of) } static now() { return at } }`,
)}`

/** A program in a terminal that nobody sees. */
export class Terminal {
  #screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  #changed = 0

  /** @param args of flowready */
  constructor(args, { cwd, env = {} }) {
    this.pty = spawn(process.execPath, [join(root, 'bin/flowready.js'), ...args], {
      cols: columns,
      rows,
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd, TERM: 'xterm-256color', LANG: 'C.UTF-8', NO_COLOR: '1', ...env },
    })
    this.pty.onData((data) => {
      this.#changed = performance.now()
      this.#screen.write(data)
    })
    this.ended = new Promise((resolve) => {
      this.pty.onExit(({ exitCode, signal }) => {
        this.over = true
        resolve({ exitCode, signal })
      })
    })
  }

  /** What is seen now, without spaces and lines at the end. */
  get text() {
    const { active } = this.#screen.buffer
    const lines = []
    for (let y = 0; y < rows; y++)
      lines.push(
        active
          .getLine(active.baseY + y)
          .translateToString(true)
          .trimEnd(),
      )
    return lines.join('\n').trimEnd()
  }

  /** How long nothing has been written, in milliseconds. */
  get quiet() {
    return this.#changed === 0 ? 0 : performance.now() - this.#changed
  }

  type(keys) {
    this.pty.write(keys)
  }

  /** Waits until `holds`, or as long as a slow machine may take. */
  async until(holds, patience = 30_000) {
    const start = performance.now()
    while (!holds(this) && !this.over && performance.now() - start < patience)
      await new Promise((resolve) => setTimeout(resolve, 15))
    // What was written last has been drawn.
    await new Promise((resolve) => this.#screen.write('', resolve))
  }

  close() {
    if (!this.over) this.pty.kill('SIGKILL')
    this.#screen.dispose()
  }
}

/**
 * Plays a walk. @param arrived (n, terminal): whether the n-th screen is there
 * @returns the screens, the first before any key
 */
export async function play({ args, keys }, language, arrived) {
  const cwd = mkdtempSync(join(tmpdir(), 'flowready-screens-'))
  const terminal = new Terminal([...args, '--lang', language], { cwd, env: { NODE_OPTIONS: `--import=${standing}` } })
  try {
    const screens = []
    for (let n = 0; n <= keys.length; n++) {
      if (n > 0) terminal.type(keys[n - 1])
      await terminal.until((it) => arrived(n, it))
      screens.push(terminal.text)
      // Past a screen that never came nothing can be compared.
      if (terminal.over || !arrived(n, terminal)) break
    }
    return screens
  } finally {
    terminal.close()
    rmSync(cwd, { recursive: true, force: true })
  }
}

export const fileOf = (name, language) => join(root, 'docs', 'screens', `${name}.${language}.txt`)

const rule = '═'.repeat(columns)
export const joined = (screens) => `${screens.join(`\n${rule}\n`)}\n`
export const parted = (text) => text.replace(/\n$/, '').split(`\n${rule}\n`)

/** A text with the screens that it asks for: `<!-- screen decide en 14 -->` is the fourteenth of docs/screens/decide.en.txt. */
export const withScreens = (text) =>
  text.replace(/(<!-- screen (\S+) (\S+) (\d+) -->\n).*?(<!-- \/screen -->)/gs, (_, begin, name, language, n, end) => {
    const screen = parted(readFileSync(fileOf(name, language), 'utf8'))[n - 1]
    if (screen === undefined) throw new Error(`there is no screen ${name} ${language} ${n}`)
    return `${begin}\n\`\`\`text\n${screen}\n\`\`\`\n\n${end}`
  })

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(join(root, 'docs', 'screens'), { recursive: true })
  const wanted = process.argv.slice(2)
  for (const [name, walk] of Object.entries(walks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const language of languages) {
      let before = ''
      let drawn = -1
      const screens = await play(walk, language, (n, it) => {
        if (drawn !== n && it.quiet > 700 && it.text !== before) [before, drawn] = [it.text, n]
        return drawn === n
      })
      writeFileSync(fileOf(name, language), joined(screens))
      process.stdout.write(`${name} ${language}: ${screens.length} screens\n`)
    }
  }
  const readme = join(root, 'README.md')
  writeFileSync(readme, withScreens(readFileSync(readme, 'utf8')))
}
