/** The report of a scored file, and its formats: the same for one file, for a batch and at the end of an interview. */
import type { EvidenceFiles } from '../assessment/questions.js'
import {
  buildReport,
  type BuildOptions,
  type Diagnostic,
  locate,
  plain,
  type Rendered,
  type RenderOptions,
  type Report,
  type ReportFormat,
  reportPlan,
  type Scored,
  wordsIn,
} from '../index.js'
import type { Context } from './context.js'

/** Formats that print a plan. */
const documents: ReadonlySet<string> = new Set(['pdf', 'html', 'md'])

export interface ReportOptions extends Partial<BuildOptions> {
  /** With the way up. */
  readonly plan?: boolean
}

/** Whether a report in these formats carries the way up: documents show it, data has it when asked, for it takes time. */
export const showsPlan = (formats: readonly ReportFormat[], asked: boolean | undefined): boolean =>
  asked === true || formats.some(({ name }) => documents.has(name))

/** The report, in the language of the command unless another is given. */
export function reportOf(
  { environment, settings }: Context,
  scored: Scored,
  evidenceFiles: EvidenceFiles,
  { plan = false, ...options }: ReportOptions = {},
): Report {
  const language = options.language ?? settings.language.value
  const words = wordsIn(language)
  const report = buildReport(scored, {
    words,
    language,
    generatorVersion: environment.version,
    evidenceFiles,
    ...options,
  })
  const steps = plan ? reportPlan(scored, words) : undefined
  return steps ? { ...report, plan: steps } : report
}

/** What formats are handed beside the report, the same for every report of a run. */
export type Looks = Omit<RenderOptions, 'width' | 'color' | 'ascii' | 'substituted'>

/**
 * A report in a format, as a file holds it.
 * @param file the answers file, of which is said what the fonts have not
 */
export async function inFile(
  format: ReportFormat,
  report: Report,
  looks: Looks,
  file: string,
): Promise<{ readonly content: Rendered; readonly diagnostics: readonly Diagnostic[] }> {
  const characters = new Set<string>()
  const content = await format.render(report, {
    ...looks,
    width: 80,
    color: plain,
    substituted: (these) => these.forEach((it) => characters.add(it)),
  })
  const diagnostics =
    characters.size === 0
      ? []
      : await locate(
          [{ code: 'report/not-shown', args: { characters: [...characters] }, file, path: [], on: 'value' }],
          [],
        )
  return { content, diagnostics }
}
