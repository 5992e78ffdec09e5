/** What there is to say about the migrations of a ruleset: names that are none, things dealt with twice, steps that are missing. */
import type { Diagnostic, Finding, Path } from '../../diagnostics/diagnostic.js'
import { locate } from '../../documents/locate.js'
import { nearest } from '../../documents/nearest.js'
import type { Source } from '../../documents/source.js'
import { askedIn } from '../asked.js'
import { type Draft, found } from '../draft.js'
import type { Library } from '../load.js'
import type { Ruleset } from '../ruleset.js'
import { majorOf, type Migration, migrationPath, readMigration } from './load.js'

/** Where the reserved answer of one who does not know may stand for an option. */
const unsure = 'unsure'

/**
 * Checks every migration of a ruleset against the ids it has and had.
 * @param files the names of the files in its folder `migrations`
 */
export async function checkMigrations(
  library: Library,
  ruleset: Ruleset,
  draft: Draft,
  files: readonly string[],
): Promise<Diagnostic[]> {
  const findings: Finding[] = []
  const sources: Source[] = [draft.questionnaire.source]
  const known = namesOf(ruleset, draft)
  const steps = new Set<number>()
  for (const name of files.filter((it) => /\.ya?ml$/i.test(it))) {
    const source = library.file(`${ruleset.id}/migrations/${name}`)
    if (!source) continue
    sources.push(source)
    // Under whatever name, it was not forgotten.
    steps.add(Number(/^\d+/.exec(name)?.[0]))
    const { migration, findings: said } = readMigration(source)
    findings.push(...said)
    if (!migration) continue
    const { from, to } = migration.value
    if (name !== `${from}-${to}.yaml`)
      findings.push(found('migration/name', { file: name, expected: `${from}-${to}.yaml` }, at(migration, 'from')))
    if (Number(to) !== Number(from) + 1)
      findings.push(found('migration/step', { from, to, expected: String(Number(from) + 1) }, at(migration, 'to')))
    else if (Number(to) > majorOf(ruleset.version))
      findings.push(found('migration/beyond', { to, version: ruleset.version }, at(migration, 'to')))
    steps.add(Number(from))
    findings.push(...checkOne(migration, known, Number(to) === majorOf(ruleset.version)))
  }
  // A version that nobody can come from is told once, at the version that there is.
  const current = majorOf(ruleset.version)
  const first = Math.min(current - 1, ...[...steps].filter((step) => step > 0))
  for (let major = Math.max(1, first); major < current; major++) {
    if (steps.has(major)) continue
    const path = migrationPath(ruleset.id, major).slice(ruleset.id.length + 1)
    findings.push(
      found(
        'migration/missing',
        { from: String(major), to: String(major + 1), path },
        {
          file: draft.questionnaire.source.file,
          path: ['version'],
        },
      ),
    )
  }
  return locate(findings, sources)
}

/** What a migration may name. */
interface Names {
  /** Facts, questions and inventories that can be answered now, each with what it stands for. */
  readonly now: ReadonlyMap<string, string>
  /** The same, and all that there ever was. */
  readonly ever: ReadonlyMap<string, string>
  readonly options: ReadonlyMap<string, readonly string[]>
  /** The parts of a suite. */
  readonly parts: readonly string[]
}

function namesOf(ruleset: Ruleset, draft: Draft): Names {
  const asked = [...askedIn(ruleset).values()]
  const meaning = (kind: string, type: string, inventory?: string) =>
    [kind, type, inventory === undefined ? '' : `of ${inventory}`].filter(Boolean).join(' ')
  const inventories = [ruleset, ...ruleset.parts.map((part) => part.ruleset)].flatMap((it) => [
    ...it.inventories.keys(),
  ])
  const now = new Map([
    ...asked.map((it) => [it.id, meaning('kind' in it ? 'fact' : 'question', it.type, it.inventory)] as const),
    ...inventories.map((id) => [id, 'inventory'] as const),
  ])
  // Derived facts and sections stand in the lock too, and in no answers file.
  const locked = Object.entries(draft.lock?.value ?? {}).filter(([, it]) => /^(?:fact|question|inventory)\b/.test(it))
  return {
    now,
    ever: new Map([...locked, ...now]),
    options: new Map(asked.map((it) => [it.id, it.options.map((option) => option.id)])),
    parts: ruleset.parts.map((part) => part.ruleset.id),
  }
}

/** @param last whether it leads to the version that there is: only of that one is it known what it has */
function checkOne(migration: Migration, known: Names, last: boolean): Finding[] {
  const { renamed = [], options = [], dropped = [], again = [], parts = [] } = migration.value
  const findings: Finding[] = []
  const say = (code: Finding['code'], args: Finding['args'], path: Path, suggestion?: string) =>
    findings.push(found(code, args, at(migration, ...path), 'value', suggestion))
  const there = last ? known.now : known.ever
  const has = (id: string, path: Path): boolean => {
    if (there.has(id)) return true
    say('migration/unknown-id', { id, when: last ? 'now' : 'ever' }, path, nearest(id, there.keys()))
    return false
  }
  const had = (id: string, path: Path): boolean => {
    if (known.ever.has(id)) return true
    say('migration/unknown-id', { id, when: 'ever' }, path, nearest(id, known.ever.keys()))
    return false
  }

  const left = new Set<string>()
  /** An id of the old version: known, and dealt with once. */
  const leaves = (id: string, path: Path): void => {
    if (!had(id, path)) return
    if (left.has(id)) say('migration/twice', { id }, path)
    left.add(id)
  }
  const reached = new Set<string>()
  for (const [i, { id, to }] of renamed.entries()) {
    leaves(id, ['renamed', i, 'id'])
    if (!has(to, ['renamed', i, 'to'])) continue
    if (reached.has(to)) say('migration/twice', { id: to }, ['renamed', i, 'to'])
    reached.add(to)
    const [was, is] = [known.ever.get(id), there.get(to)]
    if (was !== undefined && was !== is) say('migration/other-kind', { id, to, was, now: is! }, ['renamed', i, 'to'])
  }
  for (const [i, { id }] of dropped.entries()) {
    leaves(id, ['dropped', i, 'id'])
    if (last && known.now.has(id) && !reached.has(id)) say('migration/still-asked', { id }, ['dropped', i, 'id'])
  }
  for (const [i, { id }] of renamed.entries())
    if (last && known.now.has(id) && !reached.has(id)) say('migration/still-asked', { id }, ['renamed', i, 'id'])
  for (const key of ['options', 'again'] as const) {
    const seen = new Set<string>()
    for (const [i, { id }] of migration.value[key]?.entries() ?? []) {
      if (has(id, [key, i, 'id']) && seen.has(id)) say('migration/twice', { id }, [key, i, 'id'])
      seen.add(id)
    }
  }
  const asked = new Set(again.map(({ id }) => id))
  for (const [i, { id, map }] of options.entries()) {
    if (asked.has(id)) say('migration/twice', { id }, ['options', i, 'id'])
    const there = known.options.get(id)
    if (!last || !there) continue
    for (const [option, to] of Object.entries(map)) {
      if (to === unsure || there.includes(to)) continue
      say(
        'migration/unknown-option',
        { id, option: to, options: there },
        ['options', i, 'map', option],
        nearest(to, there),
      )
    }
  }
  for (const [i, { ruleset }] of parts.entries()) {
    if (last && !known.parts.includes(ruleset))
      say('migration/unknown-part', { ruleset }, ['parts', i, 'ruleset'], nearest(ruleset, known.parts))
  }
  return findings
}

const at = (migration: Migration, ...path: Path) => ({ file: migration.source.file, path })
