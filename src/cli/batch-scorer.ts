/** Scores the inputs of a batch one by one: what each thread of a run does. */
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { ownNames } from '../batch/finish.js'
import type { Input, Result } from '../batch/result.js'
import type { Done, Task } from '../batch/run.js'
import { evidenceIn as evidenceBeside } from '../files/evidence.js'
import { OutputFolder } from '../files/output-folder.js'
import { readTextNow, finding } from '../files/read-text.js'
import { openTemplates } from '../files/templates.js'
import {
  buildReport,
  type Answers,
  type Cohort,
  type Diagnostic,
  type EvidenceFiles,
  inOrder,
  isError,
  limits,
  locate,
  memberOf,
  plain,
  type Report,
  type ReportFormat,
  reportFormats,
  reportPlan,
  type Scored,
  scoreAssessment,
  sealed,
  standingIn,
  type Theme,
  toPoints1,
  wordsIn,
} from '../index.js'
import { assessFile, readAnswersFile } from './answers-file.js'
import type { Context } from './context.js'
import { formatNamed } from './formats.js'
import { safeName } from './report-names.js'
import { Libraries, type Rulesets } from './rulesets.js'

/** What decides how each input is scored; it crosses to threads. */
export interface BatchSettings {
  /** Where reports go; without it none are written. */
  readonly output?: string
  /** Of the report's formats. */
  readonly formats: readonly string[]
  readonly asAt?: string
  readonly failBelow?: number
  readonly theme?: Theme
  readonly csvBom: boolean
  readonly withConfidential: boolean
  readonly plan: boolean
  /** Among whom each report says where its firm stands. */
  readonly cohort?: Cohort
  /** Hands on the whole report with what became of an input. */
  readonly withReport?: boolean
}

/** Formats that print a plan. */
const documents: ReadonlySet<string> = new Set(['pdf', 'html', 'md'])

export class BatchScorer {
  readonly #context: Context
  readonly #settings: BatchSettings
  readonly #rulesets: Rulesets
  readonly #formats: readonly ReportFormat[]
  readonly #folder: OutputFolder | undefined
  readonly #madeWith: string

