// Kills a command at random instants and looks at what is left: whole files, nothing that was there lost, and the same as
// ever once the command has been run again.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './schemas.js'

const examples = join(root, 'rulesets/lawful-requests/examples')
const example = readdirSync(examples)[0]

/** Commands that write, each with where to and what it takes to run it again. */
export const commands = {
  score: { line: ['score', 'clients', '--format', 'json,md', '--output', 'out/'], makes: 'out' },
  batch: { line: ['batch', 'clients', '--format', 'json,md', '--output', 'out', '--jobs', '2'], makes: 'out' },
  merge: {
    line: ['merge', 'clients/1.answers.yaml', 'clients/2.answers.yaml', '-o', 'm.answers.yaml'],
    makes: 'm.answers.yaml',
  },
}

const program = join(root, 'bin/flowready.js')

/** A folder with some answers files. */
function workplace() {
  const cwd = mkdtempSync(join(tmpdir(), 'flowready-kills-'))
  for (let n = 1; n <= 12; n++) cpSync(join(examples, example), join(cwd, 'clients', `${n}.answers.yaml`))
  return cwd
}

/** Every file below, by its path, without what a batch remembers and what was being written. */
function filesIn(path, at = '') {
  if (!existsSync(path)) return {}
  if (statSync(path).isFile()) return { [at]: readFileSync(path, 'utf8') }
  return Object.assign(
    {},
    ...readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .map((name) => filesIn(join(path, name), `${at}/${name}`)),
  )
}

/** What a command makes when nobody kills it, and how long it takes. */
export function whole(name) {
  const cwd = workplace()
  try {
    const started = performance.now()
    spawnSync(process.execPath, [program, ...commands[name].line], { cwd })
    return { files: filesIn(join(cwd, commands[name].makes)), takes: performance.now() - started }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

/** @returns what is wrong after a kill @param after milliseconds */
export async function kill(name, expected, after) {
  const cwd = workplace()
  const { line, makes } = commands[name]
  const given = filesIn(join(cwd, 'clients'))
  const wrong = []
  const differs = (files, when) => {
    for (const [path, text] of Object.entries(files))
      if (text !== expected[path]) wrong.push(`${name}, killed after ${after.toFixed(0)} ms: ${path} ${when}`)
  }
  try {
    const child = spawn(process.execPath, [program, ...line], { cwd, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('close', resolve))
    const timer = setTimeout(() => child.kill('SIGKILL'), after)
    await ended
    clearTimeout(timer)
    differs(filesIn(join(cwd, makes)), 'is not whole')
    if (JSON.stringify(filesIn(join(cwd, 'clients'))) !== JSON.stringify(given))
      wrong.push(`${name}: answers were changed`)
    // A merged file that is there already is never written over.
    if (!existsSync(join(cwd, makes)) || makes === 'out') spawnSync(process.execPath, [program, ...line], { cwd })
    const again = filesIn(join(cwd, makes))
    differs(again, 'is not what it should be after another run')
    if (Object.keys(again).length !== Object.keys(expected).length)
      wrong.push(`${name}, killed after ${after.toFixed(0)} ms: another run makes ${Object.keys(again).length} files`)
    return wrong
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}
