/**
 * A folder that thousands of files are written to. Each is made in a place aside and moved to its own in one step, so that
 * a kill leaves whole files only. Nothing waits for the disk: what a power cut loses is found by its size, and made again.
 */
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf } from './port.js'
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
      mkdirSync(join(path, stateFolder), { recursive: true })
      writeFileSync(this.#scratch, '')
    })
  }

  static stateIn(path: string): string {
    return join(path, stateFolder)
  }

  /** What a folder remembers of runs; nothing where it is none that was written to. */
  static rememberedIn(path: string): string[] {
    try {
      return readdirSync(join(path, stateFolder)).sort()
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
      writeFileSync(this.#scratch, data)
      this.#move(this.#scratch, path)
    })
  }

  /** A file that grows piece by piece and appears when it is whole. */
  begin(name: string): { write(text: string): void; done(): void } {
    const path = join(this.path, name)
    const scratch = `${this.#scratch}-${name.replaceAll('/', '-')}`
    const file = guarded(path, () => openSync(scratch, 'w'))
    return {
      write: (text) => guarded(path, () => writeWhole(file, text)),
      done: () =>
        guarded(path, () => {
          closeSync(file)
          this.#move(scratch, path)
        }),
    }
  }

  /** Moves a file of the run's memory. */
  rename(from: string, to: string): void {
    guarded(this.state(to), () => renameSync(this.state(from), this.state(to)))
  }

  /** Removes files of the run's memory. */
  forget(names: readonly string[]): void {
    for (const name of names) rmSync(this.state(name), { force: true })
  }

  /** Nothing is being written any more. */
  close(): void {
    rmSync(this.#scratch, { force: true })
  }

  size(name: string): number | undefined {
    try {
      const status = statSync(join(this.path, name))
      return status.isFile() ? status.size : undefined
    } catch {
      return undefined
    }
  }

  #move(from: string, to: string): void {
    try {
      renameSync(from, to)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
      mkdirSync(dirname(to), { recursive: true })
      renameSync(from, to)
    }
  }
}

/** Adds lines to a file, each at once. */
export class LineWriter {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
    guarded(path, () => writeFileSync(path, ''))
  }

  /** @throws WriteError */
  add(lines: string): void {
    guarded(this.#path, () => appendFileSync(this.#path, lines))
  }
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}

function guarded<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw error instanceof WriteError ? error : new WriteError(path, codeOf(error) || 'UNKNOWN', error)
  }
}
