import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../src/formats/drawings/drawing.js'
import { flowMap, type MapRegion } from '../../src/formats/drawings/flow-map.js'
import { bandScale, rangeBar } from '../../src/formats/drawings/range-bar.js'
import { steps } from '../../src/formats/drawings/steps.js'

const regions: MapRegion[] = ['gba-mainland', 'mainland', 'hong-kong', 'macao', 'elsewhere']
const labels = Object.fromEntries(regions.map((it) => [it, [it]])) as unknown as Record<MapRegion, string[]>

/** Every number that a shape is placed at. */
const numbersOf = (drawing: Drawing): number[] =>
  drawing.shapes.flatMap((it) => (it.kind === 'path' ? (it.d.match(/-?[\d.]+/g) ?? []).map(Number) : [it.x, it.y]))

const points = fc.double({ min: 0, max: 100, noNaN: true })

describe('a range bar', () => {
  it('never leaves its width, and shows low, what may come and the rest side by side', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const { shapes } = rangeBar({ low, high, width: 200, height: 8 })
        const rects = shapes.filter((it) => it.kind === 'rect')
        const [track, ...over] = rects
        expect(track).toMatchObject({ x: 0, width: 200 })
        for (const it of over) {
          expect(it.x).toBeGreaterThanOrEqual(0)
          expect(it.x + it.width).toBeLessThanOrEqual(200.011)
        }
        expect(Math.max(0, ...over.map((it) => it.x + it.width))).toBeCloseTo(high * 2, 1)
      }),
    )
  })
})

describe('the scale of bands', () => {
  it('draws a line at each band and every label', () => {
    const bands = [
      { from: 0, label: 'low' },
      { from: 40, label: 'middle' },
      { from: 90, label: 'high' },
    ]
    const { shapes } = bandScale({ bands, low: 30, high: 60, width: 400, size: 8 })
    const texts = shapes.flatMap((it) => (it.kind === 'text' ? [it.text] : []))
    expect(texts).toEqual(expect.arrayContaining(['low', 'middle', 'high', '0', '40', '90', '100']))
  })
})

describe('the map of flows', () => {
  const flow = fc.record({
    number: fc.nat({ max: 30 }).map(String),
    from: fc.constantFrom(...regions),
    to: fc.constantFrom(...regions),
    weight: fc.option(fc.nat({ max: 10_000_000 })),
    tone: fc.constantFrom('good', 'caution', 'bad', 'neutral', 'open'),
  })

  it('draws one numbered arrow for each flow, and only numbers that a page can place', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 40 }), (flows) => {
        const drawing = flowMap({ flows, labels, width: 480, height: 300, size: 8 })
        const heads = drawing.shapes.filter((it) => it.kind === 'path' && it.fill !== undefined)
        expect(heads).toHaveLength(flows.length)
        expect(drawing.shapes.filter((it) => it.kind === 'circle')).toHaveLength(flows.length)
        expect(numbersOf(drawing).filter((it) => !Number.isFinite(it))).toEqual([])
        expect(JSON.stringify(drawing)).not.toMatch(/\d\.\d{3}/)
      }),
    )
  })

  it('draws more people thicker, and an undecided flow dotted', () => {
    const one = (weight: number, tone: 'good' | 'open') => ({
      number: '1',
      from: 'gba-mainland' as const,
      to: 'hong-kong' as const,
      weight,
      tone,
    })
    const { shapes } = flowMap({
      flows: [one(10, 'good'), one(100_000, 'open')],
      labels,
      width: 480,
      height: 300,
      size: 8,
    })
    const [thin, thick] = shapes.filter((it) => it.kind === 'path' && it.stroke !== undefined && it.dash !== undefined)
    expect(thin).toMatchObject({ dash: 'solid' })
    expect(thick).toMatchObject({ dash: 'dotted' })
    expect((thick as { width: number }).width).toBeGreaterThan((thin as { width: number }).width)
  })
})

describe('the step chart', () => {
  it('rises to the right, one point for each step', () => {
    const { shapes } = steps({
      points: [
        { effort: 0, score: 40 },
        { effort: 2, score: 55 },
        { effort: 7.25, score: 90 },
      ],
      bands: [{ from: 0, label: 'low' }],
      width: 300,
      height: 160,
      size: 8,
      unit: 'days',
    })
    const dots = shapes.filter((it) => it.kind === 'circle')
    expect(dots).toHaveLength(3)
    expect(dots[2]!.x).toBeGreaterThan(dots[1]!.x)
    expect(dots[2]!.y).toBeLessThan(dots[1]!.y)
  })
})
