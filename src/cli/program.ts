/** The command line as commander knows it: commands, their options, their help. What they do is loaded when they run. */
import { Command, CommanderError, type Help, type Option } from 'commander'
import { nearest } from '../documents/nearest.js'
import { cli } from '../text/en/terminal.js'
import { visible } from '../text/visible.js'
import { Context } from './context.js'
import type { Environment } from './environment.js'
import { exit, UsageError } from './exit.js'
import * as option from './options.js'
import { commandSummaries, type Example, exampleLines, overview } from './overview.js'
import { type CommonOptions, explained, settingsOf } from './settings.js'

const { help } = cli

/** What help says of a command besides what commander knows of it. */
interface Extra {
  readonly examples: readonly Example[]
  readonly notes?: readonly string[]
  /** Exit codes whose meaning is particular here. */
  readonly exits?: Partial<Record<keyof typeof help.exit, string>>
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
  formats: option.FormatNames = { report: [], diagnostics: [] },
): Program {
  let code = 0
  const extras = new WeakMap<Command, Extra>()
  const program = new Command('flowready')
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
      formatHelp: (command, helper) => helpText(command, helper, extras.get(command)),
      // `complete` is for scripts.
      visibleCommands: (command) => command.commands.filter((it) => it.name() !== 'complete'),
    })

  const add = (name: string, summary: string, about: string, extra: Extra): Command => {
    const command = program.command(name).summary(summary).description(about)
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
      const settings = settingsOf(given.at(-1) as CommonOptions, environment)
      if (settings.debug.value) environment.stderr.write(explained(settings, environment))
      const { run } = await load()
      code = await run(new Context(environment, settings), ...given)
    }

  const score = add('score', help.score.summary, help.score.about, {
    examples: help.score.examples,
    notes: help.outputRules,
    exits: { '1': help.score.exit1 },
  })
    .argument('<answers...>', help.score.names)
    .addOption(option.formats(formats.report))
    .addOption(option.output())
    .addOption(option.lang(help.output))
    .addOption(option.withConfidential())
    .addOption(option.asAt())
    .addOption(option.rulesets())
    .addOption(option.stdinFilename())
    .addOption(option.failBelow())
  option.common(score).action(running(() => import('./commands/score.js')))

  const validate = add('validate', help.validate.summary, help.validate.about, {
    examples: help.validate.examples,
    exits: { '1': help.validate.exit1, '2': help.validate.exit2 },
  })
    .argument('<paths...>', help.validate.names)
    .addOption(option.format(formats.diagnostics))
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
    .addOption(option.maxWarnings())
    .addOption(option.updateLocks())
  option.common(validate).action(running(() => import('./commands/validate.js')))

  const test = add('test', help.test.summary, help.test.about, {
    examples: help.test.examples,
    exits: { '1': help.test.exit1 },
  })
    .argument('<paths...>', help.test.names)
    .addOption(option.format(formats.diagnostics))
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(test).action(running(() => import('./commands/test.js')))

  const list = add('list', help.list.summary, help.list.about, { examples: help.list.examples })
    .addOption(option.format(formats.diagnostics.map(({ name }) => ({ name, summary: '' }))))
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(list).action(running(() => import('./commands/list.js')))

  const show = add('show', help.show.summary, help.show.about, {
    examples: help.show.examples,
    exits: { '2': help.show.exit2 },
  })
    .argument('<name>', help.show.name)
    .addOption(option.format(formats.diagnostics.map(({ name }) => ({ name, summary: '' }))))
    .addOption(option.lang(help.output))
    .addOption(option.rulesets())
  option.common(show).action(running(() => import('./commands/show.js')))

  const completion = add('completion', help.completion.summary, help.completion.about, {
    examples: help.completion.examples,
  }).argument('<shell>', help.completion.shell)
  option.common(completion).action(running(() => import('./commands/completion.js')))

  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (line: string[]) => {
      const { complete } = await import('./commands/completion.js')
      await complete(environment, line)
    })

  program
    .command('help')
    .argument('[command]')
    .description(help.helpCommand)
    .action((name?: string) => {
      const command = name === undefined ? program : program.commands.find((it) => it.name() === name)
      if (!command) throw new UsageError(unknownCommand(name!, program))
      command.outputHelp()
    })

  return { command: program, code: () => code }
}

/** Commands that have a meaning for people. */
export const commandNames = (program: Command): string[] =>
  program.commands.map((it) => it.name()).filter((name) => name !== 'complete')

export const unknownCommand = (name: string, program: Command): string =>
  cli.unknownCommand(visible(name), nearest(name, commandNames(program)))

/** What it is, examples first, then usage, arguments, options by group, exit codes. */
function helpText(command: Command, helper: Help, extra: Extra | undefined): string {
  const width = helper.helpWidth ?? 80
  const program = command.parent === null
  const examples: readonly Example[] = extra?.examples ?? (program ? overview : [])
  const column = program ? 14 : helper.padWidth(command, helper)
  const item = (term: string, about: string) => helper.formatItem(term, column, about, helper)
  const block = (heading: string, lines: readonly string[]) => (lines.length === 0 ? [] : [heading, ...lines, ''])

  const options = grouped(helper.visibleOptions(command))
  return [
    helper.boxWrap(helper.commandDescription(command), width),
    '',
    ...block(help.examples, exampleLines(examples, width)),
    `${help.usage} ${helper.commandUsage(command)}`,
    '',
    ...block(
      help.arguments,
      helper.visibleArguments(command).map((it) => item(helper.argumentTerm(it), helper.argumentDescription(it))),
    ),
    ...block(
      help.commands,
      helper.visibleCommands(command).map((it) => item(it.name(), helper.subcommandDescription(it))),
    ),
    ...[...options].flatMap(([heading, members]) =>
      block(
        heading,
        members.map((it) => item(helper.optionTerm(it), helper.optionDescription(it))),
      ),
    ),
    ...(extra?.notes ?? []).flatMap((note) => helper.boxWrap(note, width)),
    ...(extra?.notes ? [''] : []),
    ...(program
      ? [help.more, '']
      : block(
          help.exitCodes,
          Object.entries({ ...help.exit, ...(extra?.exits ?? {}) }).map(([number, meaning]) =>
            helper.formatItem(number, 3, meaning, helper),
          ),
        )),
  ].join('\n')
}

const overview: readonly Example[] = [help.score.examples[0], help.validate.examples[0], help.show.examples[0]]

function grouped(options: readonly Option[]): Map<string, Option[]> {
  const groups = new Map<string, Option[]>()
  for (const it of options) {
    const heading = it.helpGroupHeading ?? help.general
    groups.set(heading, [...(groups.get(heading) ?? []), it])
  }
  return groups
}
