/** `flowready batch PATHS...`: many answers files to reports, summaries and a cohort. */
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { finish } from '../../batch/finish.js'
import { inputsFrom, inputsOf, linesFrom, type Shard } from '../../batch/inputs.js'
import { type Counts, resultsOf, runBatch, type Workforce } from '../../batch/run.js'
import { kindOf } from '../../files/find.js'
import { shownPath } from '../../files/names.js'
import { lockedAt } from '../../files/session.js'
import { OutputFolder } from '../../files/output-folder.js'
import { inDigits, isDay, limits, visible, wordsIn } from '../../index.js'
import { BatchScorer, type BatchSettings } from '../batch-scorer.js'
import { mergeParts } from '../batch-merge.js'
import { runStream } from '../batch-stream.js'
import { type Threads, threadsOf } from '../batch-threads.js'
import { cohortIn } from '../cohort-file.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { toldTrouble } from '../file-trouble.js'
import { Progress } from '../progress.js'
import type { CommonOptions } from '../settings.js'
import { shownTheme } from '../theme.js'

export interface BatchOptions extends CommonOptions {
  readonly format?: readonly string[]
  readonly output?: string
  readonly asAt?: string
  readonly failBelow?: number
  readonly failFast?: boolean
  readonly force?: boolean
  readonly resume?: boolean
  readonly theme?: string
  readonly csvBom?: boolean
  readonly withConfidential?: boolean
  readonly plan?: boolean
  readonly cohort?: string
  readonly shard?: string
  readonly jobs?: number
  readonly queue?: string
  readonly inline?: boolean
}

/** Below so many inputs, starting threads takes longer than what they save. */
const few = 100
const mostThreads = 64

/** Scores many answers files. */
export async function run(context: Context, names: readonly string[], options: BatchOptions): Promise<number> {
  const { environment, settings } = context
  const { cwd, stdin } = environment
  const words = wordsIn(settings.language.value)
  const { cli } = words.terminal
  const say = words.batch
  if (options.asAt !== undefined && !isDay(options.asAt))
    throw new UsageError(cli.notADay('--as-at', visible(options.asAt)))
  if (names[0] === 'merge') return mergeParts(context, names.slice(1), options.output, options.csvBom === true)
  const shard = shardOf(options.shard, say.badShard)
  if (names.includes('-') && names.length > 1) throw new UsageError(say.stdinAlone)
  if (names[0] === '-' && stdin.isTTY === true) throw new UsageError(say.stdinTerminal)
  if (options.resume === true && options.force === true) throw new UsageError(say.resumeForce)
  if (options.queue !== undefined && options.jobs !== undefined) throw new UsageError(words.queue.noJobs)
  if (options.inline === true && options.queue === undefined) throw new UsageError(words.queue.inlineAlone)
  if (options.format?.includes('ndjson')) {
    if (options.queue !== undefined) throw new UsageError(words.queue.noNdjson)
    const rest = options.format.filter((name) => name !== 'ndjson' && name !== 'json')
    if (names[0] !== '-') throw new UsageError(say.ndjsonInput)
    if (rest.length > 0 || (options.output ?? '-') !== '-') throw new UsageError(say.ndjsonWith)
    const withReport = options.format.includes('json')
    const settings = await settingsOf(context, { ...options, format: [] }, undefined)
    if (!settings) return exit.unusable
    return runStream(context, { ...settings, withReport }, shard, options.failFast === true)
  }
  if (options.output === undefined || options.output === '-') throw new UsageError(say.noOutput)
  const output = resolve(cwd, options.output)
  if ((await kindOf(output)) === 'file') throw new UsageError(say.outputIsFile(visible(options.output)))
  const batchSettings = await settingsOf(context, options, output)
  if (!batchSettings) return exit.unusable

  const name = shard ? `-${shard.part}-of-${shard.of}` : ''
  const shown = (path: string) => visible(shownPath(path, cwd))
  let progress: Progress | undefined
  let threads: Threads | undefined
  let release: (() => void) | undefined
  try {
    const scorer = await BatchScorer.of(context, batchSettings, `work${name}`)
    const folder = new OutputFolder(output, `sums${name}`)
    const lockPath = folder.state(`lock${name}`)
    const taken = lockedAt(lockPath)
    if ('heldBy' in taken) {
      await context.warn(cli.new.locked(shown(output), shown(lockPath)))
      return exit.unusable
    }
    release = taken.release
    if (options.resume === true) {
      const before = folder.remembered().filter((it) => it.startsWith(`results${name}.`))
      const rest = before.some((it) => it.includes('.part-'))
      context.say(before.length > 0 ? say.resuming(shown(output), rest) : say.nothingToResume(shown(output)))
    }
    const { inputs, all, empty } = await inputsIn(context, names, shard)
    for (const it of empty) await context.warn(cli.noAnswersIn(visible(it)))
    if (!settings.quiet.value) progress = new Progress(environment, words, all)
    const jobs = Math.min(options.jobs ?? (all !== undefined && all < few ? 1 : availableParallelism()), mostThreads)
    if (options.queue !== undefined) {
      const { queueWorkforce } = await import('../queue-workforce.js')
      const { queue, inline = false } = options
      threads = await queueWorkforce(context, { queue, inline }, { ...batchSettings, output }, scorer)
    } else if (jobs > 1) threads = threadsOf(context, batchSettings, name, jobs)
    const { counts, finished } = await runBatch({
      inputs,
      workforce: threads ?? inThisThread(scorer),
      folder,
      name,
      force: options.force === true,
      failFast: options.failFast === true,
      signal: environment.signal,
      onProgress: (counts) => progress?.show(counts),
    })
    scorer.close()
    await threads?.end()
    progress?.end()
    if (environment.signal.aborted) return exit.interrupted
    if (finished && !shard) finish(resultsOf(folder, name), folder, { words, csvBom: batchSettings.csvBom })
    folder.close()

    const number = sumOf(counts)
    context.say(
      say.sum(number, inDigits(number), inDigits(counts.scored), inDigits(counts.unchanged), inDigits(counts.invalid)),
    )
    if (options.failBelow !== undefined && counts.below > 0)
      await context.warn(say.below(counts.below, inDigits(counts.below), options.failBelow))
    if (!finished) context.say(say.stopped)
    else if (shard) context.say(say.shardDone(shown(output)))
    else {
      context.say(say.summary(shown(join(output, 'summary.csv'))))
      if (counts.invalid > 0) context.say(say.errors(shown(join(output, 'errors.txt'))))
    }
    return codeOf(counts, shard !== undefined)
  } catch (error) {
    progress?.end()
    await threads?.end()
    return toldTrouble(context, error)
  } finally {
    release?.()
  }
}

