/** A headless Chromium for the tests of pages. Where it is missing, CI fails and a developer is told. */
import { existsSync } from 'node:fs'
import puppeteer, { type Browser } from 'puppeteer-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export const chromium = process.env.CHROMIUM ?? places.find((it) => existsSync(it))

/** Skipped on a machine without Chromium, never in CI. */
export const skipped = chromium === undefined && process.env.CI !== 'true'

export async function launch(): Promise<Browser> {
  if (chromium === undefined) throw new Error('no Chromium: apt-get install chromium, or name one in CHROMIUM')
  // The pages are our own, and in a container there is no sandbox to be had.
  return puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] })
}
