/** One question on one screen, as a prompt of @inquirer/core: keys in, lines out. What they mean is in question-state.ts. */
import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core'
import type { Reply } from './prompter.js'
import { type Asked, initialState, type Line, lineOf, press, type Shown } from './question-state.js'
import { type Drawing, layOut, type Size } from './screen.js'

export interface QuestionConfig extends Omit<Drawing, 'size'> {
  readonly asked: Asked
  readonly terminal: Terminal
}

export interface Terminal {
  readonly size: () => Size
  /** @returns what stops the listening */
  readonly onResize: (listener: () => void) => () => void
}

/** The parts of node's readline that a prompt works with; it is their own that `line` and `cursor` can be set. */
export interface Readline {
  line: string
  cursor: number
  readonly output: { write(text: string): unknown; mute(): void; unmute(): void }
  resume(): unknown
  on(event: string, listener: () => void): unknown
  removeListener(event: string, listener: () => void): unknown
}

const hideCursor = '\u001b[?25l'
const showCursor = '\u001b[?25h'
const toColumn = (column: number): string => `\u001b[${column + 1}G`
const clearScreen = '\u001b[2J\u001b[H'

export const questionPrompt = createPrompt<Reply | 'left', QuestionConfig>((config, done) => {
  const { asked, terminal, ...drawing } = config
  const [state, setState] = useState(() => initialState(asked))
  const shown = useRef<Shown>({ scroll: 0, textPage: 0, optionPage: 0 })
  const screen = layOut(asked, state, { ...drawing, size: terminal.size() })
  shown.current = screen.shown

  useKeypress((event, rl) => {
    const readline = rl as unknown as Readline
    const typed: Line = { text: readline.line, cursor: readline.cursor }
    hold(readline, { text: '', cursor: 0 })
    const pressed = press(asked, state, event, typed, shown.current, config.words)
    if ('reply' in pressed) done(pressed.reply)
    else setState(pressed.state)
  })
  useRedraw(terminal, () => setState({ ...state }))

  const { lines, cursor } = screen
  // After every drawing: the field's text goes back to readline, which edits it; its cursor to where the layout wants it.
  useEffect(
    (rl) => {
      const readline = rl as unknown as Readline
      hold(readline, lineOf(asked, state))
      if (cursor) write(readline, toColumn(cursor.column))
    },
    [state],
  )
  if (!cursor) return `${lines.join('\n')}${hideCursor}`
  return [`${lines.slice(0, cursor.row + 1).join('\n')}${showCursor}`, lines.slice(cursor.row + 1).join('\n')]
})

/** While a screen is drawn readline holds nothing: @inquirer/core would count it in code units, not in columns. */
function hold(readline: Readline, { text, cursor }: Line): void {
  readline.line = text
  readline.cursor = cursor
}

function write(readline: Readline, text: string): void {
  readline.output.unmute()
  readline.output.write(text)
  readline.output.mute()
}

/**
 * Draws anew when the terminal has another size, and when the program comes back from the background. What was drawn
 * is then anywhere: the terminal broke or joined its lines.
 */
export function useRedraw(terminal: Terminal, redraw: () => void): void {
  const current = useRef(redraw)
  current.current = redraw
  useEffect((rl) => {
    const readline = rl as unknown as Readline
    const anew = () => {
      hold(readline, { text: '', cursor: 0 })
      write(readline, clearScreen)
      current.current()
    }
    const back = () => {
      // Readline pauses its input when it comes back, and leaves it to others to go on.
      readline.resume()
      anew()
    }
    const stop = terminal.onResize(anew)
    readline.on('SIGCONT', back)
    return () => {
      stop()
      readline.removeListener('SIGCONT', back)
    }
  }, [])
}
