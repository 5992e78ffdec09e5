/** Files that an answers file names as evidence: they lie beside it or below, and are only looked at, never opened up. */
import { createHash } from 'node:crypto'
import { besideIn } from './beside.js'
import { type FileSystemNow, systemNow } from './port.js'
import { closed } from './read-text.js'

export type EvidenceState =
  | { readonly state: 'there'; readonly sha256: string }
  /** There is no file, or none that can be read. */
  | { readonly state: 'missing' }
  /** The path leads out of the folder; nothing outside was looked at. */
  | { readonly state: 'outside' }

/** Looks up evidence relative to the folder of an answers file. */
export function evidenceIn(folder: string, fs: FileSystemNow = systemNow): (file: string) => EvidenceState {
  const known = new Map<string, EvidenceState>()
  const beside = besideIn(folder, fs)
  const look = (file: string): EvidenceState => {
    const found = beside(file)
    if (found.state !== 'there') return found
    try {
      return { state: 'there', sha256: hash(found.path, fs) }
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
    closed(file, fs)
  }
  return sha256.digest('hex')
}
