// Speed as ratios against a floor measured in the same run: these machines are noisy, single milliseconds mean nothing.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load, CORE_SCHEMA } from 'js-yaml'
import { root } from '../schemas.js'
import { batch } from './batch.js'
import { engines } from './engines.js'
import { pdf } from './pdf.js'
import { queue } from './queue.js'

// It costs Node 20 about 65 ms at every start, and would hide what is measured.
delete process.env.NODE_EXTRA_CA_CERTS

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const folder = mkdtempSync(join(tmpdir(), 'flowready-bench-'))
const rows = []
const row = (what, ratio, budget, floor) => rows.push({ what, ratio, budget, floor })
const measured = []
const table = (what, ms, kilobytes) => measured.push({ what, ms, kilobytes })

const ruleset = 'rulesets/cross-boundary-data-flow'
const example = `${ruleset}/examples/harbour-payments.answers.yaml`

function startUp() {
  const script = (name, text) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const empty = script('empty.mjs', '')
  // The least that any program does that reads these answers and prints a report of this size: nothing is worked out.
  const least = (yaml, json) =>
    script(
      'least.mjs',
      `import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from ${JSON.stringify(import.meta.resolve('js-yaml'))}
load(readFileSync(${JSON.stringify(yaml)}, 'utf8'), { schema: CORE_SCHEMA })
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(${JSON.stringify(json)}, 'utf8')), null, 2))`,
    )
  const flowready = `${root}/bin/flowready.js`
  // The program with its largest ruleset alone: no cases, no examples, no translations. As a ruleset of somebody else's it
  // would be told at length that its ids begin with other words than its own.
  const alone = join(folder, 'alone')
  for (const path of [
    'bin/flowready.js',
    'dist',
    'package.json',
    ...readdirSync(`${root}/rulesets/common`)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `rulesets/common/${name}`),
    `${ruleset}/questionnaire.yaml`,
    `${ruleset}/ids.lock`,
  ])
    cpSync(`${root}/${path}`, join(alone, path), { recursive: true })
  const report = join(folder, 'report.json')
  execFileSync(process.execPath, [flowready, 'score', example, '--format', 'json', '-o', report, '-q'], { cwd: root })
  const runs = {
    empty: [empty],
    '--version': [flowready, '--version'],
    '--help': [flowready, '--help'],
    completion: [flowready, 'completion', 'bash'],
    'score, JSON out': [flowready, 'score', example, '--format', 'json'],
    '  of it: js-yaml reads, JSON.stringify prints': [least(`${root}/${example}`, report)],
    'validate, one ruleset, one language': [join(alone, 'bin/flowready.js'), 'validate', join(alone, ruleset)],
  }
  const budgets = {
    '--version': 1.15,
    '--help': 1.3,
    completion: 1.3,
    'score, JSON out': 3,
    'validate, one ruleset, one language': 3,
  }
  const took = inTurns(runs, 21)
  for (const name of Object.keys(runs))
    if (name !== 'empty') row(name, took[name] / took.empty, budgets[name], 'empty script')
}

/** What whole processes take, the median of each: in turns, so that what disturbs one disturbs all. */
function inTurns(runs, rounds) {
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  for (let i = 0; i < rounds; i++) {
    for (const [name, args] of Object.entries(runs)) {
      const start = performance.now()
      // Into a pipe, as other programs run it.
      const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      if (status !== 0) throw new Error(`${name} ended with ${status}`)
      times[name].push(performance.now() - start)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

/** Everything shipped, every check, three languages, against only reading and parsing the same files. */
function validation() {
  const floor = join(folder, 'floor.mjs')
  writeFileSync(
    floor,
    `import { parse } from ${JSON.stringify(import.meta.resolve('yaml'))}
import { readdirSync, readFileSync } from 'node:fs'
for (const name of readdirSync('rulesets', { recursive: true }))
  if (name.endsWith('.yaml')) parse(readFileSync('rulesets/' + name, 'utf8'))`,
  )
  const runs = { floor: [floor], validate: [`${root}/bin/flowready.js`, 'validate', 'rulesets'] }
  const took = inTurns(runs, 7)
  row('validate, all, every check', took.validate / took.floor, 2, 'reading and parsing them with yaml')
}

/** Warm, in one process: evaluating the example against reading and parsing the files it is made of. */
async function evaluation() {
  const { answersFor, assess, buildReport, loadRuleset, readAnswers, scoreAssessment, wordsIn } = await import(
    `${root}/dist/index.js`
  )
  const files = [
    'common/sources',
    'common/scales',
    'common/bands',
    'common/firm',
    'common/flows',
    'cross-boundary-data-flow/questionnaire',
  ]
    .map((name) => `${root}/rulesets/${name}.yaml`)
    .concat(`${root}/${example}`)
  const library = {
    file: (path) =>
      existsSync(`${root}/rulesets/${path}`)
        ? { file: path, text: readFileSync(`${root}/rulesets/${path}`, 'utf8') }
        : undefined,
    ids: () => readdirSync(`${root}/rulesets`),
  }
  const { ruleset } = await loadRuleset(library, 'cross-boundary-data-flow')
  const source = { file: example, text: readFileSync(`${root}/${example}`, 'utf8') }
  const { answers } = answersFor(ruleset, source, readAnswers(source).written)
  const words = wordsIn('en')
  const work = {
    'reading and parsing': () => files.map((file) => load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA })),
    'evaluation (values, states, range, ledger)': () => scoreAssessment(assess(ruleset, answers)),
    'evaluation and the whole report': () =>
      buildReport(scoreAssessment(assess(ruleset, answers)), { words, language: 'en', generatorVersion: '0' }),
  }
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]))
  for (let i = 0; i < 120; i++) {
    for (const [name, run] of Object.entries(work)) {
      const start = performance.now()
      run()
      if (i >= 40) times[name].push(performance.now() - start)
    }
  }
  const floor = median(times['reading and parsing'])
  row(
    'evaluation (values, states, range, ledger)',
    median(times['evaluation (values, states, range, ledger)']) / floor,
    1,
    'reading and parsing its files',
  )
  row(
    'evaluation and the whole report',
    median(times['evaluation and the whole report']) / floor,
    1,
    'reading and parsing its files',
  )
}

function tarball() {
  const [{ size }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  row('packed tarball, MB', size / 1e6, 12, 'absolute')
}

try {
  startUp()
  validation()
  await evaluation()
  await engines(folder, row, table)
  await batch(folder, row, table)
  await queue(folder, row, table)
  await pdf(folder, row)
  tarball()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(
  `Node ${process.versions.node}\n\n${'what'.padEnd(46)}${'ratio'.padStart(7)}${'budget'.padStart(8)}   floor\n`,
)
for (const { what, ratio, budget, floor } of rows) {
  process.stdout.write(
    `${what.padEnd(46)}${ratio.toFixed(2).padStart(7)}${(budget?.toFixed(2) ?? '').padStart(8)}   ${floor}${ratio > budget ? '   OVER' : ''}\n`,
  )
}
process.stdout.write(`\nOn this machine, at this hour:\n`)
for (const { what, ms, kilobytes } of measured) {
  const time = ms < 10 ? `${ms.toFixed(3)} ms` : `${(ms / 1000).toFixed(2)} s`
  const peak = kilobytes === undefined ? '' : `   ${(kilobytes / 1024).toFixed(0)} MB at most`
  process.stdout.write(`${what.padEnd(46)}${time.padStart(12)}${peak}\n`)
}
