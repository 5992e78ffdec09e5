/** Machines that share work over a Redis: whatever dies or is missing on the way, the bytes of a local run. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { installed, Redis, Running, until } from '../../bin/dev/queue.js'
import { answers, Folder, home, type Ran, type RunOptions } from '../cli/run.js'
import { made } from './made.js'

const aside = mkdtempSync(join(tmpdir(), 'flowready-bull-'))
const modules = installed(aside)
afterAll(() => rmSync(aside, { recursive: true, force: true }))

const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
const firms = (n: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `c/${i % 3}/f${i}.answers.yaml`,
      i % 50 === 3 ? 'a: [' : answers(`Firm ${i}`, { 'tiny.log': ['all', 'some', 'no'][i % 3]! }),
    ]),
  )

/** The command line in this process, while it runs: what it said, and a way to stop it. */
class Here {
  readonly ended: Promise<Ran>
  err = ''
  readonly #stop = new AbortController()

  constructor(folder: Folder, args: readonly string[], options: RunOptions = {}) {
    const { signal } = this.#stop
    const heard = (text: string) => (this.err += text)
    const all = args.includes('--rulesets') ? args : [...args, '--rulesets', 'rulesets']
    this.ended = folder.run(all, { version, columns: 1000, signal, heard, ...options })
  }

  stop(): Promise<Ran> {
    this.#stop.abort()
    return this.ended
  }
}

/** Some machines and their Redis. */
class Scene {
  readonly #places: string[] = []
  readonly #running: Running[] = []
  readonly redis: Redis

  private constructor(redis: Redis, place: string) {
    this.redis = redis
    this.#places.push(place)
  }

  static async begun(options?: { readonly tls?: boolean }): Promise<Scene> {
    const place = mkdtempSync(join(tmpdir(), 'flowready-redis-'))
    return new Scene(await Redis.started(place, options), place)
  }

  /** A working folder from which BullMQ is found. */
  folder(files: Record<string, string>): Folder {
    const folder = new Folder(files).withTiny()
    symlinkSync(modules!, folder.at('node_modules'))
    return folder
  }

  batch = (folder: Folder, output: string, more: readonly string[] = [], options?: RunOptions) =>
    new Here(folder, ['batch', 'c', '-o', output, '--queue', this.redis.url, ...more], options)
  worker = (folder: Folder, more: readonly string[] = [], options?: RunOptions) =>
    new Here(folder, ['worker', '--queue', this.redis.url, '--concurrency', '1', ...more], options)

  /** The same as a process, where there is to be one. */
  started(folder: Folder, args: readonly string[], env: Record<string, string> = {}, cwd = folder.path): Running {
    const all = [...args, '--queue', this.redis.url, '--rulesets', folder.at('rulesets')]
    const it = new Running(all, { cwd, env: { NODE_PATH: modules, LC_ALL: 'C.UTF-8', ...env } })
    this.#running.push(it)
    return it
  }

  get left(): number[] {
    return (['wait', 'active', 'delayed', 'completed', 'failed'] as const).map((it) => this.redis.count(it))
  }

