/** `flowready complete -- WORDS...`: what the script asks on every TAB. */
import definitionsOf from '@bomb.sh/tab/commander'
import { join } from 'node:path'
import { openLibrary } from '../../files/library.js'
import type { Words } from '../../index.js'
import { captured, shells } from '../completion-script.js'
import type { Environment } from '../environment.js'
import { allFormatNames } from '../formats.js'
import type { FormatName } from '../options.js'
import { commandSummaries, type CommandName } from '../overview.js'
import { programOf } from '../program.js'
import { languageNames } from '../settings.js'

/**
 * Answers what may stand at the cursor, in the form that the scripts read.
 * @param line the words up to the cursor, the last one perhaps empty
 */
export function complete(environment: Environment, cli: Words['terminal']['cli'], line: readonly string[]): void {
  const formats = allFormatNames(cli)
  const { command } = programOf(environment, cli, { formats, completing: true })
  const summaries = commandSummaries(cli)
  // The adapter adds a command of its own, which nobody can name.
  const definitions = definitionsOf(command, { completionCommandName: ' ' })
  definitions.commands.delete(' ')
  const plain = (names: readonly string[]) => names.map((name): FormatName => ({ name, summary: '' }))
  const values = (name: string, option: string, all: readonly FormatName[]): void => {
    const known = definitions.commands.get(name)?.options.get(option)
    if (known) known.handler = (offer) => all.forEach(({ name: value, summary }) => offer(value, summary))
  }
  const argument = (name: string, of: string, all: readonly string[]): void => {
    const known = definitions.commands.get(name)?.arguments.get(of)
    if (known) known.handler = (offer) => all.forEach((value) => offer(value, ''))
  }
  values('score', 'format', formats.report)
  values('decide', 'format', formats.decision)
  values('plan', 'format', formats.plan)
  values('batch', 'format', formats.report)
  values('compare', 'format', formats.comparison)
  values('verify', 'format', formats.verification)
  for (const name of ['validate', 'test']) values(name, 'format', formats.diagnostics)
  for (const name of ['list', 'show']) values(name, 'format', plain(['text', 'json']))
  for (const name of definitions.commands.keys()) values(name, 'lang', plain(languageNames))
  argument('completion', 'shell', shells)
  argument(
    'help',
    'command',
    [...definitions.commands.keys()].filter((name) => name !== ''),
  )
  argument('show', 'name', openLibrary([join(environment.home, 'rulesets')], environment.cwd).ids())
  for (const [name, known] of definitions.commands) {
    known.description = summaries[name as CommandName] ?? known.description
  }
  const answer = captured(() => definitions.parse([...line]))
  // The package says "no files" (4) always; where it has nothing to offer, files are what is meant.
  environment.stdout.write(answer.trim() === ':4' ? ':0\n' : answer)
}
