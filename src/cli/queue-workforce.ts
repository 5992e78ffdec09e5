/** Machines that share the work of a batch over a queue: what `batch --queue` does instead of scoring by itself. */
import { randomUUID } from 'node:crypto'
import type { Input, Result } from '../batch/result.js'
import type { Done, Task } from '../batch/run.js'
import { sha256Of } from '../documents/digest.js'
import { OutputFolder } from '../files/output-folder.js'
import { visible, wordsIn } from '../index.js'
import type { BatchScorer, BatchSettings } from './batch-scorer.js'
import type { Threads } from './batch-threads.js'
import type { Job } from './bullmq.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'
import {
  addressOf,
  type Failure,
  loadBull,
  madeHere,
  packed,
  queueName,
  reached,
  rest,
  type Work,
  type Worked,
} from './queue.js'

/** Inputs a job, and half of the jobs that stand in Redis at most, whatever the number of inputs: reports are large. */
const sizes = { shared: { chunk: 32, threads: 128 }, inline: { chunk: 8, threads: 32 } }

/** A queue that was there may be away for some ten minutes: a Redis that reads its file again takes time. */
const tries = 300

/** BullMQ tells what became of jobs in a stream, results and all, which is kept short: who misses one there asks. */
const told = 32
const asksAfter = 5000

/** The seventh attempt comes a minute after the first. What is read is removed; what nobody comes back for goes by itself. */
const options = {
  attempts: 7,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: { age: 86_400 },
  removeOnFail: { age: 86_400 },
}

/** Troubles of Redis that end. */
const passing = /\b(?:OOM|MISCONF|READONLY|LOADING|BUSY|CLUSTERDOWN|TRYAGAIN|MASTERDOWN)\b/

/** An input that was read, and has to be scored. */
interface Open {
  readonly input: Input
  readonly text: string
  readonly sha256: string
}

