/**
 * Firms compared without telling one from another: counts of firms only, and none below five. Cohorts of several hands add
 * up, in any order: what is hidden in one stays an interval in the sum.
 */
import { Array as Arr, Integer, Literal, Object as Obj, Record, String as Str, type Static, Union } from 'typebox'
import { closed } from '../documents/shapes.js'
import type { Member } from './member.js'

export const cohortVersion = 'flowready-cohort/1'

/** Counts below this are not said. */
export const fewest = 5

/** How many firms: a number, or the least and the most it can be. */
const Count = Union([
  Integer({ minimum: 0 }),
  closed({ least: Integer({ minimum: 0 }), most: Integer({ minimum: 0 }) }),
])
/** Firms by tenths of the points: 0 up to 10, 10 up to 20, …, 90 to 100. */
const Tenths = Arr(Count, { minItems: 10, maxItems: 10 })
const Quartile = Arr(Integer(), { minItems: 2, maxItems: 2 })
/** Between which tenths the quartiles surely lie. `firms` are those that have such a score at all. */
const Distribution = closed({
  firms: Count,
  tenths: Tenths,
  quartiles: closed({ lower: Quartile, middle: Quartile, upper: Quartile }),
})
const Counts = Record(Str(), Count)

const RulesetCohort = closed({
  id: Str(),
  version: Str(),
  sha256: Str(),
  firms: Integer({ minimum: fewest }),
  score: Distribution,
  evidenced: Distribution,
  sections: Record(Str(), Distribution),
  bands: Counts,
  /** Firms that have such a verdict at least once, by `determination/outcome`. */
  verdicts: Counts,
  gaps: Counts,
  withoutEvidence: Counts,
})

export const CohortFile = Obj(
  {
    schema: Literal(cohortVersion),
    /** By ruleset, to the letter: firms under other rules are no comparison. Rulesets with fewer than five firms are left out. */
    rulesets: Arr(RulesetCohort),
  },
  {
    additionalProperties: false,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/cohort.schema.json',
    title: 'A flowready cohort: firms compared, none told apart',
  },
)

export type Cohort = Static<typeof CohortFile>
export type CohortOfRuleset = Static<typeof RulesetCohort>
export type FirmCount = Static<typeof Count>
type Distribution = Static<typeof Distribution>

/** Adds firms up as they come; its size hangs on the rulesets, not on the number of firms. */
export class CohortBuilder {
  readonly #rulesets = new Map<string, Tally>()

  add(member: Member): void {
    const { id, version, sha256 } = member.ruleset
    const key = `${id} ${sha256}`
    let tally = this.#rulesets.get(key)
    if (!tally) this.#rulesets.set(key, (tally = new Tally(id, version, sha256)))
    tally.add(member)
  }

  build(): Cohort {
    const enough = [...this.#rulesets].filter(([, { firms }]) => firms >= fewest).sort(([a], [b]) => (a < b ? -1 : 1))
    return { schema: cohortVersion, rulesets: enough.map(([, tally]) => tally.build()) }
  }
}

class Tally {
  readonly #ruleset: { readonly id: string; readonly version: string; readonly sha256: string }
  firms = 0
  readonly #score = newTenths()
  readonly #evidenced = newTenths()
  readonly #sections = new Map<string, number[]>()
  readonly #bands = new Map<string, number>()
  readonly #verdicts = new Map<string, number>()
  readonly #gaps = new Map<string, number>()
  readonly #withoutEvidence = new Map<string, number>()

  constructor(id: string, version: string, sha256: string) {
    this.#ruleset = { id, version, sha256 }
  }

