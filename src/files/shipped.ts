/** The rulesets that the program was built with, loaded and checked then, so that no start has to do it again. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { deserialize } from 'node:v8'
import { sha256Of } from '../documents/digest.js'
import { once } from '../documents/once.js'
import type { Source } from '../documents/source.js'
import type { Library } from '../ruleset/load.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Language } from '../text/languages.js'
import { type FileSystemNow, systemNow } from './port.js'

/** What `npm run build` puts into `dist/shipped/<id>.<language>`. */
export interface ShippedRuleset {
  /** Everything that was read for it, and everything that was looked for and not there, by path. */
  readonly files: readonly string[]
  /** Over those paths and their texts, as {@link digestOfTexts} makes it. */
  readonly digest: string
  /** Without its parts: each is a ruleset of its own. */
  readonly ruleset: Ruleset
  readonly parts: readonly { readonly id: string; readonly weight: number }[]
}

/**
 * @param home the program's folder
 * @param library where the texts are now
 * @returns the ruleset, if every text it was made of is to the letter what it was; else undefined, and it is to be loaded
 */
export function shippedRuleset(
  home: string,
  library: Library,
  id: string,
  language: Language,
  fs: FileSystemNow = systemNow,
): Ruleset | undefined {
  const built = read(join(home, 'dist', 'shipped', `${id}.${language}`), fs)
  if (!built || digestOfTexts(library, built.files) !== built.digest) return undefined
  const parts = []
  for (const part of built.parts) {
    const ruleset = shippedRuleset(home, library, part.id, language, fs)
    if (!ruleset) return undefined
    parts.push({ ruleset, weight: part.weight })
  }
  return { ...built.ruleset, parts }
}

/** Not there, or written by a newer Node than this one reads: then there is nothing, and the texts are still there. */
function read(path: string, fs: FileSystemNow): ShippedRuleset | undefined {
  try {
    return deserialize(fs.readFile(path)) as ShippedRuleset
  } catch {
    return undefined
  }
}

const digestOfText = once(({ text }: Source) => sha256Of(text))

/** SHA-256 over paths and texts; a file that is not there has a digest of its own. */
export function digestOfTexts(library: Library, paths: readonly string[]): string {
  const of = createHash('sha256')
  for (const path of paths) {
    const source = library.file(path)
    of.update(`${path} ${source ? digestOfText(source) : '-'}\n`)
  }
  return of.digest('hex')
}
