/** Breaking text into lines: between words, between Chinese characters, and never so that a line begins with a closing mark. */
import { isPlain, widthOf } from './width.js'

/** A label before its text: a full-width colon brings its own space. */
export const after = (label: string, text: string): string =>
  label.endsWith('：') ? `${label}${text}` : `${label} ${text}`

/** What may not begin a line: closing marks of Chinese, and of Latin text that follows Chinese without a space. */
const closing = /^[、。，．·：；？！）」』】》〉〕〗｝］”’…‥—～％‰℃々ー゛゜・,.:;?!)\]}%]$/u
/** What may not end one. */
const opening = /^[（「『【《〈〔〖｛［“‘([{＄￥$]$/u

export interface Piece {
  text: string
  width: number
  /** Spaces before it, dropped where a line begins. */
  readonly gap: number
}

/**
 * The text in lines of at most `width` columns; line breaks in it are kept.
 * A word longer than a line is broken wherever the line ends, or stays whole.
 */
export function linesOf(text: string, width: number, { whole = false } = {}): string[] {
  return text.split('\n').flatMap((paragraph) => filled(piecesOf(paragraph), Math.max(2, width), whole))
}

function filled(pieces: readonly Piece[], width: number, whole: boolean): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces) {
    if (used > 0 && used + piece.gap + piece.width <= width) {
      line += ' '.repeat(piece.gap) + piece.text
      used += piece.gap + piece.width
      continue
    }
    if (used > 0) lines.push(line)
    const broken = whole || piece.width <= width ? [piece.text] : cut(piece.text, width)
    lines.push(...broken.slice(0, -1))
    line = broken.at(-1)!
    used = widthOf(line)
  }
  return used > 0 || lines.length === 0 ? [...lines, line] : lines
}

/** What cannot be broken: words, and single Chinese characters with the marks that belong to them. */
export function piecesOf(paragraph: string): Piece[] {
  const pieces: Piece[] = []
  if (isPlain(paragraph)) {
    let spaces = 0
    for (const text of paragraph.split(' ')) {
      if (text !== '') {
        pieces.push({ text, width: text.length, gap: pieces.length === 0 ? 0 : spaces })
        spaces = 0
      }
      spaces++
    }
    return pieces
  }
  let gap = 0
  let last = ''
  for (const character of paragraph) {
    if (character === ' ') {
      gap++
      last = ' '
      continue
    }
    const width = wide(character)
    const before = gap === 0 ? pieces.at(-1) : undefined
    const joins =
      before !== undefined &&
      (width === 0 || closing.test(character) || opening.test(last) || (width === 1 && wide(last) === 1))
    if (joins) {
      before.text += character
      before.width += width
    } else {
      pieces.push({ text: character, width, gap: pieces.length === 0 ? 0 : gap })
    }
    gap = 0
    if (width > 0) last = character
  }
  return pieces
}

/** Of one character; what most text is made of needs no table. */
function wide(character: string): number {
  if (character >= ' ' && character <= '~') return 1
  return character >= '\u4e00' && character <= '\u9fff' && character.length === 1 ? 2 : widthOf(character)
}

function cut(text: string, width: number): string[] {
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const character of text) {
    const wide = widthOf(character)
    if (used + wide > width) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += character
    used += wide
  }
  return [...parts, part]
}
