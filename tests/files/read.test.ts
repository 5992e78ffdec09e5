/** Finding and reading: what is there is read within limits, what is not is said, and nothing throws. */
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { limits } from '../../src/documents/source.js'
import { evidenceIn } from '../../src/files/evidence.js'
import { answersFile, findFiles } from '../../src/files/find.js'
import { openLibrary } from '../../src/files/library.js'
import { shownPath } from '../../src/files/names.js'
import { readStream, readText, readTextNow } from '../../src/files/read-text.js'
import { systemNow } from '../../src/files/port.js'
import { failure, faulty } from './faults.js'

const root = mkdtempSync(join(tmpdir(), 'flowready-read-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const put = (name: string, content: string | Uint8Array = ''): string => {
  const path = join(root, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}
const codeOf = async (path: string, fs?: Parameters<typeof readText>[2]) =>
  (await readText(path, 'f', fs)).finding?.code

describe('reading', () => {
  const limit = limits.bytes

  test('text, whatever its length', async () => {
    for (const text of ['', 'a', '\ufeffBOM', '內容'.repeat(50_000), 'x'.repeat(limit)]) {
      const path = put('text', text)
      expect((await readText(path, 'f')).source).toEqual({ file: 'f', text })
      expect(readTextNow(path, 'f')?.source).toEqual({ file: 'f', text })
    }
  })

  test.each([
    ['a folder', () => root, 'file/directory'],
    ['nothing', () => join(root, 'no'), 'file/not-found'],
    ['below a file', () => join(put('plain'), 'x'), 'file/not-found'],
    ['too large', () => put('large', Buffer.alloc(limit + 1, 97)), 'file/too-large'],
    ['not UTF-8', () => put('latin', Uint8Array.of(0xe9)), 'file/not-text'],
    ['a NUL', () => put('nul', 'a\0b'), 'file/not-text'],
    ['a device', () => '/dev/zero', 'file/not-readable'],
    ['a name that is too long', () => join(root, 'x'.repeat(300)), 'file/not-readable'],
  ] as [string, () => string, string][])('%s', async (_name, path, code) => {
    const at = path()
    expect(await codeOf(at)).toBe(code)
    const now = readTextNow(at, 'f')
    expect(now?.finding?.code).toBe(code === 'file/not-found' ? undefined : code)
  })

  test('a pipe', async () => {
    const path = join(root, 'pipe')
    execFileSync('mkfifo', [path])
    const [read] = await Promise.all([
      readText(path, 'f'),
      promisify(execFile)('sh', ['-c', `printf hello > '${path}'`]),
    ])
    expect(read.source?.text).toBe('hello')
    // Parts of rulesets are read at once, and a pipe would block everything.
    expect(readTextNow(path, 'f')?.finding?.code).toBe('file/not-readable')
  })

  test('a file that vanishes, changes or breaks meanwhile', async () => {
    const path = put('file', 'x'.repeat(200_000))
    expect(await codeOf(path, faulty({ call: 'open', code: 'ENOENT' }))).toBe('file/not-found')
    expect(await codeOf(path, faulty({ call: 'handle.read', code: 'ESTALE' }))).toBe('file/vanished')
    expect(await codeOf(path, faulty({ call: 'handle.read', code: 'EIO' }))).toBe('file/not-readable')
    expect(await codeOf(path, faulty({ call: 'open', code: 'EACCES' }))).toBe('file/not-readable')
    expect(await codeOf(path, faulty({ call: 'stat', code: 'EMFILE' }))).toBe('file/not-readable')
    expect(
      readTextNow(path, 'f', {
        ...systemNow,
        read: () => {
          throw failure('EIO')
        },
      })?.finding?.code,
    ).toBe('file/not-readable')
  })

  test('a stream, in pieces that split a character', async () => {
    const bytes = Buffer.from('內容 content')
    const pieces = async function* () {
      for (const byte of bytes) {
        await Promise.resolve()
        yield Uint8Array.of(byte)
      }
    }
    expect((await readStream(pieces(), 'f')).source?.text).toBe('內容 content')
  })

  test('a stream that never ends is left when the run is stopped, or is too much', async () => {
    const stop = new AbortController()
    const silent: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    }
    const reading = readStream(silent, 'f', stop.signal)
    stop.abort()
    expect((await reading).source?.text).toBe('')
    let returned = false
    const endless: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.resolve({ done: false, value: new Uint8Array(1024 * 1024) }),
        return: () => Promise.resolve({ done: (returned = true), value: undefined }),
      }),
    }
    expect((await readStream(endless, 'f')).finding?.code).toBe('file/too-large')
    expect(returned).toBe(true)
  })
})

