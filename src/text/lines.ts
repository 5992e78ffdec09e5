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
  readonly text: string
  readonly width: number
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
  let [start, width, gap] = [0, 0, 0]
  const end = (at: number): void => {
    if (start < at) {
      pieces.push({ text: paragraph.slice(start, at), width, gap: pieces.length === 0 ? 0 : gap })
      gap = 0
    }
    start = at
    width = 0
  }
  let last = nothing
  for (let at = 0, next; at < paragraph.length; at = next) {
    const code = paragraph.codePointAt(at)!
    next = at + (code > 0xffff ? 2 : 1)
    const trait = traitOf(code)
    if (code === 0x20) {
      end(at)
      start = next
      gap++
    } else {
      const joins = trait.width === 0 || trait.closing || last.opening || (trait.width === 1 && last.width === 1)
      if (!joins) end(at)
      width += trait.width
    }
    if (trait.width > 0) last = trait
  }
  end(paragraph.length)
  return pieces
}

/** What decides where a line may end. */
interface Trait {
  readonly width: number
  readonly closing: boolean
  readonly opening: boolean
}

const nothing: Trait = { width: 0, closing: false, opening: false }
const traits = new Map<number, Trait>()

function traitOf(code: number): Trait {
  let trait = traits.get(code)
  if (!trait) {
    const character = String.fromCodePoint(code)
    trait = { width: widthOf(character), closing: closing.test(character), opening: opening.test(character) }
    traits.set(code, trait)
  }
  return trait
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
