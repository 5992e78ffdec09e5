/** A determination as Markdown, for a message or a file. */
import { escaped } from '../markdown.js'
import type { DecisionFormat } from './format.js'
import { type Block, footOf, headOf, outlineOf } from './outline.js'

export const md: DecisionFormat = {
  name: 'md',
  summary: 'Markdown',
  render: (report, { words }) => {
    const { title, about, now } = headOf(report, words)
    const lines = [`# ${escaped(title)}`, '', escaped(about), '']
    if (now !== undefined) lines.push(escaped(now), '')
    const block = ({ heading, items, numbered }: Block, level: string) => {
      lines.push(`${level} ${escaped(heading)}`, '')
      for (const [i, { text, about: below }] of items.entries()) {
        const mark = numbered ? `${i + 1}.` : '-'
        lines.push(`${mark} ${escaped(below ? words.marks.aside(text, below) : text)}`)
      }
      lines.push('')
    }
    for (const decided of report.decisions) {
      const { label, checked, because, blocks } = outlineOf(decided, words)
      if (decided.entryName !== undefined) lines.push(`## ${escaped(decided.entryName)}`, '')
      const verdict = `**${escaped(label)}**`
      lines.push(checked === undefined ? verdict : words.marks.aside(verdict, escaped(checked)), '')
      if (because.length > 0) lines.push(words.marks.sentences(because.map(escaped)), '')
      for (const one of blocks) block(one, '###')
    }
    for (const one of footOf(report, words)) block(one, '##')
    lines.push(`*${escaped(report.disclaimer)}*`)
    return `${lines.join('\n')}\n`
  },
}
