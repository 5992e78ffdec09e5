/** Machines that share work over a Redis: whatever dies on the way, the bytes of a local run. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installed, Redis, Running, until } from '../../bin/dev/queue.js'
import { answers, Folder } from '../cli/run.js'
import { made } from './made.js'

const aside = mkdtempSync(join(tmpdir(), 'flowready-bull-'))
const modules = installed(aside)
afterAll(() => rmSync(aside, { recursive: true, force: true }))

const rulesets = ['--rulesets', 'rulesets']
const firms = (n: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `c/${i % 3}/f${i}.answers.yaml`,
      i % 50 === 3 ? 'a: [' : answers(`Firm ${i}`, { 'tiny.log': ['all', 'some', 'no'][i % 3]! }),
    ]),
  )

describe.skipIf(modules === undefined && process.env.CI !== 'true')('with a Redis', () => {
  const places: string[] = []
  const running: Running[] = []
  let redis: Redis

  beforeAll(async () => {
    expect(modules, 'redis-server and BullMQ').toBeDefined()
    const place = mkdtempSync(join(tmpdir(), 'flowready-redis-'))
    places.push(place)
    redis = await Redis.started(place)
  })
  afterAll(async () => {
    for (const it of running) it.kill('SIGKILL')
    await redis.stop()
    for (const place of places) rmSync(place, { recursive: true, force: true })
  })

  function started(folder: Folder, args: readonly string[], env: Record<string, string> = {}): Running {
    const it = new Running([...args, ...(args.includes('--rulesets') ? [] : rulesets)], {
      cwd: folder.path,
      env: { NODE_PATH: modules, LC_ALL: 'C.UTF-8', ...env },
    })
    running.push(it)
    return it
  }
  const batch = (folder: Folder, output: string, ...more: string[]) =>
    started(folder, ['batch', 'c', '-o', output, '--queue', redis.url, ...more])
  const worker = (folder: Folder, env?: Record<string, string>) =>
    started(folder, ['worker', '--queue', redis.url, '--concurrency', '1'], env)
  const drained = (it: Running) => (it.kill('SIGTERM'), it.ended)
  const left = () => (['wait', 'active', 'delayed', 'completed', 'failed'] as const).map((it) => redis.count(it))

  test('a worker of other rules leaves, one is killed at work, one input breaks whatever takes it: the rest is done', async () => {
    const folder = new Folder({ ...firms(300), 'c/poison.answers.yaml': answers('Poison') }).withTiny()
    // Broken from outside, as by a fault in the machine's own libraries.
    folder.write(
      'fault.cjs',
      `const { isMainThread } = require('node:worker_threads')
       const fs = require('node:fs')
       const { openSync } = fs
       fs.openSync = (path, ...rest) => {
         if (!isMainThread && String(path).includes('poison')) process.exit(1)
         return openSync(path, ...rest)
       }
       require('node:module').syncBuiltinESMExports()`,
    )
    cpSync(folder.at('rulesets'), folder.at('others'), { recursive: true })
    const text = readFileSync(folder.at('others/tiny/questionnaire.yaml'), 'utf8')
    writeFileSync(folder.at('others/tiny/questionnaire.yaml'), text.replace('Is there a log?', 'Is there any log?'))

    const first = batch(folder, 'o')
    await until(() => redis.count('wait') === 10)
    const other = started(folder, ['worker', '--queue', redis.url, '--rulesets', 'others'])
    expect(await other.ended).toBe(2)
    expect(other.err).toContain('refused: the batch has other texts of the rulesets')
    expect(redis.count('wait')).toBe(10)

    await worker(folder).killedAtWork(redis)
    const second = worker(folder, { NODE_OPTIONS: `--require ${folder.at('fault.cjs')}` })
    expect(await first.ended).toBe(1)
    expect(await drained(second)).toBe(0)
    expect(left()).toEqual([0, 0, 0, 0, 0])
    const errors = readFileSync(folder.at('o/errors.txt'), 'utf8')
    expect(errors).toContain('c/poison.answers.yaml')
    expect(errors).toContain('file/set-aside')
    expect(errors).toContain('a thread ended')

    // The same command does what was set aside.
    const third = worker(folder)
    const again = batch(folder, 'o')
    expect(await again.ended).toBe(1)
    expect(again.err).toContain('1 scored, 294 unchanged, 6 invalid')
    expect(await drained(third)).toBe(0)
    const local = started(folder, ['batch', 'c', '-o', 'local', '--jobs', '1'])
    expect(await local.ended).toBe(1)
    expect(made(folder, 'o')).toEqual(made(folder, 'local'))
  }, 120_000)

  test('Redis out of memory, then killed and started again; nothing shared: the same bytes', async () => {
    const folder = new Folder(firms(100)).withTiny()
    const elsewhere = new Folder().withTiny()
    const local = started(folder, ['batch', 'c', '-o', 'local', '--jobs', '1', '--format', 'json,md'])
    await local.ended
    redis.ask('config', 'set', 'maxmemory', '1')
    const first = batch(folder, 'o', '--inline', '--format', 'json,md')
    await until(() => first.err.includes('out of memory'))
    redis.ask('config', 'set', 'maxmemory', '0')
    await until(() => redis.count('wait') === 13)
    const one = worker(elsewhere)
    await until(() => redis.count('wait') < 10)
    await redis.stop('SIGKILL')
    await until(() => first.err.includes('is lost'))
    await redis.start()
    expect(await first.ended).toBe(1)
    expect(await drained(one)).toBe(0)
    expect(left()).toEqual([0, 0, 0, 0, 0])
    expect(redis.ask('xlen', 'bull:flowready:events')).toBe('0')
    expect(made(folder, 'o')).toEqual(made(folder, 'local'))
  }, 120_000)

  test('a password stands in the environment, and nowhere else', async () => {
    const folder = new Folder(firms(20)).withTiny()
    redis.ask('config', 'set', 'requirepass', 'open-sesame')
    try {
      const without = worker(folder)
      expect(await without.ended).toBe(2)
      expect(without.err).toContain('NOAUTH')
      const env = { FLOWREADY_QUEUE_PASSWORD: 'open-sesame' }
      const one = worker(folder, env)
      const debugged = started(folder, ['batch', 'c', '-o', 'o', '--queue', redis.url, '--debug'], env)
      expect(await debugged.ended).toBe(1)
      expect(await drained(one)).toBe(0)
      const all = JSON.stringify([made(folder, 'o'), readFileSync(folder.at('o/.flowready/results.ndjson'), 'utf8')])
      expect(all + one.err + debugged.err).not.toContain('open-sesame')
    } finally {
      redis.ask('-a', 'open-sesame', 'config', 'set', 'requirepass', '')
    }
  }, 60_000)

  test('nobody answers', async () => {
    const folder = new Folder(firms(3)).withTiny()
    for (const args of [['worker'], ['batch', 'c', '-o', 'o']]) {
      const it = started(folder, [...args, '--queue', 'redis://127.0.0.1:1'])
      expect(await it.ended).toBe(2)
      expect(it.err).toContain('no Redis answers at 127.0.0.1:1 (connect ECONNREFUSED')
    }
    expect(made(folder, 'o')).toEqual({})
  })
})

test('what cannot be asked for is said', async () => {
  const folder = new Folder(firms(1)).withTiny()
  const said = async (line: string, env = {}) => {
    const { code, err } = await folder.run(line, { env })
    expect(code).toBe(2)
    return err
  }
  const secret = await said('worker --queue redis://me:secret@127.0.0.1:1')
  expect(secret).toContain('FLOWREADY_QUEUE_PASSWORD')
  expect(secret).not.toContain('secret')
  expect(await said('worker')).toContain('name the queue')
  for (const bad of ['127.0.0.1', 'http://127.0.0.1', 'redis://', 'redis://127.0.0.1/x'])
    expect(await said(`batch c -o o --queue ${bad}`)).toContain('is no address of a queue')
  expect(await said('worker --queue rediss://127.0.0.1', { FLOWREADY_QUEUE_CA: 'none.pem' })).toContain('none.pem')
  expect(await said('worker --queue redis://127.0.0.1:1')).toContain('npm install --omit=optional bullmq')
  expect(await said('batch c -o o --queue redis://127.0.0.1:1 --jobs 2')).toContain('--concurrency')
  expect(await said('batch c -o o --inline')).toContain('--queue')
})
