/** `flowready worker`: scores what batches put on a queue, until it is told to stop. */
import { randomUUID } from 'node:crypto'
import { availableParallelism, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../../batch/result.js'
import { asideSystem, folderSystem } from '../../files/port.js'
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
  const { signal } = context.environment
  const say = wordsIn(context.settings.language.value).queue
  if (options.queue === undefined) throw new UsageError(say.noAddress)
  const at = addressOf(context, options.queue)
  const { Worker, WaitingError, UnrecoverableError } = loadBull(context)
  const made = await madeHere(context)
  const concurrency = options.concurrency ?? availableParallelism()
  const crew = new Crew(context, concurrency)
  let refused: string | undefined
  let stop: () => void = () => undefined
  const stopped = new Promise<void>((resolve) => (stop = resolve))

  const worker = new Worker(
    queueName,
    async (job, token) => {
      refused ??= refusalOf(made, job.data.made, say)
      if (refused !== undefined) {
        // Back to where it was, for a worker that fits.
        await job.moveToWait(token)
        stop()
        throw new WaitingError()
      }
      try {
        return await crew.work(job.data)
      } catch (error) {
        const failure = failureOf(error)
        // A disk may be full for a while. What breaks twice is at fault itself.
        const again = 'notWritten' in failure || job.attemptsMade === 0
        throw new (again ? Error : UnrecoverableError)(JSON.stringify(failure))
      }
    },
    {
      connection: at.connection,
      concurrency,
      autorun: false,
      runRetryDelay: 1000,
      // Scoring is done in threads, so that this one is never too busy to say that it lives.
      lockDuration: 10_000,
      stalledInterval: 5000,
      maxStalledCount: 3,
    },
  )
  await reached(context, at, worker)
  const warned = new Set<string>()
  worker.on('error', ({ message }) => {
    // Whoever took over a job that this worker was thought dead over finishes it.
    if (/lock/i.test(message) || warned.has(message)) return
    warned.add(message)
    void context.warn(say.refused(at.shown, visible(message)))
  })
  void worker.run()
  context.say(say.ready(at.shown, concurrency))
  signal.addEventListener('abort', () => stop(), { once: true })
  if (!signal.aborted) await stopped
  if (refused === undefined) context.say(say.draining)
  await worker.close()
  await crew.end()
  if (refused === undefined) return exit.passed
  await context.warn(refused)
  return exit.unusable
}

function refusalOf(here: Made, there: Made, say: ReturnType<typeof wordsIn>['queue']): string | undefined {
  if (here.version !== there.version) return say.otherVersion(visible(there.version), here.version)
  const short = (it: Made) => visible(it.rulesets.slice(0, 12))
  return here.rulesets === there.rulesets ? undefined : say.otherRules(short(there), short(here))
}

/** A trouble with a file has a code, and may be over the next time. */
function failureOf(error: unknown): Failure {
  const { name, message, errno, path = '', code = '' } = error as NodeJS.ErrnoException
  if (name !== 'WriteError' && errno === undefined) return { fault: message }
  return { notWritten: { host: hostname(), path, code } }
}

/** Threads that score in the way that one batch asks for. */
interface Hands {
  readonly key: string
  readonly threads: Threads
  readonly output: string
  readonly inline: boolean
  busy: number
}

/** The threads of a worker: others for every batch, since each has settings of its own. */
class Crew {
  readonly #context: Context
  readonly #size: number
  #hands: Hands | undefined

  constructor(context: Context, size: number) {
    this.#context = context
    this.#size = size
  }

  /** @throws Error where a file cannot be written, or a thread breaks */
  async work(work: Work): Promise<Worked> {
    const hands = this.#handsFor(work)
    hands.busy++
    try {
      const done = await hands.threads.work(work.inputs.map((input) => ({ input })))
      if (!work.inline) return { done }
      const names = done.flatMap(({ line }) => (JSON.parse(line) as Result).scored?.reports ?? [])
      return { done, reports: names.map(([name]) => [name, taken(join(hands.output, name))] as const) }
    } catch (error) {
      // Where a folder could not be used, it is opened anew the next time.
      if (this.#hands === hands) this.#hands = undefined
      throw error
    } finally {
      if (--hands.busy === 0 && this.#hands !== hands) await ended(hands)
    }
  }

  #handsFor({ language, settings: text, inline }: Work): Hands {
    const key = JSON.stringify([language, text, inline])
    const before = this.#hands
    if (before?.key === key) return before
    const { environment, settings } = this.#context
    const asked = unpacked(text)
    const output = inline ? asideSystem.make(join(tmpdir(), 'flowready-worker-')) : asked.output!
    const context = new Context(environment, { ...settings, language: { value: language, from: 'queue' } })
    const threads = threadsOf(context, { ...asked, output }, `queue-${randomUUID()}`, this.#size)
    const hands = (this.#hands = { key, threads, output, inline, busy: 0 })
    // Nothing else may begin while they leave.
    if (before?.busy === 0) void ended(before)
    return hands
  }

  async end(): Promise<void> {
    if (this.#hands) await ended(this.#hands)
  }
}

async function ended({ threads, inline, output }: Hands): Promise<void> {
  await threads.end()
  if (inline) asideSystem.remove(output)
}

/** What a file holds, in base64; it is gone then. */
function taken(path: string): string {
  const content = Buffer.from(folderSystem.readFile(path)).toString('base64')
  folderSystem.remove(path)
  return content
}
