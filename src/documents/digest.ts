import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * SHA-256 of the canonical JSON (RFC 8785) of a value, hexadecimal: layout and the order of keys do not count. Halves of
 * characters, for which there is no canonical form, count as the replacement character.
 */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(whole(value))!)
    .digest('hex')

function whole(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(whole)
  if (typeof value !== 'object' || value === null) return value
  // Not by assignment, which takes `__proto__` for something else.
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [whole(key), whole(it)]))
}
