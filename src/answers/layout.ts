/**
 * The text of a file that is changed in places. What is not changed keeps every byte: comments, order, quotes, layout.
 * A change is given as the content before and after; the text follows by the smallest replacements.
 */
import { isAlias, isMap, isScalar, isSeq, type Node as YamlNode, parseDocument, visit } from 'yaml'
import type { Path } from '../diagnostics/diagnostic.js'
import { readJson } from '../documents/json.js'
import type { Node as JsonNode } from '../documents/tree.js'
import { numberText, quoted, yamlText } from './scalar-text.js'

export type Value = string | number | boolean | readonly Value[] | ValueMap
export interface ValueMap {
  readonly [key: string]: Value | undefined
}

/** What the text does not say by itself. */
export interface Style {
  /** Whether a list or map that is not empty is written in lines of its own. */
  block(path: Path): boolean
  /** The order of keys in a map, where a new key has a place. */
  order(path: Path): readonly string[]
}

/** A list, a map or a scalar in the text. */
interface Part {
  readonly start: number
  /** Behind its last character; of a block scalar behind its last line break. */
  readonly end: number
  readonly pairs?: readonly Pair[]
  readonly items?: readonly Part[]
}
interface Pair {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly value: Part
}

const yaml = { uniqueKeys: false, schema: 'core', merge: false, prettyErrors: false, logLevel: 'silent' } as const

export class Layout {
  #text: string
  #root: Part | undefined
  readonly #json: boolean
  readonly #style: Style
  readonly #eol: string

  /** @param text as `clean` gives it, of a file that reads */
  constructor(text: string, json: boolean, style: Style) {
    this.#json = json
    this.#style = style
    this.#text = json ? text : withoutAliases(text)
    this.#eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  }

  get text(): string {
    return this.#text
  }

  /** Makes the text, which says `before`, say `after`. */
  change(before: Value, after: Value, path: Path = []): void {
    if (same(before, after)) return
    if (isValueMap(before) && isValueMap(after) && !this.#fold(after, path)) {
      this.#changeMap(before, after, path)
    } else if (isValueList(before) && isValueList(after) && !after.every(isScalarValue)) {
      this.#changeList(before, after, path)
    } else this.#replace(path, after)
  }

  /** Replaces a list or map by its member at a key, text and all. */
  unwrap(path: Path, key: string): void {
    const pair = this.#pair(path)!
    const inner = pair.value.pairs!.find((it) => it.name === key)!
    const { value } = inner
    if (this.#isFlow(value) || this.#isFlow(pair.value)) {
      this.#splice(this.#colon(pair) + 1, pair.value.end, ` ${this.#text.slice(value.start, value.end)}`)
      return
    }
    const by = this.#column(inner.start) - this.#column(pair.start)
    const from = this.#lineStart(value.start)
    const lines = this.#text.slice(from, value.end).replace(new RegExp(`^ {1,${by}}`, 'gm'), '')
    this.#splice(this.#colon(pair) + 1, value.end, `${this.#eol}${lines}`)
  }

  /** Puts a list or map, text and all, under the last key of a new map. */
  wrap(path: Path, first: ValueMap, key: string): void {
    const pair = this.#pair(path)!
    const { value } = pair
    const text = this.#text.slice(value.start, value.end)
    if (this.#isFlow(value)) {
      const before = this.#flow({ ...first, [key]: 0 }).replace(/0 ?\}$/, '')
      this.#splice(value.start, value.end, `${before}${text}}`)
      return
    }
    const indent = ' '.repeat(this.#column(pair.start) + 2)
    const from = this.#lineStart(value.start)
    const lines = this.#text.slice(from, value.end).replace(/^(?=[^\r\n])/gm, '  ')
    const head = [...Object.entries(first).map(([name, it]) => `${yamlText(name)}: ${this.#flow(it!)}`), `${key}:`]
    this.#splice(from, value.end, `${head.map((line) => `${indent}${line}${this.#eol}`).join('')}${lines}`)
  }

  /** Gives keys other names, in all of these maps at once: two may change places. */
  rename(maps: readonly Path[], names: ReadonlyMap<string, string>): void {
    const keys = maps.flatMap((path) => this.#at(path)?.pairs ?? []).filter((pair) => names.has(pair.name))
    // From the end, so that places before it stay where they are.
    for (const { start, end, name } of keys.sort((a, b) => b.start - a.start))
      this.#splice(start, end, this.#key(names.get(name)!))
  }

  /** Whether a short form is what a map becomes; decided by whoever made it: a map never turns into a scalar here. */
  #fold(after: ValueMap, path: Path): boolean {
    const part = this.#at(path)
    // A map of which nothing is left, or that was empty, is written anew.
    return part?.pairs === undefined || (path.length > 0 && Object.keys(after).length === 0) || part.pairs.length === 0
  }

  #changeMap(before: ValueMap, after: ValueMap, path: Path): void {
    const added = Object.entries(after).filter(([key]) => !Object.hasOwn(before, key)) as [string, Value][]
    // First what is new, so that no map is empty in between.
    const order = this.#style.order(path)
    const rank = (key: string) => order.indexOf(key)
    let i = 0
    while (i < added.length) {
      const place = this.#placeOf(added[i]![0], path, order)
      // Neighbours go in together.
      const group = [added[i]!]
      while (
        i + group.length < added.length &&
        place === this.#placeOf(added[i + group.length]![0], path, order) &&
        rank(added[i + group.length]![0]) >= rank(group.at(-1)![0])
      )
        group.push(added[i + group.length]!)
      this.#insertPairs(path, group, place)
      i += group.length
    }
    for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) this.#removePair(path, key)
    for (const [key, value] of Object.entries(after)) {
      if (Object.hasOwn(before, key)) this.change(before[key]!, value!, [...path, key])
    }
  }

