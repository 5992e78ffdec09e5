/** `flowready schema NAME`: the JSON Schemas of the files that flowready reads and writes. */
import { join } from 'node:path'
import { filesIn } from '../../files/find.js'
import { readText } from '../../files/read-text.js'
import { nearest, visible, wordsIn } from '../../index.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { rulesetNamed } from '../named-ruleset.js'
import { type Schema, schemaWithIds } from '../schema-ids.js'
import type { CommonOptions } from '../settings.js'

export interface SchemaOptions extends CommonOptions {
  readonly for?: string
}

/** Prints the schema, with the ids of a ruleset in it where one is named. */
export async function run(context: Context, name: string, options: SchemaOptions): Promise<number> {
  const { cli } = wordsIn(context.settings.language.value).terminal
  const folder = join(context.environment.home, 'rulesets', 'schema')
  const schemas = await filesIn(folder, /\.schema\.json$/)
  const names = schemas.map((path) => path.slice(folder.length + 1, -'.schema.json'.length))
  if (!names.includes(name))
    throw new UsageError(cli.schema.unknown(visible(name), nearest(name, names), cli.marks.list(names)))
  const path = join(folder, `${name}.schema.json`)
  const { source } = await readText(path, path)
  if (!source) throw new Error(`${path} cannot be read`)
  if (options.for === undefined) {
    context.print(source.text)
    return exit.passed
  }
  const named = await rulesetNamed(context, options.for)
  if (!named) return exit.unusable
  context.printJson(schemaWithIds(JSON.parse(source.text) as Schema, name, named.ruleset, named.scales))
  return exit.passed
}