  async end(): Promise<void> {
    for (const it of this.#running) it.kill('SIGKILL')
    await this.redis.stop()
    for (const place of this.#places) rmSync(place, { recursive: true, force: true })
  }
}

const local = async (folder: Folder, ...more: string[]): Promise<Record<string, string>> => {
  await folder.run(['batch', 'c', '-o', 'local', '--jobs', '1', '--rulesets', 'rulesets', ...more], { version })
  return made(folder, 'local')
}

/** Each with machines of its own, side by side: they wait more than they work. */
function scene(name: string, act: (scene: Scene) => Promise<void>, options?: { readonly tls?: boolean }): void {
  test.concurrent(
    name,
    async () => {
      expect(modules, 'redis-server and BullMQ').toBeDefined()
      const begun = await Scene.begun(options)
      try {
        await act(begun)
      } finally {
        await begun.end()
      }
    },
    120_000,
  )
}

const nothing = [0, 0, 0, 0, 0]

describe.skipIf(modules === undefined && process.env.CI !== 'true')('with a Redis', () => {
  scene('workers that do not fit leave, one is killed at work, one input breaks what takes it', async (it) => {
    const { redis } = it
    const folder = it.folder({ ...firms(100), 'c/poison.answers.yaml': answers('Poison') })
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

    const first = it.batch(folder, 'o')
    await until(() => redis.count('wait') === 4)
    const refused = await Promise.all([
      it.worker(folder, [], { version: '0.0.9' }).ended,
      it.worker(folder, ['--rulesets', 'others']).ended,
      it.worker(folder, ['--lang', 'zh-Hant'], { version: '0.0.9' }).ended,
      it.worker(folder, ['--rulesets', 'others', '--lang', 'zh-Hans']).ended,
    ])
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2])
    const [otherVersion, otherRules, inHongKong, onTheMainland] = refused.map(({ err }) => err)
    expect(otherVersion).toContain(`refused: the batch is of flowready ${version}, this worker of 0.0.9.`)
    expect(otherRules).toContain('refused: the batch has other texts of the rulesets')
    expect(inHongKong).toContain(`已拒絕：批量評分屬 flowready ${version}，此工作程式屬 0.0.9`)
    expect(onTheMainland).toContain('已拒绝：批量评分的规则集内容')
    expect(redis.count('wait')).toBe(4)

    const worker = ['worker', '--concurrency', '1']
    await it.started(folder, worker).killedAtWork(redis)
    const second = it.started(folder, worker, { NODE_OPTIONS: `--require ${folder.at('fault.cjs')}` })
    expect((await first.ended).code).toBe(1)
    second.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(it.left).toEqual(nothing)
    const errors = readFileSync(folder.at('o/errors.txt'), 'utf8')
    expect(errors).toContain('c/poison.answers.yaml')
    expect(errors).toContain('file/set-aside')
    expect(errors).toContain('a thread ended')

    // What was set aside is tried again.
    const third = it.worker(folder)
    const again = await it.batch(folder, 'o', ['--resume']).ended
    expect(again.code).toBe(1)
    expect(again.err).toContain('An earlier run in o came to its end')
    expect(again.err).toContain('1 scored, 98 unchanged, 2 invalid')
    expect((await third.stop()).code).toBe(0)
    expect(made(folder, 'o')).toEqual(await local(folder))
  })

  scene('the batch is killed, nobody works, the batch is stopped: --resume finishes', async (it) => {
    const folder = it.folder(firms(100))
    const first = it.started(folder, ['batch', 'c', '-o', 'o'])
    await until(() => it.redis.count('wait') === 4)
    const worker = it.worker(folder)
    await until(() => it.redis.count('completed') > 0 || it.redis.count('wait') < 3)
    first.kill('SIGKILL')
    expect((await worker.stop()).code).toBe(0)

    const second = it.batch(folder, 'o', ['--resume'])
    await until(() => second.err.includes('no worker is on the queue at redis://127.0.0.1:'))
    expect(second.err).toContain('Going on where an earlier run in o stopped.')
    expect((await second.stop()).code).toBe(130)
    await until(() => it.left.join() === nothing.join())

    const other = it.worker(folder)
    expect((await it.batch(folder, 'o', ['--resume', '--lang', 'en']).ended).code).toBe(1)
    await other.stop()
    expect(it.left).toEqual(nothing)
    expect(made(folder, 'o')).toEqual(await local(folder))
  })

  scene('Redis out of memory, then killed and started again; nothing shared: the same bytes', async (it) => {
    const { redis } = it
    const folder = it.folder(firms(100))
    const formats = ['--format', 'json,md']
    redis.ask('config', 'set', 'maxmemory', '1')
    const first = it.batch(folder, 'o', ['--inline', ...formats])
    await until(() => first.err.includes('out of memory'))
    redis.ask('config', 'set', 'maxmemory', '0')
    await until(() => redis.count('wait') === 13)
    const worker = it.worker(it.folder({}))
    await until(() => redis.count('wait') < 10)
    await redis.stop('SIGKILL')
    await until(() => first.err.includes('is lost'))
    await redis.start()
    expect((await first.ended).code).toBe(1)
    expect((await worker.stop()).code).toBe(0)
    // Workers were away for as long as the queue was: that is no reason to call for others.
    expect(first.err).not.toContain('no worker')
    expect(it.left).toEqual(nothing)
    expect(redis.ask('xlen', 'bull:flowready:events')).toBe('0')
    expect(made(folder, 'o')).toEqual(await local(folder, ...formats))
  })

  scene('a disk of a worker is full: given up after some attempts, and not when there is room in time', async (it) => {
    const folder = it.folder({ ...firms(8), 'small/.keep': '' })
    const disk = folder.at('small')
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' })
    // Where no disk can be mounted, a folder that is not there.
    const full = () =>
      mounted.status === 0
        ? writeFileSync(join(disk, 'full'), Buffer.alloc(2_080_000))
        : rmSync(disk, { recursive: true })
    const free = () => (mounted.status === 0 ? rmSync(join(disk, 'full')) : mkdirSync(disk))
    const { Queue } = createRequire(join(modules!, 'any.js'))('bullmq') as {
      Queue: new (name: string, options: object) => { promoteJobs(): Promise<void>; close(): Promise<void> }
    }
    const connection = { host: '127.0.0.1', port: Number(new URL(it.redis.url).port) }
    const queue = new Queue('flowready', { connection })
    try {
      full()
      const worker = it.started(folder, ['worker', '--concurrency', '1'], { TMPDIR: disk })
      const first = it.batch(folder, 'o', ['--inline'])
      let over = false
      void first.ended.then(() => (over = true))
      // A minute, hurried on; what is worked on when the batch gives up comes to its end as well.
      for (
        let times = 0;
        times < 600 && !(over && it.redis.count('active') + it.redis.count('delayed') === 0);
        times++
      ) {
        await queue.promoteJobs()
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      const { code, err } = await first.ended
      expect(code).toBe(2)
      expect(err).toMatch(/the worker on .* could not write '.*small.*' \((the disk is full|its folder disappeared)\)/)
      expect(err).toContain('with --resume does the rest')

      const second = it.batch(folder, 'o', ['--inline', '--resume'])
      await until(() => it.redis.count('delayed') > 0)
      free()
      await queue.promoteJobs()
      const ran = await second.ended
      expect(ran.code, ran.err).toBe(1)
      worker.kill('SIGTERM')
      expect(await worker.ended).toBe(0)
      expect(it.left).toEqual(nothing)
      expect(made(folder, 'o')).toEqual(await local(folder))
    } finally {
      await queue.close()
      if (mounted.status === 0) execFileSync('umount', ['-l', disk])
    }
  })

  scene('storage that is not shared', async (it) => {
    // This path is another folder for everyone.
    const own = '/proc/self/cwd'
    const folder = it.folder(firms(20))
    const elsewhere = it.folder(firms(20))
    const worker = it.started(folder, ['worker', '--concurrency', '1'], {}, elsewhere.path)
    const wrote = it.started(folder, ['batch', `${own}/c`, '-o', `${own}/o`])
    expect(await wrote.ended).toBe(2)
    expect(wrote.err).toMatch(/a worker did not see the same file as here, or wrote elsewhere: '.*answers.yaml'/)
    rmSync(elsewhere.at('c'), { recursive: true })
    const read = it.started(folder, ['batch', `${own}/c`, '-o', `${own}/p`, '--lang', 'zh-Hans'])
    expect(await read.ended).toBe(2)
    expect(read.err).toContain('工作进程看到的文件与此处不同')
    worker.kill('SIGTERM')
    await worker.ended
    expect(made(folder, 'o')).toEqual({})
    const shared = it.worker(folder)
    expect((await it.batch(folder, 'o', ['--resume']).ended).code).toBe(1)
    await shared.stop()
    expect(made(folder, 'o')).toEqual(await local(folder))
  })

  scene(
    'TLS; certificates and a password from the environment, and found nowhere else',
    async (it) => {
      const { redis } = it
      const folder = it.folder(firms(20))
      const { ca, cert, key } = redis.files!
      redis.ask('config', 'set', 'requirepass', 'open-sesame')
      const FLOWREADY_QUEUE_PASSWORD = 'open-sesame'
      const certified = { FLOWREADY_QUEUE_CERT: cert, FLOWREADY_QUEUE_KEY: key }
      const env = { ...certified, FLOWREADY_QUEUE_CA: ca, FLOWREADY_QUEUE_PASSWORD }
      const { FLOWREADY_QUEUE_PASSWORD: _, ...noPassword } = env
      const refused = await Promise.all([
        it.worker(folder, [], { env: { ...certified, FLOWREADY_QUEUE_PASSWORD } }).ended,
        it.worker(folder, [], { env: { FLOWREADY_QUEUE_CA: ca, FLOWREADY_QUEUE_PASSWORD } }).ended,
        it.worker(folder, [], { env: noPassword }).ended,
        it.worker(folder, [], { env: { ...env, FLOWREADY_QUEUE_PASSWORD: 'open-simsim' } }).ended,
      ])
      expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2])
      const [unknown, uncertified, without, wrong] = refused.map(({ err }) => err)
      expect(unknown).toMatch(/unable to (get local issuer|verify the first) certificate|self-signed certificate/)
      expect(uncertified).toMatch(/no Redis answers at rediss:.* \(.+\)/)
      expect(without).toContain('NOAUTH')
      expect(wrong).toContain('WRONGPASS')

      const worker = it.started(folder, ['worker', '--concurrency', '1', '--debug'], env)
      const batch = it.started(folder, ['batch', 'c', '-o', 'o', '--debug'], env)
      const commands: string[] = []
      await until(() => worker.err.includes('Working on rediss://127.0.0.1:'))
      for (const { process } of [worker, batch]) commands.push(readFileSync(`/proc/${process.pid}/cmdline`, 'utf8'))
      expect(await batch.ended).toBe(1)
      worker.kill('SIGTERM')
      expect(await worker.ended).toBe(0)
      expect(commands.join()).toMatch(/worker[\s\S]*batch/)
      const remembered = readFileSync(folder.at('o/.flowready/results.ndjson'), 'utf8')
      const said = [worker, batch].flatMap(({ out, err }) => [out, err])
      const all = [
        ...commands,
        ...said,
        remembered,
        ...Object.values(made(folder, 'o')),
        ...refused.map(({ err }) => err),
      ]
      expect(all.join('\n')).not.toMatch(/open-s/)
      expect(made(folder, 'o')).toEqual(await local(folder))
    },
    { tls: true },
  )

