/** A ruleset that was named on the command line, by its id or by its folder. */
import { basename, dirname, resolve } from 'node:path'
import { kindOf } from '../files/find.js'
import { nearest, type Ruleset, visible, wordsIn } from '../index.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'
import { Libraries, questionnaireIn } from './rulesets.js'

export interface NamedRuleset {
  readonly ruleset: Ruleset
  readonly folder: string
  /** The ids of the scales that it may use. */
  readonly scales: readonly string[]
}

/** @returns nothing where it has errors, which were shown. @throws UsageError where there is none of this name */
export async function rulesetNamed(context: Context, name: string): Promise<NamedRuleset | undefined> {
  const { cwd } = context.environment
  const { cli } = wordsIn(context.settings.language.value).terminal
  const libraries = await Libraries.of(context)
  const given = resolve(cwd, name)
  const isFolder = (await kindOf(questionnaireIn(given))) === 'file'
  const rulesets = isFolder ? libraries.from(dirname(given)) : libraries.usual
  const id = isFolder ? basename(given) : name
  const folder = rulesets.library.folder(id)
  if (folder === undefined) throw new UsageError(cli.show.unknown(visible(name), nearest(name, rulesets.library.ids())))
  const { ruleset, draft, diagnostics } = await rulesets.load(id)
  if (!ruleset) await context.diagnose(diagnostics)
  return ruleset && { ruleset, folder, scales: [...(draft?.scales.keys() ?? [])] }
}
