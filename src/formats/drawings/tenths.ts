/** How many firms lie in each tenth of the points. */
import { type Drawing, round, type Shape } from './drawing.js'

export interface Tenths {
  /** The least and the most of each. */
  readonly counts: readonly { readonly least: number; readonly most: number }[]
  readonly width: number
  readonly height: number
}

/** A bar for each tenth: what is sure is filled, up to what may be is outlined, so that it reads without colour. */
export function tenthsDrawing({ counts, width, height }: Tenths): Drawing {
  const highest = Math.max(1, ...counts.map(({ most }) => most))
  const step = width / counts.length
  const floor = height - 1
  const shapes = counts.flatMap(({ least, most }, i): Shape[] => {
    const bar = (n: number) => round((n / highest) * (floor - 1))
    const at = { kind: 'rect' as const, x: round(i * step + 1), width: round(step - 2) }
    return [
      ...(most > least
        ? [{ ...at, y: round(floor - bar(most)), height: bar(most), fill: 'perhaps' as const, stroke: 'line' as const }]
        : []),
      ...(least > 0 ? [{ ...at, y: round(floor - bar(least)), height: bar(least), fill: 'sure' as const }] : []),
    ]
  })
  return {
    width,
    height,
    shapes: [...shapes, { kind: 'path', d: `M0 ${height - 0.5}H${width}`, stroke: 'line', width: 1 }],
  }
}
