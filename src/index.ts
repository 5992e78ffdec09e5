/**
 * The public API. Rulesets and answers come in as texts, reports go out as data or text; nothing here reads or writes a
 * file, looks at a clock or prints. The command line is its first client.
 */

// Problems in files
export { reportVersion, planVersion, verificationVersion, comparisonVersion } from './documents/versions.js'
export { codes, isCode, type Code, type Severity } from './diagnostics/codes.js'
export {
  compareDiagnostics,
  countsOf,
  inOrder,
  isError,
  type Args,
  type Counts,
  type Diagnostic,
  type Finding,
  type Path,
  type Place,
} from './diagnostics/diagnostic.js'
export { locate } from './documents/locate.js'
export { nearest } from './documents/nearest.js'
export { read, type Reading } from './documents/read.js'
export { limits, type Source } from './documents/source.js'

// Rulesets
export { askedIn } from './ruleset/asked.js'
export { neededIn } from './ruleset/needed.js'
export { loadRuleset, type Library, type Loaded } from './ruleset/load.js'
export { lockOf, type LockedId } from './ruleset/lock.js'
export type { CheckedTranslations } from './ruleset/translation/check.js'
/** What checks translations: `checkTranslations`, `checkCommonTranslations`. Loaded when asked for. */
export const translationChecks = () => import('./ruleset/translation/check.js')
/** What checks what becomes of answers in the next major version: `checkMigrations`. Loaded when asked for. */
export const migrationChecks = () => import('./ruleset/migration/check.js')
/** What proves things about rulesets: `checkRuleset`. Loaded when asked for. */
export const rulesetChecks = () => import('./checks/index.js')
/** What compares a ruleset with an older version of it: `checkRelease`. Loaded when asked for. */
export const releaseChecks = () => import('./checks/release/index.js')
export type * as ruleset from './ruleset/ruleset.js'
export { inForce, undetermined, type Ruleset } from './ruleset/ruleset.js'

// Answers
export type { Answer, AnsweredEntry, AnsweredInventory, Answers } from './answers/answers.js'
export { unsure } from './answers/answers.js'
export { askedOrder, blankAnswers, type BlankWords } from './answers/blank.js'
export type { AnswersEditor, At, EditOptions, NewAnswers, RemovedEntry, Said } from './answers/edit.js'
export type { Conflict, ConflictNote, Merged, MergeInput, Refusal, Similar, Stand } from './answers/merge.js'
export type { MigratedChange } from './answers/schema.js'
/** What carries answers over to a later version: `migrate`, `migrationsFrom`. Loaded when asked for. */
export const migrating = async () => ({
  ...(await import('./answers/migrate.js')),
  ...(await import('./ruleset/migration/load.js')),
})
export { contentDigest, contentOf } from './answers/content.js'
export { editing } from './answers/lazily.js'
export { answersFor, readAnswers } from './answers/load.js'
export { isDay, momentOf } from './ruleset/time.js'
export type { WrittenAnswer, WrittenAnswers } from './answers/schema.js'

// Assessment, score, report
export { assess, type AssessOptions } from './assessment/assess.js'
export type {
  AssessedEntry,
  AssessedQuestion,
  AssessedSection,
  Assessment,
  QuestionState,
} from './assessment/assessment.js'
export type { EvidenceFiles } from './assessment/questions.js'
export { toPoints1 } from './scoring/print.js'
export { scoreAssessment, type Scored } from './scoring/score-assessment.js'
export { allQuestions, answeredShare } from './report/score.js'
export { buildReport, hiddenAnswers, type BuildOptions } from './report/build.js'
export { assessmentWith, decisionReport, type DecisionReport } from './report/decision.js'
export { type Report } from './report/schema.js'

// Plans
export { nextBand, planFor, reportPlan } from './plan/plan.js'
export type { RouteOptions, Target as PlanTarget } from './plan/route.js'
export { type Plan } from './plan/schema.js'
export { planFormats } from './formats/plan/index.js'

// Whether a report can be derived again
export { digestOf } from './documents/digest.js'
export { redact, redacted } from './answers/redact.js'
export { sealed, sealOf } from './report/seal.js'
export { attachedReport, isPdf, unpackedBytes, type Attached } from './verify/attachment.js'
export { type Verification } from './verify/schema.js'
export { otherAnswers, verified, type Verifying } from './verify/verify.js'
export { verificationFormats } from './formats/verification/index.js'

// What moved
export { isReportSource, readReport, saysReport } from './report/read.js'
export { compare, type Compared, sinceOf } from './compare/compare.js'
export { type Comparison } from './compare/schema.js'
export { comparisonFormats } from './formats/compare/index.js'

// Firms compared
export { cohortVersion, mergeCohorts, type Cohort } from './cohort/cohort.js'
export { memberOf, type Member } from './cohort/member.js'
export { readCohort } from './cohort/read.js'
export { type CohortNames, namesFor } from './cohort/names.js'
export { standingIn } from './cohort/standing.js'
export { cohortPage, type CohortPage } from './formats/cohort/html.js'

// Cases
export { coverageOf, type Coverage, type Reachable } from './cases/coverage.js'
export { checkCases, runCases, type CaseResult } from './cases/run.js'
export type { Change } from './cases/update.js'
/** What records a case from answers: `recordedCase`. Loaded when asked for. */
export const caseRecording = () => import('./cases/record.js')
/** What rewrites files of cases: `updatedCases`. Loaded when asked for. */
export const caseUpdating = () => import('./cases/update.js')

// Themes
export { logoLimit, readTheme, type BesideTheme, type LoadedTheme } from './theme/load.js'
export { houseTheme, type Logo, type Palette, type Theme } from './theme/theme.js'

// Formats and words
export { plain, type Colour } from './formats/colour.js'
export {
  diagnosticFormats,
  type DiagnosticFormat,
  type DiagnosticFormatName,
  type DiagnosticRenderOptions,
} from './formats/diagnostics/index.js'
export type { Suite } from './formats/diagnostics/junit.js'
export { decisionFormats } from './formats/decision/index.js'
export { reportFormats, type ReportFormatName } from './formats/report/index.js'
export type { Rendered, RenderOptions, ReportFormat } from './formats/report/format.js'
export type { Templates } from './formats/templates.js'
export { languages, type Language } from './text/languages.js'
export { inDigits, points } from './text/numbers.js'
export { visible, visibleJson, withoutCommands } from './text/visible.js'
export { loadWords, wordsIn, type Words } from './text/words.js'
