import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { codes } from '../../src/diagnostics/codes.js'
import { type Library, loadRuleset } from '../../src/ruleset/load.js'
import { checkMigrations } from '../../src/ruleset/migration/check.js'
import { wordsIn } from '../../src/text/words.js'

/** Each `<name>.yaml` is a migration of the ruleset beside it with a mistake; `<name>.out` says what is found. */
const folder = `${root}/tests/cases/migrations/`
const names = readdirSync(`${folder}bad`).flatMap((file) => /^(.*)\.yaml$/.exec(file)?.[1] ?? [])
const common = `${root}/rulesets/`

async function findings(files: Readonly<Record<string, string>>): Promise<string> {
  const library: Library = {
    file(path) {
      const migration = /^vault\/migrations\/(.*)$/.exec(path)?.[1]
      if (migration !== undefined)
        return files[migration] === undefined ? undefined : { file: migration, text: files[migration] }
      const at = [`${folder}rulesets/${path}`, common + path].find((it) => existsSync(it))
      return at === undefined ? undefined : { file: path, text: readFileSync(at, 'utf8') }
    },
    ids: () => ['vault'],
  }
  const { ruleset, draft, diagnostics } = await loadRuleset(library, 'vault')
  if (!ruleset || !draft) throw new Error(JSON.stringify(diagnostics))
  const words = wordsIn('en').diagnostics
  return (await checkMigrations(library, ruleset, draft, Object.keys(files)))
    .map(({ place, severity, code, args, suggestion }) => {
      const says = [words[code].says(args), words[code].fix(args, suggestion)].join(' ')
      return `${place.file}:${place.line}:${place.column} ${severity} ${code} ${says}\n`
    })
    .join('')
}
const text = (path: string): string => readFileSync(folder + path, 'utf8')
const right = {
  '1-2.yaml': text('rulesets/vault/migrations/1-2.yaml'),
  '2-3.yaml': text('rulesets/vault/migrations/2-3.yaml'),
}

describe('a migration with a mistake', () => {
  it.each(names)('%s', async (name) => {
    const bad = text(`bad/${name}.yaml`)
    const file = /^from: "1"$/m.test(bad) ? '1-2.yaml' : '2-3.yaml'
    const found = await findings({ ...right, [file]: bad })
    if (process.env.UPDATE) writeFileSync(`${folder}bad/${name}.out`, found)
    expect(found).toBe(text(`bad/${name}.out`))
  })

  it('is shown for every code', () => {
    const shown = names.map((name) => text(`bad/${name}.out`)).join('')
    const all = Object.keys(codes).filter((code) => code.startsWith('migration/'))
    expect(all.filter((code) => !shown.includes(` ${code} `))).toEqual(['migration/missing'])
  })
})

it('has nothing to say about migrations that are right, and asks for those that are missing', async () => {
  expect(await findings(right)).toBe('')
  const missing =
    'vault/questionnaire.yaml:3:10 warning migration/missing Nothing says what becomes of answers to version'
  expect(await findings({ '1-2.yaml': right['1-2.yaml'] })).toContain(`${missing} 2.`)
  // Which versions there were before the first step nobody can know.
  expect(await findings({ '2-3.yaml': right['2-3.yaml'] })).toBe('')
  expect(await findings({})).toContain(`${missing} 2.`)
})
