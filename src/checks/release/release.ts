/** What every check of a release gets: a ruleset as it was, as it is, and what becomes of answers in between. */
import type { Finding } from '../../diagnostics/diagnostic.js'
import { askedIn } from '../../ruleset/asked.js'
import { type At, type Draft, found } from '../../ruleset/draft.js'
import { majorOf, type Migration, migrationPath } from '../../ruleset/migration/load.js'
import type { Fact, Question, Ruleset } from '../../ruleset/ruleset.js'

export interface Version {
  readonly ruleset: Ruleset
  readonly draft: Draft
}

/** What becomes of what a firm said to a question, fact or inventory of the older version. */
export interface Fate {
  /** Its id now; undefined where a migration drops it. */
  readonly id: string | undefined
  /** Whether it is asked again. */
  readonly again: boolean
  /** What an option is now; undefined where no migration speaks of it. */
  option(option: string): string | undefined
}

export class Release {
  readonly before: Version
  readonly now: Version
  /** Whether there is a new major version, for which migrations count. */
  readonly major: boolean
  readonly #steps: readonly Migration[]

  constructor(before: Version, now: Version, steps: readonly Migration[]) {
    this.before = before
    this.now = now
    this.major = majorOf(now.ruleset.version) > majorOf(before.ruleset.version)
    this.#steps = steps
  }

  fateOf(id: string): Fate {
    let name: string | undefined = id
    let again = false
    const maps: Readonly<Record<string, string>>[] = []
    for (const { value } of this.#steps) {
      if (name === undefined) break
      const was: string = name
      if (value.dropped?.some((it) => it.id === was)) name = undefined
      name = value.renamed?.find((it) => it.id === was)?.to ?? name
      if (value.again?.some((it) => it.id === name)) again = true
      for (const it of value.options ?? []) if (it.id === name) maps.push(it.map)
    }
    return {
      id: name,
      again,
      option: (option) => {
        const used = maps.filter((map) => Object.hasOwn(map, option))
        return used.length === 0
          ? undefined
          : maps.reduce((one, map) => (Object.hasOwn(map, one) ? map[one]! : one), option)
      },
    }
  }

  /** Everything that was asked and still is, whatever its id. */
  *kept(): Generator<{ was: Fact | Question; is: Fact | Question; fate: Fate }> {
    const asked = askedIn(this.now.ruleset)
    for (const was of ownAsked(this.before.ruleset)) {
      const fate = this.fateOf(was.id)
      const is = fate.id === undefined ? undefined : asked.get(fate.id)
      // Another kind of thing is told by itself: nothing of it can be compared.
      if (is && is.type === was.type && 'kind' in is === 'kind' in was) yield { was, is, fate }
    }
  }

  /** A finding about a change that this release may not make as it is. */
  broken(code: Finding['code'], args: Finding['args'], at: At, on: 'key' | 'value' = 'value'): Finding {
    const old = this.before.ruleset.version
    const needed = `${majorOf(old) + 1}.0.0`
    const from = this.major ? majorOf(this.now.ruleset.version) - 1 : majorOf(old)
    const path = migrationPath(this.now.ruleset.id, from)
    return found(code, { ...args, old, needed, path, missing: this.major ? 'migration' : 'major' }, at, on)
  }

  /** Where something stands now; of what is gone, the version that it is gone from. */
  placeOf(id: string | undefined): At {
    const { draft } = this.now
    const it = id === undefined ? undefined : (draft.questions.get(id) ?? draft.facts.get(id))
    return it ? { file: it.file, path: it.path } : { file: draft.questionnaire.source.file, path: ['version'] }
  }
}

/** One kind of damage that a release can do to answers that were saved before. */
export type ReleaseCheck = (release: Release) => Finding[]

/** What a ruleset itself can ask; what its parts ask is told with them. */
export const ownAsked = (ruleset: Ruleset): (Fact | Question)[] => [
  ...[...ruleset.values.values()].flatMap((it) => (it.kind === 'fact' ? [it] : [])),
  ...ruleset.questions.values(),
]
