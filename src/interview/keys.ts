/** A terminal's two ends as prompts may have them: they end theirs, the terminal stays. */
import { Readable, Writable } from 'node:stream'

export interface KeySource extends Readable {
  readonly isTTY?: boolean
  setRawMode?(raw: boolean): unknown
}

/**
 * Stands between an input and the readlines of prompts. An input that breaks, as it does when its terminal is closed, is
 * not the prompt's business: readline would throw what nobody there can catch. What is typed between two prompts waits
 * for the next one, and is not shown where it is typed: it would move what is drawn there.
 */
export class Keys extends Readable {
  readonly #source: KeySource
  readonly #forward = (chunk: unknown): void => {
    this.push(chunk)
  }

  constructor(source: KeySource) {
    super()
    this.#source = source
    source.on('data', this.#forward)
    this.setRawMode(true)
  }

  get isTTY(): boolean {
    return this.#source.isTTY === true
  }

  setRawMode(raw: boolean): this {
    if (!this.#source.destroyed) this.#source.setRawMode?.(raw)
    return this
  }

  override _read(): void {
    // What comes is pushed as it comes.
  }

  /** Lets go of the input. */
  release(): void {
    this.#source.removeListener('data', this.#forward)
    this.setRawMode(false)
    this.#source.pause()
    this.pause()
  }
}

export interface Display extends Writable {
  readonly columns?: number
  readonly rows?: number
}

/** Stands between a prompt and the output, which a prompt that is done would end with itself. */
export class Drawn extends Writable {
  readonly #display: Display

  constructor(display: Display) {
    super({ decodeStrings: false })
    this.#display = display
  }

  get columns(): number | undefined {
    return this.#display.columns
  }

  get rows(): number | undefined {
    return this.#display.rows
  }

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    if (!this.#display.destroyed) this.#display.write(chunk)
    done()
  }
}
