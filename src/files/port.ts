/** What this room asks of the file system, so that tests can let any of it fail. */
import {
  appendFileSync,
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  promises,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'

/** What is asked of an open file. */
export interface Handle {
  stat(): Promise<Status>
  read(buffer: Uint8Array, offset: number, length: number): Promise<{ bytesRead: number }>
  writeFile(data: string | Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

export interface Status {
  readonly size: number
  readonly mode: number
  isFile(): boolean
  isDirectory(): boolean
  isFIFO(): boolean
  isSocket(): boolean
}

/** Asynchronous, for what people name: a pipe that never ends must not keep a signal from being heard. */
export interface FileSystem {
  stat(path: string): Promise<Status>
  open(path: string, flags: string, mode?: number): Promise<Handle>
  readFile(path: string): Promise<Uint8Array>
  readdir(path: string): Promise<Entry[]>
  realpath(path: string): Promise<string>
  mkdir(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
}

export interface Entry {
  readonly name: string
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** Synchronous, for regular files only: the parts of a ruleset, evidence. */
export interface FileSystemNow {
  stat(path: string): Status
  realpath(path: string): string
  readdir(path: string): string[]
  readFile(path: string): Uint8Array
  open(path: string): number
  fstat(file: number): Status
  read(file: number, buffer: Uint8Array, offset: number, length: number): number
  close(file: number): void
}

export const system: FileSystem = {
  stat: (path) => promises.stat(path),
  open: (path, flags, mode) => promises.open(path, flags, mode),
  readFile: (path) => promises.readFile(path),
  readdir: (path) => promises.readdir(path, { withFileTypes: true }),
  realpath: (path) => promises.realpath(path),
  mkdir: async (path) => {
    await promises.mkdir(path, { recursive: true })
  },
  rename: (from, to) => promises.rename(from, to),
  unlink: (path) => promises.unlink(path),
}

export const systemNow: FileSystemNow = {
  stat: (path) => statSync(path),
  realpath: (path) => realpathSync(path),
  readdir: (path) => readdirSync(path),
  readFile: (path) => readFileSync(path),
  open: (path) => openSync(path, 'r'),
  fstat: (file) => fstatSync(file),
  read: (file, buffer, offset, length) => readSync(file, buffer, offset, length, null),
  close: (file) => closeSync(file),
}

/** Synchronous, for the many files of a batch: nothing waits for the disk. */
export interface FolderSystem extends Omit<FileSystemNow, 'read' | 'realpath' | 'fstat'> {
  /** The same, with what each is. */
  entries(path: string): Entry[]
  /** @param position where in the file; without it from where the last read ended */
  read(file: number, buffer: Uint8Array, position?: number): number
  mkdir(path: string): void
  writeFile(path: string, data: string | Uint8Array): void
  appendFile(path: string, text: string): void
  /** Makes a file, or empties the one that is there. */
  create(path: string): number
  /** @returns how many bytes were taken */
  write(file: number, bytes: Uint8Array, offset: number): number
  rename(from: string, to: string): void
  /** Also where nothing is there. */
  remove(path: string): void
}

export const folderSystem: FolderSystem = {
  stat: (path) => statSync(path),
  readdir: (path) => readdirSync(path),
  entries: (path) => readdirSync(path, { withFileTypes: true }),
  readFile: (path) => readFileSync(path),
  open: (path) => openSync(path, 'r'),
  read: (file, buffer, position) => readSync(file, buffer, 0, buffer.length, position ?? null),
  close: (file) => closeSync(file),
  mkdir: (path) => {
    mkdirSync(path, { recursive: true })
  },
  writeFile: (path, data) => writeFileSync(path, data),
  appendFile: (path, text) => appendFileSync(path, text),
  create: (path) => openSync(path, 'w'),
  write: (file, bytes, offset) => writeSync(file, bytes, offset),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { force: true }),
}

/** A folder for what is needed for a moment. */
export const asideSystem = {
  make: (prefix: string): string => mkdtempSync(prefix),
  remove: (folder: string): void => rmSync(folder, { recursive: true, force: true }),
}

/** Synchronous and writing: what a session on an answers file needs, and what it knows of processes. */
export interface SessionSystem extends FileSystemNow {
  /** Makes a file that is not there yet; fails with EEXIST where one is. */
  create(path: string, mode: number): number
  /** @returns how many bytes were taken */
  write(file: number, bytes: Uint8Array, offset: number): number
  sync(file: number): void
  rename(from: string, to: string): void
  link(from: string, to: string): void
  unlink(path: string): void
  syncFolder(path: string): void
  /** Where a link leads, absolute; undefined for what is no link. */
  readlink(path: string): string | undefined
  /** This process. */
  self(): { readonly pid: number; readonly host: string; readonly started: string }
  /** When a process of this host started; empty where that cannot be known; undefined where there is no such process. */
  started(pid: number): string | undefined
}

export const sessionSystem: SessionSystem = {
  ...systemNow,
  readFile: (path) => readFileSync(path),
  create: (path, mode) => openSync(path, 'wx', mode),
  write: (file, bytes, offset) => writeSync(file, bytes, offset),
  sync: (file) => fsyncSync(file),
  rename: (from, to) => renameSync(from, to),
  link: (from, to) => linkSync(from, to),
  unlink: (path) => unlinkSync(path),
  syncFolder: (path) => {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  },
  readlink: (path) => {
    try {
      return resolve(dirname(path), readlinkSync(path))
    } catch {
      return undefined
    }
  },
  self: () => ({ pid: process.pid, host: hostname(), started: startOf(process.pid) ?? '' }),
  started: (pid) => {
    try {
      process.kill(pid, 0)
    } catch (error) {
      // EPERM: it is there, and another's.
      if (codeOf(error) === 'ESRCH') return undefined
    }
    return startOf(pid) ?? ''
  },
}

/** When a process started: clock ticks since the machine did, with which start of the machine that was. Linux only. */
function startOf(pid: number): string | undefined {
  try {
    // The name in parentheses may hold anything; the start is the 20th word behind it.
    const words = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    // A process that has ended and was not yet fetched by its parent holds nothing any more.
    if (words[0] === 'Z' || words[0] === 'X') return 'ended'
    return `${words[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}`
  } catch {
    return undefined
  }
}

/** The system's own code of an error: ENOENT, EACCES. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
