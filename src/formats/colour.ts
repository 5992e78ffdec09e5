/** The colours that formats for the terminal use; chalk has them all. Meaning never hangs on colour alone. */
export interface Colour {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
  readonly cyan: (text: string) => string
}

const same = (text: string): string => text

/** No colour at all. */
export const plain: Colour = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same }
