// The schemas that flowready publishes, read from the TypeScript that defines them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { examplesOf, titleOf } from './schema-examples.js'
import { fileWords, saysAs, schemaWords } from './schema-words.js'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** name of the emitted file → where its schema is defined */
const table = {
  ruleset: ['src/ruleset/schema.ts', 'QuestionnaireFile'],
  common: ['src/ruleset/schema.ts', 'CommonFile'],
  lock: ['src/ruleset/lock.schema.ts', 'LockFile'],
  translation: ['src/ruleset/translation/schema.ts', 'TranslationFile'],
  'translation-lock': ['src/ruleset/translation/schema.ts', 'TranslationLockFile'],
  migration: ['src/ruleset/migration/schema.ts', 'MigrationFile'],
  answers: ['src/answers/schema.ts', 'AnswersFile'],
  cases: ['src/cases/schema.ts', 'CasesFile'],
  theme: ['src/theme/schema.ts', 'ThemeFile'],
  report: ['src/report/schema.ts', 'ReportFile'],
  plan: ['src/plan/schema.ts', 'PlanFile'],
  cohort: ['src/cohort/cohort.ts', 'CohortFile'],
  verification: ['src/verify/schema.ts', 'VerificationFile'],
  comparison: ['src/compare/schema.ts', 'ComparisonFile'],
  project: ['src/cli/project-schema.ts', 'ProjectFile'],
  diagnostics: ['src/formats/diagnostics/schema.ts', 'DiagnosticsFile'],
}

/**
 * @param options.described with what editors say about keys, as they are published; a start of the program carries none
 * @returns every schema as plain JSON, by name
 */
export async function schemas({ described = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'flowready-schemas-'))
  try {
    const contents = Object.entries(table)
      .map(
        ([name, [file, exported]]) =>
          `export { ${exported} as ${JSON.stringify(name)} } from ${JSON.stringify(`./${file}`)}`,
      )
      .join('\n')
    const outfile = join(folder, 'schemas.mjs')
    await build({
      stdin: { contents, resolveDir: root },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    })
    const module = await import(pathToFileURL(outfile).href)
    return Object.fromEntries(
      Object.keys(table).map((name) => {
        const schema = JSON.parse(JSON.stringify(module[name]))
        return [name, shareDefinitions(described ? withWords(name, schema) : schema)]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What shapes say of themselves, wherever they stand. */
const generic = new Set([
  'kebab-case, dotted by topic, permanent',
  'a day, written 2026-11-20',
  'major.minor.patch, in quotes',
  'how binding the source is',
  'the role that does it',
])

/** Puts beside every key what an editor says about it, and an example. The schema is changed in place. */
function withWords(name, schema) {
  const words = schemaWords[name] ?? {}
  const others = [schemaWords[saysAs[name]] ?? {}, schemaWords.everywhere]
  // The most particular first: a key is told by those above it, `^` being the file itself.
  const find = (of, path) => {
    const whole = ['^', ...path]
    const key = whole.map((_, from) => whole.slice(from).join('.')).find((it) => Object.hasOwn(of, it))
    return key === undefined ? undefined : of[key]
  }
  const wordsOn = (path, { description }) => {
    const own = find(words, path)
    if (own !== undefined) return own
    // What the schema itself says is more particular than what is said of every file.
    if (description !== undefined && !generic.has(description)) return undefined
    return others.map((it) => find(it, path)).find((it) => it !== undefined)
  }
  const walk = (it, path) => {
    if (Array.isArray(it)) for (const one of it) walk(one, path)
    else if (typeof it === 'object' && it !== null) {
      for (const [key, value] of Object.entries(it)) {
        const isMap = (key === 'properties' || key === '$defs') && typeof value === 'object'
        if (!isMap) walk(value, path)
        else
          for (const [property, one] of Object.entries(value)) {
            const inner = key === '$defs' ? [property] : [...path, property]
            walk(one, inner)
            if (key === '$defs') continue
            const found = wordsOn(inner, one)
            const examples = examplesOf(name, inner, one)
            value[property] = {
              title: titleOf(property),
              ...one,
              ...(examples && { examples }),
              ...(typeof found === 'string' ? { description: found } : found),
            }
          }
      }
    }
  }
  walk(schema, [])
  return { ...schema, ...(fileWords[name] !== undefined && { description: fileWords[name] }) }
}

/** What stands under these keys is a schema, a list of schemas, or schemas by name. */
const within = {
  items: 'one',
  additionalProperties: 'one',
  propertyNames: 'one',
  not: 'one',
  oneOf: 'list',
  anyOf: 'list',
  properties: 'map',
  $defs: 'map',
}

/**
 * Puts every shape that occurs more than once into `$defs`, once. TypeBox writes it out wherever it is used; ajv would
 * compile it as often, and a start of the program would pay for it. A shape is named after the key it is first found at.
 */
function shareDefinitions(root) {
  const seen = new Map()
  const children = (schema) =>
    Object.entries(within).flatMap(([key, kind]) => {
      const value = schema[key]
      if (typeof value !== 'object' || value === null) return []
      if (kind === 'one') return [[value, key, (it) => (schema[key] = it)]]
      if (kind === 'list') return value.map((it, i) => [it, key, (one) => (value[i] = one)])
      return Object.entries(value).map(([name, it]) => [it, name, (one) => (value[name] = one)])
    })
  const count = (schema) => {
    for (const [child] of children(schema)) {
      const text = JSON.stringify(child)
      seen.set(text, (seen.get(text) ?? 0) + 1)
      count(child)
    }
  }
  count(root)

  const definitions = { ...root.$defs }
  const names = new Map(Object.entries(definitions).map(([name, schema]) => [JSON.stringify(schema), name]))
  const share = (schema) => {
    for (const [child, key, replace] of children(schema)) {
      const text = JSON.stringify(child)
      // A discriminator wants to see its constants.
      if (child.$ref || 'const' in child || text.length < 80 || seen.get(text) < 2) share(child)
      else {
        let name = names.get(text)
        if (name === undefined) {
          const base = key === 'items' || key === 'oneOf' ? 'item' : key
          name = base
          for (let n = 2; Object.hasOwn(definitions, name); n++) name = `${base}-${n}`
          names.set(text, name)
          definitions[name] = child
          share(child)
        }
        replace({ $ref: `#/$defs/${name}` })
      }
    }
  }
  const { $defs, ...rest } = root
  share(rest)
  for (const schema of Object.values($defs ?? {})) share(schema)
  return Object.keys(definitions).length > 0 ? { ...rest, $defs: definitions } : rest
}
