/** Every text of a ruleset's files that is for people to read: where it stands, and its key in a translation. */
import type { Path } from '../../diagnostics/diagnostic.js'
import type { WrittenCitation, WrittenCommon, WrittenDerived, WrittenFact, WrittenQuestionnaire } from '../schema.js'

export interface Text {
  /** The steps to its translation. */
  readonly key: readonly string[]
  /** The steps to it in the file it stands in. */
  readonly path: Path
  readonly text: string
}

type Texts = Generator<Text, void, undefined>

/** The texts of a questionnaire. The places that it cites come as often as they are cited. */
export function* textsOfQuestionnaire(it: WrittenQuestionnaire): Texts {
  yield* words(it, [], [], 'title', 'about')
  yield* textsOfFacts(it.facts, ['facts'])
  yield* textsOfDerived(it.derived, ['derived'])
  for (const [i, one] of (it.determinations ?? []).entries()) {
    const path = ['determinations', i]
    const key = ['determinations', one.id]
    yield* words(one, key, path, 'title', 'about')
    yield* each(one.outcomes, 'label', [...key, 'outcomes'], [...path, 'outcomes'])
    for (const [kind, names] of [
      ['rules', ['because', 'do']],
      ['alternatives', ['label', 'because']],
    ] as const)
      for (const [j, rule] of (one[kind] ?? []).entries()) {
        yield* words(rule, [...key, kind, rule.id], [...path, kind, j], ...names)
        yield* places(rule.cites, [...path, kind, j])
      }
    yield* each(one.then, 'do', [...key, 'then'], [...path, 'then'])
    for (const [j, then] of (one.then ?? []).entries()) yield* places(then.cites, [...path, 'then', j])
  }
  yield* each(it.contradictions, 'says', ['contradictions'], ['contradictions'])
  for (const [i, gate] of (it.scoring?.gates ?? []).entries()) {
    const path = ['scoring', 'gates', i]
    yield* words(gate, ['gates', gate.id], path, 'says')
    yield* remedy(gate, ['gates', gate.id], path)
  }
  for (const [i, section] of (it.sections ?? []).entries()) {
    yield* words(section, ['sections', section.id], ['sections', i], 'title', 'about')
    for (const [j, question] of section.questions.entries()) {
      const path = ['sections', i, 'questions', j]
      const key = ['questions', question.id]
      yield* words(question, key, path, 'ask', 'why', 'help')
      yield* each(question.options, 'label', [...key, 'options'], [...path, 'options'])
      yield* each(question.evidence, 'show', [...key, 'evidence'], [...path, 'evidence'])
      yield* remedy(question, key, path)
      yield* places(question.cites, path)
    }
  }
}

/** The texts of a common file. Sources bring their own in every language. */
export function* textsOfCommon(it: WrittenCommon): Texts {
  for (const [i, scale] of (it.scales ?? []).entries())
    yield* each(scale.options, 'label', ['scales', scale.id], ['scales', i, 'options'])
  for (const [i, band] of (it.bands ?? []).entries())
    yield* words(band, ['bands', band.id], ['bands', i], 'label', 'means')
  yield* textsOfFacts(it.facts, ['facts'])
  yield* textsOfDerived(it.derived, ['derived'])
  for (const [i, inventory] of (it.inventories ?? []).entries()) {
    const path = ['inventories', i]
    yield* words(inventory, ['inventories', inventory.id], path, 'title', 'entry', 'about')
    yield* textsOfFacts(inventory.facts, [...path, 'facts'])
    yield* textsOfDerived(inventory.derived, [...path, 'derived'])
  }
}

function* textsOfFacts(facts: readonly WrittenFact[] | undefined, at: Path): Texts {
  for (const [i, it] of (facts ?? []).entries()) {
    const key = ['facts', it.id]
    yield* words(it, key, [...at, i], 'ask', 'why', 'help', 'unit', 'moment')
    if ('options' in it) yield* each(it.options, 'label', [...key, 'options'], [...at, i, 'options'])
  }
}

function* textsOfDerived(derived: readonly WrittenDerived[] | undefined, at: Path): Texts {
  yield* each(derived, 'means', ['derived'], at)
  for (const [i, it] of (derived ?? []).entries()) yield* places(it.cites, [...at, i])
}

/** Texts that each have a key of their own name. */
function* words<K extends string>(
  it: { readonly [name in K]?: unknown },
  key: readonly string[],
  path: Path,
  ...names: readonly K[]
): Texts {
  for (const name of names) {
    const text = it[name]
    if (typeof text === 'string') yield { key: [...key, name], path: [...path, name], text }
  }
}

/** Things that have one text each, which stands under their id. */
function* each<K extends string>(
  list: readonly ({ readonly id: string } & { readonly [name in K]?: unknown })[] | undefined,
  name: K,
  key: readonly string[],
  path: Path,
): Texts {
  for (const [i, it] of (list ?? []).entries()) {
    const text = it[name]
    if (typeof text === 'string') yield { key: [...key, it.id], path: [...path, i, name], text }
  }
}

function* remedy(it: { readonly remedy?: { readonly do: string } }, key: readonly string[], path: Path): Texts {
  if (it.remedy) yield { key: [...key, 'remedy'], path: [...path, 'remedy', 'do'], text: it.remedy.do }
}

function* places(cites: readonly WrittenCitation[] | undefined, path: Path): Texts {
  for (const [i, { at }] of (cites ?? []).entries())
    yield { key: ['at', at], path: [...path, 'cites', i, 'at'], text: at }
}
