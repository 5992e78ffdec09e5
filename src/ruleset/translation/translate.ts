/** The files of a ruleset with their words in another language. */
import type { Source } from '../../documents/source.js'
import { type Language, untranslated } from '../../text/languages.js'
import type { DraftFiles } from '../draft.js'
import type { WrittenTranslation } from './schema.js'
import { type Text, textsOfCommon, textsOfQuestionnaire } from './texts.js'

export interface Translation {
  readonly source: Source
  readonly value: WrittenTranslation
}

/** What is written in one language besides the one the files are in. */
export interface Translations {
  readonly own?: Translation
  readonly common?: Translation
}

/**
 * @returns the same files in that language; a text without a translation stays as it is written, with a mark. They have the shape that
 *   they had: what was well formed still is
 */
export function inLanguage<F extends DraftFiles>(files: F, language: Language): F {
  const { own, common } = files.translations.get(language) ?? {}
  const { source, value } = files.questionnaire
  return {
    ...files,
    questionnaire: {
      source,
      value: own
        ? { ...translated(value, textsOfQuestionnaire(value), own, value.language), language }
        : value.language === language
          ? value
          : headed(value),
    },
    common: files.common.map((file) => ({
      ...file,
      value: translated(file.value, textsOfCommon(file.value), common, 'en'),
    })),
  }
}

/** What the translations say of these files, and of nothing else: for the hash. */
export function translationsUsed(files: DraftFiles): object {
  const used = ({ value }: Translation, texts: Iterable<Text>) => {
    const said = new Map<string, string>()
    for (const { key } of texts) {
      const text = translationOf(value, key)
      if (text !== undefined) said.set(key.join('/'), text)
    }
    return Object.fromEntries(said)
  }
  const common = files.common.flatMap(({ value }) => [...textsOfCommon(value)])
  const own = [...textsOfQuestionnaire(files.questionnaire.value)]
  return Object.fromEntries(
    [...files.translations].map(([language, it]) => [
      language,
      { ...(it.own && { own: used(it.own, own) }), ...(it.common && { common: used(it.common, common) }) },
    ]),
  )
}

/** The translation of a text, where there is one. */
export function translationOf(value: WrittenTranslation, key: readonly string[]): string | undefined {
  let it: unknown = value
  for (const step of key) {
    if (typeof it !== 'object' || it === null || !Object.hasOwn(it, step)) return undefined
    it = (it as Record<string, unknown>)[step]
  }
  return typeof it === 'string' ? it : undefined
}

/**
 * Without a translation of its own, a ruleset still speaks the language that it is written in. A mark on every text would
 * be hard to read: what stands over others has one, titles and questions.
 */
function headed(value: DraftFiles['questionnaire']['value']): DraftFiles['questionnaire']['value'] {
  const heads = [...textsOfQuestionnaire(value)].filter(({ key }) => ['title', 'ask'].includes(key.at(-1)!))
  return translated(value, heads, nothing, value.language)
}

const nothing: Translation = { source: { file: '', text: '' }, value: {} as WrittenTranslation }

function translated<T>(value: T, texts: Iterable<Text>, translation: Translation | undefined, from: Language): T {
  if (!translation) return value
  const copy = structuredClone(value)
  for (const { key, path } of texts) {
    let parent = copy as Record<string, unknown>
    for (const step of path.slice(0, -1)) parent = parent[step] as Record<string, unknown>
    const last = path.at(-1)!
    const text = translationOf(translation.value, key)
    parent[last] = text ?? untranslated(String(parent[last]), from)
  }
  return copy
}
