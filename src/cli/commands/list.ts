/** `flowready list`: the rulesets that answers can be scored with. */
import { shownPath } from '../../files/names.js'
import { type Ruleset, visible, withoutCommands, wordsIn } from '../../index.js'
import type { Context } from '../context.js'
import { exit } from '../exit.js'
import { formatNamed } from '../formats.js'
import { dataFormats } from '../data-formats.js'
import { Libraries } from '../rulesets.js'
import type { CommonOptions } from '../settings.js'
import { table } from '../table.js'

export interface ListOptions extends CommonOptions {
  readonly format?: string
}

/** Lists rulesets by id. */
export async function run(context: Context, options: ListOptions): Promise<number> {
  const { cli } = wordsIn(context.settings.language.value).terminal
  const format = formatNamed(dataFormats, options.format ?? 'text', cli)
  const { usual } = await Libraries.of(context)
  const rulesets: { it: Ruleset; folder: string }[] = []
  const invalid: string[] = []
  for (const id of usual.library.ids()) {
    const { ruleset } = await usual.load(id)
    if (ruleset) rulesets.push({ it: ruleset, folder: shownPath(usual.library.folder(id)!, context.environment.cwd) })
    else invalid.push(id)
  }

  if (format === 'json') {
    context.printJson({
      schema: 'flowready-rulesets/1',
      rulesets: rulesets.map(({ it, folder }) => ({ ...summaryOf(it), folder })),
      invalid,
    })
  } else if (rulesets.length > 0) {
    const color = await context.colour('stdout')
    const rows = rulesets.map(({ it }) => {
      const { version, questions, facts } = summaryOf(it)
      return [visible(it.id), version, String(questions), String(facts), visible(it.title)]
    })
    const { ruleset, version, questions, facts, title } = cli.list
    context.print(
      withoutCommands(
        table([ruleset, version, questions, facts, title], rows, {
          width: context.width,
          right: [2, 3],
          heading: color.bold,
        }),
      ),
    )
  } else context.say(cli.list.none)
  for (const id of invalid) await context.warn(cli.list.invalid(visible(id)))
  return invalid.length > 0 ? exit.problems : exit.passed
}

/** What there is in a ruleset, a suite's parts counted in. */
export function summaryOf(it: Ruleset) {
  const all = [it, ...it.parts.map((part) => part.ruleset)]
  const values = new Map(all.flatMap((one) => [...one.values]))
  const kinds = [...values.values()].map((value) => value.kind)
  return {
    id: it.id,
    version: it.version,
    title: it.title,
    ...(it.about === undefined ? {} : { about: it.about }),
    language: it.language,
    reviewed: it.reviewed,
    sha256: it.sha256,
    model: it.model,
    sections: all.reduce((sum, one) => sum + one.sections.length, 0),
    questions: all.reduce((sum, one) => sum + one.questions.size, 0),
    facts: kinds.filter((kind) => kind === 'fact').length,
    derived: kinds.filter((kind) => kind === 'derived').length,
    determinations: kinds.filter((kind) => kind === 'determination').length,
    sources: new Set(all.flatMap((one) => [...one.sources.keys()])).size,
    parts: it.parts.map(({ ruleset, weight }) => ({ id: ruleset.id, version: ruleset.version, weight })),
  }
}
