/** The shape of the tool's words about diagnostics, the same in every language. */
import type { Code } from '../diagnostics/codes.js'
import type { Args, Counts } from '../diagnostics/diagnostic.js'

export interface Wording {
  /** Three to eight words. */
  readonly title: string
  /** What is wrong here, in one sentence. */
  readonly says: (args: Args) => string
  /** How to mend it. */
  readonly fix: (args: Args, suggestion?: string) => string
  /** Why it matters, for `flowready show CODE`. */
  readonly about: string
}

/** Words for every code: one without words does not compile. */
export type DiagnosticWords = { readonly [C in Code]: Wording }

/** Words around a list of diagnostics. */
export interface ListingWords {
  readonly error: string
  readonly warning: string
  readonly notice: string
  /** Before the way to mend it. */
  readonly fix: string
  readonly summary: (counts: Counts & { readonly files: number }) => string
  /** Over the columns of a table. */
  readonly columns: {
    readonly severity: string
    readonly place: string
    readonly problem: string
    readonly fix: string
  }
  readonly leftOut: (n: number) => string
  /** A file as a test that passes or fails. */
  readonly wellFormed: string
  /** What paths start from. */
  readonly root: string
}

/** What the formats of diagnostics take from the words of a language. */
export interface WordsOnDiagnostics {
  readonly diagnostics: DiagnosticWords
  readonly listing: ListingWords
}

/** @returns an argument as one word; one that is missing is seen as such rather than as a crash */
export function one(args: Args, name: string): string {
  const value = args[name]
  return value === undefined ? '…' : typeof value === 'object' ? value.join(', ') : String(value)
}

/** @returns an argument as a list; a single word is a list of one */
export function many(args: Args, name: string): readonly string[] {
  const value = args[name]
  return value === undefined ? [] : typeof value === 'object' ? value : [String(value)]
}

/** @returns a text cut to a number of characters, the last then `…`; never through the middle of a character */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = [...text.slice(0, 2 * most)]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