describe('finding', () => {
  for (const name of [
    'b.answers.yaml',
    'a.answers.json',
    'sub/c.answers.yml',
    'sub/other.yaml',
    '.git/x.answers.yaml',
    'node_modules/y.answers.yaml',
    'Z.answers.yaml',
    'we[ird].answers.yaml',
  ])
    put(`tree/${name}`)
  const cwd = join(root, 'tree')
  const found = async (...names: string[]) => {
    const { files, findings, empty } = await findFiles(names, answersFile, cwd)
    return { files: files.map((it) => it.file), missing: findings.map((it) => it.args.file), empty }
  }

  test.each([
    [['.'], ['Z.answers.yaml', 'a.answers.json', 'b.answers.yaml', 'sub/c.answers.yml', 'we[ird].answers.yaml']],
    [
      ['sub', 'b.answers.yaml'],
      ['sub/c.answers.yml', 'b.answers.yaml'],
    ],
    [['sub/other.yaml'], ['sub/other.yaml']],
    [
      ['*.json', '**/*.yml'],
      ['a.answers.json', 'sub/c.answers.yml'],
    ],
    [['we[ird].answers.yaml'], ['we[ird].answers.yaml']],
    [
      ['b.answers.yaml', './sub/../b.answers.yaml', '.'],
      ['b.answers.yaml', 'Z.answers.yaml', 'a.answers.json', 'sub/c.answers.yml', 'we[ird].answers.yaml'],
    ],
  ])('%j', async (names, files) => {
    expect(await found(...names)).toEqual({ files, missing: [], empty: [] })
  })

  test('what is not there, and where there is nothing', async () => {
    mkdirSync(join(cwd, 'nothing'), { recursive: true })
    expect(await found('no.yaml', 'nothing', '*.txt', 'sub')).toEqual({
      files: ['sub/c.answers.yml'],
      missing: ['no.yaml', '*.txt'],
      empty: ['nothing'],
    })
  })

  test('a link to a folder is not followed round and round', async () => {
    put('loop/x.answers.yaml')
    symlinkSync('.', join(root, 'loop/again'))
    const { files } = await findFiles(['loop'], answersFile, root)
    expect(files.map((it) => it.file)).toEqual(['loop/x.answers.yaml'])
  })

  test.each([
    ['/a/b', '/a/b/c.yaml', 'c.yaml'],
    ['/a/b', '/a/c.yaml', '../c.yaml'],
    ['/a/b/c/d', '/x.yaml', '/x.yaml'],
    ['/a', '/a', '.'],
  ])('in %s %s is shown as %s', (from, path, shown) => expect(shownPath(path, from)).toBe(shown))
})

describe('a library', () => {
  const one = join(root, 'one')
  const two = join(root, 'two')
  put('one/mine/questionnaire.yaml', 'one')
  put('one/common/scales.yaml', 'one')
  put('two/mine/questionnaire.yaml', 'two')
  put('two/mine/ids.lock', 'two')
  put('two/yours/questionnaire.yaml', 'two')
  put('two/common/scales.yaml', 'two')
  put('two/common/bands.yaml', 'two')
  put('two/common/sources.yaml', Uint8Array.of(0))
  put('secret/questionnaire.yaml', 'secret')
  put('two/no-ruleset/readme.md', '')

  test('the first folder that has a ruleset has all of it; common files come one by one', () => {
    const library = openLibrary([one, two], root)
    const text = (path: string) => library.file(path)?.text
    expect(library.ids()).toEqual(['mine', 'yours'])
    expect([text('mine/questionnaire.yaml'), text('mine/ids.lock'), text('yours/questionnaire.yaml')]).toEqual([
      'one',
      undefined,
      'two',
    ])
    expect([text('common/scales.yaml'), text('common/bands.yaml')]).toEqual(['one', 'two'])
    expect(library.file('mine/questionnaire.yaml')?.file).toBe('one/mine/questionnaire.yaml')
    expect(library.folder('yours')).toBe(join(two, 'yours'))
  })

  test('remembers what could not be read', () => {
    const library = openLibrary([one, two], root)
    expect(library.file('common/sources.yaml')).toBeUndefined()
    expect([...library.problems].map(([path, { code }]) => [path, code])).toEqual([
      ['common/sources.yaml', 'file/not-text'],
    ])
  })

  test.each(['../secret', '..', '.', '', 'mine/../../secret', '/secret', 'mine\\..', 'C:', '.hidden'])(
    'an id never leads out of it: %j',
    (id) => {
      const library = openLibrary([one, two], root)
      expect(library.folder(id)).toBeUndefined()
      expect(library.file(`${id}/questionnaire.yaml`)).toBeUndefined()
    },
  )
})

describe('evidence', () => {
  put('firm/policies/mfa.pdf', 'policy')
  put('outside.pdf', 'not yours')
  mkdirSync(join(root, 'firm/folder'))
  symlinkSync(join(root, 'outside.pdf'), join(root, 'firm/link.pdf'))
  symlinkSync('policies/mfa.pdf', join(root, 'firm/inner.pdf'))
  symlinkSync(root, join(root, 'firm/up'))
  put('firm-other/x.pdf', '')
  symlinkSync(join(root, 'firm-other'), join(root, 'firm/beside'))

  const look = evidenceIn(join(root, 'firm'))

  test.each(['policies/mfa.pdf', './policies/mfa.pdf', 'inner.pdf'])('%s is there', (file) => {
    expect(look(file)).toMatchObject({ state: 'there' })
  })
  test('with the hash of its bytes', () => {
    expect(look('policies/mfa.pdf')).toEqual({
      state: 'there',
      sha256: execFileSync('sha256sum', [join(root, 'firm/policies/mfa.pdf')])
        .toString()
        .slice(0, 64),
    })
  })
  test.each(['gone.pdf', 'folder', 'policies', 'a\0b', 'policies/mfa.pdf/x'])('%j is missing', (file) => {
    expect(look(file)).toEqual({ state: 'missing' })
  })
  test.each([
    '../outside.pdf',
    'policies/../../outside.pdf',
    'policies/../policies/mfa.pdf',
    '/etc/hosts',
    'C:\\x.pdf',
    '..\\outside.pdf',
    '\\\\server\\x',
    'link.pdf',
    'up/outside.pdf',
    'beside/x.pdf',
  ])('%s is outside', (file) => {
    expect(look(file)).toEqual({ state: 'outside' })
  })
})
