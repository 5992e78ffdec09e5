/** `flowready completion SHELL`: the script that makes TAB work. */
import { wordsIn } from '../../index.js'
import { script } from '../completion-script.js'
import type { Context } from '../context.js'
import { exit } from '../exit.js'

/** Prints the script. */
export function run(context: Context, shell: string): Promise<number> {
  context.print(script(shell, wordsIn(context.settings.language.value).terminal.cli))
  return Promise.resolve(exit.passed)
}
