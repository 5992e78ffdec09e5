/** The program itself, as a shell runs it: pipes, signals, what it loads. It runs what `npm run build` made. */
import { execFile, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { answers, Folder, home } from './run.js'

const program = join(home, 'bin/flowready.js')
const folder = new Folder().withTiny()
for (let i = 0; i < 30; i++) folder.write(`clients/${String(i).padStart(2, '0')}.answers.yaml`, answers(`Firm ${i}`))
const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1' }
const shell = (line: string) =>
  spawnSync('bash', ['-o', 'pipefail', '-c', line.replaceAll('flowready', `'${process.execPath}' '${program}'`)], {
    cwd: folder.path,
    env,
    encoding: 'utf8',
    timeout: 50_000,
  })

const scratch = mkdtempSync(join(tmpdir(), 'flowready-binary-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test.each(['--version', '-V'])('%s', (flag) => {
  const { status, stdout, stderr } = shell(`flowready ${flag}`)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('the version is said without anything being loaded', () => {
  // A copy without dist/ still knows it.
  mkdirSync(join(scratch, 'bin'))
  copyFileSync(join(home, 'package.json'), join(scratch, 'package.json'))
  copyFileSync(program, join(scratch, 'bin/flowready.js'))
  expect(spawnSync(process.execPath, [join(scratch, 'bin/flowready.js'), '-V'], { encoding: 'utf8' }).stdout).toMatch(
    /^\d/,
  )
  const unbuilt = spawnSync(process.execPath, [join(scratch, 'bin/flowready.js'), 'list'], { encoding: 'utf8' })
  expect(unbuilt.status).toBe(2)
  expect(unbuilt.stderr).toContain("run 'npm run build'")
})

test('more than a pipe holds arrives whole', () => {
  const { status, stdout, stderr } = shell('flowready score clients --rulesets rulesets --format json | (sleep 1; cat)')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const lines = stdout.trim().split('\n')
  expect(stdout.length).toBeGreaterThan(65_536)
  expect(lines).toHaveLength(30)
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
})

test('a pipe that does not wait for its reader loses nothing', () => {
  const { status, stdout, stderr } = shell(
    `(perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, O_WRONLY | O_NONBLOCK)'; flowready score clients --rulesets rulesets --format json) | (sleep 1; cat)`,
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.trim().split('\n')).toHaveLength(30)
})

test('a reader that has seen enough is no error', () => {
  const { status, stdout, stderr } = shell('flowready score clients --rulesets rulesets --format json | head -1')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.split('\n')).toHaveLength(2)
})

test('a reader that has seen enough does not hide what went wrong', () => {
  const { status } = shell('flowready score clients nowhere --rulesets rulesets --format json 2>/dev/null | head -1')
  expect(status).toBe(1)
})

test('results that cannot be written are an error', () => {
  const { status, stderr } = shell('flowready list > /dev/full')
  expect(status).toBe(2)
  expect(stderr).toContain('standard output could not be written')
})

test('standard input by a pipe, by a file, by /dev/stdin', () => {
  const file = 'clients/07.answers.yaml'
  for (const line of [
    `cat ${file} | flowready score -`,
    `flowready score - < ${file}`,
    `cat ${file} | flowready score /dev/stdin`,
    `flowready score <(cat ${file})`,
  ]) {
    const { status, stdout, stderr } = shell(line.replace('score', 'score --rulesets rulesets'))
    expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: '' })
    expect(stdout).toMatch(/^Firm 7\n/)
  }
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s while it waits for input: 130, said, at once',
  async (signal) => {
    const child = spawn(process.execPath, [program, 'score', '-'], {
      cwd: folder.path,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let stderr = ''
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
      child.on('exit', (code, by) => resolve({ code, signal: by })),
    )
    // Long enough to be waiting, on a slow machine too: it says nothing that could be waited for.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    child.kill(signal)
    expect(await ended).toEqual({ code: 130, signal: null })
    expect(stderr).toBe('Interrupted.\n')
  },
)

test('a pipe that nobody writes to does not keep it from ending', async () => {
  spawnSync('mkfifo', [folder.at('pipe')])
  const child = spawn(process.execPath, [program, 'score', 'pipe'], { cwd: folder.path, env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.on('exit', (code, by) => resolve({ code, by })))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  child.kill('SIGINT')
  // A read that blocks is ended by the signal itself, which a shell shows as 130 as well.
  expect([
    { code: 130, by: null },
    { code: null, by: 'SIGINT' },
  ]).toContainEqual(await ended)
})

test('through a link, as npm puts it on the path', () => {
  symlinkSync(program, join(scratch, 'flowready'))
  const { status, stdout } = spawnSync(join(scratch, 'flowready'), ['show', 'yaml/tab'], { encoding: 'utf8', env })
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Tab used to indent\n/)
})

test('the completion works in a bare bash, read twice, and runs nothing of what stands on the line', async () => {
  const complete = (words: string) => `
    COMP_WORDS=(flowready ${words}) COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)) COMPREPLY=()
    __flowready_complete
    echo "[\${COMPREPLY[@]}]"`
  const script = `
    flowready() { '${process.execPath}' '${program}' "$@"; }
    source <(flowready completion bash)
    source <(flowready completion bash)
    ${complete('sco')}
    ${complete('score --fail')}
    ${complete("show 'cross-b'")}
    ${complete("score '$(touch ran)' --fail")}`
  const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-c', script], { env, cwd: folder.path })
  expect(stdout.split('\n').map((it) => it.trim())).toEqual([
    '[score]',
    '[--fail-below]',
    '[cross-boundary-data-flow]',
    '[--fail-below]',
    '',
  ])
  expect(stderr.replace(/.*compopt: not currently executing.*\n/g, '')).toBe('')
  expect(existsSync(folder.at('ran'))).toBe(false)
})
