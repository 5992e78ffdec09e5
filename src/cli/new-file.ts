/** Putting a file where none is: an answers file or a scaffold is never written over another. */
import { resolve } from 'node:path'
import { shownPath } from '../files/names.js'
import { AnswersSession, type Trouble } from '../files/session.js'
import { visible, wordsIn } from '../index.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'

/**
 * Writes a new file.
 * @throws UsageError where one is there already, or it cannot be written
 */
export function writeNew(context: Context, name: string, text: string): void {
  const { cwd } = context.environment
  const { terminal, interview } = wordsIn(context.settings.language.value)
  const { cli } = terminal
  const path = resolve(cwd, name)
  const shown = visible(shownPath(path, cwd))
  const failed = (trouble: Trouble): UsageError => {
    switch (trouble.kind) {
      case 'locked':
        return new UsageError(cli.new.locked(shown, visible(shownPath(trouble.lock, cwd))))
      case 'system':
        return new UsageError(
          cli.notWritten(shown, cli.writing[trouble.code as keyof typeof cli.writing] ?? trouble.code),
        )
      case 'gone':
        return new UsageError(cli.notWritten(shown, cli.writing.ENOENT))
      case 'unreadable':
        return new UsageError(interview.flow.trouble.unreadable(shown))
      case 'changed':
      case 'lock-lost':
        return new UsageError(cli.new.exists(shown))
    }
  }
  const { session, trouble } = AnswersSession.open(path, { file: shown })
  if (!session) throw failed(trouble)
  try {
    if (session.source) throw new UsageError(cli.new.exists(shown))
    const notSaved = session.save(text)
    if (notSaved) throw failed(notSaved)
  } finally {
    session.close()
  }
  context.say(cli.wrote(shown))
}