/** @param scorer for what needs no other machine: inputs that are as they were, or that cannot be read */
export async function queueWorkforce(
  context: Context,
  { queue: address, inline }: { readonly queue: string; readonly inline: boolean },
  settings: BatchSettings & { readonly output: string },
  scorer: BatchScorer,
): Promise<Threads> {
  const { queue: say, terminal } = wordsIn(context.settings.language.value)
  const { writing } = terminal.cli
  const at = addressOf(context, address, tries)
  const { Queue, QueueEvents, connector } = loadBull(context)
  const connection = { ...at.connection, ...connector }
  const queue = new Queue(queueName, { connection, streams: { events: { maxLen: told } } })
  const events = new QueueEvents(queueName, { connection })
  await reached(context, at, queue, events)
  const made = await madeHere(context)
  const folder = new OutputFolder(settings.output, `queue-${randomUUID()}`)
  const waiting = new Map<string, () => void>()
  const warned = new Set<string>()
  let over = false

  /** Said once for each kind of trouble. */
  const warn = async (text: string): Promise<void> => {
    if (over || warned.has(text)) return
    warned.add(text)
    await context.warn(text)
  }
  queue.on('error', () => void warn(say.lost(at.shown)))
  for (const event of ['completed', 'failed'] as const) events.on(event, ({ jobId }) => waiting.get(jobId)?.())

  /** Asks the queue; where it is full, again and again. @throws UsageError where it does not come back */
  async function asked<T>(ask: () => Promise<T>): Promise<T> {
    for (let times = 0; ; times++) {
      try {
        return await ask()
      } catch (error) {
        const { message } = error as Error
        if (over) throw error
        if (/Connection is closed/.test(message) || times > 2 * tries) throw new UsageError(say.gaveUp(at.shown))
        if (!passing.test(message)) throw error
        await warn(/OOM/.test(message) ? say.full(at.shown) : say.refused(at.shown, visible(message)))
        await rest(1000)
      }
    }
  }

  /** Says so where nobody works. After a restart of the queue, workers need a moment to come back. */
  async function watch(): Promise<void> {
    for (let alone = 0; alone < 3;) {
      await rest(asksAfter)
      // Some services do not let clients be listed.
      alone = (await queue.getWorkersCount().catch(() => NaN)) === 0 ? alone + 1 : 0
    }
    await warn(say.noWorkers(at.shown))
  }
  void watch()

  /** Hands over some inputs, and waits for what becomes of them. Nothing: the run is over. */
  async function worked(id: string, work: Work): Promise<Worked | Failure | undefined> {
    // What an earlier run left: the files it made may be gone.
    await asked(() => queue.remove(id))
    for (let job: Job | undefined; !over;) {
      const heard = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, asksAfter)
        waiting.set(id, () => (clearTimeout(timer), resolve()))
      })
      // A Redis that was restarted may have lost what came last.
      if (!job) await asked(() => queue.add('score', work, { ...options, jobId: id }))
      await heard
      job = await asked(() => queue.getJob(id))
      if (job?.finishedOn === undefined) continue
      waiting.delete(id)
      await asked(() => queue.remove(id))
      return job.returnvalue ?? failureOf(job.failedReason ?? '')
    }
    return undefined
  }

  /** Works on inputs until each has come to something. */
  async function sent(open: readonly Open[]): Promise<readonly Done[]> {
    if (open.length === 0) return []
    const work: Work = {
      made,
      language: context.settings.language.value,
      settings: packed(settings),
      inline,
      inputs: open.map(({ input, text }) => (inline ? { ...input, text } : input)),
    }
    const came = await worked(sha256Of(JSON.stringify([work, open.map(({ sha256 }) => sha256)])), work)
    if (!came) return []
    if ('done' in came) {
      for (const [name, content] of came.reports ?? []) folder.write(name, Buffer.from(content, 'base64'))
      return Promise.all(came.done.map((done, i) => seen(done, open[i]!)))
    }
    if ('notWritten' in came) {
      const { host, path, code } = came.notWritten
      const why = writing[code as keyof typeof writing] ?? visible(code)
      throw new UsageError(say.notWritten(visible(host), visible(path), why))
    }
    // One among them is at fault: which, is found one by one.
    if (open.length > 1) return (await Promise.all(open.map((it) => sent([it])))).flat()
    return [await scorer.setAside(open[0]!.input, came.fault)]
  }

  /** What a worker says, if it is so from here. @throws UsageError where no storage is shared */
  async function seen(done: Done, { input, sha256 }: Open): Promise<Done> {
    const { inputSha256, scored } = JSON.parse(done.line) as Result
    // Evidence lies beside the answers, where no other machine looks when no storage is shared.
    if (inline && scored && scored.evidence.length > 0) return scorer.score({ input })
    // Storage over a network may show late what another machine wrote.
    for (let times = 0; times < 4 && inputSha256 === sha256; times++) {
      if ((scored?.reports ?? []).every(([name, bytes]) => folder.size(name) === bytes)) return done
      await rest(1000)
    }
    const { source } = scorer.read(input)
    if (source && sha256Of(source.text) === sha256) throw new UsageError(say.notShared(visible(input.file)))
    // It changed while it travelled.
    return scorer.score({ input })
  }

  async function end(): Promise<void> {
    if (over) return
    over = true
    // What nobody works on yet need not be worked on, and answers stay in Redis no longer than they travel.
    const leaving = [...[...waiting.keys()].map((id) => queue.remove(id)), queue.trimEvents(0)]
    for (const wake of waiting.values()) wake()
    await Promise.race([Promise.allSettled(leaving), rest(1000)])
    at.there = false
    await Promise.race([Promise.allSettled([queue.close(), events.close()]), rest(1000)])
    // Who was killed leaves where it wrote.
    folder.forget(folder.remembered().filter((name) => /^writing-(?:work)?queue-/.test(name)))
    folder.close()
  }
  context.environment.signal.addEventListener('abort', () => void end(), { once: true })

  return {
    ...(inline ? sizes.inline : sizes.shared),
    async work(tasks) {
      const all: (Done | Open)[] = []
      for (const task of tasks) all.push(await doneOrOpen(scorer, task))
      const there = (await sent(all.filter((it) => 'text' in it)))[Symbol.iterator]()
      return all.flatMap((it) => ('line' in it ? it : (there.next().value ?? [])))
    },
    end,
  }
}

/** What cannot be read, and what is as it was, takes no other machine. */
async function doneOrOpen(scorer: BatchScorer, task: Task): Promise<Done | Open> {
  const { source } = scorer.read(task.input)
  if (!source) return scorer.score(task)
  const sha256 = sha256Of(source.text)
  return (await scorer.unchanged(task, sha256)) ?? { input: task.input, text: source.text, sha256 }
}

function failureOf(reason: string): Failure {
  try {
    return JSON.parse(reason) as Failure
  } catch {
    // BullMQ's own, such as a job whose workers died one after another.
    return { fault: reason }
  }
}
