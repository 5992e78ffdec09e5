/** `flowready cohort merge FILE...`: cohorts of several hands added up, without any firm's answers. */
import { resolve } from 'node:path'
import { shownPath } from '../../files/names.js'
import { readText } from '../../files/read-text.js'
import { type Cohort, isError, locate, mergeCohorts, readCohort, visible, wordsIn } from '../../index.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import type { CommonOptions } from '../settings.js'
import { writeResult } from '../write-result.js'

export interface CohortOptions extends CommonOptions {
  readonly output?: string
}

/** Adds cohorts up. */
export async function run(
  context: Context,
  action: string,
  names: readonly string[],
  options: CohortOptions,
): Promise<number> {
  const { cwd } = context.environment
  const say = wordsIn(context.settings.language.value).batch
  if (action !== 'merge') throw new UsageError(say.cohortAction(visible(action)))
  const cohorts: Cohort[] = []
  for (const name of names) {
    const path = resolve(cwd, name)
    const { source, finding } = await readText(path, shownPath(path, cwd))
    const { cohort, findings } = source ? readCohort(source) : { cohort: undefined, findings: [finding] }
    await context.diagnose(await locate(findings, source ? [source] : []))
    if (!cohort || findings.some(isError)) return exit.unusable
    cohorts.push(cohort)
  }
  return writeResult(context, options.output, () => `${JSON.stringify(mergeCohorts(cohorts), null, 2)}\n`)
}
