/** A cohort that a flag or an argument names. */
import { resolve } from 'node:path'
import { shownPath } from '../files/names.js'
import { readText } from '../files/read-text.js'
import { type Cohort, isError, locate, readCohort } from '../index.js'
import type { Context } from './context.js'

/** Reads a cohort, and shows what is wrong with it. */
export async function cohortIn(context: Context, name: string): Promise<Cohort | undefined> {
  const { cwd } = context.environment
  const path = resolve(cwd, name)
  const { source, finding } = await readText(path, shownPath(path, cwd))
  const { cohort, findings } = source ? readCohort(source) : { cohort: undefined, findings: [finding] }
  await context.diagnose(await locate(findings, source ? [source] : []))
  return findings.some(isError) ? undefined : cohort
}
