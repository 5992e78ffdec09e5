/** The languages that an interview can be held in: those that have words. */
import type { Speech, Tongues } from '../interview/asking.js'
import { type Language, languages, loadWords, type Ruleset, wordsIn } from '../index.js'

export async function tonguesFor(ruleset: Ruleset): Promise<Tongues> {
  const spoken: Language[] = []
  for (const language of languages)
    if (language === 'en' || (await loadWords(language)).interview.flow !== wordsIn('en').interview.flow)
      spoken.push(language)
  return {
    languages: spoken,
    in: async (language): Promise<Speech> => ({ language, words: await loadWords(language), ruleset }),
  }
}
