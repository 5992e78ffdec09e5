/**
 * The prompter without a drawn screen: lines out, lines in, nothing redrawn and no single keys. For screen readers, for
 * terminals that can only write, and for scripts that pipe answers in.
 */
import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { inDigits } from '../text/numbers.js'
import { visible } from '../text/visible.js'
import {
  type Choice,
  type Command,
  commands as allCommands,
  type FieldOption,
  Interrupted,
  type Prompter,
  type QuestionScreen,
  type Reply,
} from './prompter.js'
import { letterOf } from './question-state.js'
import { inAscii } from './screen.js'
import { paragraphLines } from './spoken.js'
import { commandWords, hintOf, type PrompterWords, readTyped, typedOf } from './typed-value.js'
import { aboutHowMany } from './walking.js'

export interface PlainPrompterOptions {
  readonly input: Readable
  readonly output: Writable & { readonly columns?: number }
  /** Asked for every prompt: the language may change on the way. */
  readonly words: () => PrompterWords
  /** Where only ASCII is safe. */
  readonly ascii: boolean
  /** Aborted when the program is to end. */
  readonly signal: AbortSignal
}

type Read<T> = { readonly value: T } | { readonly again: string }

export class PlainPrompter implements Prompter {
  readonly keys = false
  readonly #options: PlainPrompterOptions
  #lines: Interface | undefined
  /** Lines that came before anyone asked: what is piped in comes at once. */
  readonly #waiting: string[] = []
  #pending: { readonly take: (line: string) => void; readonly fail: (error: Error) => void } | undefined
  #ended = false
  #stopped = false

