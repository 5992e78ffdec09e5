/** `flowready validate PATHS...`: rulesets, answers files, cases files and themes, each mistake with its place. */
import { basename, dirname, join } from 'node:path'
import { writeFile } from '../../files/write.js'
import { kindOf } from '../../files/find.js'
import { shownPath } from '../../files/names.js'
import { readText } from '../../files/read-text.js'
import {
  checkCases,
  countsOf,
  type CheckedTranslations,
  type Diagnostic,
  diagnosticFormats,
  type DiagnosticFormat,
  inOrder,
  isError,
  locate,
  type Loaded,
  migrating,
  migrationChecks,
  releaseChecks,
  rulesetChecks,
  type Suite,
  translationChecks,
  visible,
  wordsIn,
} from '../../index.js'
import { assessFile, hasError, readAnswersFile } from '../answers-file.js'
import type { Context } from '../context.js'
import { printDiagnostics } from '../diagnosed.js'
import { EarlierRulesets } from '../earlier-rulesets.js'
import { exit } from '../exit.js'
import { formatNamed } from '../formats.js'
import { lockText } from '../lock-text.js'
import { Libraries, ownerOf, questionnaireIn, type Rulesets } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { checkedTheme } from '../theme.js'
import { type FileTarget, filesOf, targetsOf } from '../targets.js'
import { notWritten } from '../file-trouble.js'

export interface ValidateOptions extends CommonOptions {
  readonly format?: string
  readonly maxWarnings?: number
  readonly unverified?: boolean
  readonly since?: string
  readonly updateLocks?: boolean
}

