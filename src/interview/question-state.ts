/** What a key does on a question's screen: from one state to the next, or to a reply. No drawing, no stream. */
import type { Command, FieldOption, QuestionScreen, Reply } from './prompter.js'
import { type PrompterWords, readTyped, typedOf } from './typed-value.js'

/** A question as the prompt shows it; a line that is written besides (a note, a name) has no place among the questions. */
export interface Asked extends Omit<QuestionScreen, 'where' | 'perhaps'> {
  readonly where?: QuestionScreen['where']
  readonly perhaps?: boolean
  /** Text only: what is wrong with it. Empty text is left to it. */
  readonly check?: ((text: string) => string | undefined) | undefined
  /** Whether Esc leaves without an answer where it is no `back`. */
  readonly leaves?: boolean
}

export interface Line {
  readonly text: string
  readonly cursor: number
}

export interface State {
  /** Answering; typing a filter; choosing a command from the list that Tab opens. */
  readonly mode: 'answer' | 'filter' | 'commands'
  /** The option that Enter confirms. Nothing, until one is chosen: a key pressed twice must not answer the next question. */
  readonly pointer: number | undefined
  /** multi */
  readonly marked: readonly string[]
  /** The digits of a number that may not be complete. */
  readonly digits: string
  /** What is typed into the field, and into the filter. */
  readonly line: Line
  readonly filter: Line
  /** The command that Enter runs in the list. */
  readonly listed: number
  readonly message?: string
  /** Lines of the question's text scrolled away. */
  readonly scroll: number
  readonly pasting: boolean
}

/** How much the present screen shows, so that a page is a page. */
export interface Shown {
  readonly scroll: number
  /** Lines by which the question's text scrolls; 0: all of it is there. */
  readonly textPage: number
  readonly optionPage: number
}

export interface Key {
  readonly name?: string | undefined
  readonly sequence?: string | undefined
  readonly ctrl?: boolean
  readonly meta?: boolean
}

/** `left`: without an answer. */
export type Pressed = { readonly state: State } | { readonly reply: Reply | 'left' }

const letters: Readonly<Record<string, Command>> = {
  b: 'back',
  f: 'forward',
  '?': 'help',
  n: 'note',
  e: 'evidence',
  x: 'not-applicable',
  u: 'unsure',
  s: 'skip',
  g: 'go',
  l: 'language',
  q: 'quit',
}
export const letterOf = (command: Command): string => Object.entries(letters).find(([, it]) => it === command)![0]

const emptyLine: Line = { text: '', cursor: 0 }
const at = (text: string): Line => ({ text, cursor: text.length })

export const hasOptions = (asked: Asked): boolean => asked.field.type === 'choice' || asked.field.type === 'multi'

/** Whether what is typed goes into a line. */
export const typesLine = (asked: Asked, { mode }: State): boolean =>
  mode === 'filter' || (mode === 'answer' && !hasOptions(asked))

export const lineOf = (asked: Asked, state: State): Line =>
  !typesLine(asked, state) ? emptyLine : state.mode === 'filter' ? state.filter : state.line

export function initialState({ field }: Asked): State {
  const chosen = field.type === 'choice' ? field.options.findIndex((it) => it.id === field.chosen) : -1
  return {
    mode: 'answer',
    pointer: field.type === 'multi' ? 0 : chosen === -1 ? undefined : chosen,
    marked: field.type === 'multi' ? field.chosen : [],
    digits: '',
    line: field.type === 'choice' || field.type === 'multi' ? emptyLine : at(typedOf(field)),
    filter: emptyLine,
    listed: 0,
    scroll: 0,
    pasting: false,
  }
}

export const optionsOf = ({ field }: Asked): readonly FieldOption[] =>
  field.type === 'choice' || field.type === 'multi' ? field.options : []