  constructor(options: PlainPrompterOptions) {
    const { input, output, signal } = options
    this.#options = options
    input.on('error', this.#stop)
    output.on('error', this.#stop)
    signal.addEventListener('abort', this.#stop)
    if (signal.aborted) this.#stopped = true
  }

  async question(screen: QuestionScreen): Promise<Reply> {
    this.#print(this.#shown(screen))
    return this.#until(this.#promptFor(screen), (line) => this.#reply(screen, line))
  }

  async choose<T extends string>(message: string, choices: readonly Choice<T>[], current?: T): Promise<T | undefined> {
    const { plain, commands } = this.#words
    const back = commands.back.label
    this.#print([
      '',
      message,
      ...choices.map(({ value, label, about }, i) => {
        const named = value === current ? this.#words.marks.aside(label, plain.now) : label
        return `  ${i + 1}. ${named}${about === undefined ? '' : `\n     ${about}`}`
      }),
    ])
    const options = choices.map(({ value, label }) => ({ id: value, label }))
    const chosen = await this.#until<T | undefined>(plain.chooseBack(back), (line) => {
      const word = folded(line)
      if (word === '' && current !== undefined) return { value: current }
      if (word === folded(back) || word === 'back' || word === 'b' || word === '0') return { value: undefined }
      const found = this.#option(line, options, plain.notListed)
      return 'again' in found ? found : { value: found.value.id as T }
    })
    return chosen
  }

  async write(
    message: string,
    options: { readonly initial?: string; readonly check?: (text: string) => string | undefined } = {},
  ): Promise<string | undefined> {
    const { plain } = this.#words
    const { initial = '', check } = options
    this.#print(['', message, ...(initial === '' ? [] : [plain.currentIs(initial)])])
    return this.#until<string | undefined>(plain.write(initial === '' ? plain.writeNone : plain.writeKeep), (line) => {
      const text = line.trim()
      if (text === '') return { value: undefined }
      const value = text === '-' && initial !== '' ? '' : text
      const wrong = check?.(value)
      return wrong === undefined ? { value } : { again: wrong }
    })
  }

  async confirm(message: string, initial: boolean): Promise<boolean> {
    const { yes, no, yesOrNo, plain } = this.#words
    this.#print(['', message])
    return this.#until<boolean>(plain.confirm(yes, no, initial ? yes : no), (line) => {
      const word = folded(line)
      if (word === '') return { value: initial }
      for (const it of [yes, 'yes']) if (folded(it).startsWith(word)) return { value: true }
      for (const it of [no, 'no']) if (folded(it).startsWith(word)) return { value: false }
      return { again: yesOrNo(yes, no) }
    })
  }

  say(paragraphs: readonly string[]): void {
    if (paragraphs.length > 0) this.#print(['', ...paragraphs])
  }

  show(text: string): Promise<void> {
    this.#print(['', text])
    return this.#stopped ? Promise.reject(new Interrupted()) : Promise.resolve()
  }

  close(): void {
    this.#stop()
    this.#options.signal.removeEventListener('abort', this.#stop)
    this.#options.input.pause()
  }

  get #words(): PrompterWords {
    return this.#options.words()
  }

  readonly #stop = (): void => {
    this.#stopped = true
    this.#lines?.close()
    this.#pending?.fail(new Interrupted())
    this.#pending = undefined
  }

  // What is asked.

  #shown(screen: QuestionScreen): string[] {
    const { plain, section, question, perhaps, exclusive, marks } = this.#words
    const { where, field, ask, why, source, said } = screen
    const about = where.sure !== where.perhaps
    const count = Math.max(where.number, aboutHowMany(where))
    const isCurrent = (id: string) =>
      field.type === 'choice' ? id === field.chosen : field.type === 'multi' && field.chosen.includes(id)
    const hint = hintOf(field, this.#words)
    const options = optionsIn(screen).map(({ id, label, exclusive: alone }, i) => {
      const asides = [...(alone === true ? [exclusive] : []), ...(isCurrent(id) ? [plain.current] : [])]
      return `  ${i + 1}. ${asides.length === 0 ? label : marks.aside(label, marks.list(asides))}`
    })
    const current = field.type === 'choice' || field.type === 'multi' ? '' : typedOf(field)
    const own = marks.list(screen.commands.map((it) => commandWords(it, screen, this.#words).label))
    return [
      '',
      where.sections === 1
        ? where.section
        : marks.labelled(section(where.sectionNumber, where.sections), where.section),
      where.entry === undefined
        ? question(where.number, inDigits(count), about)
        : marks.sentences([marks.ended(question(where.number, inDigits(count), about)), plain.entry(where.entry)]),
      '',
      ask,
      ...(screen.perhaps ? [perhaps] : []),
      ...(why === undefined ? [] : [plain.why(why)]),
      ...(source === undefined ? [] : [plain.source(source)]),
      ...said,
      ...(hint === undefined ? [] : [marks.ended(hint)]),
      ...options,
      ...(current === '' ? [] : [plain.currentIs(current)]),
      ...(hasCurrent(screen) ? [plain.keep] : []),
      ...(own === '' ? [] : [plain.words(own)]),
    ]
  }

  #promptFor(screen: QuestionScreen): string {
    const { plain } = this.#words
    const count = optionsIn(screen).length
    if (screen.field.type === 'choice') return plain.answerNumber(count)
    return screen.field.type === 'multi' ? plain.answerNumbers(count) : plain.answer
  }

  // What is answered.

  #reply(screen: QuestionScreen, line: string): Read<Reply> {
    const { field } = screen
    const text = line.trim()
    if (/^[?？]$/.test(text)) {
      this.#print(this.#explained(screen))
      return { again: '' }
    }
    if (text === '' && hasCurrent(screen)) return answered(currentOf(screen))
    // What is written exactly like an answer is the answer, whatever it means as a command.
    const exact = optionsIn(screen).find((it) => folded(it.label) === folded(text) || it.id === text)
    const command = exact ? undefined : this.#command(text, screen)
    if (command !== undefined) {
      if (command === 'help') this.#print(this.#explained(screen))
      if (screen.commands.includes(command)) return { value: { kind: 'command', command } }
      return { again: command === 'help' ? '' : this.#words.plain.notHere(text) }
    }
    switch (field.type) {
      case 'choice': {
        const found = this.#option(text, field.options)
        return 'again' in found ? found : answered(found.value.id)
      }
      case 'multi':
        return this.#several(text, field.options)
      default: {
        const quoted = field.type === 'text' ? /^["“”「](.+)["“”」]$/.exec(text)?.[1] : undefined
        const read = readTyped(quoted ?? text, field, this.#words)
        return 'wrong' in read ? { again: read.wrong } : answered(read.value)
      }
    }
  }

  #command(text: string, screen: QuestionScreen): Command | undefined {
    const word = folded(text)
    return allCommands.find(
      (it) =>
        word === it ||
        word === it.replace('-', ' ') ||
        word === folded(commandWords(it, screen, this.#words).label) ||
        (screen.field.type !== 'text' && word === letterOf(it)),
    )
  }

  #explained(screen: QuestionScreen): string[] {
    const { commandsTitle, plain } = this.#words
    return [
      '',
      this.#words.marks.labelled(commandsTitle, '').trimEnd(),
      ...screen.commands.map((it) => {
        const { label, about } = commandWords(it, screen, this.#words)
        return `  ${this.#words.marks.labelled(label, about)}`
      }),
      ...(screen.field.type === 'text' ? [plain.quote] : []),
    ]
  }

  /** An option by its number, its id, its words, or how its words begin. */
  #option(
    text: string,
    options: readonly FieldOption[],
    wrong: (text: string, count: number) => string = this.#words.plain.wrongNumber,
  ): Read<FieldOption> {
    const { plain } = this.#words
    const typed = folded(text).replace(/\.$/, '')
    if (typed === '') return { again: '' }
    const numbered = /^\d+$/.test(typed) ? options[Number(typed) - 1] : undefined
    const exact = numbered ?? options.find((it) => it.id === text || folded(it.label) === typed)
    if (exact) return { value: exact }
    const begins = /^\d+$/.test(typed) ? [] : options.filter((it) => folded(it.label).startsWith(typed))
    if (begins.length === 1) return { value: begins[0]! }
    if (begins.length > 1) return { again: plain.several(text) }
    return { again: wrong(text, options.length) }
  }

  #several(text: string, options: readonly FieldOption[]): Read<Reply> {
    const { plain } = this.#words
    const plainText = text.normalize('NFKC')
    const numbers = /^[\d\s,、;]+$/.test(plainText)
    const whole = options.find((it) => folded(it.label) === folded(text))
    const parts = whole ? [text] : plainText.split(numbers ? /[\s,、;]+/ : /[,、;]/).filter((it) => it.trim() !== '')
    if (parts.length === 0) return { again: plain.atLeastOne }
    const chosen = new Set<string>()
    for (const part of parts) {
      const found = this.#option(part.trim(), options)
      if ('again' in found) return found
      chosen.add(found.value.id)
    }
    const alone = options.find((it) => it.exclusive === true && chosen.has(it.id))
    if (alone && chosen.size > 1) return { again: plain.alone(alone.label) }
    return answered(options.map((it) => it.id).filter((id) => chosen.has(id)))
  }

  // Lines in and out.

  /** Asks until a line can be read; says each time why it could not. */
  async #until<T>(prompt: string, read: (line: string) => Read<T>): Promise<T> {
    for (;;) {
      this.#write(prompt)
      const result = read(await this.#line())
      if ('value' in result) return result.value
      if (result.again !== '') this.#print([result.again])
    }
  }

  #line(): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) return reject(new Interrupted())
      this.#open()
      const line = this.#waiting.shift()
      if (line !== undefined) return resolve(line)
      if (this.#ended) return reject(new Interrupted())
      this.#pending = { take: resolve, fail: reject }
    })
  }

  #open(): void {
    if (this.#lines) return
    // Not as a terminal: the line is edited by the terminal itself, which a screen reader follows.
    this.#lines = createInterface({ input: this.#options.input, terminal: false, crlfDelay: Infinity })
    this.#lines.on('line', (line) => {
      const pending = this.#pending
      this.#pending = undefined
      if (pending) pending.take(line)
      else this.#waiting.push(line)
    })
    // Readline passes on what breaks the input; that is listened to above.
    this.#lines.on('error', this.#stop)
    this.#lines.on('close', () => {
      this.#ended = true
      this.#pending?.fail(new Interrupted())
      this.#pending = undefined
    })
  }

  #print(paragraphs: readonly string[]): void {
    const width = Math.max(40, Math.min((this.#options.output.columns ?? 0) || 80, 100))
    // Before it is broken into lines: in ASCII some signs are longer.
    const clean = (text: string) => (this.#options.ascii ? inAscii(text) : text)
    this.#write(`${paragraphs.flatMap((it) => paragraphLines(clean(it), width)).join('\n')}\n`)
  }

  #write(text: string): void {
    if (!this.#stopped) this.#options.output.write(this.#options.ascii ? inAscii(text) : text)
  }
}

const folded = (text: string): string => visible(text).normalize('NFKC').toLowerCase().trim()

const answered = (value: string | number | readonly string[]): Read<Reply> => ({ value: { kind: 'answer', value } })

const optionsIn = ({ field }: QuestionScreen): readonly FieldOption[] =>
  field.type === 'choice' || field.type === 'multi' ? field.options : []

function hasCurrent({ field }: QuestionScreen): boolean {
  if (field.type === 'choice') return field.options.some((it) => it.id === field.chosen)
  return field.type === 'multi' ? field.chosen.length > 0 : field.value !== undefined && field.value !== ''
}

function currentOf({ field }: QuestionScreen): string | number | readonly string[] {
  if (field.type === 'choice' || field.type === 'multi') return field.chosen ?? ''
  return field.value ?? ''
}
