/** How reports look: colours for light and dark, a logo, who stands behind them. */
import type { ColourName } from './schema.js'

/** Each as `#rrggbb`. */
export type Palette = Readonly<Record<ColourName, string>>

export interface Logo {
  readonly type: 'png' | 'jpeg'
  readonly bytes: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** What it shows, for those who do not see it. */
  readonly alt: string
}

export interface Theme {
  readonly name: string
  readonly logo?: Logo
  readonly colours: { readonly light: Palette; readonly dark: Palette }
  /** In addition to the report's own. */
  readonly disclaimer?: string
  readonly contact?: string
}

/** The theme of reports for which none is given; `templates/themes/default.yaml` is the same for people to copy. */
export const houseTheme: Theme = {
  name: 'flowready',
  colours: {
    light: {
      paper: '#ffffff',
      panel: '#f4f6f7',
      text: '#1a2329',
      muted: '#55626b',
      line: '#d5dce0',
      accent: '#0b5c6b',
      good: '#1b6b3a',
      caution: '#8a5000',
      bad: '#b3261e',
      open: '#5b4a9e',
      neutral: '#55626b',
    },
    dark: {
      paper: '#14191d',
      panel: '#1d252b',
      text: '#e6ebee',
      muted: '#a3b0b8',
      line: '#37434b',
      accent: '#5cc0d3',
      good: '#6fcf97',
      caution: '#f0b45a',
      bad: '#ff8f85',
      open: '#b7a8f5',
      neutral: '#a3b0b8',
    },
  },
}
