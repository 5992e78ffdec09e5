import { createHash } from 'node:crypto'
import { canonicalJson } from './json-writer.js'

/** SHA-256, hexadecimal; of a text, that of its UTF-8. */
export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** A number from 0 to 2^48 - 1 that hangs on a name alone: the first six bytes of its SHA-256. */
export const numberOf = (name: string): number => createHash('sha256').update(name).digest().readUIntBE(0, 6)

/**
 * SHA-256 of the canonical JSON (RFC 8785) of a value, hexadecimal: layout and the order of keys do not count. Halves of
 * characters, for which there is no canonical form, count as the replacement character.
 */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')
