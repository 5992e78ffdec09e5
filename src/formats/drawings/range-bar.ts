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
  const top = round(size * 1.7)
  const bar = 14
  const shapes: Shape[] = rangeBar({ low, high, width, height: bar }).shapes.map((it) => moved(it, 0, top))
  for (const [i, { from, label }] of bands.entries()) {
    const until = bands[i + 1]?.from ?? 100
    shapes.push({
      kind: 'text',
      x: at((from + until) / 2),
      y: round(size * 0.7),
      text: label,
      size,
      anchor: 'middle',
      ink: 'text',
    })
    if (from > 0)
      shapes.push({ kind: 'path', d: `M${at(from)} ${round(top - 5)}V${top + bar + 4}`, stroke: 'text', width: 0.8 })
    shapes.push({
      kind: 'text',
      x: at(from),
      y: round(top + bar + 4 + size * 0.6),
      text: String(from),
      size: round(size * 0.9),
      anchor: from === 0 ? 'start' : 'middle',
      ink: 'text',
    })
  }
  shapes.push({
    kind: 'text',
    x: width,
    y: round(top + bar + 4 + size * 0.6),
    text: '100',
    size: round(size * 0.9),
    anchor: 'end',
    ink: 'text',
  })
  for (const { value } of marks) {
    const x = at(value)
    shapes.push({ kind: 'path', d: `M${x} ${round(top + bar)}l-3.5 6h7z`, fill: 'text' })
  }
  return { width, height: round(top + bar + 4 + size * 1.3), shapes }
}

/** The shape elsewhere; paths of drawings use absolute commands but for their last bend. */
function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind !== 'path') return { ...shape, x: round(shape.x + dx), y: round(shape.y + dy) }
  const d = shape.d.replace(
    /([ML])(-?[\d.]+) (-?[\d.]+)/g,
    (_, c: string, x: string, y: string) => `${c}${round(Number(x) + dx)} ${round(Number(y) + dy)}`,
  )
  return { ...shape, d }
}
