import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pages } from '../bin/dev/pages.js'
import { root } from '../bin/dev/schemas.js'
import { loadRuleset } from '../src/index.js'

describe('the pages made from the rulesets', async () => {
  const fresh = await pages(loadRuleset)

  it.each(Object.keys(fresh))('%s: what is committed is what the rulesets say (npm run docs)', (path) => {
    expect(readFileSync(`${root}/${path}`, 'utf8')).toBe(fresh[path])
  })
})
