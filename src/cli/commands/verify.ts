/** `flowready verify REPORT`: whether a report says what its answers and its rules give. */
import { dirname, resolve } from 'node:path'
import { evidenceIn } from '../../files/evidence.js'
import { shownPath } from '../../files/names.js'
import { decoded, readBytes, readText } from '../../files/read-text.js'
import {
  answersFor,
  attachedReport,
  contentDigest,
  digestOf,
  isError,
  isPdf,
  unpackedBytes,
  isReportSource,
  locate,
  otherAnswers,
  readReport,
  redact,
  type Report,
  type Source,
  verificationFormats,
  type Verification,
  verified,
  visible,
  visibleJson,
  wordsIn,
} from '../../index.js'
import { readAnswersFile, type ReadFile } from '../answers-file.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { formatNamed } from '../formats.js'
import { rederived } from '../rederive.js'
import { Libraries } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { writeResult } from '../write-result.js'

export interface VerifyOptions extends CommonOptions {
  readonly answers?: string
  readonly format?: string
  readonly output?: string
}

/** Derives a report again and says where it differs. */
export async function run(context: Context, name: string, options: VerifyOptions): Promise<number> {
  const { verify: say, terminal } = wordsIn(context.settings.language.value)
  const format = formatNamed(verificationFormats, options.format ?? 'text', terminal.cli)
  const { cwd } = context.environment
  const path = resolve(cwd, name)
  const file = shownPath(path, cwd)
  const report = await readReportFile(context, path, file)
  if (!report) return exit.unusable

  const { content, withheld } = report.answers
  if (options.answers === undefined && (content === null || withheld.length > 0))
    throw new UsageError(say.needsAnswers(visible(file), content === null ? 0 : withheld.length))
  const given =
    options.answers === undefined
      ? answersInside(path, file, report)
      : await answersBeside(resolve(cwd, options.answers), cwd)
  const result = await verification(context, report, file, given)
  if (!result) return exit.unusable
  const written = await writeResult(context, options.output, (how) => format.render(result, how))
  return written !== exit.passed ? written : result.same ? exit.passed : exit.problems
}

/** The report in a JSON file, or in a PDF; what is wrong with it is shown. */
async function readReportFile(context: Context, path: string, file: string): Promise<Report | undefined> {
  const { verify: say } = wordsIn(context.settings.language.value)
  const { bytes, finding } = await readBytes(path, file)
  if (!bytes) {
    await context.diagnose(await locate([finding], []))
    return undefined
  }
  let content = bytes
  if (isPdf(bytes)) {
    const attached = await attachedReport(bytes)
    if (attached.state === 'protected') throw new UsageError(say.protected(visible(file)))
    if (attached.state === 'none') throw new UsageError(say.noAttachment(visible(file)))
    if (attached.state === 'too-large') throw new UsageError(say.largePdf(visible(file), unpackedBytes / 1024 ** 2))
    if (attached.state === 'broken') throw new UsageError(say.brokenPdf(visible(file)))
    content = attached.bytes
  }
  const { source, finding: broken } = decoded(content, file)
  if (!source) {
    await context.diagnose(await locate([broken], []))
    return undefined
  }
  if (!isReportSource(source)) throw new UsageError(say.notReport(visible(file)))
  const { report, findings } = readReport(source)
  await context.diagnose(await locate(findings, [source]))
  return report
}

/** Answers, and the hash of their content as it lies there: what is not well-formed has one too. */
type Given = ReadFile & { readonly sha256?: string }

function answersInside(path: string, file: string, { answers: { content } }: Report): Given {
  const source: Source = { file, text: visibleJson(JSON.stringify(content)) }
  return { ...readAnswersFile(path, file, { source }), sha256: digestOf(content) }
}

async function answersBeside(path: string, cwd: string): Promise<Given> {
  const file = shownPath(path, cwd)
  const text = await readText(path, file)
  const given = readAnswersFile(path, file, text)
  return given.written ? { ...given, sha256: contentDigest(given.written) } : given
}

async function verification(
  context: Context,
  report: Report,
  file: string,
  given: Given,
): Promise<Verification | undefined> {
  const { version: generatorVersion } = context.environment
  const language = context.settings.language.value
  const verifying = (evidence: number) => ({
    report,
    file,
    language,
    generatorVersion,
    taken: [
      ...(evidence === 0 ? [] : [{ what: 'evidence' as const, count: evidence }]),
      ...(report.since === undefined ? [] : [{ what: 'since' as const, count: 1 }]),
      ...(report.cohort === undefined ? [] : [{ what: 'cohort' as const, count: 1 }]),
    ],
  })
  const problems = async (source: Source | undefined, findings: ReadFile['findings']) => {
    await context.diagnose(await locate(findings.filter(isError), source ? [source] : []))
    return undefined
  }
  const sameAnswers = given.sha256 === report.answers.sha256
  // Of what was changed inside a report the hash tells, however little of it can be read.
  const inside = report.answers.content !== null && given.file === file
  if (inside && !sameAnswers) return otherAnswers(verifying(0), given.sha256!)
  if (!given.source || !given.written) return problems(given.source, given.findings)

  const rulesets = (await Libraries.of(context)).usual
  const id = given.written.ruleset
  if (rulesets.library.folder(id) === undefined)
    return problems(given.source, [
      {
        code: 'ruleset/unknown-name',
        args: { kind: 'ruleset', name: id },
        file: given.file,
        path: ['ruleset'],
        on: 'value',
      },
    ])
  const { ruleset, diagnostics } = await rulesets.load(id, report.language)
  if (!ruleset) {
    await context.diagnose(diagnostics.filter(isError))
    return undefined
  }
  const evidence = evidenceIn(dirname(given.path))
  const lookUp = (name: string) => {
    const found = evidence(name)
    return found.state === 'there' ? found : undefined
  }
  // A report that was redacted is of the answers without their names.
  const written = sameAnswers ? given.written : redact(ruleset, given.written, (name) => lookUp(name) !== undefined)
  if (!sameAnswers && contentDigest(written) !== report.answers.sha256) return otherAnswers(verifying(0), given.sha256!)
  const { answers, findings } = answersFor(ruleset, given.source, written)
  if (!answers) return problems(given.source, findings)
  const { expected, taken } = await rederived({ report, ruleset, answers, generatorVersion, lookUp })
  return verified(verifying(taken), expected)
}
