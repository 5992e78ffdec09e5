import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../bin/dev/schemas.js'

/** What a stranger gets: the packed tarball, installed into an empty folder, run there. */
describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowready-package-'))
  const home = join(folder, 'node_modules/flowready')
  const example = join(home, 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml')
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  let size = 0
  let files: string[] = []

  beforeAll(() => {
    // The build stands (`pretest`); packing again from its own scripts would pull it away from under other tests.
    const packed = JSON.parse(
      run('npm', 'pack', root, '--json', '--silent', '--ignore-scripts', '--pack-destination', folder),
    ) as { filename: string; size: number; files: { path: string }[] }[]
    size = packed[0]!.size
    files = packed[0]!.files.map(({ path }) => path)
    writeFileSync(join(folder, 'package.json'), '{"private": true}')
    run(
      'npm',
      'install',
      '--silent',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--ignore-scripts',
      join(folder, packed[0]!.filename),
    )
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('runs from npx', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(run('npx', 'flowready', '--version')).toBe(`${version}\n`)
    expect(run('npx', 'flowready', 'score', example)).toContain('Harbour Payments Ltd')
    expect(run('npx', 'flowready', 'test', join(home, 'rulesets'))).toContain('passed, 0 failed')
  })

  describe('its workflow for GitHub', () => {
    interface Step {
      readonly name?: string
      readonly run?: string
      readonly uses?: string
    }
    interface Workflow {
      readonly env: Record<string, string>
      readonly jobs: { readonly check: { readonly steps: readonly Step[] } }
    }
    const workflow = load(readFileSync(join(root, 'templates/ci/github.yml'), 'utf8')) as Workflow
    const commands = workflow.jobs.check.steps.flatMap(({ run }) => (run === undefined ? [] : [run]))
    const site = join(folder, 'site')

    /** Every step that is a command, as a runner takes it: one after another, whatever became of those before. */
    const steps = (...more: readonly string[]) => {
      const summary = join(folder, 'summary.md')
      rmSync(summary, { force: true })
      const ran = [...commands.slice(1), ...more].map((command) => {
        const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-c', command], {
          cwd: site,
          encoding: 'utf8',
          env: {
            PATH: `${join(folder, 'node_modules/.bin')}:${process.env.PATH}`,
            HOME: folder,
            RULESETS: workflow.env.RULESETS,
            GITHUB_BASE_REF: 'main',
            GITHUB_STEP_SUMMARY: summary,
            npm_config_offline: 'true',
          },
        })
        return { command, status, stdout, stderr }
      })
      return { ran, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' }
    }
    const results = () =>
      (JSON.parse(readFileSync(join(site, 'flowready.sarif'), 'utf8')) as { runs: { results: { ruleId: string }[] }[] })
        .runs[0]!.results
    const elsewhere = /^npx .*$/m.exec(
      readFileSync(join(root, 'README.md'), 'utf8').split('## Check rulesets in CI')[1]!,
    )![0]

    beforeAll(() => {
      mkdirSync(site)
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args], {
          cwd: site,
          stdio: 'ignore',
        })
      execFileSync('npx', ['flowready', 'new', 'ruleset', 'acme', '-o', 'site/rulesets'], {
        cwd: folder,
        stdio: 'ignore',
      })
      git('init', '-q')
      git('add', '.')
      git('commit', '-qm', 'one')
      git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    })

    it('installs this version, and its commands are those that the README says', () => {
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
      expect(workflow.env.FLOWREADY).toBe(`flowready@${version}`)
      expect(commands).toEqual([
        'npm install --global --ignore-scripts "$FLOWREADY"',
        'flowready validate "$RULESETS" --format github --max-warnings 0',
        'flowready test "$RULESETS" --format github',
        'flowready validate "$RULESETS" --since "origin/$GITHUB_BASE_REF"',
        'flowready validate "$RULESETS" --format sarif > flowready.sarif || [ $? -eq 1 ]',
      ])
      const readme = readFileSync(join(root, 'README.md'), 'utf8').split('## Check rulesets in CI')[1]!
      expect(readme).toContain('flowready validate rulesets/ --max-warnings 0\nflowready test rulesets/\n')
    })

    it('passes a ruleset that is right', () => {
      const { ran, summary } = steps(elsewhere)
      expect(ran.map(({ command, status, stderr }) => [command, status, status === 0 ? '' : stderr])).toEqual(
        ran.map(({ command }) => [command, 0, '']),
      )
      expect(summary).toBe('')
      expect(results()).toEqual([])
      expect(readFileSync(join(site, 'flowready.xml'), 'utf8')).toContain('failures="0"')
    })

    it('stops one that is not, and says where', () => {
      const file = join(site, 'rulesets/acme/questionnaire.yaml')
      const before = readFileSync(file, 'utf8')
      writeFileSync(
        file,
        before.replace('fact: acme.people', 'fact: acme.peple').replace(/^ +- \{id: partly, .*\n/m, ''),
      )
      const { ran, summary } = steps(elsewhere)
      writeFileSync(file, before)
      expect(ran.map(({ status }) => status)).toEqual([1, 1, 1, 0, 1])
      expect(ran[0]!.stdout).toMatch(
        /^::error file=rulesets\/acme\/questionnaire\.yaml,line=\d+,.*title=ruleset\/unknown-name::.*acme\.peple/m,
      )
      expect(summary).toContain('| --- | --- | --- | --- |')
      expect(results().map(({ ruleId }) => ruleId)).toContain('ruleset/unknown-name')
      expect(readFileSync(join(site, 'flowready.xml'), 'utf8')).toContain('type="ruleset/unknown-name"')
    })
  })

  it('has an API', () => {
    writeFileSync(
      join(folder, 'use.mjs'),
      `import { loadRuleset, wordsIn } from 'flowready'
       const { diagnostics } = await loadRuleset({ file: () => undefined, ids: () => [] }, 'none')
       console.log(diagnostics[0].code, wordsIn('en').report.yes)`,
    )
    expect(run(process.execPath, 'use.mjs')).toBe('ruleset/unknown-name yes\n')
  })

  it('holds what is needed, and nothing of the workshop', () => {
    expect(existsSync(join(home, 'rulesets/schema/report.schema.json'))).toBe(true)
    expect(readdirSync(home).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'docs',
      'package.json',
      'rulesets',
      'templates',
    ])
    expect(size).toBeLessThan(12e6)
    const needed = [
      /^(?:CHANGELOG\.md|LICENSE|README\.md|package\.json|bin\/flowready\.js|dist\/index\.js)$/,
      /^dist\/(?:cli|parts)\/[\w.-]+\.js$/,
      /^dist\/shipped\/[\w-]+\.(?:en|zh-Hant|zh-Hans)$/,
      /^dist\/completion\/[a-z]+$/,
      /^dist\/types\/.*\.d\.ts$/,
      /^docs\/checks\/(?:README|[a-z]+\/[a-z-]+)\.md$/,
      /^rulesets\/(?:README\.md|schema\/[\w-]+\.schema\.json|common\/[\w-]+\.yaml)$/,
      /^rulesets\/[\w-]+\/(?:(?:questionnaire|actions)\.yaml|ids\.lock)$/,
      /^rulesets\/[\w-]+\/i18n\/zh-Han[ts]\.(?:yaml|lock)$/,
      /^rulesets\/[\w-]+\/(?:cases|migrations)\/[\w.-]+\.yaml$/,
      /^rulesets\/[\w-]+\/examples\/[\w.-]+\.answers\.yaml$/,
      /^templates\/(?:fonts|html|themes|ci|new)\/[\w./-]+$/,
    ]
    expect(files.filter((file) => !needed.some((it) => it.test(file)))).toEqual([])
    expect(files.filter((file) => /\.(?:map|test\.\w+|tsbuildinfo)$|node_modules/.test(file))).toEqual([])
  })
})
