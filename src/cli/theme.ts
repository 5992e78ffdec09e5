/** The theme that `--theme` names. */
import { dirname, resolve } from 'node:path'
import { bytesIn } from '../files/beside.js'
import { shownPath } from '../files/names.js'
import { readText } from '../files/read-text.js'
import { type Diagnostic, locate, logoLimit, readTheme, type Source, type Theme } from '../index.js'

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

/** Checks a theme that was read from a path. */
export async function checkedTheme(path: string, source: Source): Promise<ThemeRead> {
  const { theme, findings } = readTheme(source, bytesIn(dirname(path), logoLimit))
  return { ...(theme && { theme }), diagnostics: await locate(findings, [source]) }
}