/** What decides how inputs are scored; undefined where the theme or the cohort cannot be used, which was said. */
async function settingsOf(
  context: Context,
  options: BatchOptions,
  output: string | undefined,
): Promise<BatchSettings | undefined> {
  const theme = options.theme === undefined ? undefined : await shownTheme(context, options.theme)
  if (options.theme !== undefined && !theme) return undefined
  const cohort = options.cohort === undefined ? undefined : await cohortIn(context, options.cohort)
  if (options.cohort !== undefined && !cohort) return undefined
  return {
    ...(output !== undefined && { output }),
    formats: [...new Set(options.format ?? ['json'])],
    csvBom: options.csvBom === true,
    withConfidential: options.withConfidential === true,
    plan: options.plan === true,
    ...(options.asAt !== undefined && { asAt: options.asAt }),
    ...(options.failBelow !== undefined && { failBelow: options.failBelow }),
    ...(theme && { theme }),
    ...(cohort && { cohort }),
  }
}

async function inputsIn(context: Context, names: readonly string[], shard: Shard | undefined) {
  const { cwd, stdin } = context.environment
  if (names[0] === '-') return { inputs: inputsFrom(linesFrom(stdin, limits.bytes), cwd, shard), empty: [] }
  const inputs = await inputsOf(names, cwd, shard)
  let all = 0
  // Counted first, so that the time that is left can be told.
  for await (const _ of inputs.all()) all++
  return { inputs: inputs.all(), all, empty: inputs.empty }
}

const inThisThread = (scorer: BatchScorer): Workforce => ({
  threads: 1,
  chunk: 1,
  work: async ([task]) => [await scorer.score(task!)],
})

function shardOf(text: string | undefined, bad: string): Shard | undefined {
  if (text === undefined) return undefined
  const [, part, of] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).map(Number)
  if (part === undefined || of === undefined || part > of) throw new UsageError(bad)
  return { part, of }
}

const sumOf = ({ scored, invalid, unchanged }: Counts): number => scored + invalid + unchanged

/** A shard in whose part nothing lies has done it. */
function codeOf(counts: Counts, isShard: boolean): number {
  const good = counts.scored + counts.unchanged
  if (good === 0 && !(isShard && counts.invalid === 0)) return exit.unusable
  return counts.invalid > 0 || counts.below > 0 ? exit.problems : exit.passed
}
