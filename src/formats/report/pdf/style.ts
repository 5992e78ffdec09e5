/** One grid, one scale of type, and what each ink is in print. Measures in points. */
import { once } from '../../../documents/once.js'
import type { Ink } from '../../drawings/drawing.js'

export const sheet = {
  width: 595.28,
  height: 841.89,
  left: 54,
  right: 54,
  top: 66,
  bottom: 62,
} as const

/** The width of what is written. */
export const measure: number = sheet.width - sheet.left - sheet.right

/** The gap between columns, and the unit of every distance. */
export const unit = 6

export type Colours = Readonly<Record<ColourName, string>>
export type ColourName =
  'paper' | 'panel' | 'text' | 'muted' | 'line' | 'accent' | 'good' | 'caution' | 'bad' | 'open' | 'neutral'

export interface Type {
  readonly size: number
  readonly bold: boolean
  readonly colour: ColourName
}

const type = (size: number, bold = false, colour: ColourName = 'text'): Type => ({ size, bold, colour })

/** The scale: every text is one of these. */
export const scale = {
  figure: type(30, true, 'accent'),
  title: type(21, true),
  h1: type(16, true, 'accent'),
  h2: type(11, true),
  h3: type(9, true),
  body: type(9),
  strong: type(9, true),
  quiet: type(9, false, 'muted'),
  small: type(7.5),
  smallStrong: type(7.5, true),
  smallQuiet: type(7.5, false, 'muted'),
  label: type(7.5, true, 'muted'),
} as const satisfies Record<string, Type>

/** From one line to the next, as a share of the size: Chinese needs more air. */
export const leading = (chinese: boolean, size: number): number =>
  Math.round(size * (size > 12 ? 1.28 : chinese ? 1.62 : 1.42) * 100) / 100

/** Of the inks of drawings: which colour each is, and how much of it (the rest is paper). */
export const inks: Readonly<Record<Ink, { readonly colour: ColourName; readonly share: number }>> = {
  good: { colour: 'good', share: 1 },
  caution: { colour: 'caution', share: 1 },
  bad: { colour: 'bad', share: 1 },
  neutral: { colour: 'neutral', share: 1 },
  open: { colour: 'open', share: 1 },
  sure: { colour: 'accent', share: 1 },
  perhaps: { colour: 'accent', share: 0.18 },
  track: { colour: 'panel', share: 1 },
  line: { colour: 'line', share: 1 },
  text: { colour: 'text', share: 1 },
  paper: { colour: 'paper', share: 1 },
}

/** The verdict's mark, so that it reads without colour. */
export const marks = { good: '●', caution: '▲', bad: '■', open: '○', neutral: '–' } as const

/** `r g b`, 0–1, of a colour mixed with paper. */
export function rgb(colours: Colours, name: ColourName, share = 1): string {
  const known = mixedOf(colours)
  const key = `${name} ${share}`
  let mixed = known.get(key)
  if (mixed === undefined) {
    const of = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    const [ink, paper] = [of(colours[name]), of(colours.paper)]
    mixed = ink.map((it, i) => String(Math.round((it * share + paper[i]! * (1 - share)) * 1000) / 1000)).join(' ')
    known.set(key, mixed)
  }
  return mixed
}

/** Each line of text asks for its colour. */
const mixedOf = once((_: Colours) => new Map<string, string>())
