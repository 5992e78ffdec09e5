/** A terminal's two ends as prompts may have them: they end theirs, the terminal stays. */
import { Readable, Writable } from 'node:stream'

export interface KeySource extends Readable {
  readonly isTTY?: boolean
  setRawMode?(raw: boolean): unknown
}

/**
 * Stands between an input and the readline of a prompt: an input that breaks, as it does when its terminal is closed, is
 * not the prompt's business. Readline would throw what nobody there can catch.
 */
export class Keys extends Readable {
  readonly #source: KeySource
  #reading = false
  readonly #forward = (chunk: unknown): void => {
    this.push(chunk)
  }

  constructor(source: KeySource) {
    super()
    this.#source = source
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

  override pause(): this {
    this.#source.pause()
    return super.pause()
  }

  override resume(): this {
    if (!this.#reading) {
      this.#reading = true
      this.#source.on('data', this.#forward)
    }
    this.#source.resume()
    return super.resume()
  }

  /** Lets go of the input. */
  release(): void {
    this.#source.removeListener('data', this.#forward)
    this.#reading = false
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
