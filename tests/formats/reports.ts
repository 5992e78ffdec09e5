/** Reports of the examples that ship, for the tests of formats. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTemplates } from '../../src/files/templates.js'
import { openLibrary } from '../../src/files/library.js'
import {
  answersFor,
  assess,
  buildReport,
  type Language,
  loadRuleset,
  loadWords,
  readAnswers,
  plain,
  type Rendered,
  reportFormats,
  type ReportFormat,
  type ReportFormatName,
  type Report,
  scoreAssessment,
} from '../../src/index.js'
import { home } from '../cli/run.js'

/** The report of a shipped example, as `score` makes it. */
export const exampleReport = (ruleset: string, example: string, language: Language = 'en'): Promise<Report> =>
  reportOf(
    ruleset,
    readFileSync(join(home, 'rulesets', ruleset, 'examples', `${example}.answers.yaml`), 'utf8'),
    language,
  )

/** The report of an answers file to a shipped ruleset. */
export async function reportOf(ruleset: string, text: string, language: Language = 'en'): Promise<Report> {
  const loaded = await loadRuleset(openLibrary([join(home, 'rulesets')], home), ruleset)
  if (!loaded.ruleset) throw new Error(`${ruleset} does not load`)
  const source = { file: 'test.answers.yaml', text }
  const { written } = readAnswers(source)
  const { answers } = answersFor(loaded.ruleset, source, written!)
  const words = await loadWords(language)
  return buildReport(scoreAssessment(assess(loaded.ruleset, answers!, {})), {
    words,
    language,
    generatorVersion: '0.0.0',
  })
}

/** A report in a format, as a file would hold it. */
export async function rendered(
  name: ReportFormatName,
  report: Report,
  language: Language = report.language,
): Promise<Rendered> {
  const format: ReportFormat = reportFormats[name]
  return format.render(report, {
    words: await loadWords(language),
    width: 80,
    color: plain,
    templates: openTemplates(home),
  })
}
