/**
 * A folder that thousands of files are written to. Each is made in a place aside and moved to its own in one step, so that
 * a kill leaves whole files only. Nothing waits for the disk: what a power cut loses is found by its size, and made again.
 */
import { dirname, join } from 'node:path'
import { codeOf, folderSystem as system } from './port.js'
import { WriteError } from './write.js'

/** What the folder remembers of runs stands in here, beside what they made. */
const stateFolder = '.flowready'

export class OutputFolder {
  readonly path: string
  readonly #scratch: string

  /**
   * @param writer tells apart those who write at the same time
   * @throws WriteError where the folder cannot be made or written to
   */
  constructor(path: string, writer: string) {
    this.path = path
    this.#scratch = this.state(`writing-${writer}`)
    guarded(path, () => {
      system.mkdir(join(path, stateFolder))
      system.writeFile(this.#scratch, '')
    })
  }

  static stateIn(path: string): string {
    return join(path, stateFolder)
  }

  /** What a folder remembers of runs; nothing where it is none that was written to. */
  static rememberedIn(path: string): string[] {
    try {
      return system.readdir(join(path, stateFolder)).sort()
    } catch {
      return []
    }
  }

  /** A file of the run's own memory. */
  state(name: string): string {
    return join(this.path, stateFolder, name)
  }

  /** The names in the run's own memory. */
  remembered(): string[] {
    return OutputFolder.rememberedIn(this.path)
  }

  /** @throws WriteError */
  write(name: string, data: string | Uint8Array): void {
    const path = join(this.path, name)
    guarded(path, () => {
      system.writeFile(this.#scratch, data)
      this.#move(this.#scratch, path)
    })
  }

  /** A file that grows piece by piece and appears when it is whole. */
  begin(name: string): { write(text: string): void; done(): void } {
    const path = join(this.path, name)
    const scratch = `${this.#scratch}-${name.replaceAll('/', '-')}`
    const file = guarded(path, () => system.create(scratch))
    return {
      write: (text) => guarded(path, () => writeWhole(file, text)),
      done: () =>
        guarded(path, () => {
          system.close(file)
          this.#move(scratch, path)
        }),
    }
  }

  /** Moves a file of the run's memory. */
  rename(from: string, to: string): void {
    guarded(this.state(to), () => system.rename(this.state(from), this.state(to)))
  }

  /** Removes files of the run's memory, where that can be: one that stays is of no harm. */
  forget(names: readonly string[]): void {
    for (const name of names) removed(this.state(name))
  }

  /** Nothing is being written any more. */
  close(): void {
    removed(this.#scratch)
  }

  size(name: string): number | undefined {
    try {
      const status = system.stat(join(this.path, name))
      return status.isFile() ? status.size : undefined
    } catch {
      return undefined
    }
  }

  #move(from: string, to: string): void {
    try {
      system.rename(from, to)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
      system.mkdir(dirname(to))
      system.rename(from, to)
    }
  }
}

/** Adds lines to a file, each at once. */
export class LineWriter {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
    guarded(path, () => system.writeFile(path, ''))
  }

  /** @throws WriteError */
  add(lines: string): void {
    guarded(this.#path, () => system.appendFile(this.#path, lines))
  }
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) at += system.write(file, bytes, at)
}

function removed(path: string): void {
  try {
    system.remove(path)
  } catch {
    // The next run finds it, and does without.
  }
}

function guarded<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw error instanceof WriteError ? error : new WriteError(path, codeOf(error) || 'UNKNOWN', error)
  }
}
