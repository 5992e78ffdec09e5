/** Rulesets as they were: in another folder, or at a commit of the repository that they lie in. */
import { basename, dirname, join, resolve } from 'node:path'
import { kindOf } from '../files/find.js'
import { folderAt, type GitTrouble } from '../files/git.js'
import { openLibrary } from '../files/library.js'
import { shownPath } from '../files/names.js'
import { type Library, type Loaded, loadRuleset, visible, wordsIn } from '../index.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'
import { questionnaireIn } from './rulesets.js'

export class EarlierRulesets {
  readonly #context: Context
  readonly #since: string
  /** The folder that was named; undefined where it is a commit. */
  readonly #folder: string | undefined
  readonly #byFolder = new Map<string, Library>()

  private constructor(context: Context, since: string, folder: string | undefined) {
    this.#context = context
    this.#since = since
    this.#folder = folder
  }

  /** @param since a folder of rulesets, of one ruleset, or what git calls a commit */
  static async of(context: Context, since: string): Promise<EarlierRulesets> {
    const folder = resolve(context.environment.cwd, since)
    return new EarlierRulesets(context, since, (await kindOf(folder)) === 'folder' ? folder : undefined)
  }

  /**
   * @param folder where the ruleset is now
   * @returns undefined where there was none
   * @throws UsageError where the older version cannot be had at all
   */
  async load(folder: string): Promise<Loaded | undefined> {
    const id = basename(folder)
    const library =
      this.#folder === undefined ? this.#atCommit(dirname(folder)) : await this.#inFolder(this.#folder, id)
    return library?.file(`${id}/questionnaire.yaml`) ? loadRuleset(library, id) : undefined
  }

  /**
   * @param root a folder of rulesets, as it is now
   * @returns the ids of those that were in it; none where the older version is that of one ruleset
   */
  async idsIn(root: string): Promise<readonly string[]> {
    if (this.#folder === undefined) return this.#atCommit(root).ids()
    if ((await kindOf(questionnaireIn(this.#folder))) === 'file') return []
    const { cwd } = this.#context.environment
    return [this.#folder, join(this.#folder, 'rulesets')].flatMap((it) => openLibrary([it], cwd).ids())
  }

  /** Common files that were not kept there are those of today. */
  #usual(): Library {
    return openLibrary(this.#context.settings.rulesets.value, this.#context.environment.cwd)
  }

  async #inFolder(folder: string, id: string): Promise<Library | undefined> {
    const { cwd } = this.#context.environment
    const usual = this.#usual()
    const itself = (await kindOf(questionnaireIn(folder))) === 'file'
    const roots = itself ? [dirname(folder)] : [folder, join(folder, 'rulesets')]
    for (const root of roots) {
      const own = openLibrary([root], cwd)
      // A copy of one ruleset may lie in a folder of any name.
      const name = itself ? basename(folder) : id
      if (!own.file(`${name}/questionnaire.yaml`)) continue
      return {
        file: (path) =>
          path.startsWith(`${id}/`) ? own.file(name + path.slice(id.length)) : (own.file(path) ?? usual.file(path)),
        ids: () => own.ids(),
      }
    }
    return undefined
  }

  #atCommit(root: string): Library {
    let library = this.#byFolder.get(root)
    if (!library) {
      const { files, trouble } = folderAt(root, this.#since)
      if (trouble) throw this.#cannot(trouble, root)
      const usual = this.#usual()
      library = {
        file: (path) => files.get(path) ?? (path.startsWith('common/') ? usual.file(path) : undefined),
        ids: () => [...files.keys()].flatMap((path) => /^([^/]+)\/questionnaire\.yaml$/.exec(path)?.[1] ?? []).sort(),
      }
      this.#byFolder.set(root, library)
    }
    return library
  }

  #cannot(trouble: GitTrouble, root: string): UsageError {
    const { authoring } = wordsIn(this.#context.settings.language.value)
    const { cwd } = this.#context.environment
    return new UsageError(authoring.since[trouble](visible(this.#since), visible(shownPath(root, cwd))))
  }
}
