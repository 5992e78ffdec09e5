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
  for (const { gap, parts } of wordsOf(spans)) {
    const shaped = parts.map((it) => shape(it, fonts))
    const wide = shaped.reduce((sum, it) => sum + it.width, 0)
    const space = gap && !line.empty ? shape({ text: ' ', span: parts[0]!.span }, fonts) : undefined
    const fits = line.width + (space?.width ?? 0) + wide <= width
    if (!fits && !line.empty) next()
    else if (fits && space) line.add(space)
    if (wide <= width) {
      for (const it of shaped) line.add(it)
      continue
    }
    // Wider than a line by itself: an address breaks after its slashes, anything else wherever the line ends.
    for (const { text, span } of parts) {
      for (const bit of text.split(/(?<=[/\-_.?&=,])/)) {
        const whole = shape({ text: bit, span }, fonts)
        if (line.width + whole.width > width && whole.width <= width && !line.empty) next()
        if (line.width + whole.width <= width) {
          line.add(whole)
          continue
        }
        for (const character of clusters(bit)) {
          const it = shape({ text: character, span }, fonts)
          if (!line.empty && line.width + it.width > width) next()
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
  shape({ text: printed(text), span: { text, type } }, fonts).width

/** A piece of a span's text. */
interface Part {
  readonly text: string
  readonly span: Span
}

interface Measured {
  readonly span: Span
  readonly shaped: Shaped
  readonly width: number
}

function shape({ text, span }: Part, fonts: Fonts): Measured {
  const shaped = fonts.shape(text, span.type.bold)
  return { span, shaped, width: (shaped.width * span.type.size) / 1000 }
}

class Filling {
  width = 0
  #size = 0
  readonly #segments: { x: number; width: number; span: Span; texts: Shaped[] }[] = []

  get empty(): boolean {
    return this.#segments.length === 0
  }

  add({ span, shaped, width }: Measured): void {
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

function wordsOf(spans: readonly Span[]): Word[] {
  const texts = spans.map(({ text }) => printed(text.length > longest ? `${text.slice(0, longest)} […]` : text))
  const whole = texts.join('')
  const ends: number[] = []
  for (const text of texts) ends.push((ends.at(-1) ?? 0) + text.length)
  const words: Word[] = []
  let at = whole.length - whole.trimStart().length
  let span = 0
  for (const { text, gap } of piecesOf(whole)) {
    at += words.length === 0 ? 0 : gap
    const parts: Part[] = []
    const end = at + text.length
    while (at < end) {
      while (ends[span]! <= at) span++
      const until = Math.min(end, ends[span]!)
      parts.push({ text: until - at === text.length ? text : whole.slice(at, until), span: spans[span]! })
      at = until
    }
    if (parts.length > 0) words.push({ gap: gap > 0, parts })
  }
  return words
}

const clusters = (text: string): string[] => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
