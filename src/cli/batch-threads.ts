/** Threads that share the work of a batch. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Done, Task, Workforce } from '../batch/run.js'
import { OutputFolder } from '../files/output-folder.js'
import { WriteError } from '../files/write.js'
import type { BatchSettings } from './batch-scorer.js'
import type { Context } from './context.js'
import type { Settings } from './settings.js'

/** What a thread starts with. */
export interface Start {
  readonly home: string
  readonly cwd: string
  readonly version: string
  readonly settings: Settings
  readonly batch: BatchSettings
  readonly writer: string
}

type Answer =
  | { readonly done: readonly Done[] }
  | { readonly notWritten: { readonly path: string; readonly code: string } }
  | { readonly fault: string }

export interface Threads extends Workforce {
  end(): Promise<void>
}

/** Handing over costs some 70 microseconds, whatever is handed over. */
const chunk = 16

export function threadsOf(context: Context, batch: BatchSettings, name: string, threads: number): Threads {
  const { home, cwd, version } = context.environment
  const writer = (i: number) => `work${name}-thread-${i + 1}`
  const begun = (i: number) =>
    new Hand(join(home, 'dist', 'cli', 'batch-worker.js'), {
      home,
      cwd,
      version,
      settings: context.settings,
      batch,
      writer: writer(i),
    })
  const idle: Hand[] = Array.from({ length: threads }, (_, i) => begun(i))
  const all = [...idle]
  let over = false
  const waiting: ((hand: Hand) => void)[] = []
  return {
    threads,
    chunk,
    async work(tasks) {
      const hand = idle.pop() ?? (await new Promise<Hand>((resolve) => waiting.push(resolve)))
      try {
        return await hand.work(tasks)
      } finally {
        const next = waiting.shift()
        const free = hand.broken && !over ? (all[all.indexOf(hand)] = begun(all.indexOf(hand))) : hand
        if (next) next(free)
        else idle.push(free)
      }
    },
    end: async () => {
      over = true
      await Promise.all(all.map((hand) => hand.end()))
      if (batch.output === undefined) return
      const folder = new OutputFolder(batch.output, `work${name}`)
      folder.forget(all.map((_, i) => `writing-${writer(i)}`))
      folder.close()
    },
  }
}

/** One thread, with one thing to do at a time. */
class Hand {
  readonly #worker: Worker
  #settle: { resolve: (done: readonly Done[]) => void; reject: (error: Error) => void } | undefined
  #broken: Error | undefined

  /** It takes no more work: another has to. */
  get broken(): boolean {
    return this.#broken !== undefined
  }

  constructor(file: string, start: Start) {
    this.#worker = new Worker(file, { workerData: start })
    this.#worker.on('message', (answer: Answer) => {
      if ('done' in answer) this.#settle?.resolve(answer.done)
      else if ('notWritten' in answer)
        this.#settle?.reject(new WriteError(answer.notWritten.path, answer.notWritten.code))
      else this.#settle?.reject(new Error(answer.fault))
    })
    this.#worker.on('error', (error) => this.#break(error))
    this.#worker.on('exit', () => this.#break(new Error('a thread ended')))
  }

  #break(error: Error): void {
    this.#broken ??= error
    this.#settle?.reject(this.#broken)
  }

  work(tasks: readonly Task[]): Promise<readonly Done[]> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken)
      this.#settle = { resolve, reject }
      this.#worker.postMessage(tasks)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}
