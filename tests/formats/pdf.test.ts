import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { openTemplates } from '../../src/files/templates.js'
import { plain } from '../../src/formats/colour.js'
import { json } from '../../src/formats/report/json.js'
import { pdf } from '../../src/formats/report/pdf/index.js'
import type { Report } from '../../src/report/schema.js'
import { languages, type Language } from '../../src/text/languages.js'
import { loadWords, wordsIn } from '../../src/text/words.js'
import { houseTheme } from '../../src/theme/theme.js'
import { exampleReport } from './reports.js'

/** Other people's readers of PDF. They come from the system (`qpdf`, `poppler-utils`); in CI they have to be there. */
const tools = ['qpdf', 'pdfinfo', 'pdffonts', 'pdftotext', 'pdfdetach']
const absent = tools.filter((it) => spawnSync(it, ['--version']).error !== undefined)
const withTools = absent.length === 0 || process.env.CI === 'true' ? describe : describe.skip

const folder = mkdtempSync(join(tmpdir(), 'flowready-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const templates = openTemplates(root)

async function rendered(
  report: Report,
  language: Language = 'en',
  substituted: string[] = [],
  from = templates,
): Promise<Uint8Array> {
  const words = await loadWords(language)
  const bytes = await pdf.render(
    { ...report, language },
    { words, width: 80, color: plain, templates: from, substituted: (missing) => substituted.push(...missing) },
  )
  return bytes as Uint8Array
}

function inFile(bytes: Uint8Array, name = 'report.pdf'): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const run = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] })

/** As it lies on the page. */
const textOf = (path: string): string => run('pdftotext', '-layout', path, '-')
/** In the order in which it was written, as it is copied; where a line was broken is not part of the text. */
const copied = (path: string): string => unbroken(run('pdftotext', '-raw', path, '-'))
const unbroken = (text: string): string => text.replace(/\s+/g, '')

const xmpOf = async (bytes: Uint8Array): Promise<string> => {
  const text = Buffer.from(bytes).toString('utf8')
  const found = /<\?xpacket begin[\s\S]*?<\?xpacket end="w"\?>/.exec(text)
  return Promise.resolve(found![0])
}

let example: Report
beforeAll(async () => {
  example = await exampleReport('cross-boundary-data-flow', 'harbour-payments')
})

