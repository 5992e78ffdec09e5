/**
 * Lays out a question's screen as lines: where one is, the question, the answers, the keys. Never more lines than there
 * are rows: what is least needed goes first, then the question's text and the answers become windows that page.
 */
import { type Colour, singly } from '../formats/colour.js'
import { clip, padStart } from '../formats/page.js'
import { widthOf } from '../text/width.js'
import { linesOf } from '../text/lines.js'
import { inDigits } from '../text/numbers.js'
import { visible } from '../text/visible.js'
import {
  type Asked,
  foundOptions,
  hasOptions,
  letterOf,
  type Line,
  optionsOf,
  type Shown,
  type State,
  typesLine,
} from './question-state.js'
import type { Command } from './prompter.js'
import { commandWords, hintOf, type PrompterWords, typedOf } from './typed-value.js'
import { aboutHowMany } from './walking.js'

export interface Size {
  readonly columns: number
  readonly rows: number
}

export interface Drawing {
  readonly words: PrompterWords
  readonly color: Colour
  /** Where only ASCII is safe. */
  readonly ascii: boolean
  readonly size: Size
}

export interface Screen {
  readonly lines: readonly string[]
  /** Where what is typed goes; without one there is no cursor. */
  readonly cursor: { readonly row: number; readonly column: number } | undefined
  readonly shown: Shown
}

/** Longer lines than this are hard to read. */
const widest = 100
/** Rows that a typed line takes at most. */
const lineRows = 6

export const layOut = (asked: Asked, state: State, drawing: Drawing): Screen =>
  new Layout(asked, state, drawing).screen()

/** A line that can still be cut: its colour comes last. */
interface Painted {
  readonly text: string
  readonly paint: (text: string) => string
}
const same = (text: string): string => text
const painted = ({ text, paint }: Painted): string => paint(text)

/** What stands in the middle of the screen: answers, commands, or what is typed. */
interface Body {
  readonly lines: readonly string[]
  readonly cursor?: { readonly row: number; readonly column: number }
  readonly optionPage?: number
}

class Layout {
  readonly #asked: Asked
  readonly #state: State
  readonly #words: PrompterWords
  readonly #color: Colour
  readonly #ascii: boolean
  readonly #width: number
  readonly #rows: number

  constructor(asked: Asked, state: State, { words, color, ascii, size }: Drawing) {
    this.#asked = asked
    this.#state = state
    this.#words = words
    this.#color = singly(color)
    this.#ascii = ascii
    // The last column stays free: a terminal that has written it may have begun a new line.
    this.#width = Math.max(10, Math.min(size.columns - 1, widest))
    this.#rows = Math.max(3, size.rows)
  }

