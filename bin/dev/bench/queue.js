// The same batch over a queue and in threads: what handing it over costs, where both have the same cores.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installed, Redis, Running, until } from '../queue.js'
import { firms } from './firms.js'

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const count = 500

/**
 * @param folder for the files, which are made here
 * @param row is told what was measured, as ratios
 * @param table is told times
 */
export async function queue(folder, row, table) {
  const home = join(folder, 'queue')
  mkdirSync(home)
  const env = { NODE_PATH: installed(home) }
  if (!env.NODE_PATH) throw new Error('redis-server and BullMQ are needed')
  await firms(join(home, 'in'), count, 'json')
  const redis = await Redis.started(home)
  const workers = [1, 2].map(
    () => new Running(['worker', '--queue', redis.url, '--concurrency', '1'], { cwd: home, env }),
  )
  const ways = { 'two threads': ['--jobs', '2'], 'queue, two workers': ['--queue', redis.url] }
  ways['queue, two workers, inline'] = [...ways['queue, two workers'], '--inline']
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
  try {
    await until(() => workers.every(({ err }) => err.includes('Working on')))
    for (let i = 0; i < 3; i++) {
      for (const [name, way] of Object.entries(ways)) {
        rmSync(join(home, 'out'), { recursive: true, force: true })
        const start = performance.now()
        const code = await new Running(['batch', 'in', '-o', 'out', '--quiet', ...way], { cwd: home, env }).ended
        if (code !== 0) throw new Error(`${name} ended with ${code}`)
        times[name].push(performance.now() - start)
      }
    }
  } finally {
    for (const it of workers) it.kill('SIGKILL')
    await redis.stop()
  }
  const took = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
  const floor = 'threads of one process'
  row('queue, two workers', took['queue, two workers'] / took['two threads'], 1.3, floor)
  row('queue, two workers, inline', took['queue, two workers, inline'] / took['two threads'], 2, floor)
  for (const [name, time] of Object.entries(took)) table(`batch of ${count}: ${name}`, time)
}
