/** `flowready new answers|ruleset|case NAME`: something to start from, which validates as it is. */
import { basename, dirname, join, resolve } from 'node:path'
import { kindOf } from '../../files/find.js'
import { shownPath } from '../../files/names.js'
import { readText } from '../../files/read-text.js'
import { makeFolder } from '../../files/write.js'
import { blankAnswers, caseRecording, nearest, type Ruleset, translationChecks, visible, wordsIn } from '../../index.js'
import { assessFile, readAnswersFile } from '../answers-file.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { writeNew } from '../new-file.js'
import { lockText } from '../lock-text.js'
import { rulesetNamed } from '../named-ruleset.js'
import { Libraries } from '../rulesets.js'
import { scaffold } from '../scaffold.js'
import type { CommonOptions } from '../settings.js'
import { today } from '../today.js'

export interface NewOptions extends CommonOptions {
  readonly output?: string
}

const kinds = ['answers', 'ruleset', 'case'] as const

/** Writes the file, or prints it with `-o -`. */
export async function run(context: Context, kind: string, name: string, options: NewOptions): Promise<number> {
  const { cli } = wordsIn(context.settings.language.value).terminal
  switch (kind) {
    case 'answers':
      return newAnswers(context, name, options)
    case 'ruleset':
      return newRuleset(context, name, options)
    case 'case':
      return newCase(context, name, options)
    default:
      throw new UsageError(cli.new.unknownKind(visible(kind), nearest(kind, kinds)))
  }
}

async function newAnswers(context: Context, name: string, { output }: NewOptions): Promise<number> {
  const { cli } = wordsIn(context.settings.language.value).terminal
  const loaded = await rulesetNamed(context, name)
  if (!loaded) return exit.unusable
  const { ruleset } = loaded
  const firmName = context.settings.project.value?.firm?.name ?? cli.new.blank.firmName
  const text = blankAnswers(ruleset, today(context.environment), { ...cli.new.blank, firmName })
  if (output === '-') {
    context.print(text)
    return exit.passed
  }
  const path = output ?? `${ruleset.id}.answers.yaml`
  if (/\.json$/i.test(path)) throw new UsageError(cli.new.json(visible(path)))
  writeNew(context, path, text)
  return exit.passed
}

async function newCase(context: Context, name: string, options: NewOptions): Promise<number> {
  const { cwd } = context.environment
  if ((await kindOf(resolve(cwd, name))) === 'file') return recorded(context, name, options)
  const loaded = await rulesetNamed(context, name)
  if (!loaded) return exit.unusable
  const { ruleset, folder } = loaded
  return writeCase(context, caseText(ruleset, today(context.environment)), join(folder, 'cases', 'new.yaml'), options)
}

/** A case that expects what comes of an answers file now. */
async function recorded(context: Context, name: string, options: NewOptions): Promise<number> {
  const { cwd } = context.environment
  const words = wordsIn(context.settings.language.value)
  const path = resolve(cwd, name)
  const file = shownPath(path, cwd)
  const read = readAnswersFile(path, file, await readText(path, file))
  const { usual } = await Libraries.of(context)
  const { assessment, diagnostics, invalidRuleset } = await assessFile(read, usual, undefined)
  await context.diagnose(diagnostics)
  if (invalidRuleset !== undefined)
    await context.warn(words.terminal.cli.rulesetInvalid(visible(file), visible(invalidRuleset)))
  if (!assessment) return exit.unusable
  const { ruleset, answers } = assessment
  const { recordedCase } = await caseRecording()
  const id = kebab(basename(path).replace(/(?:\.answers)?\.\w+$/i, '')) || 'recorded'
  const text = recordedCase(ruleset, answers.written, id, words.authoring.recorded(ruleset.version))
  return writeCase(context, text, join(usual.library.folder(ruleset.id)!, 'cases', `${id}.yaml`), options)
}

/** As an id is written: small letters and digits, with hyphens between them. */
const kebab = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

async function writeCase(context: Context, text: string, usual: string, { output }: NewOptions): Promise<number> {
  const { cli } = wordsIn(context.settings.language.value).terminal
  if (output === '-') {
    context.print(text)
    return exit.passed
  }
  const path = resolve(context.environment.cwd, output ?? usual)
  if (!/\.ya?ml$/i.test(path)) throw new UsageError(cli.new.badFile(visible(output ?? path)))
  await makeFolder(dirname(path))
  writeNew(context, path, text)
  context.say(cli.new.next(`flowready test ${visible(shownPath(path, context.environment.cwd))}`))
  return exit.passed
}

async function newRuleset(context: Context, id: string, { output }: NewOptions): Promise<number> {
  const { cwd } = context.environment
  const { cli } = wordsIn(context.settings.language.value).terminal
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) throw new UsageError(cli.new.badId(visible(id)))
  const day = today(context.environment)
  const files = scaffold(id, day)
  if (output === '-') {
    context.print(files['questionnaire.yaml']!)
    return exit.passed
  }
  const folder = resolve(cwd, output ?? '.', id)
  const shown = visible(shownPath(folder, cwd))
  if ((await kindOf(folder)) !== undefined) throw new UsageError(cli.new.exists(shown))
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    await makeFolder(dirname(path))
    writeNew(context, path, text)
  }
  // The editor completes from a copy: the package may lie anywhere.
  const schemas = join(context.environment.home, 'rulesets', 'schema')
  await makeFolder(join(folder, 'schema'))
  for (const name of ['ruleset', 'translation', 'cases', 'answers', 'migration']) {
    const file = `${name}.schema.json`
    const { source } = await readText(join(schemas, file), file)
    if (source) writeNew(context, join(folder, 'schema', file), source.text)
  }
  await writeLocks(context, folder)
  context.say(cli.new.next(`flowready validate ${shown}`))
  return exit.passed
}

/** Nothing is answered: of every question it is expected that it is open, or not asked yet. */
function caseText({ id, questions }: Ruleset, day: string): string {
  const first = [...questions.values()].find((it) => it.inventory === undefined && !it.when && !it.after)
  const options = first?.options.map((it) => it.id) ?? []
  return `# Cases of ${id}: what a firm says, and what the ruleset must make of it. 'flowready test' runs them.
about: What this file is about.
asAt: ${day}
cases:
  - id: nothing-answered
    about: Where nothing is said, nothing is scored.
    given: {}
    expect: {score: {low: 0}}
${first ? `  # - {id: answered, given: {${first.id}: ${options[0] ?? ''}}, expect: {questions: {${first.id}: answered}}}\n` : ''}`
}

/** What flowready remembers of ids and translations, as `validate --update-locks` writes it. */
async function writeLocks(context: Context, folder: string): Promise<void> {
  const rulesets = (await Libraries.of(context, { afresh: true })).from(dirname(folder))
  const id = basename(folder)
  const { draft } = await rulesets.load(id)
  if (!draft) throw new Error(`the scaffold of '${id}' does not load`)
  writeNew(context, join(folder, 'ids.lock'), lockText(draft))
  const { checkTranslations } = await translationChecks()
  const { locks } = await checkTranslations(rulesets.library, id, draft)
  for (const { path, text } of locks) writeNew(context, join(dirname(folder), path), text)
}
