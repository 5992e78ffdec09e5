import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
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
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SessionSystem, sessionSystem } from '../../src/files/port.js'
import { AnswersSession } from '../../src/files/session.js'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowready-session-'))
  path = join(folder, 'f.answers.yaml')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const opened = (at = path, system?: SessionSystem) => {
  const { session, trouble } = AnswersSession.open(at, { file: 'f.answers.yaml', ...(system && { system }) })
  if (!session) throw new Error(JSON.stringify(trouble))
  return session
}
const troubleOf = (at = path, system?: SessionSystem) =>
  AnswersSession.open(at, { file: 'f.answers.yaml', ...(system && { system }) }).trouble
const content = () => readFileSync(path, 'utf8')
const failing = (change: Partial<SessionSystem>): SessionSystem => ({ ...sessionSystem, ...change })
const error = (code: string) => Object.assign(new Error(code), { code })

describe('a session', () => {
  it('makes the file with its first save, for its owner only, and leaves nothing beside it', () => {
    const session = opened()
    expect(session.source).toBeUndefined()
    expect(existsSync(path)).toBe(false)
    expect(session.save('one\n')).toBeUndefined()
    expect(session.save('two\n')).toBeUndefined()
    expect(content()).toBe('two\n')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    session.close()
    session.close()
    expect(readdirSync(folder)).toEqual(['f.answers.yaml'])
    expect(() => session.save('three')).toThrow()
    expect(opened().source?.text).toBe('two\n')
  })

  it('writes through a link to its target, also to one that is not there yet', () => {
    mkdirSync(join(folder, 'real'))
    symlinkSync('real/target.yaml', path)
    const session = opened()
    expect(session.save('one')).toBeUndefined()
    expect(readFileSync(join(folder, 'real/target.yaml'), 'utf8')).toBe('one')
    expect(troubleOf(join(folder, 'real/target.yaml'))?.kind).toBe('locked')
    session.close()
    expect(readdirSync(join(folder, 'real'))).toEqual(['target.yaml'])
    symlinkSync('loop', join(folder, 'loop'))
    expect(troubleOf(join(folder, 'loop'))).toMatchObject({ kind: 'system', code: 'ELOOP' })
  })

  it('notices that the file was edited, replaced or removed meanwhile, and overwrites nothing', () => {
    writeFileSync(path, 'mine')
    const session = opened()
    writeFileSync(path, 'by hand')
    expect(session.save('mine 2')).toEqual({ kind: 'changed', path })
    expect(content()).toBe('by hand')
    rmSync(path)
    expect(session.save('mine 2')).toEqual({ kind: 'gone', path })
    expect(existsSync(path)).toBe(false)
    const beside = session.saveBeside('mine 2')
    expect(beside).toEqual({ path: join(folder, 'f.unsaved-1.answers.yaml') })
    expect(session.saveBeside('mine 3')).toEqual({ path: join(folder, 'f.unsaved-2.answers.yaml') })
    expect(readFileSync(join(folder, 'f.unsaved-1.answers.yaml'), 'utf8')).toBe('mine 2')
    session.close()
    const fresh = opened()
    writeFileSync(path, 'made meanwhile')
    expect(fresh.save('x')).toEqual({ kind: 'changed', path })
    expect(content()).toBe('made meanwhile')
  })

  it('notices an edit that comes while it is saving', () => {
    writeFileSync(path, 'mine')
    const session = opened(
      path,
      failing({
        sync: () => writeFileSync(path, 'by hand'),
      }),
    )
    expect(session.save('x')).toEqual({ kind: 'changed', path })
    expect(content()).toBe('by hand')
    session.close()
    expect(readdirSync(folder)).toEqual(['f.answers.yaml'])
  })

  it('says that its folder has gone', () => {
    const session = opened()
    rmSync(folder, { recursive: true })
    expect(session.save('x')).toEqual({ kind: 'gone', path })
    session.close()
    expect(troubleOf()).toMatchObject({ kind: 'system', code: 'ENOENT' })
  })

  it.each<[string, Partial<SessionSystem>, string]>([
    ['a full disk', { write: () => { throw error('ENOSPC') } }, 'ENOSPC'],
    ['a disk that fills up while it is written', { write: (file, bytes, at) => {
      if (at > 0) throw error('ENOSPC')
      return sessionSystem.write(file, bytes.subarray(0, 2), 0)
    } }, 'ENOSPC'],
    ['a disk that fails to flush', { sync: () => { throw error('EIO') } }, 'EIO'],
    ['a read-only folder', { create: () => { throw error('EROFS') } }, 'EROFS'],
    ['a folder without permission', { rename: () => { throw error('EACCES') } }, 'EACCES'],
    ['a disk that lies', { readFile: (at) => (at.endsWith('.tmp') ? Buffer.from('!') : sessionSystem.readFile(at)) }, 'READ_BACK'],
  ])('says so of %s, and the old file is whole', (_, change, code) => {
    writeFileSync(path, 'old')
    // Faults begin when the session stands.
    let broken = false
    const system = new Proxy(sessionSystem, {
      get: (target, key: keyof SessionSystem): unknown => Reflect.get(broken ? { ...target, ...change } : target, key),
    })
    const session = opened(path, system)
    broken = true
    expect(session.save('new text')).toMatchObject({ kind: 'system', code })
    expect(content()).toBe('old')
    broken = false
    expect(session.save('new text')).toBeUndefined()
    expect(content()).toBe('new text')
    session.close()
    expect(readdirSync(folder)).toEqual(['f.answers.yaml'])
  }) // prettier-ignore

  it('cannot start in a read-only folder, nor on what is no text, and says why', () => {
    writeFileSync(path, 'old')
    const readOnly = failing({ create: () => { throw error('EACCES') } }) // prettier-ignore
    expect(troubleOf(path, readOnly)).toMatchObject({ kind: 'system', code: 'EACCES' })
    writeFileSync(path, Buffer.from([0xff, 0xfe]))
    expect(troubleOf()).toMatchObject({ kind: 'unreadable', finding: { code: 'file/not-text' } })
    expect(troubleOf(folder)).toMatchObject({ kind: 'unreadable', finding: { code: 'file/directory' } })
    expect(readdirSync(folder)).toEqual(['f.answers.yaml'])
    rmSync(`${folder}.lock`, { force: true })
  })
})

