/** Runs the command line in this process: an environment of its own, and what came out of it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import type { Environment } from '../../src/cli/environment.js'
import { main } from '../../src/cli/main.js'

export const home = fileURLToPath(new URL('../../', import.meta.url))

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly env?: Record<string, string>
  readonly stdin?: string | Uint8Array
  /** Standard input is a terminal. */
  readonly typing?: boolean
  /** Both outputs are terminals. */
  readonly terminal?: boolean
  readonly columns?: number
  /** The time, such as 2026-11-20T00:00:00Z. */
  readonly now?: string | (() => string)
  readonly signal?: AbortSignal
  /** The program's folder, with the rulesets that it ships. */
  readonly home?: string
  /** Of the program. */
  readonly version?: string
  /** Is told what is said, as it is said. */
  readonly heard?: (text: string) => void
}

const asText = (it: string | Uint8Array): string => (typeof it === 'string' ? it : Buffer.from(it).toString())

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A working folder of its own. */
export class Folder {
  readonly path: string

  /** @param files by path: their content */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.path = mkdtempSync(join(tmpdir(), 'flowready-test-'))
    folders.push(this.path)
    for (const [name, content] of Object.entries(files)) this.write(name, content)
  }

  at(name: string): string {
    return join(this.path, name)
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.at(name)), { recursive: true })
    writeFileSync(this.at(name), content)
  }

  /** Puts the small ruleset of these tests into `rulesets/tiny`. */
  withTiny(): this {
    cpSync(new URL('rulesets/', import.meta.url), this.at('rulesets'), { recursive: true })
    return this
  }

  async run(line: string | readonly string[], options: RunOptions = {}): Promise<Ran> {
    let out = ''
    let err = ''
    const tty = options.terminal === true
    const environment: Environment = {
      argv: typeof line === 'string' ? line.split(' ').filter(Boolean) : line,
      cwd: this.path,
      env: options.env ?? {},
      stdin: {
        isTTY: options.typing === true,
        async *[Symbol.asyncIterator]() {
          await Promise.resolve()
          if (options.stdin !== undefined) yield options.stdin
        },
      },
      stdout: { isTTY: tty, write: (text) => (out += asText(text)) },
      stderr: { isTTY: tty, write: (text) => ((err += asText(text)), options.heard?.(asText(text))) },
      now: () => new Date((typeof options.now === 'function' ? options.now() : options.now) ?? '2026-11-20T00:00:00Z'),
      version: options.version ?? '9.9.9',
      columns: options.columns ?? 80,
      signal: options.signal ?? new AbortController().signal,
      home: options.home ?? home,
    }
    const code = await main(environment)
    return { code, out, err }
  }
}

/** An answers file to the small ruleset. */
export function answers(firm: string, more: Record<string, string> = {}, extra = ''): string {
  const given = { 'tiny.exports': 'no', 'tiny.log': 'all', ...more }
  const lines = Object.entries(given).map(([id, answer]) => `  ${id}: ${answer}\n`)
  return `ruleset: tiny\nrulesetVersion: "1.2.0"\nfirm: {name: ${JSON.stringify(firm)}}\ndate: 2026-11-20\n${extra}answers:\n${lines.join('')}`
}
