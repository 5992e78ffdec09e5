/** Text in lines of a width: between words, between Chinese characters, never a closing mark at a line's start. */
import { piecesOf } from '../../../text/lines.js'
import { type Fonts, printed, type Shaped } from './fonts.js'
import type { Type } from './style.js'

/** A stretch of text in one type; where it leads, when it is a link. */
export interface Span {
  readonly text: string
  readonly type: Type
  /** `#name` of a place in the document, or an address. */
  readonly link?: string
}

export interface Segment {
  readonly x: number
  readonly width: number
  readonly span: Span
  readonly texts: readonly Shaped[]
}

export interface Line {
  readonly width: number
  readonly size: number
  readonly segments: readonly Segment[]
}

/** More of one text than anybody reads; the report that travels inside has it whole. */
const longest = 6000

/** @param width in points; what is wider and cannot be broken between words is broken anywhere */
export function linesOf(spans: readonly Span[], width: number, fonts: Fonts): Line[] {
  const lines: Line[] = []
  let line = new Filling()
  const next = () => {
    lines.push(line.done())
    line = new Filling()
  }
  for (const { gap, parts } of wordsOf(spans, fonts)) {
    let wide = 0
    for (const it of parts) wide += widthIn(it)
    const space = gap && !line.empty ? partOf(' ', parts[0]!.span, fonts) : undefined
    const fits = line.width + (space ? widthIn(space) : 0) + wide <= width
    if (!fits && !line.empty) next()
    else if (fits && space) line.add(space)
    if (wide <= width) {
      for (const it of parts) line.add(it)
      continue
    }
    // Wider than a line by itself: an address breaks after its slashes, anything else wherever the line ends.
    for (const { text, span } of parts) {
      for (const bit of text.split(/(?<=[/\-_.?&=,])/)) {
        const whole = partOf(bit, span, fonts)
        if (line.width + widthIn(whole) > width && widthIn(whole) <= width && !line.empty) next()
        if (line.width + widthIn(whole) <= width) {
          line.add(whole)
          continue
        }
        for (const character of clusters(bit)) {
          const it = partOf(character, span, fonts)
          if (!line.empty && line.width + widthIn(it) > width) next()
          line.add(it)
        }
      }
    }
  }
  if (!line.empty || lines.length === 0) lines.push(line.done())
  return lines
}

/** The width of a text on one line. */
export const widthOf = (text: string, type: Type, fonts: Fonts): number =>
  widthIn(partOf(printed(text), { text, type }, fonts))

/** A piece of a span's text. */
interface Part {
  readonly text: string
  readonly span: Span
  readonly shaped: Shaped
}

const partOf = (text: string, span: Span, fonts: Fonts): Part => ({
  text,
  span,
  shaped: fonts.shape(text, span.type.bold),
})
const widthIn = ({ shaped, span }: Part): number => (shaped.width * span.type.size) / 1000

class Filling {
  width = 0
  #size = 0
  readonly #segments: { x: number; width: number; span: Span; texts: Shaped[] }[] = []

  get empty(): boolean {
    return this.#segments.length === 0
  }

  add(part: Part): void {
    const { span, shaped } = part
    const width = widthIn(part)
    const last = this.#segments.at(-1)
    if (last?.span === span) {
      last.texts.push(shaped)
      last.width += width
    } else this.#segments.push({ x: this.width, width, span, texts: [shaped] })
    this.width += width
    this.#size = Math.max(this.#size, span.type.size)
  }

  done(): Line {
    return { width: this.width, size: this.#size, segments: this.#segments }
  }
}

/** What cannot be broken; where it runs over several spans, in parts. */
interface Word {
  /** Is there a space before it? */
  readonly gap: boolean
  readonly parts: readonly Part[]
}

function wordsOf(spans: readonly Span[], fonts: Fonts): Word[] {
  const texts = spans.map(({ text }) => printed(text.length > longest ? `${text.slice(0, longest)} […]` : text))
  const whole = texts.join('')
  const ends: number[] = []
  for (const text of texts) ends.push((ends.at(-1) ?? 0) + text.length)
  const words: Word[] = []
  let at = /^ */.exec(whole)![0].length
  let i = 0
  for (const { text, gap } of piecesOf(whole)) {
    at += gap
    const parts: Part[] = []
    for (const end = at + text.length; at < end;) {
      while (ends[i]! <= at) i++
      const until = Math.min(end, ends[i]!)
      parts.push(partOf(until - at === text.length ? text : whole.slice(at, until), spans[i]!, fonts))
      at = until
    }
    words.push({ gap: gap > 0, parts })
  }
  return words
}

const clusters = (text: string): string[] => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
