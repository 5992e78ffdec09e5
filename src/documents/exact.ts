/**
 * The exact reader of YAML, by the `yaml` package: a tree with places, and what is wrong where. It takes ten times as long
 * as `read.ts` and is loaded only when there is something to say. Its rule for scalars is the same (`scalars.ts`).
 */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node as YamlNode,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { plain, refusedNumber } from './scalars.js'
import { limits, type Range } from './source.js'
import type { Exact, Node, Problem } from './tree.js'

/**
 * @param text - as `clean` gives it
 * @param line - the line of an offset, from 1
 * @returns the tree and the problems; a text that the package cannot cope with at all gives neither
 */
export function readYaml(text: string, line: (offset: number) => number): Exact {
  let document: Document.Parsed
  try {
    // Its own search for equal keys takes the square of their number.
    document = parseDocument(text, {
      uniqueKeys: false,
      schema: 'core',
      merge: false,
      prettyErrors: false,
      logLevel: 'silent',
    })
  } catch {
    // Nested so deeply that its recursion ends: the fast reader has said so already.
    return { root: undefined, problems: [] }
  }
  const problems: Problem[] = []
  const seen = new Map<YamlNode, Node>()
  const convert = (it: YamlNode, depth: number): Node => {
    const known = seen.get(it)
    if (known) return known
    const range = place(it, text)
    if (depth > limits.depth) {
      if (!problems.some((at) => at.code === 'yaml/too-deep'))
        problems.push({ code: 'yaml/too-deep', args: { limit: limits.depth }, at: [range[0], range[0] + 1] })
      return { range }
    }
    if (isAlias(it)) {
      const target = it.resolve(document)
      if (target === undefined) {
        problems.push({ code: 'yaml/syntax', args: { reason: 'alias' }, at: range })
        return { range }
      }
      return { range, target: convert(target, depth) }
    }
    if (it.tag !== undefined && it.tag !== '!') {
      problems.push({
        code: 'yaml/unsupported-value',
        args: { what: 'tag', written: text.slice(...tag(it, text)) },
        at: tag(it, text),
      })
    }
    if (isMap(it)) {
      const node: Node & { entries: NonNullable<Node['entries']> } = { range, entries: new Map() }
      seen.set(it, node)
      for (const pair of it.items) {
        const key = pair.key as YamlNode
        const at = place(key, text)
        const name = keyName(key)
        if (name === undefined)
          problems.push({ code: 'yaml/unsupported-value', args: { what: 'key', written: text.slice(...at) }, at })
        if (name === '<<') problems.push({ code: 'yaml/unsupported-value', args: { what: 'merge', written: '<<' }, at })
        const value =
          pair.value === null ? { range: [at[1], at[1]] as const } : convert(pair.value as YamlNode, depth + 1)
        if (name === undefined) continue
        const first = node.entries.get(name)
        if (first) problems.push({ code: 'yaml/duplicate-key', args: { key: name, line: line(first.key[0]) }, at })
        else node.entries.set(name, { key: at, value })
      }
      return node
    }
    if (isSeq(it)) {
      const node: Node & { items: Node[] } = { range, items: [] }
      seen.set(it, node)
      for (const item of it.items) node.items.push(convert(item as YamlNode, depth + 1))
      return node
    }
    if (isScalar(it) && it.type === 'PLAIN' && it.tag === undefined) {
      const what = refusedNumber(it.source ?? '')
      if (what) problems.push({ code: 'yaml/unsupported-value', args: { what, written: it.source ?? '' }, at: range })
    }
    return { range }
  }
  const root = document.contents === null ? undefined : convert(document.contents, 1)
  const [error] = document.errors
  // What follows from a syntax error is noise. The tree stays: js-yaml may have had nothing against the text.
  if (error) return { root, problems: [syntax(error, document, text)] }
  return { root, problems: problems.sort((a, b) => a.at[0] - b.at[0]) }
}

/** @returns the text of a key, or nothing where a key is no text */
function keyName(key: YamlNode): string | undefined {
  if (!isScalar(key) || key.tag !== undefined) return undefined
  const source = key.source ?? ''
  return key.type === 'PLAIN' && plain(source) !== 'text' ? undefined : String(key.value)
}

