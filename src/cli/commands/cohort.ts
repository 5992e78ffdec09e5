/** `flowready cohort merge FILE...` and `page FILE`: many firms compared, without any firm's answers. */
import { openTemplates } from '../../files/templates.js'
import { type Cohort, cohortPage, type CohortNames, mergeCohorts, namesFor, visible, wordsIn } from '../../index.js'
import { cohortIn } from '../cohort-file.js'
import type { Context } from '../context.js'
import { exit, UsageError } from '../exit.js'
import { Libraries } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { shownTheme } from '../theme.js'
import { writeResult } from '../write-result.js'

export interface CohortOptions extends CommonOptions {
  readonly output?: string
  /** Of the page: an earlier cohort. */
  readonly since?: string
  readonly theme?: string
}

/** Adds cohorts up, or shows one. */
export async function run(
  context: Context,
  action: string,
  names: readonly string[],
  options: CohortOptions,
): Promise<number> {
  const say = wordsIn(context.settings.language.value).cohort
  if (action !== 'merge' && action !== 'page') throw new UsageError(say.noAction(visible(action)))
  if (action === 'page' && names.length > 1) throw new UsageError(say.pageOne)
  if (action === 'merge' && (options.since !== undefined || options.theme !== undefined))
    throw new UsageError(say.withMerge)
  const cohorts: Cohort[] = []
  for (const name of names) {
    const cohort = await cohortIn(context, name)
    if (!cohort) return exit.unusable
    cohorts.push(cohort)
  }
  if (action === 'page') return page(context, cohorts[0]!, options)
  return writeResult(context, options.output, () => `${JSON.stringify(mergeCohorts(cohorts), null, 2)}\n`)
}

async function page(
  context: Context,
  cohort: Cohort,
  { since, theme: themeName, output }: CohortOptions,
): Promise<number> {
  const { environment, settings } = context
  const before = since === undefined ? undefined : await cohortIn(context, since)
  if (since !== undefined && !before) return exit.unusable
  const theme = themeName === undefined ? undefined : await shownTheme(context, themeName)
  if (themeName !== undefined && !theme) return exit.unusable
  const names = await namesOf(context, cohort)
  const { value: language } = settings.language
  return writeResult(context, output, ({ words }) =>
    cohortPage({
      cohort,
      names,
      language,
      words,
      templates: openTemplates(environment.home),
      ...(before && { before }),
      ...(theme && { theme }),
    }),
  )
}

/** What the ids of those rulesets mean that are installed here. */
async function namesOf(context: Context, { rulesets }: Cohort): Promise<ReadonlyMap<string, CohortNames>> {
  const known = (await Libraries.of(context)).usual
  const names = new Map<string, CohortNames>()
  for (const { id } of rulesets) {
    const { ruleset } = known.library.folder(id) === undefined ? {} : await known.load(id)
    if (ruleset) names.set(id, namesFor(ruleset))
  }
  return names
}
