// A queue of one's own: Redis on a free port of this machine, BullMQ in a folder aside, batches and workers as processes.
//   node bin/dev/queue.js [INPUTS] [whole]     10000 unless told: three workers, two of them killed, Redis restarted on
//   the way. Inputs are small, so that the queue has more to do than the scoring; with `whole`, of the export regime.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { firms } from './bench/firms.js'
import { root } from './schemas.js'

const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Installs BullMQ into a folder and tells what `NODE_PATH` finds it; nothing where it cannot be had. */
export function installed(folder) {
  const packages = ['bullmq@6.7.0', 'ioredis@5']
  const options = ['--silent', '--no-save', '--omit=optional', '--no-audit', '--no-fund', '--prefer-offline']
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    execFileSync('npm', ['install', ...options, '--prefix', folder, ...packages], { cwd: folder, stdio: 'ignore' })
    return join(folder, 'node_modules')
  } catch {
    return undefined
  }
}

/** Until something is so. */
export async function until(what, every = 100, seconds = 120) {
  for (const since = performance.now(); !what(); await rest(every))
    if (performance.now() - since > seconds * 1000) throw new Error(`not so after ${seconds} s: ${what}`)
}

/** A Redis with an append-only file, on this machine alone. */
export class Redis {
  /** @param tls whether it talks TLS only, and asks everyone for a certificate; made here */
  static async started(folder, { tls = false } = {}) {
    const redis = new Redis()
    redis.folder = folder
    redis.port = await new Promise((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address()
        server.close(() => resolve(port))
      })
    })
    redis.url = `${tls ? 'rediss' : 'redis'}://127.0.0.1:${redis.port}`
    if (tls) redis.files = certificates(folder)
    await redis.start()
    return redis
  }

  async start() {
    const { folder, port, files } = this
    const secured = files && ['--port', 0, '--tls-port', port, '--tls-ca-cert-file', files.ca]
    const served = files && ['--tls-cert-file', files.cert, '--tls-key-file', files.key]
    const options = ['--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
    this.process = spawn('redis-server', [...(files ? [...secured, ...served] : ['--port', port]), ...options], {
      stdio: 'ignore',
    })
    await until(() => /PONG|NOAUTH/.test(this.ask('ping')), 50, 30)
  }

  ask(...command) {
    const { port, files } = this
    const tls = files ? ['--tls', '--cacert', files.ca, '--cert', files.cert, '--key', files.key] : []
    try {
      return execFileSync('redis-cli', ['-h', '127.0.0.1', '-p', port, ...tls, ...command], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    } catch {
      return ''
    }
  }

  /** How many jobs stand in a list or set of the queue. */
  count(state) {
    return Number(this.ask(state === 'active' || state === 'wait' ? 'llen' : 'zcard', `bull:flowready:${state}`)) || 0
  }

  /** @param signal SIGTERM, or SIGKILL for a power cut that spares the disk */
  async stop(signal = 'SIGTERM') {
    const gone = new Promise((resolve) => this.process.once('close', resolve))
    this.process.kill(signal)
    await gone
  }
}

/** The program in a process of its own. */
export class Running {
  constructor(args, { cwd, env }) {
    this.err = ''
    this.out = ''
    this.process = spawn(process.execPath, [`${root}/bin/flowready.js`, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process.stdout.on('data', (text) => (this.out += text))
    this.process.stderr.on('data', (text) => (this.err += text))
    this.ended = new Promise((resolve) => this.process.once('close', resolve))
  }

  kill(signal) {
    this.process.kill(signal)
  }

  /** Kills it while it works on a job that no one else has. */
  async killedAtWork(redis) {
    for (let times = 0; times < 1000; times++, await rest(20)) {
      this.kill('SIGSTOP')
      await rest(20)
      if (redis.count('active') > 0) break
      this.kill('SIGCONT')
    }
    this.kill('SIGKILL')
    await this.ended
  }
}

/** The seconds that a process has worked; nothing where it is gone. */
function cpu(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13)
    return (Number(user) + Number(system)) / 100
  } catch {
    return undefined
  }
}

/** A certificate for this machine, and the authority that says so. */
function certificates(folder) {
  const at = (name) => join(folder, name)
  const files = { ca: at('ca.pem'), cert: at('cert.pem'), key: at('key.pem') }
  const openssl = (...args) => execFileSync('openssl', args, { stdio: 'ignore' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-x509']
  openssl('req', ...key, '-subj', '/CN=an authority', '-keyout', at('ca.key'), '-out', files.ca)
  const by = ['-CA', files.ca, '-CAkey', at('ca.key'), '-addext', 'subjectAltName=IP:127.0.0.1']
  openssl('req', ...key, '-subj', '/CN=a queue', '-keyout', files.key, '-out', files.cert, ...by)
  return files
}

/** What a run made, but for its own memory. */
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && !it.parentPath.includes('.flowready'))
    .map((it) => join(it.parentPath, it.name).slice(folder.length + 1))
    .sort()

/** Answers files of the small ruleset of the tests. */
function small(folder, count) {
  for (let i = 0; i < count; i++) {
    const into = join(folder, String(Math.floor(i / 500)))
    if (i % 500 === 0) mkdirSync(into, { recursive: true })
    const answers = { 'tiny.exports': 'no', 'tiny.log': ['all', 'some', 'no'][i % 3] }
    const about = { ruleset: 'tiny', rulesetVersion: '1.2.0', firm: { name: `Firm ${i}` }, date: '2026-11-20' }
    writeFileSync(join(into, `firm-${i}.answers.json`), JSON.stringify({ ...about, answers }))
  }
}

/**
 * Kills two of three workers and Redis while they work on a batch.
 * @param whole inputs of the export regime; small ones else
 * @param calm measures the queue without kills first
 * @param resumed kills the batch as well, and finishes with --resume
 * @returns whether nothing is lost, nothing there twice, and every byte that of a local run
 */
export async function kills(count, { whole = false, calm = false, resumed = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'flowready-queue-'))
  const at = (name) => join(folder, name)
  const say = (text) => process.stdout.write(`${text}\n`)
  const timed = async (what, act) => {
    const start = performance.now()
    const result = await act()
    const seconds = (performance.now() - start) / 1000
    say(`${what}: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} inputs a second`)
    return result
  }
  const env = { NODE_PATH: installed(folder) }
  if (!env.NODE_PATH) throw new Error('redis-server and BullMQ are needed')
  const redis = await Redis.started(folder)
  const run = (...args) => new Running([...args, '--rulesets', `${root}/tests/cli/rulesets`], { cwd: folder, env })
  const worker = () => run('worker', '--queue', redis.url, '--concurrency', '1')
  const batch = (output, ...more) => run('batch', 'in', '-o', output, '--quiet', ...more)
  const all = []
  const begun = (it) => (all.push(it), it)
  try {
    if (whole) await firms(at('in'), count, 'json')
    else small(at('in'), count)
    await timed('local, two threads', () => begun(batch('local', '--jobs', '2')).ended)

    if (calm) {
      const workers = [begun(worker()), begun(worker())]
      await until(() => workers.every((it) => it.err.includes('Working on')))
      const before = [...workers, redis].map(({ process }) => cpu(process.pid))
      const one = begun(batch('calm', '--queue', redis.url))
      let handing = 0
      const looking = setInterval(() => (handing = cpu(one.process.pid) ?? handing), 200)
      const code = await timed('queue, two workers', () => one.ended).finally(() => clearInterval(looking))
      const [a, b, queue] = [...workers, redis].map(({ process }, i) => cpu(process.pid) - before[i])
      const each = (seconds) => `${((seconds / count) * 1000).toFixed(2)} ms`
      say(`CPU an input: batch ${each(handing)}, workers ${each(a + b)}, Redis ${each(queue)}`)
      say(`memory of Redis at most: ${/used_memory_peak_human:(\S+)/.exec(redis.ask('info', 'memory'))?.[1]}`)
      for (const it of workers) it.kill('SIGTERM')
      say(`ended with ${code}, workers with ${await Promise.all(workers.map((it) => it.ended))}${one.err}`)
      say(`same bytes as the local run: ${same(at('local'), at('calm'))}`)
    }

    const workers = [begun(worker()), begun(worker()), begun(worker())]
    let wild = begun(batch('wild', '--queue', redis.url))
    const made = () => readdirSync(at('wild'), { recursive: true }).length
    /** Some time after a part of the files is made. */
    const past = (part) => {
      const enough = count * (part + Math.random() / 10)
      return until(() => redis.count('active') > 0 && made() > enough, 500, 3600)
    }
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, redis.count('wait') + redis.count('active') + redis.count('completed'))
    }, 1000)
    await timed('queue, three workers, two killed, Redis killed and restarted', async () => {
      await past(0.15)
      await workers[0].killedAtWork(redis)
      say(`first worker killed at ${made()} files`)
      await past(0.35)
      await redis.stop('SIGKILL')
      say(`Redis killed at ${made()} files`)
      await rest(3000)
      await redis.start()
      await past(0.55)
      await workers[1].killedAtWork(redis)
      say(`second worker killed at ${made()} files`)
      if (resumed) {
        await past(0.7)
        wild.kill('SIGKILL')
        await wild.ended
        say(`batch killed at ${made()} files`)
        wild = begun(batch('wild', '--queue', redis.url, '--resume'))
      }
      await wild.ended
    }).finally(() => clearInterval(watch))
    workers[2].kill('SIGTERM')
    say(`ended with ${await wild.ended}, the last worker with ${await workers[2].ended}`)
    const left = ['wait', 'active', 'delayed', 'completed', 'failed'].map((it) => redis.count(it))
    say(`at most ${most} jobs in Redis; left: ${left}`)
    const rows = readFileSync(at('wild/summary.ndjson'), 'utf8').trimEnd().split('\n')
    const names = new Set(rows.map((row) => JSON.parse(row).input))
    const holds = same(at('local'), at('wild'))
    say(`${rows.length} results of ${names.size} inputs; same bytes as the local run: ${holds}\n${wild.err}`)
    return holds && rows.length === count && names.size === count
  } finally {
    for (const it of all) it.kill('SIGKILL')
    await redis.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function same(a, b) {
  const [names, others] = [files(a), files(b)]
  return (
    JSON.stringify(names) === JSON.stringify(others) &&
    names.every((name) => readFileSync(join(a, name)).equals(readFileSync(join(b, name))))
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = (await kills(Number(process.argv[2] ?? 10_000), {
    whole: process.argv[3] === 'whole',
    calm: true,
  }))
    ? 0
    : 1
