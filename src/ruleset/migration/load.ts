/** The migrations that lead from one version of a ruleset to the one there is. */
import * as gate from '#validators/migration'
import { type Finding, isError } from '../../diagnostics/diagnostic.js'
import { check } from '../../documents/gate.js'
import { read } from '../../documents/read.js'
import type { Source } from '../../documents/source.js'
import type { Library } from '../load.js'
import type { Ruleset } from '../ruleset.js'
import type { WrittenMigration } from './schema.js'

/** One migration with the text it stands in. */
export interface Migration {
  readonly source: Source
  readonly value: WrittenMigration
}

export const majorOf = (version: string): number => Number(version.split('.')[0])

/** Where a ruleset keeps the migration from a major version to the next. */
export const migrationPath = (ruleset: string, from: number): string => `${ruleset}/migrations/${from}-${from + 1}.yaml`

/** Reads one migration as far as that goes without its ruleset. */
export function readMigration(source: Source): { migration?: Migration; findings: readonly Finding[] } {
  const { value, findings } = read(source)
  if (findings.some(isError)) return { findings }
  const misshapen = check(gate, source, value)
  return {
    findings: [...findings, ...misshapen],
    ...(misshapen.some(isError) ? {} : { migration: { source, value: value as WrittenMigration } }),
  }
}

/** The steps in the order in which they are taken; or what is missing, or what is wrong. */
export interface Chain {
  readonly steps: readonly Migration[]
  /** The path of a migration that there is not. */
  readonly missing?: string
  readonly findings: readonly Finding[]
  readonly sources: readonly Source[]
}

/** @param from the version that the answers were given to; not newer than the ruleset */
export function migrationsFrom(library: Library, ruleset: Ruleset, from: string): Chain {
  const steps: Migration[] = []
  const sources: Source[] = []
  const follow = (id: string, first: number, last: number): Omit<Chain, 'steps' | 'sources'> | undefined => {
    for (let major = first; major < last; major++) {
      const path = migrationPath(id, major)
      const source = library.file(path)
      if (!source) return { missing: path, findings: [] }
      sources.push(source)
      const { migration, findings } = readMigration(source)
      if (!migration) return { findings }
      // A suite asks what its parts ask: they come first, so that its own words are about what is left.
      for (const part of migration.value.parts ?? []) {
        const stopped = part.ruleset === id ? undefined : follow(part.ruleset, Number(part.from), Number(part.to))
        if (stopped) return stopped
      }
      steps.push(migration)
    }
    return undefined
  }
  const stopped = follow(ruleset.id, majorOf(from), majorOf(ruleset.version))
  return { steps, sources, findings: [], ...stopped }
}
