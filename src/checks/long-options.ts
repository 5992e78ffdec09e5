import { languages, type Language } from '../text/languages.js'
import { linesOf } from '../text/lines.js'
import { type At, type Draft, draftOf, found, type Placed } from '../ruleset/draft.js'
import { inLanguage } from '../ruleset/translation/translate.js'
import type { Check } from './check.js'

/** A terminal of 80 columns, of which the last stays free, and 24 rows. */
const columns = 79
/** Where one is and which keys there are take a row each, however tight it gets. */
const rows = 22

/**
 * A question whose options do not stand on one screen of 80×24 together with it, in some language: the list has to be
 * paged, and nobody sees all of what can be chosen.
 */
export const longOptions: Check = ({ draft }) => {
  const worst = new Map<string, { at: At; lines: number; language: Language }>()
  const { file } = draft.questionnaire.source
  for (const language of languages) {
    const own = language === draft.questionnaire.value.language
    const translations = draft.translations.get(language)
    // Common files are in English, whatever the ruleset is in; of both only what somebody wrote is looked at.
    const written = { own: own || translations?.own, common: language === 'en' || translations?.common }
    if (!written.own && !written.common) continue
    const read = own ? draft : draftOf(inLanguage(draft, language))
    for (const it of [...read.facts.values(), ...read.questions.values()] as Asked[]) {
      if (!(it.file === file ? written.own : written.common)) continue
      const lines = linesTaken(read, it.it)
      if (lines > rows && lines > (worst.get(it.it.id)?.lines ?? 0))
        worst.set(it.it.id, { at: { file: it.file, path: it.path }, lines, language })
    }
  }
  return [...worst].map(([id, { at, lines, language }]) =>
    found('check/options-too-long', { id, lines, rows, language }, at),
  )
}

type Asked = Pick<Placed<unknown>, 'file' | 'path'> & { readonly it: Listed }
interface Listed {
  readonly id: string
  readonly type: string
  readonly ask: string
  readonly scale?: string
  readonly options?: readonly { readonly id: string; readonly label: string }[]
}

/** The rows of the question and of its options, as the interview draws them where there is little room. */
function linesTaken(draft: Draft, it: Listed): number {
  const options = it.options ?? draft.scales.get(it.scale ?? '')?.it.options ?? []
  if (options.length === 0) return 0
  // A number and a box before each: `> 12 [ ] `.
  const before = 2 + String(options.length).length + 1 + 4
  const wrapped = (text: string, width: number): number => linesOf(text, width).length
  const listed = options.reduce((sum, { label }) => sum + wrapped(label, columns - before), 0)
  // Several may be chosen, says a line of its own.
  return wrapped(it.ask, columns) + listed + (it.type === 'multi' ? 1 : 0)
}
