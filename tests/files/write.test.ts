/** Whatever fails, and whenever: the old content or the new one stands at the path, and nothing beside it. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { writeFile, WriteError } from '../../src/files/write.js'
import { type FileSystem, system } from '../../src/files/port.js'
import { type Call, failure, faulty } from './faults.js'

const root = mkdtempSync(join(tmpdir(), 'flowready-write-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder = ''
let n = 0
beforeEach(() => {
  folder = join(root, String(n++))
  mkdirSync(folder)
})

const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const failed = async (work: Promise<void>): Promise<WriteError> => {
  const error = await work.then(
    () => undefined,
    (it: unknown) => it,
  )
  expect(error).toBeInstanceOf(WriteError)
  return error as WriteError
}

describe('writes', () => {
  test('a new file, folders on the way made', async () => {
    await writeFile(join(folder, 'a/b/c.txt'), 'content 內容')
    expect(read('a/b/c.txt')).toBe('content 內容')
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.txt'])
  })

  test('over an old one, whose permissions stay', async () => {
    writeFileSync(join(folder, 'f'), 'old')
    chmodSync(join(folder, 'f'), 0o640)
    await writeFile(join(folder, 'f'), 'new', { readBack: true })
    expect(read('f')).toBe('new')
    expect(statSync(join(folder, 'f')).mode & 0o777).toBe(0o640)
  })

  test('with the permissions that are asked for', async () => {
    await writeFile(join(folder, 'f'), 'x', { mode: 0o600 })
    expect(statSync(join(folder, 'f')).mode & 0o777).toBe(0o600)
  })

  test('through a link, which stays one', async () => {
    writeFileSync(join(folder, 'real'), 'old')
    symlinkSync('real', join(folder, 'link'))
    await writeFile(join(folder, 'link'), 'new')
    expect(read('real')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['link', 'real'])
  })

  test('into a device as it is', async () => {
    await writeFile('/dev/null', 'x')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('a name as long as a name may be', async () => {
    const name = '名'.repeat(84)
    await writeFile(join(folder, name), 'x')
    expect(readdirSync(folder)).toEqual([name])
  })

  test('many at once to the same path: one of them whole', async () => {
    const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(100_000))
    await Promise.all(contents.map((content) => writeFile(join(folder, 'f'), content)))
    expect(contents).toContain(read('f'))
    expect(readdirSync(folder)).toEqual(['f'])
  })
})

describe('fails clearly, and leaves the old file and nothing else', () => {
  const calls: readonly Call[] = [
    'mkdir',
    'realpath',
    'stat',
    'open',
    'handle.writeFile',
    'handle.sync',
    'handle.close',
    'rename',
  ]
  const codes = ['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EXDEV', 'EDQUOT']

  test.each(calls.flatMap((call) => codes.map((code) => [call, code] as const)))('%s: %s', async (call, code) => {
    const path = join(folder, 'f')
    writeFileSync(path, 'old')
    const error = await failed(writeFile(path, 'new', { fs: faulty({ call, code }) }))
    expect({ code: error.code, path: error.path }).toEqual({ code, path })
    expect(read('f')).toBe('old')
    expect(readdirSync(folder)).toEqual(['f'])
  })

  test('the first error is told, also where cleaning up fails', async () => {
    const log: string[] = []
    const both = faulty({ call: 'unlink', code: 'EIO' }, log)
    const fs = but(both, { rename: () => Promise.reject(failure('EACCES')) })
    const error = await failed(writeFile(join(folder, 'f'), 'new', { fs }))
    expect(error.code).toBe('EACCES')
    expect(log.some((line) => line.startsWith('unlink'))).toBe(true)
  })

  test('what does not read back the same is not put in place', async () => {
    const error = await failed(
      writeFile(join(folder, 'f'), 'new', {
        readBack: true,
        fs: but(system, { readFile: () => Promise.resolve(new Uint8Array()) }),
      }),
    )
    expect(error.code).toBe('READ_BACK')
    expect(readdirSync(folder)).toEqual([])
  })

  test('a folder that cannot be made durable does no harm', async () => {
    // The second file that is opened is the folder.
    await writeFile(join(folder, 'f'), 'new', { fs: faulty({ call: 'open', code: 'EISDIR', nth: 2 }) })
    expect(read('f')).toBe('new')
  })

  test('real ones', async () => {
    mkdirSync(join(folder, 'd'))
    writeFileSync(join(folder, 'f'), '')
    expect((await failed(writeFile(join(folder, 'd'), 'x'))).code).toBe('EISDIR')
    expect(['ENOTDIR', 'EEXIST']).toContain((await failed(writeFile(join(folder, 'f/x'), 'x'))).code)
    expect((await failed(writeFile('/dev/full', 'x'))).code).toBe('ENOSPC')
    expect((await failed(writeFile(join(folder, 'x'.repeat(300)), 'x'))).code).toBe('ENAMETOOLONG')
  })

  /** The same, with one thing that answers otherwise. */
  const but = (fs: FileSystem, other: Partial<FileSystem>): FileSystem =>
    new Proxy(fs, { get: (target, name) => (Reflect.get(other, name) ?? Reflect.get(target, name)) as unknown })
})
