/** Walks a folder without holding what it has seen: only the folders on the way are in memory. */
import { join } from 'node:path'
import { byCodeUnit } from './names.js'
import { type Entry, folderSystem as system } from './port.js'
import { ReadError } from './read-text.js'

/**
 * Every file of a kind in a folder and the folders in it, by its path from there, with `/`; hidden ones and node_modules are
 * left out, links to folders not followed. The order is that of the sorted list of all paths.
 * @throws ReadError where a folder cannot be listed
 */
export function* filesBelow(folder: string, kind: RegExp, at = ''): Generator<string> {
  for (const name of entriesOf(join(folder, at), kind)) {
    if (name.endsWith('/')) yield* filesBelow(folder, kind, at + name)
    else yield at + name
  }
}

/** Folders end in `/`: so they stand among files where the paths in them do. */
function entriesOf(folder: string, kind: RegExp): string[] {
  let entries: Entry[]
  try {
    entries = system.entries(folder)
  } catch (error) {
    // What it holds would be left out, and nobody would know.
    throw new ReadError(folder, error)
  }
  return entries
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
      if (entry.isDirectory()) return [`${entry.name}/`]
      return kind.test(entry.name) && (entry.isFile() || entry.isSymbolicLink()) ? [entry.name] : []
    })
    .sort(byCodeUnit)
}
