/** What a command says when a file in the middle of its work cannot be written or read. */
import { locate } from '../documents/locate.js'
import { shownPath } from '../files/names.js'
import type { ReadError } from '../files/read-text.js'
import type { WriteError } from '../files/write.js'
import { visible } from '../text/visible.js'
import { wordsIn } from '../text/words.js'
import type { Context } from './context.js'
import { exit } from './exit.js'

/** By their names: the program is built in pieces, and each may hold these classes of its own. */
const isReadError = (error: unknown): error is ReadError => error instanceof Error && error.name === 'ReadError'
const isWriteError = (error: unknown): error is WriteError => error instanceof Error && error.name === 'WriteError'

/** Which file could not be written, as it was named or from the working folder, and why. @throws what is no such trouble */
export function notWritten({ environment, settings }: Context, error: unknown, named?: string): string {
  if (!isWriteError(error)) throw error
  const { cli } = wordsIn(settings.language.value).terminal
  const why = cli.writing[error.code as keyof typeof cli.writing] ?? error.code
  return cli.notWritten(visible(named ?? shownPath(error.path, environment.cwd)), why)
}

/** Says it. @returns the exit code @throws what is no trouble with a file */
export async function toldTrouble(context: Context, error: unknown): Promise<number> {
  if (isReadError(error))
    await context.diagnose(await locate([error.finding(shownPath(error.path, context.environment.cwd))], []))
  else await context.warn(notWritten(context, error))
  return exit.unusable
}
