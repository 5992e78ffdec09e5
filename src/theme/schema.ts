/** The theme file: how reports look, and who stands behind them. */
import { Optional, String as Str, type Static } from 'typebox'
import { closed, Words } from '../documents/shapes.js'

const Colour = Str({ pattern: '^#[0-9a-fA-F]{6}$', description: '#0b5c6b' })

/** Colours by what they are for. What is not given is that of the house. */
const Palette = closed({
  paper: Optional(Colour),
  panel: Optional(Colour),
  text: Optional(Colour),
  muted: Optional(Colour),
  line: Optional(Colour),
  accent: Optional(Colour),
  good: Optional(Colour),
  caution: Optional(Colour),
  bad: Optional(Colour),
  open: Optional(Colour),
  neutral: Optional(Colour),
})

export const ThemeFile = closed(
  {
    name: Words,
    logo: Optional(closed({ file: Str({ minLength: 1, maxLength: 500 }), alt: Words })),
    colours: Optional(closed({ light: Optional(Palette), dark: Optional(Palette) })),
    disclaimer: Optional(Words),
    contact: Optional(Words),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/theme.schema.json',
    title: 'A theme of flowready reports',
  },
)

export type WrittenTheme = Static<typeof ThemeFile>
export type ColourName = keyof Static<typeof Palette>
