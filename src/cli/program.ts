/** The command line as commander knows it: commands, their options, their help. What they do is loaded when they run. */
import { Command, CommanderError, type Help, type Option } from 'commander'
import { nearest } from '../documents/nearest.js'
import { after, linesOf } from '../text/lines.js'
import type { CliWords } from '../text/terminal-words.js'
import { visible } from '../text/visible.js'
import { Context } from './context.js'
import { dataFormats } from './data-formats.js'
import type { Environment } from './environment.js'
import { exit, UsageError } from './exit.js'
import { type FormatNames, optionsIn } from './options.js'
import { type CommandName, commandSummaries, type Example, exampleLines, overview } from './overview.js'
import { type CommonOptions, explained, settingsOf } from './settings.js'
import { widthOf } from '../text/width.js'

/** What help says of a command besides what commander knows of it. */
interface Extra {
  readonly examples: readonly Example[]
  readonly notes?: readonly string[]
  /** Exit codes whose meaning is particular here. */
  readonly exits?: Partial<Record<keyof CliWords['help']['exit'], string>>
}

/** A command's file: it gets its arguments and options and gives an exit code. */
type Run<A extends unknown[]> = (context: Context, ...args: A) => Promise<number>

export interface Program {
  readonly command: Command
  /** The exit code of the command that ran. */
  readonly code: () => number
}

/**
 * @param formats what `--help` and completion say about formats; nothing else needs it, so that a run does not load it
 */
