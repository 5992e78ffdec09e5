/** `flowready compare OLD NEW`: what moved, because the rules changed and because the firm changed. */
import { compare, comparisonFormats, isDay, visible, wordsIn } from '../../index.js'
import type { Context } from '../context.js'
import { comparedWith, readAssessed, scoreAssessed } from '../earlier.js'
import { exit, UsageError } from '../exit.js'
import { formatNamed } from '../formats.js'
import { Libraries } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { writeResult } from '../write-result.js'

export interface CompareOptions extends CommonOptions {
  readonly format?: string
  readonly output?: string
  readonly asAt?: string
}

/** Compares two assessments of a firm, each an answers file or a report. */
export async function run(context: Context, old: string, now: string, options: CompareOptions): Promise<number> {
  const words = wordsIn(context.settings.language.value)
  const format = formatNamed(comparisonFormats, options.format ?? 'text', words.terminal.cli)
  if (options.asAt !== undefined && !isDay(options.asAt))
    throw new UsageError(words.terminal.cli.notADay('--as-at', visible(options.asAt)))
  const { usual } = await Libraries.of(context)
  const before = await readAssessed(context, old)
  const after = await readAssessed(context, now)
  if (!before || !after) return exit.unusable
  const report = await scoreAssessed(context, after, usual, options.asAt ?? after.report?.asAt)
  if (!report) return exit.unusable
  const compared = await comparedWith(context, before, report, usual)
  if (!compared) return exit.unusable
  const comparison = compare(compared, words)
  return writeResult(context, options.output, (how) => format.render(comparison, how))
}
