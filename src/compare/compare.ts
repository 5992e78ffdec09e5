/** What moved between two assessments, and whether other rules moved it or the firm (design §5.15). */
import { comparisonVersion } from '../documents/versions.js'
import type { Report, ReportSince } from '../report/schema.js'
import type { Words } from '../text/words.js'
import { type Comparison } from './schema.js'

/** The three reports that a comparison needs, of one ruleset and one scope. */
export interface Compared {
  /** As it was: the old report, or the old answers as they are scored now. */
  readonly before: Report
  /** The old answers under the new rules, on the day of the new. */
  readonly between: Report
  readonly after: Report
  /** `before` is a report that was kept, so that rules may have changed since. */
  readonly fromReport: boolean
}

/** Rules first, then the firm: what the rules moved is old answers under new rules less the old; the rest is the firm. */
export function compare(compared: Compared, words: Words): Comparison {
  const { before, between, after, fromReport } = compared
  const { generator, language, disclaimer, scope, ruleset, firm } = after
  return {
    schema: comparisonVersion,
    generator,
    language,
    disclaimer,
    scope,
    ruleset: { id: ruleset.id, title: ruleset.title },
    firm,
    before: sideOf(before),
    after: sideOf(after),
    fromReport,
    score: movedOf(before.score.low, between.score.low, after.score.low),
    parts: partsMoved(compared, (report) =>
      report.parts.map(({ id, title, score }) => ({ id, title, low: score.low })),
    ),
    sections: partsMoved(compared, (report) => report.sections),
    determinations: determinationsMoved(compared, words),
    gates: gatesMoved(compared),
    gaps: gapsMoved(compared),
    notices: noticesOf(compared, words),
  }
}

/** What the first page of the new report says of it. */
export function sinceOf(comparison: Comparison): ReportSince {
  const { before, score, gaps } = comparison
  return {
    asAt: before.asAt,
    rulesetVersion: before.version,
    value: score.before,
    band: before.score.band?.low ?? null,
    change: score.change,
    rules: score.rules,
    firm: score.firm,
    closed: gaps.closed.length,
    opened: gaps.opened.length,
    reopened: gaps.reopened.length,
  }
}

const sideOf = ({ asAt, ruleset, answers, score }: Report): Comparison['before'] => ({
  asAt,
  version: ruleset.version,
  rulesetSha256: ruleset.sha256,
  answersSha256: answers.sha256,
  score,
})

type Low = number | null | undefined

/** Differences in whole thousandths, so that the two parts add up to the last digit. */
function movedOf(before: Low, between: Low, after: Low): Comparison['score'] {
  const less = (a: Low, b: Low) =>
    typeof a === 'number' && typeof b === 'number' ? (Math.round(a * 1000) - Math.round(b * 1000)) / 1000 : null
  return {
    before: before ?? null,
    between: between ?? null,
    after: after ?? null,
    change: less(after, before),
    rules: less(between, before),
    firm: less(after, between),
  }
}

const keyOf = (it: { id?: string; question?: string; part?: string; entry?: string }): string =>
  `${it.part ?? ''}\n${it.question ?? it.id ?? ''}\n${it.entry ?? ''}`

const byKey = <T extends Parameters<typeof keyOf>[0]>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((it) => [keyOf(it), it]))

/** Every key of the new, then of the old: the order of the new report, what is gone last. */
const keysOf = (...maps: readonly ReadonlyMap<string, unknown>[]): string[] => [
  ...new Set(maps.flatMap((map) => [...map.keys()])),
]

function partsMoved(
  { before, between, after }: Compared,
  of: (report: Report) => readonly { id: string; part?: string; title: string; low: number | null }[],
): Comparison['sections'] {
  const [old, mid, now] = [before, between, after].map((report) => byKey(of(report)))
  return keysOf(now!, old!).flatMap((key) => {
    const [was, then, is] = [old!.get(key), mid!.get(key), now!.get(key)]
    const { id, part, title } = (is ?? was)!
    const moved = movedOf(was?.low, then?.low, is?.low)
    const same = moved.before === moved.after && moved.between === moved.after
    return same ? [] : [{ id, ...(part === undefined ? {} : { part }), title, ...moved }]
  })
}

/** Who moved it: the rules, when old answers already differ; the firm, when the new differ from those. */
const becauseOf = (byRules: boolean, byFirm: boolean): 'rules' | 'firm' | 'both' =>
  byRules && byFirm ? 'both' : byRules ? 'rules' : 'firm'

type Determination = Report['determinations'][number]

/** An outcome to compare, and its words; what holds of a `decide: all` is one outcome together. */
function outcomeOf(it: Determination | undefined, words: Words): { outcome: string; label: string } | null {
  if (!it) return null
  if (it.decide === 'first') return { outcome: it.outcome ?? 'undetermined', label: it.label }
  const holding = new Map(it.outcomes.filter(({ state }) => state === 'holds').map((one) => [one.outcome, one.label]))
  return {
    outcome: [...holding.keys()].sort().join(' '),
    label: holding.size === 0 ? words.compare.nothingHolds : [...holding.values()].join(words.summary.separator),
  }
}

