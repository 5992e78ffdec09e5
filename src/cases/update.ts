/** A file of cases with what came out in place of what was expected; every other character stays. */
import { parseDocument } from 'yaml'
import type { Path } from '../diagnostics/diagnostic.js'
import type { Source } from '../documents/source.js'

/** What came out where something else was expected. */
export interface Change {
  readonly path: Path
  readonly found: string | number | readonly string[]
}

/** @returns the text with each change made. One whose place cannot be found is left out, and the case fails as before. */
export function updatedCases({ text }: Pick<Source, 'text'>, changes: readonly Change[]): string {
  const document = parseDocument(text)
  const edits = changes.flatMap(({ path, found }) => {
    const node = document.getIn(path, true) as { range?: readonly [number, number, number] } | undefined
    return node?.range ? [{ from: node.range[0], to: node.range[1], found }] : []
  })
  // From the end, so that places before it stay where they are.
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((whole, { from, to, found }) => {
      const old = whole.slice(from, to)
      return whole.slice(0, from) + written(found) + old.slice(old.trimEnd().length) + whole.slice(to)
    }, text)
}

const written = (found: Change['found']): string =>
  Array.isArray(found)
    ? `[${found.map(one).join(', ')}]`
    : typeof found === 'number'
      ? String(found)
      : one(found as string)

/** Plain where no reader takes it for anything but text, in a list or out of it. */
const one = (text: string): string =>
  /^[a-z][a-z0-9.-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/.test(text) ? text : JSON.stringify(text)
