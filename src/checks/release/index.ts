/** What a release does to answers that were saved before it. To add a check: a file beside this one and a line here. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { locate } from '../../documents/locate.js'
import type { Migration } from '../../ruleset/migration/load.js'
import { changedMeanings } from './changed-meanings.js'
import { changedWords } from './changed-words.js'
import { droppedOptions } from './dropped-options.js'
import { Release, type ReleaseCheck, type Version } from './release.js'
import { removedIds } from './removed-ids.js'
import { versionBehind } from './version-behind.js'

const checks: readonly ReleaseCheck[] = [removedIds, droppedOptions, changedMeanings, changedWords, versionBehind]

/**
 * Compares a ruleset with an older version of it.
 * @param steps the migrations that lead from that version to this one
 */
export function checkRelease(before: Version, now: Version, steps: readonly Migration[]): Promise<Diagnostic[]> {
  const release = new Release(before, now, steps)
  const { draft } = now
  return locate(
    checks.flatMap((check) => check(release)),
    [draft.questionnaire.source, ...draft.common.map(({ source }) => source)],
  )
}