function determinationsMoved({ before, between, after }: Compared, words: Words): Comparison['determinations'] {
  const [old, mid, now] = [before, between, after].map((report) => byKey(report.determinations))
  return keysOf(now!, old!).flatMap((key) => {
    const about = (now!.get(key) ?? old!.get(key))!
    const [was, then, is] = [old!.get(key), mid!.get(key), now!.get(key)].map((it) => outcomeOf(it, words))
    if (was?.outcome === is?.outcome) return []
    const { id, part, title, entry, entryName } = about
    return [
      {
        id,
        ...(part === undefined ? {} : { part }),
        title,
        ...(entry === undefined ? {} : { entry }),
        ...(entryName === undefined ? {} : { entryName }),
        // An old report may be in another language.
        before: was ? { ...was, label: labelNow(was.outcome, mid!.get(key), about) ?? was.label } : null,
        after: is ?? null,
        because: becauseOf(was?.outcome !== then?.outcome, then?.outcome !== is?.outcome),
      },
    ]
  })
}

const labelNow = (outcome: string, ...reports: readonly (Determination | undefined)[]): string | undefined =>
  reports
    .flatMap((it) => [...(it?.candidates ?? []), ...(it?.outcome ? [{ id: it.outcome, label: it.label }] : [])])
    .find(({ id }) => id === outcome)?.label

function gatesMoved({ before, between, after }: Compared): Comparison['gates'] {
  const [old, mid, now] = [before, between, after].map((report) => byKey(report.gates))
  return keysOf(now!, old!).flatMap((key) => {
    const [was, then, is] = [old!.get(key)?.state, mid!.get(key)?.state, now!.get(key)?.state]
    if (was === is) return []
    const { id, part, says } = (now!.get(key) ?? old!.get(key))!
    return [
      {
        id,
        ...(part === undefined ? {} : { part }),
        says,
        before: was ?? null,
        after: is ?? null,
        because: becauseOf(was !== then, then !== is),
      },
    ]
  })
}

function gapsMoved({ before, between, after }: Compared): Comparison['gaps'] {
  const [old, mid, now] = [before, between, after].map((report) => byKey(report.gaps))
  const asked = askedIn(before)
  const gap = (key: string, it: Report['gaps'][number], because: 'rules' | 'firm') => ({
    question: it.question,
    ...(it.part === undefined ? {} : { part: it.part }),
    section: it.section,
    ...(it.entry === undefined ? {} : { entry: it.entry }),
    ...(it.entryName === undefined ? {} : { entryName: it.entryName }),
    ask: (now!.get(key) ?? mid!.get(key) ?? it).ask,
    because,
  })
  const gone = [...old!].filter(([key]) => !now!.has(key))
  const come = [...now!].filter(([key]) => !old!.has(key))
  const came = (again: boolean) =>
    come
      .filter(([, { question, entry }]) => asked.has(`${question} ${entry ?? ''}`) === again)
      .map(([key, it]) => gap(key, it, mid!.has(key) ? 'rules' : 'firm'))
  return {
    closed: gone.map(([key, it]) => gap(key, it, mid!.has(key) ? 'firm' : 'rules')),
    opened: came(false),
    reopened: came(true),
  }
}

/** The questions that a report counts as asked and settled: answered, or not applicable. */
function askedIn({ answers, hidden, open }: Report): Set<string> {
  type Entries = readonly { id: string; answers?: Record<string, unknown> }[]
  const content: {
    answers?: Record<string, unknown>
    inventories?: Record<string, Entries | { entries: Entries }>
  } = answers.content ?? {}
  const lists = Object.values(content.inventories ?? {}).map((it) => ('map' in it ? it : it.entries))
  const asked = new Set([
    ...Object.keys(content.answers ?? {}).map((id) => `${id} `),
    ...lists.flatMap((entries) =>
      entries.flatMap((entry) => Object.keys(entry.answers ?? {}).map((id) => `${id} ${entry.id}`)),
    ),
  ])
  // What did not apply was not asked; what was open was a gap, or weighed nothing.
  for (const { id, entry } of hidden) asked.delete(`${id} ${entry ?? ''}`)
  for (const { question, entry } of open) asked.delete(`${question} ${entry ?? ''}`)
  return asked
}

function noticesOf({ before, after, fromReport }: Compared, words: Words): Comparison['notices'] {
  const { compare: say } = words
  const otherFirm = before.firm.name !== after.firm.name || before.firm.reference !== after.firm.reference
  return [
    ...(otherFirm ? [{ code: 'other-firm', text: say.otherFirm(before.firm.name, after.firm.name) }] : []),
    ...(fromReport ? [] : [{ code: 'old-rules-unknown', text: say.oldRulesUnknown }]),
    ...(before.asAt > after.asAt ? [{ code: 'backwards', text: say.backwards(before.asAt, after.asAt) }] : []),
    ...(fromReport && before.ruleset.sha256 !== after.ruleset.sha256
      ? [{ code: 'other-rules', text: say.otherRules(before.ruleset.version, after.ruleset.version) }]
      : []),
  ]
}
