/** The writer of JSON against the two it stands for: `JSON.stringify` and the reference implementation of RFC 8785. */
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, laidOutJson, shared } from '../../src/documents/json-writer.js'
import { visibleJson } from '../../src/text/visible.js'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const laidOut = (value: unknown) => visibleJson(`${JSON.stringify(value, null, 2)}\n`)

/** Names and texts with everything that JSON, terminals and UTF-16 find special. */
const odd = fc.string({ unit: 'binary' })
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    odd,
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.oneof(fc.constantFrom('id', 'part', 'ask', '__proto__', 'é', '\u200b', '😀'), odd), tie('value'), {
      maxKeys: 30,
    }),
  ),
})).value

describe('writing JSON', () => {
  it('lays out as JSON.stringify does', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(text(laidOutJson(value))).toBe(laidOut(value))
      }),
    )
  })

  it('is canonical as RFC 8785 wants it', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(text(canonicalJson(value))).toBe(canonicalize(value))
      }),
    )
  })

  it('writes what is shared the same the second time, and at another depth', () => {
    fc.assert(
      fc.property(values, fc.array(values), (value, around) => {
        const part = shared([value])
        const whole = { around, part, deeper: [{ part, around }] }
        const plain = JSON.parse(JSON.stringify(whole)) as unknown
        for (let time = 0; time < 2; time++) {
          expect(text(laidOutJson(whole))).toBe(laidOut(plain))
          expect(text(canonicalJson(whole))).toBe(canonicalize(plain))
        }
      }),
    )
  })

  it('leaves out what is undefined', () => {
    const value = { a: undefined, b: [undefined, 1], c: {}, d: [] }
    expect(text(laidOutJson(value))).toBe(laidOut(value))
    expect(text(canonicalJson(value))).toBe('{"b":[null,1],"c":{},"d":[]}')
  })

  it('writes halves of characters as their replacement in canonical form, also where two names become one', () => {
    expect(text(canonicalJson({ '\ud800': 1, b: '\udc00x', '\ud801': 2 }))).toBe('{"b":"\ufffdx","\ufffd":2}')
  })

  it('grows for values of megabytes', () => {
    const value = { long: '漢'.repeat(1_000_000), list: Array.from({ length: 50_000 }, (_, i) => ({ i })) }
    expect(text(laidOutJson(value))).toBe(laidOut(value))
    expect(text(canonicalJson(value))).toBe(canonicalize(value))
  })
})
