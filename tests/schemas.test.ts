import { readFileSync, readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { schemaWords, type Words } from '../bin/dev/schema-words.js'
import { root, schemas } from '../bin/dev/schemas.js'

describe('the published schemas', async () => {
  const fresh = await schemas({ described: true })
  const folder = `${root}/rulesets/schema`

  it('are all there is in the folder', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(fresh)
        .map((name) => `${name}.schema.json`)
        .sort(),
    )
  })

  it.each(Object.keys(fresh))('%s: what is committed is what the code says (npm run schema)', (name) => {
    expect(JSON.parse(readFileSync(`${folder}/${name}.schema.json`, 'utf8'))).toEqual(fresh[name])
  })

  it.each(Object.keys(fresh))('%s compiles under a strict ajv of JSON Schema 2020-12', (name) => {
    const ajv = new Ajv2020({
      strict: true,
      strictRequired: false,
      strictTypes: false,
      allowUnionTypes: true,
      discriminator: true,
    })
    addFormats.default(ajv, ['date'])
    expect(() => ajv.compile(fresh[name]!)).not.toThrow()
  })

  /** Every property at any depth, with the keys above it. */
  function* properties(schema: unknown, path = ''): Generator<[path: string, it: { description?: string }]> {
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, value] of Object.entries(schema) as [string, object][]) {
      if (key === 'properties')
        for (const [name, it] of Object.entries(value) as [string, object][]) {
          yield [`${path}.${name}`, it]
          yield* properties(it, `${path}.${name}`)
        }
      else if (key === '$defs') for (const [name, it] of Object.entries(value)) yield* properties(it, `#${name}`)
      else yield* properties(value, path)
    }
  }
  const { everywhere, ...kinds } = schemaWords
  const said = (it: Words[string]): string => (typeof it === 'string' ? it : it.description)

  it.each(Object.keys(kinds))('%s: an editor can say something about every key', (name) => {
    const { $defs = {} } = fresh[name] as { $defs?: Record<string, { description?: string }> }
    const of = (it: { description?: string; $ref?: string }) =>
      it.description ?? $defs[it.$ref?.replace('#/$defs/', '') ?? '']?.description
    const silent = [...properties(fresh[name])].filter(([, it]) => of(it) === undefined).map(([path]) => path)
    expect(silent).toEqual([])
  })

  it('say nothing about keys that there are not', () => {
    const used = (names: readonly string[]) => names.map((name) => JSON.stringify(fresh[name])).join('')
    const isUsed = (text: string, it: Words[string]) => text.includes(`"description":${JSON.stringify(said(it))}`)
    for (const [name, words] of Object.entries(kinds)) {
      const all = used([name])
      expect(Object.entries(words).filter(([, it]) => !isUsed(all, it))).toEqual([])
    }
    const all = used(Object.keys(kinds))
    expect(Object.entries(everywhere).filter(([, it]) => !isUsed(all, it))).toEqual([])
  })
})
