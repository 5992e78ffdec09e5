/** A comparison in the terminal. */
import { visible, withoutCommands } from '../../text/visible.js'
import { wrapped } from '../page.js'
import type { ComparisonFormat } from './format.js'
import { type Block, outlineOf } from './outline.js'

export const text: ComparisonFormat = {
  name: 'text',
  summary: 'for the terminal',
  render: (comparison, { words, width: columns, color, ascii }) => {
    const width = Math.max(40, Math.min(columns, 100))
    const lines: string[] = []
    const plain = (it: string) => (ascii ? it.replaceAll('→', '->').replaceAll('−', '-') : it)
    const say = (it: string, first: string, rest = first, paint = (line: string) => line) =>
      lines.push(...wrapped(visible(plain(it)), width, first, rest).map(paint))
    const block = ({ heading, items }: Block) => {
      lines.push('')
      say(heading, '', '', color.bold)
      for (const { text: it, about } of items) {
        say(it, '  - ', '    ')
        if (about !== undefined && about !== '') say(about, '    ', '    ', color.dim)
      }
    }
    const outline = outlineOf(comparison, words)
    say(outline.firm, '', '', color.bold)
    say(outline.ruleset, '', '', color.dim)
    lines.push('')
    say(outline.heading, '', '', color.bold)
    for (const it of outline.result) say(it, '  ')
    for (const one of outline.blocks) block(one)
    if (outline.notices) block(outline.notices)
    lines.push('')
    say(outline.disclaimer, '', '', color.dim)
    return withoutCommands(`${lines.join('\n')}\n`)
  },
}
