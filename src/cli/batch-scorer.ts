/** Scores the inputs of a batch one by one: what each thread of a run does. */
import { dirname, join } from 'node:path'
import { ownNames } from '../batch/finish.js'
import type { Input, Result } from '../batch/result.js'
import type { Done, Task } from '../batch/run.js'
import { sha256Of } from '../documents/digest.js'
import { evidenceIn as evidenceBeside } from '../files/evidence.js'
import { OutputFolder } from '../files/output-folder.js'
import { readTextNow, finding } from '../files/read-text.js'
import { openTemplates } from '../files/templates.js'
import {
  type Answers,
  type Cohort,
  type Diagnostic,
  type EvidenceFiles,
  inOrder,
  isError,
  limits,
  locate,
  memberOf,
  type Report,
  type ReportFormat,
  reportFormats,
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
import { inFile, type Looks, reportOf, showsPlan } from './report-of.js'
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
    this.#madeWith = sha256Of(
      JSON.stringify([context.environment.version, context.settings.language.value, rest], (_, value: unknown) =>
        value instanceof Uint8Array ? sha256Of(value) : value,
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
    return this.#done(input, source ? sha256Of(source.text) : null, diagnostics)
  }

  /** Scores one input, unless nothing that counts has changed since it was scored. @throws WriteError */
  async score(task: Task): Promise<Done & { readonly report?: Report }> {
    const { input } = task
    const read = this.read(input)
    const inputSha256 = read.source ? sha256Of(read.source.text) : null
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
    if (!assessment) return this.#done(input, inputSha256, own)
    const scored = scoreAssessment(assessment)
    const report = this.#report(scored, evidenceFiles)
    const reports: [string, number][] = []
    for (const format of this.#formats) {
      const name = `${outputName(input.input)}.${format.extension}`
      const bytes = format.bytes?.(report)
      const { content, diagnostics: notShown } = bytes
        ? { content: bytes, diagnostics: [] }
        : await inFile(format, report, this.#looks, input.file)
      own.push(...notShown)
      this.#folder?.write(name, content)
      reports.push([name, typeof content === 'string' ? Buffer.byteLength(content) : content.length])
    }
    const done = this.#done(input, inputSha256, own, {
      firm: report.firm.name,
      ...(report.firm.reference !== undefined && { reference: report.firm.reference }),
      asAt: report.asAt,
      ...memberOf(report),
      printed: scored.range ? toPoints1(scored.range.low) : null,
      evidence: evidenceIn(assessment.answers).map((name) => [name, evidenceFiles(name)?.sha256 ?? null]),
      reports,
    })
    return { ...done, ...(this.#settings.withReport && { report: sealed(report) }) }
  }

  /** A line of the memory of the run: what there is of an input always stands in the same order. */
  #done(input: Input, inputSha256: string | null, diagnostics: readonly Diagnostic[], scored?: Result['scored']): Done {
    const outcome = scored ? 'scored' : 'invalid'
    const result: Result = {
      input: input.input,
      number: input.number,
      outcome,
      inputSha256,
      settings: this.#madeWith,
      generator: this.#context.environment.version,
      ...(scored && { scored }),
      diagnostics: inOrder(diagnostics).map(short),
    }
    return {
      line: JSON.stringify(result),
      state: outcome,
      below: scored !== undefined && this.#isBelow(scored.printed),
    }
  }

  #report(scored: Scored, evidenceFiles: EvidenceFiles): Report {
    const { withConfidential, cohort } = this.#settings
    const plan = showsPlan(this.#formats, this.#settings.plan)
    const report = reportOf(this.#context, scored, evidenceFiles, { plan, withConfidential })
    const standing = cohort && standingIn(cohort, report)
    return standing ? { ...report, cohort: standing } : report
  }

  /** Made when a format first needs it: what answers files alone are scored for needs no words of documents. */
  get #looks(): Looks {
    const { theme, csvBom } = this.#settings
    return (this.#looksKnown ??= {
      words: wordsIn(this.#context.settings.language.value),
      templates: openTemplates(this.#context.environment.home),
      csvBom,
      ...(theme && { theme }),
    })
  }
  #looksKnown: Looks | undefined

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
  return clean ? join(...safe) : `${join(...safe)}.${sha256Of(input).slice(0, 8)}`
}

/** The files that answers name, sorted, each once. */
function evidenceIn({ firm, inventories }: Answers): string[] {
  const all = [firm, ...[...inventories.values()].flatMap(({ entries }) => entries.map((entry) => entry.answers))]
  const files = all.flatMap((given) => [...given.values()].flatMap(({ evidence }) => evidence.map(({ file }) => file)))
  return [...new Set(files.filter((file) => file !== undefined))].sort()
}

/** The text of a line may be a whole file; then the place alone has to do. */
const short = (diagnostic: Diagnostic): Diagnostic => {
  const { text, ...place } = diagnostic.place
  return text === undefined || text.length <= 2000 ? diagnostic : { ...diagnostic, place }
}
