/** Files that a file names, read from its own folder. A path must not leave it: not by `..`, not absolute, not by a link. */
import { join, posix, sep, win32 } from 'node:path'
import { type FileSystemNow, systemNow } from './port.js'
import { closed } from './read-text.js'

export type Beside =
  { readonly state: 'there'; readonly path: string } | { readonly state: 'missing' } | { readonly state: 'outside' }

/** Where a path that a file of this folder holds leads. Nothing outside the folder is looked at. */
export function besideIn(folder: string, fs: FileSystemNow = systemNow): (file: string) => Beside {
  let home: string | undefined
  return (file) => {
    if (
      posix.isAbsolute(file) ||
      win32.isAbsolute(file) ||
      /^[a-z]:/i.test(file) ||
      file.split(/[/\\]/).includes('..')
    ) {
      return { state: 'outside' }
    }
    if (file.includes('\0')) return { state: 'missing' }
    try {
      home ??= fs.realpath(folder)
      const path = fs.realpath(join(folder, file))
      if (!path.startsWith(home.endsWith(sep) ? home : home + sep)) return { state: 'outside' }
      return fs.stat(path).isFile() ? { state: 'there', path } : { state: 'missing' }
    } catch {
      return { state: 'missing' }
    }
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
