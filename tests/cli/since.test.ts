/** `flowready validate --since`: a release compared with what was before it, in a folder or at a commit. */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Folder } from './run.js'

const git = (folder: Folder, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder.path,
    stdio: 'pipe',
  })

async function started(): Promise<Folder> {
  const folder = new Folder()
  await folder.run('new ruleset acme -o sets')
  return folder
}
const edit = (folder: Folder, file: string, from: string | RegExp, to: string): void => {
  const before = readFileSync(folder.at(file), 'utf8')
  expect(before).toMatch(from)
  folder.write(file, before.replace(from, to))
}
const questionnaire = 'sets/acme/questionnaire.yaml'
/** An option goes, and the answers that hold it with it. */
const drop = (folder: Folder) => {
  edit(folder, questionnaire, /^ +- \{id: partly, .*\n/m, '')
  edit(folder, questionnaire, 'attains: 0.5}', 'attains: 1}')
}
const codesOf = (out: string): string[] =>
  (JSON.parse(out) as { diagnostics: { code: string }[] }).diagnostics
    .map((it) => it.code)
    .filter((code) => /^(?:check\/(?:id-|option-d|meaning|version)|ruleset\/id-|migration)/.test(code))

test('against a commit: nothing changed, then an option dropped, then a major version with a migration', async () => {
  const folder = await started()
  git(folder, 'init', '-q')
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', 'one')
  git(folder, 'tag', 'v1')
  const since = (ref: string) => folder.run(`validate sets/acme --since ${ref} --format json`)
  expect(codesOf((await since('v1')).out)).toEqual([])
  expect((await folder.run('validate sets/acme --since v1')).code).toBe(0)

  drop(folder)
  const dropped = await since('v1')
  expect(dropped.code).toBe(1)
  expect(codesOf(dropped.out)).toEqual(expect.arrayContaining(['check/option-dropped', 'check/version-behind']))
  expect((await folder.run('validate sets --since HEAD')).out).toContain("lost the option 'partly' of version 1.0.0")

  edit(folder, questionnaire, 'version: "1.0.0"', 'version: "2.0.0"')
  const major = codesOf((await since('v1')).out)
  expect(major).toEqual(expect.arrayContaining(['check/option-dropped', 'migration/missing']))
  expect(major).not.toContain('check/version-behind')

  folder.write(
    'sets/acme/migrations/1-2.yaml',
    'from: "1"\nto: "2"\noptions:\n  - {id: acme.contract, map: {partly: unsure}}\n',
  )
  expect(codesOf((await since('v1')).out)).toEqual([])
})

test('against a folder: of rulesets, or of the ruleset itself under any name', async () => {
  const folder = await started()
  cpSync(folder.at('sets'), folder.at('old'), { recursive: true })
  cpSync(folder.at('sets/acme'), folder.at('kept/acme-1.0.0'), { recursive: true })
  edit(folder, questionnaire, 'id: acme.people\n    type: number', 'id: acme.people\n    type: text')
  edit(folder, questionnaire, /^ {4}integer: true\n {4}min: 0\n/m, '')
  edit(folder, questionnaire, 'holds: {fact: acme.people, atLeast: 1000}', 'holds: {fact: acme.outsourced, is: yes}')
  rmSync(folder.at('sets/acme/ids.lock'))
  for (const old of ['old', 'old/acme', 'kept/acme-1.0.0']) {
    const { code, out } = await folder.run(`validate ${questionnaire} --since ${old} --format json`)
    expect([old, code, codesOf(out)]).toEqual([old, 1, ['check/version-behind', 'ruleset/id-reused']])
  }
})

test('what cannot be compared is said, and never passes for compared', async () => {
  const folder = await started()
  const none = await folder.run('validate sets --since v1')
  expect(none.code).toBe(2)
  expect(none.err).toContain('in no git repository')
  git(folder, 'init', '-q')
  const commit = await folder.run(['validate', 'sets', '--since', '--output=x'])
  expect(commit.code).toBe(2)
  const ref = await folder.run(['validate', 'sets', '--since=--help'])
  expect(ref.code).toBe(2)
  expect(ref.err).toContain("'--help' is neither a folder nor a commit")
  folder.write('empty/x.txt', '')
  expect((await folder.run('validate sets --since empty')).err).toContain('acme: not in empty')
  folder.write('broken/acme/questionnaire.yaml', 'id: acme\n')
  const broken = await folder.run('validate sets --since broken')
  expect(broken.code).toBe(2)
  expect(broken.err).toContain('acme as it was in broken cannot be read')
})

test('a whole ruleset that is gone, where the folder is validated and not another ruleset in it', async () => {
  const folder = await started()
  await folder.run('new ruleset beta -o sets')
  cpSync(folder.at('sets'), folder.at('old/rulesets'), { recursive: true })
  git(folder, 'init', '-q')
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', 'one')
  rmSync(folder.at('sets/beta'), { recursive: true })
  for (const since of ['HEAD', 'old', 'old/rulesets']) {
    for (const named of ['sets', '.', 'sets sets/acme']) {
      if (named === '.' && since !== 'HEAD') continue
      const { code, out } = await folder.run(`validate ${named} --since ${since} --format json`)
      const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; file: string; message: string }[] }
      expect([code, diagnostics]).toEqual([
        1,
        [
          expect.objectContaining({
            code: 'check/ruleset-removed',
            file: 'sets/beta/questionnaire.yaml',
            message: `The ruleset 'beta', which was there in ${since}, is gone.`,
          }),
        ],
      ])
    }
    expect((await folder.run(`validate sets/acme --since ${since}`)).code).toBe(0)
    expect((await folder.run(`validate sets/acme/questionnaire.yaml --since ${since}`)).code).toBe(0)
  }
})

test('other words are listed for somebody to read, and fail nothing', async () => {
  const folder = await started()
  cpSync(folder.at('sets'), folder.at('old'), { recursive: true })
  edit(folder, questionnaire, 'version: "1.0.0"', 'version: "1.0.1"')
  const before = readFileSync(folder.at(questionnaire), 'utf8')
  const ask = /- id: acme\.contract\n(?:.*\n)*? +ask: (.*)\n/.exec(before)![1]!
  folder.write(questionnaire, before.replace(ask, `${ask.replace('?', '')}!`))
  expect(codesOf((await folder.run('validate sets --since old --format json')).out)).toEqual([])
  folder.write(questionnaire, before.replace(ask, 'Has every processor signed in the last year?'))
  const { code, out } = await folder.run('validate sets --since old --max-warnings 9')
  expect(code).toBe(0)
  const said = out.replace(/\s+/g, ' ')
  expect(said).toContain("'acme.contract' is worded otherwise since version 1.0.0")
  expect(said).toContain("make this version 2.0.0 and list it under 'again' in acme/migrations/1-2.yaml")
})
