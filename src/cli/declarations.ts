/** The commands: what each takes, what its help says, where it lies. */
import type { Option } from 'commander'
import type { CliWords } from '../text/terminal-words.js'
import type { Context } from './context.js'
import { dataFormats } from './data-formats.js'
import { type FormatNames, optionsIn } from './options.js'
import type { CommandName, Example } from './overview.js'

/** A command as it stands on a command line; every command takes the options of `common` besides. */
export interface Declaration {
  readonly about: string
  readonly examples: readonly Example[]
  readonly notes?: readonly string[]
  /** Exit codes whose meaning is particular here. */
  readonly exits?: Partial<Record<keyof CliWords['help']['exit'], string>>
  readonly arguments?: readonly (readonly [term: string, about: string])[]
  readonly options?: readonly Option[]
  /** A command's file: it gets its arguments and options and gives an exit code. */
  readonly load: () => Promise<{ run: Run }>
}

// What commander hands over is as the declaration says.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Run = (context: Context, ...args: any[]) => Promise<number>

/**
 * Each made when it is asked for: a run takes one of them.
 *
 * @param formats what `--help` and completion say about formats
 */
export function declarations(
  cli: CliWords,
  formats: FormatNames,
): Record<Exclude<CommandName, 'help'>, () => Declaration> {
  const { help } = cli
  const option = optionsIn(cli)
  const data = Object.keys(dataFormats).map((name) => ({ name, summary: '' }))
  return {
    assess: () => ({
      about: help.assess.about,
      examples: help.assess.examples,
      notes: help.assess.notes,
      exits: { '2': help.assess.exit2, '130': help.assess.exit130 },
      arguments: [['[ruleset]', help.assess.ruleset]],
      options: [
        option.answers(help.option.answersAssess),
        option.by(),
        option.asAt(),
        option.rulesets(),
        option.quick(),
        option.section(),
        option.only(),
        option.preview(),
        option.from(),
        option.lang(help.output),
        option.plain(),
      ],
      load: () => import('./commands/assess.js'),
    }),
    decide: () => ({
      about: help.decide.about,
      examples: help.decide.examples,
      exits: { '2': help.decide.exit2, '130': help.decide.exit130 },
      arguments: [['[determination]', help.decide.name]],
      options: [
        option.answers(help.option.answersDecide),
        option.entry(),
        option.asAt(),
        option.rulesets(),
        option.format(formats.decision),
        option.lang(help.output),
        option.plain(),
      ],
      load: () => import('./commands/decide.js'),
    }),
    score: () => ({
      about: help.score.about,
      examples: help.score.examples,
      notes: help.outputRules,
      exits: { '1': help.score.exit1 },
      arguments: [['<answers...>', help.score.names]],
      options: [
        option.formats(formats.report),
        option.output(),
        option.theme(),
        option.csvBom(),
        option.lang(help.output),
        option.withConfidential(),
        option.noAnswers(),
        option.redact(),
        option.asAt(),
        option.rulesets(),
        option.stdinFilename(),
        option.failBelow(),
        option.withPlan(),
        option.since(),
        option.cohort(),
      ],
      load: () => import('./commands/score.js'),
    }),
    batch: () => ({
      about: help.batch.about,
      examples: help.batch.examples,
      notes: help.batch.notes,
      exits: { '1': help.batch.exit1, '2': help.batch.exit2, '130': help.batch.exit130 },
      arguments: [['<paths...>', help.batch.names]],
      options: [
        option.outputFolder(),
        option.formats(formats.report),
        option.theme(),
        option.csvBom(),
        option.lang(help.output),
        option.withConfidential(),
        option.withPlan(),
        option.asAt(),
        option.cohort(),
        option.rulesets(),
        option.force(),
        option.resume(),
        option.shard(),
        option.jobs(),
        option.queue(),
        option.inline(),
        option.failBelow(),
        option.failFast(),
      ],
      load: () => import('./commands/batch.js'),
    }),
    worker: () => ({
      about: help.queue.about,
      examples: help.queue.examples,
      notes: help.queue.notes,
      exits: { '0': help.queue.exit0, '2': help.queue.exit2 },
      options: [option.queue(), option.concurrency(), option.lang(help.output), option.rulesets()],
      load: () => import('./commands/worker.js'),
    }),
    plan: () => ({
      about: help.plan.about,
      examples: help.plan.examples,
      notes: help.plan.notes,
      exits: { '2': help.plan.exit2 },
      arguments: [['<answers>', help.plan.name]],
      options: [
        option.target(),
        option.maxEffort(),
        option.format(formats.plan),
        option.output(),
        option.lang(help.output),
        option.asAt(),
        option.rulesets(),
      ],
      load: () => import('./commands/plan.js'),
    }),
    compare: () => ({
      about: help.compare.about,
      examples: help.compare.examples,
      exits: { '2': help.compare.exit2 },
      arguments: [
        ['<old>', help.compare.old],
        ['<new>', help.compare.now],
      ],
      options: [
        option.format(formats.comparison),
        option.output(),
        option.lang(help.output),
        option.asAt(),
        option.rulesets(),
      ],
      load: () => import('./commands/compare.js'),
    }),
    cohort: () => ({
      about: help.batch.cohort.about,
      examples: help.batch.cohort.examples,
      exits: { '2': help.batch.cohort.exit2 },
      arguments: [
        ['<action>', help.batch.cohort.action],
        ['<files...>', help.batch.cohort.names],
      ],
      options: [option.earlierCohort(), option.theme(), option.output(), option.lang(help.output), option.rulesets()],
      load: () => import('./commands/cohort.js'),
    }),
    verify: () => ({
      about: help.verify.about,
      examples: help.verify.examples,
      exits: { '0': help.verify.exit0, '1': help.verify.exit1, '2': help.verify.exit2 },
      arguments: [['<report>', help.verify.name]],
      options: [
        option.answers(help.option.answersVerify),
        option.format(formats.verification),
        option.output(),
        option.lang(help.output),
        option.rulesets(),
      ],
      load: () => import('./commands/verify.js'),
    }),
    validate: () => ({
      about: help.validate.about,
      examples: help.validate.examples,
      exits: { '1': help.validate.exit1, '2': help.validate.exit2 },
      arguments: [['<paths...>', help.validate.names]],
      options: [
        option.format(formats.diagnostics),
        option.lang(help.output),
        option.rulesets(),
        option.maxWarnings(),
        option.unverified(),
        option.sinceRelease(),
        option.updateLocks(),
      ],
      load: () => import('./commands/validate.js'),
    }),
    test: () => ({
      about: help.test.about,
      examples: help.test.examples,
      exits: { '1': help.test.exit1 },
      arguments: [['<paths...>', help.test.names]],
      options: [
        option.format(formats.diagnostics),
        option.lang(help.output),
        option.rulesets(),
        option.coverage(),
        option.update(),
      ],
      load: () => import('./commands/test.js'),
    }),
    list: () => ({
      about: help.list.about,
      examples: help.list.examples,
      options: [option.format(data), option.lang(help.output), option.rulesets()],
      load: () => import('./commands/list.js'),
    }),
    show: () => ({
      about: help.show.about,
      examples: help.show.examples,
      exits: { '2': help.show.exit2 },
      arguments: [['<name>', help.show.name]],
      options: [option.format(data), option.lang(help.output), option.rulesets(), option.asAsked()],
      load: () => import('./commands/show.js'),
    }),
    new: () => ({
      about: help.new.about,
      examples: help.new.examples,
      exits: { '2': help.new.exit2 },
      arguments: [
        ['<kind>', help.new.kind],
        ['<name>', help.new.name],
      ],
      options: [option.output(), option.lang(help.output), option.rulesets()],
      load: () => import('./commands/new.js'),
    }),
    merge: () => ({
      about: help.merge.about,
      examples: help.merge.examples,
      exits: { '1': help.merge.exit1, '2': help.merge.exit2 },
      arguments: [['<answers...>', help.merge.names]],
      options: [option.output(), option.lang(help.output), option.rulesets()],
      load: () => import('./commands/merge.js'),
    }),
    migrate: () => ({
      about: help.migrate.about,
      examples: help.migrate.examples,
      exits: { '2': help.migrate.exit2 },
      arguments: [['<answers>', help.migrate.name]],
      options: [option.output(), option.lang(help.output), option.rulesets()],
      load: () => import('./commands/migrate.js'),
    }),
    schema: () => ({
      about: help.schema.about,
      examples: help.schema.examples,
      arguments: [['<name>', help.schema.name]],
      options: [option.schemaFor(), option.lang(help.output), option.rulesets()],
      load: () => import('./commands/schema.js'),
    }),
    completion: () => ({
      about: help.completion.about,
      examples: help.completion.examples,
      arguments: [['<shell>', help.completion.shell]],
      load: () => import('./commands/completion.js'),
    }),
  }
}
