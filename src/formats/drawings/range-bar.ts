/** Bars from 0 to 100: what is sure, what may still come, the rest; and the scale of bands under the score. */
import { type Drawing, round, type Shape } from './drawing.js'

export interface RangeBar {
  readonly low: number
  readonly high: number
  readonly width: number
  readonly height: number
}

/** One bar. What may still come is hatched, so that it reads without colour. */
export function rangeBar({ low, high, width, height }: RangeBar): Drawing {
  const at = (value: number) => round((value / 100) * width)
  const rect = (from: number, to: number, fill: 'track' | 'sure' | 'perhaps'): Shape[] =>
    to > from ? [{ kind: 'rect', x: from, y: 0, width: round(to - from), height, fill }] : []
  return {
    width,
    height,
    shapes: [
      ...rect(0, width, 'track'),
      ...rect(0, at(low), 'sure'),
      ...rect(at(low), at(high), 'perhaps'),
      ...hatching(at(low), at(high), height),
    ],
  }
}

/** Slanted lines from one x to another, cut at both. */
function hatching(from: number, to: number, height: number): Shape[] {
  const step = 4
  const lines: string[] = []
  for (let x = from - height + step; x < to; x += step) {
    const [x1, x2] = [Math.max(x, from), Math.min(x + height, to)]
    if (x2 > x1) lines.push(`M${round(x1)} ${round(height - (x1 - x))}L${round(x2)} ${round(height - (x2 - x))}`)
  }
  return lines.length === 0 ? [] : [{ kind: 'path', d: lines.join(''), stroke: 'sure', width: 0.6 }]
}

export interface BandScale {
  readonly bands: readonly { readonly from: number; readonly label: string }[]
  readonly low: number
  readonly high: number
  readonly width: number
  /** Further values marked under the bar, such as the evidenced score. */
  readonly marks?: readonly { readonly value: number; readonly label: string }[]
  /** Of the labels, in the units of the drawing. */
  readonly size: number
}

/** The score with its range on the scale of the bands. */
export function bandScale({ bands, low, high, width, marks = [], size }: BandScale): Drawing {
  const at = (value: number) => round((value / 100) * width)
  const labels = labelled(bands, at, width, size)
  const levels = Math.max(0, ...labels.map((it) => it.level)) + 1
  const top = round(levels * size * 1.45 + size * 0.3)
  const bar = 14
  const foot = round(top + bar + 4 + size * 0.6)
  const shapes: Shape[] = rangeBar({ low, high, width, height: bar }).shapes.map((it) => moved(it, 0, top))
  const number = (value: number, anchor: 'start' | 'middle' | 'end'): Shape => ({
    kind: 'text',
    x: at(value),
    y: foot,
    text: String(value),
    size: round(size * 0.9),
    anchor,
    ink: 'text',
  })
  for (const { text, x, level } of labels) {
    const y = round(top - (level + 0.5) * size * 1.45)
    shapes.push({ kind: 'text', x, y, text, size, anchor: 'middle', ink: 'text' })
  }
  for (const { from } of bands) {
    if (from > 0)
      shapes.push({ kind: 'path', d: `M${at(from)} ${round(top - 3)}V${top + bar + 4}`, stroke: 'text', width: 0.8 })
    shapes.push(number(from, from === 0 ? 'start' : 'middle'))
  }
  shapes.push(number(100, 'end'))
  for (const { value } of marks) {
    const [x, y] = [at(value), top + bar]
    const d = `M${x} ${y}L${round(x - 3.5)} ${y + 6}L${round(x + 3.5)} ${y + 6}Z`
    shapes.push({ kind: 'path', d, fill: 'text' })
  }
  return { width, height: round(top + bar + 4 + size * 1.3), shapes }
}

/** Each label over the middle of its band, inside the drawing; one that would touch its neighbour stands a line higher. */
function labelled(bands: BandScale['bands'], at: (value: number) => number, width: number, size: number) {
  const ends: number[] = []
  return bands.map(({ from, label: text }, i) => {
    const wide = roughWidth(text, size)
    const middle = at((from + (bands[i + 1]?.from ?? 100)) / 2)
    const x = round(Math.max(wide / 2, Math.min(middle, width - wide / 2)))
    let level = 0
    while (ends[level] !== undefined && ends[level]! > x - wide / 2 - size * 0.6) level++
    ends[level] = x + wide / 2
    return { text, x, level }
  })
}

/** How wide a text is, more or less: drawings have no font. */
const roughWidth = (text: string, size: number): number =>
  [...text].reduce((sum, it) => sum + (it > '\u2e80' ? 1 : 0.54), 0) * size

/** The shape elsewhere. */
function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind !== 'path') return { ...shape, x: round(shape.x + dx), y: round(shape.y + dy) }
  const d = shape.d.replace(
    /([ML])(-?[\d.]+) (-?[\d.]+)/g,
    (_, c: string, x: string, y: string) => `${c}${round(Number(x) + dx)} ${round(Number(y) + dy)}`,
  )
  return { ...shape, d }
}
