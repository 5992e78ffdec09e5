/** The language of a run: what the command line says, else the environment. */
import { join } from 'node:path'
import { beginningOf, isFile } from '../files/glance.js'
import { type Language, languages } from '../text/languages.js'
import type { Environment } from './environment.js'
import { projectFile } from './project-flags.js'

/** What asks for a language, and which: the flag, our own variable, the locale. */
export interface Asked {
  readonly value: string
  /** The flag or variable that decided, or `default`. */
  readonly from: string
}

/** Our own variable. */
export const languageVariable = 'FLOWREADY_LANG'

/** Precedence: flag, then our own variable, then the project file, then the locale, then English. */
export function languageAsked(flag: string | undefined, env: Environment['env'], project?: string): Asked {
  if (flag !== undefined) return { value: flag, from: '--lang' }
  const own = env[languageVariable]
  if (own !== undefined && own !== '') return { value: own, from: languageVariable }
  if (project !== undefined) return { value: project, from: projectFile }
  for (const from of ['LC_ALL', 'LC_MESSAGES', 'LANG']) {
    const locale = env[from]
    // The first that is set decides, as everywhere.
    if (locale !== undefined && locale !== '') {
      const value = ofLocale(locale)
      return value === undefined ? byDefault : { value, from }
    }
  }
  return byDefault
}

const byDefault: Asked = { value: 'en', from: 'default' }

/** The language of a name, however its letters are written. */
export const languageNamed = (name: string): Language | undefined =>
  languages.find((it) => it.toLowerCase() === name.toLowerCase())

/** Before the command is known: help and usage errors take what they find, and are never about the language themselves. */
export function languageAtOnce({ argv, env, cwd }: Pick<Environment, 'argv' | 'env' | 'cwd'>): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const flag = at === -1 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]!.slice('--lang='.length)
  const asked = languageAsked(flag, env)
  const decided = asked.from === '--lang' || asked.from === languageVariable
  const path = join(cwd, projectFile)
  const project = decided || !isFile(path) ? undefined : projectLanguage(path)
  return languageNamed(project ?? asked.value) ?? 'en'
}

/** What a project file says of the language, at a glance: a command reads the file itself, and says what is wrong with it. */
const projectLanguage = (path: string): string | undefined =>
  /^language:[ \t]*["']?([A-Za-z-]+)["']?[ \t]*(?:#.*)?$/m.exec(beginningOf(path) ?? '')?.[1]

/** The same command line with a language that was given before the command after it, where commands have it. */
export function languageBehind(argv: readonly string[]): readonly string[] {
  const [first = '', second] = argv
  const length = first === '--lang' && second !== undefined ? 2 : first.startsWith('--lang=') ? 1 : 0
  const [command, ...rest] = argv.slice(length)
  if (length === 0 || command === undefined) return argv
  // Help has no such option: it speaks the language already.
  return command === 'help' || command.startsWith('-')
    ? [command, ...rest]
    : [command, ...argv.slice(0, length), ...rest]
}

/** `zh_HK.UTF-8` → zh-Hant. A terminal that does not show Chinese (`zh_TW.Big5` does not read our bytes) gets English. */
function ofLocale(locale: string): Language | undefined {
  const [, place = '', charset] = /^zh(?:[-_]([A-Za-z_-]+))?(?:\.([^@]+))?/i.exec(locale) ?? []
  if (!/^zh\b|^zh_/i.test(locale) || (charset !== undefined && !/^utf-?8$/i.test(charset))) return undefined
  return /hant|hk|tw|mo/i.test(place) ? 'zh-Hant' : 'zh-Hans'
}
