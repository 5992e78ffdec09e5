// What the program is made of, as CycloneDX 1.5 on standard output: the lock file's dependencies, without the workshop's.
//   node bin/dev/sbom.js > sbom.json
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { root } from './schemas.js'

const { name } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
const made = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
)
// Not by npm's `--omit dev`: it leaves out what the workshop needs as well (ajv, of eslint).
const isDev = ({ properties = [] }) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true')
made.components = made.components.filter((it) => !isDev(it))
const refs = new Set(made.components.map((it) => it['bom-ref']))
const own = made.metadata.component['bom-ref']
made.dependencies = made.dependencies
  .filter(({ ref }) => refs.has(ref) || ref === own)
  .map((it) => ({ ...it, dependsOn: it.dependsOn.filter((ref) => refs.has(ref)) }))
// npm calls it by the folder that it lies in.
made.metadata.component.name = name
made.metadata.component.type = 'application'
process.stdout.write(`${JSON.stringify(made, null, 2)}\n`)