  /** The key after which a new one stands; null: before all others. */
  #placeOf(key: string, path: Path, order: readonly string[]): string | null {
    const names = this.#at(path)!.pairs!.map((pair) => pair.name)
    const own = order.indexOf(key)
    if (own !== -1) {
      const earlier = names.filter((name) => order.includes(name) && order.indexOf(name) < own)
      if (earlier.length > 0) return earlier.at(-1)!
      if (names.every((name) => order.includes(name))) return null
    }
    return names.at(-1)!
  }

  #changeList(before: readonly Value[], after: readonly Value[], path: Path): void {
    let head = 0
    while (head < before.length && head < after.length && alike(before[head]!, after[head]!)) head++
    let tail = 0
    while (
      tail < before.length - head &&
      tail < after.length - head &&
      alike(before.at(-1 - tail)!, after.at(-1 - tail)!)
    )
      tail++
    const gone = before.length - head - tail
    const fresh = after.slice(head, after.length - tail)
    if (gone === before.length || before.length === 0) return this.#replace(path, after)
    for (let i = gone - 1; i >= 0; i--) this.#removeItem(path, head + i)
    if (fresh.length > 0) this.#insertItems(path, head, fresh)
    for (let i = 0; i < head; i++) this.change(before[i]!, after[i]!, [...path, i])
    for (let i = 1; i <= tail; i++) this.change(before.at(-i)!, after.at(-i)!, [...path, after.length - i])
  }

  #replace(path: Path, value: Value): void {
    const part = this.#at(path)!
    const end = this.#trimmed(part)
    const pair = this.#pair(path)
    const owner = this.#at(path.slice(0, -1))!
    const isBlock = this.#isBlock(path, value) && !this.#isFlow(owner)
    if (!pair) {
      const column = this.#column(part.start)
      this.#splice(
        part.start,
        end,
        isBlock ? this.#block(value, path).join(this.#eol + ' '.repeat(column)) : this.#inPlace(value, part.start),
      )
      return
    }
    if (this.#json) return this.#splice(part.start, end, this.#inPlace(value, part.start))
    const colon = this.#colon(pair)
    const between = this.#text.slice(colon + 1, part.start)
    const comment = between.trim().startsWith('#')
    if (isBlock) {
      const indent = this.#eol + ' '.repeat(this.#column(pair.start) + 2)
      const kept = comment ? between.trimEnd() : ''
      this.#splice(
        colon + 1,
        end,
        kept +
          this.#block(value, path)
            .map((line) => indent + line)
            .join(''),
      )
    } else if (comment) {
      this.#splice(colon + 1 + between.trimEnd().length, end, '')
      this.#splice(colon + 1, colon + 1, ` ${this.#flow(value)}`)
    } else this.#splice(colon + 1, end, ` ${this.#scalarOf(value, path)}`)
  }

  #insertPairs(path: Path, pairs: readonly (readonly [string, Value])[], after: string | null): void {
    const map = this.#at(path)!
    const [first] = map.pairs!
    const anchor = after === null ? first! : map.pairs!.find((pair) => pair.name === after)!
    if (this.#isFlow(map)) {
      const broken = this.#ownLine(anchor.start)
      const gap = broken === undefined ? ' ' : this.#eol + broken
      const texts = pairs.map(([key, value]) => `${this.#key(key)}: ${this.#nested(value, broken)}`)
      if (after === null) this.#splice(first!.start, first!.start, texts.map((it) => `${it},${gap}`).join(''))
      else this.#splice(anchor.value.end, anchor.value.end, texts.map((it) => `,${gap}${it}`).join(''))
      return
    }
    const indent = ' '.repeat(this.#column(first!.start))
    const lines = this.#block(Object.fromEntries(pairs), path)
    if (after === null)
      this.#splice(first!.start, first!.start, lines.map((line) => line + this.#eol + indent).join(''))
    else
      this.#insertLines(
        anchor.value.end,
        lines.map((line) => indent + line),
      )
  }

  #insertItems(path: Path, index: number, values: readonly Value[]): void {
    const list = this.#at(path)!
    const items = list.items!
    if (this.#isFlow(list)) {
      const anchor = items[Math.max(0, index - 1)]!
      const broken = this.#ownLine(anchor.start)
      const gap = broken === undefined ? ' ' : this.#eol + broken
      const texts = values.map((value) => this.#nested(value, broken))
      if (index === 0) this.#splice(anchor.start, anchor.start, texts.map((it) => `${it},${gap}`).join(''))
      else this.#splice(anchor.end, anchor.end, texts.map((it) => `,${gap}${it}`).join(''))
      return
    }
    const dash = this.#dash(list, 0)
    const indent = ' '.repeat(this.#column(dash))
    const lines = values.flatMap((value, i) => this.#item(value, [...path, index + i])).map((line) => indent + line)
    if (index > 0) this.#insertLines(items[index - 1]!.end, lines)
    else this.#splice(this.#lineStart(dash), this.#lineStart(dash), lines.map((line) => line + this.#eol).join(''))
  }

  #insertLines(after: number, lines: readonly string[]): void {
    if (this.#text[after - 1] === '\n') this.#splice(after, after, lines.map((line) => line + this.#eol).join(''))
    else {
      const end = this.#lineEnd(after)
      this.#splice(end, end, lines.map((line) => this.#eol + line).join(''))
    }
  }

  #removePair(path: Path, key: string): void {
    const map = this.#at(path)!
    const i = map.pairs!.findIndex((pair) => pair.name === key)
    const pair = map.pairs![i]!
    const next = map.pairs![i + 1]
    if (map.pairs!.length === 1) return this.#replace(path, {})
    if (this.#isFlow(map)) this.#removeFrom(pair.start, pair.value.end, map.pairs![i - 1]?.value.end, next?.start)
    else if (this.#ownLine(pair.start) === undefined) this.#splice(pair.start, next!.start, '')
    else this.#removeLines(pair.start, pair.value.end)
  }

  #removeItem(path: Path, index: number): void {
    const list = this.#at(path)!
    const items = list.items!
    const item = items[index]!
    if (items.length === 1) return this.#replace(path, [])
    if (this.#isFlow(list)) this.#removeFrom(item.start, item.end, items[index - 1]?.end, items[index + 1]?.start)
    else this.#removeLines(this.#dash(list, index), item.end)
  }

  #removeLines(start: number, end: number): void {
    const to = this.#text[end - 1] === '\n' ? end : this.#lineEnd(end)
    const eol = to === end && this.#text[end - 1] === '\n' ? 0 : /^\r?\n?/.exec(this.#text.slice(to, to + 2))![0].length
    this.#splice(this.#lineStart(start), to + eol, '')
  }

  /** One of several between brackets, with one comma. Comments between it and its neighbours stay. */
  #removeFrom(start: number, end: number, before: number | undefined, next: number | undefined): void {
    if (next !== undefined) {
      const comma = this.#comma(end)
      const gap = this.#text.slice(comma + 1, next)
      this.#splice(start, gap.trim() === '' ? next : comma + 1, '')
      return
    }
    const comma = this.#comma(before!)
    const gap = this.#text.slice(comma + 1, start)
    if (gap.trim() === '') this.#splice(comma, end, '')
    else {
      this.#splice(start, end, '')
      this.#splice(comma, comma + 1, '')
    }
  }

  /** The comma behind a place, comments passed over. */
  #comma(from: number): number {
    let at = from
    while (at < this.#text.length && this.#text[at] !== ',') {
      at = this.#text[at] === '#' ? this.#lineEnd(at) : at + 1
    }
    return at
  }

  #splice(start: number, end: number, text: string): void {
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end)
    this.#root = undefined
  }

  /** What is behind a key or in a list; undefined where the path leads nowhere. */
  #at(path: Path): Part | undefined {
    this.#root ??= this.#json ? jsonPart(readJson(this.#text, () => 0).root!) : yamlRoot(this.#text)
    let part: Part | undefined = this.#root
    for (const step of path) {
      part = typeof step === 'number' ? part?.items?.[step] : part?.pairs?.find((pair) => pair.name === step)?.value
    }
    return part
  }

  #pair(path: Path): Pair | undefined {
    return this.#at(path.slice(0, -1))?.pairs?.find((pair) => pair.name === path.at(-1))
  }

  #isFlow(part: Part): boolean {
    return /[{[]/.test(this.#text[part.start]!) && (part.pairs ?? part.items) !== undefined
  }

  #colon = (pair: Pair): number => this.#text.indexOf(':', pair.end)

  /** The end of what a person sees of it: a block scalar has its line breaks behind it. */
  #trimmed = (part: Part): number => part.start + this.#text.slice(part.start, part.end).trimEnd().length

  /** Where the dash of an item stands. */
  #dash(list: Part, index: number): number {
    let at = index === 0 ? list.start : list.items![index - 1]!.end
    while (this.#text[at] !== '-') at = this.#text[at] === '#' ? this.#lineEnd(at) : at + 1
    return at
  }

  #lineStart = (at: number): number => this.#text.lastIndexOf('\n', at - 1) + 1
  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at)
    if (end === -1) return this.#text.length
    return this.#text[end - 1] === '\r' && end > at ? end - 1 : end
  }
  #column = (at: number): number => at - this.#lineStart(at)
  /** The white space before a place that is the first of its line. */
  #ownLine(at: number): string | undefined {
    const before = this.#text.slice(this.#lineStart(at), at)
    return before.trim() === '' ? before : undefined
  }

  #isBlock(path: Path, value: Value): boolean {
    return !this.#json && typeof value === 'object' && Object.keys(value).length > 0 && this.#style.block(path)
  }

  #key = (key: string): string => (this.#json ? quoted(key) : yamlText(key))

  /** The lines of a list or map, without the indentation of the first column. */
  #block(value: Value, path: Path): string[] {
    if (isValueList(value)) return value.flatMap((item, i) => this.#item(item, [...path, i]))
    return Object.entries(value as ValueMap).flatMap(([key, it]) => {
      const inner = [...path, key]
      if (!this.#isBlock(inner, it!)) return [`${this.#key(key)}: ${this.#scalarOf(it!, inner)}`]
      return [`${this.#key(key)}:`, ...this.#block(it!, inner).map((line) => `  ${line}`)]
    })
  }

  #item(value: Value, path: Path): string[] {
    if (!this.#isBlock(path, value)) return [`- ${this.#flow(value)}`]
    return this.#block(value, path).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`))
  }

  /** A version looks like a number to people: it is in quotes everywhere. */
  #scalarOf = (value: Value, path: Path): string =>
    typeof value === 'string' && isVersion(path) ? quoted(value) : this.#flow(value)

  #flow(value: Value): string {
    if (typeof value === 'string') return this.#json ? quoted(value) : yamlText(value)
    if (typeof value === 'number') return numberText(value)
    if (typeof value === 'boolean') return String(value)
    if (isValueList(value)) return `[${value.map((it) => this.#flow(it)).join(', ')}]`
    return `{${Object.entries(value)
      .map(([key, it]) => `${this.#key(key)}: ${this.#flow(it!)}`)
      .join(', ')}}`
  }

  /** In a JSON file that has its members on lines of their own, so has what is new. */
  #nested(value: Value, indent: string | undefined): string {
    if (!this.#json || indent === undefined || typeof value !== 'object' || Object.keys(value).length === 0)
      return this.#flow(value)
    const inner = `${indent}  `
    const [open, close] = isValueList(value) ? '[]' : '{}'
    const members = isValueList(value)
      ? value.map((it) => this.#nested(it, inner))
      : Object.entries(value).map(([key, it]) => `${quoted(key)}: ${this.#nested(it!, inner)}`)
    return `${open}${members.map((it) => this.#eol + inner + it).join(',')}${this.#eol}${indent}${close}`
  }

  #inPlace(value: Value, at: number): string {
    const indent = this.#text.includes('\n') ? /^\s*/.exec(this.#text.slice(this.#lineStart(at)))![0] : undefined
    return this.#nested(value, indent)
  }
}

