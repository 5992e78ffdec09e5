/** Lines of talk: short sentences of our own. What holds names and values at length is for formats to lay out. */
import { linesOf } from '../text/lines.js'
import { widthOf } from '../text/width.js'
import type { Environment } from './environment.js'

/** @returns the text in lines of a width; a word that is longer, a path perhaps, stays whole */
export const wrap = (text: string, width: number, indent: string): string[] =>
  linesOf(text, width - indent.length, { whole: true }).map((line) => indent + line)

/** A message as it is written to standard error: in lines on a terminal, in one anywhere else, where programs look. */
export const message = (text: string, { stderr, columns }: Environment): string =>
  stderr.isTTY === true
    ? text
        .split('\n')
        .flatMap((line) => (widthOf(line) <= (columns ?? 80) ? [line] : wrap(line, columns ?? 80, '')))
        .join('\n')
    : text
