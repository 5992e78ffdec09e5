import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { houseTheme, readTheme } from '../../src/index.js'
import { contrast } from '../../src/theme/contrast.js'
import { tooFaint } from '../../src/theme/load.js'
import { Folder, home } from '../cli/run.js'
import { jpeg, png } from './images.js'

const shipped = readFileSync(join(home, 'templates/themes/default.yaml'), 'utf8')
const read = (text: string, bytes?: Uint8Array) =>
  readTheme({ file: 'a.theme.yaml', text }, () => (bytes ? { state: 'there', bytes } : { state: 'missing' }))

describe('themes', () => {
  it('ship as a file to copy that is the same as that of the house', () => {
    expect(read(shipped)).toEqual({ theme: houseTheme, findings: [] })
  })

  it('of the house can be read, in light and dark', () => {
    expect(tooFaint(houseTheme.colours.light)).toEqual([])
    expect(tooFaint(houseTheme.colours.dark)).toEqual([])
  })

  it('count contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
    expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'))
  })

  it('keep what the house has where they say nothing', () => {
    const { theme } = read("name: A\ncolours: {light: {accent: '#003366'}}\n")
    expect(theme!.colours.light).toEqual({ ...houseTheme.colours.light, accent: '#003366' })
    expect(theme!.colours.dark).toEqual(houseTheme.colours.dark)
  })

  it('take a PNG or a JPEG for a logo, and nothing else', () => {
    const text = 'name: A\nlogo: {file: a.png, alt: A firm}\n'
    expect(read(text, png(40, 20)).theme!.logo).toMatchObject({ type: 'png', width: 40, height: 20, alt: 'A firm' })
    expect(read(text, jpeg(300, 7)).theme!.logo).toMatchObject({ type: 'jpeg', width: 300, height: 7 })
    for (const bytes of [new Uint8Array(), png(0, 20), png(4, 4).slice(0, 20), new TextEncoder().encode('<svg/>')])
      expect(read(text, bytes).findings.map((it) => [it.code, it.args.problem])).toEqual([['theme/logo', 'not-image']])
    const whole = png(40, 20)
    for (const at of [20, 45, whole.length - 15]) {
      const broken = Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ 1 : byte))
      expect(read(text, broken).findings.map((it) => it.args.problem)).toEqual(['damaged'])
    }
    for (const cut of [whole.subarray(0, -12), whole.subarray(0, 60), jpeg(300, 7).subarray(0, -2)])
      expect(read(text, cut).findings.map((it) => it.args.problem)).toEqual(['damaged'])
  })

  it('are refused with a line, and nothing is scored with them', async () => {
    const folder = new Folder({
      'x/a.theme.yaml': "name: A\ncolours:\n  light:\n    good: '#88cc88'\nlogo: {file: b.png, alt: B}\n",
      'secret.png': png(4, 4),
    })
    symlinkSync(folder.at('secret.png'), folder.at('x/b.png'))
    const validated = await folder.run('validate x')
    expect(validated.code).toBe(1)
    expect(validated.out).toContain(
      "x/a.theme.yaml:4:11  error  theme/contrast\n  The contrast of 'good' on 'panel' (light) is 1.",
    )
    expect(validated.out).toContain('x/a.theme.yaml:5:14  error  theme/logo')
    expect(validated.out).toContain('outside the folder')
    const example = join(home, 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml')
    const scored = await folder.run(['score', example, '--theme', 'x/a.theme.yaml'])
    expect(scored).toMatchObject({ code: 2, out: '' })
    expect(scored.err).toContain('x/a.theme.yaml:4:11')
    expect(await folder.run(['score', example, '--theme', 'none.yaml'])).toMatchObject({ code: 2, out: '' })
  })

  it('tell the terminal who stands behind the report, and colour its bars', async () => {
    const folder = new Folder({
      'a.theme.yaml': "name: A\ncontact: ring us\ndisclaimer: No promise.\ncolours: {dark: {accent: '#12ff34'}}\n",
    })
    const example = join(home, 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml')
    const { out } = await folder.run(['score', example, '--theme', 'a.theme.yaml'], {
      terminal: true,
      env: { COLORTERM: 'truecolor' },
    })
    expect(out).toContain('\x1b[38;2;18;255;52m█')
    expect(out).toMatch(/No promise\.[^\n]*\n[^\n]*ring us/)
  })
})
