/** The program: from an environment to an exit code. Nothing below this file, nor it, touches the process. */
import { join } from 'node:path'
import { beginningOf } from '../files/glance.js'
import { type CliWords, loadCliWords } from '../text/terminal-words.js'
import { after } from '../text/lines.js'
import { visible } from '../text/visible.js'
import type { Environment } from './environment.js'
import { exit, isUsageError } from './exit.js'
import { languageAtOnce, languageBehind } from './language.js'
import { overview } from './overview.js'
import { message } from './wrap.js'

export type { Environment } from './environment.js'

/** Runs one command line. Never throws. */
export async function main(given: Environment): Promise<number> {
  // Not a copy, which would open streams that the run may never use.
  const environment = Object.create(given, { argv: { value: languageBehind(given.argv) } }) as Environment
  const { signal } = environment
  if (signal.aborted) return exit.interrupted
  const words = loadCliWords(languageAtOnce(given))
  // A worker finishes what it was handed, which is why it is asked to stop.
  if (environment.argv[0] === 'worker') return words.then((cli) => run(environment, cli))
  const interrupted = new Promise<number>((resolve) => {
    const onAbort = () => {
      void words.then((cli) => {
        environment.stderr.write(`${cli.interrupted}\n`)
        resolve(exit.interrupted)
      })
    }
    signal.addEventListener('abort', onAbort, { once: true })
  })
  return Promise.race([words.then((cli) => run(environment, cli)), interrupted])
}

async function run(environment: Environment, cli: CliWords): Promise<number> {
  const { argv, stdout, columns } = environment
  const [first, second] = argv
  try {
    const words = argv.filter((word, i) => !word.startsWith('--lang') && argv[i - 1] !== '--lang')
    if (words.length < 2 && ['--help', '-h', 'help'].includes(words[0] ?? '--help')) {
      stdout.write(overview(Math.min(columns ?? 80, 100), cli))
      return exit.passed
    }
    // What every shell runs when it starts, perhaps: made at build.
    if (argv.length === 2 && first === 'completion' && /^[a-z]+$/.test(second!)) {
      const script = beginningOf(join(environment.home, 'dist', 'completion', second!))
      if (script !== undefined) {
        stdout.write(script)
        return exit.passed
      }
    }
    const { runCommand } = await import('./program.js')
    return await runCommand(environment, cli)
  } catch (error) {
    const { stderr } = environment
    const complain = (text: string) => stderr.write(`${message(after(cli.error, text), environment)}\n`)
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
