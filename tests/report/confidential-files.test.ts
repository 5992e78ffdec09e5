/** What is confidential, through the command line: in no format, and no hindrance to verify. */
import { expect, test } from 'vitest'
import { Folder, home } from '../cli/run.js'
import { busy, secrets } from './yard.js'

test('a report that withholds can be derived again from its answers, whichever way it was made', async () => {
  const folder = new Folder({
    'a.answers.yaml': JSON.stringify({ ruleset: 'yard', rulesetVersion: '2.1.0', date: '2026-11-20', ...busy }),
  })
  const rulesets = `--rulesets ${home}tests/report/rulesets`
  for (const how of [
    '',
    '--no-answers',
    '--with-confidential',
    '--no-answers --with-confidential',
    '--redact',
    '--plan',
  ]) {
    expect(
      (await folder.run(`score a.answers.yaml ${rulesets} --format json,html,md,csv,text ${how} -o out`)).code,
    ).toBe(0)
    const name = how === '--redact' ? 'redacted' : 'busy-ltd'
    const { code, out, err } = await folder.run(`verify out/${name}.json --answers a.answers.yaml ${rulesets}`)
    expect([how, code, code === 0 ? '' : out + err]).toEqual([how, 0, ''])
  }
}, 60_000)

test('nor is it in any format, nor in what decide, plan and batch print', async () => {
  const folder = new Folder({
    'in/a.answers.yaml': JSON.stringify({ ruleset: 'yard', rulesetVersion: '2.1.0', date: '2026-11-20', ...busy }),
  })
  const rulesets = `--rulesets ${home}tests/report/rulesets`
  for (const line of [
    'score in/a.answers.yaml',
    'score in/a.answers.yaml --format md -o -',
    'score in/a.answers.yaml --format csv -o -',
    'score in/a.answers.yaml --format html -o -',
    'plan in/a.answers.yaml --target ready',
    'plan in/a.answers.yaml --target ready --format json',
    'decide way --answers in/a.answers.yaml',
    'decide way --answers in/a.answers.yaml --format json',
    'decide duties --answers in/a.answers.yaml --format md',
    'batch in --format json,md,html -o out',
  ]) {
    const { out, err } = await folder.run(`${line} ${rulesets}`)
    expect([line, secrets.exec(out + err)?.[0]]).toEqual([line, undefined])
  }
})
