/** Answers are changed in the text they stand in: what is not changed keeps its comments, order, quotes and layout. */
import type { Finding, Path } from '../diagnostics/diagnostic.js'
import { isJson } from '../documents/read.js'
import { clean, type Source } from '../documents/source.js'
import { unsure } from './answers.js'
import { Layout, same, type Style, type Value } from './layout.js'
import { readAnswers } from './load.js'
import type { Evidence, LongAnswer, WrittenAnswer, WrittenAnswers, WrittenInventory } from './schema.js'

/** A question or fact: of the firm, or of an entry. */
export interface At {
  readonly id: string
  readonly entry?: { readonly inventory: string; readonly id: string }
}

/** Who said it, and on what day. */
export interface Said {
  readonly by?: string | undefined
  readonly on?: string | undefined
}

/** What a new answers file starts with. */
export interface NewAnswers {
  readonly ruleset: string
  readonly rulesetVersion: string
  readonly firm: { readonly name: string; readonly reference?: string }
  readonly date: string
  readonly language?: NonNullable<WrittenAnswers['language']>
}

export interface EditOptions {
  /** The ids of facts and questions as the ruleset orders them: a new answer gets its place after the one before it. */
  readonly order?: readonly string[]
}

type Entry = WrittenInventory['entries'][number]

/** What {@link AnswersEditor.removeEntry} took away, for {@link AnswersEditor.restoreEntry} to put back. */
export interface RemovedEntry {
  readonly inventory: string
  readonly index: number
  readonly entry: Entry
  /** The text before and after: as long as it is still that, even comments come back. */
  readonly before: string
  readonly after: string
}

/** The content that was to be written is none that an answers file can hold; the text is as it was. */
export class EditError extends Error {
  override readonly name = 'EditError'
  readonly findings: readonly Finding[]

  constructor(message: string, findings: readonly Finding[] = []) {
    super(message)
    this.findings = findings
  }
}

/**
 * An answers file that is being edited. After every edit the text has been read back: it says exactly what was meant, or
 * the edit throws {@link EditError} and nothing has changed.
 */
export class AnswersEditor {
  readonly #file: string
  readonly #mark: string
  readonly #style: Style
  readonly #json: boolean
  #text: string
  #written: WrittenAnswers

  private constructor({ file, text }: Source, written: WrittenAnswers, options: EditOptions) {
    this.#file = file
    this.#json = isJson(file)
    this.#mark = text.charCodeAt(0) === 0xfeff ? text[0]! : ''
    this.#text = clean(text)
    this.#written = written
    this.#style = { block: isBlock, order: orderOf(options.order ?? []) }
  }

  /** @returns the editor of an existing file, unless it is no answers file; findings as `readAnswers` gives them */
  static open(source: Source, options: EditOptions = {}): { editor?: AnswersEditor; findings: readonly Finding[] } {
    const { written, findings } = readAnswers(source)
    return { findings, ...(written && { editor: new AnswersEditor(source, written, options) }) }
  }

  /**
   * @param file the name of the file to be: `.json` makes it JSON
   * @throws EditError where the header is none that an answers file can have
   */
  static create(start: NewAnswers, file: string, options: EditOptions = {}): AnswersEditor {
    const { ruleset, rulesetVersion, firm, date, language } = start
    return AnswersEditor.of(
      { ruleset, rulesetVersion, firm: { ...firm }, date, ...(language === undefined ? {} : { language }) },
      file,
      options,
    )
  }

  /** @returns a new file with this content, in the layout of the house */
  static of(written: WrittenAnswers, file: string, options: EditOptions = {}): AnswersEditor {
    // The smallest text that has this first key, so that one way of writing serves all.
    const { ruleset, ...rest } = written
    const json = isJson(file)
    const style: Style = { block: isBlock, order: orderOf(options.order ?? []) }
    const first = json ? `{\n  "ruleset": ${JSON.stringify(ruleset)}\n}\n` : `ruleset: ${JSON.stringify(ruleset)}\n`
    const layout = new Layout(first, json, style)
    layout.change({ ruleset }, asValue({ ruleset, ...rest }))
    const text = json ? layout.text : layout.text.replace(/^ruleset: "([a-z][a-z0-9-]*)"$/m, unquotedRuleset)
    const { editor, findings } = AnswersEditor.open({ file, text }, options)
    if (!editor || !same(asValue(editor.written), asValue(written))) throw refused(findings)
    return editor
  }

  /** The content. */
  get written(): WrittenAnswers {
    return this.#written
  }

