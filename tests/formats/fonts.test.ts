import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { openTemplates } from '../../src/files/templates.js'

/** Ranges as `bin/dev/fonts.js` writes them: `4e00-4e01 4e03`. */
const opened = (ranges: string): Set<number> =>
  new Set(
    ranges.split(' ').flatMap((range) => {
      const [from, to = from] = range.split('-').map((it) => parseInt(it, 16))
      return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i)
    }),
  )

const committed = Object.entries(
  JSON.parse(readFileSync(join(root, 'tests/formats/font-characters.json'), 'utf8')) as Record<string, string>,
)
const characters = new Map(committed.map(([name, ranges]) => [name, opened(ranges)]))
const has = (font: string, text: string): string[] =>
  [...text].filter((it) => !characters.get(font)!.has(it.codePointAt(0)!))

/** Every character of a two-byte encoding. */
function repertoire(encoding: string, leads: readonly [number, number], trails: readonly [number, number]): string {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let all = ''
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (let trail = trails[0]; trail <= trails[1]; trail++) {
      try {
        all += decoder.decode(Uint8Array.of(lead, trail))
      } catch {
        // Not every pair of bytes is a character.
      }
    }
  }
  return all
}
const isHan = (it: string): boolean => /\p{Script=Han}/u.test(it)

describe('the fonts of reports', () => {
  it('are what was committed, with the licence of each', () => {
    expect(readdirSync(join(root, 'templates/fonts')).sort()).toEqual(
      [...characters.keys()]
        .map((name) => `${name}.ttf.br`)
        .concat('OFL-noto-emoji.txt', 'OFL-noto-sans.txt')
        .sort(),
    )
    for (const licence of ['OFL-noto-emoji.txt', 'OFL-noto-sans.txt'])
      expect(readFileSync(join(root, 'templates/fonts', licence), 'utf8')).toContain(
        'SIL Open Font License, Version 1.1',
      )
  })

  it.each([...characters.keys()])('%s: its characters are those of the committed list', (name) => {
    const bytes = openTemplates(root).bytes(`fonts/${name}.ttf.br`)
    const document = new PDFDocument({ autoFirstPage: false, font: bytes as unknown as string })
    const { font } = (document as unknown as { _font: { font: { characterSet: number[] } } })._font
    const [wanted, found] = [characters.get(name)!, new Set(font.characterSet)]
    expect([...found].filter((it) => !wanted.has(it))).toEqual([])
    expect([...wanted].filter((it) => !found.has(it))).toEqual([])
  })

  it('Traditional: all Chinese characters of Big5, and the common ones that only Hong Kong writes', () => {
    const big5 = [...repertoire('big5', [0xa4, 0xf9], [0x40, 0xfe])].filter(isHan).join('')
    expect(big5.length).toBeGreaterThan(13_000)
    for (const font of ['noto-sans-tc-regular', 'noto-sans-tc-bold']) {
      expect(has(font, big5)).toEqual([])
      expect(has(font, '㗎鰂鏞堃喆啲嘅咗嚟冚唔嗰㩒乸瞓瀡脷餸䒏')).toEqual([])
    }
    // The rarest are in the regular weight alone.
    expect(has('noto-sans-tc-regular', '𨋢𠝹𡁻𠹌')).toEqual([])
  })

  it('Simplified: all of GB 2312 in both weights; together with Traditional, all Chinese characters of GBK', () => {
    const gb2312 = [...repertoire('gbk', [0xb0, 0xf7], [0xa1, 0xfe])].filter(isHan).join('')
    expect(gb2312.length).toBe(6763)
    for (const font of ['noto-sans-sc-regular', 'noto-sans-sc-bold']) expect(has(font, gb2312)).toEqual([])
    const gbk = [...repertoire('gbk', [0x81, 0xfe], [0x40, 0xfe])].filter(isHan).join('')
    expect(gbk.length).toBeGreaterThan(20_900)
    const neither = has('noto-sans-sc-regular', gbk).filter((it) => has('noto-sans-tc-regular', it).length > 0)
    expect(neither).toEqual([])
  })
})
