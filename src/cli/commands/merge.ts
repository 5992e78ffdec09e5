/** `flowready merge FILE FILE...`: one answers file from those of several people of one firm. */
import { findFiles, answersFile } from '../../files/find.js'
import { readText } from '../../files/read-text.js'
import {
  type AnswersEditor,
  answersFor,
  askedOrder,
  type At,
  type Conflict,
  editing,
  inOrder,
  isError,
  loadWords,
  locate,
  readAnswers,
  type Ruleset,
  type Source,
  type Stand,
  visible,
  type WrittenAnswers,
  wordsIn,
} from '../../index.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { writeNew } from '../new-file.js'
import { canAsk, type OpenPrompter, openPrompter } from '../prompter.js'
import { Libraries } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'

export interface MergeOptions extends CommonOptions {
  readonly output?: string
}

/**
 * Merges, asks about what is not agreed where somebody can be asked, writes the file, and lists what is left.
 * @param open how the terminal is spoken with; tests hand in a script
 */
export async function run(
  context: Context,
  names: readonly string[],
  options: MergeOptions,
  open: OpenPrompter = openPrompter,
): Promise<number> {
  const { cwd } = context.environment
  const { cli } = wordsIn(context.settings.language.value).terminal
  const words = cli.merge
  const { files, findings, empty } = await findFiles(names, answersFile, cwd)
  const diagnostics = await locate(findings, [])
  const inputs: { file: string; source: Source; written: WrittenAnswers }[] = []
  for (const { path, file } of files) {
    const { source, finding } = await readText(path, file)
    if (!source) {
      diagnostics.push(...(await locate([finding], [])))
      continue
    }
    const read = readAnswers(source)
    diagnostics.push(...(await locate(read.findings, [source])))
    if (read.written) inputs.push({ file, source, written: read.written })
  }
  for (const name of empty) await context.warn(cli.noAnswersIn(visible(name)))
  if (diagnostics.some((it) => it.severity === 'error') || empty.length > 0) {
    await context.diagnose(inOrder(diagnostics))
    return exit.unusable
  }
  if (inputs.length < 2) throw new UsageError(words.two)

  const ids = new Set(inputs.map((it) => it.written.ruleset))
  const rulesets = (await Libraries.of(context)).usual
  const [id] = ids
  const { ruleset, diagnostics: broken } = await rulesets.load(id!)
  if (ids.size === 1 && !ruleset) {
    await context.diagnose(broken)
    return exit.unusable
  }
  if (ruleset && ids.size === 1) {
    for (const { source, written } of inputs) {
      const { findings: said } = answersFor(ruleset, source, written)
      // Of different versions only the merged file would be told: they are refused below, all named.
      const counting = said.filter((it) => it.code !== 'answers/other-major')
      diagnostics.push(...(await locate(counting, [source])))
    }
    await context.diagnose(inOrder(diagnostics))
    if (diagnostics.some((it) => it.severity === 'error')) return exit.unusable
  }

  const worded = (stand: Stand): string => {
    const { answer, notApplicable, by, on, file } = stand
    const says =
      notApplicable === undefined
        ? words.answer(cli.marks.list([answer].flat().map(String)))
        : words.notApplicable(notApplicable)
    return words.stand(says, by, on, file)
  }
  const note = (stands: readonly Stand[]) => words.note(stands.map(worded))
  const { AnswersEditor, mergeAnswers } = await editing()
  const merged = mergeAnswers(inputs, ruleset!, note)
  if (merged.refused) {
    const { kind, said } = merged.refused
    const lines = said.map(({ file, value }) => words.said(visible(file), visible(value)))
    throw new UsageError([words.refused[kind], ...lines].join('\n'))
  }

  const { written, conflicts, similar } = merged
  const file = options.output === undefined || options.output === '-' ? inputs[0]!.file : options.output
  const editor = editorOf(AnswersEditor, inputs[0]!.source, file, written, askedOrder(ruleset!))
  const { left, interrupted } = canAsk(context)
    ? await asked(context, open, conflicts, editor, ruleset!, (gaveWay) => words.settledNote(gaveWay.map(worded)))
    : { left: conflicts, interrupted: false }
  const text = editor.text()
  const again = answersFor(ruleset!, { file, text }, readAnswers({ file, text }).written!)
  if (again.findings.some(isError)) {
    await context.diagnose(await locate(again.findings, [{ file, text }]))
    return exit.unusable
  }
  if (options.output === undefined || options.output === '-') context.print(text)
  else writeNew(context, options.output, text)

  const said = (it: Conflict): string => {
    switch (it.kind) {
      case 'answer':
        return words.conflict(placeOf(it.at), it.stands.map(worded))
      case 'name':
        return words.name(
          `${it.inventory}.${it.entry}`,
          it.names.map(({ name, file: where }) => words.stand(words.answer(name), undefined, undefined, where)),
        )
      case 'list':
        return words.list(it.inventory, it.files)
    }
  }
  for (const it of left) await context.warn(visible(said(it)))
  for (const { inventory, entries } of similar) {
    const [one, other] = entries.map((it) => words.entry(it.id, it.name, it.file))
    context.say(visible(words.similar(inventory, one!, other!)))
  }
  context.say(words.done(inputs.length, left.length))
  return interrupted ? exit.interrupted : left.length > 0 ? exit.problems : exit.passed
}

/** Asks whoever is at the terminal about what is not agreed. */
async function asked(
  context: Context,
  open: OpenPrompter,
  conflicts: readonly Conflict[],
  editor: AnswersEditor,
  ruleset: Ruleset,
  note: (gaveWay: readonly Stand[]) => string,
): Promise<{ left: readonly Conflict[]; interrupted: boolean }> {
  if (conflicts.length === 0) return { left: conflicts, interrupted: false }
  const words = await loadWords(context.settings.language.value)
  const prompter = await open(context, { words: () => words })
  try {
    const { settle } = await import('../../interview/settling.js')
    return await settle(prompter, conflicts, editor, ruleset, words, note)
  } finally {
    prompter.close()
  }
}

const placeOf = ({ id, entry }: At): string => (entry ? `${entry.inventory}.${entry.id} ${id}` : id)

type Editor = Awaited<ReturnType<typeof editing>>['AnswersEditor']

/** Over the first file with everything else in it, so that its comments stay; anew where JSON and YAML would be mixed. */
function editorOf(
  AnswersEditor: Editor,
  first: Source,
  file: string,
  written: WrittenAnswers,
  order: readonly string[],
): AnswersEditor {
  const isJson = (name: string) => /\.json$/i.test(name)
  if (isJson(first.file) !== isJson(file)) return AnswersEditor.of(written, file, { order })
  const editor = AnswersEditor.open(first, { order }).editor!
  editor.setContent(written)
  return editor
}
