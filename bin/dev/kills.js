// Kills a command at random instants and looks at what is left: whole files, nothing that was there lost, and the same as
// ever once the command has been run again.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './schemas.js'

const examples = join(root, 'rulesets/lawful-requests/examples')
const example = readdirSync(examples)[0]

const migrations = join(root, 'tests/cases/migrations')
const migrate = ['migrate', 'older.answers.yaml', '--rulesets', 'rulesets']

/** Commands that write, and where to. */
export const commands = {
  score: { line: ['score', 'clients', '--format', 'json,md', '--output', 'out/'], makes: 'out' },
  batch: { line: ['batch', 'clients', '--format', 'json,md', '--output', 'out', '--jobs', '2'], makes: 'out' },
  merge: {
    line: ['merge', 'clients/1.answers.yaml', 'clients/2.answers.yaml', '-o', 'm.answers.yaml'],
    makes: 'm.answers.yaml',
  },
  migrate: { line: [...migrate, '-o', 'newer.answers.yaml'], makes: 'newer.answers.yaml' },
  // The file that was there, or the one that takes its place: nothing between them, and nothing else.
  'migrate in place': { line: migrate, makes: 'older.answers.yaml' },
}

const program = join(root, 'bin/flowready.js')

/** A folder with some answers files. */
function workplace() {
  const cwd = mkdtempSync(join(tmpdir(), 'flowready-kills-'))
  for (let n = 1; n <= 12; n++) cpSync(join(examples, example), join(cwd, 'clients', `${n}.answers.yaml`))
  cpSync(join(migrations, 'rulesets'), join(cwd, 'rulesets'), { recursive: true })
  cpSync(join(migrations, 'files/chain.yaml'), join(cwd, 'older.answers.yaml'))
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
  const given = filesIn(cwd)
  const wrong = []
  const say = (what) => wrong.push(`${name}, killed after ${after.toFixed(0)} ms: ${what}`)
  const made = () => filesIn(join(cwd, makes))
  const before = made()
  try {
    const child = spawn(process.execPath, [program, ...line], { cwd, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('close', resolve))
    const timer = setTimeout(() => child.kill('SIGKILL'), after)
    await ended
    clearTimeout(timer)
    const left = made()
    for (const [path, text] of Object.entries(left))
      if (text !== expected[path] && text !== before[path]) say(`${path} is not whole`)
    for (const path of Object.keys(before)) if (left[path] === undefined) say(`${path} is gone`)
    for (const [path, text] of Object.entries(filesIn(cwd)))
      if (given[path] !== undefined && !path.startsWith(`/${makes}`) && text !== given[path]) say(`${path} was changed`)
    // A file of answers that is there already is never written over.
    if (makes === 'out' || Object.keys(left).length === 0 || left[''] === before[''])
      spawnSync(process.execPath, [program, ...line], { cwd })
    const again = made()
    for (const [path, text] of Object.entries(again))
      if (text !== expected[path]) say(`${path} is not what it should be after another run`)
    const [found, wanted] = [again, expected].map((files) => Object.keys(files).length)
    if (found !== wanted) say(`another run makes ${found} files`)
    return wrong
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}
