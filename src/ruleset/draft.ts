/**
 * A ruleset whose files are read and have the right shape, but whose names are not yet resolved.
 * It knows where everything stands, so that a check can point at it.
 */
import { joins } from './vocabulary.js'
import type { Args, Finding, Path } from '../diagnostics/diagnostic.js'
import type { Code } from '../diagnostics/codes.js'
import { once } from '../documents/once.js'
import type { Source } from '../documents/source.js'
import type { Language } from '../text/languages.js'
import { type WrittenCondition } from './condition.js'
import type { Lock } from './lock.schema.js'
import type {
  WrittenCitation,
  WrittenCommon,
  WrittenDerived,
  WrittenDetermination,
  WrittenFact,
  WrittenQuestion,
  WrittenQuestionnaire,
  WrittenSection,
} from './schema.js'
import type { Translations } from './translation/translate.js'

/** A place in one of the files. */
export interface At {
  readonly file: string
  readonly path: Path
}

/** Something written, where it stands and the inventory it belongs to (none: the firm). */
export interface Placed<T> extends At {
  readonly it: T
  readonly inventory?: string
}

export type WrittenScale = NonNullable<WrittenCommon['scales']>[number]
export type WrittenSource = NonNullable<WrittenCommon['sources']>[number]
export type WrittenBand = NonNullable<WrittenCommon['bands']>[number]
export type WrittenInventoryDefinition = NonNullable<WrittenCommon['inventories']>[number]

export interface DraftFiles {
  readonly questionnaire: { readonly source: Source; readonly value: WrittenQuestionnaire }
  readonly common: readonly { readonly source: Source; readonly value: WrittenCommon }[]
  readonly lock?: { readonly source: Source; readonly value: Lock }
  readonly translations: ReadonlyMap<Language, Translations>
}

export interface Draft extends DraftFiles {
  readonly scales: ReadonlyMap<string, Placed<WrittenScale>>
  readonly sources: ReadonlyMap<string, Placed<WrittenSource>>
  readonly bands: readonly Placed<WrittenBand>[]
  readonly inventories: ReadonlyMap<string, Placed<WrittenInventoryDefinition>>
  readonly facts: ReadonlyMap<string, Placed<WrittenFact>>
  readonly derived: ReadonlyMap<string, Placed<WrittenDerived>>
  readonly determinations: ReadonlyMap<string, Placed<WrittenDetermination>>
  readonly sections: readonly Placed<WrittenSection>[]
  readonly questions: ReadonlyMap<string, Placed<WrittenQuestion> & { readonly section: string }>
  /** What was met a second time under an id that has to be unique. */
  readonly duplicates: readonly Finding[]
}

export const found = (code: Code, args: Args, at: At, on: 'key' | 'value' = 'value', suggestion?: string): Finding => ({
  code,
  args,
  file: at.file,
  path: at.path,
  on,
  ...(suggestion === undefined ? {} : { suggestion }),
})

/** The same file, further down. */
export const under = (at: At, ...path: Path): At => ({ file: at.file, path: [...at.path, ...path] })

