/** Answers carried over to a later version of their ruleset, in the text they stand in, with an account of what was done. */
import { isError } from '../diagnostics/diagnostic.js'
import type { Migration } from '../ruleset/migration/load.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { unsure } from './answers.js'
import type { AnswersEditor } from './edit.js'
import { answersFor } from './load.js'
import type { LongAnswer, MigratedChange, WrittenAnswer, WrittenAnswers } from './schema.js'

type Given = Readonly<Record<string, WrittenAnswer>>
type Place = Pick<MigratedChange, 'inventory' | 'entry'>

/**
 * Carries answers over: takes the steps one after the other, writes the new version and an account into the file. What no
 * longer fits the ruleset afterwards is taken back, to be asked again; every answer that is taken out stays in the account.
 * @param steps in the order in which they are taken; none within a major version
 * @param on the day on which this is done
 * @returns what was done; empty where only the version is another
 */
export function migrate(
  editor: AnswersEditor,
  ruleset: Ruleset,
  steps: readonly Migration[],
  on: string,
): readonly MigratedChange[] {
  const from = editor.written.rulesetVersion
  const changes: MigratedChange[] = []
  for (const { value } of steps) {
    const names = renaming(editor.written, new Map((value.renamed ?? []).map(({ id, to }) => [id, to])), changes)
    if (names.size > 0) editor.renameIds(names)
    const taken = new Changing(editor.written, changes)
    // A rename whose new id was answered already: the answer under the old one counts no more.
    for (const { id, to } of value.renamed ?? []) if (!names.has(id)) taken.drop(id, undefined, to)
    for (const { id, map } of value.options ?? []) taken.map(id, map)
    for (const { id, because } of value.dropped ?? []) taken.drop(id, because)
    for (const { id, because } of value.again ?? []) taken.again(id, because)
    editor.setContent(taken.written)
  }
  editor.setRulesetVersion(ruleset.version)
  if (steps.length > 0) withoutMisfits(editor, ruleset, changes)
  const { migrated = [] } = editor.written
  editor.setContent({
    ...editor.written,
    migrated: [...migrated, { from, to: ruleset.version, on, ...(changes.length > 0 && { changes }) }],
  })
  return changes
}

/** The ids that can be given: those in use, to such as are free, or become free. Each is told once, wherever it stands. */
function renaming(
  written: WrittenAnswers,
  names: ReadonlyMap<string, string>,
  changes: MigratedChange[],
): Map<string, string> {
  const used = [...givenIn(written)].map(({ given }) => new Set(Object.keys(given)))
  used.push(new Set(Object.keys(written.inventories ?? {})))
  const possible = new Map<string, string>()
  for (const [id, to] of names) {
    const here = used.filter((ids) => ids.has(id))
    if (here.length === 0 || here.some((ids) => ids.has(to) && !names.has(to))) continue
    possible.set(id, to)
    changes.push({ id, did: 'renamed', to })
  }
  return possible
}

/** Everything that answers stand in: the firm's, and each entry's. */
function* givenIn(written: WrittenAnswers): Generator<{ given: Given; place: Place }> {
  yield { given: written.answers ?? {}, place: {} }
  for (const [inventory, it] of Object.entries(written.inventories ?? {})) {
    for (const entry of Array.isArray(it) ? it : it.entries)
      yield { given: entry.answers ?? {}, place: { inventory, entry: entry.id } }
  }
}

/** The content of a file while one step changes it. */
class Changing {
  #written: WrittenAnswers
  readonly #changes: MigratedChange[]

  constructor(written: WrittenAnswers, changes: MigratedChange[]) {
    this.#written = written
    this.#changes = changes
  }

  get written(): WrittenAnswers {
    return this.#written
  }

  /** Puts other options in the place of those that were chosen. */
  map(id: string, options: Readonly<Record<string, string>>): void {
    this.#each(id, (was, place) => {
      const { answer } = long(was)
      if (typeof answer === 'number' || answer === undefined) return was
      const one = (option: string) => (Object.hasOwn(options, option) ? options[option]! : option)
      const chosen = typeof answer === 'string' ? one(answer) : [...new Set(answer.map(one))]
      // Who chose something that only the firm can place is not sure of the rest either.
      const to = typeof chosen === 'object' && chosen.includes(unsure) ? unsure : chosen
      if (JSON.stringify(to) === JSON.stringify(answer)) return was
      this.#changes.push({ id, ...place, did: 'mapped', was: answer, to })
      return typeof was === 'object' && !Array.isArray(was) ? { ...was, answer: to } : to
    })
  }

  /** @param to the id under which it is answered already */
  drop(id: string, because: string | undefined, to?: string): void {
    this.#each(id, (was, place) => {
      const more = { ...(because !== undefined && { because }), ...(to !== undefined && { to }) }
      this.#changes.push({ id, ...place, did: 'dropped', was, ...more })
      return undefined
    })
  }

  /** Takes an answer back; a note and evidence stay with the question. */
  again(id: string, because?: string): void {
    this.#each(id, (was, place) => {
      const { answer, notApplicable, note, evidence } = long(was)
      if (answer === undefined && notApplicable === undefined) return was
      this.#changes.push({ id, ...place, did: 'again', was, ...(because !== undefined && { because }) })
      const rest = { ...(note !== undefined && { note }), ...(evidence && { evidence }) }
      return Object.keys(rest).length === 0 ? undefined : rest
    })
  }

  #each(id: string, change: (was: WrittenAnswer, place: Place) => WrittenAnswer | undefined): void {
    const changed = (given: Given | undefined, place: Place): Record<string, WrittenAnswer> | undefined => {
      if (!given || !Object.hasOwn(given, id)) return given
      const after = change(given[id]!, place)
      const entries = Object.entries(given).flatMap(([name, it]): [string, WrittenAnswer][] =>
        name !== id ? [[name, it]] : after === undefined ? [] : [[name, after]],
      )
      return Object.fromEntries(entries)
    }
    const { answers, inventories } = this.#written
    const entries = <E extends { id: string; answers?: Record<string, WrittenAnswer> }>(inventory: string, list: E[]) =>
      list.map((entry) => {
        const after = changed(entry.answers, { inventory, entry: entry.id })
        return after === entry.answers ? entry : { ...entry, answers: after! }
      })
    const firm = changed(answers, {})
    this.#written = {
      ...this.#written,
      ...(firm && { answers: firm }),
      ...(inventories && {
        inventories: Object.fromEntries(
          Object.entries(inventories).map(([name, it]) => [
            name,
            Array.isArray(it) ? entries(name, it) : { ...it, entries: entries(name, it.entries) },
          ]),
        ),
      }),
    }
  }
}

/** Takes back what the ruleset can no longer read: an option that is gone, a number out of bounds. */
function withoutMisfits(editor: AnswersEditor, ruleset: Ruleset, changes: MigratedChange[]): void {
  const { findings } = answersFor(ruleset, { file: '', text: '' }, editor.written)
  const taken = new Changing(editor.written, changes)
  const ids = new Set(
    findings.filter(isError).flatMap(({ path }) => {
      const at = path[0] === 'answers' ? 0 : path.indexOf('answers', 2)
      const id = at === -1 ? undefined : path[at + 1]
      return typeof id === 'string' ? [id] : []
    }),
  )
  for (const id of ids) taken.again(id)
  editor.setContent(taken.written)
}

const long = (written: WrittenAnswer): LongAnswer =>
  typeof written === 'object' && !Array.isArray(written) ? written : { answer: written }
