/** Files of JSON lines, too many to hold: read one after another, or found by what they are about. */
import { numberOf } from '../documents/digest.js'
import { codeOf, folderSystem as system } from './port.js'
import { closed, ReadError } from './read-text.js'

const newline = 10

/**
 * The whole lines of a file with where each begins; what a kill has cut off at the end is left out.
 * @param needed false: there are no lines in a file that is not there
 * @throws ReadError
 */
export function* linesOf(path: string, needed = true): Generator<{ readonly at: number; readonly line: string }> {
  let file: number
  try {
    file = system.open(path)
  } catch (error) {
    if (!needed && codeOf(error) === 'ENOENT') return
    throw new ReadError(path, error)
  }
  const next = (piece: Uint8Array): number => {
    try {
      return system.read(file, piece)
    } catch (error) {
      throw new ReadError(path, error)
    }
  }
  try {
    let rest = Buffer.alloc(0)
    let at = 0
    const piece = Buffer.alloc(1 << 18)
    for (let read = next(piece); read > 0; read = next(piece)) {
      const bytes = rest.length === 0 ? piece.subarray(0, read) : Buffer.concat([rest, piece.subarray(0, read)])
      let from = 0
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
        yield { at, line: bytes.toString('utf8', from, end) }
        at += end + 1 - from
        from = end + 1
      }
      rest = Buffer.from(bytes.subarray(from))
    }
  } finally {
    closed(file, system)
  }
}

/** Finds lines by their first member, `{"input":"…"`. It keeps where they are, not what they say: some 30 bytes a line. */
export class LineIndex {
  readonly #paths: readonly string[]
  readonly #files: number[] = []
  #keys = new Float64Array(1024)
  /** Place + 1; 0 where there is none. */
  #places = new Float64Array(1024)
  #count = 0

  /** @param paths of two lines about the same, the one in the later file counts */
  constructor(paths: readonly string[]) {
    this.#paths = paths
    for (const [i, path] of paths.entries()) {
      for (const { at, line } of linesOf(path, false)) {
        const about = subjectOf(line)
        if (about !== undefined) this.#set(numberOf(about), i * 2 ** 40 + at + 1)
      }
    }
  }

  /** @throws ReadError */
  get(subject: string): string | undefined {
    if (this.#count === 0) return undefined
    const place = this.#places[this.#slot(numberOf(subject))]!
    if (place === 0) return undefined
    const file = Math.floor((place - 1) / 2 ** 40)
    const line = this.#lineAt(file, place - 1 - file * 2 ** 40)
    // Two subjects may have one key.
    return subjectOf(line) === subject ? line : undefined
  }

  close(): void {
    this.#files.forEach((file) => closed(file, system))
    this.#files.length = 0
  }

  #lineAt(i: number, at: number): string {
    try {
      return this.#read((this.#files[i] ??= system.open(this.#paths[i]!)), at)
    } catch (error) {
      throw new ReadError(this.#paths[i]!, error)
    }
  }

  #read(file: number, at: number): string {
    for (let size = 1 << 13; ; size *= 4) {
      const piece = Buffer.alloc(size)
      const read = system.read(file, piece, at)
      const end = piece.subarray(0, read).indexOf(newline)
      if (end >= 0 || read < size) return piece.toString('utf8', 0, Math.max(end, 0))
    }
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1
    let slot = key % this.#keys.length
    while (this.#places[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #set(key: number, place: number): void {
    if (this.#count * 2 >= this.#keys.length) this.#grow()
    const slot = this.#slot(key)
    if (this.#places[slot] === 0) this.#count++
    this.#keys[slot] = key
    this.#places[slot] = place
  }

  #grow(): void {
    const [keys, places] = [this.#keys, this.#places]
    this.#keys = new Float64Array(keys.length * 2)
    this.#places = new Float64Array(keys.length * 2)
    for (const [i, place] of places.entries()) {
      if (place === 0) continue
      const slot = this.#slot(keys[i]!)
      this.#keys[slot] = keys[i]!
      this.#places[slot] = place
    }
  }
}

function subjectOf(line: string): string | undefined {
  const [, text] = /^\{"input":("(?:[^"\\]|\\.)*")/.exec(line) ?? []
  return text === undefined ? undefined : (JSON.parse(text) as string)
}