  add(member: Member): void {
    this.firms++
    if (member.value !== null) this.#score[tenthOf(member.value)]!++
    if (member.evidenced !== null) this.#evidenced[tenthOf(member.evidenced)]!++
    for (const [id, low] of Object.entries(member.sections)) {
      let tenths = this.#sections.get(id)
      if (!tenths) this.#sections.set(id, (tenths = newTenths()))
      tenths[tenthOf(low)]!++
    }
    if (member.band !== null) count(this.#bands, member.band)
    Object.keys(member.outcomes).forEach((id) => count(this.#verdicts, id))
    member.gaps.forEach((id) => count(this.#gaps, id))
    member.withoutEvidence.forEach((id) => count(this.#withoutEvidence, id))
  }

  build(): CohortOfRuleset {
    return {
      ...this.#ruleset,
      firms: this.firms,
      score: distribution(this.#score, this.firms),
      evidenced: distribution(this.#evidenced, this.firms),
      sections: Object.fromEntries(
        // Few firms have some sections: those are not told either.
        sorted(this.#sections).flatMap(([id, tenths]) =>
          sum(tenths) < fewest ? [] : [[id, distribution(tenths, this.firms)]],
        ),
      ),
      bands: this.#parts(this.#bands),
      verdicts: this.#verdictCounts(),
      gaps: this.#counts(this.#gaps),
      withoutEvidence: this.#counts(this.#withoutEvidence),
    }
  }

  /** Of each: how many firms have it. Those that have it not are a cell too. */
  #counts(counts: ReadonlyMap<string, number>): Record<string, FirmCount> {
    return Object.fromEntries(
      sorted(counts).map(([id, n]): [string, FirmCount] => {
        if (n < fewest) return [id, { least: 0, most: fewest - 1 }]
        if (this.firms - n < fewest) return [id, { least: this.firms - fewest + 1, most: this.firms }]
        return [id, n]
      }),
    )
  }

  /** Of which each firm has one, or none: those that have none are a cell too. */
  #parts(counts: ReadonlyMap<string, number>): Record<string, FirmCount> {
    const all = sorted(counts)
    const cells = all.map(([, n]) => n)
    const none = this.firms - sum(cells)
    const hidden = suppressed(none === 0 ? cells : [...cells, none])
    return Object.fromEntries(all.map(([id], i) => [id, hidden[i]!]))
  }

  /**
   * Where each firm has one verdict of a determination, they add up to all firms: one that is hidden alone could be worked
   * out from the others, so the least of those goes with it.
   */
  #verdictCounts(): Record<string, FirmCount> {
    const counts = this.#counts(this.#verdicts)
    const ids = Object.keys(counts)
    for (const determination of new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))) {
      const own = ids.filter((id) => id.startsWith(`${determination}/`))
      const cells = own.map((id) => this.#verdicts.get(id)!)
      const hidden = suppressed(cells)
      own.forEach((id, i) => {
        if (typeof counts[id] === 'number') counts[id] = hidden[i]!
      })
    }
    return counts
  }
}

/**
 * Cells of a sum that is known: those below five become intervals. One alone could be worked out from the rest, and so could
 * how few all of them are: then the next smallest is hidden with them.
 */
export function suppressed(cells: readonly number[]): FirmCount[] {
  const few = cells.filter((n) => n < fewest)
  const among = sum(few)
  const told = few.length === 1 || (among > 0 && among < fewest)
  const partner = told ? cells.indexOf(Math.min(...cells.filter((n) => n >= fewest))) : -1
  return cells.map((n, i) => {
    if (n < fewest) return { least: 0, most: fewest - 1 }
    return i === partner ? { least: n + among - fewest + 1, most: n + among } : n
  })
}

/** Adds cohorts up. What is not to the letter the same ruleset stays apart. */
export function mergeCohorts(cohorts: readonly Cohort[]): Cohort {
  const byRuleset = new Map<string, CohortOfRuleset>()
  for (const one of cohorts.flatMap(({ rulesets }) => rulesets)) {
    const key = `${one.id} ${one.sha256}`
    const other = byRuleset.get(key)
    byRuleset.set(key, other ? added(other, one) : one)
  }
  const all = [...byRuleset].sort(([a], [b]) => (a < b ? -1 : 1))
  return { schema: cohortVersion, rulesets: all.map(([, it]) => it) }
}

function added(a: CohortOfRuleset, b: CohortOfRuleset): CohortOfRuleset {
  const counts = (which: 'bands' | 'verdicts' | 'gaps' | 'withoutEvidence') => union(a[which], b[which], plus)
  return {
    id: a.id,
    version: a.version,
    sha256: a.sha256,
    firms: a.firms + b.firms,
    score: together(a.score, b.score),
    evidenced: together(a.evidenced, b.evidenced),
    sections: union(a.sections, b.sections, together),
    bands: counts('bands'),
    verdicts: counts('verdicts'),
    gaps: counts('gaps'),
    withoutEvidence: counts('withoutEvidence'),
  }
}

function together(a: Distribution, b: Distribution): Distribution {
  const tenths = a.tenths.map((cell, i) => plus(cell, b.tenths[i]!))
  return described(plus(a.firms, b.firms), tenths)
}

const union = <T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>, add: (a: T, b: T) => T) =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .sort()
      .map((id) => [id, a[id] === undefined ? b[id]! : b[id] === undefined ? a[id] : add(a[id], b[id])] as const),
  )

export const least = (count: FirmCount): number => (typeof count === 'number' ? count : count.least)
export const most = (count: FirmCount): number => (typeof count === 'number' ? count : count.most)

const plus = (a: FirmCount, b: FirmCount): FirmCount =>
  typeof a === 'number' && typeof b === 'number' ? a + b : { least: least(a) + least(b), most: most(a) + most(b) }

/** @param all firms; those without such a score are a cell too */
function distribution(tenths: readonly number[], all: number): Distribution {
  const without = all - sum(tenths)
  const cells = suppressed(without === 0 ? tenths : [...tenths, without])
  const none = without === 0 ? 0 : cells.pop()!
  return described(
    typeof none === 'number' ? all - none : { least: all - none.most, most: all - none.least },
    cells.slice(0, tenths.length),
  )
}

function described(firms: FirmCount, tenths: FirmCount[]): Distribution {
  const at = (part: number): [number, number] => quartile(tenths, firms, part)
  return { firms, tenths, quartiles: { lower: at(0.25), middle: at(0.5), upper: at(0.75) } }
}

/** From the lower end of the first tenth in which it can lie to the upper end of the last. */
function quartile(tenths: readonly FirmCount[], firms: FirmCount, part: number): [number, number] {
  // The firm at this place, counted from the lowest.
  const place = (of: number) => Math.max(1, Math.ceil(of * part))
  const upTo = tenths.map((_, i) => firmsUpTo(tenths, firms, i))
  const from = upTo.findIndex((it) => it.most >= place(least(firms)))
  const to = upTo.findIndex((it) => it.least >= place(most(firms)))
  return [Math.max(0, from) * 10, (to === -1 ? 10 : to + 1) * 10]
}

/** How many firms lie in the tenths up to this one: counted from below, and from above. */
export function firmsUpTo(
  tenths: readonly FirmCount[],
  firms: FirmCount,
  i: number,
): { readonly least: number; readonly most: number } {
  const sumOf = (cells: readonly FirmCount[], of: (count: FirmCount) => number) =>
    cells.reduce<number>((all, it) => all + of(it), 0)
  const [below, above] = [tenths.slice(0, i + 1), tenths.slice(i + 1)]
  return {
    least: Math.max(sumOf(below, least), least(firms) - sumOf(above, most)),
    most: Math.min(sumOf(below, most), most(firms) - sumOf(above, least)),
  }
}

const newTenths = (): number[] => Array.from({ length: 10 }, () => 0)
export const tenthOf = (points: number): number => Math.min(9, Math.floor(points / 10))
const count = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1)
const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