describe('a PDF report', () => {
  it('is the same to the byte from the same report, whatever was written before', async () => {
    // Fonts that were never opened: nothing is remembered of them.
    const fresh = openTemplates(root)
    const cold = await rendered(example, 'zh-Hant', [], fresh)
    for (let i = 0; i < 4; i++)
      await rendered({ ...example, firm: { name: `${i} 鰂魚涌 镕喆堃 🚀 AVATAR` } }, languages[i % 3], [], fresh)
    expect(Buffer.compare(cold, await rendered(example, 'zh-Hant', [], fresh))).toBe(0)
  })

  it('carries report.json, word for word', async () => {
    const bytes = await rendered(example, 'en')
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const [attached, ...others] = document.getAttachments()
    expect(others).toEqual([])
    expect(attached!.name).toBe('report.json')
    expect(JSON.parse(new TextDecoder().decode(attached!.data))).toEqual(JSON.parse(json.render(example)))
  })

  it('says title, author and language, and makes well-formed XML of any name', async () => {
    const name = 'Tom & Jerry <"Ltd"> \u{1F680} 陳'
    const bytes = await rendered({ ...example, firm: { name }, preparedBy: [{ name: 'A & B' }] })
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(document.getTitle()).toContain(name)
    expect(document.getAuthor()).toBe('A & B')
    const xmp = await xmpOf(bytes)
    expect(xmp).toContain('Tom &#38; Jerry &#60;&#34;Ltd&#34;&#62;')
    // No other entity, no bare ampersand, every tag closed by its own.
    expect(xmp.match(/&(?!#\d+;)/g)).toBeNull()
    const open: string[] = []
    for (const [, end, tag, alone] of xmp.matchAll(/<(\/?)([A-Za-z][\w:-]*)[^>]*?(\/?)>/g)) {
      if (alone) continue
      if (end) expect(open.pop()).toBe(tag)
      else open.push(tag!)
    }
    expect(open).toEqual([])
    expect(xmp).not.toMatch(/pdfuaid|pdfaid/)
  })
})

describe('a PDF report with a theme', () => {
  // 2 × 1 pixels; the other ends in the middle of its pixels.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGPgNgljYGAAAAN4ALNMYvEvAAAAAElFTkSuQmCC',
    'base64',
  )
  const branded = async (bytes: Uint8Array) => {
    const logo = { type: 'png' as const, width: 2, height: 1, alt: 'Harbour', bytes }
    const theme = { ...houseTheme, logo, contact: 'desk@example.com', disclaimer: 'Members only.' }
    const options = { words: wordsIn('en'), width: 80, color: plain, templates, theme }
    return Buffer.from((await pdf.render(example, options)) as Uint8Array).toString('latin1')
  }

  it('carries the logo with its text', async () => {
    const written = await branded(png)
    expect(written).toContain('/Subtype /Image')
    expect(written).toContain('/Alt (Harbour)')
  })

  it('does without a logo that cannot be read', async () => {
    expect(await branded(png.subarray(0, 45))).toMatch(/%%EOF\s*$/)
  })
})

withTools('a PDF report, read by others', () => {
  it('has the tools to be read with', () => expect(absent).toEqual([]))

  it.each(languages)('%s: sound, tagged, titled, with embedded fonts only', async (language) => {
    const path = inFile(await rendered(example, language), `${language}.pdf`)
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors')
    const info = run('pdfinfo', path)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+Harbour Payments Ltd/)
    expect(info).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/)
    const fonts = run('pdffonts', path).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    // name, type, encoding, emb, sub, uni
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Noto\S+\s+CID TrueType\s+Identity-H\s+yes\s+yes\s+yes/)
    const main = language === 'zh-Hans' ? 'NotoSansSC' : 'NotoSansTC'
    expect(fonts[0]).toContain(main)
  })

  it.each(languages)('%s: what is printed can be searched and copied', async (language) => {
    const words = await loadWords(language)
    const text = copied(inFile(await rendered(example, language), `${language}.pdf`))
    const { document, summary } = words
    for (const heading of Object.values({ ...document.headings, plan: document.headings.summary }))
      expect(text).toContain(unbroken(heading))
    for (const it of [summary.answerFirst, document.sources, document.glossary, document.integrity, example.disclaimer])
      if (it) expect(text).toContain(unbroken(it))
    expect(text).toContain(example.ruleset.sha256)
    expect(text).toContain(
      unbroken(
        words.document.page(1, Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', join(folder, `${language}.pdf`)))![1])),
      ),
    )
    for (const gap of example.gaps.filter((it) => it.state === 'answered'))
      expect(text.includes(unbroken(gap.ask)), gap.ask).toBe(true)
    for (const it of example.sources) if (it.address) expect(text).toContain(it.address)
  })

  it('has a structure: headings in order, tables with heads, lists, figures with a text of their own', async () => {
    const path = inFile(await rendered(example))
    const structure = run('pdfinfo', '-struct', path)
    const levels = [...structure.matchAll(/^\s*H([1-6])/gm)].map(([, level]) => Number(level))
    expect(levels[0]).toBe(1)
    for (const [i, level] of levels.entries()) if (i > 0) expect(level - levels[i - 1]!).toBeLessThanOrEqual(1)
    for (const tag of [
      'Document',
      'Sect',
      'Table',
      'THead',
      'TBody',
      'TR',
      'TH',
      'TD',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Link',
      'P',
    ])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    const raw = run('qpdf', '--qdf', '--object-streams=disable', path, '-')
    const figures = raw.match(/\/S \/Figure/g)!.length
    expect(figures).toBeGreaterThan(10)
    expect(raw.match(/\/Alt /g)!.length).toBeGreaterThanOrEqual(figures)
    expect(raw).toContain('/Lang (en)')
    expect(raw).toContain('/Scope /Column')
    expect(raw).not.toMatch(/pdfuaid|pdfaid|OutputIntent/)
  })

  it('leads from the summary to each flow, from a citation to its source, and by bookmarks to each chapter', async () => {
    const path = inFile(await rendered(example))
    const tree = JSON.parse(run('qpdf', '--json', '--json-key=outlines', path)) as {
      outlines: { title: string; kids: unknown[] }[]
    }
    const titles = tree.outlines.map((it) => it.title)
    expect(titles).toEqual(expect.arrayContaining(['Where you stand', 'Flow by flow', 'Gaps', 'Method and sources']))
    const raw = run('qpdf', '--qdf', '--object-streams=disable', path, '-')
    const names = new Set([...raw.matchAll(/\/D \(([^)]*)\)\s+\/S \/GoTo/g)].map(([, name]) => name!))
    for (const flow of example.flows) expect(names).toContain(`flow-${flow.entry}`)
    const [, dests = ''] = /\/Dests[\s\S]*?\/Names \[([\s\S]*?)\n\s*\]\n\s*>>/.exec(raw) ?? []
    for (const name of names) expect(dests).toContain(`(${name})`)
  })

  it('says of every link in the structure on which page it is', async () => {
    interface Value {
      '/Type'?: string
      '/Annots'?: string[]
      '/K'?: ({ '/Type'?: string; '/Obj'?: string; '/Pg'?: string } | number | string)[]
    }
    const path = inFile(await rendered(example))
    const json = JSON.parse(run('qpdf', '--json', '--json-key=qpdf', path)) as {
      qpdf: [unknown, Record<string, { value?: Value }>]
    }
    const pageOf = new Map<string, string>()
    const pointers: [link: string, page: string][] = []
    for (const [name, { value }] of Object.entries(json.qpdf[1])) {
      if (value?.['/Type'] === '/Page')
        for (const link of value['/Annots'] ?? []) pageOf.set(link, name.replace('obj:', ''))
      for (const it of value?.['/K'] ?? [])
        if (typeof it === 'object' && it['/Type'] === '/OBJR') pointers.push([it['/Obj']!, it['/Pg']!])
    }
    expect(new Set(pageOf.values()).size).toBeGreaterThan(5)
    expect(pointers.sort()).toEqual([...pageOf].sort())
  })

  it('repeats the heads of a table on every page it goes over', async () => {
    const [gap] = example.gaps.filter((it) => it.state === 'answered')
    const gaps = Array.from({ length: 60 }, (_, i) => ({ ...gap!, question: `gap.n${i}`, ask: `Gap number ${i}?` }))
    const path = inFile(await rendered({ ...example, gaps }))
    const pages = textOf(path).split('\f')
    const over = pages.filter((page) => /Gap number \d+\?/.test(page))
    expect(over.length).toBeGreaterThan(3)
    for (const page of over) expect(page).toMatch(/Gap\s+Answer\s+Points\s+Loss\s+Days\s+Owner/)
    for (const { ask } of gaps) expect(over.some((page) => page.includes(ask))).toBe(true)
  })

  it('says on its first page what moved since an earlier report', async () => {
    const since = {
      asAt: '2025-11-20',
      rulesetVersion: '1.0.0',
      value: 60,
      band: null,
      change: -3,
      rules: -1,
      firm: -2,
    }
    const report = { ...example, since: { ...since, closed: 4, opened: 5, reopened: 6 } }
    for (const language of languages) {
      const [first = ''] = textOf(inFile(await rendered(report, language), 'since.pdf')).split('\f')
      for (const said of ['2025-11-20', '−3.0', '−1.0', '−2.0']) expect(first).toContain(said)
      expect(unbroken(first)).toMatch(/4\D+5\D+6/)
    }
  })

  it('shows rare characters of Hong Kong and of the Mainland, and emoji', async () => {
    const name = '𨋢㗎鰂魚涌大廈有限公司 镕喆堃 José Conceição 🚀'
    for (const language of languages) {
      const substituted: string[] = []
      const path = inFile(await rendered({ ...example, firm: { name } }, language, substituted), 'rare.pdf')
      expect(substituted).toEqual([])
      expect(unbroken(textOf(path))).toContain(unbroken(name))
    }
  })

  it('stands full-width spaces before a text, as paragraphs of Chinese have them', async () => {
    const report = { ...example, contradictions: [{ id: 'indented', says: '\u3000\u3000答案互相矛盾。 又一句。' }] }
    const text = copied(inFile(await rendered(report, 'zh-Hant'), 'indented.pdf'))
    expect(text).toContain('答案互相矛盾。又一句。')
  })

  it('shows by its code what no font has, and tells which', async () => {
    const substituted: string[] = []
    const name = 'สยาม \u202eevil\u0007 \ud800 a\u0301b\ufe0f'
    const path = inFile(await rendered({ ...example, firm: { name } }, 'en', substituted))
    const text = textOf(path)
    expect(text).toContain('[U+0E2A][U+0E22][U+0E32][U+0E21] \\u202eevil\\x07 \\ud800 áb')
    expect(substituted).toEqual(['U+0E2A', 'U+0E22', 'U+0E32', 'U+0E21'])
  })

  it('stands a word of a megabyte, an empty text, a table row taller than a page', async () => {
    const gaps = example.gaps.map((gap, i) =>
      i === 3 ? { ...gap, state: 'answered' as const, ask: 'x'.repeat(1_000_000), answer: '' } : gap,
    )
    const tall = Array.from({ length: 400 }, (_, i) => `line ${i} of an answer that goes on and on`).join(' ')
    const path = inFile(
      await rendered({
        ...example,
        firm: { name: 'x'.repeat(500) },
        gaps: [...gaps, { ...gaps[3]!, ask: 'Tall', answer: tall }],
      }),
    )
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors')
    expect(copied(path).includes(unbroken('line 120 of an answer'))).toBe(true)
  })

  it('never begins a line of Chinese with a closing mark', async () => {
    const sentence =
      '資料使用者須採取一切切實可行的步驟，確保個人資料受保障；不受未獲准許的查閱、處理、刪除、喪失或使用所影響（包括轉移）。'
    const report = { ...example, contradictions: [{ id: 'long', says: sentence.repeat(20) }] }
    const text = run('pdftotext', '-raw', inFile(await rendered(report, 'zh-Hant')), '-')
    const lines = text.split('\n').filter((line) => /資料使用者|可行的步驟|個人資料/.test(line))
    expect(lines.length).toBeGreaterThan(10)
    for (const line of text.split('\n')) expect(line).not.toMatch(/^[、。，．：；？！）」』】》〉]/)
  })
})