function yamlRoot(text: string): Part {
  const document = parseDocument(text, yaml)
  return yamlPart(document.contents!)
}

function yamlPart(node: YamlNode): Part {
  const [start, end] = node.range!
  if (isMap(node)) {
    const pairs = node.items.map((pair): Pair => {
      const [from, to] = (pair.key as YamlNode).range!
      return { name: keyOf(pair.key), start: from, end: to, value: yamlPart(pair.value as YamlNode) }
    })
    return { start, end: node.flow ? end : pairs.at(-1)!.value.end, pairs }
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => yamlPart(item as YamlNode))
    return { start, end: node.flow ? end : items.at(-1)!.end, items }
  }
  return { start, end }
}

const keyOf = (key: unknown): string => (isScalar<string | number>(key) ? String(key.value) : '')

function jsonPart(node: JsonNode): Part {
  const [start, end] = node.range
  if (node.items) return { start, end, items: node.items.map(jsonPart) }
  if (!node.entries) return { start, end }
  const pairs = [...node.entries].map(([name, { key, value }]): Pair => ({
    name,
    start: key[0],
    end: key[1],
    value: jsonPart(value),
  }))
  return { start, end, pairs }
}

/** An alias would change with what it stands for: each becomes a copy, which says the same. */
function withoutAliases(text: string): string {
  if (!/[&*]/.test(text)) return text
  const document = parseDocument(text, yaml)
  const edits: { start: number; end: number; text: string }[] = []
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        const [start, end] = node.range!
        edits.push({ start, end, text: JSON.stringify(node.toJS(document)) })
      } else if (node.anchor !== undefined) {
        const start = text.lastIndexOf(`&${node.anchor}`, node.range![0])
        edits.push({ start, end: start + node.anchor.length + 1, text: '' })
      }
    },
  })
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((it, { start, end, text: by }) => it.slice(0, start) + by + it.slice(end), text)
}

const isVersion = (path: Path): boolean =>
  path[0] === 'migrated'
    ? path.length === 3 && (path[2] === 'from' || path[2] === 'to')
    : path.length === 1 && path[0] === 'rulesetVersion'

const isValueList = (value: Value): value is readonly Value[] => Array.isArray(value)
const isValueMap = (value: Value): value is ValueMap => typeof value === 'object' && !Array.isArray(value)
const isScalarValue = (value: Value): boolean => typeof value !== 'object'

/** The same thing in two lists, perhaps changed: by its id, else by all it is. */
const alike = (a: Value, b: Value): boolean =>
  isValueMap(a) && isValueMap(b) && typeof a.id === 'string' && typeof b.id === 'string' ? a.id === b.id : same(a, b)

/** Whether two contents are the same; the order of keys does not count. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object') return false
  if (isValueList(a) || isValueList(b)) {
    return isValueList(a) && isValueList(b) && a.length === b.length && a.every((it, i) => same(it, b[i]))
  }
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
}
