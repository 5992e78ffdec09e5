/** The commands of docs/signing.md, run as they stand there, with the tools of the system. */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Folder, home } from './cli/run.js'

const tools = ['ssh-keygen', 'openssl', 'minisign', 'age', 'age-keygen', 'jq']
const absent = tools.filter((it) => spawnSync(it, ['--help']).error !== undefined)
const withTools = absent.length === 0 || process.env.CI === 'true' ? describe : describe.skip

const recipes = [...readFileSync(join(home, 'docs/signing.md'), 'utf8').matchAll(/```sh\n([^]*?)```/g)].map(
  ([, text]) => text!,
)

withTools('signing and encryption', () => {
  const folder = new Folder({
    'bin/flowready': `#!/bin/sh\nexec '${process.execPath}' '${join(home, 'bin/flowready.js')}' "$@"\n`,
  })
  execFileSync('chmod', ['+x', folder.at('bin/flowready')])
  copyFileSync(
    join(home, 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml'),
    folder.at('harbour.answers.yaml'),
  )
  const sh = (script: string) =>
    spawnSync('sh', ['-eu', '-c', script], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${folder.at('bin')}:${process.env.PATH}`, HOME: folder.path },
    })

  it('has the tools', () => expect(absent).toEqual([]))

  it.each(recipes.map((script) => [script.trim().split('\n').at(-1)!, script]))('%s', (_, script) => {
    const { status, stderr } = sh(script)
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('tell a report that was changed', () => {
    const changed = readFileSync(folder.at('report.json'), 'utf8').replace(
      'Harbour Payments Ltd',
      'Harbour Payments Co',
    )
    folder.write('report.json', changed)
    expect(sh('flowready verify report.json').status).toBe(1)
    // The digest that belongs to it is another one, for which there is no signature.
    const digest = /expected: ([0-9a-f]{64})/.exec(sh('flowready verify report.json').stdout)?.[1]
    const signed = readFileSync(folder.at('report.digest'), 'utf8').trim()
    expect(digest).not.toBe(signed)
    folder.write('received.digest', `${digest ?? '0'.repeat(64)}\n`)
    for (const check of [
      'ssh-keygen -Y verify -f signers -I adviser@example.com -n flowready -s report.digest.sig < received.digest',
      'openssl pkeyutl -verify -rawin -pubin -inkey public.pem -in received.digest -sigfile report.digest.signature',
      'minisign -V -p minisign.pub -x report.digest.minisig -m received.digest',
    ])
      expect(sh(check).status).not.toBe(0)
  })
})
