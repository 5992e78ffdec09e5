/** How far a run is: one line that is drawn again on a terminal, plain lines now and then elsewhere. */
import type { Counts } from '../batch/run.js'
import { inDigits, type Words } from '../index.js'
import type { Environment } from './environment.js'
import { isAscii } from './settings.js'

const barWidth = 24

export class Progress {
  readonly #environment: Environment
  readonly #words: Words['batch']
  readonly #all: number | undefined
  readonly #started: number
  readonly #terminal: boolean
  #shown: number

  /** @param all how many there are, where that is known */
  constructor(environment: Environment, words: Words, all: number | undefined) {
    this.#environment = environment
    this.#words = words.batch
    this.#all = all
    this.#started = this.#shown = environment.now().getTime()
    this.#terminal = environment.stderr.isTTY === true
  }

  show(counts: Counts): void {
    const now = this.#environment.now().getTime()
    if (now - this.#shown < (this.#terminal ? 100 : 10_000)) return
    this.#shown = now
    const line = this.#line(counts, Math.max(0.001, (now - this.#started) / 1000))
    const { stderr, columns } = this.#environment
    // Cut rather than wrapped: a second line would stay.
    stderr.write(this.#terminal ? `\r\u001b[K${line.slice(0, (columns ?? 80) - 1)}` : `${line}\n`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#terminal) this.#environment.stderr.write('\r\u001b[K')
  }

  #line({ scored, invalid, unchanged }: Counts, seconds: number): string {
    const words = this.#words
    const done = scored + invalid + unchanged
    const rate = inDigits(Math.round(done / seconds))
    const bad = invalid > 0 ? [words.invalidSoFar(inDigits(invalid))] : []
    if (this.#all === undefined) return [words.rateOpen(inDigits(done), rate), ...bad].join(words.separator)
    const left = Math.ceil(((this.#all - done) / Math.max(1, done)) * seconds)
    const time = left < 120 ? words.seconds(left) : words.minutes(Math.ceil(left / 60))
    const said = [words.rate(inDigits(done), inDigits(this.#all), rate), words.left(time), ...bad].join(words.separator)
    if (!this.#terminal) return said
    const full = Math.round((done / Math.max(1, this.#all)) * barWidth)
    const [on, off] = isAscii(this.#environment) ? ['#', '-'] : ['█', '░']
    return `${on.repeat(full)}${off.repeat(barWidth - full)} ${said}`
  }
}
