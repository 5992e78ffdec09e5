/** Laying out plain text in columns: widths as a terminal shows them, Chinese characters two columns each. */
import stringWidth from 'fast-string-width'
import { linesOf } from '../text/lines.js'

export const widthOf = (text: string): number => stringWidth(text)

/** The text with spaces up to a width; a longer one stays as it is. */
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - stringWidth(text))) + text

/** The text cut to a width, with an ellipsis where something is missing. */
export function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break
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
  rest: string = ' '.repeat(stringWidth(first)),
): string[] {
  const room = Math.max(20, width - Math.max(stringWidth(first), stringWidth(rest)))
  return linesOf(text, room).map((line, i) => (i === 0 ? first : rest) + line)
}
