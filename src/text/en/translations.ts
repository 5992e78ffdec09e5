/** Words on translations of rulesets that are missing, stale or none. */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'

type Codes = Extract<keyof DiagnosticWords, `translation/${string}`>

const names: Readonly<Record<string, string>> = {
  en: 'English',
  'zh-Hant': 'Traditional Chinese',
  'zh-Hans': 'Simplified Chinese',
}
const language = (name: string): string => names[name] ?? name
const texts = (n: string): string => (n === '1' ? '1 text' : `${n} texts`)
const braces = (words: readonly string[]): string => words.map((word) => `{${shorten(word, 60)}}`).join(', ')

export const translationDiagnostics: Pick<DiagnosticWords, Codes> = {
  'translation/no-file': {
    title: 'A language without a translation',
    says: (args) => `There is no translation into ${language(one(args, 'language'))}.`,
    fix: (args) => `Add i18n/${one(args, 'language')}.yaml; until then this language shows the text as it is written.`,
    about: 'A ruleset that is translated into one language is expected in all, so that every firm can read it.',
  },
  'translation/language': {
    title: 'A translation under another name',
    says: (args) =>
      `This file is the translation into ${language(one(args, 'language'))}, and says it is ${language(one(args, 'found'))}.`,
    fix: (args) => `Write 'language: ${one(args, 'language')}', or give the file the name of its language.`,
    about: 'A translation is found by the name of its file. One in the wrong place would show the wrong language.',
  },
  'translation/missing': {
    title: 'A text without a translation',
    says: (args) => `No translation of '${shorten(one(args, 'key'), 120)}' (${texts(one(args, 'texts'))}).`,
    fix: () => 'Translate it; until then it is shown as it is written.',
    about: 'What is not translated is shown in the language of the questionnaire, so that a report would mix two.',
  },
  'translation/unknown-key': {
    title: 'A translation of nothing',
    says: (args) => `There is no text '${shorten(one(args, 'key'), 120)}' to translate.`,
    fix: (_args, suggestion) =>
      suggestion === undefined
        ? 'Remove it, or give it the id of what it translates.'
        : `Did you mean '${suggestion}'?`,
    about: 'Translations have the ids of what they translate. One under any other name is never shown.',
  },
  'translation/placeholders': {
    title: 'Placeholders that differ from the text',
    says: (args) => {
      const [lost, added] = [many(args, 'lost'), many(args, 'added')]
      const differs = [
        ...(lost.some(Boolean) ? [`The text has ${braces(lost)}, its translation has not.`] : []),
        ...(added.some(Boolean) ? [`The translation has ${braces(added)}, the text has not.`] : []),
      ].join(' ')
      return differs || 'The placeholders of the text and of its translation differ.'
    },
    fix: () => 'Use the placeholders of the text, letter for letter.',
    about: 'A placeholder is replaced by a value of the firm. Without it the reader of one language would miss a fact.',
  },
  'translation/script': {
    title: 'Characters of the other Chinese script',
    says: (args) =>
      one(args, 'language') === 'zh-Hant'
        ? `Only Simplified Chinese writes ${many(args, 'characters').join('')}.`
        : `Only Traditional Chinese writes ${many(args, 'characters').join('')}.`,
    fix: (args) => `Write it as ${language(one(args, 'language'))} does.`,
    about: 'Traditional and Simplified Chinese differ in characters and in words; a mixture looks like a mistake.',
  },
  'translation/stale': {
    title: 'A translation of an older text',
    says: (args) => `The text has changed since it was translated. It is now '${shorten(one(args, 'text'), 200)}'.`,
    fix: () =>
      "Translate it again, or delete its line in the lock where it still holds, then run 'validate --update-locks'.",
    about: 'The lock beside a translation keeps what each text was made from, so that a change of the text is noticed.',
  },
  'translation/not-locked': {
    title: 'Translations that the lock does not know',
    says: (args) =>
      `The lock does not say what ${texts(one(args, 'texts'))} here ${one(args, 'texts') === '1' ? 'was' : 'were'} made from.`,
    fix: () => "Run 'flowready validate --update-locks' once they are right.",
    about: 'Without its line in the lock, a translation that has gone stale cannot be told from a fresh one.',
  },
}
