/** From the files of a ruleset to a Ruleset, or to what is wrong with them. */
import { type Diagnostic, type Finding, isError } from '../diagnostics/diagnostic.js'
import { digestOf } from '../documents/digest.js'
import { check, type Gate } from '../documents/gate.js'
import { locate } from '../documents/locate.js'
import { read } from '../documents/read.js'
import type { Source } from '../documents/source.js'
import { nearest } from '../documents/nearest.js'
import { type Language, languages } from '../text/languages.js'
import { type Draft, type DraftFiles, draftOf, found } from './draft.js'
import type { Lock } from './lock.schema.js'
import { normalise } from './normalise.js'
import type { Part, Ruleset } from './ruleset.js'
import type { WrittenCommon, WrittenQuestionnaire } from './schema.js'
import { inLanguage, type Translation, type Translations, translationsUsed } from './translation/translate.js'
import { wellformed } from './wellformed/index.js'

/**
 * Where ruleset files come from. Paths are relative to the folder of rulesets and use `/`:
 * `common/scales.yaml`, `cross-boundary-data-flow/questionnaire.yaml`.
 */
export interface Library {
  /** The file, or undefined where there is none. */
  file(path: string): Source | undefined
  /** The ids of all rulesets there, sorted. */
  ids(): readonly string[]
}

export interface Loaded {
  /** Absent when an error was found. */
  readonly ruleset?: Ruleset
  readonly diagnostics: readonly Diagnostic[]
  /** What was written, where the files could be read that far; for tools that look at the writing itself. */
  readonly draft?: Draft
}

/** The schema gates: large, and needed only for texts whose shape is not known yet. */
const gates = {
  ruleset: () => import('#validators/ruleset'),
  common: () => import('#validators/common'),
  lock: () => import('#validators/lock'),
  translation: () => import('#validators/translation'),
} satisfies Record<string, () => Promise<Gate>>

/** Common files that every ruleset sees, besides those it `uses`. */
const always = ['sources', 'scales', 'bands']

/** The language that common files are written in. */
export const commonLanguage: Language = 'en'

/**
 * Loads one ruleset: reads its files, checks their shape, resolves every name.
 * @param id the ruleset's id, which is its folder's name
 * @param language the one its words shall be in, where they are translated; without it, the one it is written in
 * @returns the ruleset when there is no error; diagnostics sorted, located, each said once
 */
