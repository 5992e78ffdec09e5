/** A text as nodes with places: what both exact readers give, and what finds the place of a path. */
import type { Args, Path } from '../diagnostics/diagnostic.js'
import type { Code } from '../diagnostics/codes.js'
import type { Range } from './source.js'

export interface Node {
  readonly range: Range
  /** Of a map. */
  readonly entries?: Map<string, { readonly key: Range; readonly value: Node }>
  /** Of a list. */
  readonly items?: Node[]
  /** Of an alias: what it stands for. */
  readonly target?: Node
}

/** What is wrong with a text, where. */
export interface Problem {
  readonly code: Code
  readonly args: Args
  readonly at: Range
}

export interface Exact {
  readonly root: Node | undefined
  /** In the order of the text. Empty where this reader has nothing against the text. */
  readonly problems: readonly Problem[]
}

/**
 * @param root - the tree, absent when the text holds nothing
 * @param on - whether the key at the end of the path is meant or its value
 * @returns the node at the path and the range to point at; a path that is not there gives its nearest parent
 */
export function find(root: Node | undefined, path: Path, on: 'key' | 'value'): { node?: Node; range: Range } {
  let node = root
  if (node === undefined) return { range: [0, 0] }
  let key: Range | undefined
  for (const step of path) {
    const holder: Node = node.target ?? node
    const entry = holder.entries?.get(String(step))
    const next: Node | undefined = entry?.value ?? (typeof step === 'number' ? holder.items?.[step] : undefined)
    if (next === undefined) return { range: key ?? node.range }
    key = entry?.key
    node = next
  }
  if (on === 'key' && key !== undefined) return { node, range: key }
  // An empty value (`title:`) has no width of its own: its key is what a person sees.
  if (node.range[0] === node.range[1] && key !== undefined) return { node, range: key }
  return { node, range: node.range }
}