/** Collects everything that has an id. Ids of values, inventories, sections, questions share one space: all are global. */
export function draftOf(files: DraftFiles): Draft {
  const duplicates: Finding[] = []
  const seen = new Map<string, string>()

  /** Puts things into a map by id and says which id was already taken. */
  const collect = <T extends { readonly id: string }, P extends Placed<T>>(
    map: Map<string, P>,
    kind: string,
    items: readonly T[] | undefined,
    at: At,
    extra: (it: T) => { inventory?: string; section?: string },
    space = seen,
  ) => {
    for (const [i, it] of (items ?? []).entries()) {
      const place = under(at, i)
      if (space.has(it.id)) duplicates.push(found('ruleset/duplicate-id', { id: it.id, kind }, under(place, 'id')))
      else {
        space.set(it.id, kind)
        map.set(it.id, { it, ...place, ...extra(it) } as P)
      }
    }
  }
  const none = () => ({})
  const scoped = (inventory: string | undefined) => (inventory === undefined ? {} : { inventory })

  const scales = new Map<string, Placed<WrittenScale>>()
  const sources = new Map<string, Placed<WrittenSource>>()
  const bands = new Map<string, Placed<WrittenBand>>()
  const inventories = new Map<string, Placed<WrittenInventoryDefinition>>()
  const facts = new Map<string, Placed<WrittenFact>>()
  const derived = new Map<string, Placed<WrittenDerived>>()
  const determinations = new Map<string, Placed<WrittenDetermination>>()
  const sections = new Map<string, Placed<WrittenSection>>()
  const questions = new Map<string, Placed<WrittenQuestion> & { section: string }>()

  const values = (file: string, written: WrittenCommon | WrittenQuestionnaire) => {
    collect(facts, 'fact', written.facts, { file, path: ['facts'] }, none)
    collect(derived, 'derived', written.derived, { file, path: ['derived'] }, (it) => scoped(it.forEach))
  }
  for (const { source, value } of files.common) {
    const file = source.file
    collect(scales, 'scale', value.scales, { file, path: ['scales'] }, none, new Map())
    collect(sources, 'source', value.sources, { file, path: ['sources'] }, none, new Map())
    collect(bands, 'band', value.bands, { file, path: ['bands'] }, none, new Map())
    collect(inventories, 'inventory', value.inventories, { file, path: ['inventories'] }, none)
    for (const [i, inventory] of (value.inventories ?? []).entries()) {
      const own = () => ({ inventory: inventory.id })
      collect(facts, 'fact', inventory.facts, { file, path: ['inventories', i, 'facts'] }, own)
      collect(derived, 'derived', inventory.derived, { file, path: ['inventories', i, 'derived'] }, own)
    }
    values(file, value)
  }
  const { source, value } = files.questionnaire
  const file = source.file
  values(file, value)
  collect(determinations, 'determination', value.determinations, { file, path: ['determinations'] }, (it) =>
    scoped(it.forEach),
  )
  collect(sections, 'section', value.sections, { file, path: ['sections'] }, (it) => scoped(it.forEach))
  for (const [i, section] of (value.sections ?? []).entries()) {
    collect(questions, 'question', section.questions, { file, path: ['sections', i, 'questions'] }, () => ({
      section: section.id,
      ...scoped(section.forEach),
    }))
  }
  collect(new Map(), 'gate', value.scoring?.gates, { file, path: ['scoring', 'gates'] }, none)
  collect(new Map(), 'contradiction', value.contradictions, { file, path: ['contradictions'] }, none)
  for (const [i, it] of (value.determinations ?? []).entries()) {
    const at = { file, path: ['determinations', i] }
    // Owned ids are unique inside their owner only.
    collect(new Map(), 'outcome', it.outcomes, under(at, 'outcomes'), none, new Map())
    collect(new Map(), 'rule', it.rules, under(at, 'rules'), none, new Map())
    collect(new Map(), 'alternative', it.alternatives, under(at, 'alternatives'), none, new Map())
    collect(new Map(), 'then', it.then, under(at, 'then'), none, new Map())
  }
  for (const { it, ...at } of questions.values()) {
    collect(new Map(), 'option', it.options as { id: string }[] | undefined, under(at, 'options'), none, new Map())
  }
  for (const { it, ...at } of scales.values())
    collect(new Map(), 'option', it.options, under(at, 'options'), none, new Map())

  return {
    ...files,
    scales,
    sources,
    bands: [...bands.values()],
    inventories,
    facts,
    derived,
    determinations,
    sections: [...sections.values()],
    questions,
    duplicates,
  }
}

/** The options of a fact or question: its own, or its scale's. */
export function optionsOf(
  draft: Draft,
  it: { scale?: string; options?: readonly { id: string }[] },
): readonly string[] {
  return (it.options ?? draft.scales.get(it.scale ?? '')?.it.options ?? []).map((option) => option.id)
}

/** What names a set of options: groups and options, groups opened; unknown names are left out (a check says so). */
export function openGroups(
  names: readonly string[],
  groups: Readonly<Record<string, readonly string[]>> | undefined,
): Set<string> {
  const open = new Set<string>()
  const todo = [...names]
  const visited = new Set<string>()
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    const group = groups && Object.hasOwn(groups, name) ? groups[name] : undefined
    if (!group) open.add(name)
    else if (!visited.has(name)) {
      visited.add(name)
      todo.push(...group)
    }
  }
  return open
}

