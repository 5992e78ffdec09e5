/** An assessment that was made before, from a report or an answers file, and a later one compared with it. */
import { resolve } from 'node:path'
import { shownPath } from '../files/names.js'
import { readText } from '../files/read-text.js'
import {
  type Compared,
  isError,
  isReportSource,
  locate,
  readReport,
  type Report,
  scoreAssessment,
  visible,
  visibleJson,
  wordsIn,
} from '../index.js'
import { assessFile, readAnswersFile, type ReadFile } from './answers-file.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'
import { reportOf } from './report-of.js'
import type { Rulesets } from './rulesets.js'

/** A file that was named: a report, with the answers in it, or answers. */
export interface Assessed {
  readonly file: ReadFile
  /** As it was written, where it is a report. */
  readonly report?: Report
}

/** Reads a report or an answers file, and shows what is wrong with it. */
export async function readAssessed(context: Context, name: string): Promise<Assessed | undefined> {
  const path = resolve(context.environment.cwd, name)
  const file = shownPath(path, context.environment.cwd)
  const text = await readText(path, file)
  const { source } = text
  if (!source || !isReportSource(source)) return { file: readAnswersFile(path, file, text) }
  const { report, findings } = readReport(source)
  await context.diagnose(await locate(findings, [source]))
  if (!report) return undefined
  const { compare: say } = wordsIn(context.settings.language.value)
  const { withheld, content } = report.answers
  if (content === null) throw new UsageError(say.withoutAnswers(visible(file)))
  if (withheld.length > 0) throw new UsageError(say.withheld(visible(file), withheld.length))
  return { file: readAnswersFile(path, file, { source: { file, text: visibleJson(JSON.stringify(content)) } }), report }
}

/** Scores answers as at a day, or their own, by the rules there are now; shows what is wrong. */
export async function scoreAssessed(
  context: Context,
  { file, report: kept }: Assessed,
  rulesets: Rulesets,
  asAt: string | undefined,
  shown = true,
): Promise<Report | undefined> {
  const { settings } = context
  const words = wordsIn(settings.language.value)
  const { assessment, evidenceFiles, diagnostics, invalidRuleset } = await assessFile(file, rulesets, asAt)
  // What is only worth a warning was said when the report was made.
  const said = shown && !kept ? diagnostics : assessment ? [] : diagnostics.filter(isError)
  await context.diagnose(said)
  if (invalidRuleset !== undefined)
    await context.warn(words.terminal.cli.rulesetInvalid(visible(file.file), visible(invalidRuleset)))
  if (!assessment) return undefined
  return reportOf(context, scoreAssessment(assessment), evidenceFiles, { withConfidential: true })
}

/** The three reports of a comparison with what was before. @throws UsageError where the two cannot be compared */
export async function comparedWith(
  context: Context,
  before: Assessed,
  after: Report,
  rulesets: Rulesets,
): Promise<Compared | undefined> {
  const { compare: say } = wordsIn(context.settings.language.value)
  const id = before.report?.ruleset.id ?? before.file.written?.ruleset
  if (id !== undefined && id !== after.ruleset.id)
    throw new UsageError(say.otherRuleset(visible(id), visible(after.ruleset.id)))
  const between = await scoreAssessed(context, before, rulesets, after.asAt)
  if (!between) return undefined
  if (between.scope !== after.scope) throw new UsageError(say.otherScope)
  const old = before.report ?? (await scoreAssessed(context, before, rulesets, undefined, false))
  return old && { before: old, between, after, fromReport: before.report !== undefined }
}
