/** What flags, environment and defaults come to, and which of them decided. */
import { delimiter, join } from 'node:path'
import { nearest } from '../documents/nearest.js'
import { type Language, languages } from '../text/languages.js'
import { type CliWords, english } from '../text/terminal-words.js'
import { visible } from '../text/visible.js'
import type { Environment, Output } from './environment.js'
import { UsageError } from './exit.js'
import { languageAsked, languageNamed } from './language.js'
import { projectFile } from './project-flags.js'
import type { Project } from './project-schema.js'

export interface Setting<T> {
  readonly value: T
  /** The flag or variable that decided, or `default`. */
  readonly from: string
}

export interface Settings {
  readonly language: Setting<Language>
  /** Folders of rulesets, those of the package last. */
  readonly rulesets: Setting<readonly string[]>
  readonly colorOut: Setting<boolean>
  readonly colorErr: Setting<boolean>
  readonly quiet: Setting<boolean>
  readonly debug: Setting<boolean>
  /** What the project file says. */
  readonly project: Setting<Project | undefined>
}

/** The flags that several commands have, as commander gives them. */
export interface CommonOptions {
  readonly lang?: string
  readonly rulesets?: readonly string[]
  readonly color?: boolean
  readonly quiet?: boolean
  readonly debug?: boolean
}

export const languageNames: readonly string[] = languages

/** Precedence: flag, then environment, then project file, then default. @throws UsageError for a value that cannot be */
export function settingsOf(
  options: CommonOptions,
  environment: Environment,
  words: CliWords = english,
  project?: Project,
): Settings {
  const { env, home } = environment
  const shipped = join(home, 'rulesets')
  return {
    language: languageOf(options, env, words, project?.language),
    rulesets: options.rulesets
      ? { value: [...options.rulesets, shipped], from: '--rulesets' }
      : given(env.FLOWREADY_RULESETS)
        ? { value: [...env.FLOWREADY_RULESETS.split(delimiter).filter(Boolean), shipped], from: 'FLOWREADY_RULESETS' }
        : project?.rulesets
          ? { value: [...project.rulesets, shipped], from: projectFile }
          : { value: [shipped], from: 'default' },
    colorOut: colorOf(options, env, environment.stdout),
    // When something is said there: most runs never open it.
    get colorErr() {
      return colorOf(options, env, environment.stderr)
    },
    quiet: { value: options.quiet === true, from: options.quiet ? '--quiet' : 'default' },
    debug: { value: options.debug === true, from: options.debug ? '--debug' : 'default' },
    project: { value: project, from: project ? projectFile : 'default' },
  }
}

function languageOf(
  options: CommonOptions,
  env: Environment['env'],
  words: CliWords,
  project: string | undefined,
): Setting<Language> {
  const { value, from } = languageAsked(options.lang, env, project)
  const language = languageNamed(value)
  if (language) return { value: language, from }
  const suggestion = nearest(value, languages)
  const { marks } = words
  const known = marks.list(languages)
  const names = suggestion === undefined ? known : marks.aside(known, words.perhapsMeant(suggestion))
  throw new UsageError(words.unknownLanguage(visible(value), from, names))
}

/** Colour is decided for each stream: a report in a pipe is plain while the talk on the terminal is not. */
function colorOf(options: CommonOptions, env: Environment['env'], stream: Output): Setting<boolean> {
  if (options.color === false) return { value: false, from: '--no-color' }
  if (given(env.NO_COLOR)) return { value: false, from: 'NO_COLOR' }
  if (given(env.FORCE_COLOR)) return { value: !['0', 'false'].includes(env.FORCE_COLOR), from: 'FORCE_COLOR' }
  if (env.TERM === 'dumb') return { value: false, from: 'TERM' }
  return { value: stream.isTTY === true, from: 'default' }
}

const given = (value: string | undefined): value is string => value !== undefined && value !== ''

/** Whether the terminal shows more than ASCII: only a locale that says otherwise is believed. */
export function isAscii(environment: Environment): boolean {
  const { env, stdout } = environment
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(given)
  return (
    stdout.isTTY === true &&
    (env.TERM === 'linux' || env.TERM === 'dumb' || (locale !== undefined && !/utf-?8/i.test(locale)))
  )
}

/**
 * For `--debug`: one line a setting.
 * @param flags of the command, that the project file gave
 */
export function explained(settings: Settings, environment: Environment, flags: Partial<Project> = {}): string {
  const { project, ...rest } = settings
  const all = {
    ...rest,
    ...(project.value?.firm && { firm: { value: project.value.firm.name, from: project.from } }),
    ...Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, { value, from: project.from }])),
  }
  const lines = Object.entries(all).map(([name, { value, from }]: [string, Setting<unknown>]) => {
    const shown = Array.isArray(value) ? value.join(', ') : String(value)
    return `debug: ${name} = ${visible(shown)} (${from})`
  })
  return [`debug: flowready ${environment.version}`, ...lines, ''].join('\n')
}
