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
  readonly runs: readonly Shaped[]
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
  for (const part of wordsOf(spans)) {
    const shaped = part.parts.map(({ text, span }) => shape(text, span, fonts))
    const wide = shaped.reduce((sum, it) => sum + it.width, 0)
    const gap = line.empty || part.gap === '' ? undefined : shape(part.gap, part.parts[0]!.span, fonts)
    if (line.empty || line.width + (gap?.width ?? 0) + wide <= width) {
      if (!line.empty || wide <= width) {
        if (gap) line.add(gap)
        shaped.forEach((it) => line.add(it))
        continue
      }
    } else {
      lines.push(line.done())
      line = new Filling()
      if (wide <= width) {
        shaped.forEach((it) => line.add(it))
        continue
      }
    }
    // Wider than a line by itself: an address breaks after its slashes, anything else wherever the line ends.
    for (const { text, span } of part.parts) {
      for (const bit of text.split(/(?<=[/\-_.?&=,])/)) {
        let rest = shape(bit, span, fonts)
        if (line.width + rest.width <= width) {
          line.add(rest)
          continue
        }
        if (!line.empty && rest.width <= width) {
          lines.push(line.done())
          line = new Filling()
          line.add(rest)
          continue
        }
        for (const character of clusters(bit)) {
          rest = shape(character, span, fonts)
          if (!line.empty && line.width + rest.width > width) {
            lines.push(line.done())
            line = new Filling()
          }
          line.add(rest)
        }
      }
    }
  }
  if (!line.empty || lines.length === 0) lines.push(line.done())
  return lines
}

/** The width of a text on one line. */
export const widthOf = (text: string, type: Type, fonts: Fonts): number =>
  shape(printed(text), { text, type }, fonts).width

interface Shape {
  readonly span: Span
  readonly runs: readonly Shaped[]
  readonly width: number
}

function shape(text: string, span: Span, fonts: Fonts): Shape {
  const runs = fonts.shape(text, span.type.bold)
  return { span, runs, width: (runs.reduce((sum, run) => sum + run.width, 0) * span.type.size) / 1000 }
}

class Filling {
  width = 0
  #size = 0
  readonly #segments: { x: number; width: number; span: Span; runs: Shaped[] }[] = []

  get empty(): boolean {
    return this.#segments.length === 0
  }

  add({ span, runs, width }: Shape): void {
    const last = this.#segments.at(-1)
    if (last?.span === span) {
      last.runs.push(...runs)
      last.width += width
    } else this.#segments.push({ x: this.width, width, span, runs: [...runs] })
    this.width += width
    this.#size = Math.max(this.#size, span.type.size)
  }

  done(): Line {
    return { width: this.width, size: this.#size, segments: this.#segments }
  }
}

/** What cannot be broken, with the space before it; where it runs over several spans, in parts. */
interface Word {
  readonly gap: string
  readonly parts: readonly { readonly text: string; readonly span: Span }[]
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
    const parts: { text: string; span: Span }[] = []
    const end = at + text.length
    while (at < end) {
      while (ends[span]! <= at) span++
      const until = Math.min(end, ends[span]!)
      parts.push({ text: whole.slice(at, until), span: spans[span]! })
      at = until
    }
    if (parts.length > 0) words.push({ gap: gap > 0 ? ' ' : '', parts })
  }
  return words
}

const clusters = (text: string): string[] => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
