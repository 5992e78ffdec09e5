/** A comparison as Markdown, for a message or a file. */
import { visible } from '../../text/visible.js'
import type { ComparisonFormat } from './format.js'
import { type Block, outlineOf } from './outline.js'

export const md: ComparisonFormat = {
  name: 'md',
  summary: 'Markdown',
  render: (comparison, { words }) => {
    const { firm, ruleset, heading, result, blocks, notices, disclaimer } = outlineOf(comparison, words)
    const block = ({ heading: title, items }: Block) => [
      `## ${escaped(title)}`,
      '',
      ...items.map(
        ({ text, about }) => `- ${about ? words.marks.aside(escaped(text), escaped(about)) : escaped(text)}`,
      ),
      '',
    ]
    const lines = [
      ...[`# ${escaped(heading)}`, '', `**${escaped(firm)}**, ${escaped(ruleset)}`, ''],
      ...result.map((it) => `- ${escaped(it)}`),
      '',
      ...[...blocks, ...(notices ? [notices] : [])].flatMap(block),
      `*${escaped(disclaimer)}*`,
    ]
    return `${lines.join('\n')}\n`
  },
}

/** Text from files is words, never markup. */
const escaped = (text: string): string => visible(text).replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
