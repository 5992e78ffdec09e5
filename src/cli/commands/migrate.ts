/** `flowready migrate ANSWERS`: an answers file carried over to the version of its ruleset that there is. */
import { resolve } from 'node:path'
import { shownPath } from '../../files/names.js'
import { AnswersSession } from '../../files/session.js'
import {
  allQuestions,
  answeredShare,
  type AnswersEditor,
  answersFor,
  askedIn,
  askedOrder,
  assess,
  editing,
  inOrder,
  isError,
  locate,
  type MigratedChange,
  migrating,
  readAnswers,
  type Ruleset,
  type Source,
  visible,
  withoutCommands,
  wordsIn,
} from '../../index.js'
import { troubleText } from '../answers-session.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { writeNew } from '../new-file.js'
import { Libraries } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { today } from '../today.js'
import { wrap } from '../wrap.js'

export interface MigrateOptions extends CommonOptions {
  readonly output?: string
}

/** Rewrites the file in place, or into another one, and tells what was done and what is to be asked again. */
export async function run(context: Context, name: string, options: MigrateOptions): Promise<number> {
  const { cwd } = context.environment
  const words = wordsIn(context.settings.language.value)
  const path = resolve(cwd, name)
  const file = shownPath(path, cwd)
  // In place nobody else may write it meanwhile; what is read from elsewhere is left alone.
  const { session, trouble } = AnswersSession.open(path, { file })
  if (trouble?.kind === 'unreadable') {
    await context.diagnose(await locate([trouble.finding], []))
    return exit.unusable
  }
  if (!session) throw new UsageError(troubleText(trouble, file, words))
  try {
    if (!session.source) {
      await context.diagnose(
        await locate([{ code: 'file/not-found', args: { file }, file, path: [], on: 'value' }], []),
      )
      return exit.unusable
    }
    const carried = await carriedOver(context, file, session.source)
    if (typeof carried === 'number') return carried
    const { editor, ruleset, changes, from } = carried
    if (options.output === '-') context.print(editor.text())
    else if (options.output !== undefined) writeNew(context, options.output, editor.text())
    else {
      const refused = session.save(editor.text())
      if (refused) throw new UsageError(troubleText(refused, file, words))
    }
    const account = accountOf(context, editor, ruleset, changes, options.output ?? file, from)
    if (options.output === '-') context.say(account.trimEnd())
    else context.print(withoutCommands(account))
    return exit.passed
  } finally {
    session.close()
  }
}

/** @returns the new content, or the exit code where there is none */
async function carriedOver(context: Context, file: string, source: Source) {
  const words = wordsIn(context.settings.language.value).migration
  const { AnswersEditor } = await editing()
  const { written, findings } = readAnswers(source)
  const said = await locate(findings, [source])
  const stop = async (more: typeof said): Promise<number> => {
    await context.diagnose(inOrder([...said, ...more]))
    return exit.unusable
  }
  if (!written) return stop([])
  const { usual } = await Libraries.of(context)
  if (usual.library.folder(written.ruleset) === undefined) {
    const args = { kind: 'ruleset', name: written.ruleset }
    return stop(await locate([{ code: 'ruleset/unknown-name', args, file, path: ['ruleset'], on: 'value' }], [source]))
  }
  const { ruleset, diagnostics } = await usual.load(written.ruleset)
  if (!ruleset) return stop(diagnostics.filter(isError))
  const { migrate, migrationsFrom, majorOf } = await migrating()
  const from = written.rulesetVersion
  if (from === ruleset.version) {
    context.say(words.upToDate(visible(file), from))
    return exit.passed
  }
  const checked = answersFor(ruleset, source, written)
  const within = majorOf(from) === majorOf(ruleset.version)
  // Answers of a newer version, and mistakes that no migration is about.
  if (majorOf(from) > majorOf(ruleset.version) || (within && !checked.answers))
    return stop(await locate(checked.findings.filter(isError), [source]))
  const chain = migrationsFrom(usual.library, ruleset, from)
  if (chain.missing !== undefined) {
    await context.warn(words.missing(from, ruleset.version, visible(chain.missing)))
    return exit.unusable
  }
  if (chain.findings.some(isError)) return stop(await locate(chain.findings, chain.sources))

  const { editor } = AnswersEditor.open(source, { order: askedOrder(ruleset) })
  if (!editor) throw new Error('what was read reads no more')
  const changes = migrate(editor, ruleset, chain.steps, today(context.environment))
  const after = answersFor(ruleset, { file, text: editor.text() }, editor.written)
  if (!after.answers) return stop(await locate(after.findings, [source]))
  return { editor, ruleset, changes, from }
}

/** What was done, and what is to be asked again. */
function accountOf(
  context: Context,
  editor: AnswersEditor,
  ruleset: Ruleset,
  changes: readonly MigratedChange[],
  file: string,
  from: string,
): string {
  const { migration, marks } = wordsIn(context.settings.language.value)
  const asked = askedIn(ruleset)
  const because = (text: string, why: string | undefined) => (why === undefined ? text : marks.labelled(text, why))
  const text: Record<MigratedChange['did'], (it: MigratedChange) => string> = {
    renamed: (it) => migration.renamed(it.id, String(it.to)),
    mapped: (it) => migration.mapped(it.id, shown(it.was), shown(it.to)),
    dropped: (it) => because(it.id, it.because ?? (it.to === undefined ? undefined : migration.instead(String(it.to)))),
    again: (it) => because(marks.aside(it.id, asked.get(it.id)?.ask ?? ''), it.because ?? migration.misfit),
  }
  const lines = (Object.keys(text) as MigratedChange['did'][]).flatMap((did) => {
    // What was done to several entries is told once.
    const all = new Map<string, number>()
    for (const change of changes.filter((it) => it.did === did)) {
      const said = text[did](change)
      all.set(said, (all.get(said) ?? 0) + (change.entry === undefined ? 0 : 1))
    }
    const items = [...all].flatMap(([said, entries]) => {
      const [first = '', ...rest] = wrap(
        entries < 2 ? said : marks.aside(said, migration.places(entries)),
        context.width,
        '    ',
      )
      return [`  - ${first.slice(4)}`, ...rest]
    })
    return items.length === 0 ? [] : ['', migration.did[did], ...items]
  })
  const { answers } = answersFor(ruleset, { file, text: '' }, editor.written)
  const { open } = answeredShare(allQuestions(assess(ruleset, answers!)))
  return [
    migration.done(file, from, ruleset.version),
    ...(lines.length === 0 ? [migration.nothing] : lines),
    '',
    ...(open === 0 ? [] : [migration.open(open)]),
    migration.next(
      open === 0 ? `flowready score ${file}` : `flowready assess ${ruleset.id} --answers ${file} --only open`,
    ),
  ]
    .map((line) => `${visible(line)}\n`)
    .join('')
}

const shown = (options: unknown): string => (Array.isArray(options) ? options.join(', ') : String(options))