  private constructor(context: Context, settings: BatchSettings, rulesets: Rulesets, folder?: OutputFolder) {
    this.#context = context
    this.#settings = settings
    this.#rulesets = rulesets
    this.#folder = folder
    this.#formats = settings.formats.map((name) => formatNamed<ReportFormat>(reportFormats, name))
    const { output: _, failBelow: __, ...rest } = settings
    this.#madeWith = hashOf(
      JSON.stringify([context.environment.version, context.settings.language.value, rest], (_, value: unknown) =>
        value instanceof Uint8Array ? hashOf(value) : value,
      ),
    )
  }

  /** @param writer tells apart threads and shards that write at the same time */
  static async of(context: Context, settings: BatchSettings, writer: string): Promise<BatchScorer> {
    const rulesets = (await Libraries.of(context)).usual
    const folder = settings.output === undefined ? undefined : new OutputFolder(settings.output, writer)
    return new BatchScorer(context, settings, rulesets, folder)
  }

  close(): void {
    this.#folder?.close()
  }

  /** The text of an input, or why there is none. */
  read(input: Input): ReturnType<typeof readTextNow> & object {
    if (input.text === undefined)
      return readTextNow(input.path, input.file) ?? { finding: finding('file/not-found', { file: input.file }) }
    return input.text.length > limits.bytes
      ? { finding: finding('file/too-large', { file: input.file, bytes: input.text.length, limit: limits.bytes }) }
      : { source: { file: input.file, text: input.text } }
  }

  /** What became of an input last time, if nothing that counts has changed since. */
  async unchanged({ input, known }: Task, inputSha256: string | null): Promise<Done | undefined> {
    if (known === undefined) return undefined
    const earlier = JSON.parse(known) as Result
    if (!(await this.#holds(earlier, input, inputSha256))) return undefined
    const same = { ...earlier, number: input.number }
    return { line: JSON.stringify(same), state: 'unchanged', below: this.#isBelow(earlier.scored!.printed) }
  }

  /** What is said of an input that can be read, and that nobody came to an end with. */
  async setAside(input: Input, reason: string): Promise<Done> {
    const { file } = input
    const { source } = this.read(input)
    const diagnostics = await locate(
      [{ code: 'file/set-aside', args: { file, reason }, file, path: [], on: 'value' }],
      [],
    )
    const result: Result = {
      input: input.input,
      number: input.number,
      outcome: 'invalid',
      inputSha256: source ? hashOf(source.text) : null,
      settings: this.#madeWith,
      generator: this.#context.environment.version,
      diagnostics,
    }
    return { line: JSON.stringify(result), state: 'invalid', below: false }
  }

  /** Scores one input, unless nothing that counts has changed since it was scored. @throws WriteError */
  async score(task: Task): Promise<Done & { readonly report?: Report }> {
    const { environment } = this.#context
    const { input } = task
    const read = this.read(input)
    const inputSha256 = read.source ? hashOf(read.source.text) : null
    const same = await this.unchanged(task, inputSha256)
    if (same) return same

    const file = readAnswersFile(input.path, input.file, read)
    const { assessment, evidenceFiles, diagnostics, invalidRuleset } = await assessFile(
      file,
      this.#rulesets,
      this.#settings.asAt,
    )
    const own = [...diagnostics]
    if (invalidRuleset !== undefined)
      own.push(...(await this.#rulesets.load(invalidRuleset)).diagnostics.filter(isError))
    const base = {
      input: input.input,
      number: input.number,
      inputSha256,
      settings: this.#madeWith,
      generator: environment.version,
    }
    if (!assessment) {
      const result: Result = { ...base, outcome: 'invalid', diagnostics: inOrder(own).map(short) }
      return { line: JSON.stringify(ordered(result)), state: 'invalid', below: false }
    }
    const scored = scoreAssessment(assessment)
    const report = this.#report(scored, evidenceFiles)
    const printed = scored.range ? toPoints1(scored.range.low) : null
    const reports: [string, number][] = []
    for (const format of this.#formats) {
      const name = `${outputName(input.input)}.${format.extension}`
      const rendered = format.bytes?.(report) ?? (await this.#rendered(format, report, input.file, own))
      this.#folder?.write(name, rendered)
      reports.push([name, typeof rendered === 'string' ? Buffer.byteLength(rendered) : rendered.length])
    }
    const result: Result = {
      ...base,
      outcome: 'scored',
      scored: {
        firm: report.firm.name,
        ...(report.firm.reference !== undefined && { reference: report.firm.reference }),
        asAt: report.asAt,
        ...memberOf(report),
        printed,
        evidence: evidenceIn(assessment.answers).map((name) => [name, evidenceFiles(name)?.sha256 ?? null]),
        reports,
      },
      diagnostics: inOrder(own).map(short),
    }
    return {
      line: JSON.stringify(ordered(result)),
      state: 'scored',
      below: this.#isBelow(printed),
      ...(this.#settings.withReport && { report: sealed(report) }),
    }
  }

  #report(scored: Scored, evidenceFiles: EvidenceFiles): Report {
    const { language } = this.#context.settings
    const words = wordsIn(language.value)
    const built = buildReport(scored, {
      words,
      language: language.value,
      generatorVersion: this.#context.environment.version,
      withConfidential: this.#settings.withConfidential,
      evidenceFiles,
    })
    const withPlan = this.#settings.plan || this.#formats.some(({ name }) => documents.has(name))
    const steps = withPlan ? reportPlan(scored, words) : undefined
    const { cohort } = this.#settings
    const standing = cohort && standingIn(cohort, built)
    return steps || standing
      ? { ...built, ...(steps && { plan: steps }), ...(standing && { cohort: standing }) }
      : built
  }

  async #rendered(
    format: ReportFormat,
    report: Report,
    file: string,
    diagnostics: Diagnostic[],
  ): Promise<string | Uint8Array> {
    const { theme, csvBom } = this.#settings
    const substituted = new Set<string>()
    const rendered = await format.render(report, {
      words: wordsIn(this.#context.settings.language.value),
      width: 80,
      color: plain,
      templates: (this.#templates ??= openTemplates(this.#context.environment.home)),
      csvBom,
      ...(theme && { theme }),
      substituted: (characters) => characters.forEach((it) => substituted.add(it)),
    })
    if (substituted.size > 0)
      diagnostics.push(
        ...(await locate(
          [{ code: 'report/not-shown', args: { characters: [...substituted] }, file, path: [], on: 'value' }],
          [],
        )),
      )
    return rendered
  }
  #templates: ReturnType<typeof openTemplates> | undefined

  /** Whether what was made of an input then is what would be made now. */
  async #holds(earlier: Result, input: Input, inputSha256: string | null): Promise<boolean> {
    const { scored } = earlier
    if (!scored || earlier.inputSha256 !== inputSha256 || earlier.settings !== this.#madeWith) return false
    if (this.#rulesets.library.folder(scored.ruleset.id) === undefined) return false
    const { ruleset } = await this.#rulesets.load(scored.ruleset.id)
    if (ruleset?.sha256 !== scored.ruleset.sha256) return false
    const lookUp = evidenceBeside(dirname(input.path))
    for (const [name, sha256] of scored.evidence) {
      const found = lookUp(name)
      if ((found.state === 'there' ? found.sha256 : null) !== sha256) return false
    }
    return scored.reports.every(([name, bytes]) => this.#folder?.size(name) === bytes)
  }

  #isBelow(value: number | null): boolean {
    const { failBelow } = this.#settings
    return failBelow !== undefined && (value === null || value < failBelow)
  }
}

/**
 * Where the reports of an input lie, from its own name alone: whatever else there is, and in whatever run, it stays the
 * same. A name that is not safe as it is, on any system, is made so and told apart by a hash, after a dot: safe names have
 * none.
 */
export function outputName(input: string): string {
  const steps = input
    .replace(/\.(?:ya?ml|json)$/i, '')
    .replace(/\.answers$/i, '')
    .split('/')
  const safe = steps.map(safeName)
  const clean =
    /\.answers\.yaml$/.test(input) &&
    safe.every((step, i) => step === steps[i]) &&
    !(safe.length === 1 && ownNames.includes(safe[0]!))
  return clean ? join(...safe) : `${join(...safe)}.${hashOf(input).slice(0, 8)}`
}

/** The files that answers name, sorted, each once. */
function evidenceIn({ firm, inventories }: Answers): string[] {
  const all = [firm, ...[...inventories.values()].flatMap(({ entries }) => entries.map((entry) => entry.answers))]
  const files = all.flatMap((given) => [...given.values()].flatMap(({ evidence }) => evidence.map(({ file }) => file)))
  return [...new Set(files.filter((file) => file !== undefined))].sort()
}

/** A line is found by its first member, and reads the same whichever way it was made. */
const ordered = ({
  input,
  number,
  outcome,
  inputSha256,
  settings,
  generator,
  scored,
  diagnostics,
}: Result): Result => ({
  input,
  number,
  outcome,
  inputSha256,
  settings,
  generator,
  ...(scored && { scored }),
  diagnostics,
})

/** The text of a line may be a whole file; then the place alone has to do. */
const short = (diagnostic: Diagnostic): Diagnostic => {
  const { text, ...place } = diagnostic.place
  return text === undefined || text.length <= 2000 ? diagnostic : { ...diagnostic, place }
}

const hashOf = (it: string | Uint8Array): string => createHash('sha256').update(it).digest('hex')
