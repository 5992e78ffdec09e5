import { createHash } from 'node:crypto'
import { canonicalJson } from './json-writer.js'

/**
 * SHA-256 of the canonical JSON (RFC 8785) of a value, hexadecimal: layout and the order of keys do not count. Halves of
 * characters, for which there is no canonical form, count as the replacement character.
 */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')
