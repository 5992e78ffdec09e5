/** What flowready is and can do, on one screen: `flowready`, `flowready --help`. Made without commander, which costs time. */
import type { CliWords } from '../text/terminal-words.js'
import { after } from '../text/lines.js'
import { wrap } from './wrap.js'
import { widthOf } from '../text/width.js'

/** The commands, in the order in which help lists them. */
export const commandSummaries = ({ help }: CliWords) => ({
  assess: help.assess.summary,
  decide: help.decide.summary,
  score: help.score.summary,
  batch: help.batch.summary,
  worker: help.queue.summary,
  plan: help.plan.summary,
  compare: help.compare.summary,
  cohort: help.batch.cohort.summary,
  verify: help.verify.summary,
  validate: help.validate.summary,
  test: help.test.summary,
  list: help.list.summary,
  show: help.show.summary,
  new: help.new.summary,
  merge: help.merge.summary,
  migrate: help.migrate.summary,
  schema: help.schema.summary,
  completion: help.completion.summary,
  help: help.helpCommand,
})

export type CommandName = keyof ReturnType<typeof commandSummaries>

/** A command, and what it is for. */
export type Example = readonly string[]

/** @param width columns */
export function overview(width: number, cli: CliWords): string {
  const { help } = cli
  return [
    ...wrap(help.about, width, ''),
    '',
    help.examples,
    ...exampleLines(
      [
        help.decide.examples[0],
        help.assess.examples[0],
        help.score.examples[0],
        help.validate.examples[0],
        help.show.examples[0],
      ],
      width,
    ),
    '',
    after(help.usage, 'flowready <command> [options]'),
    '',
    help.commands,
    ...Object.entries(commandSummaries(cli)).flatMap(([name, summary]) => item(name, summary, width)),
    '',
    help.options,
    ...item('-h, --help', help.option.help, width),
    ...item('-V, --version', help.option.version, width),
    '',
    help.more,
    '',
  ].join('\n')
}

/** Examples with their meaning beside them in a column, or above them where the lines are too short for all. */
export function exampleLines(examples: readonly Example[], width: number): string[] {
  const column = Math.max(...examples.map(([line = '']) => widthOf(line)))
  const beside = examples.every(([, what = '']) => column + widthOf(what) + 6 <= width)
  return examples.flatMap(([line = '', what = '']) => {
    if (what === '') return [`  ${line}`]
    return beside ? [`  ${line.padEnd(column)}  # ${what}`] : [`  # ${what}`, `  ${line}`]
  })
}

const item = (term: string, about: string, width: number): string[] => {
  const [first, ...rest] = wrap(about, width, ' '.repeat(17))
  return [`  ${term.padEnd(15)}${first!.slice(17)}`, ...rest]
}
