/** Options, each made once by one function; a command puts together those it takes. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { cli } from '../text/en/terminal.js'

const { help } = cli
const { option } = help

/** Name and summary of a format, for help and completion. */
export interface FormatNames {
  readonly report: readonly FormatName[]
  readonly diagnostics: readonly FormatName[]
  readonly decision: readonly FormatName[]
  readonly plan: readonly FormatName[]
  readonly comparison: readonly FormatName[]
}
export interface FormatName {
  readonly name: string
  readonly summary: string
}

/** Adds to a command the options that every command has. */
export function common(command: Command): Command {
  return command
    .addOption(new Option('-q, --quiet', option.quiet).helpGroup(help.general))
    .addOption(new Option('--no-color', option.noColor).helpGroup(help.general))
    .addOption(new Option('--debug', option.debug).helpGroup(help.general))
    .addHelpOption(new Option('-h, --help', option.help).helpGroup(help.general))
}

export const lang = (group: string): Option => new Option('--lang <language>', option.lang).helpGroup(group)

export const rulesets = (): Option =>
  new Option('--rulesets <folder>', option.rulesets).argParser(collected).helpGroup(help.input)

/** Several names, separated by commas or by repeating the option. */
export const formats = (known: readonly FormatName[]): Option =>
  new Option('--format <list>', `${option.format}${summaries(known)}`).argParser(listed).helpGroup(help.output)

/** One name; which there are is for the registry to say, when the command runs. */
export const format = (known: readonly FormatName[]): Option =>
  new Option('--format <name>', `${option.oneFormat}${summaries(known)}`).helpGroup(help.output)

const summaries = (known: readonly FormatName[]): string =>
  known.length === 0 ? '' : `: ${known.map(({ name, summary }) => `${name} (${summary})`).join(', ')}`

export const output = (): Option => new Option('-o, --output <path>', option.output).helpGroup(help.output)
export const asAt = (): Option => new Option('--as-at <date>', option.asAt).helpGroup(help.input)
export const stdinFilename = (): Option =>
  new Option('--stdin-filename <name>', option.stdinFilename).helpGroup(help.input)
export const withConfidential = (): Option =>
  new Option('--with-confidential', option.withConfidential).helpGroup(help.output)
export const answers = (about: string): Option => new Option('--answers <file>', about).helpGroup(help.input)
export const entry = (): Option => new Option('--entry <id>', option.entry).helpGroup(help.input)
export const by = (): Option => new Option('--by <name>', option.by).helpGroup(help.input)
export const quick = (): Option => new Option('--quick', option.quick).helpGroup(help.questions)
export const section = (): Option => new Option('--section <id>', option.section).helpGroup(help.questions)
export const only = (): Option =>
  new Option('--only <which>', option.only).choices(['open', 'unsure', 'no-evidence']).helpGroup(help.questions)
export const preview = (): Option => new Option('--preview', option.preview).helpGroup(help.questions)
export const from = (): Option => new Option('--from <id>', option.from).helpGroup(help.questions)
export const plain = (): Option => new Option('--plain', option.plain).helpGroup(help.output)
export const updateLocks = (): Option => new Option('--update-locks', option.updateLocks).helpGroup(help.checking)

export const theme = (): Option => new Option('--theme <file>', option.theme).helpGroup(help.output)
export const csvBom = (): Option => new Option('--csv-bom', option.csvBom).helpGroup(help.output)

export const failBelow = (): Option =>
  new Option('--fail-below <n>', option.failBelow).argParser(number('--fail-below', 0, 100)).helpGroup(help.checking)

export const since = (): Option => new Option('--since <old>', option.since).helpGroup(help.input)
export const withPlan = (): Option => new Option('--plan', option.plan).helpGroup(help.output)
export const target = (): Option => new Option('--target <band|score>', option.target).helpGroup(help.planning)
export const maxEffort = (): Option => new Option('--max-effort <days>', option.maxEffort).helpGroup(help.planning)

export const maxWarnings = (): Option =>
  new Option('--max-warnings <n>', option.maxWarnings).argParser(number('--max-warnings', 0)).helpGroup(help.checking)

const collected = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value]

const listed = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  ...value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
]

/** A plain decimal within bounds; without an upper one a whole number. */
function number(flag: string, low: number, high?: number): (value: string) => number {
  return (value) => {
    const parsed = /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : NaN
    const fits = high === undefined ? Number.isInteger(parsed) && parsed >= low : parsed >= low && parsed <= high
    if (!fits) throw new InvalidArgumentError(cli.notANumber(flag, low, high))
    return parsed
  }
}
