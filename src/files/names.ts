/** Names of files as people see them. */
import { isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * A path as it is shown: relative to the working folder where it lies in it or near it, always with `/`, so that the same
 * run says the same on every machine.
 */
export function shownPath(path: string, cwd: string): string {
  const absolute = resolve(cwd, path)
  const near = relative(cwd, absolute)
  if (near === '') return '.'
  const far = isAbsolute(near) || near.split(sep).filter((step) => step === '..').length > 2
  return slashes(far ? absolute : near)
}

export const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))

/** Code-unit order: the same on every machine, whatever its locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
