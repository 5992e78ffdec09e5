/** From a theme file to a Theme, or to what is wrong with it. */
import * as gate from '#validators/theme'
import { type Finding, isError, type Path } from '../diagnostics/diagnostic.js'
import { check } from '../documents/gate.js'
import { read } from '../documents/read.js'
import type { Source } from '../documents/source.js'
import { contrast, textContrast } from './contrast.js'
import { imageHead, isWhole } from './image.js'
import type { ColourName, WrittenTheme } from './schema.js'
import { houseTheme, type Logo, type Palette, type Theme } from './theme.js'

/** A file beside a theme: its bytes, or why there are none. */
export type BesideTheme =
  { readonly state: 'there'; readonly bytes: Uint8Array } | { readonly state: 'missing' | 'outside' | 'too-large' }

export interface LoadedTheme {
  readonly theme?: Theme
  readonly findings: readonly Finding[]
}

/** A report carries its logo: this many bytes at most. */
export const logoLimit = 256 * 1024

/**
 * Reads a theme. What it leaves out is that of the house.
 * @param beside reads a file of the theme's folder, no longer than {@link logoLimit}
 */
export function readTheme(source: Source, beside: (file: string) => BesideTheme): LoadedTheme {
  const { value, findings } = read(source)
  if (findings.some(isError)) return { findings }
  const misshapen = check(gate, source, value)
  if (misshapen.some(isError)) return { findings: [...findings, ...misshapen] }
  const written = value as WrittenTheme
  const found: Finding[] = [...findings, ...misshapen]
  const say = (code: Finding['code'], args: Finding['args'], path: Path) =>
    found.push({ code, args, file: source.file, path, on: 'value' })

  const palette = (mode: 'light' | 'dark'): Palette => {
    const own = written.colours?.[mode] ?? {}
    const colours = { ...houseTheme.colours[mode], ...own }
    for (const { colour, on, ratio } of tooFaint(colours)) {
      // Said where the theme says something that brings it about.
      const at = own[colour] === undefined ? on : colour
      say('theme/contrast', { colour, on, ratio, needed: textContrast, mode }, ['colours', mode, at])
    }
    return colours
  }
  const colours = { light: palette('light'), dark: palette('dark') }

  let logo: Logo | undefined
  if (written.logo) {
    const { file, alt } = written.logo
    const state = beside(file)
    const head = state.state === 'there' ? imageHead(state.bytes) : undefined
    if (state.state === 'there' && head && isWhole(state.bytes, head.type)) logo = { ...head, bytes: state.bytes, alt }
    else {
      const problem = state.state !== 'there' ? state.state : head ? 'damaged' : 'not-image'
      say('theme/logo', { file, problem, limit: logoLimit }, ['logo', 'file'])
    }
  }
  if (found.some(isError)) return { findings: found }
  const { name, disclaimer, contact } = written
  return {
    theme: {
      name,
      colours,
      ...(logo && { logo }),
      ...(disclaimer === undefined ? {} : { disclaimer }),
      ...(contact === undefined ? {} : { contact }),
    },
    findings: found,
  }
}

const words: readonly ColourName[] = ['text', 'muted', 'accent', 'good', 'caution', 'bad', 'open', 'neutral']
const behind: readonly ColourName[] = ['paper', 'panel']

/** Colours of words that cannot be read well on what is behind them. */
export function tooFaint(colours: Palette): { colour: ColourName; on: ColourName; ratio: string }[] {
  return words.flatMap((colour) =>
    behind.flatMap((on) => {
      const ratio = contrast(colours[colour], colours[on])
      // Never rounded up to what is needed.
      return ratio < textContrast ? [{ colour, on, ratio: (Math.floor(ratio * 100) / 100).toFixed(2) }] : []
    }),
  )
}
