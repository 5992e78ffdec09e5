/** Files and streams become text, or one finding that says why not. Nothing here throws for what is on a disk. */
import type { Code } from '../diagnostics/codes.js'
import type { Args, Finding } from '../diagnostics/diagnostic.js'
import { limits, type Source } from '../documents/source.js'
import { codeOf, type FileSystem, type FileSystemNow, type Status, system, systemNow } from './port.js'

/** Exactly one of the two. */
export type TextRead =
  { readonly source: Source; readonly finding?: never } | { readonly source?: never; readonly finding: Finding }

/** Exactly one of the two. */
export type BytesRead =
  { readonly bytes: Uint8Array; readonly finding?: never } | { readonly bytes?: never; readonly finding: Finding }

/**
 * Reads a file that a person named.
 * @param path where it is
 * @param file its name as shown
 */
export async function readText(path: string, file: string, fs: FileSystem = system): Promise<TextRead> {
  const { bytes, finding } = await readBytes(path, file, fs)
  return bytes ? decoded(bytes, file) : { finding }
}

/** The same, as it lies there. */
export async function readBytes(path: string, file: string, fs: FileSystem = system): Promise<BytesRead> {
  let handle
  let opened = false
  try {
    // Asked before it is opened: opening a device may already do something.
    const refused = refusal(await fs.stat(path), file)
    if (refused) return { finding: refused }
    handle = await fs.open(path, 'r')
    opened = true
    const status = await handle.stat()
    const stillRefused = refusal(status, file)
    if (stillRefused) return { finding: stillRefused }
    const bytes = new Collector(status.isFile() ? status.size : 0)
    for (;;) {
      const { bytesRead } = await handle.read(bytes.room(), bytes.length, bytes.space)
      if (bytesRead === 0) break
      if (!bytes.grow(bytesRead)) return { finding: tooLarge(file, bytes.length) }
    }
    return { bytes: bytes.all() }
  } catch (error) {
    return { finding: failure(error, file, opened) }
  } finally {
    await handle?.close().catch(() => undefined)
  }
}

/** Reads a regular file at once; undefined where there is none. */
export function readTextNow(path: string, file: string, fs: FileSystemNow = systemNow): TextRead | undefined {
  let handle: number | undefined
  try {
    const before = fs.stat(path)
    if (!before.isFile()) return { finding: refusal(before, file) ?? unreadable(file, '') }
    handle = fs.open(path)
    const status = fs.fstat(handle)
    const refused = refusal(status, file)
    if (refused) return { finding: refused }
    const bytes = new Collector(status.size)
    for (;;) {
      const read = fs.read(handle, bytes.room(), bytes.length, bytes.space)
      if (read === 0) break
      if (!bytes.grow(read)) return { finding: tooLarge(file, bytes.length) }
    }
    return decoded(bytes.all(), file)
  } catch (error) {
    const code = codeOf(error)
    if (handle === undefined && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined
    return { finding: failure(error, file, handle !== undefined) }
  } finally {
    if (handle !== undefined) closed(handle, fs)
  }
}

/** What was read is read, whatever closing says. */
export function closed(file: number, fs: { close(file: number): void }): void {
  try {
    fs.close(file)
  } catch {
    // See above.
  }
}

/** Why a folder, or a file that the program keeps for itself, could not be read. */
export class ReadError extends Error {
  override readonly name = 'ReadError'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`${codeOf(cause)}: ${path}`, { cause })
    this.path = path
  }

  /** @param file its name as shown */
  finding(file: string): Finding {
    return failure(this.cause, file, true)
  }
}

/** Reads a stream to its end, within the same limits. Aborting ends it with what came so far thrown away. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  file: string,
  signal?: AbortSignal,
): Promise<TextRead> {
  const bytes = new Collector(0)
  const iterator = stream[Symbol.asyncIterator]()
  const aborted = new Promise<IteratorResult<never>>((resolve) => {
    if (signal?.aborted) resolve(ended)
    signal?.addEventListener('abort', () => resolve(ended), { once: true })
  })
  try {
    for (;;) {
      const next: IteratorResult<Uint8Array | string> = await Promise.race([iterator.next(), aborted])
      if (next.done) break
      const chunk = typeof next.value === 'string' ? new TextEncoder().encode(next.value) : next.value
      if (!bytes.add(chunk)) {
        void iterator.return?.()
        return { finding: tooLarge(file, bytes.length) }
      }
    }
    return decoded(bytes.all(), file)
  } catch (error) {
    return { finding: failure(error, file, true) }
  }
}

const ended: IteratorResult<never> = { done: true, value: undefined }

/** Files, pipes and sockets are read; whatever else the system calls a file is not. */
function refusal(status: Status, file: string): Finding | undefined {
  if (status.isDirectory()) return finding('file/directory', { file })
  if (status.isFile()) return status.size > limits.bytes ? tooLarge(file, status.size) : undefined
  return status.isFIFO() || status.isSocket() ? undefined : unreadable(file, 'it is a device, not a file')
}

/** Bytes as text, where they are. */
export function decoded(bytes: Uint8Array, file: string): TextRead {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { finding: finding('file/not-text', { file }) }
  }
  return text.includes('\0') ? { finding: finding('file/not-text', { file }) } : { source: { file, text } }
}

function failure(error: unknown, file: string, opened: boolean): Finding {
  const code = codeOf(error)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ESTALE':
      // ENOTDIR: a file stands where the path wants a folder.
      return opened ? finding('file/vanished', { file }) : finding('file/not-found', { file })
    case 'EISDIR':
      return finding('file/directory', { file })
    default:
      return unreadable(file, reasons[code] ?? (code || (error instanceof Error ? error.message : String(error))))
  }
}

/** What the system calls by a code, in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ERR_ACCESS_DENIED: 'permission denied',
  EIO: 'the disk or network reports an error',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program holds it',
}

const unreadable = (file: string, detail: string): Finding =>
  finding('file/not-readable', detail === '' ? { file } : { file, detail })

const tooLarge = (file: string, bytes: number): Finding =>
  finding('file/too-large', { file, bytes, limit: limits.bytes })

/** A finding about a whole file. */
export const finding = (code: Code, args: Args & { readonly file: string }): Finding => ({
  code,
  args,
  file: args.file,
  path: [],
  on: 'value',
})

/** Bytes of a file that may be longer, or shorter, than it said. */
class Collector {
  #bytes: Uint8Array
  length = 0

  constructor(expected: number) {
    // One more than expected, so that the end is seen without growing.
    this.#bytes = new Uint8Array(Math.min(expected, limits.bytes) + 1)
  }

  get space(): number {
    return this.#bytes.length - this.length
  }

  /** The buffer, with space behind what was read. */
  room(): Uint8Array {
    if (this.space === 0) {
      const larger = new Uint8Array(Math.max(65_536, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.length))
      this.#bytes = larger
    }
    return this.#bytes
  }

  /** @returns whether what was read is still within the limit */
  grow(read: number): boolean {
    this.length += read
    return this.length <= limits.bytes
  }

  add(chunk: Uint8Array): boolean {
    if (this.length + chunk.length > limits.bytes) {
      this.length += chunk.length
      return false
    }
    while (this.space < chunk.length) {
      const larger = new Uint8Array(Math.max(65_536, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.length))
      this.#bytes = larger
    }
    this.#bytes.set(chunk, this.length)
    this.length += chunk.length
    return true
  }

  all(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }
}
