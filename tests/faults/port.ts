/** Lets one operation of the files' port fail, whichever function of it that is. */
import { readFileSync, rmSync } from 'node:fs'
import { folderSystem, sessionSystem, system, systemNow } from '../../src/files/port.js'

/** What goes wrong: a code of the system, half of what was to be written, the file gone, another day on the clock. */
export const kinds = ['EIO', 'ENOSPC', 'EACCES', 'EXDEV', 'half', 'short', 'gone', 'clock'] as const
export type Kind = (typeof kinds)[number]

export interface Operation {
  readonly name: string
  readonly path: string
}

export interface Fault {
  /** The how manieth operation, from 0. */
  readonly nth: number
  readonly kind: Kind
}

const writing = /create|writeFile|appendFile|write$|mkdir|sync|link|rename|open:w|open:a/
const moving = /rename|link/
const content = /writeFile|appendFile|write$/

/** Whether a thing can go wrong with an operation. */
export function fits(kind: Kind, { name }: Operation): boolean {
  if (/self|started/.test(name)) return kind === 'clock'
  if (kind === 'ENOSPC') return writing.test(name) && !moving.test(name)
  if (kind === 'EXDEV') return moving.test(name)
  if (kind === 'half') return content.test(name)
  if (kind === 'short') return /write$/.test(name)
  if (kind === 'gone') return /stat|open|read|rename|link/.test(name)
  return true
}

const failed = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code, path })

/**
 * Runs with one fault, or none.
 * @param within operations on other paths are left alone
 * @returns what the run returned, and every operation there was
 */
export async function withFault<T>(
  within: string,
  fault: Fault | undefined,
  run: (day: () => string) => Promise<T>,
): Promise<{ result: T; operations: Operation[] }> {
  const operations: Operation[] = []
  const paths = new Map<number, string>()
  let day = '2026-11-20T00:00:00Z'

  /** @returns whether it is this operation's turn */
  const due = (operation: Operation): boolean => {
    if (!operation.path.startsWith(within)) return false
    operations.push(operation)
    return fault !== undefined && operations.length - 1 === fault.nth && fits(fault.kind, operation)
  }
  const data = (it: unknown) => Buffer.from(it as string)

  /** Does an operation as the fault has it. @param half does it with a part of what is to be written */
  const spoilt = (operation: Operation, act: () => unknown, half: () => unknown): unknown => {
    const { kind } = fault!
    const { name, path } = operation
    switch (kind) {
      case 'clock':
        day = '1999-01-01T00:00:00Z'
        return act()
      case 'gone':
        rmSync(path, { force: true, recursive: false })
        return act()
      case 'short':
        return half()
      case 'half': {
        const after = () => {
          throw failed('ENOSPC', path)
        }
        const done = half()
        return done instanceof Promise ? done.then(after) : after()
      }
      case 'EIO':
      case 'ENOSPC':
      case 'EACCES':
      case 'EXDEV':
        // What fails to close is closed.
        if (name.endsWith('close')) void act()
        throw failed(kind, path)
    }
  }

  const wrapped = (name: string, act: (...args: never[]) => unknown) =>
    function (this: unknown, ...args: unknown[]): unknown {
      const [first] = args
      const path = typeof first === 'number' ? (paths.get(first) ?? '') : typeof first === 'string' ? first : within
      const call = (given: unknown[]) => (act as (...all: unknown[]) => unknown).apply(this, given)
      const flags = name === 'open' && typeof args[1] === 'string' ? `:${args[1]}` : ''
      const operation = { name: name + flags, path }
      const kept = (result: unknown): unknown => {
        if (typeof result === 'number' && /open|create/.test(name)) paths.set(result, path)
        if (result instanceof Promise && name === 'open') return result.then((it) => handle(it as object, path))
        return result
      }
      const half = () => {
        const i = name === 'write' ? 1 : args.length > 1 ? 1 : 0
        const bytes = data(args[i])
        const offset = name === 'write' ? Number(args[2]) : 0
        const part = bytes.subarray(0, offset + Math.ceil((bytes.length - offset) / 2))
        return call(args.map((it, at) => (at === i ? part : it)))
      }
      return kept(due(operation) ? spoilt(operation, () => call(args), half) : call(args))
    }

  const handle = (open: object, path: string): object =>
    new Proxy(open, {
      get: (target, key: string) => {
        const it = Reflect.get(target, key) as unknown
        if (typeof it !== 'function' || key === 'then') return it
        return (...args: unknown[]) => {
          const call = (given: unknown[]) => (it as (...all: unknown[]) => unknown).apply(target, given)
          const operation = { name: `handle.${key}`, path }
          const half = () => call([data(args[0]).subarray(0, Math.ceil(data(args[0]).length / 2))])
          try {
            return due(operation) ? spoilt(operation, () => call(args), half) : call(args)
          } catch (error) {
            return Promise.reject(error instanceof Error ? error : new Error(String(error)))
          }
        }
      },
    })

  const all: Record<string, unknown>[] = [system, systemNow, folderSystem, sessionSystem] as never
  const before = all.map((it) => ({ ...it }))
  for (const port of all)
    for (const [name, act] of Object.entries(port)) {
      const faulty = wrapped(name, act as () => unknown)
      // What is asynchronous never throws at once.
      port[name] =
        port === (system as never)
          ? function (...args: unknown[]) {
              try {
                return faulty(...args)
              } catch (error) {
                return Promise.reject(error instanceof Error ? error : new Error(String(error)))
              }
            }
          : faulty
    }
  try {
    return { result: await run(() => day), operations }
  } finally {
    all.forEach((port, i) => Object.assign(port, before[i]))
  }
}

export const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return undefined
  }
}
