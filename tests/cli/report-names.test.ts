/** Names of report files: safe on every system and told apart, whatever firms are called. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Named, reportNames, safeName } from '../../src/cli/report-names.js'

test.each([
  ['Harbour Payments Ltd', 'harbour-payments-ltd'],
  ['海港支付有限公司', '海港支付有限公司'],
  ['海港（深圳）支付', '海港-深圳-支付'],
  ['  ../../etc/passwd ', 'etc-passwd'],
  ['.hidden', 'hidden'],
  ['CON', 'con-firm'],
  ['com1', 'com1-firm'],
  ['COM¹', 'com1-firm'],
  ['com1.x', 'com1-x'],
  ['Ｈａｒｂｏｕｒ', 'harbour'],
  ['Café', 'café'],
  ['Cafe\u0301', 'café'],
  ['', 'firm'],
  ['...', 'firm'],
  ['\u202e\u200b', 'firm'],
  ['A & B / C', 'a-b-c'],
])('%j → %s', (firm, name) => expect(safeName(firm)).toBe(name))

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('Con', 'a', 'A', 'LPT9', '名', '.', '-'),
)

test('a name is safe on every system', () => {
  fc.assert(
    fc.property(text, (firm) => {
      const name = safeName(firm)
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u)
      expect(name).toBe(name.normalize('NFC'))
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i)
      expect(name).not.toMatch(/-$/)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(130)
    }),
    { numRuns: 2000 },
  )
})

test('names are unique, also where large and small letters are the same', () => {
  const firm = fc.record(
    { firm: text, reference: fc.option(text, { nil: undefined }), file: text },
    { requiredKeys: ['firm', 'file'] },
  )
  fc.assert(
    fc.property(fc.array(firm, { maxLength: 12 }), (firms) => {
      const names = reportNames(firms as Named[])
      expect(names).toHaveLength(firms.length)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(firms.length)
    }),
    { numRuns: 1000 },
  )
})

test('who alone has a name is called by it', () => {
  expect(
    reportNames([
      { firm: 'A', file: 'x' },
      { firm: 'B', reference: '1', file: 'x' },
      { firm: 'b', reference: '2', file: 'x' },
      { firm: 'C', file: 'x' },
      { firm: 'C', file: 'y' },
      { firm: 'D', file: 'z' },
      { firm: 'D', file: 'z' },
    ]),
  ).toEqual(['a', 'b-1', 'b-2', 'c-x', 'c-y', 'd-z', 'd-z-2'])
})
