import { existsSync, readFileSync } from 'node:fs'
import { root } from '../../bin/dev/schemas.js'
import { type CheckOptions, checkRuleset } from '../../src/checks/index.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { loadRuleset } from '../../src/ruleset/load.js'
import { wordsIn } from '../../src/text/words.js'

const folder = `${root}/tests/cases/rulesets/`
export const wellFormed = readFileSync(`${folder}well-formed.yaml`, 'utf8')
export const testScales = readFileSync(`${folder}common/scales.yaml`, 'utf8')
export const testSources = readFileSync(`${folder}common/sources.yaml`, 'utf8')

/** What is proven about a questionnaire that uses the common files of the test cases. */
export async function checked(
  questionnaire: string,
  common: Readonly<Record<string, string>> = {},
  options?: CheckOptions,
): Promise<Diagnostic[]> {
  const library = {
    file(path: string) {
      const text = path === 'well-formed/questionnaire.yaml' ? questionnaire : common[path]
      if (text !== undefined) return { file: path, text }
      return existsSync(folder + path) ? { file: path, text: readFileSync(folder + path, 'utf8') } : undefined
    },
    ids: () => ['well-formed'],
  }
  const { ruleset, draft, diagnostics } = await loadRuleset(library, 'well-formed')
  if (!ruleset || !draft) throw new Error(shown(diagnostics))
  return checkRuleset(ruleset, draft, options)
}

/** Where, what, and which code, a line each. */
export const shown = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .map(({ place, code, args }) => `${place.pointer}\n  ${wordsIn('en').diagnostics[code].says(args)} ${code}\n`)
    .join('')
