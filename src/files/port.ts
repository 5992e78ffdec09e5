/** What this room asks of the file system, so that tests can let any of it fail. */
import { closeSync, fstatSync, openSync, promises, readdirSync, readSync, realpathSync, statSync } from 'node:fs'

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
  open: (path) => openSync(path, 'r'),
  fstat: (file) => fstatSync(file),
  read: (file, buffer, offset, length) => readSync(file, buffer, offset, length, null),
  close: (file) => closeSync(file),
}

/** The system's own code of an error: ENOENT, EACCES. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
