import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { type IPty, spawn } from '@lydell/node-pty'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plain } from '../../src/formats/colour.js'
import { Interrupted, type Prompter } from '../../src/interview/prompter.js'
import { initialState } from '../../src/interview/question-state.js'
import { layOut } from '../../src/interview/screen.js'
import { TerminalPrompter } from '../../src/interview/terminal-prompter.js'
import { interview } from '../../src/text/en/interview.js'
import { choice, chinese, text } from './prompter-screens.js'

const words = interview.prompter

class Screen extends PassThrough {
  columns = 80
  rows = 24
  written = ''
  constructor() {
    super()
    this.on('data', (chunk: Buffer) => (this.written += chunk.toString()))
  }
}

let opened: TerminalPrompter | undefined
afterEach(() => opened?.close())

function terminal() {
  const raw: boolean[] = []
  const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => raw.push(on) })
  const output = new Screen()
  const stop = new AbortController()
  const prompter = new TerminalPrompter({
    input,
    output,
    words: () => words,
    color: plain,
    ascii: false,
    signal: stop.signal,
  })
  opened = prompter
  return { prompter, input, output, stop, raw }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

/** Every kind of prompt, ours and inquirer's. */
const prompts: readonly [string, (prompter: Prompter) => Promise<unknown>][] = [
  ['question', (it) => it.question(choice)],
  ['write', (it) => it.write('Note', { initial: 'old' })],
  ['choose', (it) => it.choose('Which?', [{ value: 'a', label: 'First' }])],
  ['confirm', (it) => it.confirm('Sure?', true)],
  ['show', (it) => it.show('A longer text')],
]
/** Every way of going. */
const ends: readonly [string, (it: ReturnType<typeof terminal>) => unknown][] = [
  ['Ctrl-C', ({ input }) => input.write('\u0003')],
  ['Ctrl-D', ({ input }) => input.write('\u0004')],
  ['the end of input', ({ input }) => input.end()],
  ['an input that breaks', ({ input }) => input.destroy(new Error('EIO'))],
  ['an output that breaks', ({ output }) => output.destroy(new Error('EIO'))],
  ['the signal', ({ stop }) => stop.abort()],
]

describe('interruption', () => {
  // The stock prompts are loaded when they are first needed.
  beforeAll(() => import('inquirer'))

  it.each(prompts.flatMap(([what, ask]) => ends.map(([how, end]) => [what, how, ask, end] as const)))(
    'of %s by %s rejects at once, and nothing more is asked',
    async (_what, _how, ask, end) => {
      const all = terminal()
      const pending = ask(all.prompter)
      const rejected = expect(pending).rejects.toThrow(Interrupted)
      await soon()
      end(all)
      await rejected
      for (const [, again] of prompts) await expect(again(all.prompter)).rejects.toThrow(Interrupted)
      all.prompter.close()
      if (!all.output.destroyed) {
        await soon()
        expect(all.output.written.endsWith('\u001b[?2004l\u001b[?25h')).toBe(true)
      }
      if (!all.input.destroyed) expect(all.raw.at(-1)).toBe(false)
      expect(all.input.listenerCount('keypress')).toBe(0)
    },
  )

  it('is noticed before anything is asked', async () => {
    const { prompter, stop } = terminal()
    stop.abort()
    await expect(prompter.question(choice)).rejects.toThrow(Interrupted)
  })
})

