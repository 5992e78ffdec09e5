/** What every page stands in: its colours and the elements that its policy names to the letter. */
import type { Theme } from '../../../theme/theme.js'
import { Markup } from './markup.js'

/** Its content to the letter: the policy names its hash. */
export const element = (name: string, content: string): Markup => new Markup(`<${name}>${content}</${name}>`)

/** The colours of the theme, for light and dark; paper is light. */
export function palettes({ colours: { light, dark } }: Theme): string {
  const values = (palette: Theme['colours']['light']) =>
    Object.entries(palette)
      .map(([name, value]) => `--${name}:${value};`)
      .join('')
  return `:root{color-scheme:light dark;${values(light)}}@media screen and (prefers-color-scheme:dark){:root{${values(dark)}}}\n`
}