  text(): string {
    return this.#mark + this.#text
  }

  /** What is said to a question or fact, in the long form; empty where nothing is. */
  said(at: At): LongAnswer {
    const answers = at.entry ? this.#entryOf(at.entry.inventory, at.entry.id).answers : this.#written.answers
    return long(own(answers, at.id))
  }

  /** Answers; a note and evidence stay. */
  setAnswer(at: At, value: string | number | readonly string[], said: Said = {}): void {
    const answer = typeof value === 'object' ? [...value] : value
    this.#say(at, ({ note, evidence }) => ({ answer, note, evidence, ...said }))
  }

  setUnsure(at: At, said: Said = {}): void {
    this.setAnswer(at, unsure, said)
  }

  setNotApplicable(at: At, reason: string, said: Said = {}): void {
    this.#say(at, ({ note, evidence }) => ({ notApplicable: reason, note, evidence, ...said }))
  }

  /** Takes the answer back; a note and evidence stay until they are removed themselves. */
  clear(at: At): void {
    this.#say(at, ({ note, evidence }) => ({ note, evidence }))
  }

  /** @param note without it, or with an empty one, there is none */
  setNote(at: At, note: string | undefined, said?: Said): void {
    this.#say(at, (it) => ({ ...it, ...said, note }))
  }

  addEvidence(at: At, item: Evidence, said?: Said): void {
    this.#say(at, (it) => ({ ...it, ...said, evidence: [...(it.evidence ?? []), { ...item }] }))
  }

  /** @param index from 0, as {@link said} lists it */
  removeEvidence(at: At, index: number, said?: Said): void {
    this.#say(at, (it) => ({ ...it, ...said, evidence: (it.evidence ?? []).filter((_, i) => i !== index) }))
  }

  /** Makes this the whole content, by the smallest change of the text. */
  setContent(written: WrittenAnswers): void {
    this.#write(written, [])
  }