describe('the terminal prompter', () => {
  it('answers, writes, chooses, confirms, shows; Esc leaves without an answer', async () => {
    const { prompter, input } = terminal()
    const type = async <T>(pending: Promise<T>, ...keys: string[]) => {
      for (const key of keys) {
        await soon()
        input.write(key)
      }
      return pending
    }
    const list = [
      { value: 'a', label: 'First', about: 'about it' },
      { value: 'b', label: 'Second' },
    ]
    const many = Array.from({ length: 30 }, (_, i) => ({ value: `v${i}`, label: `Value ${i}` }))
    expect(await type(prompter.question(choice), '3', '\r')).toEqual({ kind: 'answer', value: 'one' })
    expect(await type(prompter.write('Note', { initial: '旧' }), '的', '\r')).toBe('旧的')
    expect(
      await type(prompter.write('Note', { check: (it) => (it === '' ? 'Write!' : undefined) }), '\r', 'x', '\r'),
    ).toBe('x')
    expect(await type(prompter.write('Note'), '\u001b')).toBeUndefined()
    expect(await type(prompter.choose('Which?', list, 'b'), '\r')).toBe('b')
    expect(await type(prompter.choose('Which?', list), '\u001b')).toBeUndefined()
    expect(await type(prompter.choose('Which?', many), '2', '7', '\r')).toBe('v27')
    expect(await type(prompter.confirm('Sure?', false), '\r')).toBe(false)
    expect(await type(prompter.confirm('Sure?', false), 'y', '\r')).toBe(true)
    expect(await type(prompter.confirm('Sure?', true), '\u001b')).toBe(false)
    expect(await type(prompter.show('A longer text'), '\r')).toBeUndefined()
  })

  it('keeps in view what was said, and waits where that is much', async () => {
    const { prompter, input, output } = terminal()
    prompter.say(['Payroll: standard contract.', 'This opened 3 questions.'])
    const first = prompter.question(choice)
    await soon()
    expect(stripVTControlCharacters(output.written).split('\n').length).toBeLessThanOrEqual(25)
    input.write('\r')
    await first
    prompter.say(Array<string>(10).fill('Something.'))
    const second = prompter.question(choice)
    await soon()
    expect(stripVTControlCharacters(output.written)).toMatch(/Enter: go on$/)
    input.write('\r')
    await soon()
    input.write('\r')
    await expect(second).resolves.toEqual({ kind: 'answer', value: 'late' })
  })

  it('keeps what is typed between two prompts for the next, unseen; Ctrl-C then ends it', async () => {
    const { prompter, input, raw } = terminal()
    const first = prompter.question(choice)
    await soon()
    input.write('1\r')
    await expect(first).resolves.toEqual({ kind: 'answer', value: 'both' })
    // Were it not raw, the terminal itself would write what is typed.
    expect(raw.at(-1)).toBe(true)
    input.write('3')
    await soon()
    const second = prompter.question(choice)
    await soon()
    input.write('\r')
    await expect(second).resolves.toEqual({ kind: 'answer', value: 'one' })
    input.write('\u0003')
    await soon()
    await expect(prompter.question(choice)).rejects.toThrow(Interrupted)
    prompter.close()
    expect(raw.at(-1)).toBe(false)
  })

  it('draws anew when the terminal has another size', async () => {
    const { prompter, input, output } = terminal()
    const pending = prompter.question(choice)
    await soon()
    Object.assign(output, { columns: 40, rows: 12, written: '' })
    output.emit('resize')
    await soon()
    const drawn = output.written.slice(output.written.indexOf('\u001b[2J'))
    expect(drawn.startsWith('\u001b[2J\u001b[H')).toBe(true)
    expect(drawn.split('\n').length).toBeLessThanOrEqual(12)
    input.write('\r')
    await pending
    expect(output.listenerCount('resize')).toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('in a real terminal', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  let folder = ''
  let script = ''
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeAll(async () => {
    // Inside the project: inquirer is found from there.
    folder = mkdtempSync(join(root, 'node_modules', '.prompter-'))
    script = join(folder, 'script.mjs')
    await build({
      entryPoints: [join(root, 'tests/interview/prompter-script.ts')],
      outfile: script,
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: ['inquirer', '#validators/*'],
      banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url)" },
      logLevel: 'error',
    })
  })

  async function run(
    args: readonly string[],
    use: (pty: IPty, until: (text: string) => Promise<string>) => Promise<void>,
  ) {
    const pty = spawn(process.execPath, [script, ...args], {
      cols: 80,
      rows: 24,
      cwd: folder,
      env: { PATH: process.env.PATH, NO_COLOR: '1', TERM: 'xterm', LANG: 'C.UTF-8' },
    })
    let seen = ''
    pty.onData((data) => (seen += data))
    const ended = new Promise<number>((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode)))
    const until = async (text: string) => {
      for (let i = 0; i < 300 && !seen.includes(text); i++) await new Promise((resolve) => setTimeout(resolve, 20))
      expect(seen).toContain(text)
      return seen
    }
    await use(pty, until)
    return { code: await ended, seen }
  }

  it.each([
    ['choice', choice],
    ['chinese', chinese],
    ['text', text],
  ])('shows of %s what is laid out', async (name, asked) => {
    const { lines } = layOut(asked, initialState(asked), {
      words,
      color: plain,
      ascii: false,
      size: { columns: 80, rows: 24 },
    })
    const { code, seen } = await run(['terminal', name], async (pty, until) => {
      const drawn = await until(lines.at(-1)!)
      expect(stripVTControlCharacters(drawn).replace(/\r/g, '')).toContain(lines.join('\n'))
      pty.write('\r')
    })
    expect(code).toBe(0)
    expect(seen).toContain('=> {"kind":"answer"')
  })

  it.each([
    ['Ctrl-C', (pty: IPty) => pty.write('\u0003')],
    ['Ctrl-D', (pty: IPty) => pty.write('\u0004')],
    ['SIGTERM', (pty: IPty) => process.kill(pty.pid, 'SIGTERM')],
    ['SIGINT', (pty: IPty) => process.kill(pty.pid, 'SIGINT')],
    ['SIGHUP', (pty: IPty) => process.kill(pty.pid, 'SIGHUP')],
  ])('%s leaves time to save, and gives the terminal back', async (_, end) => {
    const { code, seen } = await run(['terminal', 'choice'], async (pty, until) => {
      await until('q save and leave')
      end(pty)
    })
    expect(seen).toContain('INTERRUPTED raw=false')
    expect(seen.lastIndexOf('\u001b[?25h')).toBeGreaterThan(seen.lastIndexOf('\u001b[?25l'))
    expect(code).toBe(130)
  })

  it('Ctrl-D ends the plain prompter, too', async () => {
    const { code, seen } = await run(['plain', 'choice'], async (pty, until) => {
      await until('Type a number from 1 to 4: ')
      pty.write('\u0004')
    })
    expect(seen).toContain('INTERRUPTED')
    expect(code).toBe(130)
  })
})
