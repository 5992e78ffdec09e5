/** What one firm's report brings into a comparison of firms: numbers and ids, nothing that it wrote. */
import type { Report } from '../report/schema.js'

export interface Member {
  readonly ruleset: { readonly id: string; readonly version: string; readonly sha256: string }
  readonly value: number | null
  readonly high: number | null
  readonly evidenced: number | null
  readonly strict: number | null
  readonly band: string | null
  readonly answered: number
  readonly open: number
  /** The low ends of those that surely apply and are scored. */
  readonly sections: Readonly<Record<string, number>>
  /** How often each verdict was given, by `determination/outcome`. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Questions with a gap, and questions whose answer lacks evidence: ids, sorted, each once. */
  readonly gaps: readonly string[]
  readonly withoutEvidence: readonly string[]
}

export function memberOf(report: Report): Member {
  const { ruleset, score, sections, determinations } = report
  const used = new Set(determinations.flatMap(({ uses }) => uses))
  const outcomes: Record<string, number> = {}
  for (const { id, outcome } of determinations) {
    if (outcome === null || used.has(id)) continue
    const key = `${id}/${outcome}`
    outcomes[key] = (outcomes[key] ?? 0) + 1
  }
  return {
    ruleset: { id: ruleset.id, version: ruleset.version, sha256: ruleset.sha256 },
    value: score.value,
    high: score.high,
    evidenced: score.evidenced,
    strict: score.strict,
    band: score.band?.low.id ?? null,
    answered: score.answered.answered,
    open: score.answered.open,
    sections: Object.fromEntries(
      sections.flatMap(({ id, part, state, low }) =>
        state === 'applicable' && low !== null ? [[part === undefined ? id : `${part}/${id}`, low]] : [],
      ),
    ),
    outcomes: Object.fromEntries(Object.entries(outcomes).sort(([a], [b]) => (a < b ? -1 : 1))),
    gaps: idsOf(report.gaps),
    withoutEvidence: idsOf(report.withoutEvidence),
  }
}

const idsOf = (all: readonly { readonly question: string }[]): string[] =>
  [...new Set(all.map(({ question }) => question))].sort()
