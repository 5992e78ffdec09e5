import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** The rooms, in the order in which they may import: a room sees those in earlier rows, and itself. */
const rooms: readonly (readonly string[])[] = [
  ['diagnostics'],
  ['text'],
  ['documents'],
  ['ruleset'],
  ['answers'],
  ['assessment'],
  ['scoring'],
  ['report'],
  ['theme'],
  ['checks', 'cases', 'plan', 'compare', 'cohort', 'verify'],
  ['formats'],
  ['files'],
  ['interview', 'batch'],
  ['cli'],
]
const core = rooms.slice(0, 11).flat()
/** `index.ts` is the public API: it exports from the core, and the commands are its first client. */
const api = 'index.ts'

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && statSync(join(src, file)).isFile())

/** Every module a file names, `import type`, `export *` and `import()` included. */
const importsOf = (file: string): string[] =>
  ts.preProcessFile(readFileSync(join(src, file), 'utf8'), true, true).importedFiles.map((it) => it.fileName)

const roomOf = (file: string) => file.split('/')[0]!
const rowOf = (room: string) => rooms.findIndex((row) => row.includes(room))

const ownImports = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(src, resolve(src, dirname(file), name))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts'),
    )

describe('the house', () => {
  it('has no rooms but those of the table', () => {
    expect(files.filter((file) => file !== api && rowOf(roomOf(file)) === -1)).toEqual([])
  })

  it('imports one way: a room sees the rooms above it and itself', () => {
    const wrong = files
      .filter((file) => file !== api)
      .flatMap((file) =>
        ownImports(file)
          .filter((name) => {
            if (name === api) return roomOf(file) !== 'cli'
            const [from, to] = [roomOf(file), roomOf(name)]
            return from !== to && rowOf(to) >= rowOf(from)
          })
          .map((name) => `${file} imports ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('keeps the core pure: no node modules but the hash, no process, no clock, no randomness', () => {
    const impure = files
      .filter((file) => core.includes(roomOf(file)))
      .flatMap((file) => {
        const text = readFileSync(join(src, file), 'utf8')
        const modules = importsOf(file).filter((name) => name.startsWith('node:') && name !== 'node:crypto')
        const words = text.match(/\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\./g) ?? []
        return [...modules, ...words].map((it) => `${file}: ${it}`)
      })
    expect(impure).toEqual([])
  })

  it('lets only the port of files/ touch the file system', () => {
    const touching = files.filter((file) => importsOf(file).some((name) => /^(node:)?fs/.test(name)))
    expect(touching).toEqual(['files/port.ts'])
  })

  it('gives commands nothing of the core but the public API', () => {
    const inside = files
      .filter((file) => file.startsWith('cli/commands/'))
      .flatMap((file) =>
        ownImports(file)
          .filter((name) => core.includes(roomOf(name)))
          .map((name) => `${file} imports ${name}`),
      )
    expect(inside).toEqual([])
  })

  it('has no drawer: no file is called utils, helpers, common or misc outside its subject', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc)\.ts$/.test(file))).toEqual([])
  })
})
