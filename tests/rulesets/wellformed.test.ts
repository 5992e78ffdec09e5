import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { codes } from '../../src/diagnostics/codes.js'
import { type Library, loadRuleset } from '../../src/ruleset/load.js'
import { wordsIn } from '../../src/text/words.js'

/** Each `<name>.yaml` is a ruleset with one mistake; `<name>.out` says what is found. `UPDATE=1` writes them anew. */
const folder = fileURLToPath(new URL('../cases/rulesets/', import.meta.url))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''))

const texts = (path: string): string | undefined => {
  const file = path.replace(/^([^/]+)\/questionnaire\.yaml$/, '$1.yaml').replace(/^([^/]+)\/ids\.lock$/, '$1.lock')
  return existsSync(folder + file) ? readFileSync(folder + file, 'utf8') : undefined
}

/** A library of these files, with some of them replaced. */
const library = (instead: Record<string, string> = {}): Library => ({
  file(path) {
    const text = instead[path] ?? texts(path)
    return text === undefined ? undefined : { file: path, text }
  },
  ids: () => names,
})

async function findings(id: string, instead?: Record<string, string>): Promise<string> {
  const { diagnostics } = await loadRuleset(library(instead), id)
  const words = wordsIn('en').diagnostics
  return diagnostics
    .map(({ place, severity, code, args, suggestion }) => {
      const says = [words[code].says(args), words[code].fix(args, suggestion)].join(' ')
      return `${place.file}:${place.line}:${place.column} ${severity} ${code} ${says}\n`
    })
    .join('')
}

describe('a ruleset with a mistake', () => {
  it.each(names)('%s', async (name) => {
    const found = await findings(name)
    if (process.env.UPDATE) writeFileSync(`${folder}${name}.out`, found)
    expect(found).toBe(readFileSync(`${folder}${name}.out`, 'utf8'))
  })

  it('is never loaded, and one without is', async () => {
    for (const name of names) {
      const { ruleset, diagnostics } = await loadRuleset(library(), name)
      expect([name, ruleset !== undefined]).toEqual([name, !diagnostics.some((it) => it.severity === 'error')])
    }
    expect((await loadRuleset(library(), 'well-formed')).ruleset).toBeDefined()
  })

  it('has its bands rise from 0', async () => {
    const bands = (...from: number[]) => ({
      'common/bands.yaml': `bands:\n${from.map((n, i) => `  - {id: b${i}, from: ${n}, label: B${i}}\n`).join('')}`,
    })
    const caps = {
      'well-formed/questionnaire.yaml': texts('well-formed/questionnaire.yaml')!.replace('caps: not-ready', 'caps: b0'),
    }
    expect(await findings('well-formed', { ...bands(10, 70), ...caps })).toContain(
      'common/bands.yaml:2:20 error ruleset/bands-start',
    )
    expect(await findings('well-formed', { ...bands(0, 70, 40), ...caps })).toContain(
      'common/bands.yaml:4:20 error ruleset/bands-rise',
    )
    expect(await findings('well-formed', { ...bands(0, 70), ...caps })).toBe('')
  })

  it('may not use an id for something else', async () => {
    const common =
      'firm.large: fact choice\nfirm.staff: fact number\nfirm.founded: fact date\nflows: inventory\n' +
      'flow.from: fact choice of flows\nflow.to: fact choice of flows\nflow.people: fact number of flows\n'
    const lock = (kept: string) => ({
      'well-formed/ids.lock': `firm.exporting: derived\nroute: determination of flows\nrecords: section\neach-flow: section of flows\nnoticed: question choice of flows\ngone: fact number\n${common}${kept}`,
    })
    expect(await findings('well-formed', lock('kept: question choice\n'))).toBe('')
    expect(await findings('well-formed', lock('kept: question multi\n'))).toContain('error ruleset/id-reused')
    expect(await findings('well-formed', lock(''))).toContain('warning ruleset/id-not-locked')
    const other = lock('kept: question choice\nfirm.large: fact text\n')['well-formed/ids.lock']
    const reused = await findings('well-formed', {
      'well-formed/ids.lock': other.replace('firm.large: fact choice\n', ''),
    })
    expect(reused).toMatch(/^common\/firm\.yaml:2:10 error ruleset\/id-reused .*\n$/)
  })

  it('is shown for every code of rulesets', () => {
    const shown = names.map((name) => readFileSync(`${folder}${name}.out`, 'utf8')).join('')
    const inCode = ['ruleset/bands-start', 'ruleset/bands-rise', 'ruleset/id-reused', 'ruleset/id-not-locked']
    const all = Object.keys(codes).filter((code) => code.startsWith('ruleset/') && !inCode.includes(code))
    expect(all.filter((code) => !shown.includes(` ${code} `))).toEqual([])
  })
})
