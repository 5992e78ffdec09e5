/** The program: from an environment to an exit code. Nothing below this file, nor it, touches the process. */
import { cli } from '../text/en/terminal.js'
import { visible } from '../text/visible.js'
import type { Environment } from './environment.js'
import { exit, isUsageError } from './exit.js'
import { overview } from './overview.js'
import { message } from './wrap.js'

export type { Environment } from './environment.js'

/** Runs one command line. Never throws. */
export async function main(environment: Environment): Promise<number> {
  const { signal, stderr } = environment
  if (signal.aborted) return exit.interrupted
  const interrupted = new Promise<number>((resolve) => {
    const onAbort = () => {
      stderr.write(`${cli.interrupted}\n`)
      resolve(exit.interrupted)
    }
    signal.addEventListener('abort', onAbort, { once: true })
  })
  return Promise.race([run(environment), interrupted])
}

async function run(environment: Environment): Promise<number> {
  const { argv, stdout, stderr, columns } = environment
  const [first = '--help', second] = argv
  try {
    if (argv.length < 2 && ['--help', '-h', 'help'].includes(first)) {
      stdout.write(overview(Math.min(columns ?? 80, 100)))
      return exit.passed
    }
    if (argv.length === 2 && first === 'completion' && !second!.startsWith('-')) {
      // What every shell runs when it starts, perhaps.
      const { script } = await import('./completion-script.js')
      stdout.write(script(second!))
      return exit.passed
    }
    const { runCommand } = await import('./program.js')
    return await runCommand(environment)
  } catch (error) {
    const complain = (text: string) => stderr.write(`${message(`${cli.error} ${text}`, environment)}\n`)
    if (isUsageError(error)) {
      complain(error.message)
      return exit.unusable
    }
    const debug = argv.includes('--debug')
    complain(cli.fault(visible(error instanceof Error ? error.message : String(error))))
    if (debug && error instanceof Error) {
      const lines = (error.stack ?? '').split('\n').map(visible)
      stderr.write(`${lines.join('\n')}\n`)
    }
    stderr.write(`${debug ? cli.faultReportDebug : cli.faultReport}\n`)
    return exit.fault
  }
}
