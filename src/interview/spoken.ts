/** Text that is said or shown, in lines: its own line breaks and indents are kept. */
import { wrapped } from '../formats/page.js'
import { visible } from '../text/visible.js'

export function paragraphLines(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const indent = /^ */.exec(line)![0]
    const item = /^(?:[-*•]|\d+\.) +/.exec(line.slice(indent.length))?.[0] ?? ''
    const rest = ' '.repeat(indent.length + item.length)
    return wrapped(visible(line.slice(rest.length)), width, indent + item, rest).map((it) => it.trimEnd())
  })
}
