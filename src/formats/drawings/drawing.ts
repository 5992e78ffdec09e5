/**
 * Drawings without a medium: shapes in abstract units from the top left, painted by each format with its own inks. What a
 * drawing shows is also said in words beside it, and no meaning hangs on ink alone.
 */

/** What a colour is for; a theme says which colour it is. */
export type Ink =
  'good' | 'caution' | 'bad' | 'neutral' | 'open' | 'sure' | 'perhaps' | 'track' | 'line' | 'text' | 'paper'

export type Dash = 'solid' | 'dashed' | 'dotted'

export type Shape =
  | {
      readonly kind: 'path'
      /** As in SVG, absolute commands. */
      readonly d: string
      readonly fill?: Ink
      readonly stroke?: Ink
      readonly width?: number
      readonly dash?: Dash
    }
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius?: number
      readonly fill?: Ink
      readonly stroke?: Ink
    }
  | {
      readonly kind: 'circle'
      readonly x: number
      readonly y: number
      readonly r: number
      readonly fill: Ink
      readonly stroke?: Ink
    }
  | {
      readonly kind: 'text'
      readonly x: number
      /** The middle of the line. */
      readonly y: number
      readonly text: string
      readonly size: number
      readonly anchor: 'start' | 'middle' | 'end'
      readonly bold?: boolean
      readonly ink: Ink
    }

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** The verdict of an arrow in line style too, so that it reads without colour. */
export const dashOf = { good: 'solid', neutral: 'solid', caution: 'dashed', bad: 'dashed', open: 'dotted' } as const

/** Two decimals: the same text on every machine, and short files. */
export const round = (value: number): number => Math.round(value * 100) / 100
