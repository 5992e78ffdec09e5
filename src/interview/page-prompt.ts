/** A longer text, page by page, as a prompt of @inquirer/core; without text, a pause. */
import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { Colour } from '../formats/colour.js'
import { clip } from '../formats/page.js'
import { widthOf } from '../text/width.js'
import { type Terminal, useRedraw } from './question-prompt.js'
import { inAscii } from './screen.js'
import type { PrompterWords } from './typed-value.js'

export interface PageConfig {
  /** The text in lines for a width. */
  readonly lines: (width: number) => readonly string[]
  readonly words: PrompterWords
  readonly color: Colour
  readonly ascii: boolean
  readonly terminal: Terminal
}

export const pagePrompt = createPrompt<void, PageConfig>(({ lines, words, color, ascii, terminal }, done) => {
  const [top, setTop] = useState(0)
  const [redrawn, setRedrawn] = useState(0)
  useRedraw(terminal, () => setRedrawn(redrawn + 1))
  const { columns, rows } = terminal.size()
  const all = lines(columns - 1)
  const page = Math.max(1, rows - 2)
  const last = Math.max(0, all.length - page)
  const from = Math.min(top, last)

  useKeypress((key) => {
    switch (key.name) {
      case 'return':
      case 'enter':
      case 'escape':
      case 'q':
        return done()
      case 'space':
      case 'pagedown':
      case 'down':
      case 'right':
        // On from the end is done: space alone reads it all.
        if (from === last && key.name !== 'down') return done()
        return setTop(Math.min(last, from + (key.name === 'down' ? 1 : page)))
      case 'up':
        return setTop(Math.max(0, from - 1))
      case 'pageup':
      case 'left':
      case 'b':
        return setTop(Math.max(0, from - page))
    }
  })

  const keys = from === last ? words.keys.pageEnd : words.keys.page
  const placed = words.marks.aside(keys, words.lines(from + 1, from + page, all.length))
  const hint = last === 0 ? words.keys.enter : widthOf(placed) < columns ? placed : keys
  const shown = all.slice(from, from + page)
  const foot = clip(ascii ? inAscii(hint) : hint, columns - 1)
  return `${[...shown, ...(shown.length > 0 && rows > 4 ? [''] : []), color.dim(foot)].join('\n')}\u001b[?25l`
})
