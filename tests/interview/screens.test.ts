/** Whole walks through the real program in a real terminal, as `node bin/dev/screens.js` keeps them in docs/screens/. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { columns, fileOf, languages, parted, play, rows, walks, withScreens } from '../../bin/dev/screens.js'
import { root } from '../../bin/dev/schemas.js'
import { widthOf } from '../../src/text/width.js'

const all = Object.entries(walks).flatMap(([name, walk]) =>
  languages.map((language) => [name, language, walk] as const),
)

test.each(all)('%s in %s', async (name, language, walk) => {
  const golden = parted(readFileSync(fileOf(name, language), 'utf8'))
  // A screen is waited for until it is the one that is expected, so that a slow machine changes nothing.
  const screens = await play(walk, language, (n, terminal) => terminal.text === golden[n])
  expect(screens).toEqual(golden)
})

describe.each(all)('%s in %s, kept as text', (name, language) => {
  const screens = parted(readFileSync(fileOf(name, language), 'utf8'))

  test('is whole: it begins with a page and ends with where everything is', () => {
    expect(screens.length).toBeGreaterThan(10)
  })

  test('never draws more rows or columns than there are', () => {
    for (const screen of screens) {
      const lines = screen.split('\n')
      expect(lines.length).toBeLessThanOrEqual(rows)
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
    }
  })

  test('begins no line with a closing mark', () => {
    for (const line of screens.flatMap((screen) => screen.split('\n')))
      expect(line).not.toMatch(/^\s*[、。，：；？！）」』】》〉]/u)
  })
})

test('what the README shows are these screens (npm run screens)', () => {
  const readme = readFileSync(`${root}/README.md`, 'utf8')
  expect(readme.match(/<!-- screen /g)).toHaveLength(2)
  expect(withScreens(readme)).toBe(readme)
})
