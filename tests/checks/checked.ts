import { existsSync, readFileSync } from 'node:fs'
import { root } from '../../bin/dev/schemas.js'
import { type CheckOptions, checkRuleset } from '../../src/checks/index.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import type { Draft } from '../../src/ruleset/draft.js'
import { loadRuleset } from '../../src/ruleset/load.js'
import { checkMigrations } from '../../src/ruleset/migration/check.js'
import { type Migration, migrationsFrom } from '../../src/ruleset/migration/load.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import { wordsIn } from '../../src/text/words.js'

const folder = `${root}/tests/cases/rulesets/`
export const wellFormed = readFileSync(`${folder}well-formed.yaml`, 'utf8')
export const testScales = readFileSync(`${folder}common/scales.yaml`, 'utf8')
export const testSources = readFileSync(`${folder}common/sources.yaml`, 'utf8')

/** It cannot be loaded. */
export class BrokenRuleset extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(shown(diagnostics))
    this.diagnostics = diagnostics
  }
}

/** A questionnaire that uses the common files of the test cases, with the migration that leads to it. */
export async function loaded(
  questionnaire: string,
  common: Readonly<Record<string, string>> = {},
  migration?: object,
): Promise<{ ruleset: Ruleset; draft: Draft; migrations: readonly Migration[] }> {
  const library = {
    file(path: string) {
      if (path.startsWith('well-formed/migrations/'))
        return migration && { file: 'migration.json', text: JSON.stringify(migration) }
      const text = path === 'well-formed/questionnaire.yaml' ? questionnaire : common[path]
      if (text !== undefined) return { file: path, text }
      return existsSync(folder + path) ? { file: path, text: readFileSync(folder + path, 'utf8') } : undefined
    },
    ids: () => ['well-formed'],
  }
  const { ruleset, draft, diagnostics } = await loadRuleset(library, 'well-formed')
  if (!ruleset || !draft) throw new BrokenRuleset(diagnostics)
  const wrong = migration
    ? (await checkMigrations(library, ruleset, draft, ['1-2.yaml'])).filter((it) => it.code !== 'migration/unknown-id')
    : []
  if (wrong.length > 0) throw new Error(shown(wrong))
  return { ruleset, draft, migrations: migrationsFrom(library, ruleset, '1.0.0').steps }
}

/** What is proven about a questionnaire that uses the common files of the test cases. */
export async function checked(
  questionnaire: string,
  common: Readonly<Record<string, string>> = {},
  options?: CheckOptions,
): Promise<Diagnostic[]> {
  const { ruleset, draft } = await loaded(questionnaire, common)
  return checkRuleset(ruleset, draft, options)
}

/** Where, what, and which code, a line each. */
export const shown = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .map(({ place, code, args }) => `${place.pointer}\n  ${wordsIn('en').diagnostics[code].says(args)} ${code}\n`)
    .join('')
