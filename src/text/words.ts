/** The tool's own words, in each of its languages. `en` defines the type: a missing word does not compile. */
import type { Language } from './languages.js'
import type { DiagnosticWords, ListingWords } from './diagnostic-words.js'
import { batch } from './en/batch.js'
import { authoring } from './en/authoring.js'
import { cohort } from './en/cohort.js'
import { compare } from './en/compare.js'
import { diagnostics, listing } from './en/diagnostics.js'
import { document } from './en/document.js'
import { interview } from './en/interview.js'
import { marks } from './en/marks.js'
import { migration } from './en/migration.js'
import { pages } from './en/pages.js'
import { plan } from './en/plan.js'
import { queue } from './en/queue.js'
import { report } from './en/report.js'
import { summary } from './en/summary.js'
import { terminal } from './en/terminal.js'
import { verify } from './en/verify.js'

/** The shape of a catalogue: literal texts widened to text, functions kept. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widened<T[K]> }

export interface Words {
  readonly diagnostics: DiagnosticWords
  readonly listing: ListingWords
  readonly batch: Widened<typeof batch>
  readonly authoring: Widened<typeof authoring>
  readonly cohort: Widened<typeof cohort>
  readonly compare: Widened<typeof compare>
  readonly document: Widened<typeof document>
  readonly interview: Widened<typeof interview>
  readonly marks: Widened<typeof marks>
  readonly migration: Widened<typeof migration>
  readonly pages: Widened<typeof pages>
  readonly plan: Widened<typeof plan>
  readonly queue: Widened<typeof queue>
  readonly report: Widened<typeof report>
  readonly summary: Widened<typeof summary>
  readonly terminal: Widened<typeof terminal>
  readonly verify: Widened<typeof verify>
}

const catalogues: Partial<Record<Language, Words>> = {
  en: {
    diagnostics,
    listing,
    authoring,
    batch,
    cohort,
    compare,
    document,
    interview,
    marks,
    migration,
    pages,
    plan,
    queue,
    report,
    summary,
    terminal,
    verify,
  },
}

/** Languages other than English are loaded when they are asked for. */
const others: Record<Exclude<Language, 'en'>, () => Promise<{ readonly words: Words }>> = {
  'zh-Hant': () => import('./zh-hant/index.js'),
  'zh-Hans': () => import('./zh-hans/index.js'),
}

/** Makes the words of a language ready for {@link wordsIn}. */
export async function loadWords(language: Language): Promise<Words> {
  if (language !== 'en' && !catalogues[language]) catalogues[language] = (await others[language]()).words
  return wordsIn(language)
}

/** The words of a language that was loaded; English otherwise. */
export const wordsIn = (language: Language): Words => catalogues[language] ?? catalogues.en!
