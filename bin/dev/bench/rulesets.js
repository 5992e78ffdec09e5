import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { root } from '../schemas.js'

/** A ruleset as the program uses it; files that are handed in stand before those that are shipped. */
export async function rulesetOf(id, own = {}) {
  const { loadRuleset } = await import(`${root}/dist/index.js`)
  const library = {
    file: (path) =>
      Object.hasOwn(own, path)
        ? { file: path, text: own[path] }
        : existsSync(`${root}/rulesets/${path}`)
          ? { file: path, text: readFileSync(`${root}/rulesets/${path}`, 'utf8') }
          : undefined,
    ids: () => readdirSync(`${root}/rulesets`),
  }
  const { ruleset, diagnostics } = await loadRuleset(library, id)
  if (!ruleset) throw new Error(`${id}: ${JSON.stringify(diagnostics.slice(0, 3))}`)
  return ruleset
}
