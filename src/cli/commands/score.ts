/** `flowready score ANSWERS...`: answers files to reports. */
import { basename, dirname, join, resolve } from 'node:path'
import { findFiles, answersFile, kindOf } from '../../files/find.js'
import { shownPath } from '../../files/names.js'
import { readStream, readText } from '../../files/read-text.js'
import { openTemplates } from '../../files/templates.js'
import { writeFile } from '../../files/write.js'
import {
  type Assessment,
  compare,
  type Diagnostic,
  type EvidenceFiles,
  inOrder,
  isDay,
  isError,
  locate,
  redacted,
  type Rendered,
  type Report,
  type ReportFormat,
  reportFormats,
  scoreAssessment,
  sinceOf,
  standingIn,
  type Scored,
  toPoints1,
  visible,
  visibleJson,
  wordsIn,
} from '../../index.js'
import { assessFile, readAnswersFile, type ReadFile } from '../answers-file.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { notWritten } from '../file-trouble.js'
import { formatNamed } from '../formats.js'
import { reportNames } from '../report-names.js'
import { inFile, type Looks, reportOf, showsPlan } from '../report-of.js'
import { Libraries } from '../rulesets.js'
import { type CommonOptions, isAscii } from '../settings.js'

export interface ScoreOptions extends CommonOptions {
  readonly format?: readonly string[]
  readonly output?: string
  readonly asAt?: string
  readonly failBelow?: number
  readonly theme?: string
  readonly csvBom?: boolean
  readonly withConfidential?: boolean
  /** commander's way of `--no-answers`. */
  readonly answers?: boolean
  readonly redact?: boolean
  readonly stdinFilename?: string
  readonly plan?: boolean
  readonly since?: string
  readonly cohort?: string
}

