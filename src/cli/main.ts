/** The program: from an environment to an exit code. Nothing below this file, nor it, touches the process. */
import { CommanderError } from 'commander'
import { cli } from '../text/en/terminal.js'
import { visible } from '../text/visible.js'
import type { Environment } from './environment.js'
import { exit, UsageError } from './exit.js'
import type { FormatNames } from './options.js'
import { programOf, unknownCommand } from './program.js'

export type { Environment } from './environment.js'

/** Runs one command line. Never throws. */
export async function main(environment: Environment): Promise<number> {
  const { signal } = environment
  if (signal.aborted) return exit.interrupted
  const interrupted = new Promise<number>((resolve) => {
    signal.addEventListener(
      'abort',
      () => {
        environment.stderr.write(`${cli.interrupted}\n`)
        resolve(exit.interrupted)
      },
      { once: true },
    )
  })
  return Promise.race([run(environment), interrupted])
}

async function run(environment: Environment): Promise<number> {
  const { argv, stderr } = environment
  const complain = (text: string) => stderr.write(`${cli.error} ${text}\n`)
  try {
    const program = programOf(environment, await formatNames(argv))
    if (argv.length === 0) {
      program.command.outputHelp()
      return exit.passed
    }
    const [first = ''] = argv
    // Before commander, which would take it for an argument of the program.
    if (!first.startsWith('-') && !program.command.commands.some((it) => it.name() === first)) {
      throw new UsageError(unknownCommand(first, program.command))
    }
    await program.command.parseAsync(argv, { from: 'user' })
    return program.code()
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.passed : exit.unusable
    if (error instanceof UsageError) {
      complain(error.message)
      return exit.unusable
    }
    const debug = argv.includes('--debug')
    const message = error instanceof Error ? error.message : String(error)
    complain(cli.fault(visible(message)))
    if (debug && error instanceof Error) stderr.write(`${(error.stack ?? '').split('\n').map(visible).join('\n')}\n`)
    stderr.write(`${debug ? cli.faultReportDebug : cli.faultReport}\n`)
    return exit.fault
  }
}

/** The formats' names and summaries come from their registries, and only help says them. */
async function formatNames(argv: readonly string[]): Promise<FormatNames | undefined> {
  const asksHelp = argv[0] === 'help' || argv.includes('--help') || argv.includes('-h')
  if (!asksHelp || argv.length < 2) return undefined
  const { allFormatNames } = await import('./formats.js')
  return allFormatNames
}
