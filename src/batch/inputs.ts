/** The inputs of a batch, one after another in one order, whatever their number. */
import { basename, join, resolve } from 'node:path'
import { numberOf } from '../documents/digest.js'
import { answersFile, findFiles, isPattern, kindOf } from '../files/find.js'
import { shownPath } from '../files/names.js'
import { filesBelow } from '../files/walk.js'
import { visibleJson } from '../text/visible.js'
import type { Input } from './result.js'

/** One of several runs that share the work. */
export interface Shard {
  readonly part: number
  readonly of: number
}

export interface Inputs {
  /** In order; may be asked for again. */
  all(): AsyncGenerator<Input>
  /** Folders and patterns in which there is nothing. */
  readonly empty: readonly string[]
}

/**
 * @param names files, folders, patterns. Of one folder alone, inputs are named by their path in it; else by their path from
 *   the working folder. A name that leads nowhere is an input too: reading it says so.
 */
export async function inputsOf(names: readonly string[], cwd: string, shard?: Shard): Promise<Inputs> {
  const empty: string[] = []
  const kinds = new Map<string, 'folder' | 'pattern' | 'file'>()
  for (const name of names) {
    const there = await kindOf(resolve(cwd, name))
    kinds.set(name, there === 'folder' ? 'folder' : there === undefined && isPattern(name) ? 'pattern' : 'file')
  }
  const alone = kinds.size === 1 && [...kinds.values()][0] === 'folder'
  for (const [name, kind] of kinds) {
    if (kind === 'folder' && filesBelow(resolve(cwd, name), answersFile).next().done === true) empty.push(name)
  }

  async function* paths(): AsyncGenerator<{ input: string; path: string }> {
    const from = (path: string) => ({ input: shownPath(path, cwd), path })
    for (const [name, kind] of kinds) {
      const path = resolve(cwd, name)
      if (kind === 'folder') {
        for (const input of filesBelow(path, answersFile))
          yield alone ? { input, path: join(path, input) } : from(join(path, input))
      } else if (kind === 'pattern') {
        const { files } = await findFiles([name], answersFile, cwd)
        if (files.length === 0) yield { input: name, path }
        for (const file of files) yield from(file.path)
      } else yield from(path)
    }
  }

  return {
    empty,
    async *all() {
      // One folder holds no file twice.
      const seen = alone ? undefined : new Set<string>()
      let number = 0
      for await (const { input, path } of paths()) {
        if (seen?.has(path)) continue
        seen?.add(path)
        number++
        if (isOf(shard, input)) yield { input, number, path, file: shownPath(path, cwd) }
      }
    },
  }
}

/** By the name alone: every machine comes to the same, whatever else there is. */
export const isOf = (shard: Shard | undefined, input: string): boolean =>
  shard === undefined || numberOf(input) % shard.of === shard.part - 1

/**
 * Inputs from lines of JSON: a text is the path of an answers file, an object the answers themselves, or
 * `{"name": …, "answers": {…}}` where they have a name. What is none of these is an input that does not read.
 */
export async function* inputsFrom(lines: AsyncIterable<string>, cwd: string, shard?: Shard): AsyncGenerator<Input> {
  let number = 0
  // By hash: as many as there are, names would fill the memory.
  const seen = new Set<number>()
  for await (const line of lines) {
    if (line.trim() === '') continue
    number++
    const named = lineInput(line, number, cwd)
    const key = numberOf(named.input)
    const input = seen.has(key) ? { ...named, input: `${named.input}#${number}` } : named
    seen.add(key)
    if (isOf(shard, input.input)) yield input
  }
}

function lineInput(line: string, number: number, cwd: string): Input {
  const unnamed = `line-${number}`
  const beside = resolve(cwd, unnamed)
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { input: unnamed, number, file: `<stdin> ${unnamed}`, path: beside, text: line }
  }
  if (typeof value === 'string') {
    const path = resolve(cwd, value)
    const input = shownPath(path, cwd)
    return { input, number, file: input, path }
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'answers' in value &&
    !('ruleset' in value)
  ) {
    const { name, answers } = value
    return {
      input: name,
      number,
      file: basename(name) || unnamed,
      path: beside,
      text: visibleJson(JSON.stringify(answers)),
    }
  }
  return { input: unnamed, number, file: `<stdin> ${unnamed}`, path: beside, text: line }
}

/** The lines of a stream, asked for one by one: whoever writes them waits while one is worked on. */
export async function* linesFrom(stream: AsyncIterable<Uint8Array | string>, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop()!
    yield* lines
    // A line without end would fill the memory; as much as shows that it is too long is kept.
    if (rest.length > longest * 2) rest = rest.slice(0, longest * 2)
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
