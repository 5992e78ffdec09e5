/** A file system in which anything may fail. */
import { type FileSystem, system } from '../../src/files/port.js'

/** An error as the system gives it. */
export const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code })

export type Call =
  keyof FileSystem | 'handle.writeFile' | 'handle.sync' | 'handle.close' | 'handle.read' | 'handle.stat'

/**
 * @param fails what fails, with which code; the n-th time it is called (from 1)
 * @param log every call that was made, with its path
 */
export function faulty(
  fails: { readonly call: Call; readonly code: string; readonly nth?: number },
  log: string[] = [],
): FileSystem {
  let times = 0
  const check = (call: Call, path: unknown): void => {
    log.push(`${call} ${String(path)}`)
    if (call === fails.call && ++times === (fails.nth ?? 1)) throw failure(fails.code)
  }
  return new Proxy(system, {
    get:
      (target, name: keyof FileSystem) =>
      async (path: string, ...rest: unknown[]) => {
        check(name, path)
        const result = await (target[name] as (...args: unknown[]) => Promise<unknown>)(path, ...rest)
        if (name !== 'open') return result
        return new Proxy(result as object, {
          // Not `then`, or awaiting it would call it.
          get: (handle, method: string) =>
            method === 'then'
              ? undefined
              : async (...args: unknown[]) => {
                  check(`handle.${method}` as Call, path)
                  return (Reflect.get(handle, method) as (...args: unknown[]) => Promise<unknown>).apply(handle, args)
                },
        })
      },
  })
}
