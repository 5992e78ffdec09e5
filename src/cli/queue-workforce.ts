/** Machines that share the work of a batch over a queue: what `batch --queue` does instead of scoring by itself. */
import type { Result } from '../batch/result.js'
import type { Done, Task, Workforce } from '../batch/run.js'
import { OutputFolder } from '../files/output-folder.js'
import { WriteError } from '../files/write.js'
import { wordsIn } from '../index.js'
import type { BatchScorer, BatchSettings } from './batch-scorer.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'
import {
  addressOf,
  type BullJob,
  type BullQueue,
  type Failure,
  hashOf,
  loadBull,
  madeHere,
  packed,
  patience,
  queueName,
  reached,
  type Work,
  type Worked,
} from './queue.js'

/** Inputs a job, and half of the jobs that stand in Redis at most, whatever the number of inputs: reports are large. */
const sizes = { shared: { chunk: 32, threads: 128 }, inline: { chunk: 8, threads: 32 } }
/** BullMQ tells what became of jobs in a stream, results and all: who misses one there looks for it two seconds later. */
const told = 16
/** What a worker leaves behind in the folder where it is killed. */
const scratch = /^writing-workqueue-/

/** @param scorer for what needs no other machine: inputs that are as they were, or that cannot be read */
export async function queueWorkforce(
  context: Context,
  { queue: address, inline }: { readonly queue: string; readonly inline: boolean },
  settings: BatchSettings & { readonly output: string },
  scorer: BatchScorer,
): Promise<Workforce & { end(): Promise<void> }> {
  const say = wordsIn(context.settings.language.value).queue
  const at = addressOf(context, address)
  const { Queue, QueueEvents } = loadBull(context)
  const { connection } = at
  const queue = new Queue(queueName, { connection, streams: { events: { maxLen: told } } })
  const events = new QueueEvents(queueName, { connection })
  const folder = new OutputFolder(settings.output, 'queue')
  const made = await madeHere(context)
  const waiting = new Map<string, () => void>()
  let lost: number | undefined
  let warned = ''
  let over = false

  /** Said once for each kind of trouble. */
  const warn = async (text: string): Promise<void> => {
    if (warned === text || over) return
    warned = text
    await context.warn(text)
  }
  events.on('error', () => undefined)
  try {
    await reached(context, queue, at)
  } catch (error) {
    over = true
    at.leave()
    void Promise.allSettled([queue.close(), events.close()])
    throw error
  }
  queue.on('error', () => {
    lost ??= performance.now()
    void warn(say.lost(at.shown))
  })
  for (const event of ['completed', 'failed']) events.on(event, ({ jobId }) => waiting.get(jobId)?.())

  /** Asks the queue; where it is full or away, again and again. @throws UsageError where that takes too long */
  async function asked<T>(ask: () => Promise<T>): Promise<T> {
    for (const since = performance.now(); ; await rest(1000)) {
      try {
        const answer = await orTooLate(ask())
        lost = undefined
        return answer
      } catch (error) {
        if (over || !(error instanceof Error) || !passing.test(error.message)) throw error
        await warn(/OOM/.test(error.message) ? say.full(at.shown) : say.refused(at.shown, error.message))
        if (performance.now() - since > patience) throw new UsageError(say.gaveUp(at.shown))
      }
    }
  }
  /** A connection that is away keeps what is asked until it is back. */
  async function orTooLate<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        if (lost !== undefined && performance.now() - lost > patience) reject(new UsageError(say.gaveUp(at.shown)))
      }, 1000)
    })
    return Promise.race([answer, late]).finally(() => clearInterval(timer))
  }

  /** Hands over some inputs, and waits for what becomes of them. */
  async function worked(work: Work, attempts: number): Promise<Worked | Failure> {
    const id = hashOf(JSON.stringify([work, settings.output]))
    const add = () =>
      queue.add('score', work, {
        jobId: id,
        attempts,
        backoff: { type: 'exponential', delay: 1000 },
        // Each is removed when it was read. What nobody comes back for goes by itself.
        removeOnComplete: { age: 86_400 },
        removeOnFail: { age: 86_400 },
      })
    // What was left of an earlier run: the files it made may be gone.
    if (isOver(await asked(() => queue.getJobState(id)))) await removed(await asked(() => queue.getJob(id)))
    await asked(add)
    for (let rounds = 1; !over; rounds++) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 2000)
        waiting.set(id, () => (clearTimeout(timer), resolve()))
      })
      waiting.delete(id)
      // In this order: what is read before a job is over lacks what came of it.
      const state = await asked(() => queue.getJobState(id))
      const job = isOver(state) ? await asked(() => queue.getJob(id)) : undefined
      if (job) {
        const { returnvalue, failedReason } = job
        await removed(job)
        return state === 'completed' ? returnvalue : failureOf(failedReason)
      }
      // A Redis that was restarted may have lost what came last; where the job is there, nothing is added.
      if (isOver(state) || state === 'unknown') await asked(add)
      if (rounds % 5 === 0 && (await workers(queue)) === 0) await warn(say.noWorkers(at.shown))
    }
    return { fault: '' }
  }
  async function removed(job: BullJob | undefined): Promise<void> {
    if (!job) return
    // One that another batch just took away is gone as well.
    await asked(() =>
      job.remove().catch((error: Error) => (passing.test(error.message) ? Promise.reject(error) : undefined)),
    )
  }

  /** Works on tasks for which nothing is known that holds, until each has come to something. */
  async function sent(tasks: readonly Task[], { again = true, alone = false } = {}): Promise<readonly Done[]> {
    if (tasks.length === 0) return []
    const given = tasks.map(({ input }) => {
      const { source } = scorer.read(input)
      return { input, text: source?.text, sha256: source ? hashOf(source.text) : null }
    })
    const work: Work = {
      made,
      language: context.settings.language.value,
      settings: packed(settings),
      inline,
      inputs: given.map(({ input, text }) => (inline && text !== undefined ? { ...input, text } : input)),
      sha256: given.map(({ sha256 }) => sha256),
    }
    // What failed among others was tried often enough.
    const came = await worked(work, alone ? 2 : 5)
    if (over) return []
    if ('done' in came) {
      for (const [name, content] of came.reports ?? []) folder.write(name, Buffer.from(content, 'base64'))
      const done = await Promise.all(
        came.done.map(async (it, i) => {
          const { inputSha256, scored } = JSON.parse(it.line) as Result
          // Evidence lies beside the answers, where no other machine looks when no storage is shared.
          if (inline && scored && scored.evidence.length > 0) return scorer.score({ input: tasks[i]!.input })
          const holds =
            inputSha256 === given[i]!.sha256 &&
            (scored?.reports ?? []).every(([name, bytes]) => folder.size(name) === bytes)
          return holds ? it : undefined
        }),
      )
      if (done.every((it) => it !== undefined)) return done
      // A file may have changed while it travelled. That it does so twice means that the folder is not the same one.
      if (again) return sent(tasks, { again: false, alone })
      throw new UsageError(say.notShared(tasks[done.indexOf(undefined)]!.input.file))
    }
    if (came.notWritten) throw new WriteError(came.notWritten.path, came.notWritten.code)
    // One among them is at fault: which, is found one by one.
    if (!alone) return (await Promise.all(tasks.map((task) => sent([task], { alone: true })))).flat()
    return [await scorer.setAside(tasks[0]!.input, came.fault ?? '')]
  }

  const end = async (): Promise<void> => {
    if (over) return
    over = true
    const jobs = [...waiting.keys()]
    for (const wake of waiting.values()) wake()
    // What nobody works on yet need not be worked on.
    const leaving = Promise.allSettled(jobs.map(async (id) => (await queue.getJob(id))?.remove()))
    // Answers stay in Redis no longer than they travel.
    await Promise.race([leaving.then(() => queue.trimEvents(0)).catch(() => undefined), rest(1000)])
    at.leave()
    await Promise.race([Promise.allSettled([queue.close(), events.close()]), rest(2000)])
    folder.forget(folder.remembered().filter((name) => scratch.test(name)))
    folder.close()
  }
  context.environment.signal.addEventListener('abort', () => void end(), { once: true })

  return {
    ...(inline ? sizes.inline : sizes.shared),
    async work(tasks) {
      const here = await Promise.all(tasks.map((task) => unlessElsewhere(scorer, task)))
      const there = await sent(tasks.filter((_, i) => !here[i]))
      const next = there[Symbol.iterator]()
      return here.flatMap((it) => it ?? next.next().value ?? [])
    },
    end,
  }
}

/** What became of an input, unless it has to be scored. */
async function unlessElsewhere(scorer: BatchScorer, task: Task): Promise<Done | undefined> {
  const { source } = scorer.read(task.input)
  return source ? scorer.unchanged(task, hashOf(source.text)) : scorer.score(task)
}

const isOver = (state: string): boolean => state === 'completed' || state === 'failed'

/** Troubles of Redis that end. */
const passing = /\b(?:OOM|MISCONF|READONLY|LOADING|BUSY|CLUSTERDOWN|TRYAGAIN|MASTERDOWN)\b|Connection is closed|ECONN/

function failureOf(reason: string | undefined): Failure {
  try {
    return JSON.parse(reason ?? '') as Failure
  } catch {
    // BullMQ's own, such as a job whose workers died one after another.
    return { fault: reason ?? '' }
  }
}

const workers = (queue: BullQueue): Promise<number> =>
  // Some services do not let clients be listed.
  Promise.race([queue.getWorkersCount().catch(() => NaN), rest(2000).then(() => NaN)])

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
