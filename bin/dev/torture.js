// Kills the program at random instants and looks at what is left of answers and reports.
//   node bin/dev/torture.js [TIMES]      the interview 1000 times unless told, each of the others a tenth as often;
//                                        tests/interview/assess-process.test.ts and tests/faults/kills.test.ts a few times;
//                                        and for every 250 a batch over a queue, with its workers and its Redis
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CORE_SCHEMA, load } from 'js-yaml'
import { commands, kill as killCommand, whole } from './kills.js'
import { kills } from './queue.js'
import { Terminal } from './screens.js'

const ruleset = 'lawful-requests'
const file = `${ruleset}.answers.yaml`

/** An interview in a folder of its own, which answers whatever it is asked until it is stopped. */
export class Interview {
  constructor(cwd = mkdtempSync(join(tmpdir(), 'flowready-torture-'))) {
    this.cwd = cwd
    this.terminal = new Terminal(['assess', ruleset, '--as-at', '2026-11-20'], { cwd })
    /** How many answers were followed by another screen: these are said to be saved. */
    this.saved = 0
  }

  get text() {
    return existsSync(join(this.cwd, file)) ? readFileSync(join(this.cwd, file), 'utf8') : undefined
  }

  /** Begins: the first page, the firm, who answers. */
  async begin() {
    const { terminal } = this
    for (const [shows, keys] of [
      ['Enter: go on', '\r'],
      ['name of your firm', 'Torture Ltd\r'],
      ['Who is answering', 'T\r'],
    ]) {
      await terminal.until((it) => it.text.includes(shows))
      terminal.type(keys)
    }
    await terminal.until((it) => it.text.includes('Question 1 of'))
  }

  /** Says "unsure" to one question after another, each when it is there, until the program is gone or asks no more. */
  async answer() {
    const { terminal } = this
    for (let number = 1; ; number++) {
      await terminal.until((it) => it.over || new RegExp(`Question ${number} of|What now`).test(it.text))
      if (terminal.over || terminal.text.includes('What now')) return
      this.saved = number - 1
      terminal.type('u')
    }
  }

  remove() {
    this.terminal.close()
    rmSync(this.cwd, { recursive: true, force: true })
  }
}

/** How many answers a file holds; throws where it is no whole answers file. */
export function answersIn(text) {
  const { ruleset: id, firm, answers = {} } = load(text, { schema: CORE_SCHEMA })
  if (id !== ruleset || firm.name !== 'Torture Ltd') throw new Error(`not the file that was written:\n${text}`)
  return Object.keys(answers).length
}

/**
 * Kills an interview some time after it began.
 * @param after milliseconds
 * @returns what was acknowledged, and what is there
 */
export async function kill(after) {
  const interview = new Interview()
  try {
    await interview.begin()
    const answering = interview.answer()
    const timer = setTimeout(() => interview.terminal.pty.kill('SIGKILL'), after)
    await answering
    clearTimeout(timer)
    interview.terminal.close()
    await interview.terminal.ended
    const { saved, text } = interview
    return { saved, found: answersIn(text ?? '') }
  } finally {
    interview.remove()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const times = Number(process.argv[2] ?? 1000)
  let lost = 0
  for (let i = 0; i < times; i++) {
    const after = Math.random() * 800
    const { saved, found } = await kill(after)
    // The answer being given may be there already; one that was followed by another question must be.
    if (found < saved || found > saved + 1) {
      lost++
      process.stdout.write(`after ${after.toFixed(1)} ms: ${saved} answers acknowledged, ${found} found\n`)
    }
    if ((i + 1) % 50 === 0) process.stdout.write(`${i + 1} kills, ${lost} with an answer lost\n`)
  }
  for (const name of Object.keys(commands)) {
    const { files, takes } = whole(name)
    for (let i = 0; i < times / 10; i++) {
      const wrong = await killCommand(name, files, Math.random() * takes)
      if (wrong.length > 0) lost++
      process.stdout.write(wrong.map((it) => `${it}\n`).join(''))
    }
    process.stdout.write(`${name}: ${Math.ceil(times / 10)} kills, ${lost} with something lost in all\n`)
  }
  for (let i = 0; i < times / 250; i++) if (!(await kills(1000, { resumed: true }))) lost++
  process.exitCode = lost > 0 ? 1 : 0
}
