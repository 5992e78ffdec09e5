/** A filter for engines that are made of pipes: inputs in, what became of each out, line by line. */
import { errorOf, summaryOf } from '../batch/finish.js'
import { inputsFrom, linesFrom, type Shard } from '../batch/inputs.js'
import type { Result } from '../batch/result.js'
import { limits, visibleJson, wordsIn } from '../index.js'
import { BatchScorer, type BatchSettings } from './batch-scorer.js'
import type { Context } from './context.js'
import type { Output } from './environment.js'
import { exit } from './exit.js'

/**
 * One line out for each line in, in order, before the next is read: whoever asks may wait for the answer, and a slow
 * reader slows the writer. What is invalid, or goes wrong here, is a line too.
 */
export async function runStream(
  context: Context,
  settings: BatchSettings,
  shard: Shard | undefined,
  failFast: boolean,
): Promise<number> {
  const { cwd, stdin, stdout, signal } = context.environment
  const words = wordsIn(context.settings.language.value)
  const scorer = await BatchScorer.of(context, settings, '')
  let [all, scored, failed, faults] = [0, 0, 0, 0]
  for await (const input of inputsFrom(linesFrom(stdin, limits.bytes), cwd, shard)) {
    if (signal.aborted) return exit.interrupted
    all++
    let line: object
    let bad = true
    try {
      const { line: text, state, below, report } = await scorer.score({ input })
      const result = JSON.parse(text) as Result
      line = {
        ...summaryOf(result),
        diagnostics: result.diagnostics.map((it) => errorOf(result, it, words)),
        ...(report && { report }),
      }
      if (state === 'scored') scored++
      bad = state === 'invalid' || below
    } catch (error) {
      faults++
      const message = error instanceof Error ? error.message : String(error)
      line = { schema: 'flowready-summary/1', input: input.input, number: input.number, outcome: 'fault', message }
    }
    if (bad) failed++
    if (!(await taken(stdout, `${visibleJson(JSON.stringify(line))}\n`))) break
    if (failFast && bad) break
  }
  if (faults > 0) return exit.fault
  // Engines hand some of their filters nothing.
  if (all === 0) return exit.passed
  return scored === 0 ? exit.unusable : failed > 0 ? exit.problems : exit.passed
}

/** Writes, and waits until there is room for more. False: nobody reads any more. */
async function taken(stdout: Output, text: string): Promise<boolean> {
  const went = stdout.write(text)
  if (stdout.destroyed === true) return false
  if (went !== false || !stdout.once) return true
  await new Promise<void>((resolve) => {
    for (const event of ['drain', 'close', 'error']) stdout.once!(event, resolve)
  })
  return (stdout.destroyed as boolean | undefined) !== true
}
