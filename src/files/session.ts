/**
 * One answers file while it is being filled in: nobody else writes it, and what stands in it is whole at every instant.
 * Everything is synchronous: a signal may be on its way, and then nothing asynchronous runs any more.
 */
import { WriteError } from './write.js'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { sha256Of } from '../documents/digest.js'
import type { Source } from '../documents/source.js'
import { codeOf, type SessionSystem, sessionSystem } from './port.js'
import { readTextNow } from './read-text.js'
import type { Finding } from '../diagnostics/diagnostic.js'

/** Why a session cannot start, or could not save. The file on the disk is whole and as it was. */
export type Trouble =
  /** Another process that lives has the file. */
  | { readonly kind: 'locked'; readonly lock: string; readonly owner: LockOwner }
  /** The system refused: ENOSPC, EACCES; `READ_BACK` where what was written does not read the same. */
  | { readonly kind: 'system'; readonly code: string; readonly path: string }
  /** The file could not be read. */
  | { readonly kind: 'unreadable'; readonly finding: Finding }
  /** Somebody changed the file meanwhile. */
  | { readonly kind: 'changed'; readonly path: string }
  /** Somebody removed the file, or its folder, meanwhile. */
  | { readonly kind: 'gone'; readonly path: string }
  /** Another process has taken the lock, for it believed this one dead. */
  | { readonly kind: 'lock-lost'; readonly lock: string }

export interface LockOwner {
  /** 0: what the lock says could not be read. */
  readonly pid: number
  readonly host: string
  /** When its process started, in the words of its system; empty where that cannot be known. */
  readonly started: string
}

export interface SessionOptions {
  /** The file's name as shown. */
  readonly file: string
  readonly system?: SessionSystem
}

export type Opened =
  | { readonly session: AnswersSession; readonly trouble?: never }
  | { readonly session?: never; readonly trouble: Trouble }

/** A file that this process alone writes, until {@link close}. */
export class AnswersSession {
  /** Where the file really is: a link has been followed. */
  readonly path: string
  /** As it was when the session opened; undefined where there was none yet. */
  readonly source: Source | undefined
  readonly #system: SessionSystem
  readonly #lock: string
  readonly #mine: string
  /** Of what was last read or written; undefined while there is no file. */
  #hash: string | undefined
  #closed = false

  private constructor(path: string, lock: Lock, source: Source | undefined, system: SessionSystem) {
    this.path = path
    this.source = source
    this.#lock = lock.path
    this.#mine = lock.text
    this.#hash = source && sha256Of(Buffer.from(source.text))
    this.#system = system
  }

  /** Takes the lock and reads the file, if there is one. */
  static open(path: string, { file, system = sessionSystem }: SessionOptions): Opened {
    let lock: Lock | undefined
    try {
      const target = followed(path, system)
      const taken = take(`${target}.lock`, system)
      if ('trouble' in taken) return taken
      lock = taken
      const text = readTextNow(target, file, system)
      if (text?.finding) {
        release(lock, system)
        return { trouble: { kind: 'unreadable', finding: text.finding } }
      }
      sweep(target, system)
      return { session: new AnswersSession(target, lock, text?.source, system) }
    } catch (error) {
      if (lock) release(lock, system)
      return { trouble: { kind: 'system', code: codeOf(error) || 'UNKNOWN', path } }
    }
  }

