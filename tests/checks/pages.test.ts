import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { load, CORE_SCHEMA } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { codes } from '../../src/diagnostics/codes.js'
import { checked, shown, wellFormed } from './checked.js'

/**
 * The examples of docs/checks/: keys that replace those of `well-formed.yaml`. What is found in the bad one stands under
 * it (`UPDATE=1` writes it anew); the good one has nothing wrong.
 */
const folder = `${root}/docs/checks/`
const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
const base = load(wellFormed, { schema: CORE_SCHEMA }) as object
const replaced = (yaml: string) => JSON.stringify({ ...base, ...(load(yaml, { schema: CORE_SCHEMA }) as object) })

describe.each(pages)('docs/checks/%s', (name) => {
  const text = readFileSync(folder + name, 'utf8')
  const code = `check/${name.replace(/\.md$/, '')}`
  const [, bad, said, good] = /## Bad\n\n```yaml\n([^]*?)```\n\n```\n([^]*?)```\n\n## Good\n\n```yaml\n([^]*?)```/.exec(
    text,
  )!

  it('finds what is wrong with the bad example', async () => {
    const found = shown(await checked(replaced(bad!)))
    if (process.env.UPDATE)
      writeFileSync(folder + name, text.replace(`\n\`\`\`\n${said}\`\`\`\n`, `\n\`\`\`\n${found}\`\`\`\n`))
    else expect(found).toBe(said)
    expect(found).toContain(` ${code}\n`)
  })

  it('finds nothing wrong with the good one', async () => {
    expect(shown(await checked(replaced(good!)))).toBe('')
  })
})

it('has a page for every check', () => {
  const all = Object.keys(codes).filter((code) => code.startsWith('check/'))
  expect(pages.map((name) => `check/${name.replace(/\.md$/, '')}`).sort()).toEqual(all.sort())
})
