/** Files that a file names, read from its own folder. A path must not leave it: not by `..`, not absolute, not by a link. */
import { dirname, join, posix, sep, win32 } from 'node:path'
import { type FileSystemNow, systemNow } from './port.js'
import { closed } from './read-text.js'

export type Beside =
  { readonly state: 'there'; readonly path: string } | { readonly state: 'missing' } | { readonly state: 'outside' }

/** Where a path that a file of this folder holds leads. Nothing outside the folder is looked at. */
export function besideIn(folder: string, fs: FileSystemNow = systemNow): (file: string) => Beside {
  let home: string | undefined
  return (file) => {
    if (leadsUp(file)) return { state: 'outside' }
    if (file.includes('\0')) return { state: 'missing' }
    try {
      home ??= fs.realpath(folder)
      const path = fs.realpath(join(folder, file))
      if (!isBelow(path, home)) return { state: 'outside' }
      return fs.stat(path).isFile() ? { state: 'there', path } : { state: 'missing' }
    } catch {
      return { state: 'missing' }
    }
  }
}

/** Whether a path says of itself that it leaves its folder, on any system. */
const leadsUp = (file: string): boolean =>
  posix.isAbsolute(file) || win32.isAbsolute(file) || /^[a-z]:/i.test(file) || file.split(/[/\\]/).includes('..')

const isBelow = (path: string, home: string): boolean => path.startsWith(home.endsWith(sep) ? home : home + sep)

/** Whether a path that a file of this folder holds stays in it, also where nothing is there yet. */
export function staysIn(folder: string, file: string, fs: FileSystemNow = systemNow): boolean {
  return !leadsUp(file) && !file.includes('\0') && !linksOut(folder, join(folder, file), fs)
}

/** Whether a path below a folder leads out of it through a link. What is not there leads nowhere. */
export function linksOut(folder: string, path: string, fs: FileSystemNow = systemNow): boolean {
  if (path === folder) return false
  try {
    const [home, real] = [fs.realpath(folder), fs.realpath(path)]
    return real !== home && !isBelow(real, home)
  } catch {
    // Of what is not there yet, the folder that it would be made in decides.
    const above = dirname(path)
    return above !== path && above.length >= folder.length && linksOut(folder, above, fs)
  }
}

/** Reads such a file whole, unless it is longer than the limit. */
export function bytesIn(
  folder: string,
  limit: number,
  fs: FileSystemNow = systemNow,
): (
  file: string,
) => { readonly state: 'there'; readonly bytes: Uint8Array } | { readonly state: 'missing' | 'outside' | 'too-large' } {
  const beside = besideIn(folder, fs)
  return (name) => {
    const found = beside(name)
    if (found.state !== 'there') return found
    let file: number | undefined
    try {
      file = fs.open(found.path)
      // One more than allowed, so that more is seen.
      const bytes = new Uint8Array(limit + 1)
      let length = 0
      for (let read = 1; read > 0 && length <= limit; length += read) {
        read = fs.read(file, bytes, length, bytes.length - length)
      }
      return length > limit ? { state: 'too-large' } : { state: 'there', bytes: bytes.slice(0, length) }
    } catch {
      return { state: 'missing' }
    } finally {
      if (file !== undefined) closed(file, fs)
    }
  }
}