describe('the lock', () => {
  const lock = () => `${path}.lock`
  const self = sessionSystem.self()
  const put = (owner: object | string) =>
    writeFileSync(lock(), typeof owner === 'string' ? owner : JSON.stringify(owner))

  it('refuses a second session and names the first', () => {
    const first = opened()
    expect(troubleOf()).toMatchObject({ kind: 'locked', owner: self })
    first.close()
    opened().close()
    expect(existsSync(lock())).toBe(false)
  })

  it('is taken over from a process that is gone, and from one whose number another has now', () => {
    put({ ...self, pid: 2 ** 22 + 1 })
    opened().close()
    put({ ...self, started: '1@before' })
    if (self.started !== '') opened().close()
  })

  it('stays with an owner on another host, and one that cannot be read', () => {
    put({ pid: 1, host: 'elsewhere', started: '' })
    expect(troubleOf()).toMatchObject({ kind: 'locked', owner: { pid: 1, host: 'elsewhere' } })
    put('?')
    expect(troubleOf()).toMatchObject({ kind: 'locked', owner: { pid: 0 } })
    expect(readFileSync(lock(), 'utf8')).toBe('?')
  })

  it('works where the file system has no links', () => {
    const system = failing({ link: () => { throw error('EPERM') } }) // prettier-ignore
    const session = opened(path, system)
    expect(troubleOf(path, system)).toMatchObject({ kind: 'locked' })
    expect(session.save('x')).toBeUndefined()
    session.close()
    expect(readdirSync(folder)).toEqual(['f.answers.yaml'])
  })

  it('says so when another has taken it, and writes nothing', () => {
    writeFileSync(path, 'old')
    const session = opened()
    put({ ...self, session: 'other' })
    expect(session.save('x')).toEqual({ kind: 'lock-lost', lock: lock() })
    session.close()
    expect(existsSync(lock())).toBe(true)
    expect(content()).toBe('old')
  })
})

describe('a real process', () => {
  let bundle: string
  beforeEach(() => {
    bundle = join(folder, 'session.mjs')
    buildSync({
      entryPoints: [fileURLToPath(new URL('../../src/files/session.ts', import.meta.url))],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: bundle,
      logLevel: 'error',
    })
  })
  /** Saves version after version and says the number of each before and after. */
  const program = () => `
    import { writeSync } from 'node:fs'
    import { AnswersSession } from ${JSON.stringify(bundle)}
    const { session, trouble } = AnswersSession.open(${JSON.stringify(path)}, { file: 'f' })
    if (!session) { writeSync(1, trouble.kind + '\\n'); process.exit(7) }
    for (let n = Number(session.source?.text.slice(0, 12) ?? 0) + 1; ; n++) {
      writeSync(1, '<' + n + '\\n')
      const bad = session.save(String(n).padStart(12, '0') + '\\n' + ('version ' + n + '\\n').repeat(4000) + 'end')
      if (bad) { writeSync(1, bad.kind + '\\n'); process.exit(8) }
      writeSync(1, '>' + n + '\\n')
    }`
  const started = (): { child: ChildProcess; said: () => string } => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (it: Buffer) => (said += it.toString()))
    return { child, said: () => said }
  }
  const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', resolve))
  const until = async (is: () => boolean) => {
    while (!is()) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  it('killed at twenty random instants leaves a whole file, the last or the one before, and a lock that the next takes', async () => {
    for (let i = 0; i < 20; i++) {
      const { child, said } = started()
      await until(() => said().includes('>'))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
      const closed = ended(child)
      child.kill('SIGKILL')
      await closed
      const done = Number(/.*>(\d+)/s.exec(said())?.[1])
      const found = content()
      const n = Number(found.slice(0, 12))
      expect(found).toBe(`${String(n).padStart(12, '0')}\n${`version ${n}\n`.repeat(4000)}end`)
      expect([done, done + 1]).toContain(n)
      expect(existsSync(`${path}.lock`)).toBe(true)
    }
    opened().close()
    expect(readdirSync(folder).filter((it) => it.endsWith('.tmp') || it.includes('.lock'))).toEqual([])
  })

  it('that lives keeps a second one out; of many at once one gets in', async () => {
    writeFileSync(`${path}.lock`, JSON.stringify({ ...sessionSystem.self(), pid: 2 ** 22 + 1 }))
    const all = Array.from({ length: 4 }, started)
    await until(() => all.every(({ said }) => said() !== ''))
    expect(all.filter(({ said }) => said().startsWith('<'))).toHaveLength(1)
    expect(all.filter(({ said }) => said() === 'locked\n')).toHaveLength(3)
    expect(troubleOf()?.kind).toBe('locked')
    await Promise.all(
      all.map(async ({ child }) => {
        const closed = child.exitCode === null ? ended(child) : undefined
        child.kill('SIGKILL')
        await closed
      }),
    )
  })
})
