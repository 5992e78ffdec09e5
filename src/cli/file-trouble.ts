/** What a command says when a file in the middle of its work cannot be written or read. */
import { shownPath } from '../files/names.js'
import type { ReadError } from '../files/read-text.js'
import type { WriteError } from '../files/write.js'
import { locate, visible, wordsIn } from '../index.js'
import type { Context } from './context.js'
import { exit } from './exit.js'

/** By their names: the program is built in pieces, and each may hold these classes of its own. */
const isReadError = (error: unknown): error is ReadError => error instanceof Error && error.name === 'ReadError'
const isWriteError = (error: unknown): error is WriteError => error instanceof Error && error.name === 'WriteError'

/** Says it. @returns the exit code @throws what is no trouble with a file */
export async function toldTrouble(context: Context, error: unknown): Promise<number> {
  const { cwd } = context.environment
  if (isReadError(error)) {
    await context.diagnose(await locate([error.finding(shownPath(error.path, cwd))], []))
    return exit.unusable
  }
  if (!isWriteError(error)) throw error
  const { cli } = wordsIn(context.settings.language.value).terminal
  const why = cli.writing[error.code as keyof typeof cli.writing] ?? error.code
  await context.warn(cli.notWritten(visible(shownPath(error.path, cwd)), why))
  return exit.unusable
}
