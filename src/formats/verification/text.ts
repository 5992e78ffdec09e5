/** What verifying found, in the terminal. */
import { visible, withoutCommands } from '../../text/visible.js'
import { wrapped } from '../page.js'
import type { VerificationFormat } from './format.js'

/** Values are shown so far: a whole section of a report helps nobody. */
const shownLength = 200

export const text: VerificationFormat = {
  name: 'text',
  summary: 'for the terminal',
  render: ({ file, report, same, differences, first, because, command, taken }, { words, width: columns, color }) => {
    const { verify: say } = words
    const width = Math.max(40, Math.min(columns, 100))
    const lines: string[] = []
    const line = (it: string, indent = '', rest = indent, paint = (painted: string) => painted) =>
      lines.push(...wrapped(visible(it), width, indent, rest).map(paint))
    const value = (it: object, key: 'expected' | 'found') => {
      if (!Object.hasOwn(it, key)) return say.nothing
      const whole = JSON.stringify((it as Record<string, unknown>)[key])
      return whole.length > shownLength ? `${whole.slice(0, shownLength)}…` : whole
    }
    const { firm, asAt, ruleset, generatorVersion } = report
    line(
      same ? say.same(file) : say.differs(file, differences),
      '',
      '',
      same ? color.bold : (it) => color.red(color.bold(it)),
    )
    line(say.of(firm, `${ruleset.id} ${ruleset.version}`, asAt), '  ')
    if (first) {
      lines.push('')
      line(say.first(first.path))
      line(`${say.expected} ${value(first, 'expected')}`, '  ', '    ')
      line(`${say.found} ${value(first, 'found')}`, '  ', '    ')
    }
    if (because !== null) {
      lines.push('')
      line(say.because[because](generatorVersion))
      // A command is for copying: it is not folded.
      if (command !== null) lines.push(`  ${visible(command)}`)
    }
    if (taken.length > 0) lines.push('')
    for (const { what, count } of taken) line(say.taken[what](count))
    return withoutCommands(`${lines.join('\n')}\n`)
  },
}
