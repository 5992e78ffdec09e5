/** A folder as it was at a commit, tag or branch of the git repository that it lies in. */
import { spawnSync } from 'node:child_process'
import type { Source } from '../documents/source.js'

/** Why a folder cannot be had as it was. */
export type GitTrouble = 'no-git' | 'no-repository' | 'no-commit'

export type FolderAt =
  | { readonly files: ReadonlyMap<string, Source>; readonly trouble?: never }
  | { readonly files?: never; readonly trouble: GitTrouble }

/**
 * Reads the text files of rulesets; nothing is checked out and nothing in the repository runs.
 * @param ref as git names commits
 * @returns files by their path in the folder, with `/`
 */
export function folderAt(folder: string, ref: string): FolderAt {
  const git = (args: readonly string[], input?: string) =>
    spawnSync('git', ['-C', folder, ...args], { input: input ?? '', maxBuffer: 512 * 1024 * 1024, windowsHide: true })
  const prefix = git(['rev-parse', '--show-prefix'])
  if (prefix.error) return { trouble: 'no-git' }
  if (prefix.status !== 0) return { trouble: 'no-repository' }
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  const sha = commit.stdout.toString().trim()
  if (commit.status !== 0 || !/^[0-9a-f]{40,64}$/.test(sha)) return { trouble: 'no-commit' }
  const paths = git(['ls-tree', '-r', '-z', '--name-only', sha, '--', '.'])
    .stdout.toString()
    .split('\0')
    // A line break in a name would end the line that asks for it.
    .filter((path) => /\.(?:ya?ml|lock)$/.test(path) && !path.includes('\n'))
  const base = prefix.stdout.toString().trim()
  const { stdout } = git(['cat-file', '--batch'], paths.map((path) => `${sha}:${base}${path}\n`).join(''))
  const files = new Map<string, Source>()
  let at = 0
  for (const path of paths) {
    const end = stdout.indexOf(10, at)
    const size = Number(/^\S+ blob (\d+)$/.exec(stdout.toString('utf8', at, end))?.[1])
    if (!Number.isInteger(size)) {
      at = end + 1
      continue
    }
    files.set(path, { file: `${ref}:${base}${path}`, text: stdout.toString('utf8', end + 1, end + 1 + size) })
    at = end + size + 2
  }
  return { files }
}
