/** What there is to say about translations: what is missing, what names nothing, what has gone stale, what is no translation. */
import { createHash } from 'node:crypto'
import { type Diagnostic, type Finding, inOrder, isError, type Path } from '../../diagnostics/diagnostic.js'
import { check, type Gate } from '../../documents/gate.js'
import { locate } from '../../documents/locate.js'
import { nearest } from '../../documents/nearest.js'
import { read } from '../../documents/read.js'
import type { Source } from '../../documents/source.js'
import { type Language, languages } from '../../text/languages.js'
import { placeholdersOf } from '../../text/placeholders.js'
import { type Draft, found } from '../draft.js'
import type { Library } from '../load.js'
import type { WrittenCommon } from '../schema.js'
import { simplifiedOnly, traditionalOnly } from './characters.js'
import type { TranslationLock } from './schema.js'
import { type Text, textsOfCommon, textsOfQuestionnaire } from './texts.js'
import { type Translation, translationOf } from './translate.js'

export interface CheckedTranslations {
  readonly diagnostics: readonly Diagnostic[]
  /** The locks as they should be: each translated text with what it was made from. */
  readonly locks: readonly { readonly path: string; readonly text: string }[]
}

/** The translations of a ruleset's own questionnaire. One that has none at all is in one language, and that is well. */
export async function checkTranslations(library: Library, id: string, draft: Draft): Promise<CheckedTranslations> {
  const { source, value } = draft.questionnaire
  const own = new Map(
    [...draft.translations].flatMap(([language, it]) => (it.own ? [[language, it.own] as const] : [])),
  )
  const checked = await checkAll(library, id, own, [...textsOfQuestionnaire(value)])
  if (own.size === 0) return checked
  const absent = languages.filter((language) => language !== value.language && !own.has(language))
  const findings = absent.map((language) =>
    found('translation/no-file', { language }, { file: source.file, path: ['language'] }),
  )
  return { ...checked, diagnostics: inOrder([...checked.diagnostics, ...(await locate(findings, [source]))]) }
}

/**
 * The translations of the common files, which belong to no ruleset alone.
 * @param files their names: `scales.yaml`
 */
export async function checkCommonTranslations(
  library: Library,
  files: readonly string[],
): Promise<CheckedTranslations> {
  const reader = new Reader(library)
  const texts: Text[] = []
  for (const name of files) {
    const file = await reader.open<WrittenCommon>(`common/${name}`, () => import('#validators/common'))
    // What is wrong with it is told with the rulesets that use it; without it much would seem to name nothing.
    if (!file) return { diagnostics: await reader.diagnostics(), locks: [] }
    texts.push(...textsOfCommon(file.value))
  }
  const translations = new Map<Language, Translation>()
  for (const language of languages) {
    const file = await reader.open<Translation['value']>(
      `common/i18n/${language}.yaml`,
      () => import('#validators/translation'),
    )
    if (file) translations.set(language, file)
  }
  const checked = await checkAll(library, 'common', translations, texts)
  return { ...checked, diagnostics: inOrder([...(await reader.diagnostics()), ...checked.diagnostics]) }
}

async function checkAll(
  library: Library,
  folder: string,
  translations: ReadonlyMap<Language, Translation>,
  texts: readonly Text[],
): Promise<CheckedTranslations> {
  const findings: Finding[] = []
  const locks: { path: string; text: string }[] = []
  const reader = new Reader(library)
  for (const [language, translation] of translations) {
    const path = `${folder}/i18n/${language}.lock`
    const lock = await reader.open<TranslationLock>(path, () => import('#validators/translation-lock'))
    const entries = entriesOf(translation, texts)
    findings.push(
      ...otherLanguage(translation, language),
      ...keys(translation, texts),
      ...placeholders(translation, entries),
      ...script(translation, entries, language),
      ...staleness(translation, entries, lock?.value ?? {}),
    )
    locks.push({ path, text: lockText(entries, lock?.value ?? {}) })
  }
  const sources = [...translations.values()].map(({ source }) => source)
  return { diagnostics: inOrder([...(await reader.diagnostics()), ...(await locate(findings, sources))]), locks }
}

/** Reads files and keeps what is wrong with them. */
class Reader {
  readonly #library: Library
  readonly #findings: Finding[] = []
  readonly #sources: Source[] = []

  constructor(library: Library) {
    this.#library = library
  }

  async open<T>(path: string, gate: () => Promise<Gate>): Promise<{ source: Source; value: T } | undefined> {
    const source = this.#library.file(path)
    if (!source) return undefined
    const { value, findings: broken } = read(source)
    const findings = broken.some(isError) ? broken : [...broken, ...check(await gate(), source, value)]
    this.#findings.push(...findings)
    this.#sources.push(source)
    return findings.some(isError) ? undefined : { source, value: value as T }
  }

