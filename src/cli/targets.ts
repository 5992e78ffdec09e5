/** What `validate` and `test` are pointed at: each path recognised by its place and its content. */
import { basename, dirname, join, resolve } from 'node:path'
import { answersFile, filesIn, findFiles, isPattern, kindOf, kindToRead } from '../files/find.js'
import { byCodeUnit, shownPath } from '../files/names.js'
import { readText } from '../files/read-text.js'
import { projectFile } from './project-flags.js'
import { type Finding, read, type Source } from '../index.js'

/** A ruleset's folder; its id is the folder's name. */
export interface RulesetTarget {
  readonly kind: 'ruleset'
  readonly folder: string
  /** Only itself, without its cases and examples: its questionnaire was named, not its folder. */
  readonly alone: boolean
}

/** A file with its text, or with why there is none. */
export interface FileTarget {
  readonly kind: 'answers' | 'cases' | 'theme' | 'project' | 'other'
  readonly path: string
  readonly file: string
  readonly source?: Source
  readonly finding?: Finding
}

export type Target = RulesetTarget | FileTarget

export interface Targets {
  readonly targets: readonly Target[]
  /** Folders of rulesets whose common files are meant too. */
  readonly commons: readonly string[]
  /** Folders of rulesets that were named whole: what is not in them any more is gone. */
  readonly roots: readonly string[]
  /** What was named and is not there. */
  readonly findings: readonly Finding[]
  /** Folders in which there is nothing to check, as they were named. */
  readonly empty: readonly string[]
}

const yaml = /\.ya?ml$/i
const anything = /\.(?:ya?ml|json)$/i

/**
 * Recognises what was named. A ruleset's folder stands for its cases and examples too, which are then not listed.
 * @param names as on the command line
 */
export async function targetsOf(names: readonly string[], cwd: string): Promise<Targets> {
  const targets = new Map<string, Target>()
  const findings: Finding[] = []
  const empty: string[] = []
  const commons = new Set<string>()
  const roots = new Set<string>()
  const add = (key: string, target: Target): void => {
    if (!targets.has(key)) targets.set(key, target)
  }
  const ruleset = (folder: string) => add(folder, { kind: 'ruleset', folder, alone: false })
  /** The rulesets that share the common files of a folder. */
  const common = async (folder: string): Promise<boolean> => {
    const sharing = await rulesetsIn(folder)
    sharing.forEach(ruleset)
    if (sharing.length > 0) commons.add(folder)
    return sharing.length > 0
  }

  for (const name of names) {
    const path = resolve(cwd, name)
    const there = await kindToRead(path)
    if (there === 'folder') {
      const inside = await rulesetsIn(path)
      inside.forEach(ruleset)
      for (const folder of inside) if (folder !== path) roots.add(dirname(folder))
      if (inside.some((folder) => dirname(folder) === path)) commons.add(path)
      // What was named before is there all the same.
      let something = inside.length > 0
      const file = async (path: string, kind: FileTarget['kind']): Promise<void> => {
        something = true
        add(path, await fileTarget(path, cwd, kind))
      }
      // Files of a ruleset come with it.
      for (const one of await filesIn(path, anything)) {
        if (inside.some((folder) => one.startsWith(join(folder, '/')))) continue
        if (answersFile.test(one)) await file(one, 'answers')
        else if (yaml.test(one) && (await isCases(one))) await file(one, 'cases')
        else if (yaml.test(one) && isTheme(one)) await file(one, 'theme')
        else if (basename(one) === projectFile) await file(one, 'project')
      }
      // `common/` of a folder of rulesets is checked by the rulesets that use it.
      if (!something && basename(path) === 'common') something = await common(dirname(path))
      if (!something) empty.push(name)
    } else if (there === 'file' || isPattern(name)) {
      const found = await findFiles([name], anything, cwd)
      findings.push(...found.findings)
      for (const { path: one } of found.files) {
        const folder = dirname(one)
        if (/^(?:questionnaire\.yaml|ids\.lock)$/.test(basename(one)))
          add(folder, { kind: 'ruleset', folder, alone: true })
        else if (basename(folder) === 'common' && (await common(dirname(folder)))) continue
        else if (basename(folder) === 'i18n' && basename(dirname(folder)) === 'common')
          await common(dirname(dirname(folder)))
        else if (
          /^(?:i18n|migrations)$/.test(basename(folder)) &&
          (await kindOf(join(dirname(folder), 'questionnaire.yaml'))) === 'file'
        )
          add(dirname(folder), { kind: 'ruleset', folder: dirname(folder), alone: true })
        else add(one, await recognised(one, cwd))
      }
    } else
      findings.push({
        code: 'file/not-found',
        args: { file: shownPath(path, cwd) },
        file: shownPath(path, cwd),
        path: [],
        on: 'value',
      })
  }
  return { targets: [...targets.values()], commons: [...commons], roots: [...roots], findings, empty }
}

/** The folder itself, or every ruleset in it. */
async function rulesetsIn(folder: string): Promise<string[]> {
  const all = await filesIn(folder, /^questionnaire\.yaml$/)
  return all.map((path) => dirname(path)).sort(byCodeUnit)
}

const isCases = async (path: string): Promise<boolean> =>
  basename(dirname(path)) === 'cases' && (await kindOf(join(dirname(dirname(path)), 'questionnaire.yaml'))) === 'file'

const themeKeys = ['colours', 'logo', 'contact', 'disclaimer']

/** Themes stand in a folder of that name, or say so in theirs. */
const isTheme = (path: string): boolean => basename(dirname(path)) === 'themes' || /\.theme\.ya?ml$/i.test(path)

/** A file that was named by itself: by its place and name, else by what is in it. */
async function recognised(path: string, cwd: string): Promise<FileTarget> {
  if (answersFile.test(path)) return fileTarget(path, cwd, 'answers')
  if (basename(dirname(path)) === 'cases') return fileTarget(path, cwd, 'cases')
  if (isTheme(path)) return fileTarget(path, cwd, 'theme')
  if (basename(path) === projectFile) return fileTarget(path, cwd, 'project')
  const target = await fileTarget(path, cwd, 'other')
  if (!target.source) return target
  const { value, findings } = read(target.source)
  // What does not read at all is told as such, whatever it was meant to be.
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  if (findings.length > 0 || keys.includes('ruleset') || keys.includes('rulesetVersion'))
    return { ...target, kind: 'answers' }
  if (keys.includes('cases')) return { ...target, kind: 'cases' }
  return themeKeys.some((key) => keys.includes(key)) ? { ...target, kind: 'theme' } : target
}

async function fileTarget(path: string, cwd: string, kind: FileTarget['kind']): Promise<FileTarget> {
  const file = shownPath(path, cwd)
  return { kind, path, file, ...(await readText(path, file)) }
}

/** The ruleset's own files of a kind, by place: `cases/*.yaml`, `examples/*.answers.yaml`. */
export async function filesOf(folder: string, cwd: string): Promise<FileTarget[]> {
  const cases = (await filesIn(join(folder, 'cases'), yaml)).map((path) => fileTarget(path, cwd, 'cases'))
  const examples = (await filesIn(join(folder, 'examples'), answersFile)).map((path) =>
    fileTarget(path, cwd, 'answers'),
  )
  return Promise.all([...cases, ...examples])
}
