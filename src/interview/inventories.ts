/** Lists of the firm: entries are added one by one, copied, renamed, removed, and the list is said to be complete. */
import { type Ask, isUnanswered } from '../assessment/walk.js'
import { visible } from '../text/visible.js'
import { saidTo } from './commands.js'
import type { Choice } from './prompter.js'
import { askedOf, type Sitting } from './sitting.js'
import { beside, entryName, entryOf } from './walking.js'

type InventoryAsk = Extract<Ask, { kind: 'inventory' }>

/** Where an interview goes from a list. */
export type FromList = 'next' | 'back' | 'leave' | { readonly key: string }

/**
 * Shows a list until it is left: for the questions of a new entry, for what comes after it, or to stop.
 * @param one asks one question and says whether the interview is to be left
 */
export async function holdList(
  sitting: Sitting,
  ask: InventoryAsk,
  one: (key: string) => Promise<'leave' | undefined>,
): Promise<FromList> {
  const { id } = ask.inventory
  for (;;) {
    const { flow, prompter, editor } = sitting
    const entries = editor.entries(id)
    const inventory = sitting.speech.ruleset.inventories.get(id) ?? ask.inventory
    const word = visible(inventory.entry)
    const say = flow.list
    const before = beside(sitting.routeAt(ask.key), ask.key, -1)
    const lastRemoved = sitting.removed.findLast((it) => it.inventory === id)
    const choices: Choice[] = [
      { value: 'add', label: say.add(word) },
      ...(entries.length > 0 ? [{ value: 'copy', label: say.copy, about: say.copyAbout }] : []),
      ...entries.map((entry) => ({
        value: `entry ${entry.id}`,
        label: visible(entry.name ?? entry.id),
        about: say.answered(Object.keys(entry.answers ?? {}).length),
      })),
      ...(lastRemoved
        ? [{ value: 'restore', label: visible(say.restore(lastRemoved.entry.name ?? lastRemoved.entry.id)) }]
        : []),
      { value: 'complete', label: entries.length === 0 ? say.none(visible(inventory.title)) : say.allThere },
      { value: 'more', label: say.moreLater, about: say.moreLaterAbout },
      ...(before ? [{ value: 'back', label: say.back }] : []),
      { value: 'leave', label: say.leave },
    ]
    const head = visible(inventory.title)
    const about = entries.length === 0 && inventory.about !== undefined ? [visible(inventory.about)] : []
    if (about.length > 0) prompter.say([head, ...about])
    const next = await prompter.choose(say.what(head, entries.length), choices)

    if (next === 'add') {
      const name = await nameOf(sitting, id, say.name(word))
      if (name === undefined) continue
      const key = newId(name, inventory.entry, takenIn(sitting, id))
      await sitting.change((it) => it.addEntry(id, key, name), ask.key)
      sitting.filling.add(id)
      return goTo(sitting, id, key) ?? 'next'
    }
    if (next === 'copy') {
      const from = await chooseEntry(sitting, id, say.copyFrom)
      if (from === undefined) continue
      const name = await nameOf(sitting, id, say.name(word))
      if (name === undefined) continue
      const key = newId(name, inventory.entry, takenIn(sitting, id))
      await sitting.change((it) => it.copyEntry(id, from, key, name), ask.key)
      sitting.filling.add(id)
      const left = await changeAnswers(sitting, id, key, one, say.differs, say.nothingElse)
      if (left !== undefined) return left
    } else if (next === 'restore') {
      sitting.removed.splice(sitting.removed.lastIndexOf(lastRemoved!), 1)
      await sitting.change((it) => it.restoreEntry(lastRemoved!), ask.key)
    } else if (next === 'complete') {
      sitting.filling.delete(id)
      sitting.skipped.delete(ask.key)
      await sitting.change((it) => it.setComplete(id, true), ask.key)
      return 'next'
    } else if (next === 'more') {
      sitting.filling.delete(id)
      if (editor.isComplete(id) === true) await sitting.change((it) => it.setComplete(id, false), ask.key)
      if (editor.entries(id).length === 0) sitting.skipped.add(ask.key)
      sitting.revisit.delete(ask.key)
      return 'next'
    } else if (next === 'leave') return 'leave'
    else if (next === 'back' || next === undefined) {
      if (before) return 'back'
    } else {
      const left = await holdEntry(sitting, id, next.slice('entry '.length), one)
      if (left !== undefined) return left
    }
  }
}