/** The options that a filter leaves, by their place in the list. */
export function foundOptions(asked: Asked, { mode, filter }: State): number[] {
  const sought = folded(filter.text)
  return optionsOf(asked).flatMap((option, i) =>
    mode !== 'filter' || folded(option.label).includes(sought) ? [i] : [],
  )
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** What a key stands for. Input methods for Chinese type ？ for ?, １ for 1 and 、 for /. */
function characterOf({ sequence, name, ctrl, meta }: Key): string | undefined {
  if (ctrl || meta) return undefined
  const typed = sequence !== undefined && [...sequence].length === 1 ? sequence : name
  if (typed === undefined || [...typed].length !== 1) return undefined
  return typed === '、' ? '/' : typed.normalize('NFKC').toLowerCase()
}

/** @param line what the line held after the key was typed into it */
export function press(asked: Asked, before: State, key: Key, line: Line, shown: Shown, words: PrompterWords): Pressed {
  return new Press(asked, before, key, line, shown, words).result()
}

/**
 * What is typed goes in here; readline does the rest (words, deleting, the cursor). Several characters that come at
 * once, as from an input method, it would put behind the line's end instead of where the cursor is.
 */
function insertedInto({ text, cursor }: Line, { sequence = '', ctrl, meta }: Key): Line | undefined {
  if (ctrl === true || meta === true || sequence === '' || /[\u0000-\u001f\u007f-\u009f]/.test(sequence))
    return undefined
  return { text: text.slice(0, cursor) + sequence + text.slice(cursor), cursor: cursor + sequence.length }
}

class Press {
  readonly #asked: Asked
  readonly #state: State
  readonly #key: Key
  readonly #line: Line
  readonly #shown: Shown
  readonly #words: PrompterWords

  constructor(asked: Asked, before: State, key: Key, line: Line, shown: Shown, words: PrompterWords) {
    const { message: _, ...state } = before
    this.#asked = asked
    this.#state = state
    this.#key = key
    this.#line = insertedInto(lineOf(asked, before), key) ?? line
    this.#shown = shown
    this.#words = words
  }

  result(): Pressed {
    const { name } = this.#key
    if (name === 'paste-start') return this.#to({ pasting: true })
    if (name === 'paste-end') return this.#to({ pasting: false })
    if (this.#state.pasting) return this.#pasted()
    if (name === 'pagedown') return this.#page(1)
    if (name === 'pageup') return this.#page(-1)
    switch (this.#state.mode) {
      case 'commands':
        return this.#inCommands()
      case 'filter':
        return this.#inFilter()
      case 'answer':
        if (name === 'tab') return this.#openCommands()
        return hasOptions(this.#asked) ? this.#onOptions() : this.#inField()
    }
  }

  get #enter(): boolean {
    return this.#key.name === 'return' || this.#key.name === 'enter'
  }

  #to(change: Partial<State>): Pressed {
    return { state: { ...this.#state, ...change } }
  }

  #say(message: string, change: Partial<State> = {}): Pressed {
    return this.#to({ ...change, message })
  }

  #command(command: Command | undefined): Pressed {
    if (command === undefined || !this.#asked.commands.includes(command)) return this.#to({ digits: '' })
    return { reply: { kind: 'command', command } }
  }

  /** What is pasted is text, whatever it holds: never commands, and a line break in it does not confirm. */
  #pasted(): Pressed {
    if (!typesLine(this.#asked, this.#state)) return this.#to({})
    const own = lineOf(this.#asked, this.#state)
    const breaks = this.#enter || this.#key.name === 'tab'
    const line = breaks
      ? { text: `${own.text.slice(0, own.cursor)} ${own.text.slice(own.cursor)}`, cursor: own.cursor + 1 }
      : this.#line
    return this.#to(this.#state.mode === 'filter' ? { filter: line } : { line })
  }

  #page(direction: 1 | -1): Pressed {
    const { textPage, optionPage, scroll } = this.#shown
    if (textPage > 0) return this.#to({ scroll: Math.max(0, scroll + direction * textPage) })
    return hasOptions(this.#asked) && this.#state.mode !== 'commands'
      ? this.#move(direction * Math.max(1, optionPage), false)
      : this.#to({})
  }

  /** Moves the pointer among the options that are found; at an end it goes on at the other, but for pages. */
  #move(by: number, around = true): Pressed {
    const found = foundOptions(this.#asked, this.#state)
    if (found.length === 0) return this.#to({})
    const { pointer } = this.#state
    const place = pointer === undefined ? -1 : found.indexOf(pointer)
    const to = place === -1 ? (by > 0 ? by - 1 : found.length + by) : place + by
    const last = found.length - 1
    const within = around ? (to + found.length) % found.length : Math.max(0, Math.min(last, to))
    return this.#to({ pointer: found[Math.max(0, Math.min(last, within))]!, digits: '' })
  }

  #onOptions(): Pressed {
    const { name } = this.#key
    switch (name) {
      case 'up':
        return this.#move(-1)
      case 'down':
        return this.#move(1)
      case 'home':
        return this.#to({ pointer: 0, digits: '' })
      case 'end':
        return this.#to({ pointer: optionsOf(this.#asked).length - 1, digits: '' })
      case 'left':
        return this.#command('back')
      case 'escape':
        return this.#escape()
      case 'right':
        return this.#command('forward')
      default:
        return this.#onCharacter()
    }
  }

  #onCharacter(): Pressed {
    if (this.#enter) return this.#confirm()
    if (this.#key.name === 'space' || this.#key.sequence === ' ') return this.#mark()
    const character = characterOf(this.#key)
    if (character === undefined) return this.#to({})
    if (/^\d$/.test(character)) return this.#digit(character)
    if (character === '/') return this.#to({ mode: 'filter', filter: emptyLine, digits: '' })
    return this.#command(letters[character])
  }

  #escape(): Pressed {
    if (this.#asked.commands.includes('back')) return { reply: { kind: 'command', command: 'back' } }
    return this.#asked.leaves === true ? { reply: 'left' } : this.#to({ digits: '' })
  }

  /** Digits point at once; one that may begin a longer number waits for the next. */
  #digit(digit: string): Pressed {
    const count = optionsOf(this.#asked).length
    const typed = this.#state.digits + digit
    const number = Number(typed)
    if (number === 0) return this.#to({ digits: '' })
    if (number > count) return this.#say(this.#words.wrong.noOption(typed, count), { digits: '' })
    return this.#to({ pointer: number - 1, digits: number * 10 <= count ? typed : '' })
  }

  #confirm(): Pressed {
    const { field } = this.#asked
    const { pointer, marked } = this.#state
    if (field.type === 'multi') {
      if (marked.length === 0) return this.#say(this.#words.wrong.mark, { digits: '' })
      const value = field.options.map((it) => it.id).filter((id) => marked.includes(id))
      return { reply: { kind: 'answer', value } }
    }
    const option = pointer === undefined ? undefined : optionsOf(this.#asked)[pointer]
    return option ? { reply: { kind: 'answer', value: option.id } } : this.#say(this.#words.wrong.choose)
  }

  #mark(change: Partial<State> = {}): Pressed {
    const { field } = this.#asked
    const option = optionsOf(this.#asked)[this.#state.pointer ?? -1]
    if (field.type !== 'multi' || !option) return this.#to({ ...change, digits: '' })
    const { marked } = this.#state
    const alone = new Set(field.options.filter((it) => it.exclusive === true).map((it) => it.id))
    const others = marked.filter((id) => id !== option.id && !alone.has(id))
    const now = marked.includes(option.id)
      ? marked.filter((id) => id !== option.id)
      : [...(option.exclusive === true ? [] : others), option.id]
    return this.#to({ ...change, marked: now, digits: '' })
  }

  #inFilter(): Pressed {
    const { name } = this.#key
    const closed = { mode: 'answer', filter: emptyLine } as const
    if (name === 'escape') return this.#to(closed)
    if (name === 'up') return this.#move(-1)
    if (name === 'down') return this.#move(1)
    if (name === 'tab') return this.#openCommands()
    if (this.#enter) {
      if (foundOptions(this.#asked, this.#state).length === 0) return this.#say(this.#words.wrong.nothingFound)
      return this.#asked.field.type === 'multi' ? this.#mark(closed) : this.#confirm()
    }
    if (name === 'backspace' && this.#state.filter.text === '') return this.#to(closed)
    const filter = this.#line
    const found = foundOptions(this.#asked, { ...this.#state, filter })
    const { pointer } = this.#state
    // What is sought by name is meant: the first that fits is pointed at.
    const pointing =
      pointer !== undefined && found.includes(pointer) ? pointer : filter.text === '' ? pointer : found[0]
    return this.#to({ filter, pointer: pointing })
  }

  #openCommands(): Pressed {
    return this.#asked.commands.length === 0
      ? this.#to({})
      : this.#to({ mode: 'commands', listed: 0, digits: '', filter: emptyLine })
  }

  #inCommands(): Pressed {
    const { commands } = this.#asked
    const { name } = this.#key
    const { listed } = this.#state
    if (name === 'escape' || name === 'tab' || name === 'left') return this.#to({ mode: 'answer' })
    if (name === 'up') return this.#to({ listed: (listed + commands.length - 1) % commands.length })
    if (name === 'down') return this.#to({ listed: (listed + 1) % commands.length })
    if (this.#enter) return this.#command(commands[listed])
    return this.#command(letters[characterOf(this.#key) ?? ''])
  }

  #inField(): Pressed {
    const { field, check } = this.#asked
    const { name } = this.#key
    const { line } = this.#state
    if (field.type === 'choice' || field.type === 'multi') return this.#to({})
    if (name === 'escape') {
      const initial = typedOf(field)
      return line.text === initial ? this.#escape() : this.#to({ line: at(initial) })
    }
    // readline would leaf through what was typed before.
    if (name === 'up' || name === 'down') return this.#to({})
    if (!this.#enter) return this.#to({ line: this.#line })
    if (check && field.type === 'text') {
      const value = line.text.trim()
      const wrong = check(value)
      return wrong === undefined ? { reply: { kind: 'answer', value } } : this.#say(wrong)
    }
    const read = readTyped(line.text, field, this.#words)
    if (!('wrong' in read)) return { reply: { kind: 'answer', value: read.value } }
    const { wrong } = this.#words
    return this.#say(line.text.trim() === '' && this.#asked.commands.length > 0 ? wrong.textOrTab : read.wrong)
  }
}
