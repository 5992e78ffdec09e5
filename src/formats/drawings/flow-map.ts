/** The map of flows: five regions in a ring, so that no arrow has to cross a region, and a numbered arrow for each flow. */
import { curveBasis, line } from 'd3-shape'
import { type Dash, dashOf, type Drawing, round, type Shape } from './drawing.js'

export type Tone = keyof typeof dashOf
export type MapRegion = 'gba-mainland' | 'mainland' | 'hong-kong' | 'macao' | 'elsewhere'

export interface MapFlow {
  /** What its arrow carries: its number in the list beside the map. */
  readonly number: string
  readonly from: MapRegion
  readonly to: MapRegion
  /** How much moves; thickness grows with its logarithm. */
  readonly weight: number | null
  readonly tone: Tone
}

export interface FlowMap {
  readonly flows: readonly MapFlow[]
  /** Of each region: its name, in lines. */
  readonly labels: Readonly<Record<MapRegion, readonly string[]>>
  readonly width: number
  readonly height: number
  /** Of the labels, in the units of the drawing. */
  readonly size: number
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Point {
  readonly x: number
  readonly y: number
}

/** Centres as shares of the drawing: north above south, the Mainland above, what is outside to the right. */
const centres: Readonly<Record<MapRegion, Point>> = {
  mainland: { x: 0.42, y: 0.12 },
  'gba-mainland': { x: 0.15, y: 0.42 },
  elsewhere: { x: 0.86, y: 0.42 },
  macao: { x: 0.25, y: 0.88 },
  'hong-kong': { x: 0.68, y: 0.88 },
}

/** Draws the flows whose two ends are known. */
export function flowMap({ flows, labels, width, height, size }: FlowMap): Drawing {
  const used = new Set(flows.flatMap(({ from, to }) => [from, to]))
  const boxes = Object.fromEntries(
    Object.entries(centres).map(([region, { x, y }]) => {
      const [w, h] = [width * 0.26, height * 0.2]
      return [region, { x: x * width - w / 2, y: y * height - h / 2, width: w, height: h }]
    }),
  ) as Record<MapRegion, Box>
  const shapes: Shape[] = []
  for (const [region, box] of Object.entries(boxes) as [MapRegion, Box][]) {
    const { x, y, width, height } = box
    shapes.push({
      kind: 'rect',
      x: round(x),
      y: round(y),
      width: round(width),
      height: round(height),
      radius: 4,
      fill: 'track',
      stroke: used.has(region) ? 'text' : 'line',
    })
    const lines = labels[region]
    for (const [i, text] of lines.entries()) {
      const middle = y + height / 2 + (i - (lines.length - 1) / 2) * size * 1.35
      shapes.push({
        kind: 'text',
        x: round(x + width / 2),
        y: round(middle),
        text,
        size,
        anchor: 'middle',
        bold: used.has(region),
        ink: 'text',
      })
    }
  }
  const heaviest = Math.max(10, ...flows.map((flow) => flow.weight ?? 0))
  const badges: Shape[] = []
  for (const group of byPair(flows)) {
    for (const [i, flow] of group.entries()) {
      const thick = 1.2 + (Math.log1p(flow.weight ?? 0) / Math.log1p(heaviest)) * 3.3
      const path =
        flow.from === flow.to
          ? loop(boxes[flow.from], i, group.length)
          : between(boxes, group[0]!, flow, i, group.length)
      shapes.push(...arrow(path, thick, flow.tone))
      // Side by side, badges of neighbours would touch: they take turns along their arrows.
      const badge = pointAt(path, group.length === 1 || flow.from === flow.to ? 0.5 : [0.38, 0.6, 0.49][i % 3]!)
      badges.push({
        kind: 'circle',
        x: round(badge.x),
        y: round(badge.y),
        r: round(size * 0.85),
        fill: 'paper',
        stroke: flow.tone,
      })
      badges.push({
        kind: 'text',
        x: round(badge.x),
        y: round(badge.y),
        text: flow.number,
        size: round(size * 0.92),
        anchor: 'middle',
        bold: true,
        ink: 'text',
      })
    }
  }
  return { width, height, shapes: [...shapes, ...badges] }
}

/** Flows between the same two regions, whichever way they run, share a bundle. */
function byPair(flows: readonly MapFlow[]): MapFlow[][] {
  const groups = new Map<string, MapFlow[]>()
  for (const flow of flows) {
    const key = [flow.from, flow.to].sort().join(' ')
    groups.set(key, [...(groups.get(key) ?? []), flow])
  }
  return [...groups.values()]
}

type Bend = readonly [Point, Point, Point]

/** From box to box, beside its neighbours in the bundle. */
function between(boxes: Readonly<Record<MapRegion, Box>>, first: MapFlow, flow: MapFlow, i: number, n: number): Bend {
  const [a, b] = [middleOf(boxes[first.from]), middleOf(boxes[first.to])]
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const side = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length }
  const gap = n === 1 ? 0 : Math.min(15, 58 / (n - 1))
  const away = (i - (n - 1) / 2) * gap
  const shift = (point: Point, by: number): Point => ({ x: point.x + side.x * by, y: point.y + side.y * by })
  const [from, to] = [
    edge(boxes[first.from], shift(a, away), shift(b, away)),
    edge(boxes[first.to], shift(b, away), shift(a, away)),
  ]
  const bend = shift({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, away * 0.9)
  return flow.from === first.from ? [from, bend, to] : [to, bend, from]
}

/** A flow that stays in its region leaves the box at its side and comes back. */
function loop({ x, y, width, height }: Box, i: number, n: number): Bend {
  const left = x > 40
  const edge = left ? x : x + width
  const out = (left ? -1 : 1) * (34 + i * 16)
  const middle = y + height / 2
  const half = (height / 2) * Math.min(0.8, 0.4 + (0.4 * (i + 1)) / n)
  return [
    { x: edge, y: middle - half },
    { x: edge + out, y: middle },
    { x: edge, y: middle + half },
  ]
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** Where the line from a point in the box to another leaves the box. */
function edge(box: Box, from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const reach = (at: number, d: number, start: number, size: number) =>
    d === 0 ? Infinity : ((d > 0 ? start + size : start) - at) / d
  const t = Math.max(0, Math.min(reach(from.x, dx, box.x, box.width), reach(from.y, dy, box.y, box.height)))
  return { x: from.x + dx * t, y: from.y + dy * t }
}

function arrow([from, bend, to]: Bend, thick: number, tone: Tone): Shape[] {
  const head = 5 + thick * 1.6
  const length = Math.hypot(to.x - bend.x, to.y - bend.y) || 1
  const along = { x: (to.x - bend.x) / length, y: (to.y - bend.y) / length }
  const neck = { x: to.x - along.x * head * 0.8, y: to.y - along.y * head * 0.8 }
  const base = { x: to.x - along.x * head, y: to.y - along.y * head }
  const wide = head * 0.5
  const corner = (by: number) => `${round(base.x - along.y * by)} ${round(base.y + along.x * by)}`
  const path = line<Point>()
    .x((point) => round(point.x))
    .y((point) => round(point.y))
    .curve(curveBasis)
  const dash: Dash = dashOf[tone]
  return [
    { kind: 'path', d: tidy(path([from, bend, bend, neck])!), stroke: tone, width: round(thick), dash },
    { kind: 'path', d: `M${round(to.x)} ${round(to.y)}L${corner(wide)}L${corner(-wide)}Z`, fill: tone },
  ]
}

const tidy = (d: string): string => d.replace(/-?\d+\.\d{3,}/g, (number) => String(round(Number(number))))

function pointAt([from, bend, to]: Bend, t: number): Point {
  const at = (key: 'x' | 'y') => (1 - t) ** 2 * from[key] + 2 * t * (1 - t) * bend[key] + t ** 2 * to[key]
  return { x: at('x'), y: at('y') }
}
