/** A step chart: what each remedy brings, against the effort spent up to it. */
import { curveStepAfter, line } from 'd3-shape'
import { type Drawing, round, type Shape } from './drawing.js'

export interface Steps {
  /** Where it starts, then after each step: person-days spent so far, and the score. */
  readonly points: readonly { readonly effort: number; readonly score: number }[]
  readonly bands: readonly { readonly from: number; readonly label: string }[]
  readonly width: number
  readonly height: number
  readonly size: number
  /** Under the axis of effort. */
  readonly unit: string
}

export function steps({ points, bands, width, height, size, unit }: Steps): Drawing {
  const [left, bottom, top] = [size * 2.6, size * 2.8, size]
  const most = Math.max(1, ...points.map((point) => point.effort))
  const x = (effort: number) => round(left + (effort / most) * (width - left - size))
  const y = (score: number) => round(height - bottom - (score / 100) * (height - bottom - top))
  const shapes: Shape[] = []
  const start = points[0]?.score ?? 0
  for (const [i, { from, label }] of bands.entries()) {
    if (from > 0)
      shapes.push({ kind: 'path', d: `M${round(left)} ${y(from)}H${round(width)}`, stroke: 'line', width: 0.6 })
    shapes.push({
      kind: 'text',
      x: round(left - 4),
      y: y(from),
      text: String(from),
      size: round(size * 0.9),
      anchor: 'end',
      ink: 'text',
    })
    const until = bands[i + 1]?.from ?? 100
    const under = round(y(until) + size * 0.8)
    // The line rises to the right: its band is named at the left, unless it starts just there.
    const clear = Math.abs(under - y(start)) > size
    if (y(from) - y(until) > size * 1.2)
      shapes.push({
        kind: 'text',
        x: clear ? round(left + 4) : round(width - 2),
        y: under,
        text: label,
        size: round(size * 0.9),
        anchor: clear ? 'start' : 'end',
        ink: 'neutral',
      })
  }
  shapes.push({ kind: 'path', d: `M${round(left)} ${y(100)}V${y(0)}H${round(width)}`, stroke: 'text', width: 0.8 })
  const every = niceStep(most / 5)
  for (let effort = 0; effort <= most + 1e-9; effort += every)
    shapes.push({
      kind: 'text',
      x: x(effort),
      y: round(y(0) + size * 0.9),
      text: String(round(effort)),
      size: round(size * 0.9),
      anchor: 'middle',
      ink: 'text',
    })
  shapes.push({
    kind: 'text',
    x: round(width),
    y: round(y(0) + size * 2.1),
    text: unit,
    size: round(size * 0.9),
    anchor: 'end',
    ink: 'text',
  })
  const path = line<Steps['points'][number]>()
    .x((point) => x(point.effort))
    .y((point) => y(point.score))
    .curve(curveStepAfter)
  if (points.length > 1) shapes.push({ kind: 'path', d: path([...points])!, stroke: 'sure', width: 1.6 })
  for (const point of points)
    shapes.push({ kind: 'circle', x: x(point.effort), y: y(point.score), r: 2.2, fill: 'sure' })
  return { width, height, shapes }
}

/** 1, 2 or 5 times a power of ten, at least as much as asked; of a quarter day at least. */
function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 0.25)))
  return [1, 2, 5, 10].map((by) => by * power).find((step) => step >= wanted - 1e-9) ?? power * 10
}
