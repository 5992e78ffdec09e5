/** How many columns of a terminal a text takes. */
import stringWidth from 'fast-string-width'

/** Letters, digits and marks of English: a column each, of which the tables of all other characters need not be asked. */
export const isPlain = (text: string): boolean => /^[ -~‘’“”–…]*$/.test(text)

/** @returns columns; control sequences take none, Chinese characters two each */
export const widthOf = (text: string): number => (isPlain(text) ? text.length : stringWidth(text))
