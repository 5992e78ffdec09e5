/** The answers file of an interview: opened for one process alone, saved after every answer. */
import { basename, dirname, join } from 'node:path'
import { shownPath } from '../files/names.js'
import { AnswersSession, type Trouble } from '../files/session.js'
import type { Notebook } from '../interview/sitting.js'
import { visible, type Words } from '../index.js'

/** Why a file cannot be opened or written, in words. */
export function troubleText(trouble: Trouble, file: string, words: Words): string {
  const say = words.interview.flow.trouble
  const { writing } = words.terminal.cli
  switch (trouble.kind) {
    case 'locked':
      return say.locked(visible(file), trouble.owner.pid, visible(trouble.lock))
    case 'lock-lost':
      return say.lockLost(visible(trouble.lock))
    case 'changed':
      return say.changed(visible(file))
    case 'gone':
      return say.gone(visible(file))
    case 'unreadable':
      return say.unreadable(visible(file))
    case 'system':
      return say.system(visible(file), writing[trouble.code as keyof typeof writing] ?? trouble.code)
  }
}

/** A notebook over a session; where its file cannot be written, it goes on in another beside it. */
export class SessionNotebook implements Notebook {
  file: string
  /** Whether the last text is not in the file. */
  unsaved = false
  #session: AnswersSession
  readonly #cwd: string
  readonly #words: () => Words

  constructor(session: AnswersSession, file: string, cwd: string, words: () => Words) {
    this.#session = session
    this.file = file
    this.#cwd = cwd
    this.#words = words
  }

  get path(): string {
    return this.#session.path
  }

  save(text: string): string | undefined {
    const trouble = this.#session.save(text)
    this.unsaved = trouble !== undefined
    return trouble && troubleText(trouble, this.file, this.#words())
  }

  elsewhere(text: string): string | undefined {
    const { path } = this.#session
    const name = basename(path)
    const ending = /(?:\.answers)?\.(?:ya?ml|json)$/i.exec(name)?.[0] ?? ''
    const stem = name.slice(0, name.length - ending.length)
    for (let n = 2; n < 100; n++) {
      const other = join(dirname(path), `${stem}-${n}${ending}`)
      const file = shownPath(other, this.#cwd)
      const { session, trouble } = AnswersSession.open(other, { file })
      if (trouble) {
        if (trouble.kind === 'locked') continue
        return troubleText(trouble, file, this.#words())
      }
      if (session.source) {
        // Somebody else's.
        session.close()
        continue
      }
      const refused = session.save(text)
      if (refused) {
        session.close()
        return troubleText(refused, file, this.#words())
      }
      this.#session.close()
      this.#session = session
      this.file = file
      this.unsaved = false
      return undefined
    }
    return troubleText({ kind: 'system', code: 'EEXIST', path }, this.file, this.#words())
  }

  close(): void {
    this.#session.close()
  }
}