/** Where a condition stands and what it may name there. */
export interface PlacedCondition extends Placed<WrittenCondition> {
  readonly where: 'when' | 'gate' | 'contradiction'
  /** The value or thing that depends on it, for the order of evaluation. */
  readonly owner: string
}

/** Every condition of a draft, outermost ones only. */
export function* conditions(draft: Draft): Generator<PlacedCondition> {
  const one = function* (
    it: WrittenCondition | undefined,
    at: At,
    owner: string,
    inventory: string | undefined,
    where: PlacedCondition['where'] = 'when',
  ): Generator<PlacedCondition> {
    if (it) yield { it, ...at, owner, where, ...(inventory === undefined ? {} : { inventory }) }
  }
  for (const { it, inventory, ...at } of draft.facts.values()) yield* one(it.when, under(at, 'when'), it.id, inventory)
  for (const { it, inventory, ...at } of draft.derived.values()) {
    yield* one(it.holds, under(at, 'holds'), it.id, inventory)
    // `where` speaks of the entries that are looked across.
    yield* one(it.where, under(at, 'where'), it.id, it.over ?? it.count ?? it.some ?? it.every)
  }
  for (const { it, inventory, ...at } of draft.determinations.values()) {
    for (const key of ['rules', 'alternatives', 'then'] as const) {
      for (const [i, rule] of (it[key] ?? []).entries())
        yield* one(rule.when, under(at, key, i, 'when'), it.id, inventory)
    }
  }
  for (const { it, inventory, ...at } of draft.sections) yield* one(it.when, under(at, 'when'), it.id, inventory)
  for (const { it, inventory, ...at } of draft.questions.values())
    yield* one(it.when, under(at, 'when'), it.id, inventory)
  const written = draft.questionnaire.value
  const file = draft.questionnaire.source.file
  for (const [i, it] of (written.contradictions ?? []).entries()) {
    yield* one(it.when, { file, path: ['contradictions', i, 'when'] }, it.id, it.forEach, 'contradiction')
  }
  for (const [i, it] of (written.scoring?.gates ?? []).entries()) {
    yield* one(it.when, { file, path: ['scoring', 'gates', i, 'when'] }, it.id, undefined, 'gate')
  }
}

/** One comparison inside a condition: its place and whether it stands under an odd number of `not`s. */
export interface Comparison extends PlacedCondition {
  readonly negated: boolean
}

/** Every comparison of a condition, joins opened. */
export function* comparisons(condition: PlacedCondition, negated = false): Generator<Comparison> {
  const { it } = condition
  if (!joins.some((join) => it[join] !== undefined)) yield { ...condition, negated }
  for (const join of ['all', 'any'] as const) {
    for (const [i, part] of (it[join] ?? []).entries())
      yield* comparisons({ ...condition, ...under(condition, join, i), it: part }, negated)
  }
  if (it.not) yield* comparisons({ ...condition, ...under(condition, 'not'), it: it.not }, !negated)
}

/** Every comparison of a draft; many checks look at them, so they are collected once. */
export const allComparisons: (draft: Draft) => readonly Comparison[] = once((draft: Draft) =>
  [...conditions(draft)].flatMap((condition) => [...comparisons(condition)]),
)

/** Every citation of a draft. */
export function* citations(draft: Draft): Generator<Placed<WrittenCitation>> {
  const each = function* (cites: readonly WrittenCitation[] | undefined, at: At): Generator<Placed<WrittenCitation>> {
    for (const [i, it] of (cites ?? []).entries()) yield { it, ...under(at, 'cites', i) }
  }
  for (const { it, ...at } of draft.derived.values()) yield* each(it.cites, at)
  for (const { it, ...at } of draft.questions.values()) yield* each(it.cites, at)
  for (const { it, ...at } of draft.determinations.values()) {
    for (const key of ['rules', 'alternatives', 'then'] as const) {
      for (const [i, rule] of (it[key] ?? []).entries()) yield* each(rule.cites, under(at, key, i))
    }
  }
}
