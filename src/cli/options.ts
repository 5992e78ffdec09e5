/** Options, each made once by one function; a command puts together those it takes. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { CliWords } from '../text/terminal-words.js'

/** Name and summary of a format, for help and completion. */
export interface FormatNames {
  readonly report: readonly FormatName[]
  readonly diagnostics: readonly FormatName[]
  readonly decision: readonly FormatName[]
  readonly plan: readonly FormatName[]
  readonly comparison: readonly FormatName[]
  readonly verification: readonly FormatName[]
}
export interface FormatName {
  readonly name: string
  readonly summary: string
}

/** The options, in the words of a language. */
export function optionsIn(cli: CliWords) {
  const { help } = cli
  const { option } = help

  /** Adds to a command the options that every command has. */
  function common(command: Command): Command {
    return command
      .addOption(new Option('-q, --quiet', option.quiet).helpGroup(help.general))
      .addOption(new Option('--no-color', option.noColor).helpGroup(help.general))
      .addOption(new Option('--debug', option.debug).helpGroup(help.general))
      .addHelpOption(new Option('-h, --help', option.help).helpGroup(help.general))
  }

  const lang = (group: string): Option => new Option('--lang <language>', option.lang).helpGroup(group)

  const rulesets = (): Option =>
    new Option('--rulesets <folder>', option.rulesets).argParser(collected).helpGroup(help.input)

  /** Several names, separated by commas or by repeating the option. */
  const formats = (known: readonly FormatName[]): Option =>
    new Option('--format <list>', `${option.format}${summaries(known)}`).argParser(listed).helpGroup(help.output)

  /** One name; which there are is for the registry to say, when the command runs. */
  const format = (known: readonly FormatName[]): Option =>
    new Option('--format <name>', `${option.oneFormat}${summaries(known)}`).helpGroup(help.output)

  const summaries = (known: readonly FormatName[]): string =>
    known.length === 0 ? '' : cli.help.known(known.map(({ name, summary }) => [name, summary]))

  const output = (): Option => new Option('-o, --output <path>', option.output).helpGroup(help.output)
  const asAt = (): Option => new Option('--as-at <date>', option.asAt).helpGroup(help.input)
  const stdinFilename = (): Option => new Option('--stdin-filename <name>', option.stdinFilename).helpGroup(help.input)
  const withConfidential = (): Option =>
    new Option('--with-confidential', option.withConfidential).helpGroup(help.output)
  const noAnswers = (): Option => new Option('--no-answers', option.noAnswers).helpGroup(help.output)
  const redact = (): Option => new Option('--redact', option.redact).helpGroup(help.output)
  const answers = (about: string): Option => new Option('--answers <file>', about).helpGroup(help.input)
  const entry = (): Option => new Option('--entry <id>', option.entry).helpGroup(help.input)
  const by = (): Option => new Option('--by <name>', option.by).helpGroup(help.input)
  const quick = (): Option => new Option('--quick', option.quick).helpGroup(help.questions)
  const section = (): Option => new Option('--section <id>', option.section).helpGroup(help.questions)
  const only = (): Option =>
    new Option('--only <which>', option.only).choices(['open', 'unsure', 'no-evidence']).helpGroup(help.questions)
  const preview = (): Option => new Option('--preview', option.preview).helpGroup(help.questions)
  const from = (): Option => new Option('--from <id>', option.from).helpGroup(help.questions)
  const plain = (): Option => new Option('--plain', option.plain).helpGroup(help.output)
  const updateLocks = (): Option => new Option('--update-locks', option.updateLocks).helpGroup(help.checking)

  const theme = (): Option => new Option('--theme <file>', option.theme).helpGroup(help.output)
  const csvBom = (): Option => new Option('--csv-bom', option.csvBom).helpGroup(help.output)

  const failBelow = (): Option =>
    new Option('--fail-below <n>', option.failBelow)
      .argParser(number(cli, '--fail-below', 0, 100))
      .helpGroup(help.checking)

  const since = (): Option => new Option('--since <old>', option.since).helpGroup(help.input)
  const sinceRelease = (): Option => new Option('--since <folder|commit>', option.sinceRelease).helpGroup(help.checking)
  const withPlan = (): Option => new Option('--plan', option.plan).helpGroup(help.output)
  const target = (): Option => new Option('--target <band|score>', option.target).helpGroup(help.planning)
  const maxEffort = (): Option => new Option('--max-effort <days>', option.maxEffort).helpGroup(help.planning)

  const cohort = (): Option => new Option('--cohort <file>', help.batch.cohortFlag).helpGroup(help.input)
  const earlierCohort = (): Option => new Option('--since <file>', help.batch.cohort.since).helpGroup(help.input)
  const outputFolder = (): Option => new Option('-o, --output <folder>', help.batch.output).helpGroup(help.output)
  const force = (): Option => new Option('--force', help.batch.force).helpGroup(help.input)
  const resume = (): Option => new Option('--resume', help.batch.resume).helpGroup(help.input)
  const shard = (): Option => new Option('--shard <i/n>', help.batch.shard).helpGroup(help.input)
  const jobs = (): Option =>
    new Option('--jobs <n>', help.batch.jobs).argParser(number(cli, '--jobs', 1)).helpGroup(help.input)
  const queue = (): Option => new Option('--queue <url>', help.queue.option).helpGroup(help.input)
  const inline = (): Option => new Option('--inline', help.queue.inline).helpGroup(help.input)
  const concurrency = (): Option =>
    new Option('--concurrency <n>', help.queue.concurrency)
      .argParser(number(cli, '--concurrency', 1))
      .helpGroup(help.input)
  const failFast = (): Option => new Option('--fail-fast', help.batch.failFast).helpGroup(help.checking)

  const unverified = (): Option => new Option('--unverified', option.unverified).helpGroup(help.checking)
  const schemaFor = (): Option => new Option('--for <ruleset>', option.schemaFor).helpGroup(help.input)
  const asAsked = (): Option => new Option('--as-asked', option.asAsked).helpGroup(help.output)
  const coverage = (): Option => new Option('--coverage', option.coverage).helpGroup(help.checking)
  const update = (): Option => new Option('--update', option.update).helpGroup(help.checking)

  const maxWarnings = (): Option =>
    new Option('--max-warnings <n>', option.maxWarnings)
      .argParser(number(cli, '--max-warnings', 0))
      .helpGroup(help.checking)

  return {
    common,
    lang,
    rulesets,
    formats,
    format,
    output,
    asAt,
    stdinFilename,
    withConfidential,
    noAnswers,
    redact,
    answers,
    entry,
    by,
    quick,
    section,
    only,
    preview,
    from,
    plain,
    updateLocks,
    theme,
    csvBom,
    failBelow,
    since,
    sinceRelease,
    withPlan,
    target,
    maxEffort,
    cohort,
    earlierCohort,
    outputFolder,
    force,
    resume,
    shard,
    jobs,
    queue,
    inline,
    concurrency,
    failFast,
    schemaFor,
    asAsked,
    coverage,
    update,
    maxWarnings,
    unverified,
  }
}

const collected = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value]

const listed = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  ...value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
]

/** A plain decimal within bounds; without an upper one a whole number. */
function number(cli: CliWords, flag: string, low: number, high?: number): (value: string) => number {
  return (value) => {
    const parsed = /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : NaN
    const fits = high === undefined ? Number.isInteger(parsed) && parsed >= low : parsed >= low && parsed <= high
    if (!fits) throw new InvalidArgumentError(cli.notANumber(flag, low, high))
    return parsed
  }
}
