/** What the program is made of: nothing that is not named, fixed, and needed; nothing that runs when it is installed. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../bin/dev/schemas.js'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}
const json = <T>(file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as T
const { dependencies } = json<{ dependencies: Record<string, string> }>('package.json')
const { packages } = json<{ packages: Record<string, Locked> }>('package-lock.json')
const locked = Object.entries(packages).filter(([path]) => path !== '')
const running = locked.filter(([, it]) => it.dev !== true)

describe('the supply chain', () => {
  it('takes every dependency at one version, by its hash', () => {
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(locked.filter(([, it]) => !it.integrity?.startsWith('sha512-') || it.link === true)).toEqual([])
    for (const [name, version] of Object.entries(dependencies))
      expect(packages[`node_modules/${name}`]?.version).toBe(version)
  })

  it('installs nothing that runs a script of its own', () => {
    expect(running.length).toBeGreaterThan(Object.keys(dependencies).length)
    expect(running.filter(([, it]) => it.hasInstallScript === true).map(([path]) => path)).toEqual([])
  })

  it('has a reason for each direct dependency', () => {
    const note = readFileSync(join(root, 'docs/decisions/0012-dependencies.md'), 'utf8')
    const named = [...note.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name!)
    expect(named.sort()).toEqual(Object.keys(dependencies).sort())
  })

  it('lists itself as CycloneDX', () => {
    const made = JSON.parse(
      execFileSync(process.execPath, ['bin/dev/sbom.js'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }),
    ) as {
      bomFormat: string
      metadata: { component: { name: string } }
      components: { name: string; version: string; purl: string; hashes?: { alg: string }[] }[]
    }
    expect(made.bomFormat).toBe('CycloneDX')
    expect(made.metadata.component.name).toBe('flowready')
    const listed = new Map(
      made.components.map((it) => [/^pkg:npm\/(.+)@/.exec(decodeURIComponent(it.purl))![1], it.version]),
    )
    for (const [name, version] of Object.entries(dependencies))
      expect([name, listed.get(name)]).toEqual([name, version])
    expect(listed.has('vitest')).toBe(false)
    expect(made.components).toHaveLength(running.length)
    for (const it of made.components) expect(it.purl).toMatch(/^pkg:npm\//)
  })
})