  test.concurrent('nobody answers', async () => {
    const folder = new Folder(firms(3)).withTiny()
    symlinkSync(modules!, folder.at('node_modules'))
    for (const line of ['worker', 'batch c -o o', 'batch c -o o --resume --lang zh-Hant']) {
      const { code, err } = await new Here(folder, [...line.split(' '), '--queue', 'redis://127.0.0.1:1']).ended
      expect(code).toBe(2)
      expect(err).toMatch(/redis:\/\/127.0.0.1:1 (\(|沒有 Redis 回應（)connect ECONNREFUSED/)
    }
    expect(made(folder, 'o')).toEqual({})
  })
})

test('what cannot be asked for is said', async () => {
  const folder = new Folder(firms(1)).withTiny()
  const said = async (line: string, env = {}) => {
    const { code, err } = await folder.run(line, { env, columns: 1000 })
    expect(code).toBe(2)
    return err
  }
  for (const bad of ['redis://me:secret@127.0.0.1:1', 'redis://127.0.0.1:1?password=secret']) {
    const secret = await said(`worker --queue ${bad}`)
    expect(secret).toContain('FLOWREADY_QUEUE_PASSWORD')
    expect(secret).not.toContain('secret')
  }
  expect(await said('worker')).toContain('name the queue')
  for (const bad of ['127.0.0.1', 'http://127.0.0.1', 'redis://', 'redis://127.0.0.1/x', 'redis://127.0.0.1/#x'])
    expect(await said(`batch c -o o --queue ${bad}`)).toContain('is no address of a queue')
  expect(await said('worker --queue x --lang zh-Hant')).toContain('並非佇列的地址')
  expect(await said('worker --queue x --lang zh-Hans')).toContain('不是队列的地址')
  expect(await said('worker --queue rediss://127.0.0.1', { FLOWREADY_QUEUE_CA: 'none.pem' })).toContain('none.pem')
  const install = 'npm install --omit=optional bullmq@6.7.0 ioredis@5'
  for (const language of ['en', 'zh-Hant', 'zh-Hans'])
    expect(await said(`worker --queue redis://127.0.0.1:1 --lang ${language}`)).toContain(install)
  expect(await said('batch c -o o --queue redis://127.0.0.1:1 --jobs 2')).toContain('--concurrency')
  expect(await said('batch c -o o --inline')).toContain('--queue')
  expect(await said('batch c -o o --force --resume')).toContain('choose one')
})
