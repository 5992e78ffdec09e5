/** What a run made. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Folder } from '../cli/run.js'

/** Without its own memory: paths with contents. */
export function made(folder: Folder, name: string): Record<string, string> {
  const root = folder.at(name)
  let all: string[]
  try {
    all = readdirSync(root, { recursive: true, encoding: 'utf8' })
  } catch {
    return {}
  }
  return Object.fromEntries(
    all
      .filter((file) => !file.startsWith('.flowready') && statSync(join(root, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'latin1')]),
  )
}