/** Scores answers files, in order. */
export async function run(context: Context, names: readonly string[], options: ScoreOptions): Promise<number> {
  const { environment, settings } = context
  const words = wordsIn(settings.language.value)
  const { cli } = words.terminal
  const formats = [...new Set(options.format ?? ['text'])].map((name) =>
    formatNamed<ReportFormat>(reportFormats, name, cli),
  )
  if (options.asAt !== undefined && !isDay(options.asAt))
    throw new UsageError(cli.notADay('--as-at', visible(options.asAt)))

  if (options.redact === true && options.since !== undefined) throw new UsageError(words.verify.redactQuietly)

  // Loaded where they are asked for, like what compares: they take their time to start.
  const theme =
    options.theme === undefined ? undefined : await (await import('../theme.js')).shownTheme(context, options.theme)
  if (options.theme !== undefined && !theme) return exit.unusable
  const looks: Looks = {
    words,
    templates: openTemplates(environment.home),
    csvBom: options.csvBom === true,
    ...(theme && { theme }),
  }

  const { inputs, missing } = await readInputs(context, names, options)
  const withPlan = showsPlan(formats, options.plan)
  const plan = await planOf(context, formats, options.output, inputs.length)
  const fileNames = plan.files.length > 0 ? namesOf(inputs, options.redact === true) : []
  const libraries = await Libraries.of(context)
  const rulesets = libraries.usual

  const since = options.since === undefined ? undefined : await import('../earlier.js')
  const earlier = await since?.readAssessed(context, options.since!)
  if (since && !earlier) return exit.unusable

  const cohort =
    options.cohort === undefined
      ? undefined
      : await (await import('../cohort-file.js')).cohortIn(context, options.cohort)
  if (options.cohort !== undefined && !cohort) return exit.unusable

  const diagnostics: Diagnostic[] = [...missing]
  const invalidRulesets = new Set<string>()
  const notScored: string[] = []
  const wrote: string[] = []
  const notes: string[] = []
  let scored = 0
  let failed = missing.length > 0
  // A single file that was named as such is for people; anything that may be several is a report a line.
  const single =
    names.length === 1 &&
    inputs.length === 1 &&
    (names[0] === '-' || resolve(environment.cwd, names[0]!) === inputs[0]!.path)

  for (const [i, input] of inputs.entries()) {
    if (environment.signal.aborted) return exit.interrupted
    const {
      assessment,
      evidenceFiles,
      diagnostics: said,
      invalidRuleset,
    } = await assessFile(input, rulesets, options.asAt)
    diagnostics.push(...said)
    if (invalidRuleset !== undefined) {
      invalidRulesets.add(invalidRuleset)
      notScored.push(cli.rulesetInvalid(visible(input.file), visible(invalidRuleset)))
    }
    if (!assessment) {
      failed = true
      continue
    }
    const scoredAs = (of: Assessment, files: EvidenceFiles, plan: boolean) => {
      const result = scoreAssessment(of)
      const built = reportOf(context, result, files, {
        plan,
        withConfidential: options.withConfidential === true,
        withoutAnswers: options.answers === false,
      })
      return { result, built }
    }
    // Of the whole one, what goes out without names only needs the figures.
    let { result, built } = scoredAs(assessment, evidenceFiles, withPlan && options.redact !== true)
    if (options.redact === true) {
      const { provesSame, withoutNames } = await import('../redacting.js')
      const without = withoutNames(assessment, evidenceFiles)
      const unnamed = without && scoredAs(without, () => undefined, withPlan)
      if (!unnamed || !(await provesSame(built, unnamed.built, without, environment.version))) {
        failed = true
        notes.push(words.verify.redactedDiffers(visible(input.file)))
        continue
      }
      ;({ result, built } = unnamed)
    }
    const compared = earlier && (await since!.comparedWith(context, earlier, built, rulesets))
    if (earlier && !compared) return exit.unusable
    const standing = cohort && standingIn(cohort, built)
    if (cohort && !standing) context.say(words.cohort.noneLike(visible(built.ruleset.id), visible(options.cohort!)))
    const report: Report = {
      ...built,
      ...(compared && { since: sinceOf(compare(compared, words)) }),
      ...(standing && { cohort: standing }),
    }
    for (const format of plan.screen)
      context.print(await onScreen(context, format, report, looks, { single, first: scored === 0 }))
    for (const format of plan.files) {
      const path = plan.path(fileNames[i]!, format)
      try {
        const { content, diagnostics: notShown } = await inFile(format, report, looks, input.file)
        await writeFile(path, content)
        diagnostics.push(...notShown)
        wrote.push(cli.wrote(visible(shownPath(path, environment.cwd))))
      } catch (error) {
        notes.push(notWritten(context, error))
        failed = true
      }
    }
    scored++
    const below =
      options.failBelow === undefined ? undefined : belowLimit(result, options.failBelow, words.terminal.cli)
    if (below !== undefined) {
      failed = true
      notes.push(below)
    }
  }

  for (const id of invalidRulesets) diagnostics.push(...(await rulesets.load(id)).diagnostics.filter(isError))
  await context.diagnose(inOrder(diagnostics))
  for (const line of wrote) context.say(line)
  for (const line of [...notScored, ...notes]) await context.warn(line)
  if (inputs.length > 1 && scored < inputs.length) context.say(cli.scoredSummary(scored, inputs.length))
  // Where every report failed to be written, nothing was done.
  const done = scored > 0 && (plan.files.length === 0 || plan.screen.length > 0 || wrote.length > 0)
  return !done ? exit.unusable : failed ? exit.problems : exit.passed
}

/** Reads what was named, in its order; what is not there is said and left out. */
async function readInputs(
  context: Context,
  names: readonly string[],
  options: ScoreOptions,
): Promise<{ inputs: ReadFile[]; missing: Diagnostic[] }> {
  const { cwd, stdin, signal } = context.environment
  const { cli } = wordsIn(context.settings.language.value).terminal
  if (options.stdinFilename !== undefined && !names.includes('-')) throw new UsageError(cli.stdinFilenameAlone)
  if (names.includes('-') && stdin.isTTY === true) throw new UsageError(cli.stdinTerminal)

  const inputs = new Map<string, ReadFile>()
  const missing: Diagnostic[] = []
  const empty: string[] = []
  for (const name of names) {
    if (name === '-') {
      const file = options.stdinFilename ?? '<stdin>'
      if (!inputs.has('-'))
        inputs.set(
          '-',
          readAnswersFile(resolve(cwd, options.stdinFilename ?? 'stdin'), file, await readStream(stdin, file, signal)),
        )
      continue
    }
    const found = await findFiles([name], answersFile, cwd)
    missing.push(...(await locate(found.findings, [])))
    empty.push(...found.empty)
    for (const { path, file } of found.files) {
      if (signal.aborted) break
      if (!inputs.has(path)) inputs.set(path, readAnswersFile(path, file, await readText(path, file)))
    }
  }
  for (const folder of empty) await context.warn(cli.noAnswersIn(visible(folder)))
  return { inputs: [...inputs.values()], missing }
}

