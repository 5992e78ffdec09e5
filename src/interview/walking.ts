/** Where an interview stands in its walk, and what comes next. Pure: everything follows from the walk and what was said. */
import type { Assessment } from '../assessment/assessment.js'
import { type Ask, extent, isUnanswered } from '../assessment/walk.js'
import { visible } from '../text/visible.js'
import type { Words } from '../text/words.js'
import type { QuestionScreen } from './prompter.js'

/** What the walk is divided into for people: the firm's facts, each inventory, each section. */
export interface Chapter {
  readonly id: string
  readonly title: string
  readonly asks: readonly Ask[]
}

/** Which questions an interview is for. */
export type Only = 'open' | 'unsure' | 'no-evidence'

/** The chapter of the firm's own facts. */
export const firmChapter = 'firm'

/** The chapter that an ask belongs to. */
export function chapterOf(ask: Ask): string {
  switch (ask.kind) {
    case 'fact':
      return ask.fact.inventory ?? firmChapter
    case 'inventory':
      return ask.inventory.id
    case 'question':
      return ask.section.id
  }
}

/** The chapters in the order of the walk. */
export function chaptersOf(walk: readonly Ask[], words: Words): Chapter[] {
  const chapters = new Map<string, { title: string; asks: Ask[] }>()
  for (const ask of walk) {
    const id = chapterOf(ask)
    const chapter = chapters.get(id)
    if (chapter) chapter.asks.push(ask)
    else chapters.set(id, { title: chapterTitle(ask, walk, words), asks: [ask] })
  }
  return [...chapters].map(([id, chapter]) => ({ id, ...chapter }))
}

function chapterTitle(ask: Ask, walk: readonly Ask[], words: Words): string {
  if (ask.kind === 'question') return visible(ask.section.title)
  const id = ask.kind === 'inventory' ? ask.inventory.id : ask.fact.inventory
  if (id === undefined) return words.interview.flow.aboutFirm
  const list = walk.find((it) => it.kind === 'inventory' && it.inventory.id === id)
  return visible(list?.kind === 'inventory' ? list.inventory.title : id)
}

/** What the head of a screen says. */
export function whereOf(
  walk: readonly Ask[],
  ask: Ask,
  entry: string | undefined,
  words: Words,
): QuestionScreen['where'] {
  const chapters = chaptersOf(walk, words)
  const at = chapters.findIndex(({ id }) => id === chapterOf(ask))
  const { sure, perhaps } = extent(walk)
  return {
    section: chapters[at]?.title ?? '',
    sectionNumber: at + 1,
    sections: chapters.length,
    number: walk.findIndex(({ key }) => key === ask.key) + 1,
    sure,
    perhaps,
    ...(entry === undefined ? {} : { entry: visible(entry) }),
  }
}

/** Between the surely and the perhaps applicable. */
export const aboutHowMany = ({ sure, perhaps }: { readonly sure: number; readonly perhaps: number }): number =>
  Math.round((sure + perhaps) / 2)

/** The entry that an ask is about. */
export const entryOf = (ask: Ask): { inventory: string; id: string } | undefined => {
  if (ask.kind === 'inventory' || ask.entry === undefined) return undefined
  const inventory = ask.kind === 'fact' ? ask.fact.inventory : ask.section.inventory
  return inventory === undefined ? undefined : { inventory, id: ask.entry }
}

/** The name of an entry, as the firm gave it. */
export function entryName(assessment: Assessment, inventory: string, id: string): string {
  const found = assessment.inventories.get(inventory)?.list.find((it) => it.id === id)?.name
  if (found !== undefined) return found
  for (const part of assessment.parts) {
    const name = entryName(part.assessment, inventory, id)
    if (name !== id) return name
  }
  return id
}

/** What was done with asks besides answering them. */
export interface Progress {
  /** Left open for now: not brought up again before the review. */
  readonly skipped: ReadonlySet<string>
  /** Jumped over: brought up again once the rest is done. */
  readonly passed: ReadonlySet<string>
  /** Lists that are being filled: once an entry is done, its list comes again. */
  readonly filling: ReadonlySet<string>
  /** Asks to be gone through although something was said to them; each once. */
  readonly revisit: ReadonlySet<string>
  /** Only these are asked. */
  readonly covers: (ask: Ask) => boolean
}

/** Whether an ask waits to be asked. */
export const isPending = (ask: Ask, { skipped, revisit, covers }: Progress): boolean =>
  !skipped.has(ask.key) && ((isUnanswered(ask) && covers(ask)) || revisit.has(ask.key))

/**
 * What to ask next. An entry is finished before its list goes on, facts come before the questions that may depend on
 * them, a section is finished before facts that it opened. Nothing comes round again that was answered or skipped.
 * @param at the key of the last ask; undefined: from the start
 */
export function nextAsk(walk: readonly Ask[], at: string | undefined, progress: Progress): Ask | undefined {
  const index = walk.findIndex(({ key }) => key === at)
  const last = walk[index]
  const waits = (ask: Ask) => isPending(ask, progress) && !progress.passed.has(ask.key)
  const after = walk.slice(index + 1)

  const sameEntry = (ask: Ask) => {
    const [one, other] = [last && entryOf(last), entryOf(ask)]
    return ask.kind === 'fact' && one !== undefined && one.inventory === other?.inventory && one.id === other.id
  }
  // A fact before it may have become needed too.
  if (last?.kind === 'fact') {
    const own = after.find((ask) => sameEntry(ask) && waits(ask)) ?? walk.find((ask) => sameEntry(ask) && waits(ask))
    if (own) return own
  }
  if (last?.kind === 'question') {
    const own = after.find((ask) => chapterOf(ask) === chapterOf(last) && waits(ask))
    if (own) return own
  }
  const isFact = (ask: Ask) => ask.kind !== 'question'
  const list = (ask: Ask) => ask.kind === 'inventory' && progress.filling.has(ask.inventory.id) && ask.key !== last?.key
  return (
    walk.find((ask) => ask.kind === 'fact' && entryOf(ask) !== undefined && waits(ask)) ??
    walk.find(list) ??
    walk.find((ask) => isFact(ask) && waits(ask)) ??
    after.find(waits) ??
    walk.find(waits) ??
    walk.find((ask) => isPending(ask, progress))
  )
}

/** The ask before or after one in the walk, whatever was said to it. */
export function beside(walk: readonly Ask[], key: string, step: 1 | -1): Ask | undefined {
  const index = walk.findIndex((ask) => ask.key === key)
  return index === -1 ? undefined : walk[index + step]
}

/** Whether an ask belongs to what an interview was limited to; evaluated when it begins. */
export function isWanted(ask: Ask, only: Only): boolean {
  const answer = ask.kind === 'fact' ? ask.value.answer : ask.kind === 'question' ? ask.assessed.answer : undefined
  switch (only) {
    case 'open':
      return ask.kind === 'inventory' ? !ask.complete : answer === undefined || answer.state === 'unsure'
    case 'unsure':
      return answer?.state === 'unsure'
    case 'no-evidence':
      return ask.kind === 'question' && lacksEvidence(ask)
  }
}

/** Answered, and without any evidence where some is expected. */
export const lacksEvidence = (ask: Ask): boolean =>
  ask.kind === 'question' &&
  ask.assessed.state === 'answered' &&
  ask.assessed.evidence !== 'given' &&
  ask.assessed.evidence !== 'not-expected'
