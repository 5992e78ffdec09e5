/** Walks a folder without holding what it has seen: only the folders on the way are in memory. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { byCodeUnit } from './names.js'

/**
 * Every file of a kind in a folder and the folders in it, by its path from there, with `/`; hidden ones and node_modules are
 * left out, links to folders not followed. The order is that of the sorted list of all paths.
 */
export function* filesBelow(folder: string, kind: RegExp, at = ''): Generator<string> {
  for (const name of entriesOf(join(folder, at), kind)) {
    if (name.endsWith('/')) yield* filesBelow(folder, kind, at + name)
    else yield at + name
  }
}

/** Folders end in `/`: so they stand among files where the paths in them do. */
function entriesOf(folder: string, kind: RegExp): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
        if (entry.isDirectory()) return [`${entry.name}/`]
        return kind.test(entry.name) && (entry.isFile() || entry.isSymbolicLink()) ? [entry.name] : []
      })
      .sort(byCodeUnit)
  } catch {
    return []
  }
}
