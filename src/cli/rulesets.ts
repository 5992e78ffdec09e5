/** Rulesets of a run: each is found and loaded once. */
import { dirname, join, resolve } from 'node:path'
import { shippedRuleset } from '../files/shipped.js'
import { type FolderLibrary, openLibrary } from '../files/library.js'
import { type Diagnostic, type Finding, type Language, type Loaded, loadRuleset, locate, wordsIn } from '../index.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'
import { visible } from '../text/visible.js'
import { kindOf } from '../files/find.js'

/** A library that loads each of its rulesets once. */
export class Rulesets {
  readonly library: FolderLibrary
  readonly #language: Language | undefined
  readonly #loaded = new Map<string, Promise<Loaded>>()

  readonly #home: string | undefined

  /**
   * @param language the one that rulesets are read in; without it, the one they are written in
   * @param home the program's folder, where the rulesets it was built with need not be loaded again
   */
  constructor(library: FolderLibrary, language?: Language, home?: string) {
    this.library = library
    this.#language = language
    this.#home = home
  }

  /** Loads a ruleset, which the library has. */
  load(id: string, language = this.#language): Promise<Loaded> {
    const key = `${language ?? ''} ${id}`
    let loaded = this.#loaded.get(key)
    if (!loaded) this.#loaded.set(key, (loaded = this.#load(id, language)))
    return loaded
  }

  async #load(id: string, language: Language | undefined): Promise<Loaded> {
    const shipped = this.#home !== undefined && language && shippedRuleset(this.#home, this.library, id, language)
    if (shipped) return { ruleset: shipped, diagnostics: [] }
    const loaded = await loadRuleset(this.library, id, language)
    const unread = await this.unread()
    if (unread.length === 0) return loaded
    // A questionnaire that is there and cannot be read is no unknown ruleset.
    const rest = this.library.problems.has(`${id}/questionnaire.yaml`) ? [] : loaded.diagnostics
    return { diagnostics: [...rest, ...unread] }
  }

  /** What is there and could not be read. */
  unread(): Promise<Diagnostic[]> {
    const findings: Finding[] = [...this.library.problems.values()]
    return locate(findings, [])
  }
}

/** The libraries of a run, by the folder that comes first. */
export class Libraries {
  readonly #folders: readonly string[]
  readonly #cwd: string
  readonly #byFirst = new Map<string, Rulesets>()

  readonly #language: Language | undefined
  readonly #home: string | undefined

  private constructor(folders: readonly string[], cwd: string, language?: Language, home?: string) {
    this.#folders = folders
    this.#cwd = cwd
    this.#language = language
    this.#home = home
  }

  /**
   * @param afresh load every ruleset, also those that the program was built with, in the language it is written in:
   *   for commands that check files
   * @throws UsageError where a folder that was named is not there
   */
  static async of(context: Context, { afresh = false } = {}): Promise<Libraries> {
    const { rulesets } = context.settings
    const { cwd } = context.environment
    for (const folder of rulesets.value.slice(0, -1)) {
      if ((await kindOf(resolve(cwd, folder))) !== 'folder') {
        throw new UsageError(
          wordsIn(context.settings.language.value).terminal.cli.notADirectory(rulesets.from, visible(folder)),
        )
      }
    }
    const { home } = context.environment
    return afresh
      ? new Libraries(rulesets.value, cwd)
      : new Libraries(rulesets.value, cwd, context.settings.language.value, home)
  }

  /** The rulesets that are looked through by default. */
  get usual(): Rulesets {
    return this.#opened(undefined)
  }

  /** The same, after those of one more folder. */
  from(folder: string): Rulesets {
    return this.#opened(folder)
  }

  /** Reads them anew from now on, where a file of theirs was written. */
  forget(folder: string): void {
    this.#byFirst.delete(resolve(this.#cwd, folder))
  }

  #opened(first: string | undefined): Rulesets {
    const folders = [...(first === undefined ? [] : [first]), ...this.#folders]
    const key = resolve(this.#cwd, folders[0]!)
    let rulesets = this.#byFirst.get(key)
    if (!rulesets) {
      rulesets = new Rulesets(openLibrary(folders, this.#cwd), this.#language, this.#home)
      this.#byFirst.set(key, rulesets)
    }
    return rulesets
  }
}

/** The ruleset's folder that a file in one of its folders (cases/, examples/) belongs to. */
export const ownerOf = (path: string): string => dirname(dirname(path))

export const questionnaireIn = (folder: string): string => join(folder, 'questionnaire.yaml')