/** Where each format goes. */
interface Plan {
  readonly screen: readonly ReportFormat[]
  readonly files: readonly ReportFormat[]
  /** The file of a format for a report's name. */
  readonly path: (name: string, format: ReportFormat) => string
}

/** The output rules of design §6. */
async function planOf(
  context: Context,
  formats: readonly ReportFormat[],
  output: string | undefined,
  inputs: number,
): Promise<Plan> {
  const { cwd } = context.environment
  const { cli } = wordsIn(context.settings.language.value).terminal
  const inFolder =
    (folder: string): Plan['path'] =>
    (name, format) =>
      join(resolve(cwd, folder), `${name}.${format.extension}`)
  const [only] = formats
  const one = formats.length === 1

  if (output === '-') {
    if (!one) throw new UsageError(cli.stdoutOneFormat)
    return { screen: formats, files: [], path: inFolder('.') }
  }
  if (output === undefined) {
    if (one && only!.screen) return { screen: formats, files: [], path: inFolder('.') }
    if (one) return { screen: [], files: formats, path: inFolder('.') }
  }
  const there = output === undefined ? undefined : await kindOf(resolve(cwd, output))
  if (one) {
    const folder = output!.endsWith('/') || there === 'folder' || (inputs > 1 && there === undefined)
    if (folder) return { screen: [], files: formats, path: inFolder(output!) }
    if (inputs > 1) throw new UsageError(cli.outputManyFiles(visible(output!)))
    return { screen: [], files: formats, path: () => resolve(cwd, output!) }
  }
  const looksLikeFile =
    output !== undefined &&
    !output.endsWith('/') &&
    there !== 'folder' &&
    formats.some((it) => output.endsWith(`.${it.extension}`))
  if (looksLikeFile || there === 'file') throw new UsageError(cli.outputManyFormats(visible(output!)))
  return {
    screen: formats.filter((it) => it.name === 'text'),
    files: formats.filter((it) => it.name !== 'text'),
    path: inFolder(output ?? 'reports'),
  }
}

/** One name for each input; those that did not read get one too, so that nothing shifts. */
const namesOf = (inputs: readonly ReadFile[], unnamed: boolean): string[] =>
  reportNames(
    inputs.map(({ written, file }) => {
      if (unnamed) return { firm: redacted, file: '' }
      return {
        firm: written?.firm.name ?? basename(file),
        ...(written?.firm.reference === undefined ? {} : { reference: written.firm.reference }),
        file: stem(file),
      }
    }),
  )

/** `clients/harbour.answers.yaml` → `harbour`; `clients/harbour/answers.yaml` → `harbour`. */
function stem(file: string): string {
  const name = basename(file).replace(/\.(?:ya?ml|json)$/i, '')
  return name.replace(/\.?answers$/i, '') || basename(dirname(file)) || name
}

async function onScreen(
  context: Context,
  format: ReportFormat,
  report: Report,
  looks: Looks,
  { single, first }: { single: boolean; first: boolean },
): Promise<Rendered> {
  const rendered = await format.render(report, {
    ...looks,
    width: context.width,
    color: await context.colour('stdout', looks.theme),
    ascii: isAscii(context.environment),
  })
  if (typeof rendered !== 'string') return rendered
  if (format.name === 'json') return visibleJson(single ? rendered : `${JSON.stringify(JSON.parse(rendered))}\n`)
  return format.name === 'text' && !first ? `\n${rendered}` : rendered
}

/** Compares the number that is printed, as people do. */
function belowLimit(
  scored: Scored,
  limit: number,
  cli: ReturnType<typeof wordsIn>['terminal']['cli'],
): string | undefined {
  const firm = visible(scored.assessment.answers.written.firm.name)
  if (!scored.range) return cli.noScoreBelow(firm, limit)
  const score = toPoints1(scored.range.low)
  return score < limit ? cli.below(firm, score.toFixed(1), limit) : undefined
}
