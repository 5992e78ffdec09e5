/** A text with a name, the limits on what is read, and places in it. */
import type { Path, Place } from '../diagnostics/diagnostic.js'

export interface Source {
  /** The name as it is shown to people; a name that ends in `.json` is read as JSON, every other as YAML. */
  readonly file: string
  readonly text: string
  /**
   * The value, where it is already known that this text says it and that it has the right shape: the build reads each
   * file of the rulesets that ship once, for all languages.
   */
  readonly known?: unknown
}

/**
 * What a file may hold. The largest ruleset has about 320 KB and 10,000 values; the rest is room. Beyond it a file is
 * refused before anything walks it, so that no file can use up time, memory or the stack.
 */
export const limits = {
  /** Size of a file in bytes; `files/` asks before it reads. */
  bytes: 4 * 1024 * 1024,
  /** Lists and maps inside one another. */
  depth: 100,
  /** Values in all, a shared one counted each time it is reached: an alias costs what it stands for. */
  values: 500_000,
  /** Characters of a key, which each place inside it repeats. No key that means something has more than 100. */
  key: 1000,
} as const

/** Start and end (exclusive) in UTF-16 units of a text as {@link clean} gives it. */
export type Range = readonly [start: number, end: number]

/**
 * @returns the text without a byte order mark, which some editors write and no reader wants, and with a lone carriage
 *   return as the line break that YAML says it is (the `yaml` package does not). Offsets otherwise stay what they were.
 */
export function clean(text: string): string {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return bare.includes('\r') ? bare.replace(/\r(?!\n)/g, '\n') : bare
}

/** The lines of a text, to turn offsets into places. */
export class Lines {
  readonly #file: string
  readonly #text: string
  readonly #starts: number[] = [0]

  /** @param text as {@link clean} gives it */
  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** @returns the line of an offset, from 1 */
  line(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  /** @returns the place of a range; ranges outside the text are brought inside */
  place([from, to]: Range, path: Path): Place {
    const start = Math.max(0, Math.min(from, this.#text.length))
    const end = Math.max(start, Math.min(to, this.#text.length))
    const line = this.line(start)
    const endLine = this.line(end)
    const first = this.#starts[line - 1]!
    const next = this.#starts[line]
    return {
      file: this.#file,
      pointer: pointer(path),
      line,
      column: start - first + 1,
      endLine,
      endColumn: end - this.#starts[endLine - 1]! + 1,
      text: this.#text.slice(first, next).replace(/\r?\n$/, ''),
    }
  }
}

/** @returns a path as JSON Pointer (RFC 6901) */
export const pointer = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
