/** What an answer brought about, in words: decisions, questions that opened or closed, contradictions. */
import type { Assessment } from '../assessment/assessment.js'
import { type Decision, outcomeOf } from '../assessment/values.js'
import type { Ask } from '../assessment/walk.js'
import { contradictionsOf } from '../report/build.js'
import { placesOf } from '../report/determinations.js'
import { filled, valueText } from '../report/value-text.js'
import { visible } from '../text/visible.js'
import type { Words } from '../text/words.js'

/** A moment of an interview. */
export interface Moment {
  readonly assessment: Assessment
  readonly walk: readonly Ask[]
}

/**
 * What changed between two moments, a paragraph each: what was decided, or decided otherwise; what cannot be true
 * together; how many questions came or went.
 * @param said the key of what was answered, which is no question that closed
 */
export function changes(before: Moment, after: Moment, said: string | undefined, words: Words): string[] {
  const known = new Set(contradictionsIn(before.assessment, words))
  const { flow } = words.interview
  return [
    ...decisions(before.assessment, after.assessment, words),
    ...contradictionsIn(after.assessment, words)
      .filter((it) => !known.has(it))
      .map((it) => visible(flow.contradiction(it))),
    ...counts(before.walk, after.walk, said, words),
  ]
}

function contradictionsIn(assessment: Assessment, words: Words): string[] {
  return [
    ...contradictionsOf(assessment, words).map(({ entry, says }) =>
      entry === undefined ? says : words.marks.labelled(entryNameOf(assessment, entry), says),
    ),
    ...assessment.parts.flatMap((part) => contradictionsIn(part.assessment, words)),
  ]
}

const entryNameOf = (assessment: Assessment, entry: string): string =>
  [...assessment.inventories.values()].flatMap(({ list }) => list).find(({ id }) => id === entry)?.name ?? entry

function counts(before: readonly Ask[], after: readonly Ask[], said: string | undefined, words: Words): string[] {
  const [old, now] = [before, after].map((walk) => new Set(walk.map(({ key }) => key))) as [Set<string>, Set<string>]
  const opened = after.filter(({ key }) => !old.has(key)).length
  const closed = before.filter(({ key }) => !now.has(key) && key !== said).length
  const { flow } = words.interview
  return [...(opened > 0 ? [flow.opened(opened)] : []), ...(closed > 0 ? [flow.closed(closed)] : [])]
}

/** The decisions of every place, by determination and entry. */
function decisionsIn(assessment: Assessment) {
  const found = new Map<string, { decision: Decision; at: ReturnType<typeof placesOf>[number]; in: Assessment }>()
  const look = (it: Assessment): void => {
    for (const value of it.ruleset.values.values()) {
      if (value.kind !== 'determination') continue
      for (const at of placesOf(it, value.inventory)) {
        const key = `${value.id} ${at.entry ?? ''}`
        if (!found.has(key)) found.set(key, { decision: at.scope.get(value.id) as Decision, at, in: it })
      }
    }
    it.parts.forEach((part) => look(part.assessment))
  }
  look(assessment)
  return found
}

type Found = ReturnType<typeof decisionsIn> extends Map<string, infer F> ? F : never

function decisions(before: Assessment, after: Assessment, words: Words): string[] {
  const old = decisionsIn(before)
  const { flow } = words.interview
  return [...decisionsIn(after)].flatMap(([key, now]) => {
    const was = old.get(key)
    const { determination } = now.decision
    const name = prefix(now.at.entryName, words)
    if (determination.decide === 'all') {
      const held = new Set(was?.decision.candidates)
      const holds = new Set(now.decision.candidates)
      const label = (outcome: string) => determination.outcomes.get(outcome)?.label ?? outcome
      const began = [...holds].filter((it) => !held.has(it)).map(label)
      const ended = [...held].filter((it) => !holds.has(it)).map(label)
      return [
        ...(began.length > 0 ? [visible(flow.applies(name, determination.title, words.marks.clauses(began)))] : []),
        ...(ended.length > 0
          ? [visible(flow.appliesNoMore(name, determination.title, words.marks.clauses(ended)))]
          : []),
      ]
    }
    const outcome = outcomeOf(now.decision)
    const previous = was && outcomeOf(was.decision)
    if (outcome === undefined) {
      return previous === undefined ? [] : [visible(flow.openAgain(name, determination.title))]
    }
    const offers = openOffers(now.decision)
    if (outcome === previous) {
      const more = offers.filter((offer) => !openOffers(was!.decision).includes(offer))
      return more.length === 0 ? [] : [visible(flow.openToo(name, words.marks.clauses(more)))]
    }
    return [visible(verdict(now, words))]
  })
}

/** Whose it is, before what is said of it. */
const prefix = (name: string | undefined, { marks }: Words): string =>
  name === undefined ? '' : marks.labelled(name, '')

const openOffers = ({ alternatives }: Decision): string[] =>
  alternatives.filter(({ open }) => open === true).map(({ alternative }) => alternative.label)

/** "Payroll to head office: standard contract or certification, because …; a GBA contract is open to you too." */
function verdict({ decision, at }: Found, words: Words): string {
  const { flow } = words.interview
  const reasons = decision.rules.flatMap(({ rule }) =>
    rule.because === undefined ? [] : filled(rule.because, at.scope, words),
  )
  const name = prefix(at.entryName, words)
  const offers = openOffers(decision)
  return words.marks.sentences([
    flow.decides(name, decision.determination.title, valueText(decision, words)),
    ...new Set(reasons),
    ...(offers.length > 0 ? [flow.alsoOpen(words.marks.clauses(offers))] : []),
  ])
}

/** What is decided so far, a line each; and how many are not decided yet. Nothing, where there is nothing to decide. */
export function decidedSoFar(assessment: Assessment, words: Words): string[] {
  const { flow } = words.interview
  const all = [...decisionsIn(assessment).values()].filter(({ decision }) => decision.determination.decide === 'first')
  const decided = all.filter(({ decision }) => outcomeOf(decision) !== undefined)
  if (all.length === 0) return []
  if (decided.length === 0) return [flow.nothingDecided]
  return [
    flow.decidedSoFar,
    ...decided.map(({ decision, at }) => {
      const name = prefix(at.entryName, words)
      return visible(flow.decides(name, decision.determination.title, valueText(decision, words)))
    }),
    ...(all.length > decided.length ? [flow.undecided(all.length - decided.length)] : []),
  ]
}