export function programOf(
  environment: Environment,
  cli: CliWords,
  formats: FormatNames = { report: [], diagnostics: [], decision: [], plan: [], comparison: [], verification: [] },
  completing = false,
): Program {
  let code = 0
  const { help } = cli
  const option = optionsIn(cli)
  const summaries = commandSummaries(cli)
  const extras = new WeakMap<Command, Extra>()
  const program = new SpokenCommand('flowready', cli)
    .description(help.about)
    .version(environment.version, '-V, --version', help.option.version)
    .helpOption('-h, --help', help.option.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      // What is wrong is quoted from the command line.
      writeErr: (text) => environment.stderr.write(text.split('\n').map(visible).join('\n')),
      getOutHelpWidth: () => Math.min(environment.columns ?? 80, 100),
      getErrHelpWidth: () => Math.min(environment.columns ?? 80, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      minWidthToWrap: 20,
      // Chinese has no spaces, and takes two columns.
      displayWidth: widthOf,
      boxWrap: (text, width) => linesOf(text, width, { whole: true }).join('\n'),
      formatHelp: (command, helper) => helpText(command, helper, cli, extras.get(command)),
      // `complete` is for scripts.
      visibleCommands: (command) => command.commands.filter((it) => it.name() !== 'complete'),
    })

  const add = (name: CommandName, about: string, extra: Extra): Command => {
    const command = program.command(name).summary(summaries[name]).description(about)
    command.showHelpAfterError(cli.seeHelp(`${name} `))
    extras.set(command, extra)
    return command
  }
  /** Makes the settings, runs the command, keeps its exit code. */
  const running =
    <A extends unknown[]>(load: () => Promise<{ run: Run<A> }>) =>
    async (...args: unknown[]): Promise<void> => {
      // commander hands over the arguments, the options, the command.
      const given = args.slice(0, -1) as A
      const settings = settingsOf(given.at(-1) as CommonOptions, environment, cli)
      if (settings.debug.value) environment.stderr.write(explained(settings, environment))
      const { run } = await load()
      const { loadWords } = await import('../text/words.js')
      await loadWords(settings.language.value)
      code = await run(new Context(environment, settings), ...given)
    }

  const assess = add('assess', help.assess.about, {
    examples: help.assess.examples,
    notes: help.assess.notes,
    exits: { '2': help.assess.exit2, '130': help.assess.exit130 },
  })
    .argument('[ruleset]', help.assess.ruleset)
    .addOption(option.answers(help.option.answersAssess))
    .addOption(option.by())
    .addOption(option.asAt())
    .addOption(option.rulesets())
    .addOption(option.quick())
    .addOption(option.section())
    .addOption(option.only())
    .addOption(option.preview())
    .addOption(option.from())
    .addOption(option.lang(help.output))
    .addOption(option.plain())
  option.common(assess).action(running(() => import('./commands/assess.js')))

  const decide = add('decide', help.decide.about, {
    examples: help.decide.examples,
    exits: { '2': help.decide.exit2, '130': help.decide.exit130 },
  })
    .argument('[determination]', help.decide.name)
    .addOption(option.answers(help.option.answersDecide))
    .addOption(option.entry())
    .addOption(option.asAt())
    .addOption(option.rulesets())
    .addOption(option.format(formats.decision))
    .addOption(option.lang(help.output))
    .addOption(option.plain())
  option.common(decide).action(running(() => import('./commands/decide.js')))

  const score = add('score', help.score.about, {
    examples: help.score.examples,
    notes: help.outputRules,
    exits: { '1': help.score.exit1 },
  })
    .argument('<answers...>', help.score.names)
    .addOption(option.formats(formats.report))
    .addOption(option.output())
    .addOption(option.theme())
    .addOption(option.csvBom())
    .addOption(option.lang(help.output))
    .addOption(option.withConfidential())
    .addOption(option.noAnswers())
    .addOption(option.redact())
    .addOption(option.asAt())
    .addOption(option.rulesets())
    .addOption(option.stdinFilename())
    .addOption(option.failBelow())
    .addOption(option.withPlan())
    .addOption(option.since())
  option.common(score).action(running(() => import('./commands/score.js')))

  const batch = add('batch', help.batch.about, {
    examples: help.batch.examples,
    notes: help.batch.notes,
    exits: { '1': help.batch.exit1, '2': help.batch.exit2, '130': help.batch.exit130 },
  })
    .argument('<paths...>', help.batch.names)
    .addOption(option.outputFolder())
    .addOption(option.formats(formats.report))
    .addOption(option.theme())
    .addOption(option.csvBom())
    .addOption(option.lang(help.output))
    .addOption(option.withConfidential())
    .addOption(option.withPlan())
    .addOption(option.asAt())
    .addOption(option.rulesets())
    .addOption(option.force())
    .addOption(option.shard())
    .addOption(option.jobs())
    .addOption(option.failBelow())
    .addOption(option.failFast())
  option.common(batch).action(running(() => import('./commands/batch.js')))

  const plan = add('plan', help.plan.about, {
    examples: help.plan.examples,
    notes: help.plan.notes,
    exits: { '2': help.plan.exit2 },
  })
    .argument('<answers>', help.plan.name)
    .addOption(option.target())
    .addOption(option.maxEffort())
    .addOption(option.format(formats.plan))
    .addOption(option.output())
    .addOption(option.lang(help.output))
    .addOption(option.asAt())
    .addOption(option.rulesets())
  option.common(plan).action(running(() => import('./commands/plan.js')))

  const compare = add('compare', help.compare.about, {
    examples: help.compare.examples,
    exits: { '2': help.compare.exit2 },
  })
    .argument('<old>', help.compare.old)
    .argument('<new>', help.compare.now)
    .addOption(option.format(formats.comparison))
    .addOption(option.output())
    .addOption(option.lang(help.output))
    .addOption(option.asAt())
    .addOption(option.rulesets())
  option.common(compare).action(running(() => import('./commands/compare.js')))

  const cohort = add('cohort', help.batch.cohort.about, {
    examples: help.batch.cohort.examples,
    exits: { '2': help.batch.cohort.exit2 },
  })
    .argument('<action>', help.batch.cohort.action)
    .argument('<files...>', help.batch.cohort.names)
    .addOption(option.output())
    .addOption(option.lang(help.output))
  option.common(cohort).action(running(() => import('./commands/cohort.js')))
  const verify = add('verify', help.verify.about, {
    examples: help.verify.examples,
    exits: { '0': help.verify.exit0, '1': help.verify.exit1, '2': help.verify.exit2 },
  })
    .argument('<report>', help.verify.name)
    .addOption(option.answers(help.option.answersVerify))
    .addOption(option.format(formats.verification))
    .addOption(option.output())
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(verify).action(running(() => import('./commands/verify.js')))

  const validate = add('validate', help.validate.about, {
    examples: help.validate.examples,
    exits: { '1': help.validate.exit1, '2': help.validate.exit2 },
  })
    .argument('<paths...>', help.validate.names)
    .addOption(option.format(formats.diagnostics))
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
    .addOption(option.maxWarnings())
    .addOption(option.unverified())
    .addOption(option.sinceRelease())
    .addOption(option.updateLocks())
  option.common(validate).action(running(() => import('./commands/validate.js')))

  const test = add('test', help.test.about, {
    examples: help.test.examples,
    exits: { '1': help.test.exit1 },
  })
    .argument('<paths...>', help.test.names)
    .addOption(option.format(formats.diagnostics))
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
    .addOption(option.coverage())
    .addOption(option.update())
  option.common(test).action(running(() => import('./commands/test.js')))

  const list = add('list', help.list.about, { examples: help.list.examples })
    .addOption(option.format(Object.keys(dataFormats).map((name) => ({ name, summary: '' }))))
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(list).action(running(() => import('./commands/list.js')))

  const show = add('show', help.show.about, {
    examples: help.show.examples,
    exits: { '2': help.show.exit2 },
  })
    .argument('<name>', help.show.name)
    .addOption(option.format(Object.keys(dataFormats).map((name) => ({ name, summary: '' }))))
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
    .addOption(option.asAsked())
  option.common(show).action(running(() => import('./commands/show.js')))

  const make = add('new', help.new.about, { examples: help.new.examples, exits: { '2': help.new.exit2 } })
    .argument('<kind>', help.new.kind)
    .argument('<name>', help.new.name)
    .addOption(option.output())
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(make).action(running(() => import('./commands/new.js')))

  const merge = add('merge', help.merge.about, {
    examples: help.merge.examples,
    exits: { '1': help.merge.exit1, '2': help.merge.exit2 },
  })
    .argument('<answers...>', help.merge.names)
    .addOption(option.output())
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(merge).action(running(() => import('./commands/merge.js')))

  const migrate = add('migrate', help.migrate.about, {
    examples: help.migrate.examples,
    exits: { '2': help.migrate.exit2 },
  })
    .argument('<answers>', help.migrate.name)
    .addOption(option.output())
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(migrate).action(running(() => import('./commands/migrate.js')))

  const schema = add('schema', help.schema.about, { examples: help.schema.examples })
    .argument('<name>', help.schema.name)
    .addOption(option.schemaFor())
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(schema).action(running(() => import('./commands/schema.js')))

  const completion = add('completion', help.completion.about, {
    examples: help.completion.examples,
  }).argument('<shell>', help.completion.shell)
  option.common(completion).action(running(() => import('./commands/completion.js')))

  // The adapter for completion brings its own.
  if (!completing)
    program
      .command('complete', { hidden: true })
      .argument('[words...]')
      .allowUnknownOption()
      .helpOption(false)
      .action(async (line: string[]) => {
        const { complete } = await import('./commands/complete.js')
        complete(environment, cli, line)
      })

  program
    .command('help')
    .argument('[command]')
    .summary(summaries.help)
    .description(summaries.help)
    .helpOption(false)
    .action((name?: string) => {
      const command = name === undefined ? program : program.commands.find((it) => it.name() === name)
      if (!command) throw unknownCommand(name!, cli)
      command.outputHelp()
    })

  return { command: program, code: () => code }
}

