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

  interface Property {
    readonly title?: string
    readonly description?: string
    readonly examples?: readonly unknown[]
    readonly enum?: unknown
    readonly const?: unknown
    readonly type?: string | readonly string[]
    readonly items?: { readonly type?: string }
    readonly $ref?: string
  }
  /** A property with what the shape says that it refers to. */
  const resolved = (schema: object, it: Property): Property => {
    const { $defs = {} } = schema as { $defs?: Record<string, Property> }
    return it.$ref === undefined
      ? it
      : { ...resolved(schema, $defs[it.$ref.replace('#/$defs/', '')]!), ...it, $ref: '' }
  }
  const lacking = (name: string, lacks: (it: Property) => boolean): string[] =>
    [...properties(fresh[name])].filter(([, it]) => lacks(resolved(fresh[name] as object, it))).map(([path]) => path)

  it.each(Object.keys(fresh))('%s: says what the file is, and of every key what it is', (name) => {
    const { title, description } = fresh[name] as Property
    expect([title, description]).toEqual([expect.stringMatching(/.{8}/), expect.stringMatching(/.{20}/)])
    expect(lacking(name, (it) => it.title === undefined || it.description === undefined)).toEqual([])
  })

  const written = ['ruleset', 'common', 'translation', 'migration', 'answers', 'cases', 'theme', 'project']
  it.each(written)('%s: has an example wherever an author writes words or numbers of their own', (name) => {
    const plain = ({ type, items }: Property): boolean =>
      [type ?? []].flat().some((it) => ['string', 'number', 'integer'].includes(it)) || items?.type === 'string'
    const lacks = (it: Property) =>
      plain(it) && it.enum === undefined && it.const === undefined && (it.examples ?? []).length === 0
    expect(lacking(name, lacks)).toEqual([])
  })

  it.each(written)('%s: its examples are what it takes', (name) => {
    const ajv = new Ajv2020({ strict: false, discriminator: true })
    addFormats.default(ajv, ['date'])
    ajv.addSchema(fresh[name]!, 'all')
    const { $defs = {} } = fresh[name] as { $defs?: object }
    // One shape under many keys is looked at once.
    const each = new Map([...properties(fresh[name])].map(([path, it]) => [JSON.stringify(it), [path, it] as const]))
    const wrong = [...each.values()].flatMap(([path, it]) => {
      const { examples } = it as Property
      if (!examples) return []
      const check = ajv.compile({ ...it, $defs })
      return examples.filter((one) => !check(one)).map((one) => [path, one])
    })
    expect(wrong).toEqual([])
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
