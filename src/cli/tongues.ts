/** The languages that an interview can be held in: those that have words. */
import type { Speech, Tongues } from '../interview/asking.js'
import { type Language, languages, loadWords, type Ruleset, wordsIn } from '../index.js'
import type { Rulesets } from './rulesets.js'

/**
 * @param ruleset what the interview is about; it is read again in the language that is chosen
 * @param changed is told the speech that is spoken from then on
 */
export async function tonguesFor(
  ruleset: Ruleset,
  rulesets: Rulesets,
  changed: (speech: Speech) => void = () => {},
): Promise<Tongues> {
  const spoken: Language[] = []
  for (const language of languages)
    if (language === 'en' || (await loadWords(language)).interview.flow !== wordsIn('en').interview.flow)
      spoken.push(language)
  return {
    languages: spoken,
    in: async (language) => {
      const words = await loadWords(language)
      const speech = { language, words, ruleset: (await rulesets.load(ruleset.id, language)).ruleset ?? ruleset }
      changed(speech)
      return speech
    },
  }
}
