/** Lines of talk: short sentences of our own. What holds names and values at length is for formats to lay out. */
import type { Environment } from './environment.js'

/** @returns the text in lines of a width, broken at spaces only */
export function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.length > indent.length && line.length + word.length + 1 > width) {
      lines.push(line)
      line = indent
    }
    line += line.length > indent.length ? ` ${word}` : word
  }
  return [...lines, line]
}

/** A message as it is written to standard error: in lines on a terminal, in one anywhere else, where programs look. */
export const message = (text: string, { stderr, columns }: Environment): string =>
  stderr.isTTY === true ? wrap(text, columns ?? 80, '').join('\n') : text
