import { existsSync, readFileSync } from 'node:fs'
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

/** Firms that a reader finds in the README, as the kinds of firm that the rulesets are for. */
const firms = ['kite-security', 'harbour-group', 'lotus-hospitality', 'causeway-managed-security', 'tidewell-cloud']

it('names example firms in the README that are there', () => {
  const links = [...readFileSync(`${root}/README.md`, 'utf8').matchAll(/\]\((rulesets\/[^)]+\.answers\.yaml)\)/g)]
  const files = links.map(([, file]) => file!)
  expect(files.filter((file) => !existsSync(`${root}/${file}`))).toEqual([])
  expect(firms.filter((firm) => !files.some((file) => file.endsWith(`/${firm}.answers.yaml`)))).toEqual([])
})
