/** Files are written whole or not at all: beside their place first, then moved there in one step. */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { codeOf, type FileSystem, type Handle, system } from './port.js'

/** Why a file was not written; the file that was there before is untouched. */
export class WriteError extends Error {
  override readonly name = 'WriteError'
  readonly path: string
  /** The system's code (ENOSPC, EACCES), or `READ_BACK` where what was written does not read the same. */
  readonly code: string

  constructor(path: string, code: string, cause?: unknown) {
    super(`${code}: ${path}`, { cause })
    this.path = path
    this.code = code
  }
}

export interface WriteOptions {
  /** Permissions of the file; without it those of the file that is replaced, or the system's for new ones. */
  readonly mode?: number
  /** Reads the file again before it takes its place. */
  readonly readBack?: boolean
  readonly fs?: FileSystem
}

/**
 * Writes a file atomically: at every instant the path holds the old content or the new one, also when the machine stops.
 * Folders on the way are made. A link is followed; a pipe or a device is written to as it is.
 * @throws WriteError
 */
export async function writeFile(path: string, data: string | Uint8Array, options: WriteOptions = {}): Promise<void> {
  const fs = options.fs ?? system
  try {
    await fs.mkdir(dirname(path))
    const { target, mode, plain } = await targetOf(path, fs)
    if (!plain) return await straight(target, data, fs)
    await atomically(
      target,
      data,
      { ...options, ...((options.mode ?? mode) !== undefined && { mode: options.mode ?? mode! }) },
      fs,
    )
  } catch (error) {
    throw error instanceof WriteError ? error : new WriteError(path, codeOf(error) || 'UNKNOWN', error)
  }
}

/** Where a path leads, and whether a plain file is or will be there. */
async function targetOf(path: string, fs: FileSystem): Promise<{ target: string; plain: boolean; mode?: number }> {
  try {
    const target = await fs.realpath(path)
    const status = await fs.stat(target)
    if (status.isDirectory()) throw new WriteError(path, 'EISDIR')
    return { target, plain: status.isFile(), mode: status.mode & 0o777 }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { target: path, plain: true }
    throw error
  }
}

async function straight(target: string, data: string | Uint8Array, fs: FileSystem): Promise<void> {
  const handle = await fs.open(target, 'w')
  try {
    await handle.writeFile(data)
  } finally {
    await handle.close()
  }
}

async function atomically(
  target: string,
  data: string | Uint8Array,
  { mode, readBack }: WriteOptions,
  fs: FileSystem,
): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`)
  let handle: Handle | undefined
  try {
    handle = await fs.open(temporary, 'wx', mode)
    await handle.writeFile(data)
    await handle.sync()
    await handle.close()
    handle = undefined
    if (readBack && !same(await fs.readFile(temporary), data)) throw new WriteError(target, 'READ_BACK')
    await fs.rename(temporary, target)
  } catch (error) {
    await handle?.close().catch(() => undefined)
    // The first error is the one to tell.
    await fs.unlink(temporary).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(target), fs)
}

const same = (bytes: Uint8Array, data: string | Uint8Array): boolean =>
  Buffer.compare(bytes, Buffer.from(data as string)) === 0

/** Makes the new name itself durable. Not every system lets a folder be opened, and the file is safe either way. */
async function syncFolder(folder: string, fs: FileSystem): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // See above.
  }
}

/** Adds to the end of a file that others add to as well, such as the summary of a CI job. @throws WriteError */
export async function appendToFile(path: string, text: string, fs: FileSystem = system): Promise<void> {
  try {
    const handle = await fs.open(path, 'a')
    try {
      await handle.writeFile(text)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new WriteError(path, codeOf(error) || 'UNKNOWN', error)
  }
}

/** Makes a folder and those on the way to it. @throws WriteError */
export async function makeFolder(path: string, fs: FileSystem = system): Promise<void> {
  try {
    await fs.mkdir(path)
  } catch (error) {
    throw new WriteError(path, codeOf(error) || 'UNKNOWN', error)
  }
}
