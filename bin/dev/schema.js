// Writes rulesets/schema/*.schema.json, which editors read for completion. A test compares them with the sources.
import { mkdirSync, writeFileSync } from 'node:fs'
import { root, schemas } from './schemas.js'

mkdirSync(`${root}/rulesets/schema`, { recursive: true })
for (const [name, schema] of Object.entries(await schemas({ described: true }))) {
  writeFileSync(`${root}/rulesets/schema/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`)
}
