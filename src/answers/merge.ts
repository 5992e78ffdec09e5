/** Several answers files of one firm become one. Nothing is guessed: where two disagree, the question is open again. */
import { distance, nearest } from '../documents/nearest.js'
import { askedIn } from '../ruleset/asked.js'
import type { Fact, Question, Ruleset } from '../ruleset/ruleset.js'
import { type At } from './edit.js'
import { unsure } from './answers.js'
import { same, type Value } from './layout.js'
import type { LongAnswer, WrittenAnswer, WrittenAnswers, WrittenInventory } from './schema.js'

export interface MergeInput {
  /** As shown to people, and in the notes of what was not agreed. */
  readonly file: string
  readonly written: WrittenAnswers
}

/** What one file says. */
export interface Stand {
  readonly file: string
  /** An answer, or why the question does not apply. */
  readonly answer?: string | number | readonly string[]
  readonly notApplicable?: string
  readonly by?: string
  readonly on?: string
}

export type Conflict =
  | {
      readonly kind: 'answer'
      readonly at: At
      readonly stands: readonly Stand[]
      /** What the files themselves note, without what the merged file notes of the conflict. */
      readonly notes: readonly string[]
    }
  /** One entry under several names; the first is kept. */
  | {
      readonly kind: 'name'
      readonly inventory: string
      readonly entry: string
      readonly names: readonly { readonly file: string; readonly name: string }[]
    }
  /** Two lists, each said to be all there is, with different entries: together they are one with more to come. */
  | { readonly kind: 'list'; readonly inventory: string; readonly files: readonly string[] }

/** Two entries, of different ids and from different files, that may be one. They stay two. */
export interface Similar {
  readonly inventory: string
  readonly entries: readonly [
    { readonly id: string; readonly name: string; readonly file: string },
    { readonly id: string; readonly name: string; readonly file: string },
  ]
}

export type Merged =
  | {
      readonly written: WrittenAnswers
      readonly conflicts: readonly Conflict[]
      readonly similar: readonly Similar[]
      readonly refused?: never
    }
  | { readonly refused: Refusal; readonly written?: never }

/** Why files cannot be one; each with what it says. */
export interface Refusal {
  readonly kind: 'ruleset' | 'major' | 'firm'
  readonly said: readonly { readonly file: string; readonly value: string }[]
}

/** The note on a question that was not agreed: both answers, who gave them, when. */
export type ConflictNote = (stands: readonly Stand[]) => string

/**
 * Joins answers files of one firm to one ruleset. Equal answers become one, what only one file says is taken, notes and
 * evidence are united. `unsure` gives way to an answer: who does not know contradicts nobody. Different answers leave the
 * question `unsure`, with a note of who said what.
 * @param ruleset of all these files
 */
export function mergeAnswers(inputs: readonly MergeInput[], ruleset: Ruleset, note: ConflictNote): Merged {
  const refused = refusalOf(inputs)
  if (refused) return { refused }
  return new Merger(inputs, askedIn(ruleset), note).merged()
}

function refusalOf(inputs: readonly MergeInput[]): Refusal | undefined {
  const said = (of: (written: WrittenAnswers) => string) =>
    inputs.map(({ file, written }) => ({ file, value: of(written) }))
  const differ = (of: (written: WrittenAnswers) => string) => new Set(inputs.map((it) => of(it.written))).size > 1
  if (differ((it) => it.ruleset)) return { kind: 'ruleset', said: said((it) => it.ruleset) }
  if (differ((it) => it.rulesetVersion.split('.')[0]!)) return { kind: 'major', said: said((it) => it.rulesetVersion) }
  // Every two of them: a file without a reference has only its name.
  const firms = inputs.map((it) => it.written.firm)
  const one = firms.every((a) => firms.every((b) => sameFirm(a, b)))
  if (one) return undefined
  return {
    kind: 'firm',
    said: said(({ firm }) => (firm.reference === undefined ? firm.name : `${firm.name} (${firm.reference})`)),
  }
}

const sameFirm = (a: WrittenAnswers['firm'], b: WrittenAnswers['firm']): boolean =>
  a.reference !== undefined && b.reference !== undefined
    ? a.reference === b.reference
    : folded(a.name) === folded(b.name)

type Entry = WrittenInventory['entries'][number]
interface Said {
  readonly file: string
  readonly long: LongAnswer
}

class Merger {
  readonly #inputs: readonly MergeInput[]
  readonly #asked: ReadonlyMap<string, Fact | Question>
  readonly #note: ConflictNote
  readonly #conflicts: Conflict[] = []
  readonly #similar: Similar[] = []

