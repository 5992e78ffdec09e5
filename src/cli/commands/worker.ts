/** `flowready worker`: scores what batches put on a queue, until it is told to stop. */
import { randomUUID } from 'node:crypto'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../../batch/result.js'
import { asideSystem, folderSystem } from '../../files/port.js'
import { WriteError } from '../../files/write.js'
import { visible, wordsIn } from '../../index.js'
import { type Threads, threadsOf } from '../batch-threads.js'
import { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import {
  addressOf,
  type Failure,
  loadBull,
  type Made,
  madeHere,
  queueName,
  reached,
  unpacked,
  type Work,
  type Worked,
} from '../queue.js'
import type { CommonOptions } from '../settings.js'

export interface WorkerOptions extends CommonOptions {
  readonly queue?: string
  readonly concurrency?: number
}

/** Works until it is stopped, or until it meets work of another version or other rules. */
export async function run(context: Context, options: WorkerOptions): Promise<number> {
  const { environment } = context
  const say = wordsIn(context.settings.language.value).queue
  if (options.queue === undefined) throw new UsageError(say.noAddress)
  const at = addressOf(context, options.queue)
  const { Worker, WaitingError } = loadBull(context)
  const made = await madeHere(context)
  const concurrency = options.concurrency ?? availableParallelism()
  const crews = new Crews(context, concurrency)
  let refused: string | undefined
  let stop: () => void = () => undefined
  const stopped = new Promise<void>((resolve) => (stop = resolve))

  const worker = new Worker(
    queueName,
    async (job, token) => {
      refused ??= refusalOf(made, job.data.made, say)
      if (refused === undefined) return crews.work(job.data)
      // Back to where it was, for a worker that fits.
      await job.moveToWait(token)
      stop()
      throw new WaitingError()
    },
    {
      connection: at.connection,
      concurrency,
      // Scoring is done in threads, so that this one is never too busy to say that it lives.
      lockDuration: 10_000,
      stalledInterval: 5000,
      maxStalledCount: 3,
    },
  )
  try {
    await reached(context, worker, at)
  } catch (error) {
    at.leave()
    void worker.close().catch(() => undefined)
    throw error
  }
  let warned = ''
  worker.on('error', (error) => {
    // Whoever took over a job that this worker was thought dead over finishes it.
    if (/lock/i.test(error.message) || warned === error.message) return
    warned = error.message
    void context.warn(say.refused(at.shown, visible(error.message)))
  })
  context.say(say.ready(at.shown, concurrency))
  const { signal } = environment
  signal.addEventListener('abort', () => stop(), { once: true })
  if (!signal.aborted) await stopped
  if (refused === undefined) context.say(say.draining)
  await worker.close()
  await crews.end()
  if (refused !== undefined) {
    await context.warn(refused)
    return exit.unusable
  }
  return exit.passed
}

function refusalOf(here: Made, there: Made, say: ReturnType<typeof wordsIn>['queue']): string | undefined {
  if (here.version !== there.version) return say.otherVersion(visible(there.version), here.version)
  return here.rulesets === there.rulesets
    ? undefined
    : say.otherRules(there.rulesets.slice(0, 12), here.rulesets.slice(0, 12))
}

interface Crew {
  readonly threads: Threads
  readonly output: string
  readonly inline: boolean
  busy: number
}

/** Threads for each way of scoring that is asked for; those of a batch that is over are let go. */
class Crews {
  readonly #context: Context
  readonly #size: number
  readonly #crews = new Map<string, Crew>()

  constructor(context: Context, size: number) {
    this.#context = context
    this.#size = size
  }

  /** @throws Error whose message is a {@link Failure} */
  async work(work: Work): Promise<Worked> {
    const key = JSON.stringify([work.language, work.settings, work.inline])
    const crew = await this.#crewOf(key, work)
    let unwritten = false
    try {
      const done = await crew.threads.work(work.inputs.map((input) => ({ input })))
      if (!work.inline) return { done }
      const reports = done.flatMap(({ line }) =>
        ((JSON.parse(line) as Result).scored?.reports ?? []).map(([name]): [string, string] => {
          const content = Buffer.from(folderSystem.readFile(join(crew.output, name))).toString('base64')
          folderSystem.remove(join(crew.output, name))
          return [name, content]
        }),
      )
      return { done, reports }
    } catch (error) {
      const failure: Failure =
        error instanceof WriteError
          ? { notWritten: { path: error.path, code: error.code } }
          : { fault: error instanceof Error ? error.message : String(error) }
      unwritten = failure.notWritten !== undefined
      throw new Error(JSON.stringify(failure), { cause: error })
    } finally {
      // Where the folder could not be used, it is opened anew the next time.
      if (--crew.busy === 0 && unwritten && this.#crews.delete(key)) await this.#ended(crew)
    }
  }

  /** Counted as busy. */
  async #crewOf(key: string, { language, settings: text, inline }: Work): Promise<Crew> {
    for (const [other, crew] of this.#crews) {
      if (crew.busy > 0 || other === key) continue
      this.#crews.delete(other)
      await this.#ended(crew)
    }
    const known = this.#crews.get(key)
    if (known) {
      known.busy++
      return known
    }
    const { environment, settings } = this.#context
    const asked = unpacked(text)
    const output = inline ? asideSystem.make(join(tmpdir(), 'flowready-worker-')) : asked.output!
    const context = new Context(environment, { ...settings, language: { value: language, from: 'queue' } })
    const threads = threadsOf(context, { ...asked, output }, `queue-${randomUUID()}`, this.#size)
    const crew = { threads, output, busy: 1, inline }
    this.#crews.set(key, crew)
    return crew
  }

  async end(): Promise<void> {
    await Promise.all([...this.#crews.values()].map((crew) => this.#ended(crew)))
  }

  async #ended(crew: Crew): Promise<void> {
    await crew.threads.end()
    if (crew.inline) asideSystem.remove(crew.output)
  }
}
