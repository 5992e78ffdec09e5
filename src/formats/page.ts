/** Laying out plain text in columns: widths as a terminal shows them, Chinese characters two columns each. */
import { linesOf } from '../text/lines.js'
import { widthOf } from '../text/width.js'

/** The text with spaces up to a width; a longer one stays as it is. */
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** The text cut to a width, with an ellipsis where something is missing. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/**
 * The text in lines no wider than `width`, the first after `first`, the others after `rest`.
 * @param first what the first line starts with; `rest` has the same width unless that is wanted otherwise
 */
export function wrapped(
  text: string,
  width: number,
  first: string,
  rest: string = ' '.repeat(widthOf(first)),
): string[] {
  const room = Math.max(20, width - Math.max(widthOf(first), widthOf(rest)))
  return linesOf(text, room).map((line, i) => (i === 0 ? first : rest) + line)
}