  /** Gives answers and inventories other ids, wherever they stand; what is said, comments and places stay. */
  renameIds(names: ReadonlyMap<string, string>): void {
    const renamed = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(map).map(([id, it]) => [names.get(id) ?? id, it]))
    const { answers, inventories } = this.#written
    const entry = (it: Entry): Entry => (it.answers ? { ...it, answers: renamed(it.answers) } : it)
    const after: WrittenAnswers = {
      ...this.#written,
      ...(answers && { answers: renamed(answers) }),
      ...(inventories && {
        inventories: renamed(
          Object.fromEntries(
            Object.entries(inventories).map(([id, it]) => [
              id,
              Array.isArray(it) ? it.map(entry) : { ...it, entries: it.entries.map(entry) },
            ]),
          ),
        ),
      }),
    }
    const maps: Path[] = [['answers'], ['inventories']]
    for (const [id, it] of Object.entries(inventories ?? {})) {
      const list = Array.isArray(it) ? [] : ['entries']
      for (const i of entriesOf(it).keys()) maps.push(['inventories', id, ...list, i, 'answers'])
    }
    this.#write(after, [], (layout) => layout.rename(maps, names))
  }

  setFirm(firm: NewAnswers['firm']): void {
    this.#set({ firm: { ...firm } })
  }

  setPreparedBy(people: readonly { readonly name: string; readonly role?: string }[]): void {
    this.#set({ preparedBy: people.length === 0 ? undefined : people.map((it) => ({ ...it })) })
  }

  setDate(date: string): void {
    this.#set({ date })
  }

  setRulesetVersion(rulesetVersion: string): void {
    this.#set({ rulesetVersion })
  }

  setLanguage(language: WrittenAnswers['language']): void {
    this.#set({ language })
  }

  setScope(scope: WrittenAnswers['scope']): void {
    this.#set({ scope })
  }

  /** The entries of an inventory. */
  entries(inventory: string): readonly Entry[] {
    return entriesOf(own(this.#written.inventories, inventory))
  }

  /** Whether the list is said to be all there is; undefined where the file does not mention it. */
  isComplete(inventory: string): boolean | undefined {
    const it = own(this.#written.inventories, inventory)
    return it && (Array.isArray(it) || it.more !== true)
  }

  /** Adds an entry at the end. An inventory that was not mentioned starts as one with more to come. */
  addEntry(inventory: string, id: string, name: string): void {
    this.#add(inventory, this.entries(inventory).length, { id, name })
  }

  /** Gives an entry another name; its id is permanent. */
  renameEntry(inventory: string, id: string, name: string): void {
    const index = this.#indexOf(inventory, id)
    this.#setEntries(
      inventory,
      this.entries(inventory).map((entry, i) => (i === index ? { ...entry, name } : entry)),
    )
  }

  /** Adds an entry with all answers of another. */
  copyEntry(inventory: string, from: string, id: string, name: string): void {
    const { answers } = this.#entryOf(inventory, from)
    const entry: Entry = { id, name, ...(answers && { answers: structuredClone(answers) }) }
    this.#add(inventory, this.entries(inventory).length, entry)
  }

  /** Removes an entry with its answers. @returns what {@link restoreEntry} takes */
  removeEntry(inventory: string, id: string): RemovedEntry {
    const index = this.#indexOf(inventory, id)
    const before = this.#text
    const entry = this.entries(inventory)[index]!
    this.#setEntries(
      inventory,
      this.entries(inventory).filter((_, i) => i !== index),
    )
    return { inventory, index, entry, before, after: this.#text }
  }

  /** Puts an entry back at its place, or at the end where the list has become shorter. */
  restoreEntry({ inventory, index, entry, before, after }: RemovedEntry): void {
    if (this.#text !== after) return this.#add(inventory, Math.min(index, this.entries(inventory).length), entry)
    const { written } = readAnswers({ file: this.#file, text: before })
    this.#text = before
    this.#written = written!
  }

  /** Says that the list is all there is, or that there is more to come. */
  setComplete(inventory: string, complete: boolean): void {
    if (this.isComplete(inventory) === complete) return
    const it = own(this.#written.inventories, inventory)
    if (it === undefined) return this.#setInventory(inventory, complete ? [] : { more: true, entries: [] })
    const path = ['inventories', inventory]
    const entries = entriesOf(it)
    if (!complete && Array.isArray(it)) {
      this.#write({ more: true, entries }, path, (layout) => layout.wrap(path, { more: true }, 'entries'))
    } else if (complete) this.#write(entries, path, (layout) => layout.unwrap(path, 'entries'))
    else this.#setInventory(inventory, { more: true, entries })
  }

  #entryOf(inventory: string, id: string): Entry {
    return this.entries(inventory)[this.#indexOf(inventory, id)]!
  }

  #indexOf(inventory: string, id: string): number {
    const index = this.entries(inventory).findIndex((entry) => entry.id === id)
    if (index === -1) throw new EditError(`There is no entry '${id}' in '${inventory}'.`)
    return index
  }

  #add(inventory: string, index: number, entry: Entry): void {
    const entries = this.entries(inventory)
    if (entries.some((it) => it.id === entry.id)) throw new EditError(`There is an entry '${entry.id}' already.`)
    this.#setEntries(inventory, entries.toSpliced(index, 0, entry))
  }

  #setEntries(inventory: string, entries: Entry[]): void {
    const it = own(this.#written.inventories, inventory)
    this.#setInventory(inventory, Array.isArray(it) ? entries : { ...(it ?? { more: true }), entries })
  }

  #setInventory(inventory: string, value: WrittenInventory | Entry[]): void {
    this.#set({ inventories: withOwn(this.#written.inventories, inventory, value) })
  }

  #say(at: At, change: (said: LongAnswer) => Partial<Record<keyof LongAnswer, unknown>>): void {
    const { id, entry } = at
    const answered = (answers: Entry['answers']): Entry['answers'] => {
      const before = own(answers, id)
      return withOwn(answers, id, short(change(long(before))))
    }
    if (!entry) return this.#set({ answers: answered(this.#written.answers) })
    const index = this.#indexOf(entry.inventory, entry.id)
    this.#setEntries(
      entry.inventory,
      this.entries(entry.inventory).map((it, i) => {
        if (i !== index) return it
        const { answers: before, ...rest } = it
        const answers = answered(before)
        return answers === undefined ? rest : { ...rest, answers }
      }),
    )
  }

  #set(change: { [K in keyof WrittenAnswers]?: WrittenAnswers[K] | undefined }): void {
    const after = Object.entries({ ...this.#written, ...change }).filter(([, value]) => value !== undefined)
    this.#write(Object.fromEntries(after), [])
  }

  /** Makes the content at a path this, in the text: by a way of its own, else by the smallest change. */
  #write(value: unknown, path: Path, way?: (layout: Layout) => void): void {
    const after = (path.length === 0 ? value : replaced(this.#written, path, value)) as WrittenAnswers
    const before = this.#written
    const ways = [...(way ? [way] : []), (layout: Layout) => layout.change(asValue(before), asValue(after))]
    for (const one of ways) {
      const layout = new Layout(this.#text, this.#json, this.#style)
      one(layout)
      const read = readAnswers({ file: this.#file, text: layout.text })
      if (read.written && same(asValue(read.written), asValue(after))) {
        this.#text = layout.text
        this.#written = read.written
        return
      }
    }
    // What is no content of an answers file fails above, and here again; a text that could not be changed in its places
    // is written anew, without its comments: an answer counts for more than they do.
    const anew = AnswersEditor.of(after, this.#file, { order: this.#style.order(['answers']) })
    this.#text = anew.#text
    this.#written = anew.#written
  }
}

const refused = (findings: readonly Finding[]): EditError =>
  new EditError(
    findings.map((it) => `${it.code} ${it.path.join('.')}`).join(', ') || 'The text would not read back the same.',
    findings,
  )

/** A ruleset's id stands without quotes wherever YAML reads it as text. */
const unquotedRuleset = (line: string, id: string): string =>
  /^(?:true|false|null)$/.test(id) ? line : `ruleset: ${id}`

const asValue = (written: unknown): Value => written as Value

/** A member that a file named, whatever it named it. */
function own<T>(of: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return of && Object.hasOwn(of, key) ? of[key] : undefined
}

/** With this member, or without it; undefined where there was nothing and is nothing. */
function withOwn<T>(
  of: Readonly<Record<string, T>> | undefined,
  key: string,
  value: T | undefined,
): Record<string, T> | undefined {
  if (of === undefined && value === undefined) return undefined
  const rest = Object.entries(of ?? {})
  const index = rest.findIndex(([name]) => name === key)
  if (value === undefined) return Object.fromEntries(rest.filter(([name]) => name !== key))
  if (index === -1) rest.push([key, value])
  else rest[index] = [key, value]
  return Object.fromEntries(rest)
}

function replaced(of: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  const map = of as Record<string, unknown>
  return { ...map, [step]: replaced(map[step], rest, value) }
}

const entriesOf = (inventory: WrittenInventory | Entry[] | undefined): Entry[] =>
  inventory === undefined ? [] : Array.isArray(inventory) ? inventory : inventory.entries

const long = (written: WrittenAnswer | undefined): LongAnswer =>
  written === undefined ? {} : typeof written === 'object' && !Array.isArray(written) ? written : { answer: written }

const longKeys = ['answer', 'notApplicable', 'note', 'evidence', 'by', 'on'] as const

/** The short form where nothing but the answer is said; undefined where nothing is. */
function short(said: Partial<Record<keyof LongAnswer, unknown>>): WrittenAnswer | undefined {
  // An answer counts even when it is empty: whether it may be is for the schema to say. Nothing else says anything then.
  const kept = longKeys
    .map((key) => [key, said[key]] as const)
    .filter(
      ([key, value]) =>
        value !== undefined &&
        (key === 'answer' ||
          key === 'notApplicable' ||
          (value !== '' && !(Array.isArray(value) && value.length === 0))),
    )
  if (kept.length === 0) return undefined
  return kept.length === 1 && kept[0]![0] === 'answer' ? (kept[0]![1] as WrittenAnswer) : Object.fromEntries(kept)
}

const rootKeys = [
  'ruleset',
  'rulesetVersion',
  'firm',
  'preparedBy',
  'date',
  'language',
  'scope',
  'answers',
  'inventories',
  'migrated',
] as const satisfies readonly (keyof WrittenAnswers)[]

/** The part of a path inside an entry, its number first; undefined outside. */
function inEntry(path: Path): Path | undefined {
  if (path[0] !== 'inventories' || path.length < 3) return undefined
  const inside = path.slice(path[2] === 'entries' ? 3 : 2)
  return typeof inside[0] === 'number' ? inside : undefined
}

/** Everything has lines of its own but what is said to one question, and what stands in the header. */
function isBlock(path: Path): boolean {
  if (path[0] === 'answers') return path.length === 1
  if (path[0] === 'migrated') return path.length <= 3
  return path[0] === 'inventories' && (inEntry(path)?.length ?? 0) < 3
}

const orderOf =
  (ids: readonly string[]) =>
  (path: Path): readonly string[] => {
    const inside = path[0] === 'inventories' ? inEntry(path) : path[0] === 'answers' ? [0, ...path] : undefined
    if (path.length === 0) return rootKeys
    if (inside?.length === 1) return ['id', 'name', 'answers']
    if (inside?.length === 2) return ids
    return inside?.length === 3 ? longKeys : []
  }