  constructor(inputs: readonly MergeInput[], asked: ReadonlyMap<string, Fact | Question>, note: ConflictNote) {
    this.#inputs = inputs
    this.#asked = asked
    this.#note = note
  }

  merged(): Merged {
    const all = this.#inputs.map((it) => it.written)
    const [first] = all
    const { ruleset } = first!
    const reference = all.map((it) => it.firm.reference).find((it) => it !== undefined)
    const language = all.map((it) => it.language).find((it) => it !== undefined)
    const preparedBy = unique(all.flatMap((it) => it.preparedBy ?? []))
    const migrated = unique(all.flatMap((it) => it.migrated ?? []))
    const answers = this.#answers(
      this.#inputs.map(({ file, written }) => ({ file, answers: written.answers })),
      undefined,
    )
    const inventories = this.#inventories()
    const written: WrittenAnswers = {
      ruleset,
      rulesetVersion: all.map((it) => it.rulesetVersion).reduce(later),
      firm: { name: first!.firm.name, ...(reference === undefined ? {} : { reference }) },
      ...(preparedBy.length === 0 ? {} : { preparedBy }),
      date: all.map((it) => it.date).reduce((a, b) => (a > b ? a : b)),
      ...(language === undefined ? {} : { language }),
      ...scopeOf(all),
      ...(answers && { answers }),
      ...(inventories && { inventories }),
      ...(migrated.length === 0 ? {} : { migrated }),
    }
    return { written, conflicts: this.#conflicts, similar: this.#similar }
  }

  #answers(
    files: readonly { readonly file: string; readonly answers: Entry['answers'] }[],
    entry: At['entry'],
  ): Record<string, WrittenAnswer> | undefined {
    if (files.every((it) => it.answers === undefined)) return undefined
    const said = new Map<string, Said[]>()
    for (const { file, answers } of files) {
      for (const [id, answer] of Object.entries(answers ?? {})) {
        said.set(id, [...(said.get(id) ?? []), { file, long: longOf(answer) }])
      }
    }
    return Object.fromEntries([...said].map(([id, all]) => [id, this.#one({ id, ...(entry && { entry }) }, all)]))
  }

  #one(at: At, said: readonly Said[]): WrittenAnswer {
    const asked = this.#asked.get(at.id)
    const isText = asked?.type === 'text'
    const stands = said.filter(({ long }) => long.answer !== undefined || long.notApplicable !== undefined)
    const sure = isText ? stands : stands.filter(({ long }) => long.answer !== unsure)
    const counting = sure.length > 0 ? sure : stands
    const agreed = counting.every(({ long }) => agree(long, counting[0]!.long, asked?.type === 'multi'))
    const evidence = unique(said.flatMap(({ long }) => long.evidence ?? []))
    const notes = unique(said.map(({ long }) => long.note ?? '').filter((it) => it !== ''))
    const united = (before: string[] = []): LongAnswer => ({
      ...(before.length + notes.length > 0 ? { note: [...before, ...notes].join('\n') } : {}),
      ...(evidence.length > 0 ? { evidence: evidence } : {}),
    })
    if (!agreed) {
      const all = counting.map(standOf)
      this.#conflicts.push({ kind: 'answer', at, stands: all, notes })
      const note = this.#note(all)
      // A text may say anything, even 'unsure': it stays without an answer.
      return { ...(isText ? {} : { answer: unsure }), ...united([note]) }
    }
    const [first] = counting
    const reasons = unique(counting.flatMap(({ long }) => long.notApplicable ?? []))
    const by = unique(counting.flatMap(({ long }) => long.by ?? []))
    const on = counting.flatMap(({ long }) => long.on ?? []).sort()
    return shortOf({
      ...(first?.long.answer === undefined ? {} : { answer: first.long.answer }),
      ...(reasons.length === 0 ? {} : { notApplicable: reasons.join(' / ') }),
      ...united(),
      ...(by.length === 0 ? {} : { by: by.join(', ') }),
      ...(on.length === 0 ? {} : { on: on.at(-1)! }),
    })
  }

  #inventories(): WrittenAnswers['inventories'] {
    const ids = unique(this.#inputs.flatMap(({ written }) => Object.keys(written.inventories ?? {})))
    if (this.#inputs.every(({ written }) => written.inventories === undefined)) return undefined
    return Object.fromEntries(ids.map((id) => [id, this.#inventory(id)]))
  }

  #inventory(inventory: string): WrittenInventory | Entry[] {
    const lists = this.#inputs.flatMap(({ file, written }) => {
      const all = written.inventories ?? {}
      if (!Object.hasOwn(all, inventory)) return []
      const it = all[inventory]!
      return [
        Array.isArray(it) ? { file, entries: it, more: false } : { file, entries: it.entries, more: it.more === true },
      ]
    })
    const found = new Map<string, { file: string; entry: Entry }[]>()
    for (const { file, entries } of lists) {
      for (const entry of entries) found.set(entry.id, [...(found.get(entry.id) ?? []), { file, entry }])
    }
    const entries = [...found].map(([id, all]): Entry => {
      const names = all.flatMap(({ file, entry }) => (entry.name === undefined ? [] : [{ file, name: entry.name }]))
      if (new Set(names.map((it) => it.name)).size > 1)
        this.#conflicts.push({ kind: 'name', inventory, entry: id, names })
      const answers = this.#answers(
        all.map(({ file, entry }) => ({ file, answers: entry.answers })),
        { inventory, id },
      )
      return { id, ...(names[0] && { name: names[0].name }), ...(answers && { answers }) }
    })
    this.#lookAlike(inventory, [...found.values()])

    const complete = lists.filter((it) => !it.more)
    const more = complete.length < lists.length
    const differ = complete.some(({ entries: one }) => one.length < found.size)
    if (!more && differ) this.#conflicts.push({ kind: 'list', inventory, files: complete.map((it) => it.file) })
    return more || differ ? { more: true, entries } : entries
  }

  /** Pairs of entries that no file has both of, under names that are equal or nearly. */
  #lookAlike(inventory: string, found: readonly (readonly { file: string; entry: Entry }[])[]): void {
    for (const [i, a] of found.entries()) {
      for (const b of found.slice(i + 1)) {
        if (a.some((one) => b.some((other) => other.file === one.file))) continue
        const [one, other] = [a[0]!, b[0]!].map(({ file, entry }) => ({
          id: entry.id,
          name: entry.name ?? entry.id,
          file,
        })) as [Similar['entries'][0], Similar['entries'][1]]
        const [left, right] = [folded(one.name), folded(other.name)]
        if (left === right || near(left, right)) this.#similar.push({ inventory, entries: [one, other] })
      }
    }
  }
}

