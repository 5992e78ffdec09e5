/** What becomes of attacks where they are shown: harmless, and still there to be read. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { home } from '../cli/run.js'
import { names } from './attacks.js'

const golden = join(home, 'tests/golden/hostile')

/** What nothing that is shown may hold as it is: what steers a terminal, turns or hides text, is half a character. */
const raw =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}/u

/** Where an attack stands in a text, from two characters before it to its end or to where it was cut off. */
export function places(text: string, name: string): string[] {
  const flat = text.replace(/\s+/g, ' ').replace(/(?<=x) (?=x)/g, '')
  const found = new Set<string>()
  const head = new RegExp(`${name}1(?=\\W)`, 'g')
  for (let at = head.exec(flat); at; at = head.exec(flat)) {
    const rest = flat.slice(at.index)
    const stop = new RegExp(`^[^]*?(?:\\b1${name}|…)`).exec(rest.slice(0, 6000))
    const before = flat.slice(Math.max(0, at.index - 2), at.index)
    found.add((before + (stop?.[0] ?? rest.slice(0, 60))).replace(/x{20,}/g, (it) => `x × ${it.length}`))
  }
  // The shortest: nothing of the page around it.
  return [...found].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

/** Compares what became of each attack with what is committed. */
export function same(format: string, text: string, missing: readonly string[] = []): void {
  const found = names.map((name) => [name, places(text, name).slice(0, 2)] as const)
  expect({ format, notFound: found.filter(([, all]) => all.length === 0).map(([name]) => name) }).toEqual({
    format,
    notFound: missing,
  })
  const kept = found.map(([name, all]) => `${name}\n${all.map((it) => `  ${it}\n`).join('')}`).join('')
  const file = join(golden, `${format}.txt`)
  if (process.env.UPDATE === '1') {
    mkdirSync(golden, { recursive: true })
    writeFileSync(file, kept)
  }
  expect(kept).toBe(readFileSync(file, 'utf8'))
}

export const harmless = (text: string): void => expect(raw.exec(text)?.[0].codePointAt(0)?.toString(16)).toBeUndefined()

/** Every text in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, it]) => [key, ...textsIn(it)])
    : []
}
