/**
 * Building blocks of the file schemas: the few shapes that every kind of file shares.
 * A TypeBox object is a JSON Schema, so one definition gives the type, the editor's completion and the gate.
 */
import {
  Array as Arr,
  Object as Obj,
  String as Str,
  Unsafe,
  type Static,
  type TObject,
  type TProperties,
  type TSchema,
} from 'typebox'

/** An object that takes no other keys than its own. */
export const closed = <P extends TProperties>(properties: P, options: Record<string, unknown> = {}) =>
  Obj(properties, { additionalProperties: false, ...options })

/** One of a few words. TypeBox's own Union makes an `anyOf`, which answers one typo with many errors. */
export const oneOf = <const W extends readonly string[]>(words: W, options: Record<string, unknown> = {}) =>
  Unsafe<W[number]>({ type: 'string', enum: [...words], ...options })

/**
 * Shapes told apart by one key, in the form that ajv's `discriminator` reads: one typo, one error.
 * Each variant must hold `tag` as a constant.
 */
export const tagged = <V extends readonly TObject[]>(tag: string, variants: V) =>
  Unsafe<Static<V[number]>>({
    type: 'object',
    required: [tag],
    discriminator: { propertyName: tag },
    oneOf: [...variants],
  })

/** A constant of a tagged shape. */
export const tag = <const T extends string>(value: T) => Unsafe<T>({ const: value })

/** A value by reference into the root's `$defs`; the type is written by hand. */
export const ref = <T>(name: string) => Unsafe<T>({ $ref: `#/$defs/${name}` })

export const list = <S extends TSchema>(items: S, options: Record<string, unknown> = {}) => Arr(items, options)

/** Words for people: never empty. */
export const Words = Str({ minLength: 1, maxLength: 4000 })

/** Kebab-case, dotted by topic: `gba.filed`, `people-ordinary`. */
export const idPattern = '^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*$'
export const Id = Str({ pattern: idPattern, maxLength: 100, description: 'kebab-case, dotted by topic, permanent' })

/** A day as people write it in files: 2026-11-20. */
export const Day = Str({ format: 'date', description: 'a day, written 2026-11-20' })

/** A version in quotes: "1.0.0". */
export const Version = Str({
  pattern: '^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$',
  description: 'major.minor.patch, in quotes',
})
