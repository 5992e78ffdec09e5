/** `flowready decide [DETERMINATION]`: one thing decided, by a few questions or from an answers file. */
import { resolve } from 'node:path'
import { shownPath } from '../../files/names.js'
import { readText } from '../../files/read-text.js'
import type { Speech } from '../../interview/asking.js'
import { chooseDetermination, decidable, holdDecide } from '../../interview/deciding.js'
import { Interrupted, type Prompter } from '../../interview/prompter.js'
import {
  type Assessment,
  assessmentWith,
  decisionFormats,
  decisionReport,
  isDay,
  type Language,
  loadWords,
  nearest,
  plain,
  type Ruleset,
  scoreAssessment,
  visible,
  wordsIn,
} from '../../index.js'
import { assessFile, readAnswersFile } from '../answers-file.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { formatNamed } from '../formats.js'
import { keeperOf } from '../keeper.js'
import { canAsk, openPrompter, type OpenPrompter } from '../prompter.js'
import { Libraries, type Rulesets } from '../rulesets.js'
import { type CommonOptions, isAscii } from '../settings.js'
import { momentNow, today } from '../today.js'
import { tonguesFor } from '../tongues.js'
import { reportOf } from '../report-of.js'

export interface DecideCommandOptions extends CommonOptions {
  readonly answers?: string
  readonly entry?: string
  readonly format?: string
  readonly asAt?: string
  readonly plain?: boolean
}

/** Decides one thing. @param open how the terminal is spoken with; tests hand in a script */
export async function run(
  context: Context,
  name: string | undefined,
  options: DecideCommandOptions,
  open: OpenPrompter = openPrompter,
): Promise<number> {
  const words = await loadWords(context.settings.language.value)
  formatNamed(decisionFormats, options.format ?? 'text', words.terminal.cli)
  if (options.asAt !== undefined && !isDay(options.asAt))
    throw new UsageError(words.terminal.cli.notADay('--as-at', visible(options.asAt)))
  if (options.entry !== undefined && options.answers === undefined)
    throw new UsageError(words.interview.flow.decide.entryAlone)
  const { usual } = await Libraries.of(context)
  return options.answers === undefined
    ? ask(context, name, options, usual, open)
    : fromFile(context, name, options.answers, options, usual)
}

/** Decides from a file, for every entry or for one. */
async function fromFile(
  context: Context,
  name: string | undefined,
  answers: string,
  options: DecideCommandOptions,
  rulesets: Rulesets,
): Promise<number> {
  const { marks, interview } = wordsIn(context.settings.language.value)
  const say = interview.flow.decide
  const path = resolve(context.environment.cwd, answers)
  const file = shownPath(path, context.environment.cwd)
  const read = readAnswersFile(path, file, await readText(path, file))
  const { assessment, diagnostics, invalidRuleset } = await assessFile(read, rulesets, options.asAt)
  await context.diagnose(diagnostics)
  if (invalidRuleset !== undefined) {
    const { cli } = wordsIn(context.settings.language.value).terminal
    await context.warn(cli.rulesetInvalid(visible(file), visible(invalidRuleset)))
  }
  if (!assessment) return exit.unusable

  const known = determinationsOf(assessment)
  const [only] = known
  const id = name ?? (known.length === 1 ? only : undefined)
  if (id === undefined) throw new UsageError(say.whichOne(marks.list(known)))
  const own = assessmentWith(assessment, id)
  if (!own) throw unknownDetermination(context, id, known)
  const inventory = own.ruleset.values.get(id)?.inventory
  const entries = inventory === undefined ? [] : (own.inventories.get(inventory)?.list ?? [])
  if (options.entry !== undefined && !entries.some((it) => it.id === options.entry)) {
    const names = marks.list(entries.map((it) => visible(it.id)))
    throw new UsageError(say.unknownEntry(visible(options.entry), visible(file), names))
  }
  if (inventory !== undefined && entries.length === 0) {
    const title = own.ruleset.inventories.get(inventory)?.title ?? inventory
    await context.warn(say.noEntries(visible(file), visible(title)))
    return exit.unusable
  }
  context.print(
    await shown(context, assessment, id, options, { language: context.settings.language.value, named: true }),
  )
  return exit.passed
}

