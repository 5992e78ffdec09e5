/** What changes next: everything dated after the as-at date, and what the same answers would mean on that day. */
import type { Assessment } from '../assessment/assessment.js'
import { type Decision } from '../assessment/values.js'
import type { Dated, Ruleset } from '../ruleset/ruleset.js'
import type { Scored } from '../scoring/score-assessment.js'
import type { Words } from '../text/words.js'
import { placesOf } from './determinations.js'
import { once } from '../documents/once.js'
import { pointsOrNull } from './points.js'
import type { Report } from './schema.js'
import { bandRange } from './score.js'
import { valueText } from './value-text.js'

type Change = Report['upcoming'][number]['changes'][number]

/**
 * @param scoreOn the same answers scored as at another day
 * @returns one item for each later day on which something starts, or is no longer in force
 */
export function upcomingOf(scored: Scored, scoreOn: (day: string) => Scored, words: Words): Report['upcoming'] {
  const changes = new Map<string, Change[]>()
  const note = (day: string, change: Change) => changes.set(day, [...(changes.get(day) ?? []), change])
  for (const { dated, ...what } of dateds(scored.assessment.ruleset)) {
    const { asAt } = scored.assessment
    if (dated.from !== undefined && dated.from > asAt) note(dated.from, { ...what, change: 'starts' })
    if (dated.until !== undefined && dated.until >= asAt) note(dayAfter(dated.until), { ...what, change: 'ends' })
  }
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, list]) => {
      const then = scoreOn(date)
      return {
        date,
        changes: list,
        score: {
          low: pointsOrNull(then.range?.low),
          high: pointsOrNull(then.range?.high),
          band: bandRange(then)?.low ?? null,
        },
        outcomes: outcomesThatDiffer(scored.assessment, then.assessment, words),
      }
    })
}

type DatedThing = Omit<Change, 'change'> & { dated: Dated }

/** Everything of a ruleset, and of its parts, that can carry dates. */
const dateds = once((ruleset: Ruleset): readonly DatedThing[] => {
  const own = [...ruleset.values.values()].flatMap((value): DatedThing[] => {
    if (value.kind === 'fact') return [{ kind: 'fact' as const, id: value.id, title: value.ask, dated: value }]
    if (value.kind !== 'determination') return []
    const of = (kind: Change['kind'], items: readonly (Dated & { id: string })[], title: (i: number) => string) =>
      items.map((dated, i) => ({ kind, id: dated.id, owner: value.id, title: title(i), dated }))
    return [
      ...of('rule', value.rules, (i) => value.outcomes.get(value.rules[i]!.outcome)?.label ?? value.title),
      ...of('alternative', value.alternatives, (i) => value.alternatives[i]!.label),
      ...of('then', value.then, (i) => value.then[i]!.do),
    ]
  })
  return [
    ...own,
    ...ruleset.sections.map((dated) => ({ kind: 'section' as const, id: dated.id, title: dated.title, dated })),
    ...[...ruleset.questions.values()].map((dated) => ({
      kind: 'question' as const,
      id: dated.id,
      title: dated.ask,
      dated,
    })),
    ...ruleset.gates.map((dated) => ({ kind: 'gate' as const, id: dated.id, title: dated.says, dated })),
    ...ruleset.parts.flatMap((part) => dateds(part.ruleset)),
  ].filter(({ dated }) => dated.from !== undefined || dated.until !== undefined)
})

function outcomesThatDiffer(
  before: Assessment,
  after: Assessment,
  words: Words,
): Report['upcoming'][number]['outcomes'] {
  const own = [...before.ruleset.values.values()].flatMap((value) => {
    if (value.kind !== 'determination') return []
    const later = placesOf(after, value.inventory)
    return placesOf(before, value.inventory).flatMap(({ scope, entry }, i) => {
      const then = later[i]?.scope.get(value.id) as Decision | undefined
      const [was, is] = [valueText(scope.get(value.id), words), then ? valueText(then, words) : '']
      return was === is
        ? []
        : [{ determination: value.id, ...(entry === undefined ? {} : { entry }), before: was, after: is }]
    })
  })
  return [
    ...own,
    ...before.parts.flatMap((part, i) => outcomesThatDiffer(part.assessment, after.parts[i]!.assessment, words)),
  ]
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
