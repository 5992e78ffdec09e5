/** Many inputs worked on, in order, in one thread or several; what became of each is a line that outlasts a kill. */
import { LineIndex, linesOf } from '../files/lines.js'
import { LineWriter, type OutputFolder } from '../files/output-folder.js'
import type { Input } from './result.js'

export interface Task {
  readonly input: Input
  /** What became of it last time, as it was written. */
  readonly known?: string
}

/** What became of a task. */
export interface Done {
  /** A {@link Result}, as JSON. */
  readonly line: string
  readonly state: 'scored' | 'invalid' | 'unchanged'
  /** Scored below what is asked for, or not at all. */
  readonly below: boolean
}

/** Works on some tasks. In threads, a few at a time: handing over one costs more than scoring it. */
export interface Workforce {
  readonly threads: number
  readonly chunk: number
  work(tasks: readonly Task[]): Promise<readonly Done[]>
}

export interface Counts {
  scored: number
  invalid: number
  unchanged: number
  below: number
}

export interface Batch {
  readonly inputs: AsyncIterable<Input>
  readonly workforce: Workforce
  readonly folder: OutputFolder
  /** Tells the memory of this run from that of others in the folder. */
  readonly name: string
  /** Nothing that was known counts. */
  readonly force: boolean
  readonly failFast: boolean
  readonly signal: AbortSignal
  readonly onProgress: (counts: Counts) => void
}

export interface Ran {
  readonly counts: Counts
  /** All inputs have been seen; the results are then in {@link resultsName}. */
  readonly finished: boolean
}

export const resultsName = (name: string): string => `results${name}.ndjson`
const partName = (name: string, n: number): string => `results${name}.part-${n}.ndjson`

/** Works on all inputs. */
export async function runBatch(batch: Batch): Promise<Ran> {
  const { folder, name, workforce, failFast, signal } = batch
  const isPart = (it: string) => it.startsWith(`results${name}.part-`)
  const parts = folder
    .remembered()
    .filter(isPart)
    .sort((a, b) => partNumber(a) - partNumber(b))
  const next = partNumber(parts.at(-1) ?? '') + 1
  const before = batch.force ? undefined : new LineIndex([resultsName(name), ...parts].map((it) => folder.state(it)))
  const results = new LineWriter(folder.state(partName(name, next)))

  const counts: Counts = { scored: 0, invalid: 0, unchanged: 0, below: 0 }
  const queue: Promise<readonly Done[]>[] = []
  let chunk: Task[] = []
  let stopped = false
  let rested = performance.now()

  const take = async (): Promise<void> => {
    const all = await queue.shift()!
    for (const { line, state, below } of all) {
      if (stopped) break
      results.add(`${line}\n`)
      counts[state]++
      if (below) counts.below++
      if (failFast && (state === 'invalid' || below)) stopped = true
    }
    batch.onProgress(counts)
    // Signals are heard in between only.
    if (performance.now() - rested > 25) {
      await new Promise((resolve) => setImmediate(resolve))
      rested = performance.now()
    }
    if (signal.aborted) stopped = true
  }
  const send = (): void => {
    const work = workforce.work(chunk)
    // Seen in its turn; until then it is nobody's.
    work.catch(() => undefined)
    queue.push(work)
    chunk = []
  }
  try {
    for await (const input of batch.inputs) {
      const known = before?.get(input.input)
      chunk.push(known === undefined ? { input } : { input, known })
      if (chunk.length < workforce.chunk) continue
      send()
      if (queue.length >= workforce.threads * 2 - 1) await take()
      if (stopped) break
    }
    if (chunk.length > 0 && !stopped) send()
    while (queue.length > 0 && !stopped) await take()
  } finally {
    before?.close()
  }
  if (stopped) return { counts, finished: false }
  folder.rename(partName(name, next), resultsName(name))
  folder.forget(parts)
  return { counts, finished: true }
}

const partNumber = (name: string): number => Number(/part-(\d+)/.exec(name)?.[1] ?? 0)

/** Results of a run that has finished, as JSON, in the order of its inputs. */
export function* resultsOf(folder: OutputFolder, name: string): Generator<string> {
  for (const { line } of linesOf(folder.state(resultsName(name)))) yield line
}
