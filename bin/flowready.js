#!/usr/bin/env node
// The program's way in: what a run needs of the process, and nothing else. What it does begins in src/cli/main.ts.

// Not by `import`, which readies all of each module, streams of files included, whether it is used or not.
const { existsSync, fstatSync, readFileSync, writeSync } = process.getBuiltinModule('node:fs')
const { fileURLToPath } = process.getBuiltinModule('node:url')

const home = fileURLToPath(new URL('..', import.meta.url))
const argv = process.argv.slice(2)

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // Answered before anything is loaded, the stream of standard output included.
  try {
    writeSync(1, `${ownVersion()}\n`)
  } catch (error) {
    if (error.code !== 'EPIPE') process.stdout.write(`${ownVersion()}\n`)
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
  const stdout = outputAtOnce()
  let stderr, version
  const { main } = await import('../dist/cli/main.js')
  const code = await main({
    argv,
    cwd: process.cwd(),
    env: process.env,
    // Reading a file and opening a stream cost time: only when they are used.
    get version() {
      return (version ??= ownVersion())
    },
    get stdin() {
      return process.stdin
    },
    stdout,
    get stderr() {
      return (stderr ??= process.stderr.on('error', () => {}))
    },
    now: () => new Date(),
    columns: stdout.columns,
    signal: interruption.signal,
    home,
  })
  // Never process.exit: it would cut off what a pipe has not taken yet.
  process.exitCode ||= code
  if (interruption.signal.aborted) process.stdin.destroy()
}

function ownVersion() {
  return JSON.parse(readFileSync(`${home}package.json`, 'utf8')).version
}

/** Ends the process as an interruption does. */
function die() {
  process.removeAllListeners('SIGINT')
  process.kill(process.pid, 'SIGINT')
}

/**
 * Standard output. A terminal is a stream of node's; into a pipe or a file is written at once, as node does too, but without
 * the stream, which takes as long to make as help takes to print.
 */
function outputAtOnce() {
  let [stream, failed] = [undefined, false]
  try {
    if (fstatSync(1).isCharacterDevice()) return standardOutput()
  } catch {
    return standardOutput()
  }
  return {
    get destroyed() {
      return stream?.destroyed ?? failed
    },
    write(content) {
      if (stream) return stream.write(content)
      let rest = Buffer.from(content)
      while (rest.length > 0 && !failed) {
        try {
          rest = rest.subarray(writeSync(1, rest))
        } catch (error) {
          if (error.code === 'EAGAIN') {
            // A pipe that does not wait for its reader: the stream waits.
            stream = standardOutput()
            return stream.write(rest)
          }
          failed = true
          outputFailed(error)
        }
      }
      return true
    },
    once: (event, listener) => stream?.once(event, listener),
  }
}

function standardOutput() {
  return process.stdout.on('error', outputFailed)
}

/** A reader that has seen enough (`| head -1`) is no error; anything else means that results were lost. */
function outputFailed(error) {
  if (error.code === 'EPIPE' || process.exitCode === 130) return
  process.exitCode = 2
  process.stderr.write(`error: standard output could not be written (${error.code ?? error.message})\n`)
}
