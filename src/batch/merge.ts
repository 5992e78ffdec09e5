/** The parts of a run that was shared out, joined again to what one run would have made. */
import { join } from 'node:path'
import { linesOf } from '../files/lines.js'
import { OutputFolder } from '../files/output-folder.js'
import type { Result } from './result.js'

/** A part that was finished. */
export interface Part {
  readonly part: number
  readonly of: number
  /** Its results. */
  readonly path: string
}

/** The finished parts that lie in a folder of reports. */
export function partsIn(folder: string): Part[] {
  return OutputFolder.rememberedIn(folder).flatMap((name) => {
    const [, part, of] = /^results-(\d+)-of-(\d+)\.ndjson$/.exec(name) ?? []
    return part === undefined
      ? []
      : [{ part: Number(part), of: Number(of), path: join(OutputFolder.stateIn(folder), name) }]
  })
}

/** Why parts do not make a whole. */
export type Trouble =
  | { readonly kind: 'divisions' }
  | { readonly kind: 'missing'; readonly parts: readonly number[]; readonly of: number }
  /** Scored by different texts of a ruleset. */
  | { readonly kind: 'rules'; readonly ruleset: string }
  /** By different versions of the program, or with different settings. */
  | { readonly kind: 'settings' }

/** @param parts of one that is there twice, the first counts */
export function troubleIn(parts: readonly Part[]): Trouble | undefined {
  const [{ of } = { of: 0 }] = parts
  if (parts.some((it) => it.of !== of)) return { kind: 'divisions' }
  const there = new Set(parts.map(({ part }) => part))
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((part) => !there.has(part))
  if (missing.length > 0) return { kind: 'missing', parts: missing, of }
  const rules = new Map<string, string>()
  let settings: string | undefined
  for (const line of merged(parts)) {
    const result = JSON.parse(line) as Result
    const made = `${result.generator} ${result.settings}`
    if ((settings ??= made) !== made) return { kind: 'settings' }
    if (!result.scored) continue
    const { id, sha256 } = result.scored.ruleset
    if ((rules.get(id) ?? sha256) !== sha256) return { kind: 'rules', ruleset: id }
    rules.set(id, sha256)
  }
  return undefined
}

/** The results of all parts in the order of the inputs, whatever the order of the parts. */
export function* merged(parts: readonly Part[]): Generator<string> {
  const once = new Map(parts.toReversed().map((part) => [part.part, part]))
  const open = [...once.values()]
    .map(({ path }) => linesOf(path))
    .flatMap((lines) => {
      const head = next(lines)
      return head ? [{ lines, head }] : []
    })
  while (open.length > 0) {
    const least = open.reduce((a, b) => (isBefore(b.head, a.head) ? b : a))
    yield least.head.line
    const head = next(least.lines)
    if (head) least.head = head
    else open.splice(open.indexOf(least), 1)
  }
}

interface Head {
  readonly number: number
  readonly input: string
  readonly line: string
}

function next(lines: Generator<{ readonly line: string }>): Head | undefined {
  const step = lines.next()
  if (step.done === true) return undefined
  const { line } = step.value
  const { number, input } = JSON.parse(line) as Result
  return { number, input, line }
}

/** Numbers differ, unless files came or went between the parts. */
const isBefore = (a: Head, b: Head): boolean => a.number < b.number || (a.number === b.number && a.input < b.input)