/** The range of a node without the white space and comments that follow it. */
function place(node: YamlNode, text: string): Range {
  const [start, end] = node.range ?? [0, 0]
  return [start, start + text.slice(start, end).trimEnd().length]
}

/** The range of a node's tag, which stands before it. */
function tag(node: YamlNode, text: string): Range {
  const start = node.range?.[0] ?? 0
  const before = text.slice(Math.max(0, start - 200), start)
  const found = before.lastIndexOf('!') === -1 ? -1 : before.search(/(?<!\S)!\S*\s*(?:&\S+\s*)?$/)
  if (found === -1) return [start, node.range?.[1] ?? start]
  const from = start - before.length + found
  return [from, from + /^\S*/.exec(text.slice(from, start))![0].length]
}

/** The package's reason, in the words that `text/` knows. */
function syntax(error: YAMLError, document: Document.Parsed, text: string): Problem {
  const at: Range = [error.pos[0], Math.min(error.pos[1], text.length)]
  const say = (reason: string, range: Range = at): Problem => ({ code: 'yaml/syntax', args: { reason }, at: range })
  // A key with its colon is one: it stands less far in than those before it, and further than those above them.
  const noColon = (): Problem => {
    const range = lineOf(text, at[0])
    return say(/^[^\s:#]+:(?:\s|$)/.test(text.slice(...range)) ? 'indent' : 'no-colon', range)
  }
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { code: 'yaml/tab', args: {}, at }
    case 'MULTIPLE_DOCS':
      return { code: 'yaml/several-documents', args: {}, at: [at[0], at[0] + 3] }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return say('colon-in-text', lineOf(text, at[0]))
    case 'BAD_INDENT':
      return /^Flow/.test(error.message)
        ? say('bracket-open', openBracket(document, text, at[0]) ?? at)
        : say('indent', lineOf(text, at[0]))
    case 'MISSING_CHAR':
      if (/quote/.test(error.message)) return say('quote-open', openQuote(document) ?? at)
      if (/comma|Flow|\]|\}|,/.test(error.message)) return say('bracket-open', openBracket(document, text, at[0]) ?? at)
      return noColon()
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      if (text.slice(at[0], at[0] + 2).trimEnd() === '-') return say('list-in-map', lineOf(text, at[0]))
      return noColon()
    case 'BAD_SCALAR_START':
      return say('text-start')
    case 'BAD_DQ_ESCAPE':
      return say('escape', [at[0], at[0] + 2])
    case 'BAD_ALIAS':
      return say('alias')
    case 'UNEXPECTED_TOKEN':
      if (/block-seq-ind/.test(error.message)) return say('dash-after-key')
      if (/node end/.test(error.message)) return say('after-end', lineOf(text, at[0]))
      return say('unexpected')
    default:
      return say('unexpected')
  }
}

/** The rest of the line, so that a caret shows more than one character of a problem that is larger than one. */
function lineOf(text: string, start: number): Range {
  const end = text.indexOf('\n', start)
  const rest = text.slice(start, end === -1 ? undefined : end).trimEnd()
  // An indentation is a problem of what is indented.
  const blank = rest.length - rest.trimStart().length
  return [start + blank, start + Math.max(rest.length, blank + 1)]
}

/** The quote that was opened and never closed: the last quoted scalar, for the text ends inside it. */
function openQuote(document: Document.Parsed): Range | undefined {
  let last: Range | undefined
  const visit = (node: unknown): void => {
    if (isMap(node)) node.items.forEach((pair) => [pair.key, pair.value].forEach(visit))
    else if (isSeq(node)) node.items.forEach(visit)
    else if (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') && node.range) {
      last = [node.range[0], node.range[0] + 1]
    }
  }
  visit(document.contents)
  return last
}

/** The bracket that was opened last before a place and has not been closed there. */
function openBracket(document: Document.Parsed, text: string, before: number): Range | undefined {
  let last: Range | undefined
  const visit = (node: unknown): void => {
    if (!isMap(node) && !isSeq(node)) return
    const [start, end] = node.range ?? [Infinity, Infinity]
    if (node.flow && start < before && (end >= before || !/[\]}]/.test(text[end - 1] ?? ''))) last = [start, start + 1]
    node.items.forEach((item) => (isPair(item) ? [item.key, item.value].forEach(visit) : visit(item)))
  }
  visit(document.contents)
  return last
}
