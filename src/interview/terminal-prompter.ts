/** The prompter for a terminal: our own question screen, and inquirer's stock prompts between the questions. */
import type { Readable, Writable } from 'node:stream'
import { type Colour, singly } from '../formats/colour.js'
import { clip, wrapped } from '../formats/page.js'
import { widthOf } from '../text/width.js'
import { visible } from '../text/visible.js'
import { type Display, Drawn, Keys, type KeySource } from './keys.js'
import { pagePrompt } from './page-prompt.js'
import { type Choice, Interrupted, type Prompter, type QuestionScreen, type Reply } from './prompter.js'
import { questionPrompt, type Terminal } from './question-prompt.js'
import { type Asked, initialState } from './question-state.js'
import { inAscii, layOut, type Size } from './screen.js'
import { paragraphLines } from './spoken.js'
import type { PrompterWords } from './typed-value.js'

export interface TerminalPrompterOptions {
  readonly input: KeySource
  readonly output: Display
  /** Asked for every prompt: the language may change on the way. */
  readonly words: () => PrompterWords
  readonly color: Colour
  /** Where only ASCII is safe. */
  readonly ascii: boolean
  /** Aborted when the program is to end. */
  readonly signal: AbortSignal
}

/** What every prompt of inquirer is handed besides its question. */
interface Context {
  readonly input: Readable
  readonly output: Writable
  readonly signal: AbortSignal
  readonly clearPromptOnDone: true
}

interface KeyPressed {
  readonly name?: string
  readonly ctrl?: boolean
}

/** How many choices are still a list to look through rather than to search. */
const mostListed = 20
const pasteOn = '\u001b[?2004h'
const pasteOff = '\u001b[?2004l'
const showCursor = '\u001b[?25h'

/** Why a prompt was ended from here. */
const left = Symbol('left')

export class TerminalPrompter implements Prompter {
  readonly keys = true
  readonly #options: TerminalPrompterOptions
  readonly #input: Keys
  readonly #terminal: Terminal
  /** Lines said since the last question, which are to stay in view. */
  #said = 0
  #gone = false
  #closed = false
  #stop: ((reason: unknown) => void) | undefined

