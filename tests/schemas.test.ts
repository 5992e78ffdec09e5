import { readFileSync, readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { root, schemas } from '../bin/dev/schemas.js'

describe('the published schemas', async () => {
  const fresh = await schemas()
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
})