/** One entry: its answers, its name, a copy, its end. */
async function holdEntry(
  sitting: Sitting,
  inventory: string,
  id: string,
  one: (key: string) => Promise<'leave' | undefined>,
): Promise<FromList | undefined> {
  const { flow, prompter, assessment } = sitting
  const say = flow.list
  const name = visible(entryName(assessment, inventory, id))
  const next = await prompter.choose(say.entryWhat(name), [
    { value: 'change', label: say.change },
    { value: 'copy', label: say.same, about: say.copyAbout },
    { value: 'rename', label: say.rename },
    { value: 'remove', label: say.remove },
  ])
  switch (next) {
    case 'change':
      return changeAnswers(sitting, inventory, id, one, say.changeWhich, say.changed)
    case 'copy': {
      const copied = await nameOf(sitting, inventory, say.name(visible(entryWord(sitting, inventory))))
      if (copied === undefined) return undefined
      const key = newId(copied, entryWord(sitting, inventory), takenIn(sitting, inventory))
      await sitting.change((it) => it.copyEntry(inventory, id, key, copied))
      sitting.filling.add(inventory)
      return changeAnswers(sitting, inventory, key, one, say.differs, say.nothingElse)
    }
    case 'rename': {
      const renamed = await nameOf(sitting, inventory, say.rename, entryName(assessment, inventory, id))
      if (renamed !== undefined) await sitting.change((it) => it.renameEntry(inventory, id, renamed))
      return undefined
    }
    case 'remove': {
      const answers = Object.keys(sitting.editor.entries(inventory).find((it) => it.id === id)?.answers ?? {}).length
      if (!(await prompter.confirm(say.removeSure(name, answers), false))) return undefined
      if (!(await prompter.confirm(say.removeReally(name), false))) return undefined
      await sitting.change((it) => sitting.removed.push(it.removeEntry(inventory, id)))
      prompter.say([say.removed(name)])
      return undefined
    }
    default:
      return undefined
  }
}

const entryWord = ({ speech }: Sitting, inventory: string): string =>
  speech.ruleset.inventories.get(inventory)?.entry ?? inventory

const done = 'done'

/**
 * Changes what is said of an entry: one fact after another, until nothing else is to be changed.
 * @returns where to go: to what the changes left open
 */
async function changeAnswers(
  sitting: Sitting,
  inventory: string,
  id: string,
  one: (key: string) => Promise<'leave' | undefined>,
  which: string,
  nothing: string,
): Promise<'leave' | { readonly key: string } | undefined> {
  let at: string | undefined
  for (;;) {
    const facts = factsOf(sitting, inventory, id)
    const key = await sitting.prompter.choose(
      sitting.speech.words.marks.labelled(visible(entryName(sitting.assessment, inventory, id)), which),
      [
        ...facts.map((ask) => ({
          value: ask.key,
          label: visible(askedOf(ask)!.ask),
          about: saidTo(sitting, ask),
        })),
        { value: done, label: nothing },
      ],
      at,
    )
    if (key === undefined || key === done) break
    if ((await one(key)) === 'leave') return 'leave'
    at = key
  }
  const open = factsOf(sitting, inventory, id).find(isUnanswered)
  if (open) sitting.filling.add(inventory)
  return open && { key: open.key }
}

const factsOf = ({ walk }: Sitting, inventory: string, id: string): Ask[] =>
  walk.filter((ask) => {
    const entry = entryOf(ask)
    return ask.kind === 'fact' && entry?.inventory === inventory && entry.id === id
  })

const chooseEntry = (sitting: Sitting, inventory: string, message: string): Promise<string | undefined> =>
  sitting.prompter.choose(
    message,
    sitting.editor.entries(inventory).map((entry) => ({ value: entry.id, label: visible(entry.name ?? entry.id) })),
  )

/** A name that no other entry of the list has. */
async function nameOf(
  { prompter, flow, editor }: Sitting,
  inventory: string,
  message: string,
  initial?: string,
): Promise<string | undefined> {
  const others = editor.entries(inventory).map((entry) => entry.name ?? entry.id)
  const name = await prompter.write(message, {
    ...(initial === undefined ? {} : { initial }),
    check: (text) => {
      const it = text.trim()
      if (it === '') return flow.empty
      if (it.length > 200) return flow.tooLong(200)
      return it !== initial && others.includes(it) ? flow.list.nameTaken : undefined
    },
  })
  return name?.trim()
}

/** Ids that are in use, or come back with an entry that was removed. */
const takenIn = (sitting: Sitting, inventory: string): Set<string> =>
  new Set([
    ...sitting.editor.entries(inventory).map(({ id }) => id),
    ...sitting.removed.filter((it) => it.inventory === inventory).map(({ entry }) => entry.id),
  ])

/** An id from a name: its Latin letters and digits, or the word for an entry where it has none; with a number if taken. */
export function newId(name: string, word: string, taken: ReadonlySet<string>): string {
  const slug = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '')
  const base = slug(name) || slug(word) || 'entry'
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

/** The first question of an entry. */
function goTo(sitting: Sitting, inventory: string, id: string): FromList | undefined {
  const [first] = factsOf(sitting, inventory, id)
  return first && { key: first.key }
}
