/** The real program asks nothing of a network: every way out ends it with 99. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Folder, home } from './cli/run.js'

const guard = `data:text/javascript,${encodeURIComponent(`
  import dgram from 'node:dgram'
  import dns from 'node:dns'
  import http from 'node:http'
  import net from 'node:net'
  import { syncBuiltinESMExports } from 'node:module'
  const out = (what) => () => { process.stderr.write('asks the network: ' + what + '\\n'); process.exit(99) }
  net.Socket.prototype.connect = out('connect')
  net.Server.prototype.listen = out('listen')
  net.connect = net.createConnection = out('connect')
  dgram.createSocket = out('dgram')
  http.request = http.get = out('http')
  for (const name of Object.keys(dns)) if (typeof dns[name] === 'function') dns[name] = out('dns.' + name)
  for (const name of Object.keys(dns.promises)) if (typeof dns.promises[name] === 'function') dns.promises[name] = out('dns')
  globalThis.fetch = out('fetch')
  syncBuiltinESMExports()
`)}`

const example = join(home, 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml')
const folder = new Folder()
const node = (args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', guard, ...args], { cwd: folder.path, encoding: 'utf8' })

test('the guard sees a way out', () => {
  for (const script of [
    "import('node:net').then((it) => it.connect(9))",
    "import('node:https').then((it) => it.get('https://127.0.0.1/'))",
    "import('node:dns').then((it) => it.lookup('localhost', () => {}))",
    "fetch('http://127.0.0.1/')",
  ])
    expect([script, node(['-e', script]).status]).toEqual([script, 99])
})

test.each([
  `score ${example} --format json --output report.json`,
  `score ${example} --format html,pdf,md,csv --plan --output out`,
  'verify out/harbour-payments-ltd.pdf',
  'verify report.json',
  `compare report.json ${example}`,
  `batch ${join(home, 'rulesets/lawful-requests/examples')} --jobs 2 --output many`,
  `validate ${example} --format sarif`,
  `test ${join(home, 'rulesets/lawful-requests')}`,
  'list',
  'show cac-order-16',
  'new answers lawful-requests',
])('%s', (line) => {
  const { status, stderr } = node([join(home, 'bin/flowready.js'), ...line.split(' ')])
  expect(stderr).not.toContain('asks the network')
  expect(status).toBe(0)
})
