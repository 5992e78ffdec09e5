import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance, nearest } from '../../src/documents/nearest.js'

test.each([
  ['flow.form', ['flow.from', 'flow.to'], 'flow.from'],
  ['atleast', ['atMost', 'atLeast', 'lessThan'], 'atLeast'],
  ['gba_filed', ['gba.filed', 'gba.refiled'], 'gba.filed'],
  ['zh-HK', ['en', 'zh-Hant', 'zh-Hans'], undefined],
  ['zh-hant', ['en', 'zh-Hant', 'zh-Hans'], 'zh-Hant'],
  ['no', ['yes', 'on'], 'on'],
  ['x', ['y'], undefined],
  ['colour', ['title', 'about'], undefined],
  ['title', ['title'], undefined],
  ['', ['a'], undefined],
  ['ab', ['ac', 'ad'], 'ac'],
])('%s among %j: %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected)
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', 'A'), maxLength: 8 })

test('the distance is symmetric, zero for equals only, and no more than the longer length', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const far = distance(a, b)
      expect(far).toBe(distance(b, a))
      expect(far === 0).toBe(a === b)
      expect(far).toBeLessThanOrEqual(Math.max(a.length, b.length))
      expect(far).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
    }),
  )
})

test('one slip in an id is always mended, whatever stands beside it', () => {
  const id = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 6, maxLength: 20 })
  fc.assert(
    fc.property(id, fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'change'), (right, at, slip) => {
      const i = at % (right.length - 1)
      const wrong = {
        drop: right.slice(0, i) + right.slice(i + 1),
        double: right.slice(0, i) + right[i] + right.slice(i),
        swap: right.slice(0, i) + right[i + 1] + right[i] + right.slice(i + 2),
        change: `${right.slice(0, i)}z${right.slice(i + 1)}`,
      }[slip]
      if (wrong !== right) expect(nearest(wrong, ['zzzzzzzz', right, 'yyyyyyyyyyyy'])).toBe(right)
    }),
  )
})

test('the answer is a candidate, not the word itself, and the same each time', () => {
  fc.assert(
    fc.property(word, fc.array(word), (it, candidates) => {
      const answer = nearest(it, candidates)
      if (answer !== undefined) expect(candidates).toContain(answer)
      expect(answer).not.toBe(it)
      expect(nearest(it, candidates)).toBe(answer)
    }),
  )
})
