/**
 * Values as JSON in UTF-8, in two forms: laid out for people, and canonical (RFC 8785) for hashing. In a batch most of a
 * report is the ruleset's own words, the same for every firm: what is marked as such is put into bytes once.
 */
import { visibleJson } from '../text/visible.js'

/** What was written of a shared value. */
interface Written {
  canonical?: Uint8Array
  laidOut?: Uint8Array
  /** How deep it stood. */
  depth?: number
}

const known = new WeakMap<object, Written>()

/**
 * Marks a value that stands in the reports of many firms, and will never change: it is written once and remembered as long
 * as it is there itself.
 */
export function shared<T extends object>(value: T): T {
  if (!known.has(value)) known.set(value, {})
  return value
}

/** The value with two spaces an indent, as `JSON.stringify` lays it out; what is invisible is written as its code. */
export function laidOutJson(value: unknown): Uint8Array {
  const ink = new Ink()
  layOut(value, '\n', ink)
  ink.text('\n')
  return ink.done()
}

/** The value as RFC 8785 wants it. Halves of characters, for which it has no form, become the replacement character. */
export function canonicalJson(value: unknown): Uint8Array {
  const ink = new Ink()
  canonical(value, ink)
  return ink.done()
}

/** Bytes that grow; short texts are gathered before they are encoded. */
class Ink {
  #bytes: Uint8Array
  #length = 0
  #pending = ''

  constructor() {
    // What is written is copied out of it, so that one is enough.
    this.#bytes = spare ?? new Uint8Array(1 << 19)
    spare = undefined
  }

  text(text: string): void {
    this.#pending += text
  }

  bytes(bytes: Uint8Array): void {
    this.#flush()
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  get length(): number {
    this.#flush()
    return this.#length
  }

  /** What was written since. */
  since(at: number): Uint8Array {
    this.#flush()
    return this.#bytes.slice(at, this.#length)
  }

  done(): Uint8Array {
    const all = this.since(0)
    spare = this.#bytes
    return all
  }

  #flush(): void {
    if (this.#pending === '') return
    // No character takes more than three bytes for each of its units.
    this.#room(this.#pending.length * 3)
    this.#length += encoder.encodeInto(this.#pending, this.#bytes.subarray(this.#length)).written
    this.#pending = ''
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}

const encoder = new TextEncoder()
let spare: Uint8Array | undefined

/** Whatever some form of JSON writes other than as it is. */
const special =
  /["\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/

const quoted = (text: string): string => (special.test(text) ? visibleJson(JSON.stringify(text)) : `"${text}"`)

function layOut(value: unknown, indent: string, ink: Ink): void {
  if (typeof value === 'string') return ink.text(quoted(value))
  if (typeof value !== 'object' || value === null) return ink.text(plain(value))
  const before = known.get(value)
  if (!before) return layOutWhole(value, indent, ink)
  if (before.laidOut && before.depth === indent.length) return ink.bytes(before.laidOut)
  const at = ink.length
  layOutWhole(value, indent, ink)
  before.laidOut = ink.since(at)
  before.depth = indent.length
}

function layOutWhole(value: object, indent: string, ink: Ink): void {
  const within = `${indent}  `
  let next = within
  if (Array.isArray(value)) {
    if (value.length === 0) return ink.text('[]')
    ink.text('[')
    for (const it of value as unknown[]) {
      ink.text(next)
      layOut(it, within, ink)
      next = `,${within}`
    }
    return ink.text(`${indent}]`)
  }
  for (const key of Object.keys(value)) {
    const it = (value as Record<string, unknown>)[key]
    if (it === undefined) continue
    ink.text(`${next === within ? '{' : ''}${next}${quoted(key)}: `)
    layOut(it, within, ink)
    next = `,${within}`
  }
  ink.text(next === within ? '{}' : `${indent}}`)
}

function canonical(value: unknown, ink: Ink): void {
  if (typeof value === 'string') return ink.text(canonicalText(value))
  if (typeof value !== 'object' || value === null) return ink.text(plain(value))
  const before = known.get(value)
  if (!before) return canonicalWhole(value, ink)
  if (before.canonical) return ink.bytes(before.canonical)
  const at = ink.length
  canonicalWhole(value, ink)
  before.canonical = ink.since(at)
}

function canonicalWhole(value: object, ink: Ink): void {
  let mark = ''
  if (Array.isArray(value)) {
    ink.text('[')
    for (const it of value as unknown[]) {
      if (mark) ink.text(mark)
      canonical(it, ink)
      mark = ','
    }
    return ink.text(']')
  }
  const keys = sortedKeys(value)
  if (!keys) return canonicalWhole(withWholeKeys(value), ink)
  ink.text('{')
  for (const key of keys) {
    const it = (value as Record<string, unknown>)[key]
    if (it === undefined) continue
    ink.text(`${mark}${canonicalText(key)}:`)
    canonical(it, ink)
    mark = ','
  }
  ink.text('}')
}

const canonicalText = (text: string): string =>
  special.test(text) ? JSON.stringify(text.replace(halves, '\ufffd')) : `"${text}"`
const halves = /\p{Surrogate}/gu

/** As `JSON.stringify` writes them. */
const plain = (value: unknown): string =>
  Number.isSafeInteger(value) ? `${value as number}` : value === undefined ? 'null' : JSON.stringify(value)

/**
 * The names of an object in the order of RFC 8785. Objects of one kind have the same names in the same order: a tree of
 * names leads to what was sorted before.
 */
function sortedKeys(value: object): readonly string[] | undefined {
  const keys = Object.keys(value)
  if (keys.length > 24) return inOrder(keys)
  let at = first
  for (const key of keys) {
    let next = at.next.get(key)
    if (!next) {
      if (kinds >= mostKinds) return inOrder(keys)
      kinds++
      at.next.set(key, (next = { next: new Map() }))
    }
    at = next
  }
  return (at.sorted ??= inOrder(keys))
}

/** Undefined where there is half a character in a name: as it is written, it may stand elsewhere, or twice. */
const inOrder = (keys: string[]): string[] | undefined =>
  keys.join('\n').search(halves) === -1 ? keys.sort() : undefined

const withWholeKeys = (value: object): object =>
  // Not by assignment, which takes `__proto__` for something else.
  Object.fromEntries(Object.entries(value).map(([key, it]: [string, unknown]) => [key.replace(halves, '\ufffd'), it]))

interface Names {
  readonly next: Map<string, Names>
  sorted?: readonly string[] | undefined
}

const first: Names = { next: new Map() }
/** Enough for what the program makes itself; what firms write must not fill the memory. */
const mostKinds = 4000
let kinds = 0
