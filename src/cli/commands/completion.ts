/** `flowready completion SHELL`: the script that makes TAB work. */
import { script } from '../completion-script.js'
import type { Context } from '../context.js'
import { exit } from '../exit.js'

/** Prints the script. */
export function run(context: Context, shell: string): Promise<number> {
  context.print(script(shell))
  return Promise.resolve(exit.passed)
}
