/** The command line as commander knows it: commands, their options, their help. What they do is loaded when they run. */
import { join } from 'node:path'
import { Command, CommanderError, type Help, type Option } from 'commander'
import { nearest } from '../documents/nearest.js'
import { isFile } from '../files/glance.js'
import { after, linesOf } from '../text/lines.js'
import type { CliWords } from '../text/terminal-words.js'
import { visible } from '../text/visible.js'
import { Context } from './context.js'
import { type Declaration, declarations } from './declarations.js'
import type { Environment } from './environment.js'
import { exit, UsageError } from './exit.js'
import { type FormatNames, optionsIn } from './options.js'
import { commandSummaries, exampleLines, overview } from './overview.js'
import { flagsOf, projectFile } from './project-flags.js'
import { type CommonOptions, explained, settingsOf } from './settings.js'
import { widthOf } from '../text/width.js'

export interface Program {
  readonly command: Command
  /** The exit code of the command that ran. */
  readonly code: () => number
}

interface Needed {
  /** What `--help` and completion say about formats; nothing else needs it, so that a run does not load it. */
  readonly formats?: FormatNames
  /** The adapter for completion brings its own `complete`. */
  readonly completing?: boolean
  /** The one command that will run, where that is known; else all are declared. */
  readonly only?: string
}

const noFormats: FormatNames = { report: [], diagnostics: [], decision: [], plan: [], comparison: [], verification: [] }

export function programOf(
  environment: Environment,
  cli: CliWords,
  { formats = noFormats, completing = false, only }: Needed = {},
): Program {
  let code = 0
  const { help } = cli
  const { common } = optionsIn(cli)
  const summaries = commandSummaries(cli)
  const declared = declarations(cli, formats)
  const declarationOf = new WeakMap<Command, Declaration>()
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
      formatHelp: (command, helper) => helpText(command, helper, cli, declarationOf.get(command)),
      // `complete` is for scripts.
      visibleCommands: (command) => command.commands.filter((it) => it.name() !== 'complete'),
    })

  const add = (name: keyof typeof declared): void => {
    const declaration = declared[name]()
    const command = program.command(name).summary(summaries[name]).description(declaration.about)
    command.showHelpAfterError(cli.seeHelp(`${name} `))
    for (const [term, about] of declaration.arguments ?? []) command.argument(term, about)
    for (const option of declaration.options ?? []) command.addOption(option)
    declarationOf.set(command, declaration)
    // commander hands over the arguments, the options, the command.
    common(command).action(async (...args: unknown[]) => {
      const given = args.slice(0, -1)
      const options = given.at(-1) as CommonOptions
      const read = isFile(join(environment.cwd, projectFile))
        ? await (await import('./project.js')).projectIn(environment.cwd)
        : undefined
      const settings = settingsOf(options, environment, cli, read?.project)
      if (read && read.diagnostics.length > 0) {
        const { loadWords } = await import('../text/words.js')
        await loadWords(settings.language.value)
        await new Context(environment, settings).diagnose(read.diagnostics)
      }
      if (read && !read.project) {
        code = exit.unusable
        return
      }
      const flags = read?.project ? flagsOf(name, read.project, { ...options }) : {}
      if (settings.debug.value) environment.stderr.write(explained(settings, environment, flags))
      Object.assign(options, flags)
      const { run } = await declaration.load()
      const { loadWords } = await import('../text/words.js')
      await loadWords(settings.language.value)
      const context = new Context(environment, settings)
      code = await run(context, ...given).catch(async (error: unknown) => {
        const { toldTrouble } = await import('./file-trouble.js')
        return toldTrouble(context, error)
      })
    })
  }
  const names = Object.keys(declared) as (keyof typeof declared)[]
  for (const name of names.filter((it) => only === undefined || it === only)) add(name)

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
  const formats = await formatNames(argv, cli)
  const { command, code } = programOf(environment, cli, {
    ...(formats ? { formats } : isCommand(first, cli) && { only: first }),
  })
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

const isCommand = (name: string, cli: CliWords): boolean =>
  name !== 'help' && Object.hasOwn(commandSummaries(cli), name)

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
function helpText(command: Command, helper: Help, cli: CliWords, declaration: Declaration | undefined): string {
  const { help } = cli
  const width = helper.helpWidth ?? 80
  if (command.parent === null) return overview(width, cli)
  const column = helper.padWidth(command, helper)
  const item = (term: string, about: string) => helper.formatItem(term, column, about, helper)
  const block = (heading: string, lines: readonly string[]) => (lines.length === 0 ? [] : [heading, ...lines, ''])
  const exits = Object.entries({ ...help.exit, ...declaration?.exits })
  return [
    helper.boxWrap(helper.commandDescription(command), width),
    '',
    ...block(help.examples, exampleLines(declaration?.examples ?? [], width)),
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
    ...(declaration?.notes ? [...declaration.notes.map((note) => helper.boxWrap(note, width)), ''] : []),
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