export async function loadRuleset(library: Library, id: string, language?: Language): Promise<Loaded> {
  const sources = new Map<string, Source>()
  const findings: Finding[] = []
  const diagnostics: Diagnostic[] = []

  const open = async <T>(path: string, gate: keyof typeof gates): Promise<{ source: Source; value: T } | undefined> => {
    const source = library.file(path)
    if (!source) return undefined
    sources.set(source.file, source)
    if (source.known !== undefined) return { source, value: source.known as T }
    const { value, findings: broken } = read(source)
    findings.push(...broken)
    if (broken.some(isError)) return undefined
    const misshapen = check(await gates[gate](), source, value)
    findings.push(...misshapen)
    return misshapen.some(isError) ? undefined : { source, value: value as T }
  }
  const done = async (loaded: Omit<Loaded, 'diagnostics'> = {}): Promise<Loaded> => ({
    ...loaded,
    diagnostics: [...diagnostics, ...(await locate(findings, sources.values()))],
  })

  const path = `${id}/questionnaire.yaml`
  const questionnaire = await open<WrittenQuestionnaire>(path, 'ruleset')
  if (!questionnaire) {
    if (findings.length === 0) {
      const ids = library.ids()
      findings.push(
        found(
          'ruleset/unknown-name',
          { kind: 'ruleset', name: id },
          { file: path, path: [] },
          'value',
          nearest(id, ids),
        ),
      )
    }
    return done()
  }
  const { value } = questionnaire
  const at = { file: questionnaire.source.file, path: [] }
  if (value.id !== id)
    findings.push(found('ruleset/folder-name', { id: value.id, folder: id }, { ...at, path: ['id'] }))

  const common: { source: Source; value: WrittenCommon }[] = []
  for (const name of new Set([...always, ...(value.uses ?? [])])) {
    const file = await open<WrittenCommon>(`common/${name}.yaml`, 'common')
    if (file) common.push(file)
    // Without it every name in it would be reported as well.
    else if (!findings.some(isError)) {
      const used = value.uses?.indexOf(name) ?? -1
      findings.push(
        found(
          'ruleset/unknown-name',
          { kind: 'common file', name },
          used === -1 ? at : { ...at, path: ['uses', used] },
        ),
      )
    }
  }
  const lock = await open<Lock>(`${id}/ids.lock`, 'lock')
  const translations = new Map<Language, Translations>()
  for (const other of languages) {
    // All of them, whichever is asked for: the hash is over all.
    const translation = (folder: string, written: Language): Promise<Translation | undefined> =>
      written === other ? Promise.resolve(undefined) : open(`${folder}/i18n/${other}.yaml`, 'translation')
    const own = await translation(id, value.language)
    const common = await translation('common', commonLanguage)
    if (own ?? common) translations.set(other, { ...(own && { own }), ...(common && { common }) })
  }
  if (findings.some(isError)) return done()

  const parts: Part[] = []
  for (const [i, include] of (value.includes ?? []).entries()) {
    const includeAt = { ...at, path: ['includes', i, 'ruleset'] }
    // A suite of suites would have to say what its parts' parts weigh, and could go round in a circle.
    if (include.ruleset === id || isSuite(library, include.ruleset)) {
      findings.push(found('ruleset/includes-suite', { ruleset: include.ruleset }, includeAt))
      continue
    }
    const part = await loadRuleset(library, include.ruleset, language ?? value.language)
    diagnostics.push(...part.diagnostics)
    if (!part.ruleset) continue
    for (const other of parts) {
      const shared = [...part.ruleset.questions.keys(), ...ownDeterminations(part.ruleset)].find((name) =>
        owns(other.ruleset, name),
      )
      if (shared !== undefined) findings.push(found('ruleset/duplicate-id', { id: shared, kind: 'part' }, includeAt))
    }
    const major = part.ruleset.version.split('.')[0]!
    if (major !== include.version) {
      const args = { ruleset: include.ruleset, wanted: include.version, found: major }
      findings.push(found('ruleset/includes-version', args, { ...at, path: ['includes', i, 'version'] }))
    }
    parts.push({ ruleset: part.ruleset, weight: include.weight ?? 1 })
  }

  const draft = draftOf({ questionnaire, common, translations, ...(lock && { lock }) })
  // Checks that look at names would report the same mistake again where the condition itself is malformed.
  for (const one of wellformed) {
    findings.push(...one(draft))
    if (one === wellformed[1] && findings.some(isError)) break
  }
  if (findings.some(isError) || diagnostics.some(isError)) return done({ draft })

  const sha256 = hashOf(draft, parts)
  return done({ draft, ruleset: { ...normalise(draftIn(draft, language)), sha256, parts } })
}

/** The same, in the language that is asked for. */
const draftIn = (draft: Draft, language: Language = draft.questionnaire.value.language): Draft =>
  language === draft.questionnaire.value.language && !draft.translations.has(language)
    ? draft
    : draftOf(inLanguage(draft, language))

/** Over everything that was loaded, in all its languages: it is the same whichever was asked for. */
function hashOf(files: DraftFiles, parts: readonly Part[]): string {
  const written = {
    questionnaire: files.questionnaire.value,
    common: files.common.map((file) => file.value),
    languages: translationsUsed(files),
    parts: parts.map((part) => part.ruleset.sha256),
  }
  return digestOf(written)
}

/** Whether a questionnaire includes others; one that cannot be read is reported when it is loaded. */
function isSuite(library: Library, id: string): boolean {
  const source = library.file(`${id}/questionnaire.yaml`)
  const value = source && (source.known ?? read(source).value)
  return typeof value === 'object' && value !== null && 'includes' in value
}

const ownDeterminations = (ruleset: Ruleset): string[] =>
  [...ruleset.values.values()].flatMap((value) => (value.kind === 'determination' ? value.id : []))

/** Facts are shared between parts through the common files; questions and determinations belong to one part. */
const owns = (ruleset: Ruleset, id: string): boolean =>
  ruleset.questions.has(id) || ruleset.values.get(id)?.kind === 'determination'