  screen(): Screen {
    const text = this.#text()
    const wanted = this.#body(Infinity)
    const message = this.#message()
    // From roomy to tight: fewer lines of source and keys, of place; then no air between; then no source, no place.
    const tight = this.#width < 50 ? 2 : 1
    const variants = [
      { place: 2, air: true, source: 2, keys: 3 },
      { place: 2, air: true, source: 1, keys: 2 },
      { place: 2, air: true, source: 1, keys: tight },
      { place: 1, air: true, source: 1, keys: tight },
      { place: 1, air: false, source: 1, keys: tight },
      { place: 1, air: false, source: 0, keys: tight },
      { place: 0, air: false, source: 0, keys: 1 },
    ].map((it) => {
      const head = this.#place(it.place)
      const foot = [...this.#source(it.source), ...this.#keys(it.keys)]
      const gaps = it.air ? [head, wanted.lines, foot].filter((part) => part.length > 0).length : 0
      return { head, foot, air: it.air, room: this.#rows - head.length - foot.length - message.length - gaps }
    })
    const enough = Math.min(text.length, 6) + Math.min(wanted.lines.length, hasOptions(this.#asked) ? 7 : 3)
    const { head, foot, air, room } =
      variants.find((it) => it.room >= text.length + wanted.lines.length) ??
      variants.find((it) => it.room >= enough) ??
      variants.at(-1)!

    const bodyRows = Math.max(
      1,
      Math.min(wanted.lines.length, Math.max(room - text.length, Math.min(room - 1, Math.ceil(room / 2)))),
    )
    const body = bodyRows < wanted.lines.length ? this.#body(bodyRows) : wanted
    const window = this.#window(text, Math.max(1, room - body.lines.length))

    const lines: string[] = []
    const part = (part: readonly string[]) => {
      if (part.length === 0) return
      if (air && lines.length > 0) lines.push('')
      lines.push(...part)
    }
    part(head)
    part(window.lines)
    part(body.lines)
    const bodyTop = lines.length - body.lines.length
    lines.push(...message)
    part(foot)
    const fitting = lines.length > this.#rows ? lines.slice(lines.length - this.#rows) : lines
    const cut = lines.length - fitting.length
    return {
      lines: fitting,
      cursor: body.cursor && { row: bodyTop + body.cursor.row - cut, column: body.cursor.column },
      shown: { scroll: window.scroll, textPage: window.page, optionPage: body.optionPage ?? 0 },
    }
  }

  /** Where am I. */
  #place(rows: number): string[] {
    const { where } = this.#asked
    if (!where || rows === 0) return []
    const { dim, bold } = this.#color
    const about = where.sure !== where.perhaps
    const count = Math.max(where.number, aboutHowMany(where))
    const entry = where.entry === undefined ? '' : ` · ${where.entry}`
    if (rows === 1) {
      const section = where.sections === 1 ? where.section : `${where.sectionNumber}/${where.sections}`
      const question = `${inDigits(where.number)}/${inDigits(count)}`
      return [dim(this.#clip(`${this.#words.shortWhere(section, question, about)}${entry}`))]
    }
    const question = this.#words.question(where.number, inDigits(count), about)
    // A name that is cut tells less than a bar that is long.
    const wide = widthOf(question) + 24 + widthOf(this.#clean(where.entry ?? ''))
    const cells = this.#width < Math.max(70, wide) ? 8 : 20
    const done = Math.floor(((where.number - 1) / count) * cells)
    const [full, none] = this.#ascii ? ['#', '.'] : ['█', '·']
    const bar = `${this.#color.cyan(full.repeat(done))}${dim(none.repeat(cells - done))}`
    const room = this.#width - widthOf(question) - cells - 2
    const named = where.entry === undefined || room < 6 ? '' : `  ${bold(this.#clip(where.entry, room - 2))}`
    return [
      dim(
        this.#clip(
          where.sections === 1
            ? where.section
            : `${this.#words.section(where.sectionNumber, where.sections)} · ${where.section}`,
        ),
      ),
      room < 0 ? this.#clip(question) : `${question}  ${bar}${named}`,
    ]
  }

  /** The question, why it is asked, what was said before. */
  #text(): Painted[] {
    const { ask, why, perhaps, said } = this.#asked
    const { bold, dim, yellow } = this.#color
    const block = (text: string, paint: Painted['paint'], first = '', rest?: string): Painted[] =>
      this.#wrapped(this.#clean(text), first, rest).map((line) => ({ text: line, paint }))
    const gap = { text: '', paint: same }
    return [
      ...block(ask, bold),
      ...(perhaps === true ? block(this.#words.perhaps, yellow) : []),
      ...(why === undefined ? [] : [gap, ...block(why, dim)]),
      ...(said.length === 0 ? [] : [gap, ...said.flatMap((it) => block(it, same, '- ', '  '))]),
    ]
  }

  /** A window on the question's text. Its first line stays, so that the question never vanishes. */
  #window(text: readonly Painted[], rows: number): { lines: readonly string[]; scroll: number; page: number } {
    if (text.length <= rows) return { lines: text.map(painted), scroll: 0, page: 0 }
    const [first = { text: '', paint: same }] = text
    if (rows < 4) {
      const dense = text.filter((line) => line.text !== '')
      return { lines: this.#cut(dense, rows).map(painted), scroll: 0, page: 0 }
    }
    // The first line and the line about more are always there.
    const page = rows - 2
    const scroll = Math.min(this.#state.scroll, text.length - 1 - page)
    const more = this.#color.dim(this.#clip(this.#words.moreText))
    const [top] = scroll > 0 ? this.#cut([first, first], 1) : [first]
    return { lines: [...[top!, ...text.slice(1 + scroll, 1 + scroll + page)].map(painted), more], scroll, page }
  }

  /** The first lines, the last of them with an ellipsis where there were more. */
  #cut(lines: readonly Painted[], rows: number): Painted[] {
    if (lines.length <= rows) return [...lines]
    const last = lines[rows - 1]!
    const room = this.#width - 4
    const text = widthOf(last.text) > room ? this.#clip(last.text, room) : `${last.text} ${this.#clean('…')}`
    return [...lines.slice(0, rows - 1), { text, paint: last.paint }]
  }

  #named(command: Command): { readonly label: string; readonly about: string } {
    return commandWords(command, this.#asked, this.#words)
  }

  #clip(text: string, width = this.#width): string {
    const clean = this.#clean(text)
    // In ASCII an ellipsis takes three columns.
    return widthOf(clean) <= width ? clean : this.#clean(clip(clean, this.#ascii ? width - 2 : width))
  }

  /** Unlike a page, a screen has no least width. */
  #wrapped(text: string, first = '', rest = ' '.repeat(widthOf(first))): string[] {
    const lines = linesOf(text, this.#width - Math.max(widthOf(first), widthOf(rest)))
    return lines.map((line, i) => (i === 0 ? first : rest) + line)
  }

  #clean(text: string): string {
    return this.#ascii ? inAscii(visible(text)) : visible(text)
  }

  #message(): string[] {
    const { message } = this.#state
    if (message === undefined) return []
    const lines = this.#wrapped(this.#clean(message), '! ', '  ')
    const most = this.#rows < 8 ? 1 : 3
    return (lines.length <= most ? lines : [this.#clip(`! ${message}`)]).map(this.#color.red)
  }

  #source(rows: number): string[] {
    const { source } = this.#asked
    if (source === undefined || rows === 0) return []
    // Broken between its parts, so that no line begins with what stands between them.
    const lines = this.#joined(source.split(' · '), true)
    return (lines.length <= rows ? lines : [this.#clip(source)]).map(this.#color.dim)
  }

  /** The keys that do something here, in as many lines as there may be; the rest is behind Tab. */
  #keys(rows: number): string[] {
    const { main, rest, tab } = this.#applying()
    const all = [...this.#joined(main), ...this.#joined(rest)]
    if (all.length <= rows) return all.map(this.#color.dim)
    // What does not fit is left out, the list of everything last.
    const kept = [...main]
    while (kept.length > 0 && this.#joined([...kept, ...tab]).length > rows) kept.pop()
    const fitting = kept.length + tab.length > 0 ? this.#joined([...kept, ...tab]) : [main[0] ?? '']
    return fitting.slice(0, rows).map((line) => this.#color.dim(this.#clip(line)))
  }

  /** @returns what comes first, what takes a line of its own, and what stands for that where there is no room */
  #applying(): { main: readonly string[]; rest: readonly string[]; tab: readonly string[] } {
    const { keys, marks } = this.#words
    const { mode, line } = this.#state
    const { field, commands: own, leaves } = this.#asked
    const multi = field.type === 'multi'
    if (mode === 'commands') return { main: [keys.confirm, keys.close], rest: [], tab: [] }
    if (mode === 'filter') return { main: [multi ? keys.markFound : keys.confirm, keys.all], rest: [], tab: [] }
    const leave = leaves === true && !own.includes('back') ? [keys.leave] : []
    if (field.type === 'choice' || multi) {
      return {
        main: [keys.choose, ...(multi ? [keys.mark] : []), keys.confirm, keys.filter, ...leave],
        rest: own.map((it) => `${letterOf(it)} ${this.#named(it).label}`),
        tab: own.length === 0 ? [] : [keys.more],
      }
    }
    const back = own.includes('back') ? [keys.back] : leave
    const escape = back.length > 0 && line.text !== typedOf(field) ? [keys.restore] : back
    return {
      main: [keys.confirm, ...escape],
      rest: own.length === 0 ? [] : [keys.commandsList(marks.list(own.map((it) => this.#named(it).label)))],
      tab: own.length === 0 ? [] : [keys.commands],
    }
  }

  /** Items in lines, none broken. @param dotted whether a line that goes on in the next one says so */
  #joined(items: readonly string[], dotted = false): string[] {
    const lines: string[] = []
    const dot = this.#clean(' · ')
    for (const item of items.map((it) => this.#clean(it))) {
      const last = lines.at(-1)
      if (last !== undefined && widthOf(last) + 3 + widthOf(item) <= this.#width)
        lines[lines.length - 1] = last + dot + item
      else {
        if (dotted && last !== undefined && widthOf(last) + 2 <= this.#width)
          lines[lines.length - 1] = last + dot.trimEnd()
        lines.push(...this.#wrapped(item, '', '  '))
      }
    }
    return lines
  }

  #body(rows: number): Body {
    const { mode } = this.#state
    if (mode === 'commands') return this.#commands(rows)
    return hasOptions(this.#asked) ? this.#options(rows) : this.#field(rows)
  }

  #commands(rows: number): Body {
    const { commandsTitle } = this.#words
    const { listed } = this.#state
    const label = Math.max(...this.#asked.commands.map((it) => widthOf(this.#named(it).label)))
    const blocks = this.#asked.commands.map((command, i) => {
      const { label: name, about: what } = this.#named(command)
      const first = `${i === listed ? '>' : ' '} ${letterOf(command)}  ${name}`
      const room = this.#width - label - 8
      const about = room < 24 ? '' : `${' '.repeat(label - widthOf(name) + 3)}${what}`
      return [{ text: this.#clip(first + about), paint: i === listed ? this.#color.cyan : same }]
    })
    const title = rows > 3 ? [this.#color.bold(commandsTitle)] : []
    const { lines } = this.#around(blocks, listed, rows - title.length)
    return { lines: [...title, ...lines] }
  }

  #options(rows: number): Body {
    const { field } = this.#asked
    const { mode, pointer, marked } = this.#state
    const options = optionsOf(this.#asked)
    const found = foundOptions(this.#asked, this.#state)
    const digits = String(options.length).length
    const chosen = field.type === 'choice' ? field.chosen : undefined
    const blocks = found.map((i) => {
      const option = options[i]!
      const mark =
        field.type === 'multi' ? (marked.includes(option.id) ? '[x]' : '[ ]') : option.id === chosen ? '(*)' : '( )'
      const first = `${i === pointer ? '>' : ' '} ${padStart(String(i + 1), digits)} ${mark} `
      const paint = i === pointer ? this.#color.cyan : same
      const { exclusive, marks } = this.#words
      const own = this.#clean(option.label)
      const label = option.exclusive === true ? marks.aside(own, exclusive) : own
      return this.#wrapped(label, first).map((text) => ({ text, paint }))
    })
    const filtering = mode === 'filter'
    const top: string[] = []
    let cursor: Body['cursor']
    if (filtering) {
      const count = `  ${this.#words.found(found.length, options.length)}`
      const label = `${this.#words.filter} `
      const room = Math.max(4, this.#width - widthOf(label) - widthOf(count) - 1)
      const { lines, row, column } = typedRows(this.#state.filter, room)
      top.push(`${label}${lines[row] ?? ''}${this.#color.dim(count)}`)
      cursor = { row: 0, column: widthOf(label) + column }
    } else if (field.type === 'multi' && rows > 4) {
      top.push(this.#color.dim(this.#clip(hintOf(field, this.#words)!)))
    }
    const room = rows - top.length
    if (room < 1) return { lines: top, ...(cursor && { cursor }) }
    if (found.length === 0)
      return { lines: [...top, this.#color.dim(this.#clip(this.#words.wrong.nothingFound))], ...(cursor && { cursor }) }
    const place = pointer === undefined ? 0 : Math.max(0, found.indexOf(pointer))
    const { lines, page } = this.#around(blocks, place, room)
    return { lines: [...top, ...lines], ...(cursor && { cursor }), optionPage: page }
  }

  /** As many blocks around one as there are rows for, with a line for how many are above and below. */
  #around(blocks: readonly (readonly Painted[])[], place: number, rows: number): { lines: string[]; page: number } {
    const total = blocks.reduce((sum, block) => sum + block.length, 0)
    if (total <= rows) return { lines: blocks.flat().map(painted), page: blocks.length }
    let [start, end] = [place, place + 1]
    let used = blocks[place]?.length ?? 0
    const room = (from: number, to: number) => rows - (from > 0 ? 1 : 0) - (to < blocks.length ? 1 : 0)
    if (used > room(start, end)) return { lines: this.#cut(blocks[place] ?? [], rows).map(painted), page: 1 }
    for (let grown = true; grown;) {
      grown = false
      if (end < blocks.length && used + blocks[end]!.length <= room(start, end + 1)) {
        used += blocks[end++]!.length
        grown = true
      }
      if (start > 0 && used + blocks[start - 1]!.length <= room(start - 1, end)) {
        used += blocks[--start]!.length
        grown = true
      }
    }
    const { dim } = this.#color
    return {
      lines: [
        ...(start > 0 ? [dim(`  ${this.#clean(this.#words.above(start))}`)] : []),
        ...blocks.slice(start, end).flat().map(painted),
        ...(end < blocks.length ? [dim(`  ${this.#clean(this.#words.below(blocks.length - end))}`)] : []),
      ],
      page: Math.max(1, end - start),
    }
  }

  #field(rows: number): Body {
    const hint = this.#asked.check ? undefined : hintOf(this.#asked.field, this.#words)
    const top =
      hint === undefined || rows < 2
        ? []
        : this.#wrapped(this.#clean(hint), '')
            .slice(0, Math.min(2, rows - 1))
            .map(this.#color.dim)
    const typed = typedRows(this.#state.line, this.#width - 3)
    const room = Math.max(1, Math.min(lineRows, rows - top.length))
    const start = Math.max(0, Math.min(typed.row - Math.floor(room / 2), typed.lines.length - room))
    const lines = typed.lines.slice(start, start + room).map((line, i) => (start + i === 0 ? '> ' : '  ') + line)
    return {
      lines: [...top, ...lines],
      ...(typesLine(this.#asked, this.#state) && {
        cursor: { row: top.length + typed.row - start, column: 2 + typed.column },
      }),
    }
  }
}

/**
 * A typed line in rows, and where its cursor stands. A character takes at least as many columns as it has code units:
 * the cursor's row is counted in those by @inquirer/core.
 */
function typedRows({ text, cursor }: Line, width: number): { lines: string[]; row: number; column: number } {
  const lines = ['']
  let [used, columns, row, column] = [0, 0, 0, 0]
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const shown = visible(segment)
    const cost = Math.max(widthOf(shown), shown.length)
    if (used > 0 && used + cost > width) {
      lines.push('')
      ;[used, columns] = [0, 0]
    }
    if (index <= cursor) [row, column] = [lines.length - 1, columns]
    lines[lines.length - 1] += shown
    used += cost
    columns += widthOf(shown)
  }
  if (cursor >= text.length) {
    if (used >= width) {
      lines.push('')
      columns = 0
    }
    ;[row, column] = [lines.length - 1, columns]
  }
  return { lines, row, column }
}

/** Our own signs in ASCII. Text in Chinese has none; who has such a terminal reads English. */
const signs: Readonly<Record<string, string>> = {
  '·': '|',
  '…': '...',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '↑↓': 'Up/Down',
  '↑': 'Up',
  '↓': 'Down',
  '←': 'Left',
  '→': '->',
  '×': 'x',
}
export const inAscii = (text: string): string => text.replace(/↑↓|[·…’‘“”–—↑↓←→×]/g, (it) => signs[it] ?? it)
