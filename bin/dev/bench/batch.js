// Many files: against only reading and parsing them and writing files of the reports' size, on one core and on two.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../schemas.js'
import { firms } from './firms.js'

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const program = `${root}/bin/flowready.js`
/** So many that the compiler's work, which each process does anew, is not most of what is measured. */
const count = 3000

/**
 * @param folder for the files, which are made here
 * @param row is told what was measured, as ratios
 * @param table is told times and memory
 */
export async function batch(folder, row, table) {
  const home = join(folder, 'batch')
  mkdirSync(home)
  const inputs = { json: join(home, 'json'), yaml: join(home, 'yaml') }
  for (const [kind, path] of Object.entries(inputs)) await firms(path, count, kind)
  const output = join(home, 'reports')
  const args = (input, more) => [program, 'batch', input, '--output', output, '--quiet', ...more]
  const fresh = () => rmSync(output, { recursive: true, force: true })

  run(args(inputs.json, ['--jobs', '1']))
  const reports = readdirSync(output, { recursive: true })
    .filter((name) => /firm-.*\.json$/.test(name))
    .map((name) => statSync(join(output, name)).size)
  const size = Math.round(reports.reduce((a, b) => a + b, 0) / reports.length)
  const floors = { json: floor(home, inputs.json, size, 'json'), yaml: floor(home, inputs.yaml, size, 'yaml') }

  const work = {
    'floor, JSON': () => run([floors.json]),
    'JSON, one core': () => run(args(inputs.json, ['--jobs', '1'])),
    'floor, YAML': () => run([floors.yaml]),
    'YAML, one core': () => run(args(inputs.yaml, ['--jobs', '1'])),
    'JSON, two threads': () => run(args(inputs.json, ['--jobs', '2'])),
    // Of what the run before has left.
    'JSON, all unchanged': () => run(args(inputs.json, ['--jobs', '1'])),
    'JSON, two shards': () =>
      Promise.all(['1/2', '2/2'].map((shard) => started(args(inputs.json, ['--jobs', '1', '--shard', shard])))),
  }
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]))
  for (let i = 0; i < 3; i++) {
    for (const [name, go] of Object.entries(work)) {
      if (name !== 'JSON, all unchanged') fresh()
      const start = performance.now()
      await go()
      times[name].push(performance.now() - start)
    }
  }
  const took = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
  row('batch, JSON, one core', took['JSON, one core'] / took['floor, JSON'], 2.5, 'read, parse, write as much')
  row('batch, YAML, one core', took['YAML, one core'] / took['floor, YAML'], 1.4, 'the same, with js-yaml')
  row('batch, two threads, of one core’s time', took['JSON, two threads'] / took['JSON, one core'], 1 / 1.4, 'itself')
  row('batch, two shards, of one core’s time', took['JSON, two shards'] / took['JSON, one core'], 1 / 1.6, 'itself')
  for (const [name, time] of Object.entries(took)) table(`batch of ${count}: ${name}`, time)

  const sizes = (process.env.BENCH_FILES ?? '1000,10000').split(',').map(Number)
  let first
  for (const files of sizes) {
    const input = join(home, `of-${files}`)
    await firms(input, files, 'json')
    fresh()
    const start = performance.now()
    // The table of actions is small: a hundred thousand reports would fill a disk before they say anything of memory.
    const peak = peakOf(home, args(input, ['--jobs', '1', '--format', 'csv']))
    table(`batch of ${files} to CSV, one core`, performance.now() - start, peak)
    first ??= { files, peak }
    // With fewer, what collecting garbage happens to leave is more than what is looked for.
    if (files >= 50 * first.files)
      row(
        `batch, bytes of memory a file more (${files})`,
        ((peak - first.peak) * 1024) / (files - first.files),
        200,
        `itself at ${first.files}`,
      )
    rmSync(input, { recursive: true })
  }
}

function floor(home, input, size, kind) {
  const file = join(home, `floor-${kind}.mjs`)
  const parse =
    kind === 'json'
      ? 'const parse = JSON.parse'
      : `import { CORE_SCHEMA, load } from ${JSON.stringify(import.meta.resolve('js-yaml'))}
const parse = (text) => load(text, { schema: CORE_SCHEMA })`
  writeFileSync(
    file,
    `import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
${parse}
const report = Buffer.alloc(${size}, 'report ')
for (const folder of readdirSync(${JSON.stringify(input)})) {
  mkdirSync(${JSON.stringify(join(home, 'reports'))} + '/' + folder, { recursive: true })
  for (const name of readdirSync(${JSON.stringify(input)} + '/' + folder)) {
    parse(readFileSync(${JSON.stringify(input)} + '/' + folder + '/' + name, 'utf8'))
    writeFileSync(${JSON.stringify(join(home, 'reports'))} + '/' + folder + '/' + name + '.json', report)
  }
}`,
  )
  return file
}

function run(args, env) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore', ...(env && { env }) })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
}

const started = (args) =>
  new Promise((resolve, reject) => {
    spawn(process.execPath, args, { cwd: root, stdio: 'ignore' }).on('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${status}`)),
    )
  })

/** The most memory that a run of the program held, in KB. */
function peakOf(home, args) {
  const [told, hook] = [join(home, 'peak'), join(home, 'peak.mjs')]
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)))`,
  )
  run(['--import', hook, ...args])
  return Number(readFileSync(told, 'utf8'))
}
