/** `flowready completion SHELL`, and what its script asks on every TAB. */
import tab from '@bomb.sh/tab'
import definitionsOf from '@bomb.sh/tab/commander'
import { join } from 'node:path'
import { openLibrary } from '../../files/library.js'
import { nearest } from '../../documents/nearest.js'
import { cli } from '../../text/en/terminal.js'
import { visible } from '../../text/visible.js'
import type { Context } from '../context.js'
import type { Environment } from '../environment.js'
import { exit, UsageError } from '../exit.js'
import { programOf } from '../program.js'
import { languages } from '../../text/languages.js'

const shells = ['bash', 'zsh', 'fish', 'powershell']

/** Prints the script that a shell reads. */
export function run(context: Context, shell: string): Promise<number> {
  if (!shells.includes(shell))
    throw new UsageError(cli.unknownShell(visible(shell), nearest(shell, shells), shells.join(', ')))
  context.print(captured(() => tab.setup('flowready', 'flowready', shell)))
  return Promise.resolve(exit.passed)
}

/**
 * Answers what may stand at the cursor, in the form that the scripts read.
 * @param line the words up to the cursor, the last one perhaps empty
 */
export async function complete(environment: Environment, line: readonly string[]): Promise<void> {
  const { allFormatNames } = await import('../formats.js')
  const { command } = programOf(environment, allFormatNames)
  // The adapter adds a command of its own; `complete` and `help` are nothing to offer.
  const definitions = definitionsOf(command, { completionCommandName: ' ' })
  const values = (name: string, option: string, all: readonly { name: string; summary: string }[]): void => {
    const known = definitions.commands.get(name)?.options.get(option)
    if (known) known.handler = (offer) => all.forEach(({ name: value, summary }) => offer(value, summary))
  }
  values('score', 'format', allFormatNames.report)
  for (const name of ['validate', 'test']) values(name, 'format', allFormatNames.diagnostics)
  for (const name of ['list', 'show'])
    values(
      name,
      'format',
      ['text', 'json'].map((it) => ({ name: it, summary: '' })),
    )
  for (const name of definitions.commands.keys())
    values(
      name,
      'lang',
      languages.map((it) => ({ name: it, summary: '' })),
    )
  const argument = (name: string, of: string, all: readonly string[]): void => {
    const known = definitions.commands.get(name)?.arguments.get(of)
    if (known) known.handler = (offer) => all.forEach((value) => offer(value, ''))
  }
  argument('completion', 'shell', shells)
  argument('show', 'name', openLibrary([join(environment.home, 'rulesets')], environment.cwd).ids())
  environment.stdout.write(captured(() => definitions.parse([...line])))
}

/** The package writes to the console; nothing else runs while it does. */
function captured(work: () => void): string {
  /* eslint-disable no-console */
  const { log } = console
  let text = ''
  console.log = (line: unknown) => {
    text += `${String(line)}\n`
  }
  try {
    work()
  } finally {
    console.log = log
  }
  return text
}
