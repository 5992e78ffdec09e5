/** The colours that formats for the terminal use; chalk has them all. Meaning never hangs on colour alone. */
export interface Colour {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
  readonly cyan: (text: string) => string
  /** The theme's own; without it cyan. */
  readonly accent?: (text: string) => string
}

const same = (text: string): string => text

/** No colour at all. */
export const plain: Colour = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same }

/** Colours that take one text only: chalk's own take several, and would print the index that `map` hands over too. */
export function singly(color: Colour, accent: Colour['bold'] = color.cyan): Colour {
  const one = (paint: Colour['bold']) => (text: string) => paint(text)
  const { bold, dim, red, yellow, green, cyan } = color
  return {
    bold: one(bold),
    dim: one(dim),
    red: one(red),
    yellow: one(yellow),
    green: one(green),
    cyan: one(cyan),
    accent: one(accent),
  }
}
