/** The exact reader of JSON: where `JSON.parse` only says yes or no, this says where, and sees a key that stands twice. */
import { limits, type Range } from './source.js'
import type { Exact, Node, Problem } from './tree.js'

const space = /[ \t\n\r]*/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const word = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y

class Stop extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * Reads as RFC 8259 says, to the first syntax error; every key that stands twice in its map is told.
 *
 * @param text - as `clean` gives it
 * @param line - the line of an offset, from 1
 */
export function readJson(text: string, line: (offset: number) => number): Exact {
  const problems: Problem[] = []
  let at = 0

  const stop = (reason: string, range: Range): never => {
    throw new Stop({ code: 'yaml/syntax', args: { reason }, at: range })
  }
  const skip = (): void => {
    space.lastIndex = at
    space.test(text)
    at = space.lastIndex
  }
  const take = (shape: RegExp): string | undefined => {
    shape.lastIndex = at
    const found = shape.exec(text)?.[0]
    if (found !== undefined) at += found.length
    return found
  }
  /** By hand, for a regular expression would keep a step of every character of a long text to go back to. */
  const quoted = (): string | undefined => {
    const from = at
    if (text[from] !== '"') return undefined
    for (let i = from + 1; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 0x22) {
        at = i + 1
        return text.slice(from, at)
      }
      if (code < 0x20) return code === 0x09 ? stop('json-tab', [i, i + 1]) : stop('quote-open', [from, i])
      if (code === 0x5c) {
        escape.lastIndex = i
        if (!escape.test(text)) return stop('escape', [i, i + 2])
        i = escape.lastIndex - 1
      }
    }
    return stop('quote-open', [from, from + 1])
  }
  /** What stands where something else should: the token, or the end of the text. */
  const here = (): Range => [
    at,
    Math.min(text.length, at + (/^[^\s,:[\]{}"]+/.exec(text.slice(at, at + 60))?.[0].length ?? 1)),
  ]

  /** The comma before. */
  const comma = (): Range => [text.lastIndexOf(',', at), text.lastIndexOf(',', at) + 1]

  const value = (depth: number): Node => {
    skip()
    const from = at
    const open = text[at]
    if (open === '{' || open === '[') {
      if (depth > limits.depth)
        throw new Stop({ code: 'yaml/too-deep', args: { limit: limits.depth }, at: [at, at + 1] })
      at++
      return open === '{' ? map(from, depth) : list(from, depth)
    }
    if (quoted() === undefined && take(word) === undefined) {
      if (at >= text.length) return stop('end', [at, at])
      if (text[at] === ',' || text[at] === ']' || text[at] === '}') return stop('json-value-missing', here())
      return stop('json-value', here())
    }
    // 01, 1.2.3, nullx
    if (at < text.length && /[^\s,:[\]{}"]/.test(text[at]!)) return stop('json-value', [from, here()[1]])
    return { range: [from, at] }
  }

  const map = (from: number, depth: number): Node => {
    const entries = new Map<string, { key: Range; value: Node }>()
    skip()
    if (text[at] === '}') return { range: [from, ++at], entries }
    for (;;) {
      skip()
      const start = at
      const written = quoted()
      if (written === undefined)
        return at >= text.length
          ? stop('bracket-open', [from, from + 1])
          : text[at] === '}'
            ? stop('json-comma', comma())
            : stop('json-key', here())
      const key: Range = [start, at]
      const name = JSON.parse(written) as string
      const first = entries.get(name)
      if (first) problems.push({ code: 'yaml/duplicate-key', args: { key: name, line: line(first.key[0]) }, at: key })
      skip()
      if (text[at] !== ':') return at >= text.length ? stop('bracket-open', [from, from + 1]) : stop('no-colon', key)
      at++
      entries.set(name, { key, value: value(depth + 1) })
      skip()
      const next = text[at]
      if (next === '}') return { range: [from, ++at], entries }
      if (next !== ',')
        return at >= text.length ? stop('bracket-open', [from, from + 1]) : stop('json-no-comma', here())
      at++
    }
  }

  const list = (from: number, depth: number): Node => {
    const items: Node[] = []
    skip()
    if (text[at] === ']') return { range: [from, ++at], items }
    for (;;) {
      skip()
      if (at >= text.length) return stop('bracket-open', [from, from + 1])
      if (text[at] === ']') return stop('json-comma', comma())
      items.push(value(depth + 1))
      skip()
      const next = text[at]
      if (next === ']') return { range: [from, ++at], items }
      if (next !== ',')
        return at >= text.length ? stop('bracket-open', [from, from + 1]) : stop('json-no-comma', here())
      at++
    }
  }

  let root: Node | undefined
  try {
    root = value(1)
    skip()
    if (at < text.length) stop('json-after-end', here())
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    problems.push(error.problem)
  }
  return { root, problems: problems.sort((a, b) => a.at[0] - b.at[0]) }
}

/**
 * @param text - JSON that reads without a syntax error
 * @returns how many keys are written in it: the strings with a colon after them
 */
export function countKeys(text: string): number {
  let count = 0
  for (let open = text.indexOf('"'); open !== -1; open = text.indexOf('"', open)) {
    let close = text.indexOf('"', open + 1)
    while (close !== -1 && escaped(text, close)) close = text.indexOf('"', close + 1)
    if (close === -1) return count
    open = close + 1
    let next = text.charCodeAt(open)
    while (next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09) next = text.charCodeAt(++open)
    if (next === 0x3a) count++
  }
  return count
}

const escaped = (text: string, quote: number): boolean => {
  let backslashes = 0
  while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++
  return backslashes % 2 === 1
}
