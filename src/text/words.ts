/** The tool's own words, in each of its languages. `en` defines the type: a missing word does not compile. */
import type { Language } from './languages.js'
import type { DiagnosticWords, ListingWords } from './diagnostic-words.js'
import { diagnostics, listing } from './en/diagnostics.js'
import { interview } from './en/interview.js'
import { report } from './en/report.js'
import { summary } from './en/summary.js'
import { terminal } from './en/terminal.js'

/** The shape of a catalogue: literal texts widened to text, functions kept. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> }

export interface Words {
  readonly diagnostics: DiagnosticWords
  readonly listing: ListingWords
  readonly interview: Widened<typeof interview>
  readonly report: Widened<typeof report>
  readonly summary: Widened<typeof summary>
  readonly terminal: Widened<typeof terminal>
}

const en: Words = { diagnostics, listing, interview, report, summary, terminal }

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language] ?? en
}

const catalogues: Partial<Record<Language, Words>> = { en }