/** Runs what the command line says. @throws UsageError where commander has not said it already */
export async function runCommand(environment: Environment, cli: CliWords): Promise<number> {
  const { argv } = environment
  const [first = ''] = argv
  const { command, code } = programOf(environment, cli, await formatNames(argv, cli))
  // Before commander, which would take it for an argument of the program.
  if (!first.startsWith('-') && !command.commands.some((it) => it.name() === first)) throw unknownCommand(first, cli)
  try {
    await command.parseAsync(argv, { from: 'user' })
    return code()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exit.passed : exit.unusable
  }
}

/** The formats' names and summaries come from their registries, and only help says them. */
async function formatNames(argv: readonly string[], cli: CliWords): Promise<FormatNames | undefined> {
  const asksHelp = argv[0] === 'help' || argv.includes('--help') || argv.includes('-h')
  if (!asksHelp) return undefined
  const { allFormatNames } = await import('./formats.js')
  return allFormatNames(cli)
}

const unknownCommand = (name: string, cli: CliWords): UsageError =>
  new UsageError(cli.unknownCommand(visible(name), nearest(name, Object.keys(commandSummaries(cli)))))

/** A command that says in its own language what is wrong with a command line. */
class SpokenCommand extends Command {
  readonly #cli: CliWords

  constructor(name: string | undefined, cli: CliWords) {
    super(name)
    this.#cli = cli
  }

