/** A thread of a batch: scores what it is handed, a few inputs at a time. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Task } from '../batch/run.js'
import { WriteError } from '../files/write.js'
import { loadWords } from '../index.js'
import { BatchScorer } from './batch-scorer.js'
import type { Start } from './batch-threads.js'
import { Context } from './context.js'
import type { Environment } from './environment.js'

const { home, cwd, version, settings, batch, writer } = workerData as Start
const port = parentPort!
const silent = { write: () => true }
const environment: Environment = {
  argv: [],
  cwd,
  env: {},
  stdin: {
    async *[Symbol.asyncIterator]() {
      // A thread reads nothing of its own.
    },
  },
  stdout: silent,
  stderr: silent,
  now: () => new Date(),
  version,
  columns: undefined,
  signal: new AbortController().signal,
  home,
}
await loadWords(settings.language.value)
// Told with the first answer, where there is something to tell.
const scorer = BatchScorer.of(new Context(environment, settings), batch, writer)
scorer.catch(() => undefined)

port.on('message', (tasks: readonly Task[]) => {
  void answer(tasks).then((message) => port.postMessage(message))
})

async function answer(tasks: readonly Task[]) {
  try {
    const done = []
    for (const task of tasks) done.push(await (await scorer).score(task))
    return { done }
  } catch (error) {
    if (error instanceof WriteError) return { notWritten: { path: error.path, code: error.code } }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
