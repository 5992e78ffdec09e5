/** The theme that `--theme` names. */
import { dirname, resolve } from 'node:path'
import { bytesIn } from '../files/beside.js'
import { shownPath } from '../files/names.js'
import { readText } from '../files/read-text.js'
import { type Diagnostic, locate, logoLimit, readTheme, type Source, type Theme } from '../index.js'
import type { Context } from './context.js'

export interface ThemeRead {
  readonly theme?: Theme
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a theme and the logo beside it. */
export async function themeIn(name: string, cwd: string): Promise<ThemeRead> {
  const path = resolve(cwd, name)
  const { source, finding } = await readText(path, shownPath(path, cwd))
  return source ? checkedTheme(path, source) : { diagnostics: await locate([finding], []) }
}

/** Reads a theme, and shows what is wrong with it. @returns undefined where it cannot be used */
export async function shownTheme(context: Context, name: string): Promise<Theme | undefined> {
  const { theme, diagnostics } = await themeIn(name, context.environment.cwd)
  await context.diagnose(diagnostics)
  return theme
}

/** Checks a theme that was read from a path. */
export async function checkedTheme(path: string, source: Source): Promise<ThemeRead> {
  const { theme, findings } = readTheme(source, bytesIn(dirname(path), logoLimit))
  return { ...(theme && { theme }), diagnostics: await locate(findings, [source]) }
}