/** Checks everything that was named. */
export async function run(context: Context, names: readonly string[], options: ValidateOptions): Promise<number> {
  const { environment, settings } = context
  const words = wordsIn(settings.language.value)
  const { cli } = words.terminal
  const format = formatNamed<DiagnosticFormat>(diagnosticFormats, options.format ?? 'text', cli)
  const libraries = await Libraries.of(context, { afresh: true })
  const earlier = options.since === undefined ? undefined : await EarlierRulesets.of(context, options.since)
  const { targets, commons, roots, findings, empty } = await targetsOf(names, environment.cwd)

  const diagnostics: Diagnostic[] = await locate(findings, [])
  const checked = { rulesets: 0, answers: 0, cases: 0, themes: 0 }
  let failed = false
  let unusable = findings.length > 0

  const suites = new Map<string, Suite>()
  const lookedAt = (file: string): unknown => suites.set(file, { file })

  const checkFile = async (target: FileTarget, own?: { rulesets: Rulesets; loaded: Loaded }): Promise<void> => {
    lookedAt(target.file)
    if (target.finding) diagnostics.push(...(await locate([target.finding], [])))
    if (!target.source) return
    if (target.kind === 'theme') {
      checked.themes++
      diagnostics.push(...(await checkedTheme(target.path, target.source)).diagnostics)
      return
    }
    if (target.kind === 'project') {
      const { checkedProject } = await import('../project.js')
      diagnostics.push(...(await checkedProject(target.path, target.source)).diagnostics)
      return
    }
    if (target.kind === 'answers') {
      checked.answers++
      const rulesets = own?.rulesets ?? (await usualFor(target.path, libraries))
      const read = readAnswersFile(target.path, target.file, target)
      const { diagnostics: said, invalidRuleset } = await assessFile(read, rulesets, undefined)
      diagnostics.push(...said)
      if (invalidRuleset !== undefined && !own)
        diagnostics.push(...(await rulesets.load(invalidRuleset)).diagnostics.filter(isError))
      return
    }
    checked.cases++
    const folder = ownerOf(target.path)
    if (!own && (await kindOf(questionnaireIn(folder))) !== 'file') {
      unusable = true
      await context.warn(cli.casesWithoutRuleset(visible(target.file)))
      return
    }
    const loaded = own?.loaded ?? (await libraries.from(dirname(folder)).load(basename(folder)))
    // Without its ruleset nothing can be said of cases; what is wrong with that is said with it.
    if (!loaded.ruleset) {
      if (!own) diagnostics.push(...loaded.diagnostics.filter(isError))
      return
    }
    diagnostics.push(...(await locate(checkCases(loaded.ruleset, target.source), [target.source])))
  }

  /** Keeps what was found, or writes it down as known. @returns whether that was done */
  const translations = async (folder: string, { diagnostics: said, locks }: CheckedTranslations): Promise<boolean> => {
    const locking = options.updateLocks === true && !hasError(said)
    diagnostics.push(...said.filter((it) => !locking || it.code !== 'translation/not-locked'))
    let written = true
    for (const { path, text } of locking ? locks : [])
      if (!(await writeLock(context, join(dirname(folder), path), text))) written = false
    return written
  }

  /** What a release would do to answers that were saved before it. @returns whether it could be compared */
  const released = async (folder: string, { library }: Rulesets, { ruleset, draft }: Loaded): Promise<boolean> => {
    if (!earlier || !ruleset || !draft) return true
    const { since } = words.authoring
    const [id, named] = [visible(ruleset.id), visible(options.since ?? '')]
    const before = await earlier.load(folder)
    if (!before) {
      context.say(since.nothing(id, named))
      return true
    }
    if (!before.ruleset || !before.draft) {
      await context.warn(since.broken(id, named))
      await context.diagnose(before.diagnostics.filter(isError))
      return false
    }
    const { checkRelease } = await releaseChecks()
    const { migrationsFrom } = await migrating()
    const { steps } = migrationsFrom(library, ruleset, before.ruleset.version)
    const version = { ruleset: before.ruleset, draft: before.draft }
    diagnostics.push(...(await checkRelease(version, { ruleset, draft }, steps)))
    return true
  }

  // All locks before all checks: a suite tells what is missing in the lock of any of its parts.
  const folders = targets.flatMap((it) => (it.kind === 'ruleset' ? [it.folder] : []))
  for (const folder of options.updateLocks === true ? folders : []) {
    const loaded = await libraries.from(dirname(folder)).load(basename(folder))
    if (!(await updateLock(context, folder, loaded, cli))) failed = true
  }
  if (options.updateLocks === true) for (const folder of folders) libraries.forget(dirname(folder))

  for (const target of targets) {
    if (environment.signal.aborted) return exit.interrupted
    if (target.kind === 'ruleset') {
      checked.rulesets++
      const rulesets = libraries.from(dirname(target.folder))
      const id = basename(target.folder)
      lookedAt(shownPath(questionnaireIn(target.folder), environment.cwd))
      const loaded = await rulesets.load(id)
      diagnostics.push(...loaded.diagnostics)
      if (loaded.draft && loaded.ruleset) {
        const { checkRuleset } = await rulesetChecks()
        diagnostics.push(
          ...(await checkRuleset(loaded.ruleset, loaded.draft, {
            unverified: options.unverified === true,
            outside: dirname(target.folder) !== join(environment.home, 'rulesets'),
          })),
        )
      }
      if (!(await released(target.folder, rulesets, loaded))) unusable = true
      if (loaded.draft && loaded.ruleset) {
        const { checkMigrations } = await migrationChecks()
        const files = rulesets.library.list(`${id}/migrations`)
        diagnostics.push(...(await checkMigrations(rulesets.library, loaded.ruleset, loaded.draft, files)))
      }
      if (loaded.draft) {
        const { checkTranslations } = await translationChecks()
        if (!(await translations(target.folder, await checkTranslations(rulesets.library, id, loaded.draft))))
          failed = true
      }
      const files = target.alone ? [] : await filesOf(target.folder, environment.cwd)
      for (const file of files) await checkFile(file, { rulesets, loaded })
    } else if (target.kind === 'other' && target.source) {
      unusable = true
      await context.warn(cli.notRecognised(visible(target.file)))
    } else await checkFile(target)
  }
  for (const root of earlier ? roots : [])
    for (const id of await earlier!.idsIn(root)) {
      const path = questionnaireIn(join(root, id))
      if ((await kindOf(path)) === 'file') continue
      const file = shownPath(path, environment.cwd)
      const args = { id: visible(id), since: visible(options.since ?? '') }
      diagnostics.push(...(await locate([{ code: 'check/ruleset-removed', args, file, path: [], on: 'value' }], [])))
    }
  for (const folder of commons) {
    if ((await kindOf(join(folder, 'common', 'i18n'))) !== 'folder') continue
    const { library } = libraries.from(folder)
    const { checkCommonTranslations } = await translationChecks()
    const files = library.list('common').filter((name) => name.endsWith('.yaml'))
    if (!(await translations(join(folder, 'common'), await checkCommonTranslations(library, files)))) failed = true
  }
  for (const folder of empty) {
    unusable = true
    await context.warn(cli.nothingIn(visible(folder)))
  }

  const all = inOrder(diagnostics)
  if (all.length > 0 || format.name !== 'text') await printDiagnostics(context, format, all, [...suites.values()])
  if (hasError(all) || countsOf(all).warnings > (options.maxWarnings ?? Infinity)) failed = true
  if (all.every((it) => it.severity === 'notice') && !failed && !unusable && format.name === 'text')
    context.say(cli.allWell(checked.rulesets, checked.answers, checked.cases, checked.themes))
  return unusable ? exit.unusable : failed ? exit.problems : exit.passed
}

/** Answers in the examples of a ruleset are checked with that ruleset; all others with the usual ones. */
async function usualFor(path: string, libraries: Libraries): Promise<Rulesets> {
  const folder = ownerOf(path)
  return (await kindOf(questionnaireIn(folder))) === 'file' ? libraries.from(dirname(folder)) : libraries.usual
}

/** Writes the ids that a ruleset has and had. @returns whether that was done */
async function updateLock(
  context: Context,
  folder: string,
  loaded: Loaded,
  cli: ReturnType<typeof wordsIn>['terminal']['cli'],
): Promise<boolean> {
  if (!loaded.draft || hasError(loaded.diagnostics)) {
    await context.warn(cli.lockRefused(visible(basename(folder))))
    return false
  }
  const path = join(folder, 'ids.lock')
  const text = lockText(loaded.draft)
  return loaded.draft.lock?.source.text === text || writeLock(context, path, text)
}

/** Writes a lock where it differs. @returns whether that was done */
async function writeLock(context: Context, path: string, text: string): Promise<boolean> {
  const { cwd } = context.environment
  const { cli } = wordsIn(context.settings.language.value).terminal
  if ((await readText(path, path)).source?.text === text) return true
  try {
    await writeFile(path, text)
  } catch (error) {
    await context.warn(notWritten(context, error))
    return false
  }
  context.say(cli.wrote(visible(shownPath(path, cwd))))
  return true
}
