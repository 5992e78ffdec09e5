/** `flowready plan ANSWERS`: the cheapest remedies to a band or a score. */
import { resolve } from 'node:path'
import { shownPath } from '../../files/names.js'
import { readText } from '../../files/read-text.js'
import {
  type Assessment,
  isDay,
  nearest,
  nextBand,
  planFor,
  planFormats,
  type PlanTarget,
  scoreAssessment,
  visible,
  type Words,
  wordsIn,
} from '../../index.js'
import { assessFile, readAnswersFile } from '../answers-file.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { formatNamed } from '../formats.js'
import { Libraries } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { writeResult } from '../write-result.js'
import { reportOf } from '../report-of.js'

export interface PlanOptions extends CommonOptions {
  readonly target?: string
  readonly maxEffort?: string
  readonly format?: string
  readonly output?: string
  readonly asAt?: string
}

/** The search ends after two seconds; then the plan says that it is the best found, and what is proven. */
const patience = 2000

/** Plans for one answers file. */
export async function run(context: Context, name: string, options: PlanOptions): Promise<number> {
  const { environment, settings } = context
  const words = wordsIn(settings.language.value)
  const { cli } = words.terminal
  const format = formatNamed(planFormats, options.format ?? 'text', cli)
  if (options.asAt !== undefined && !isDay(options.asAt))
    throw new UsageError(cli.notADay('--as-at', visible(options.asAt)))
  const maxEffort = options.maxEffort === undefined ? undefined : daysOf(options.maxEffort, words.plan.maxEffort)

  const { usual } = await Libraries.of(context)
  const path = resolve(environment.cwd, name)
  const file = shownPath(path, environment.cwd)
  const read = readAnswersFile(path, file, await readText(path, file))
  const { assessment, evidenceFiles, diagnostics, invalidRuleset } = await assessFile(read, usual, options.asAt)
  await context.diagnose(diagnostics)
  if (invalidRuleset !== undefined) await context.warn(cli.rulesetInvalid(visible(file), visible(invalidRuleset)))
  if (!assessment) return exit.unusable

  const scored = scoreAssessment(assessment)
  const target = options.target === undefined ? nextBand(scored) : targetOf(assessment, options.target, words)
  if (!scored.range) {
    await context.warn(words.plan.noScore(visible(file)))
    return exit.unusable
  }
  const top = assessment.ruleset.bands.at(-1)
  const fallback: PlanTarget = assessment.scope === 'full' && top ? { band: top, points: top.from } : { points: 100 }
  const report = reportOf(context, scored, evidenceFiles)
  const end = environment.now().getTime() + patience
  const plan = planFor(scored, report, target ?? fallback, {
    words,
    stop: () => environment.now().getTime() >= end,
    ...(maxEffort === undefined ? {} : { maxEffort }),
  })!
  return writeResult(context, options.output, (how) => format.render(plan, how))
}

/** A band by its id or its label, or a score. @throws UsageError */
function targetOf({ ruleset, scope }: Assessment, text: string, { plan: say, marks }: Words): PlanTarget {
  const { bands } = ruleset
  const wanted = text.trim()
  const band = bands.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted.toLowerCase())
  if (band) {
    if (scope !== 'full') throw new UsageError(say.quickBand)
    return { band, points: band.from }
  }
  const names = bands.map(({ id }) => id)
  if (!/^[-+.\d]/.test(wanted)) {
    const suggestion = nearest(wanted, names)
    throw new UsageError(say.unknownBand(visible(wanted), suggestion, marks.list(names)))
  }
  const points = /^\d{1,3}(\.\d{1,9})?$/.test(wanted) ? Number(wanted) : NaN
  if (!(points >= 0 && points <= 100)) throw new UsageError(say.outside(visible(wanted)))
  return { points }
}

function daysOf(text: string, wrong: (value: string) => string): number {
  const days = /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN
  if (!Number.isInteger(days * 4)) throw new UsageError(wrong(visible(text)))
  return days
}
