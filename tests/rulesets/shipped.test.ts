import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { openLibrary } from '../../src/files/library.js'
import {
  answersFor,
  assess,
  buildReport,
  loadRuleset,
  locate,
  readAnswers,
  runCases,
  scoreAssessment,
  wordsIn,
} from '../../src/index.js'

const rulesets = `${root}/rulesets`
const library = openLibrary([rulesets], root)
const ajv = new Ajv2020({ strict: false, discriminator: true })
addFormats.default(ajv, ['date'])
const isReport = ajv.compile(JSON.parse(readFileSync(`${rulesets}/schema/report.schema.json`, 'utf8')) as object)
const files = (folder: string) => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

describe.each(library.ids())('the ruleset %s', async (id) => {
  const { ruleset, diagnostics } = await loadRuleset(library, id)

  it('has nothing wrong', () => {
    expect(diagnostics).toEqual([])
    expect(ruleset).toBeDefined()
  })

  it.each(files(`${rulesets}/${id}/cases`))('passes its cases: %s', async (name) => {
    const source = { file: name, text: readFileSync(`${rulesets}/${id}/cases/${name}`, 'utf8') }
    const { results, findings } = runCases(ruleset!, source)
    expect(await locate(findings, [source])).toEqual([])
    expect(results.length).toBeGreaterThan(0)
  })

  it.each(files(`${rulesets}/${id}/examples`).filter((name) => name.endsWith('.answers.yaml')))(
    'scores its example %s',
    async (name) => {
      const source = { file: name, text: readFileSync(`${rulesets}/${id}/examples/${name}`, 'utf8') }
      const { written, findings } = readAnswers(source)
      expect(findings).toEqual([])
      const { answers, findings: more } = answersFor(ruleset!, source, written!)
      expect(await locate(more, [source])).toEqual([])
      const make = () =>
        buildReport(scoreAssessment(assess(ruleset!, answers!)), {
          words: wordsIn('en'),
          language: 'en',
          generatorVersion: '0.0.0',
        })
      const report = make()
      isReport(JSON.parse(JSON.stringify(report)))
      expect(isReport.errors ?? []).toEqual([])
      // The same input gives the same bytes.
      expect(JSON.stringify(make())).toBe(JSON.stringify(report))
      // The ledger adds up to the score, and to what is missing of 100.
      const sum = (key: 'contribution' | 'loss') =>
        report.ledger.reduce((total, line) => total + Math.round(line[key] * 1000), 0)
      expect(sum('contribution')).toBe(Math.round(report.score.value! * 1000))
      expect(sum('loss')).toBe(100_000 - Math.round(report.score.value! * 1000))
    },
  )
})

describe('cross-boundary-data-flow', async () => {
  const { ruleset } = await loadRuleset(library, 'cross-boundary-data-flow')
  const scored = [...ruleset!.questions.values()].filter((question) => question.weight > 0)

  it('asks at least 45 scored questions, each with a reason, a remedy, and a place in a source', () => {
    expect(scored.length).toBeGreaterThanOrEqual(45)
    expect(
      scored.filter(
        ({ why, remedy, cites }) => !why || !remedy || cites.length === 0 || cites.some((cite) => !cite.at),
      ),
    ).toEqual([])
  })

  it('keeps the ids that other people build on', () => {
    const facts =
      'firm.ciio firm.people-handled firm.distinct-ordinary firm.distinct-sensitive flow.from flow.to flow.personal flow.important-data flow.ground flow.ftz-outside-list flow.people-ordinary flow.people-sensitive flow.onward flow.route-used firm.exported-ordinary firm.exported-sensitive export-route route-verdict home-duties'
    expect(facts.split(' ').filter((id) => !ruleset!.values.has(id))).toEqual([])
  })
})
