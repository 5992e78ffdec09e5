import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
      'package.json',
      'rulesets',
      'templates',
    ])
    expect(size).toBeLessThan(12e6)
    const needed = [
      /^(?:CHANGELOG\.md|LICENSE|README\.md|package\.json|bin\/flowready\.js|dist\/index\.js)$/,
      /^dist\/(?:cli|parts)\/[\w.-]+\.js$/,
      /^dist\/shipped\/[\w-]+\.(?:en|zh-Hant|zh-Hans)$/,
      /^dist\/types\/.*\.d\.ts$/,
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
