import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import { codes, type Code } from '../../src/diagnostics/codes.js'
import type { Args, Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { clean, Lines } from '../../src/documents/source.js'
import { json } from '../../src/formats/diagnostics/json.js'
import { text } from '../../src/formats/diagnostics/text.js'
import type { Colour } from '../../src/formats/colour.js'
import { diagnostics as words, listing } from '../../src/text/en/diagnostics.js'
import { visible } from '../../src/text/visible.js'

const en = { diagnostics: words, listing }
/** A diagnostic on some part of a text. */
const on = (
  source: string,
  part: string,
  code: Code = 'schema/unknown-key',
  args: Args = { key: part, known: [] },
  file = 'a.yaml',
): Diagnostic => {
  const start = source.indexOf(part)
  return {
    code,
    severity: codes[code],
    args,
    place: new Lines(file, clean(source)).place([start, start + part.length], []),
  }
}

/** What stands above the carets, by columns of a terminal. */
function underlined(output: string): string {
  const lines = output.split('\n')
  const caret = lines.findIndex((line) => /^ *\| +\^|^ *\| \^/.test(line))
  const [above, below] = [lines[caret - 1]!, lines[caret]!]
  const from = stringWidth(below.slice(0, below.indexOf('^')))
  const to = stringWidth(below.trimEnd())
  let at = 0
  let found = ''
  for (const { segment } of new Intl.Segmenter('en').segment(above)) {
    if (at >= from && at < to) found += segment
    at += stringWidth(segment)
  }
  return found
}

describe('text', () => {
  test('nothing when there is nothing to say', () => {
    expect(text([], { words: en })).toBe('')
  })

  test('file, line, caret, fix and count', () => {
    const source = 'firm: {name: 港灣支付, nmae: x}\n'
    const it = { ...on(source, 'nmae', 'schema/unknown-key', { key: 'nmae', known: ['name'] }), suggestion: 'name' }
    expect(text([it, on('x\n', 'x', 'answers/unknown-id', { id: 'x' }, 'b.yaml')], { words: en, width: 80 })).toBe(
      `a.yaml:1:20  error  schema/unknown-key
  There is no key 'nmae' here.
  1 | firm: {name: 港灣支付, nmae: x}
    |                        ^^^^
  Fix: Did you mean 'name'?

b.yaml:1:1  warning  answers/unknown-id
  The ruleset has no question or fact 'x'.
  1 | x
    | ^
  Fix: Remove it, or check the id. It is kept and not scored.

1 error and 1 warning in 2 files
`,
    )
  })

  test('a file without a text has neither line nor caret', () => {
    const place = { file: 'nowhere.yaml', pointer: '', line: 1, column: 1, endLine: 1, endColumn: 1 }
    const output = text([{ code: 'file/not-found', severity: 'error', args: { file: 'nowhere.yaml' }, place }], {
      words: en,
    })
    expect(output).toContain('nowhere.yaml  error  file/not-found\n')
    expect(output).not.toMatch(/\^|\|/)
  })

  test.each([
    ['a: 港灣支付 xyz end', 'xyz'],
    ['a: 港灣支付 end', '灣支'],
    ['a:\tx\tyz', 'yz'],
    ['a: e\u0301e\u0301 xyz', 'xyz'],
    ['a: 👩‍👩‍👧 🇭🇰 xyz', 'xyz'],
    ['ａ： xyz', 'xyz'],
    [`${'長'.repeat(60)} xyz ${'尾'.repeat(60)}`, 'xyz'],
    [`${'x '.repeat(500)}here${' y'.repeat(500)}`, 'here'],
    ['here' + 'x'.repeat(5000), 'here'],
    [`${'x'.repeat(5000)}here`, 'here'],
  ])('the caret of %j stands under %j', (source, part) => {
    for (const width of [40, 80, 200]) {
      const output = text([on(source, part)], { words: en, width })
      expect(underlined(output)).toBe(part)
    }
  })

  test('a problem over several lines is marked to the end of the first', () => {
    const it = on('a: [b,\n c]\n', '[b,\n c]')
    expect(underlined(text([it], { words: en }))).toBe('[b,')
  })

  test('what is missing at the end of a line is marked behind it', () => {
    const place = new Lines('a.yaml', 'a:\n').place([2, 2], [])
    expect(text([{ ...on('a:\n', 'a'), place }], { words: en })).toContain('  1 | a:\n    |   ^\n')
  })

  const character = fc.oneof(
    fc.constantFrom(...'港，。a b:\t"é\u202e\u001b\u0007\r👍\u200b'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  )

  test('no line is wider than the terminal, and the caret stands where the part stands', () => {
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 120 }),
        fc.nat(),
        fc.integer({ min: 40, max: 120 }),
        (characters, at, width) => {
          const source = characters.join('').replace(/[\r\n]/g, '')
          const start = source.length === 0 ? 0 : at % source.length
          const place = new Lines('a.yaml', source).place([start, start + 3], [])
          const output = text([{ ...on('x', 'x'), place }], { words: en, width })
          for (const line of output.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
          expect(output).toContain('^')
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('nothing in a file can make a terminal do or hide anything', () => {
    const obeyed = /[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\u2028\u2029]/u
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...(Object.keys(codes) as Code[])),
        (characters, code) => {
          const evil = characters.join('') + '\u001b]0;x\u0007\u009b31m\u202e'
          const args = Object.fromEntries(
            'file detail key keys reason written what limit found value expected allowed looks rule id name kind subject operator type problem option options case entry ids was now model gate question folder fact inventory band from before min max'
              .split(' ')
              .map((name) => [name, name.endsWith('s') ? [evil] : evil]),
          )
          const it: Diagnostic = {
            ...on('x', 'x', code, args),
            suggestion: evil,
            place: { ...new Lines(evil, evil.replaceAll('\n', '')).place([0, 1], []) },
          }
          expect(text([it], { words: en })).not.toMatch(obeyed)
          expect(json([it], en)).not.toMatch(obeyed)
          expect(JSON.parse(json([it], en))).toMatchObject({ diagnostics: [{ file: evil }] })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('colour changes no character', () => {
    const mark = (open: string) => (it: string) => `\u001b[${open}m${it}\u001b[0m`
    const color: Colour = {
      bold: mark('1'),
      dim: mark('2'),
      red: mark('31'),
      yellow: mark('33'),
      green: mark('32'),
      cyan: mark('36'),
    }
    const all = (Object.keys(codes) as Code[]).map((code) => on('firm: 港灣', '港', code))

    expect(text(all, { words: en, color }).replace(/\u001b\[\d+m/g, '')).toBe(text(all, { words: en }))
  })
})

describe('json', () => {
  test('a versioned contract', () => {
    const it = { ...on('a: 1\nb: 2\n', 'b', 'schema/unknown-key', { key: 'b', known: ['a'] }), suggestion: 'a' }
    expect(JSON.parse(json([it, on('x', 'x', 'answers/unknown-id', { id: 'x' })], en))).toEqual({
      schema: 'flowready-diagnostics/1',
      diagnostics: [
        {
          code: 'schema/unknown-key',
          severity: 'error',
          file: 'a.yaml',
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 2,
          pointer: '',
          message: "There is no key 'b' here.",
          fix: "Did you mean 'a'?",
          suggestion: 'a',
        },
        {
          code: 'answers/unknown-id',
          severity: 'warning',
          file: 'a.yaml',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 2,
          pointer: '',
          message: "The ruleset has no question or fact 'x'.",
          fix: 'Remove it, or check the id. It is kept and not scored.',
        },
      ],
      counts: { errors: 1, warnings: 1, notices: 0 },
    })
    expect(JSON.parse(json([], en))).toEqual({
      schema: 'flowready-diagnostics/1',
      diagnostics: [],
      counts: { errors: 0, warnings: 0, notices: 0 },
    })
  })
})

describe('words', () => {
  test.each(Object.keys(codes) as Code[])(
    '%s says something short and whole, even with nothing to say it of',
    (code) => {
      const { title, says, fix, about } = words[code]
      expect(title.split(' ').length).toBeGreaterThanOrEqual(2)
      expect(title.split(' ').length).toBeLessThanOrEqual(9)
      for (const sentence of [says({}), fix({}), about]) {
        expect(sentence).toMatch(/^[A-Z'…0-9]/)
        expect(sentence).toMatch(/[.?…]$/)
        expect(sentence).not.toMatch(/undefined|\[object|NaN/)
      }
    },
  )
})

test('visible leaves what people write untouched', () => {
  expect(visible('Café – 港灣支付有限公司 👍🇭🇰 a\\n')).toBe('Café – 港灣支付有限公司 👍🇭🇰 a\\n')
  expect(visible('\u001b[31m\u202e\u0000\t\r\n\u2066\ud800\u{e0041}')).toBe(
    '\\x1b[31m\\u202e\\x00\\t\\r\\n\\u2066\\ud800\\u{e0041}',
  )
})
