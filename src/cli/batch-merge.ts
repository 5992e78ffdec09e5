/** `flowready batch merge FOLDER...`: the summaries of a run that was shared out. */
import { join, resolve } from 'node:path'
import { finish } from '../batch/finish.js'
import { merged, partsIn, troubleIn } from '../batch/merge.js'
import { OutputFolder } from '../files/output-folder.js'
import { shownPath } from '../files/names.js'
import { inDigits, visible, wordsIn } from '../index.js'
import type { Context } from './context.js'
import { exit, UsageError } from './exit.js'

/** @param output where the summaries go; else to the first folder */
export async function mergeParts(
  context: Context,
  names: readonly string[],
  output: string | undefined,
  csvBom: boolean,
): Promise<number> {
  const { cwd } = context.environment
  const words = wordsIn(context.settings.language.value)
  const say = words.batch
  const [first] = names
  if (first === undefined) throw new UsageError(say.mergeNames)
  const parts = names.flatMap((name) => {
    const found = partsIn(resolve(cwd, name))
    if (found.length === 0) throw new UsageError(say.mergeMissing(visible(name)))
    return found
  })
  const trouble = troubleIn(parts)
  if (trouble) {
    await context.warn(
      trouble.kind === 'divisions'
        ? say.mergeCounts
        : trouble.kind === 'settings'
          ? say.mergeSettings
          : trouble.kind === 'rules'
            ? say.mergeRules(visible(trouble.ruleset))
            : say.mergeIncomplete(words.marks.list(trouble.parts.slice(0, 20).map(String)), trouble.of),
    )
    return exit.unusable
  }
  const into = resolve(cwd, output ?? first)
  const folder = new OutputFolder(into, 'merge')
  let all = 0
  let invalid = 0
  const counted = function* () {
    for (const line of merged(parts)) {
      all++
      if (line.includes('"outcome":"invalid"')) invalid++
      yield line
    }
  }
  finish(counted(), folder, { words, csvBom })
  folder.close()
  context.say(say.merged(new Set(parts.map(({ part }) => part)).size, all, inDigits(all)))
  context.say(say.summary(visible(shownPath(join(into, 'summary.csv'), cwd))))
  return all === invalid ? exit.unusable : invalid > 0 ? exit.problems : exit.passed
}
