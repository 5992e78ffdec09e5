/** A batch when the machine does not play along. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { answers, Folder, home } from '../cli/run.js'
import { made } from './made.js'

const rulesets = ['--rulesets', 'rulesets']
const flowready = `${home}bin/flowready.js`
const firms = (n: number) =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`c/f${i}.answers.yaml`, answers(`Firm ${i}`)]))

/** A disk of a few kilobytes, where this system lets us have one. */
function smallDisk(at: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=192k', 'tmpfs', at], { stdio: 'ignore' }).status === 0
}

test('a full disk is said, what is there is whole, and the same command does the rest later', async ({ skip }) => {
  const folder = new Folder({ ...firms(40), 'o/.keep': '' }).withTiny()
  const disk = folder.at('o')
  if (!smallDisk(disk)) return skip('no disk can be mounted here')
  try {
    const full = await folder.run(['batch', 'c', '-o', 'o', '--jobs', '1', ...rulesets])
    expect(full.code).toBe(2)
    expect(full.err).toContain('full')
    const reports = readdirSync(disk).filter((name) => name.endsWith('.json'))
    expect(reports.length).toBeGreaterThan(0)
    expect(reports.length).toBeLessThan(40)
    for (const name of reports) JSON.parse(readFileSync(`${disk}/${name}`, 'utf8'))
    execFileSync('mount', ['-o', 'remount,size=16m', disk])
    expect((await folder.run(['batch', 'c', '-o', 'o', ...rulesets])).code).toBe(0)
    await folder.run(['batch', 'c', '-o', 'p', ...rulesets])
    const { '.keep': _, ...now } = made(folder, 'o')
    expect(now).toEqual(made(folder, 'p'))
  } finally {
    execFileSync('umount', ['-l', disk])
  }
})

test('an input that vanishes before its turn is invalid, and the others are as they were', async () => {
  const folder = new Folder({ 'c/a.answers.yaml': answers('A'), 'c/b.answers.yaml': answers('B') }).withTiny()
  const lines = ['c/a.answers.yaml', 'c/gone.answers.yaml', 'c/b.answers.yaml'].map((it) => JSON.stringify(it))
  folder.write('c/gone.answers.yaml', answers('Gone'))
  rmSync(folder.at('c/gone.answers.yaml'))
  const { code } = await folder.run(['batch', '-', '-o', 'o', ...rulesets], { stdin: lines.join('\n') })
  expect(code).toBe(1)
  expect(readFileSync(folder.at('o/errors.txt'), 'utf8')).toContain('gone.answers.yaml')
  expect(Object.keys(made(folder, 'o'))).toEqual(expect.arrayContaining(['c/a.json', 'c/b.json']))
})

test('two runs do not write to one folder; a lock that a killed run has left is no lock', async () => {
  const folder = new Folder(firms(3)).withTiny()
  await folder.run(['batch', 'c', '-o', 'o', ...rulesets])
  expect(existsSync(folder.at('o/.flowready/lock'))).toBe(false)

  // A run that waits for its input holds the folder.
  const first = spawn(process.execPath, [flowready, 'batch', '-', '-o', 'o', ...rulesets], {
    cwd: folder.path,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = new Promise<number | null>((resolve) => first.on('close', resolve))
  while (!existsSync(folder.at('o/.flowready/lock'))) await new Promise((resolve) => setTimeout(resolve, 20))
  const second = await folder.run(['batch', 'c', '-o', 'o', ...rulesets])
  expect(second.code).toBe(2)
  expect(second.err).toContain("another flowready has 'o' open (o/.flowready/lock says so)")
  first.stdin.end(`${JSON.stringify('c/f1.answers.yaml')}\n`)
  expect(await ended).toBe(0)
  expect((await folder.run(['batch', 'c', '-o', 'o', ...rulesets])).code).toBe(0)

  const gone = { pid: 2 ** 22 - 7, host: hostname(), started: '' }
  writeFileSync(folder.at('o/.flowready/lock'), `${JSON.stringify(gone)}\n`)
  expect((await folder.run(['batch', 'c', '-o', 'o', ...rulesets])).code).toBe(0)
})

test('GNU parallel shares shards out, and feeds filters', ({ skip }) => {
  if (spawnSync('parallel', ['--version'], { stdio: 'ignore' }).status !== 0) return skip('GNU parallel is not here')
  const folder = new Folder(firms(24)).withTiny()
  const parallel = (args: readonly string[], input = '') =>
    execFileSync('parallel', ['--will-cite', '-j2', ...args], { cwd: folder.path, input, encoding: 'utf8' })
  const batch = `${process.execPath} ${flowready} batch`
  const rest = `--rulesets ${folder.at('rulesets')} --quiet`
  parallel([`${batch} c -o shared ${rest} --jobs 1 --shard {}/3`, ':::', '1', '2', '3'])
  execFileSync(process.execPath, [flowready, 'batch', 'merge', 'shared'], { cwd: folder.path, stdio: 'ignore' })
  execFileSync(process.execPath, [flowready, 'batch', 'c', '-o', 'one', ...rulesets], {
    cwd: folder.path,
    stdio: 'ignore',
  })
  expect(made(folder, 'shared')).toEqual(made(folder, 'one'))

  const lines = Object.keys(firms(24)).map((path) => JSON.stringify(path))
  const out = parallel(
    ['--pipe', '--round-robin', '--block', '200', `${batch} - --format ndjson ${rest}`],
    `${lines.join('\n')}\n`,
  )
  const inputs = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { input: string; outcome: string })
  expect(inputs.map(({ input }) => input).sort()).toEqual(Object.keys(firms(24)).sort())
  expect(new Set(inputs.map(({ outcome }) => outcome))).toEqual(new Set(['scored']))
})
