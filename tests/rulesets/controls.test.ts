import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import {
  answersFor,
  assess,
  buildReport,
  type Library,
  loadRuleset,
  readAnswers,
  scoreAssessment,
  wordsIn,
} from '../../src/index.js'

const folder = fileURLToPath(new URL('../cases/rulesets/', import.meta.url))
const standard = `
  - id: catalogue
    short: {en: Catalogue 4.0, zh-Hant: 目錄4.0, zh-Hans: 目录4.0}
    title: {en: A Catalogue, zh-Hant: 目錄, zh-Hans: 目录}
    issuer: {en: A body, zh-Hant: 機構, zh-Hans: 机构}
    place: international
    kind: standard
    lastChecked: 2026-11-20
`
/** The well-formed ruleset of the tests, its first question tagged with two controls of a catalogue. */
const library: Library = {
  file(path) {
    const name = path.replace(/^([^/]+)\/questionnaire\.yaml$/, '$1.yaml')
    if (name === path && !/^common\/[^/]+$/.test(path)) return undefined
    const text = readFileSync(folder + name, 'utf8')
    return {
      file: path,
      text:
        name === 'common/sources.yaml'
          ? text.trimEnd() + standard
          : text.replace(
              'remedy: {do: Keep records., effort: 1, owner: privacy}',
              '$&\n        tags: {controls: [{standard: catalogue, ids: [LOG-01, LOG-02]}]}',
            ),
    }
  },
  ids: () => ['well-formed'],
}

it('carries the controls of a question to its gap, with the edition of their catalogue among the sources', async () => {
  const { ruleset, diagnostics } = await loadRuleset(library, 'well-formed')
  expect(diagnostics).toEqual([])
  const source = {
    file: 'a.answers.yaml',
    text: 'ruleset: well-formed\nrulesetVersion: "1.0.0"\nfirm: {name: A}\ndate: 2026-11-20\nanswers: {kept: no}\ninventories: {flows: []}\n',
  }
  const { answers } = answersFor(ruleset!, source, readAnswers(source).written!)
  const report = buildReport(scoreAssessment(assess(ruleset!, answers!)), {
    words: wordsIn('en'),
    language: 'en',
    generatorVersion: '0.0.0',
  })
  expect(report.gaps.map(({ question, controls }) => [question, controls])).toEqual([
    ['kept', [{ standard: 'catalogue', short: 'Catalogue 4.0', ids: ['LOG-01', 'LOG-02'] }]],
  ])
  expect(report.sources.map(({ id }) => id)).toContain('catalogue')
})
