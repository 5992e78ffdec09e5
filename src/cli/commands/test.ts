/** `flowready test PATHS...`: runs the cases of rulesets. */
import { basename, dirname } from 'node:path'
import { kindOf } from '../../files/find.js'
import { shownPath } from '../../files/names.js'
import { writeFile } from '../../files/write.js'
import {
  caseUpdating,
  type CaseResult,
  type Coverage,
  coverageOf,
  type Diagnostic,
  type DiagnosticFormat,
  diagnosticFormats,
  inOrder,
  isError,
  locate,
  type Ruleset,
  runCases,
  type Source,
  visible,
  wordsIn,
} from '../../index.js'
import { hasError } from '../answers-file.js'
import type { Context } from '../context.js'
import { coverageText } from '../coverage-text.js'
import { printDiagnostics, rendered } from '../diagnosed.js'
import { exit } from '../exit.js'
import { formatNamed } from '../formats.js'
import { Libraries, ownerOf, questionnaireIn } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { type FileTarget, filesOf, targetsOf } from '../targets.js'
import { notWritten } from '../file-trouble.js'

export interface TestOptions extends CommonOptions {
  readonly format?: string
  readonly coverage?: boolean
  readonly update?: boolean
}

interface Ran {
  readonly ruleset: string
  readonly file: string
  readonly cases: readonly CaseResult[]
  readonly path: string
  readonly source: Source
}

/** Runs all cases of what was named. */
export async function run(context: Context, names: readonly string[], options: TestOptions): Promise<number> {
  const { environment, settings } = context
  const { cwd } = environment
  const words = wordsIn(settings.language.value)
  const { cli } = words.terminal
  const format = formatNamed<DiagnosticFormat>(diagnosticFormats, options.format ?? 'text', cli)
  const libraries = await Libraries.of(context, { afresh: true })
  const { targets, findings, empty } = await targetsOf(names, cwd)

  const diagnostics: Diagnostic[] = await locate(findings, [])
  const ran: Ran[] = []
  const loaded = new Map<string, Ruleset>()
  const nothing = [...empty]
  let unusable = findings.length > 0
  let notRun = 0

  const runFile = async (target: FileTarget): Promise<void> => {
    if (target.finding) diagnostics.push(...(await locate([target.finding], [])))
    const folder = ownerOf(target.path)
    const { ruleset, diagnostics: broken } = await libraries.from(dirname(folder)).load(basename(folder))
    if (!ruleset) diagnostics.push(...broken.filter(isError))
    if (!ruleset || !target.source) {
      notRun++
      return
    }
    const { results, findings: said } = runCases(ruleset, target.source)
    diagnostics.push(...(await locate(said, [target.source])))
    ran.push({ ruleset: ruleset.id, file: target.file, cases: results, path: target.path, source: target.source })
    loaded.set(ruleset.id, ruleset)
    if (results.length === 0) notRun++
  }

  for (const target of targets) {
    if (environment.signal.aborted) return exit.interrupted
    if (target.kind === 'ruleset') {
      const files = (await filesOf(target.folder, cwd)).filter((it) => it.kind === 'cases')
      for (const file of files) await runFile(file)
      if (files.length === 0) nothing.push(shownPath(target.folder, cwd))
    } else if (target.kind === 'cases') {
      if ((await kindOf(questionnaireIn(ownerOf(target.path)))) === 'file') await runFile(target)
      else {
        unusable = true
        await context.warn(cli.casesWithoutRuleset(visible(target.file)))
      }
    } else if (target.finding) diagnostics.push(...(await locate([target.finding], [])))
    else if (target.kind === 'other') {
      unusable = true
      await context.warn(cli.notRecognised(visible(target.file)))
    }
  }

  const all = inOrder(diagnostics)
  const cases = ran.flatMap((it) => it.cases)
  const failed = cases.filter((it) => !it.passed).length
  const passed = cases.length - failed
  if (format.name === 'text') {
    const color = await context.colour('stdout')
    await printDiagnostics(context, format, all, [])
    for (const name of nothing) await context.warn(cli.noCasesIn(visible(name)))
    const paint = failed > 0 || notRun > 0 ? color.red : color.green
    const summary = words.marks.apart([
      cli.casesSummary(passed, failed),
      ...(notRun > 0 ? [cli.casesNotRun(notRun)] : []),
    ])
    if (cases.length > 0 || notRun > 0) context.print(`${all.length > 0 ? '\n' : ''}${paint(color.bold(summary))}\n`)
  } else if (format.name === 'json') {
    context.printJson({
      ...(JSON.parse(await rendered(context, format, all, [])) as object),
      schema: 'flowready-cases/1',
      cases: { passed, failed, filesNotRun: notRun },
      files: ran.map(({ ruleset, file, cases }) => ({
        ruleset,
        file,
        cases: cases.map(({ id, passed }) => ({ id, passed })),
      })),
      ...(options.coverage === true && { coverage: Object.fromEntries(covered(loaded, ran)) }),
    })
  } else {
    const suites = ran.map(({ file, cases }) => ({
      file,
      cases: cases.map(({ id }, i) => ({ name: id, pointer: `/cases/${i}` })),
    }))
    await printDiagnostics(context, format, all, suites)
  }
  if (options.coverage === true && format.name === 'text')
    for (const [id, coverage] of covered(loaded, ran))
      context.print(coverageText(id, coverage, words, context.width, await context.colour('stdout')))
  if (options.update === true && !(await update(context, ran))) return exit.problems
  if (unusable || (cases.length === 0 && notRun === 0)) return exit.unusable
  return failed > 0 || notRun > 0 || hasError(all) ? exit.problems : exit.passed
}

/** By ruleset: what its cases reach, taken together. */
function covered(loaded: ReadonlyMap<string, Ruleset>, ran: readonly Ran[]): [string, Coverage][] {
  return [...loaded].map(([id, ruleset]) => {
    const own = ran.filter((it) => it.ruleset === id).flatMap((it) => it.cases)
    return [
      id,
      coverageOf(
        ruleset,
        own.flatMap(({ assessment }) => (assessment ? [assessment] : [])),
      ),
    ]
  })
}

/** Writes what came out in place of what was expected; the differences were shown. @returns whether that was done */
async function update(context: Context, ran: readonly Ran[]): Promise<boolean> {
  const { authoring } = wordsIn(context.settings.language.value)
  const { updatedCases } = await caseUpdating()
  let done = true
  for (const { cases, path, file, source } of ran) {
    const changes = cases.flatMap((it) => it.changes)
    if (changes.length === 0) continue
    try {
      await writeFile(path, updatedCases(source, changes))
      context.say(authoring.updated(changes.length, visible(file)))
    } catch (error) {
      await context.warn(notWritten(context, error))
      done = false
    }
  }
  return done
}
