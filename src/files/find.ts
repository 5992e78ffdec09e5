/** From what people name on the command line to files: files, folders, patterns. */
import { join, resolve } from 'node:path'
import type { Finding } from '../diagnostics/diagnostic.js'
import { byCodeUnit, shownPath, slashes } from './names.js'
import { codeOf, type FileSystem, system } from './port.js'
import { finding, ReadError } from './read-text.js'

export interface FoundFile {
  /** Absolute. */
  readonly path: string
  /** As shown: relative to the working folder, with `/`. */
  readonly file: string
}

export interface Found {
  readonly files: readonly FoundFile[]
  /** What was named and is not there. */
  readonly findings: readonly Finding[]
  /** Folders and patterns, as they were named, in which there is nothing of the kind. */
  readonly empty: readonly string[]
}

export const answersFile = /\.answers\.(?:ya?ml|json)$/i

/**
 * @param names files, folders (searched through and through, hidden ones and node_modules left out), patterns
 * @param kind the files that are meant in a folder; one that is named by itself or by a pattern is taken whatever its name
 * @returns in the order of the names, sorted within each, each file once
 */
export async function findFiles(
  names: readonly string[],
  kind: RegExp,
  cwd: string,
  fs: FileSystem = system,
): Promise<Found> {
  const files = new Map<string, FoundFile>()
  const findings: Finding[] = []
  const empty: string[] = []
  const add = (path: string): void => {
    if (!files.has(path)) files.set(path, { path, file: shownPath(path, cwd) })
  }
  for (const name of names) {
    const path = resolve(cwd, name)
    const there = await kindToRead(path, fs)
    if (there === 'folder') {
      const inside = await filesIn(path, kind, fs, (error) => findings.push(error.finding(shownPath(error.path, cwd))))
      if (inside.length === 0 && !findings.some((it) => it.code === 'file/not-readable')) empty.push(name)
      inside.forEach(add)
    } else if (there === 'file') add(path)
    else if (isPattern(name)) {
      const matches = await matching(name, cwd)
      if (matches.length === 0) findings.push(finding('file/not-found', { file: name }))
      matches.forEach(add)
    } else findings.push(finding('file/not-found', { file: shownPath(path, cwd) }))
  }
  return { files: [...files.values()], findings, empty }
}

/** What stands at a path. @throws ReadError where that cannot be known */
export async function kindOf(path: string, fs: FileSystem = system): Promise<'file' | 'folder' | undefined> {
  try {
    return (await fs.stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined
    throw new ReadError(path, error)
  }
}

/** The same for what is to be read: reading it says what is wrong. */
export const kindToRead = (path: string, fs: FileSystem = system): Promise<'file' | 'folder' | undefined> =>
  kindOf(path, fs).catch(() => 'file' as const)

/**
 * Every file of a kind in a folder and the folders in it, sorted by its path. Links to folders are not followed.
 * @param onTrouble told of a folder that cannot be listed; what it holds is left out
 */
export async function filesIn(
  folder: string,
  kind: RegExp,
  fs: FileSystem = system,
  onTrouble: (error: ReadError) => void = () => undefined,
): Promise<string[]> {
  const found: string[] = []
  const into = async (path: string): Promise<void> => {
    const entries = await fs.readdir(path).catch((error: unknown) => {
      onTrouble(new ReadError(path, error))
      return []
    })
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const inside = join(path, entry.name)
      if (entry.isDirectory()) await into(inside)
      else if (kind.test(entry.name) && (entry.isFile() || entry.isSymbolicLink())) found.push(inside)
    }
  }
  await into(folder)
  return found.sort((a, b) => byCodeUnit(slashes(a), slashes(b)))
}

export const isPattern = (name: string): boolean => /[*?{[]/.test(name)

async function matching(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const found = await glob(slashes(pattern), {
    cwd,
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
    dot: false,
  })
  return found.map((path) => resolve(path)).sort((a, b) => byCodeUnit(slashes(a), slashes(b)))
}
