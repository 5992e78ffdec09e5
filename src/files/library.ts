/** Folders of rulesets as the core sees them. */
import { join, resolve } from 'node:path'
import type { Finding } from '../diagnostics/diagnostic.js'
import type { Source } from '../documents/source.js'
import type { Library } from '../ruleset/load.js'
import { linksOut } from './beside.js'
import { byCodeUnit, shownPath } from './names.js'
import { codeOf, type FileSystemNow, systemNow } from './port.js'
import { finding, readTextNow } from './read-text.js'

/** A library that remembers which files it could not read, and knows where things are on the disk. */
export interface FolderLibrary extends Library {
  /** Files that are there and could not be read, by their path in the library. */
  readonly problems: ReadonlyMap<string, Finding>
  /** The folder of a ruleset: the first that has its questionnaire. */
  folder(id: string): string | undefined
  /** Files of a folder, sorted, those of `common` from everywhere; none where there is no such folder. */
  list(path: string): readonly string[]
}

/**
 * Opens one or more folders of rulesets. The first that holds a ruleset is taken for all of that ruleset; common files are
 * taken one by one, so that a folder of one's own may bring only what differs.
 * @param folders in the order in which they count; the package's own comes last
 * @param cwd what file names are shown relative to
 */
export function openLibrary(
  folders: readonly string[],
  cwd: string,
  { fs = systemNow }: { readonly fs?: FileSystemNow } = {},
): FolderLibrary {
  const roots = [...new Set(folders.map((folder) => resolve(cwd, folder)))]
  const problems = new Map<string, Finding>()
  const read = new Map<string, Source | undefined>()

  const isFile = (path: string): boolean => {
    try {
      return fs.stat(path).isFile()
    } catch (error) {
      // What cannot be looked at is there: reading it says what is wrong.
      return !['ENOENT', 'ENOTDIR'].includes(codeOf(error))
    }
  }
  const names = (path: string): string[] => {
    try {
      return fs.readdir(path).sort(byCodeUnit)
    } catch {
      return []
    }
  }
  const folder = (id: string): string | undefined => {
    // An id from a file never leads out of the folder.
    if (!isName(id)) return undefined
    const root = roots.find((root) => isFile(join(root, id, 'questionnaire.yaml')))
    return root === undefined ? undefined : join(root, id)
  }
  const open = (path: string): Source | undefined => {
    const [owner = '', ...rest] = path.split('/')
    if (![owner, ...rest].every(isName)) return undefined
    const places =
      owner === 'common'
        ? roots.map((root) => join(root, path))
        : [folder(owner)].flatMap((it) => (it ? [join(it, ...rest)] : []))
    for (const place of places) {
      const root = roots.find((it) => place.startsWith(join(it, '/')))!
      if (linksOut(root, place, fs)) {
        const file = shownPath(place, cwd)
        problems.set(path, finding('file/outside', { file }))
        return undefined
      }
      const text = readTextNow(place, shownPath(place, cwd), fs)
      if (text?.finding) problems.set(path, text.finding)
      if (text) return text.source
    }
    return undefined
  }

  return {
    problems,
    folder,
    file(path) {
      if (!read.has(path)) read.set(path, open(path))
      return read.get(path)
    },
    ids: () =>
      [
        ...new Set(
          roots.flatMap((root) => names(root).filter((name) => isFile(join(root, name, 'questionnaire.yaml')))),
        ),
      ].sort(byCodeUnit),
    list(path) {
      const [owner = '', ...rest] = path.split('/')
      if (![owner, ...rest].every(isName)) return []
      if (owner === 'common') return [...new Set(roots.flatMap((root) => names(join(root, path))))].sort(byCodeUnit)
      const place = folder(owner)
      return place === undefined ? [] : names(join(place, ...rest))
    },
  }
}

/** One step of a path: no way up, no hidden file, no separator of any system. */
const isName = (step: string): boolean => step !== '' && !step.startsWith('.') && !/[/\\:\0]/.test(step)