  diagnostics(): Promise<Diagnostic[]> {
    return locate(this.#findings, this.#sources)
  }
}

/** A text and its translation. */
interface Entry extends Text {
  readonly translation: string
}

/** Each translated text once: a place may be cited often. */
function entriesOf({ value }: Translation, texts: readonly Text[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const text of texts) {
    const translation = translationOf(value, text.key)
    if (translation !== undefined) entries.set(text.key.join('/'), { ...text, translation })
  }
  return [...entries.values()]
}

function otherLanguage({ source, value }: Translation, language: Language): Finding[] {
  const at = { file: source.file, path: ['language'] }
  return value.language === language
    ? []
    : [found('translation/language', { found: value.language, language }, at, 'value', language)]
}

/** A tree of keys; its leaves are texts. */
interface Keys {
  readonly inside: Map<string, Keys>
}

/** What is translated and names nothing, and what is there and not translated: of something wholly missing, one finding. */
function keys({ source, value }: Translation, texts: readonly Text[]): Finding[] {
  const root: Keys = { inside: new Map() }
  for (const { key } of texts) {
    let node = root
    for (const step of key) {
      let next = node.inside.get(step)
      if (!next) node.inside.set(step, (next = { inside: new Map() }))
      node = next
    }
  }
  const findings: Finding[] = []
  const walk = (known: Keys, it: Readonly<Record<string, unknown>>, path: readonly string[]): void => {
    const name = (key: string) => [...path, key].join('/')
    const free = [...known.inside.keys()].filter((key) => !Object.hasOwn(it, key))
    const misspelt = new Set<string>()
    for (const [key, inside] of Object.entries(it)) {
      if (path.length === 0 && key === 'language') continue
      const at = { file: source.file, path: [...path, key] }
      const there = known.inside.get(key)
      if (!there) {
        const suggestion = nearest(key, free)
        if (suggestion !== undefined) misspelt.add(suggestion)
        findings.push(found('translation/unknown-key', { key: name(key) }, at, 'key', suggestion))
      } else if (typeof inside === 'object' && inside !== null) walk(there, inside as Record<string, unknown>, at.path)
    }
    for (const key of free) {
      // Its translation is there, under another name.
      if (misspelt.has(key)) continue
      const args = { key: name(key), texts: leaves(known.inside.get(key)!) }
      findings.push(found('translation/missing', args, { file: source.file, path }, path.length > 0 ? 'key' : 'value'))
    }
  }
  walk(root, value, [])
  return findings
}

const leaves = ({ inside }: Keys): number =>
  inside.size === 0 ? 1 : [...inside.values()].reduce((sum, keys) => sum + leaves(keys), 0)

/** What is filled in must be the same, or a number is lost on the way. */
function placeholders({ source }: Translation, entries: readonly Entry[]): Finding[] {
  return entries.flatMap(({ key, text, translation }) => {
    const [wanted, given] = [placeholdersOf(text), placeholdersOf(translation)]
    const lost = wanted.filter((name) => !given.includes(name))
    const added = given.filter((name) => !wanted.includes(name))
    if (lost.length + added.length === 0) return []
    const args = { lost: [...new Set(lost)], added: [...new Set(added)] }
    return [found('translation/placeholders', args, { file: source.file, path: key })]
  })
}

const foreign: Partial<Record<Language, ReadonlySet<string>>> = {
  'zh-Hant': new Set(simplifiedOnly),
  'zh-Hans': new Set(traditionalOnly),
}

/** Characters that only the other Chinese script has. */
function script({ source }: Translation, entries: readonly Entry[], language: Language): Finding[] {
  const others = foreign[language]
  if (!others) return []
  return entries.flatMap(({ key, translation }) => {
    const characters = [...new Set(translation)].filter((it) => others.has(it))
    const at = { file: source.file, path: key as Path }
    return characters.length === 0 ? [] : [found('translation/script', { characters, language }, at)]
  })
}

/** A text of which the lock knows what it was made from. A place in a source is its own key: with another text it is another. */
const isLocked = ({ key }: Text): boolean => key[0] !== 'at'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

function staleness({ source }: Translation, entries: readonly Entry[], lock: TranslationLock): Finding[] {
  const stale: Finding[] = []
  let unlocked = 0
  for (const entry of entries.filter(isLocked)) {
    const [from, to] = (lock[entry.key.join('/')] ?? '').split(' ')
    const translated = to === hash(entry.translation)
    if (from === hash(entry.text) && translated) continue
    if (translated) stale.push(found('translation/stale', { text: entry.text }, { file: source.file, path: entry.key }))
    else unlocked++
  }
  const at = { file: source.file, path: ['language'] }
  return unlocked === 0 ? stale : [...stale, found('translation/not-locked', { texts: unlocked }, at)]
}

/** A translation that is still what it was while its text has changed stays stale: only a look at it can tell. */
function lockText(entries: readonly Entry[], lock: TranslationLock): string {
  const lines = entries.filter(isLocked).map((entry) => {
    const name = entry.key.join('/')
    const to = hash(entry.translation)
    const before = lock[name]
    return `${name}: ${before?.endsWith(` ${to}`) ? before : `${hash(entry.text)} ${to}`}\n`
  })
  return `# Written by 'flowready validate --update-locks': what each text was translated from, and to.\n${lines.sort().join('')}`
}
