import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { escaped as inMarkdown } from '../../src/formats/markdown.js'
import { escaped as inHtml, html } from '../../src/formats/report/html/markup.js'
import type { Language, Report } from '../../src/index.js'
import { Folder, home } from '../cli/run.js'
import { fitsSchema } from '../meaning/reports.js'
import { png } from '../theme/images.js'
import { hostileReport } from './hostile.js'
import { exampleReport, rendered } from './reports.js'

const golden = join(home, 'tests/golden/reports')
const formats = ['html', 'md', 'csv'] as const

/** Compares with what is committed; `UPDATE=1` writes it anew, `UPDATE=reports` from the reports of today. */
function same(name: string, text: string): void {
  if (process.env.UPDATE) writeFileSync(join(golden, name), text)
  // Without the whole of both, should they differ: the place is enough.
  const kept = readFileSync(join(golden, name), 'utf8')
  const at = [...text].findIndex((it, i) => it !== kept[i])
  expect([name, text === kept ? '' : text.slice(Math.max(0, at - 80), at + 200)]).toEqual([name, ''])
}

/**
 * The report that a golden file is made from, as it once was: formats are compared, not rulesets. `UPDATE=reports` makes it
 * anew from the example.
 */
async function frozen(example: string, language: Language): Promise<Report> {
  const name = `${example}.${language}.report.json`
  const report = await exampleReport('cross-boundary-data-flow', example, language)
  if (process.env.UPDATE === 'reports') {
    mkdirSync(golden, { recursive: true })
    writeFileSync(join(golden, name), `${JSON.stringify(report)}\n`)
  }
  const kept = JSON.parse(readFileSync(join(golden, name), 'utf8')) as Report
  fitsSchema(kept)
  return kept
}

describe('reports as files', () => {
  const cases: readonly [string, Language][] = [
    ['harbour-payments', 'en'],
    ['macao-logistics', 'zh-Hant'],
    ['macao-logistics', 'zh-Hans'],
  ]
  it.each(cases)('%s, %s: as committed, and the same each time', async (example, language) => {
    const report = await frozen(example, language)
    for (const format of formats) {
      const text = (await rendered(format, report, language)) as string
      expect(await rendered(format, report, language)).toBe(text)
      same(`${example}.${language}.${format}`, text)
    }
  })

  it('go where the command line says', async () => {
    const folder = new Folder()
    const example = join(home, 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml')
    const page = await folder.run(['score', example, '--format', 'html'])
    expect(page).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(folder.at('harbour-payments-ltd.html'), 'utf8')).toMatch(/^<!doctype html>/i)
    const list = await folder.run(['score', example, '--format', 'csv'])
    expect(list.out).toMatch(/^Remedy,Question,Flow,Obligation,Days,Owner,Points,Due,State,/)
    const marked = await folder.run(['score', example, '--format', 'csv', '--csv-bom'])
    expect(marked.out).toBe(`\ufeff${list.out}`)
    expect((await folder.run(['score', example, '--format', 'md'])).out).toMatch(/^# Harbour Payments Ltd: /)
  })

  it('carry the theme: colours, logo, words', async () => {
    const folder = new Folder({
      'logo.png': png(120, 30),
      'a.theme.yaml':
        "name: Advisers & Co\nlogo: {file: logo.png, alt: 'Advisers & Co'}\ncolours: {light: {accent: '#003366'}}\ncontact: ring us\ndisclaimer: No promise.\n",
    })
    const example = join(home, 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml')
    expect(await folder.run(['score', example, '--format', 'html', '--theme', 'a.theme.yaml'])).toMatchObject({
      code: 0,
    })
    const page = readFileSync(folder.at('harbour-payments-ltd.html'), 'utf8')
    expect(page).toContain('--accent:#003366;')
    expect(page).toContain('alt="Advisers &amp; Co"')
    expect(page).toContain(Buffer.from(png(120, 30)).toString('base64'))
    expect(page).toContain('No promise.')
    expect(page).toContain('ring us')
  })
})

describe('text from files', () => {
  it('is text in a page', () => {
    expect(inHtml('</script><b a="1" c=\'2\'>&amp;')).toBe(
      '&lt;/script&gt;&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;',
    )
    expect(inHtml('a\u202eb\u0007c\nd')).toBe('a\\u202eb\\x07c\nd')
    expect(html`<p>${'<i>'}${[html`<b>${1}</b>`, undefined, '&']}</p>`.text).toBe('<p>&lt;i&gt;<b>1</b>&amp;</p>')
  })

  it('is words in Markdown', () => {
    expect(inMarkdown('a | b ` <b>*c*</b> [d](e) #1 ~~f~~')).toBe(
      'a \\| b \\` \\<b\\>\\*c\\*\\</b\\> \\[d\\](e) \\#1 \\~\\~f\\~\\~',
    )
    expect(inMarkdown('- x')).toBe('\\- x')
    expect(inMarkdown('12. x')).toBe('12\\. x')
    expect(inMarkdown('ask @admin, not a@example.com')).toBe('ask @<!-- -->admin, not a@example.com')
    expect(inMarkdown('see https://example.com www.example.com')).toBe('see https:/\\/example.com www\\.example.com')
    expect(inMarkdown('a\nb')).toBe('a\\\\nb')
  })

  it('is no formula in a spreadsheet, and never leaves its cell', async () => {
    const report = await hostileReport()
    const rows = parsed((await rendered('csv', report)) as string)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([11]))
    expect(rows.length).toBeGreaterThan(50)
    // A number may be below zero; a text never begins what a spreadsheet would work out.
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@](?!\d+(\.\d+)?$)/)
    expect(rows.flat().filter((it) => it.startsWith("'=cmd|")).length).toBeGreaterThan(0)
    for (const cell of rows.flat()) expect(cell).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/)
  })

  it('leaves tables of Markdown whole, and hides nothing', async () => {
    const text = (await rendered('md', await hostileReport())) as string
    const tables = text.split('\n\n').filter((it) => it.startsWith('| '))
    expect(tables.length).toBeGreaterThan(4)
    for (const table of tables) {
      const widths = table.split('\n').map((line) => line.replace(/\\./g, '').split('|').length)
      expect(new Set(widths).size).toBe(1)
    }
    expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/)
    // Markup is the tool's own: folds, line breaks, small print, the comment that keeps a name a word.
    const tags = text.replace(/\\./g, '').match(/<[^>]*>/g) ?? []
    expect([...new Set<string>(tags)].sort()).toEqual(
      ['<!-- -->', '</details>', '</sub>', '</summary>', '<br>', '<details>', '<sub>', '<summary>']
        .filter((it) => (tags as string[]).includes(it))
        .sort(),
    )
  })
})

/** RFC 4180, as a spreadsheet reads it. */
function parsed(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!)
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
    if (cell.lastIndex === text.length) return rows
  }
  throw new Error('not RFC 4180')
}
