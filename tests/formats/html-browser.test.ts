/** The page in a browser: what people meet. */
import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/index.js'
import { launch, skipped } from './browser.js'
import { hostileReport } from './hostile.js'
import { exampleReport, rendered } from './reports.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(skipped)('the page in Chromium', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'flowready-html-'))
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens a report and keeps what the page asked for and complained of. */
  async function open(
    report: Report,
    { width = 1100, dark = false, script = true, page: text = undefined as string | undefined } = {},
  ): Promise<{ page: Page; complaints: string[]; requests: string[] }> {
    const file = join(folder, 'report.html')
    writeFileSync(file, text ?? (await rendered('html', report)))
    const page = await browser.newPage()
    const complaints: string[] = []
    const requests: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => requests.push(request.url().slice(0, 40)))
    await page.setJavaScriptEnabled(script)
    await page.setViewport({ width, height: 900 })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }])
    await page.goto(pathToFileURL(file).href)
    return { page, complaints, requests }
  }

  /** What a member of the first element that fits is, asked in the page. */
  const told = (page: Page, selector: string, member: string): Promise<unknown> =>
    page.evaluate(`document.querySelector(${JSON.stringify(selector)}).${member}`)

  const looks = [
    { name: 'light', width: 1100, dark: false },
    { name: 'dark', width: 1100, dark: true },
    { name: 'phone', width: 390, dark: false },
    { name: 'dark phone', width: 390, dark: true },
  ]

  it.each(looks)('$name: has nothing that axe finds against WCAG 2.2 AA', async (look) => {
    const { page } = await open(await exampleReport('cross-boundary-data-flow', 'harbour-payments'), look)
    // What is folded is looked at too.
    await page.evaluate('for (const it of document.querySelectorAll("details")) it.open = true')
    await page.evaluate(axe)
    const { violations, passes } = (await page.evaluate(
      'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
    )) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] }
    expect(
      violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]!.html.slice(0, 200), nodes[0]!.failureSummary]),
    ).toEqual([])
    // It has looked at something.
    expect(passes.length).toBeGreaterThan(25)
    await page.close()
  })

  it('is no wider than a phone', async () => {
    const { page } = await open(await exampleReport('cross-boundary-data-flow', 'harbour-payments'), { width: 390 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.close()
  })

  it('asks for nothing and complains of nothing', async () => {
    const { page, complaints, requests } = await open(
      await exampleReport('cross-boundary-data-flow', 'harbour-payments'),
    )
    expect(complaints).toEqual([])
    expect(requests.filter((it) => !it.startsWith('file:'))).toEqual([])
    expect(requests).toHaveLength(1)
    await page.close()
  })

  it('obeys its own style and script, and refuses any other', async () => {
    const report = await exampleReport('cross-boundary-data-flow', 'harbour-payments')
    const own = (await rendered('html', report)) as string
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(own)![1]!
    expect(policy).toMatch(
      /^default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]{44}&#39;; script-src &#39;sha256-[\w+/=]{44}&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;$/,
    )
    const injected = own.replace(
      '<main id="report">',
      '<main id="report"><script>document.title = "owned"</script><img src="https://example.com/x.png" alt=""><p style="position:fixed" onclick="document.title = 1">x</p>',
    )
    const { page, complaints } = await open(report, { page: injected })
    expect(await page.title()).not.toBe('owned')
    expect(complaints.filter((it) => /Content Security Policy/.test(it)).length).toBeGreaterThanOrEqual(3)
    await page.close()
  })

  it('says everything without script; with it the gaps are filtered and sorted', async () => {
    const report = await exampleReport('cross-boundary-data-flow', 'harbour-payments')
    const known = report.gaps.filter((it) => it.state === 'answered' || it.state === 'implied')
    const silent = await open(report, { script: false })
    const rows = async (page: Page) => (await page.$$('#gap-list tbody tr:not([hidden])')).length
    expect(await rows(silent.page)).toBe(known.length)
    expect(
      await silent.page.$eval('#gap-filter', (it) => (it as unknown as { offsetParent: unknown }).offsetParent),
    ).toBe(null)
    await silent.page.close()

    const { page, complaints } = await open(report)
    expect(await rows(page)).toBe(known.length)
    await page.select('#gap-filter [name=owner]', 'legal')
    const legal = known.filter((it) => it.remedy?.owner === 'legal').length
    expect(legal).toBeGreaterThan(0)
    expect(await rows(page)).toBe(legal)
    expect(await told(page, '#gap-filter [role=status]', 'textContent')).toBe(`${legal} of ${known.length} shown`)
    await page.type('#gap-filter [name=text]', 'no such gap')
    expect(await rows(page)).toBe(0)
    await page.$eval('#gap-filter [name=text]', (it) => ((it as unknown as { value: string }).value = ''))
    await page.select('#gap-filter [name=owner]', '')
    const efforts = () =>
      page.$$eval('#gap-list tbody tr', (all) =>
        all.map((it) => Number((it as unknown as { dataset: { effort: string } }).dataset.effort)),
      )
    await page.click('#gap-list th[data-sort=effort] button')
    const rising = await efforts()
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
    expect(await told(page, '#gap-list th[data-sort=effort]', 'getAttribute(\"aria-sort\")')).toBe('ascending')
    await page.click('#gap-list th[data-sort=effort] button')
    expect((await efforts())[0]).toBe(Math.max(...rising))
    expect(complaints).toEqual([])
    await page.close()
  })

  it('obeys nothing that a file says', async () => {
    const { page, complaints, requests } = await open(await hostileReport())
    expect(complaints).toEqual([])
    expect(requests).toHaveLength(1)
    expect(await page.$$('main script, main img, main iframe, main b, [onclick], a[href^="javascript"]')).toEqual([])
    expect(await told(page, 'h1', 'textContent')).toContain('</script><script>alert(1)</script>')
    await page.close()
  })

  it('marks the language of what is not in its own', async () => {
    const { page } = await open(await exampleReport('cross-boundary-data-flow', 'harbour-payments', 'zh-Hant'))
    expect(await told(page, 'html', 'getAttribute(\"lang\")')).toBe('zh-Hant')
    expect(await told(page, '#summary h2', 'textContent')).toBe('摘要')
    await page.close()
  })
})
