import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { load, CORE_SCHEMA } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { codes } from '../../src/diagnostics/codes.js'
import type { CheckOptions } from '../../src/checks/index.js'
import { checkRelease } from '../../src/checks/release/index.js'
import { BrokenRuleset, checked, loaded, shown, testScales, testSources, wellFormed } from './checked.js'

/**
 * The examples of docs/checks/: keys that replace those of `well-formed.yaml`. What is found in the bad one stands under
 * it (`UPDATE=1` writes it anew); the good one has nothing wrong.
 */
const folder = `${root}/docs/checks/`
const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
const base = load(wellFormed, { schema: CORE_SCHEMA }) as object
/** The test cases' source, and others beside it. */
const sources = JSON.stringify({
  sources: (load(testSources, { schema: CORE_SCHEMA }) as { sources: object[] }).sources.flatMap((act) => [
    act,
    { ...act, id: 'note', kind: 'guidance' },
    { ...act, id: 'old-act', until: '2025-12-31' },
    { ...act, id: 'ending-act', until: '2026-12-31' },
  ]),
})
/** Scales stand in a common file. */
const scalesWith = (own: readonly { id: string }[] = []) => {
  const { scales } = load(testScales, { schema: CORE_SCHEMA }) as { scales: { id: string }[] }
  return JSON.stringify({ scales: [...scales.filter(({ id }) => !own.some((it) => it.id === id)), ...own] })
}
interface Example {
  readonly scales?: { id: string }[]
  readonly bands?: object[]
  /** The migration that leads to it. */
  readonly migration?: object
}
const questionnaireOf = (yaml: string) => {
  const { scales, bands, migration, ...own } = load(yaml, { schema: CORE_SCHEMA }) as Example
  const common = {
    'common/sources.yaml': sources,
    'common/scales.yaml': scalesWith(scales),
    ...(bands && { 'common/bands.yaml': JSON.stringify({ bands }) }),
  }
  return { questionnaire: JSON.stringify({ ...base, ...own }), common, migration }
}
const codeOf = (text: string): string => /^`(.*)`$/m.exec(text)![1]!
/** What keeps a ruleset from being loaded is found as well. */
const brokenBy = (error: unknown): readonly Diagnostic[] => {
  if (error instanceof BrokenRuleset) return error.diagnostics
  throw error
}
/** @param before what it was, for the checks that compare with that */
const foundIn = async (yaml: string, options: CheckOptions, before?: string) => {
  const { questionnaire, common, migration } = questionnaireOf(yaml)
  if (before === undefined) return shown(await checked(questionnaire, common, options).catch(brokenBy))
  const was = await loaded(questionnaireOf(before).questionnaire, common)
  const { migrations, ...now } = await loaded(questionnaire, common, migration)
  return shown(await checkRelease(was, now, migrations))
}

describe.each(pages)('docs/checks/%s', (name) => {
  const text = readFileSync(folder + name, 'utf8')
  const code = codeOf(text)
  const [, bad, said, good] = /## Bad\n\n```yaml\n([^]*?)```\n\n```\n([^]*?)```\n\n## Good\n\n```yaml\n([^]*?)```/.exec(
    text,
  )!

  const outside = code === 'check/id-without-prefix'
  const [, before] = /## Before\n\n```yaml\n([^]*?)```/.exec(text) ?? []

  it('finds what is wrong with the bad example', async () => {
    const found = await foundIn(bad!, { unverified: code === 'check/unverified', outside }, before)
    if (process.env.UPDATE)
      writeFileSync(
        folder + name,
        text.replace(`\`\`\`\n${said}\`\`\`\n\n## Good`, `\`\`\`\n${found}\`\`\`\n\n## Good`),
      )
    else expect(found).toBe(said)
    expect(found).toContain(` ${code}\n`)
  })

  it('finds nothing wrong with the good one', async () => {
    expect(await foundIn(good!, { unverified: true, outside }, before)).toBe('')
  })
})

it('has a page for every check', () => {
  const all = Object.keys(codes).filter((code) => code.startsWith('check/'))
  const given = pages.map((name) => [name.replace(/\.md$/, ''), codeOf(readFileSync(folder + name, 'utf8'))])
  expect(
    given
      .map(([, code]) => code)
      .filter((code) => code!.startsWith('check/'))
      .sort(),
  ).toEqual(all.sort())
  for (const [name, code] of given) expect(code).toMatch(new RegExp(`^(?:check|ruleset)/${name}$`))
})
