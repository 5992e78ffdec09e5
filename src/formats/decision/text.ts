/** A determination in the terminal: the outcome first, then why, then what to do. */
import type { DecisionReport } from '../../report/decision.js'
import { visible, withoutCommands } from '../../text/visible.js'
import { padStart, wrapped } from '../page.js'
import type { RenderOptions } from '../report/format.js'
import type { DecisionFormat } from './format.js'
import { type Block, footOf, headOf, outlineOf } from './outline.js'

export const text: DecisionFormat = { name: 'text', summary: 'for the terminal', render }

function render(report: DecisionReport, { words, width: columns, color }: RenderOptions): string {
  const width = Math.max(40, Math.min(columns, 100))
  const lines: string[] = []
  const say = (it: string, first: string, rest = first, paint = (line: string) => line) =>
    lines.push(...wrapped(visible(it), width, first, rest).map(paint))
  const block = ({ heading, items, numbered }: Block, indent: string) => {
    lines.push('')
    say(heading, indent, indent, color.bold)
    for (const [i, { text: it, about }] of items.entries()) {
      const mark = numbered ? padStart(`${i + 1}. `, 4) : '- '
      const rest = `${indent}  ${' '.repeat(mark.length)}`
      say(it, `${indent}  ${mark}`, rest)
      if (about !== undefined && about !== '') say(about, rest, rest, color.dim)
    }
  }

  const { title, about, now } = headOf(report, words)
  say(title, '', '', color.bold)
  say(about, '', '', color.dim)
  if (now !== undefined) say(now, '', '', color.bold)
  for (const decided of report.decisions) {
    const { label, checked, tone, because, blocks } = outlineOf(decided, words)
    const paint = { good: color.green, bad: color.red, caution: color.yellow, open: color.yellow, neutral: color.bold }
    lines.push('')
    const named = decided.entryName !== undefined && (report.decisions.length > 1 || report.firm !== undefined)
    if (named) say(decided.entryName!, '', '', color.bold)
    say(checked === undefined ? label : `${label} [${checked}]`, '  ', '  ', paint[tone])
    for (const reason of because) say(reason, '    ')
    for (const one of blocks) block(one, '  ')
  }
  for (const one of footOf(report, words)) block(one, '')
  lines.push('')
  say(report.disclaimer, '', '', color.dim)
  return withoutCommands(`${lines.join('\n')}\n`)
}
