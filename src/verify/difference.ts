/** Where two JSON values differ. */
export interface Difference {
  readonly path: readonly (string | number)[]
  /** Absent: nothing belongs there. */
  readonly expected?: unknown
  /** Absent: nothing is there. */
  readonly found?: unknown
}

/** Every place at which two JSON values differ, in the order of the expected one; the order of keys does not count. */
export function differences(expected: unknown, found: unknown, path: Difference['path'] = []): Difference[] {
  if (Array.isArray(expected) && Array.isArray(found)) {
    const length = Math.max(expected.length, found.length)
    return Array.from({ length }, (_, i) => i).flatMap((i) => ofKey(expected, found, i, path))
  }
  if (isObject(expected) && isObject(found)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)])
    return [...keys].flatMap((key) => ofKey(expected, found, key, path))
  }
  return Object.is(expected, found) || (expected === 0 && found === 0) ? [] : [{ path, expected, found }]
}

function ofKey(expected: object, found: object, key: string | number, path: Difference['path']): Difference[] {
  const at = [...path, key]
  const value = (it: object) => (it as Record<string | number, unknown>)[key]
  if (!Object.hasOwn(expected, key)) return [{ path: at, found: value(found) }]
  if (!Object.hasOwn(found, key)) return [{ path: at, expected: value(expected) }]
  return differences(value(expected), value(found), at)
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A path as people read it: `determinations[0].label`. */
export const pathText = (path: Difference['path']): string =>
  path
    .map((key, i) =>
      typeof key === 'number'
        ? `[${key}]`
        : !/^[A-Za-z_][\w-]*$/.test(key)
          ? `[${JSON.stringify(key)}]`
          : i === 0
            ? key
            : `.${key}`,
    )
    .join('')
