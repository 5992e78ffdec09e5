#!/usr/bin/env node
// The program's way in: what a run needs of the process, and nothing else. What it does begins in src/cli/main.ts.

// Not by `import`, which readies all of each module, streams of files included, whether it is used or not.
const { existsSync, readFileSync, writeSync } = process.getBuiltinModule('node:fs')
const { fileURLToPath } = process.getBuiltinModule('node:url')

const home = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(`${home}package.json`, 'utf8'))
const argv = process.argv.slice(2)

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // Answered before anything is loaded, the stream of standard output included.
  try {
    writeSync(1, `${version}\n`)
  } catch (error) {
    if (error.code !== 'EPIPE') process.stdout.write(`${version}\n`)
  }
} else if (existsSync(`${home}dist/cli/main.js`)) {
  await run()
} else {
  process.stderr.write(`flowready is not built yet: run 'npm run build' in ${home}\n`)
  process.exitCode = 2
}

async function run() {
  const interruption = new AbortController()
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // The listener stays: where there is none but its own, the library behind the prompts ends the process at once.
    process.on(signal, () => {
      if (stopping) return die()
      stopping = true
      // A worker finishes what it was handed, and says itself how it ended.
      if (argv[0] === 'worker') return interruption.abort()
      process.exitCode = 130
      interruption.abort()
      // What was begun has a moment to finish. Then the signal does what it does by itself, which also ends a read that blocks.
      setTimeout(die, 2000).unref()
    })
  }
  // A reader that has seen enough (`| head -1`) is no error; anything else means that results were lost.
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE' || process.exitCode === 130) return
    process.exitCode = 2
    process.stderr.write(`error: standard output could not be written (${error.code ?? error.message})\n`)
  })
  let stderr
  const { main } = await import('../dist/cli/main.js')
  const code = await main({
    argv,
    cwd: process.cwd(),
    env: process.env,
    // Opening a stream costs time: only when it is used.
    get stdin() {
      return process.stdin
    },
    stdout: process.stdout,
    get stderr() {
      return (stderr ??= process.stderr.on('error', () => {}))
    },
    now: () => new Date(),
    version,
    columns: process.stdout.columns,
    signal: interruption.signal,
    home,
  })
  // Never process.exit: it would cut off what a pipe has not taken yet.
  process.exitCode ||= code
  if (interruption.signal.aborted) process.stdin.destroy()
}

/** Ends the process as an interruption does. */
function die() {
  process.removeAllListeners('SIGINT')
  process.kill(process.pid, 'SIGINT')
}
