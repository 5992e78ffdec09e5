import type { Library, Ruleset } from '../../src/index.js'

type LoadRuleset = (library: Library, id: string) => Promise<{ ruleset?: Ruleset; diagnostics: readonly unknown[] }>

/** @returns every generated page as text, by its path from the root of the project */
export function pages(loadRuleset: LoadRuleset): Promise<Record<string, string>>