  override createCommand(name?: string): SpokenCommand {
    return new SpokenCommand(name, this.#cli)
  }

  override error(message: string, options?: { code?: string; exitCode?: number }): never {
    return super.error(this.#said(message, options?.code) ?? message, options)
  }

  /** What commander says is in English; its codes and what it quotes are kept. */
  #said(message: string, code: string | undefined): string | undefined {
    const { error, usage } = this.#cli
    const [first, second] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]!)
    if (first === undefined) return undefined
    const say = (text: string) => after(error, text)
    switch (code) {
      case 'commander.unknownOption':
        return say(usage.unknownOption(first, /Did you mean (?:one of )?(.*)\?\)$/.exec(message)?.[1]))
      case 'commander.missingArgument':
        return say(usage.missingArgument(first))
      case 'commander.optionMissingArgument':
        return say(usage.missingValue(first))
      case 'commander.excessArguments': {
        const [, expected = '', found = ''] = /Expected (\d+) arguments? but got (\d+)/.exec(message) ?? []
        return say(usage.tooMany(first, expected, found))
      }
      case 'commander.invalidArgument': {
        const why = /is invalid\. (.*)$/s.exec(message)?.[1] ?? ''
        const choices = /^Allowed choices are (.*)\.$/.exec(why)?.[1]
        return second === undefined
          ? undefined
          : say(usage.invalid(first, second, choices === undefined ? why : usage.choices(choices)))
      }
      default:
        return undefined
    }
  }
}

/** What it is, examples first, then usage, arguments, options by group, exit codes. */
function helpText(command: Command, helper: Help, cli: CliWords, extra: Extra | undefined): string {
  const { help } = cli
  const width = helper.helpWidth ?? 80
  if (command.parent === null) return overview(width, cli)
  const column = helper.padWidth(command, helper)
  const item = (term: string, about: string) => helper.formatItem(term, column, about, helper)
  const block = (heading: string, lines: readonly string[]) => (lines.length === 0 ? [] : [heading, ...lines, ''])
  const exits = Object.entries({ ...help.exit, ...extra?.exits })
  return [
    helper.boxWrap(helper.commandDescription(command), width),
    '',
    ...block(help.examples, exampleLines(extra?.examples ?? [], width)),
    after(help.usage, helper.commandUsage(command)),
    '',
    ...block(
      help.arguments,
      helper.visibleArguments(command).map((it) => item(helper.argumentTerm(it), helper.argumentDescription(it))),
    ),
    ...[...grouped(helper.visibleOptions(command), help.general)].flatMap(([heading, members]) =>
      block(
        heading,
        members.map((it) => item(helper.optionTerm(it), helper.optionDescription(it))),
      ),
    ),
    ...(extra?.notes ? [...extra.notes.map((note) => helper.boxWrap(note, width)), ''] : []),
    ...block(
      help.exitCodes,
      exits.map(([number, meaning]) => helper.formatItem(number, 3, meaning, helper)),
    ),
  ].join('\n')
}

function grouped(options: readonly Option[], general: string): Map<string, Option[]> {
  const groups = new Map<string, Option[]>()
  for (const it of options) {
    const heading = it.helpGroupHeading ?? general
    groups.set(heading, [...(groups.get(heading) ?? []), it])
  }
  return groups
}