  constructor(options: TerminalPrompterOptions) {
    const { input, output, signal } = options
    this.#options = { ...options, color: singly(options.color) }
    this.#input = new Keys(input)
    this.#terminal = {
      size: () => this.#size(this.#said),
      onResize: (listener) => {
        const anew = () => {
          // The screen was cleared, and what was said with it.
          this.#said = 0
          listener()
        }
        output.on('resize', anew)
        return () => output.removeListener('resize', anew)
      },
    }
    // Always listened to: a terminal that closes between two prompts must not bring the program down.
    input.on('data', this.#onData)
    input.on('error', this.#leave)
    output.on('error', this.#leave)
    input.on('end', this.#leave)
    input.on('close', this.#leave)
    signal.addEventListener('abort', this.#leave)
    if (signal.aborted || input.readableEnded || input.destroyed) this.#gone = true
  }

  async question(screen: QuestionScreen): Promise<Reply> {
    const reply = await this.#ask(screen)
    if (reply === 'left') throw new Error('a question cannot be left without a reply')
    return reply
  }

  async write(
    message: string,
    options: { readonly initial?: string; readonly check?: (text: string) => string | undefined } = {},
  ): Promise<string | undefined> {
    const { initial, check = () => undefined } = options
    const reply = await this.#ask({
      ask: message,
      field: { type: 'text', ...(initial === undefined ? {} : { value: initial }) },
      said: [],
      commands: [],
      check,
      leaves: true,
    })
    return reply !== 'left' && reply.kind === 'answer' ? String(reply.value) : undefined
  }

  async choose<T extends string>(message: string, choices: readonly Choice<T>[], current?: T): Promise<T | undefined> {
    await this.#makeRoom()
    const { default: inquirer } = await import('inquirer')
    const { columns, rows } = this.#terminal.size()
    const width = columns - 1
    const words = this.#words
    const asked = wrapped(this.#clean(message), width - 2, '')
      .slice(0, 4)
      .join('\n')
    // What the list leaves free, but for the line of keys and the two around it, is for a line about the choice.
    const free = Math.max(3, Math.min(8, rows - asked.split('\n').length - Math.min(choices.length, mostListed) - 3))
    const shown = choices.map(({ value, label, about }) => {
      const whole = this.#clean(label)
      const name = this.#clip(whole, width - 4)
      const more = [...(name === whole ? [] : [whole]), ...(about === undefined ? [] : [this.#clean(about)])]
      return { value, name, ...(more.length > 0 && { description: this.#described(more, width, free) }) }
    })
    const aboutRows = Math.max(0, ...shown.map((it) => it.description?.split('\n').length ?? 0))
    const pageSize = Math.max(3, Math.min(choices.length, rows - asked.split('\n').length - aboutRows - 3))
    const known = current !== undefined && choices.some((it) => it.value === current)
    const common = {
      name: 'value',
      message: asked,
      pageSize,
      theme: this.#theme(choices.length > mostListed ? words.keys.search : words.keys.stock),
      ...(known ? { default: current } : {}),
    } as const
    const chosen = await this.#run<{ value: unknown }>((context) => {
      const prompt = inquirer.createPromptModule(context)
      if (choices.length <= mostListed) return prompt([{ ...common, type: 'select', choices: shown, loop: false }])
      const source = (term: string | undefined) => {
        const sought = (term ?? '').normalize('NFKC').toLowerCase().trim()
        return shown.filter((it) => it.name.toLowerCase().includes(sought))
      }
      return prompt([{ ...common, type: 'search', source }])
    }, true)
    this.#wipe()
    return chosen === left ? undefined : (chosen.value as T)
  }

  async confirm(message: string, initial: boolean): Promise<boolean> {
    // A list, as everywhere else: "(y/N)" says nothing to who never used a terminal.
    const { yes, no } = this.#words
    const choices = [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]
    return (await this.choose(message, choices, initial ? 'yes' : 'no')) === 'yes'
  }

  say(paragraphs: readonly string[]): void {
    if (this.#gone || paragraphs.length === 0) return
    const lines = paragraphLines(this.#inTerminal(paragraphs.join('\n')), this.#width)
    this.#said += lines.length
    this.#options.output.write(`${lines.join('\n')}\n`)
  }

  async show(text: string): Promise<void> {
    this.#said = 0
    await this.#page((width) => paragraphLines(this.#inTerminal(text), width))
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#gone = true
    const { input, output, signal } = this.#options
    this.#stop?.(undefined)
    signal.removeEventListener('abort', this.#leave)
    for (const event of ['end', 'close'] as const) input.removeListener(event, this.#leave)
    // The listeners for errors stay: what is left to write may still find the terminal closed.
    if (!output.destroyed && output.writable) output.write(pasteOff + showCursor)
    input.removeListener('data', this.#onData)
    this.#input.release()
  }

  /** Ctrl-C and Ctrl-D between two prompts. */
  readonly #onData = (chunk: unknown): void => {
    if (this.#stop === undefined && /[\u0003\u0004]/.test(String(chunk))) this.#leave()
  }

  readonly #leave = (): void => {
    this.#gone = true
    this.#stop?.(undefined)
  }

  async #ask(asked: Asked): Promise<Reply | 'left'> {
    const { color, ascii } = this.#options
    const layout = { words: this.#words, color, ascii, size: this.#size(0) }
    await this.#makeRoom(layOut(asked, initialState(asked), layout).lines.length)
    const reply = await this.#run((context) =>
      questionPrompt({ asked, words: this.#words, color, ascii, terminal: this.#terminal }, context),
    )
    this.#wipe()
    return reply === left ? 'left' : reply
  }

  /** What was said above a prompt belongs to it alone: the next question has the screen for itself. */
  #wipe(): void {
    if (this.#said > 0) this.#options.output.write(`\u001b[${this.#said}A\r\u001b[J`)
    this.#said = 0
  }

  /**
   * What was said must be read before a screen pushes it out of view, or is cramped by it; what is left in view stands
   * apart.
   * @param rows that the screen would take if it were alone
   */
  async #makeRoom(rows = 0): Promise<void> {
    const all = this.#size(0).rows
    const cramped = this.#said + 1 + rows > all
    if (this.#said > all / 3 || (this.#said > aFewLines && cramped)) await this.#page(() => [])
    if (this.#said === 0 || this.#gone) return
    this.#said++
    this.#options.output.write('\n')
  }

  async #page(lines: (width: number) => readonly string[]): Promise<void> {
    const { color, ascii } = this.#options
    await this.#run((context) =>
      pagePrompt({ lines, words: this.#words, color, ascii, terminal: this.#terminal }, context),
    )
    this.#wipe()
  }

  /**
   * Runs a prompt to its end, or to the end of whoever answers. Left alone, a prompt does not see the end of its input,
   * and Ctrl-D only when the program already exits.
   * @returns `left` for Esc, where `escapes`
   */
  async #run<T>(prompt: (context: Context) => Promise<T>, escapes = false): Promise<T | typeof left> {
    if (this.#gone) throw new Interrupted()
    const { output } = this.#options
    const input = this.#input
    const stop = new AbortController()
    this.#stop = (reason) => stop.abort(reason)
    const onKey = (_: unknown, key: KeyPressed | undefined) => {
      if (key?.ctrl === true && (key.name === 'd' || key.name === 'c')) this.#leave()
      else if (escapes && key?.name === 'escape') stop.abort(left)
    }
    input.on('keypress', onKey)
    output.write(pasteOn)
    try {
      return await prompt({ input, output: new Drawn(output), signal: stop.signal, clearPromptOnDone: true })
    } catch (error) {
      if (stop.signal.aborted && stop.signal.reason === left) return left
      if (this.#gone || (error instanceof Error && endings.has(error.name))) {
        this.#gone = true
        throw new Interrupted()
      }
      throw error
    } finally {
      this.#stop = undefined
      input.removeListener('keypress', onKey)
      // The prompt's readline has let go of it.
      if (!this.#gone) input.setRawMode(true)
      if (!output.destroyed) output.write(pasteOff)
    }
  }

  get #words(): PrompterWords {
    return this.#options.words()
  }

  get #width(): number {
    return Math.max(20, Math.min(this.#size(0).columns - 1, 100))
  }

  #size(taken: number): Size {
    const { columns = 80, rows = 24 } = this.#options.output
    // A terminal that does not know its size says 0.
    return { columns: columns || 80, rows: Math.max(3, (rows || 24) - taken) }
  }

  #inTerminal(line: string): string {
    return this.#options.ascii ? inAscii(line) : line
  }

  #clean(text: string): string {
    return this.#inTerminal(visible(text))
  }

  #clip(text: string, width: number): string {
    // In ASCII an ellipsis takes three columns.
    return widthOf(text) <= width ? text : this.#inTerminal(clip(text, this.#options.ascii ? width - 2 : width))
  }

  /** A few lines about a choice, the last of them with an ellipsis where there was more to say. */
  #described(texts: readonly string[], width: number, rows: number): string {
    const lines = texts.flatMap((text) => wrapped(text, width, ''))
    if (lines.length <= rows) return lines.join('\n')
    return [...lines.slice(0, rows - 1), this.#clip(lines.slice(rows - 1).join(' '), width)].join('\n')
  }

  /** Stock prompts in our colours and words: their own theme asks the process for both. */
  #theme(keys: string) {
    const { color } = this.#options
    return {
      prefix: { idle: color.cyan('?'), done: color.cyan('?') },
      icon: { cursor: '>' },
      spinner: { interval: 1000, frames: [color.cyan('?')] },
      style: {
        answer: color.cyan,
        message: color.bold,
        error: (text: string) => color.red(`! ${text}`),
        defaultAnswer: (text: string) => `(${text})`,
        help: color.dim,
        highlight: color.cyan,
        key: color.bold,
        description: color.dim,
        disabled: color.dim,
        searchTerm: color.cyan,
        keysHelpTip: () => color.dim(this.#inTerminal(keys)),
      },
    }
  }
}

/** What a screen can spare for what was said: not worth a page of its own. */
const aFewLines = 3

/** inquirer's errors for a prompt that was ended. */
const endings: ReadonlySet<string> = new Set(['AbortPromptError', 'ExitPromptError', 'CancelPromptError'])
