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
  const { Worker, WaitingError, UnrecoverableError, connector } = loadBull(context)
  const made = await madeHere(context)
  const concurrency = options.concurrency ?? availableParallelism()
  const hands = Array.from({ length: concurrency }, () => new Hand(context))
  const idle = [...hands]
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
      // BullMQ hands over no more work than there are hands.
      const hand = idle.pop()!
      try {
        return await hand.work(job.data)
      } catch (error) {
        const failure = failureOf(error)
        // A disk may be full for a while. What breaks twice is at fault itself.
        const again = 'notWritten' in failure || job.attemptsMade === 0
        throw new (again ? Error : UnrecoverableError)(JSON.stringify(failure))
      } finally {
        idle.push(hand)
      }
    },
    {
      connection: { ...at.connection, ...connector },
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
  await Promise.all(hands.map((hand) => hand.end()))
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

/** A thread, begun with the settings of the batch whose work it does. */
class Hand {
  readonly #context: Context
  #begun:
    { readonly key: string; readonly thread: Threads; readonly output: string; readonly aside: boolean } | undefined

  constructor(context: Context) {
    this.#context = context
  }

  /** @throws Error where a file cannot be written, or the thread breaks */
  async work(work: Work): Promise<Worked> {
    const { language, settings, inline, inputs } = work
    const key = JSON.stringify([language, settings, inline])
    if (this.#begun?.key !== key) await this.end()
    try {
      const { thread, output } = (this.#begun ??= this.#begin(key, work))
      const done = await thread.work(inputs.map((input) => ({ input })))
      if (!inline) return { done }
      const names = done.flatMap(({ line }) => (JSON.parse(line) as Result).scored?.reports ?? [])
      return { done, reports: names.map(([name]) => [name, taken(join(output, name))] as const) }
    } catch (error) {
      // Where a folder could not be used, it is opened anew the next time.
      await this.end()
      throw error
    }
  }

  #begin(key: string, { language, settings: text, inline }: Work) {
    const { environment, settings } = this.#context
    const asked = unpacked(text)
    const output = inline ? asideSystem.make(join(tmpdir(), 'flowready-worker-')) : asked.output!
    const context = new Context(environment, { ...settings, language: { value: language, from: 'queue' } })
    return { key, output, aside: inline, thread: threadsOf(context, { ...asked, output }, `queue-${randomUUID()}`, 1) }
  }

  async end(): Promise<void> {
    const begun = this.#begun
    this.#begun = undefined
    await begun?.thread.end()
    if (begun?.aside) asideSystem.remove(begun.output)
  }
}

/** What a file holds, in base64; it is gone then. */
function taken(path: string): string {
  const content = Buffer.from(folderSystem.readFile(path)).toString('base64')
  folderSystem.remove(path)
  return content
}