const determinationsOf = ({ ruleset, parts }: Assessment): string[] => [
  ...decidable(ruleset).map(({ id }) => id),
  ...parts.flatMap((part) => determinationsOf(part.assessment)),
]

function unknownDetermination(context: Context, name: string, known: readonly string[]): UsageError {
  const { marks, interview } = wordsIn(context.settings.language.value)
  const say = interview.flow.decide
  return new UsageError(say.unknown(visible(name), nearest(name, known), marks.list(known.map(visible))))
}

/** Asks for what is needed, shows the outcome, offers to keep what was said. */
async function ask(
  context: Context,
  name: string | undefined,
  options: DecideCommandOptions,
  usual: Rulesets,
  open: OpenPrompter,
): Promise<number> {
  const { environment, settings } = context
  const language = settings.language.value
  const words = wordsIn(language)
  const say = words.interview.flow.decide
  const all = await loaded(context, usual)
  const rulesets = all.filter((it) => decidable(it).length > 0)
  const known = rulesets.flatMap((it) => decidable(it).map(({ id }) => id))
  if (name !== undefined && !known.includes(name)) throw unknownDetermination(context, name, known)
  if (!canAsk(context)) throw new UsageError(say.noTerminal('FILE', name ?? known[0] ?? 'DETERMINATION'))

  let speech: Pick<Speech, 'words' | 'language'> = { words, language }
  const prompter: Prompter = await open(context, {
    ...(options.plain === true ? { plain: true } : {}),
    words: () => speech.words,
  })
  // Shown page by page where there is a screen; what is for programs is printed when all is said.
  const forPeople = (options.format ?? 'text') === 'text' && environment.stdout.isTTY === true
  let result = ''
  try {
    const owner = rulesets.find((it) => it.values.get(name ?? '')?.kind === 'determination')
    const chosen =
      name !== undefined && owner
        ? { ruleset: owner, determination: decidable(owner).find(({ id }) => id === name)! }
        : await chooseDetermination(prompter, rulesets, { words })
    if (!chosen) return exit.passed
    const { ruleset, determination } = chosen
    const asAt = options.asAt ?? today(environment)
    await holdDecide({
      prompter,
      speech: { words, language, ruleset },
      tongues: await tonguesFor(ruleset, usual, (now) => (speech = now)),
      determination,
      asAt,
      keeper: await keeperOf(context, ruleset, all),
      present: async (assessment, { language }) => {
        result = await shown(context, assessment, determination.id, options, { language, paged: forPeople })
        if (forPeople) await prompter.show(result.trimEnd())
      },
    })
    return exit.passed
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    // A signal was told already.
    context.say(environment.signal.aborted ? say.nothingKept : say.interrupted)
    return exit.interrupted
  } finally {
    prompter.close()
    if (!forPeople) context.print(result)
  }
}

/** Every ruleset that loads. */
async function loaded(context: Context, usual: Rulesets): Promise<Ruleset[]> {
  const rulesets: Ruleset[] = []
  for (const id of usual.library.ids()) {
    const { ruleset } = await usual.load(id)
    if (ruleset) rulesets.push(ruleset)
    else await context.warn(wordsIn(context.settings.language.value).terminal.cli.list.invalid(visible(id)))
  }
  return rulesets
}

async function shown(
  context: Context,
  assessment: Assessment,
  determination: string,
  options: DecideCommandOptions,
  { language, named = false, paged = false }: { language: Language; named?: boolean; paged?: boolean },
): Promise<string> {
  const { environment, width } = context
  const words = wordsIn(language)
  const report = reportOf(context, scoreAssessment(assessment), () => undefined, { language })
  const decision = decisionReport(report, assessment, {
    determination,
    ...(options.entry === undefined ? {} : { entry: options.entry }),
    now: momentNow(environment),
    named,
    words,
  })
  const format = formatNamed<(typeof decisionFormats)['text']>(
    decisionFormats,
    options.format ?? 'text',
    words.terminal.cli,
  )
  return format.render(decision, {
    words,
    // A page keeps its last column free.
    width: paged ? width - 1 : width,
    color: paged ? plain : await context.colour('stdout'),
    ascii: isAscii(environment),
  })
}
