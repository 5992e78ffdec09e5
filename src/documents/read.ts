/**
 * The fast path: a text becomes a value, or one finding that it cannot. Where and why exactly is for `locate.ts` to say,
 * which reads the text again, slowly, only then.
 */
import { load, Schema, Type, YAMLException } from 'js-yaml'
import type { Args, Finding } from '../diagnostics/diagnostic.js'
import type { Code } from '../diagnostics/codes.js'
import { countKeys } from './json.js'
import { isExact, plain, refusedNumber } from './scalars.js'
import { clean, limits, type Range, type Source } from './source.js'

export interface Reading {
  /** Plain data: null, booleans, finite numbers, strings, lists, maps; absent when there are findings. */
  readonly value: unknown
  /** Why there is no value; empty when there is one. To be handed to `locate` with the others. */
  readonly findings: readonly Finding[]
}

/**
 * Reads a text whole or not at all. JSON (RFC 8259) by the file's name, else YAML 1.2 with its core schema, less what a
 * person could be wrong about: equal keys, several documents, tags, merge keys, keys that are no text, numbers in odd
 * notations (`scalars.ts`), and more than {@link limits} allows. Never throws for what a file holds.
 */
export function read(source: Source): Reading {
  const { file } = source
  const text = clean(source.text)
  const refuse = (code: Code, args: Args = {}, at?: Range, path: Finding['path'] = []): Reading => ({
    value: undefined,
    findings: [{ code, args, file, path, on: 'value', ...(at && { at }) }],
  })

  if (text.trim() === '') return refuse('file/empty', { file })
  const control = text.search(raw)
  if ((control !== -1 || text.includes('\ufffd') || text.includes('\0')) && !isText(text))
    return refuse('file/not-text', { file })
  if (control !== -1)
    return refuse('yaml/unsupported-value', { what: 'control', written: text[control]! }, [control, control + 1])

  let value: unknown
  let keys: number | undefined
  const json = isJson(file)
  if (json) {
    try {
      value = JSON.parse(text)
    } catch {
      return refuse('yaml/syntax', { reason: 'unexpected' })
    }
    keys = countKeys(text)
  } else {
    const directive = /^%(?:YAML|TAG)\b.*/m.exec(text)
    if (directive) {
      const at = directive.index
      return refuse('yaml/unsupported-value', { what: 'directive', written: directive[0] }, [
        at,
        at + directive[0].length,
      ])
    }
    try {
      value = load(text, { ...bounded, schema: (values ??= schemaOf((made) => made)) })
      // Rare in what people write, so that a second look costs nothing in the end.
      if (perhapsOddKey.test(text) && hasOddKey(text))
        return refuse('yaml/unsupported-value', { what: 'key', written: '' })
    } catch (error) {
      return failed(error, text, refuse)
    }
    if (value === undefined || value === null) return refuse('file/empty', { file })
  }

  const walk = new Walk(json)
  const trouble = walk.into(value, 1)
  if (trouble) {
    const { code, path, ...args } = trouble
    return refuse(code, args, undefined, path.reverse())
  }
  if (keys !== undefined && keys !== walk.keys) return refuse('yaml/duplicate-key', { key: '', line: 0 })
  if (!json) {
    if (walk.oddKey && hasOddKey(text)) return refuse('yaml/unsupported-value', { what: 'key', written: '' })
    if (walk.nullKey && !/["'](?:null|\[object Object\])["']/.test(text))
      return refuse('yaml/unsupported-value', { what: 'key', written: '' })
    const item = walk.nothing ? emptyItem.exec(text) : null
    if (item) return refuse('yaml/syntax', { reason: 'empty-item' }, [item.index, item.index + item[0].indexOf('\n')])
  }
  return { value, findings: [] }
}

export const isJson = (file: string): boolean => /\.json$/i.test(file)

/**
 * Control characters, which YAML forbids and which a terminal would obey. Written as an escape in quotes they may stand in
 * a text; what prints them makes them visible (`text/visible.ts`).
 */

const raw = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/

const strange = /[\u0001-\u0008\u000e-\u001f\ufffd]/g

/** @returns whether this is text: no NUL, and few characters that stand in no text or for bytes that were none */
function isText(text: string): boolean {
  if (text.includes('\0')) return false
  const sample = text.slice(0, 65_536)
  return (sample.match(strange)?.length ?? 0) <= Math.max(3, sample.length / 50)
}

/** What js-yaml says, as a finding. Its mark stands unless the exact reader knows better. */
function failed(error: unknown, text: string, refuse: (code: Code, args?: Args, at?: Range) => Reading): Reading {
  if (error instanceof Refused)
    return refuse('yaml/unsupported-value', { what: refusedNumber(error.message) ?? 'key', written: error.message })
  if (!(error instanceof YAMLException)) throw error
  const { reason } = error
  const mark = error.mark as { position: number } | undefined
  const at: Range | undefined = mark && [mark.position, Math.min(mark.position + 1, text.length)]
  if (reason.startsWith('nesting exceeded')) return refuse('yaml/too-deep', { limit: limits.depth }, at)
  if (reason.startsWith('expected a single document')) return refuse('yaml/several-documents', {}, secondDocument(text))
  if (reason.startsWith('tab characters')) return refuse('yaml/tab', {}, at)
  if (reason.startsWith('duplicated mapping key')) return refuse('yaml/duplicate-key', { key: '', line: 0 }, at)
  if (reason.includes('tag')) return refuse('yaml/unsupported-value', { what: 'tag', written: '' }, at)
  return refuse('yaml/syntax', { reason: reason.startsWith('unidentified alias') ? 'alias' : 'unexpected' }, at)
}

/** The marker (`---`) that ends the first document. */
function secondDocument(text: string): Range | undefined {
  let content = false
  for (let at = 0; at !== -1 && at < text.length; at = text.indexOf('\n', at) + 1 || -1) {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, at + 4))) {
      if (content) return [at, at + 3]
      content = /^---[ \t]+[^\s#]/.test(text.slice(at, at + 100))
    } else content ||= /^[ \t]*[^\s#%]/.test(text.slice(at, at + 1000))
  }
  return undefined
}

/** Not in the type declarations. js-yaml counts scalars too, and some twice; the walk after it counts exactly. */
const bounded = { maxDepth: limits.depth + 2 }

/** A scalar that is refused in whatever place it stands. */
class Refused extends Error {}

/**
 * What `scalars.ts` says of words without quotes, as the one type that js-yaml asks. Its name holds a space, so that no tag
 * can ask for it.
 */
function schemaOf(make: (value: null | boolean | number) => unknown): Schema {
  const type = new Type('no text', {
    kind: 'scalar',
    resolve: (word: string) => plain(word) !== 'text',
    construct: (word: string) => make(valueOf(word)),
  })
  return new Schema({ implicit: [type], explicit: [] })
}

function valueOf(word: string): null | boolean | number {
  if (refusedNumber(word)) throw new Refused(word)
  const is = plain(word)
  return is === 'nothing' ? null : is === 'number' ? Number(word) : /^t/i.test(word)
}

let values: Schema | undefined
let boxes: Schema | undefined

/** js-yaml turns every key into text: this one says when it was none. */
class Box {
  readonly [Symbol.toStringTag] = 'Box'
  toString(): string {
    throw new Refused('key')
  }
}

/** Where a list, a map, an alias or nothing may stand as a key: `[a]: b`, `? - a`, `*x : y`. */
const perhapsOddKey = /[\]}]\s*:(?:\s|$)|^[ -]*:(?:\s|$)|(?:^[ -]*|[[{,] *)\?(?:\s|$)|\*[^\s,[\]{}*]+\s*:/m

/**
 * A list that holds an empty list item, and a shorter list after it: js-yaml takes the next item of the outer list for one
 * of the inner.
 */
const emptyItem = /^ *(?:- +)+-[ \t]*(?:[ \t]#.*)?\n(?=(?:[ \t]*(?:#.*)?\n)* *-(?:\s|$))/m

/** @returns whether some key is no text, found by reading again with scalars that cannot become keys */
function hasOddKey(text: string): boolean {
  boxes ??= schemaOf(() => new Box())
  const opened: number[] = []
  try {
    load(text, {
      ...bounded,
      schema: boxes,
      listener(event, state) {
        const { result, position, input } = state as unknown as { result: unknown; position: number; input: string }
        if (event === 'open') {
          opened.push(position)
          return
        }
        const before = input.slice(Math.max(0, opened.at(-1)! - 200), opened.pop())
        if (result !== null && (typeof result !== 'object' || result instanceof Box)) return
        const after = input.slice(position, position + 200)
        if (/^\s*:(?:\s|\0|$)/.test(after) || /(?:^|[\s[{,-])\?\s*$/.test(before)) throw new Refused('key')
      },
    })
    return false
  } catch (error) {
    if (error instanceof Refused) return true
    throw error
  }
}

type Trouble = { path: (string | number)[] } & (
  | { code: 'yaml/too-deep' | 'yaml/too-many-values'; limit: number }
  | { code: 'schema/length'; rule: 'maxLength'; limit: number; found: number }
  | { code: 'yaml/unsupported-value'; what: string; written: string }
)

/** One bounded walk over a value: an alias is shared or even cyclic, and is counted each time it is reached. */
class Walk {
  readonly #json: boolean
  #values = 0
  keys = 0
  /** Whether there is a key that YAML may have made from what was no text. */
  oddKey = false
  /** Whether there is a key that YAML may have made from nothing at all, or from a map. */
  nullKey = false
  /** Whether some list holds nothing as a member. */
  nothing = false

  constructor(json: boolean) {
    this.#json = json
  }

  /** @returns what is wrong, with the path to it from the end */
  into(value: unknown, depth: number): Trouble | undefined {
    if (++this.#values > limits.values) return { code: 'yaml/too-many-values', limit: limits.values, path: [] }
    if (typeof value !== 'object' || value === null) {
      if (typeof value !== 'number' || isExact(value)) return undefined
      return { code: 'yaml/unsupported-value', what: 'large-number', written: String(value), path: [] }
    }
    if (depth > limits.depth) return { code: 'yaml/too-deep', limit: limits.depth, path: [] }
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        if (value[i] === null) this.nothing = true
        const trouble = this.into(value[i], depth + 1)
        if (trouble) return (trouble.path.push(i), trouble)
      }
      return undefined
    }
    for (const key of Object.keys(value)) {
      this.keys++
      if (key.length > limits.key)
        return { code: 'schema/length', rule: 'maxLength', limit: limits.key, found: key.length, path: [key] }
      if (!this.#json) {
        if (key === '<<') return { code: 'yaml/unsupported-value', what: 'merge', written: key, path: [key] }
        if (!this.oddKey && plain(key) !== 'text') this.oddKey = true
        if (key === 'null' || key === '[object Object]') this.nullKey = true
      }
      const trouble = this.into((value as Record<string, unknown>)[key], depth + 1)
      if (trouble) return (trouble.path.push(key), trouble)
    }
    return undefined
  }
}