const near = (a: string, b: string): boolean => nearest(a, [b]) !== undefined && distance(a, b) <= a.length / 3

/** As people compare names: without case, accents of form, or spaces too many. */
const folded = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

const longOf = (written: WrittenAnswer): LongAnswer =>
  typeof written === 'object' && !Array.isArray(written) ? written : { answer: written }

const shortOf = (long: LongAnswer): WrittenAnswer => {
  const keys = Object.keys(long)
  // A placeholder that says nothing stays one.
  if (keys.length === 0) return { note: '' }
  return keys.length === 1 && long.answer !== undefined ? long.answer : long
}

function agree(a: LongAnswer, b: LongAnswer, several: boolean): boolean {
  if (a.notApplicable !== undefined || b.notApplicable !== undefined)
    return a.notApplicable !== undefined && b.notApplicable !== undefined && same(a.answer, b.answer)
  if (!several) return same(a.answer, b.answer)
  // Which options were chosen counts, not in which order.
  const chosen = ({ answer }: LongAnswer) => JSON.stringify([...new Set([answer].flat())].map(String).sort())
  return chosen(a) === chosen(b)
}

const standOf = ({ file, long: { answer, notApplicable, by, on } }: Said): Stand => ({
  file,
  ...(answer === undefined ? {} : { answer }),
  ...(notApplicable === undefined ? {} : { notApplicable }),
  ...(by === undefined ? {} : { by }),
  ...(on === undefined ? {} : { on }),
})

/** A quick check stays one only if nobody answered everything. */
const scopeOf = (all: readonly WrittenAnswers[]): Pick<WrittenAnswers, 'scope'> => {
  const scopes = all.map((it) => it.scope)
  if (scopes.every((it) => it === undefined)) return {}
  return { scope: scopes.every((it) => it === 'quick') ? 'quick' : 'full' }
}

function later(a: string, b: string): string {
  const [left, right] = [a, b].map((it) => it.split('.').map(Number)) as [number[], number[]]
  const differs = left.findIndex((it, i) => it !== right[i])
  return differs === -1 || left[differs]! > right[differs]! ? a : b
}

const unique = <T>(all: readonly T[]): T[] =>
  all.filter((it, i) => all.findIndex((other) => same(it as Value, other as Value)) === i)
