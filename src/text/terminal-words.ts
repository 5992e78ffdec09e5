/** The words of the command line alone: help and usage errors need no others, and a start pays for what it loads. */
import type { Language } from './languages.js'
import { terminal } from './en/terminal.js'
import type { Words } from './words.js'

export type CliWords = Words['terminal']['cli']

export const english: CliWords = terminal.cli

/** English is there already; another language is loaded when it is asked for. */
export async function loadCliWords(language: Language): Promise<CliWords> {
  if (language === 'zh-Hant') return (await import('./zh-hant/terminal.js')).terminal.cli
  if (language === 'zh-Hans') return (await import('./zh-hans/terminal.js')).terminal.cli
  return english
}
