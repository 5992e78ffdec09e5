/** HTML from templates: whatever is put in is text and is escaped, unless it is markup already. */
import { visible } from '../../../text/visible.js'

export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Piece = string | number | Markup | null | undefined | readonly Piece[]

/** `html\`<p>${text}</p>\``: texts are escaped, lists joined, what is not there is left out. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup =>
  new Markup(strings.reduce((all, string, i) => all + (i === 0 ? '' : told(pieces[i - 1])) + flat(string), ''))

/** The indentation of a template is for those who read the code. */
const flat = (string: string): string => string.replace(/\s*\n\s*/g, '\n')

function told(piece: Piece): string {
  if (piece === undefined || piece === null) return ''
  if (piece instanceof Markup) return piece.text
  return typeof piece === 'object' ? piece.map(told).join('') : escaped(String(piece))
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text of a file as text of a page, in an attribute too: nothing in it is obeyed, nothing hidden. Line breaks stay. */
export const escaped = (text: string): string =>
  text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[&<>"']/g, (it) => references[it]!)
    // A page may be printed, too, where runners of CI look for commands.
    .replace(/^([ \t]*)::/gm, '$1&#58;:')
