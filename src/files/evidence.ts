/** Files that an answers file names as evidence: they lie beside it or below, and are only looked at, never opened up. */
import { createHash } from 'node:crypto'
import { join, posix, sep, win32 } from 'node:path'
import { type FileSystemNow, systemNow } from './port.js'

export type EvidenceState =
  | { readonly state: 'there'; readonly sha256: string }
  /** There is no file, or none that can be read. */
  | { readonly state: 'missing' }
  /** The path leads out of the folder; nothing outside was looked at. */
  | { readonly state: 'outside' }

/**
 * Looks up evidence relative to the folder of an answers file. A path must not leave it: not by `..`, not as an absolute
 * path of any system, not through a link.
 */
export function evidenceIn(folder: string, fs: FileSystemNow = systemNow): (file: string) => EvidenceState {
  const known = new Map<string, EvidenceState>()
  let home: string | undefined
  const look = (file: string): EvidenceState => {
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
      const real = fs.realpath(join(folder, file))
      if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) return { state: 'outside' }
      if (!fs.stat(real).isFile()) return { state: 'missing' }
      return { state: 'there', sha256: hash(real, fs) }
    } catch {
      return { state: 'missing' }
    }
  }
  return (file) => {
    let state = known.get(file)
    if (!state) known.set(file, (state = look(file)))
    return state
  }
}

/** In pieces: evidence may be a film. */
function hash(path: string, fs: FileSystemNow): string {
  const sha256 = createHash('sha256')
  const file = fs.open(path)
  try {
    const piece = new Uint8Array(1024 * 1024)
    for (let read = fs.read(file, piece, 0, piece.length); read > 0; read = fs.read(file, piece, 0, piece.length)) {
      sha256.update(piece.subarray(0, read))
    }
  } finally {
    fs.close(file)
  }
  return sha256.digest('hex')
}