  /**
   * Puts this text in the place of the file: whole or not at all, with permissions for its owner only.
   * @returns why it was not written; the file is then what it was, whoever wrote it
   */
  save(text: string): Trouble | undefined {
    if (this.#closed) throw new Error('The session is closed.')
    const system = this.#system
    const { path } = this
    const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`)
    let written = false
    try {
      const before = this.#changedMeanwhile()
      if (before) return before
      const bytes = Buffer.from(text)
      const file = system.create(temporary, 0o600)
      written = true
      try {
        for (let at = 0; at < bytes.length;) at += system.write(file, bytes, at)
        system.sync(file)
      } finally {
        system.close(file)
      }
      if (Buffer.compare(system.readFile(temporary), bytes) !== 0)
        throw Object.assign(new Error(), { code: 'READ_BACK' })
      // As late as can be: between this and the next line another hand has no time.
      const since = this.#changedMeanwhile()
      if (since) return since
      system.rename(temporary, path)
      written = false
      this.#hash = sha256Of(bytes)
      syncFolder(dirname(path), system)
      return undefined
    } catch (error) {
      const code = codeOf(error) || 'UNKNOWN'
      return code === 'ENOENT' ? { kind: 'gone', path } : { kind: 'system', code, path }
    } finally {
      if (written) quietly(() => system.unlink(temporary))
    }
  }

  /**
   * Puts a text that could not be saved into a new file beside, so that it is not lost. Nothing is overwritten.
   * @returns where it is now, or why it is nowhere
   */
  saveBeside(text: string): { readonly path: string } | { readonly trouble: Trouble } {
    const [, stem, end] = /^(.*?)((?:\.answers)?\.[^.]*|)$/.exec(basename(this.path))!
    for (let n = 1; ; n++) {
      const path = join(dirname(this.path), `${stem}.unsaved-${n}${end}`)
      try {
        write(path, text, this.#system)
        return { path }
      } catch (error) {
        const code = codeOf(error) || 'UNKNOWN'
        if (code !== 'EEXIST' || n > 999) return { trouble: { kind: 'system', code, path } }
      }
    }
  }

  /** Gives the file free. Saving is over then; calling it again does nothing. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    release({ path: this.#lock, text: this.#mine }, this.#system)
  }

  #changedMeanwhile(): Trouble | undefined {
    const lock = contentOf(this.#lock, this.#system)
    if (lock !== undefined && lock !== this.#mine) return { kind: 'lock-lost', lock: this.#lock }
    let bytes: Uint8Array | undefined
    try {
      bytes = this.#system.readFile(this.path)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
    const hash = bytes && sha256Of(bytes)
    if (hash === this.#hash) return undefined
    return { kind: hash === undefined ? 'gone' : 'changed', path: this.path }
  }
}

interface Lock {
  readonly path: string
  /** What this process wrote into it, different for every session. */
  readonly text: string
}

/** A link leads to its target, also where that is not there yet. */
function followed(path: string, system: SessionSystem): string {
  let at = path
  for (let steps = 0; steps < 40; steps++) {
    try {
      return system.realpath(at)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
    const next = system.readlink(at)
    if (next === undefined) return join(system.realpath(dirname(at)), basename(at))
    at = next
  }
  throw Object.assign(new Error(), { code: 'ELOOP' })
}

/**
 * A lock on something that several files are of, such as a folder of reports.
 * @returns what gives it back, or the lock of another that holds it
 * @throws WriteError
 */
export function lockedAt(
  path: string,
  system: SessionSystem = sessionSystem,
): { readonly release: () => void } | { readonly heldBy: LockOwner } {
  try {
    const taken = take(path, system)
    return 'trouble' in taken ? { heldBy: taken.trouble.owner } : { release: () => release(taken, system) }
  } catch (error) {
    throw new WriteError(path, codeOf(error), error)
  }
}

/**
 * Takes a lock. One whose owner is gone is moved aside first, and only if it still is what was judged: of two that find it
 * at once, one takes it and the other looks again.
 */
function take(path: string, system: SessionSystem): Lock | { readonly trouble: Extract<Trouble, { kind: 'locked' }> } {
  const text = `${JSON.stringify({ ...system.self(), session: randomBytes(8).toString('hex') })}\n`
  for (let attempt = 0; attempt < 20; attempt++) {
    if (created(path, text, system)) return { path, text }
    const found = contentOf(path, system)
    if (found === undefined) continue
    const owner = ownerIn(found)
    if (!isGone(owner, system)) return { trouble: { kind: 'locked', lock: path, owner } }
    const aside = `${path}.${randomBytes(6).toString('hex')}`
    try {
      system.rename(path, aside)
    } catch (error) {
      // Another was quicker.
      if (codeOf(error) === 'ENOENT') continue
      throw error
    }
    const moved = contentOf(aside, system)
    if (moved !== found && moved !== undefined) {
      // It was a new one, of a process that lives: it goes back, unless a newer one stands there already.
      quietly(() => system.link(aside, path))
    }
    quietly(() => system.unlink(aside))
  }
  const found = contentOf(path, system)
  return { trouble: { kind: 'locked', lock: path, owner: ownerIn(found ?? '') } }
}

/** Whether the lock was made. It appears whole: written beside, then linked to its place, which fails if one is there. */
function created(path: string, text: string, system: SessionSystem): boolean {
  const beside = `${path}.${randomBytes(6).toString('hex')}`
  let made = false
  try {
    write(beside, text, system)
    made = true
    system.link(beside, path)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    // Not every file system has links: then the lock is made in its place.
    if (!made || !['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EACCES'].includes(code)) throw error
    try {
      write(path, text, system)
      return true
    } catch (second) {
      if (codeOf(second) === 'EEXIST') return false
      throw second
    }
  } finally {
    quietly(() => system.unlink(beside))
  }
}

function write(path: string, text: string, system: SessionSystem): void {
  const bytes = Buffer.from(text)
  const file = system.create(path, 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += system.write(file, bytes, at)
  } catch (error) {
    quietly(() => system.unlink(path))
    throw error
  } finally {
    system.close(file)
  }
}

/** A lock of another is not ours to remove. */
function release({ path, text }: Lock, system: SessionSystem): void {
  quietly(() => {
    if (contentOf(path, system) === text) system.unlink(path)
  })
}

function contentOf(path: string, system: SessionSystem): string | undefined {
  try {
    return Buffer.from(system.readFile(path)).toString()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function ownerIn(text: string): LockOwner {
  try {
    const { pid, host, started } = JSON.parse(text) as Record<string, unknown>
    if (typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string') {
      return { pid, host, started: typeof started === 'string' ? started : '' }
    }
  } catch {
    // Said by the number 0.
  }
  return { pid: 0, host: '', started: '' }
}

/**
 * Whether the owner of a lock is surely gone. Of another host, or of a lock that says nothing, nobody knows: a person
 * decides and removes it. A number may have been given to another process since: that one started at another time.
 */
function isGone({ pid, host, started }: LockOwner, system: SessionSystem): boolean {
  if (pid === 0 || host !== system.self().host) return false
  const now = system.started(pid)
  return now === undefined || (started !== '' && now !== '' && now !== started)
}

/** What a process that was killed while it saved has left: nobody else writes here now. */
function sweep(path: string, system: SessionSystem): void {
  quietly(() => {
    const start = `.${basename(path).slice(0, 60)}.`
    for (const name of system.readdir(dirname(path))) {
      if (name.startsWith(start) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(start.length)))
        quietly(() => system.unlink(join(dirname(path), name)))
    }
  })
}

function syncFolder(folder: string, system: SessionSystem): void {
  // Not every system lets a folder be opened, and the file is safe either way.
  quietly(() => system.syncFolder(folder))
}

function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // The first trouble is the one to tell.
  }
}
