/**
 * The most that any choice of remedies can bring, for every effort. Where the score is a sum or a least over parts that
 * do not share a remedy this is exact; elsewhere it is made easier, never harder:
 *
 * - a remedy that serves several entries is paid for once and then free in the others, as if each could go without;
 * - of what is only perhaps there, as much counts as counts in the worst case now: the worst case later is no better.
 *
 * Both ease nothing any more once the remedies concerned are decided.
 */
import type { AssessedQuestion } from '../assessment/assessment.js'
import { ownAttainment } from '../report/gaps.js'
import { fraction } from '../scoring/exact.js'
import { meanCase, valueOf, type WholeLeaf, wholeLeaf, wholeWeight } from '../scoring/leaves.js'
import { lowOf } from '../scoring/models/index.js'
import { raised } from '../scoring/lift.js'
import { meanEnd, type RangeItem } from '../scoring/range.js'
import { leafKey, paramsOf } from '../scoring/score-assessment.js'
import type { Branch, Leaf, Twig } from '../scoring/tree.js'
import { changed, dust, either, fixed, type Frontier, least, type Point, together, with_ } from './frontier.js'
import { attainedWith, type Planned, type PlannedPart, type Remedy } from './remedies.js'

/** What was decided on the way: `taken` is done and paid for, `refused` is not done. */
export interface Decided {
  readonly taken: ReadonlySet<Remedy>
  readonly refused: ReadonlySet<Remedy>
}

/**
 * The least effort, besides what is taken, for which the score may come to `target` (0–1).
 * @param most no more effort than this
 * @returns undefined when no choice can
 */
export function leastEffort(planned: Planned, decided: Decided, target: number, most: number): Point | undefined {
  const alone = planned.scored.parts.length === 0
  const items = alone
    ? itemsOf(planned.parts[0]!, decided, most)
    : planned.parts.flatMap((part) => {
        const frontier = meanOf(itemsOf(part, decided, most), most)
        const weight = wholeWeight({ key: part.scored.assessment.ruleset.id, weight: part.weight })
        return frontier && weight > 0 ? [{ weight, sure: part.scored.range?.sure ?? true, frontier, counts: true }] : []
      })
  const whole = items.reduce((sum, { weight }) => sum + weight, 0)
  if (whole === 0) return undefined
  // low ≥ target when what the sure ones are above it outweighs what the perhaps ones are below it.
  const above = items
    .map(({ weight, sure, frontier }) =>
      changed(frontier, (value) => (weight / whole) * (sure ? value - target : Math.min(0, value - target))),
    )
    .reduce((a, b) => together(a, b, most))
  return above.find((point) => point.value >= -dust)
}

/** A part of a mean: a section of a ruleset, or a ruleset of a suite. */
interface Item {
  readonly weight: number
  readonly sure: boolean
  readonly frontier: Frontier
  /** Whether the worst case takes it in, as things are decided. */
  readonly counts: boolean
}

function meanOf(items: readonly Item[], most: number): Frontier | null {
  const counted = items.filter(({ counts }) => counts)
  const whole = counted.reduce((sum, { weight }) => sum + weight, 0)
  if (whole === 0) return null
  return counted
    .map(({ weight, frontier }) => changed(frontier, (value) => (value * weight) / whole))
    .reduce((a, b) => together(a, b, most))
}

function itemsOf(part: PlannedPart, decided: Decided, most: number): Item[] {
  const { scored } = part
  const bounded = new BoundedPart(part, decided, most)
  switch (scored.assessment.ruleset.model) {
    case 'weighted':
      return bounded.sections()
    case 'flat':
      return bounded.pooled(({ weight }) => weight)
    case 'flat-unweighted':
      return bounded.pooled(({ weight }) => (weight > 0 ? 1 : 0))
    case 'absolute':
      return bounded.lowest(() => 1, 1)
    case 'levels':
      return bounded.lowest(({ level = 1 }) => level, scored.assessment.ruleset.met)
  }
}

class BoundedPart {
  readonly #part: PlannedPart
  readonly #decided: Decided
  readonly #most: number
  /** With what is taken. */
  readonly #attained: ReadonlyMap<string, number>

  constructor(part: PlannedPart, decided: Decided, most: number) {
    this.#part = part
    this.#decided = decided
    this.#most = most
    this.#attained = attainedWith(part, decided.taken)
  }

  /** Model `weighted`: each section by itself. */
  sections(): Item[] {
    const { branches } = this.#part.scored.tree
    const items = branches.map((branch) => this.#section(branch))
    // Which sections the worst case takes in.
    const lows = items.map((item, i) => item && rangeItem(branches[i]!.key, item.weight, item.low, item.sure))
    const counts = meanEnd(lows, 'low')?.counts ?? []
    return items.flatMap((item, i) => (item && item.weight > 0 ? [{ ...item, counts: counts[i] === true }] : []))
  }

  #section(branch: Branch): { weight: number; sure: boolean; frontier: Frontier; low: RangeItem['low'] } | null {
    const weight = wholeWeight(branch)
    const twigs = branch.twigs.map((twig) => this.#twig(twig))
    const sure = twigs.some((twig) => twig?.sure)
    // Further entries may attain nothing, whatever is done for those listed.
    if (branch.more) return { weight, sure, frontier: fixed(0), low: fraction(0, 1) }
    const low = meanEnd(twigs, 'low')
    if (!low) return null
    if (branch.across === 'worst') {
      const there = twigs.filter((twig) => twig !== null)
      const weakest = there.reduce((a, b) => (valueIn(b) < valueIn(a) ? b : a))
      const paid = new PaidAt(weakest.key)
      const frontiers = there.map((twig) => this.#entry(twig, 1, paid))
      return { weight, sure, frontier: least(frontiers, this.#most), low: weakest.low }
    }
    const counted = twigs.filter((twig, i): twig is TwigItem => twig !== null && low.counts[i] === true)
    const paid = new PaidAt(undefined)
    const shared = this.#shared(branch, counted)
    const frontiers = [
      ...counted.map((twig) => this.#entry(twig, 1 / counted.length, paid, shared.remedies)),
      ...shared.frontiers,
    ]
    return { weight, sure, frontier: frontiers.reduce((a, b) => together(a, b, this.#most)), low: low.value }
  }

  /** In a mean over entries, a remedy that serves several and that no follow-up hangs on is one thing to decide. */
  #shared(branch: Branch, twigs: readonly TwigItem[]): { remedies: ReadonlySet<Remedy>; frontiers: Frontier[] } {
    const section = this.#part.scored.assessment.sections.find((it) => it.section.id === branch.key)!.section
    const parents = new Set(section.questions.map((question) => question.after?.question))
    const remedies = new Set<Remedy>()
    const frontiers: Frontier[] = []
    for (const remedy of this.#part.remedies) {
      const { question, closes } = remedy
      if (question.section !== branch.key || closes.length < 2 || question.after || parents.has(question.id)) continue
      if (!this.#open(remedy)) continue
      remedies.add(remedy)
      let gain = 0
      for (const twig of twigs) {
        const i = twig.leaves.findIndex(({ key }) => key === leafKey(question.id, twig.entry))
        if (i === -1 || !twig.counts[i] || this.#part.closing.get(twig.leaves[i]!.key) !== remedy) continue
        gain += (twig.leaves[i]!.weight / twig.whole) * (1 - this.#attained.get(twig.leaves[i]!.key)!)
      }
      frontiers.push(either(fixed(0), with_(remedy, remedy.effort, fixed(gain / twigs.length))))
    }
    return { remedies, frontiers: frontiers.map((it) => it.filter(({ effort }) => effort <= this.#most)) }
  }

  #twig(twig: Twig): TwigItem | null {
    const leaves = twig.leaves.map((leaf) => this.#leaf(leaf))
    const low = meanCase(leaves, 'low')
    if (!low) return null
    const sure = twig.perhaps !== true && leaves.some((leaf) => leaf.sure && leaf.weight > 0)
    return {
      ...rangeItem(twig.key, 1, valueOf(low), sure),
      entry: twig.key === '' ? undefined : twig.key,
      leaves,
      counts: low.counts,
      whole: low.weight,
    }
  }

  #leaf(leaf: Leaf): WholeLeaf {
    const low = this.#attained.get(leaf.key) ?? leaf.low
    return wholeLeaf({ ...leaf, low, high: Math.max(leaf.high, low) })
  }

  /** What one entry can come to; its value is `share` of the mean of its questions. */
  #entry(twig: TwigItem, share: number, paid: PaidAt, apart: ReadonlySet<Remedy> = new Set()): Frontier {
    const weights = new Map(
      twig.leaves.map(({ key, weight }, i) => [key, twig.counts[i] ? (weight / twig.whole) * share : 0]),
    )
    const roots: Node[] = []
    const nodes = new Map<string, Node>()
    // Questions of weight 0 are leaves too, so that their follow-ups hang on something.
    for (const [key, it] of this.#part.questions) {
      const weight = weights.get(key)
      if (weight === undefined) continue
      const node: Node = { key, it, weight, followUps: [] }
      nodes.set(key, node)
      const parent = it.question.after && nodes.get(leafKey(it.question.after.question, it.entry))
      if (parent) parent.followUps.push(node)
      else roots.push(node)
    }
    return this.#all(roots, true, twig, paid, apart)
  }

  #all(nodes: readonly Node[], counts: boolean, twig: TwigItem, paid: PaidAt, apart: ReadonlySet<Remedy>): Frontier {
    return nodes
      .map((node) => this.#node(node, counts, twig, paid, apart))
      .reduce((a, b) => together(a, b, this.#most), fixed(0))
  }

  /** A question with its follow-ups, which count once it is met. */
  #node(node: Node, counts: boolean, twig: TwigItem, paid: PaidAt, apart: ReadonlySet<Remedy>): Frontier {
    const { key, it, weight, followUps } = node
    const remedy = this.#part.closing.get(key)
    const taken = remedy !== undefined && this.#decided.taken.has(remedy)
    const own = !counts ? 0 : taken ? 1 : ownAttainment(it)
    const at = (attained: number): Frontier => {
      const [met, unmet] = [true, false].map((side) =>
        followUps.filter(({ it: followUp }) => attained >= followUp.question.after!.attains === side),
      )
      const below = together(
        this.#all(met!, true, twig, paid, apart),
        this.#all(unmet!, false, twig, paid, apart),
        this.#most,
      )
      return changed(below, (value) => value + weight * attained)
    }
    const asItIs = at(own)
    if (!counts || !remedy || !this.#open(remedy) || apart.has(remedy)) return asItIs
    const effort = paid.at(remedy, twig.key)
    if (effort > this.#most) return asItIs
    return either(
      asItIs,
      with_(remedy, effort, at(1)).filter((point) => point.effort <= this.#most),
    )
  }

  #open(remedy: Remedy): boolean {
    return !this.#decided.taken.has(remedy) && !this.#decided.refused.has(remedy)
  }

  /** Models `flat` and `flat-unweighted`: one mean over all questions. */
  pooled(weigh: (leaf: Leaf) => number): Item[] {
    const { branches } = this.#part.scored.tree
    const leaves = branches
      .filter(({ weight }) => weight > 0)
      .flatMap(({ twigs }) =>
        twigs.flatMap((twig) =>
          twig.leaves.map((leaf) => ({ ...leaf, weight: weigh(leaf), sure: leaf.sure && twig.perhaps !== true })),
        ),
      )
    const twig = this.#twig({ key: '', leaves })
    if (!twig) return []
    const frontier = this.#entry(twig, 1, new PaidAt(undefined))
    return [{ weight: 1, sure: twig.sure, frontier, counts: true }]
  }

  /** Models `levels` and `absolute`: each section climbs level by level, the lowest decides. */
  lowest(levelOf: (leaf: Leaf) => number, met: number): Item[] {
    const { assessment, tree } = this.#part.scored
    const frontiers = tree.branches.flatMap((branch): Frontier[] => {
      const leaves = branch.twigs.flatMap((twig) => twig.leaves).filter((leaf) => leaf.weight > 0)
      if (branch.weight === 0 || leaves.length === 0) return []
      const lowWith = (set: ReadonlyMap<string, number>) => {
        const low = lowOf(assessment.ruleset.model, raised({ branches: [branch] }, set), paramsOf(assessment))
        return low ? Number(low.n) / Number(low.d) : 0
      }
      const set = new Map(this.#attained)
      let point: Point = { effort: 0, value: lowWith(set), by: null }
      let frontier: Frontier = [point]
      for (const level of [...new Set(leaves.map(levelOf))].sort((a, b) => a - b)) {
        for (const leaf of leaves) {
          if (levelOf(leaf) !== level || (set.get(leaf.key) ?? leaf.low) >= met) continue
          const remedy = this.#part.closing.get(leaf.key)
          if (!remedy || !this.#open(remedy)) return [frontier]
          set.set(leaf.key, 1)
          point = with_(remedy, remedy.effort, [point])[0]!
        }
        if (point.effort > this.#most) break
        point = { ...point, value: lowWith(set) }
        frontier = either(frontier, [point])
      }
      return [frontier]
    })
    if (frontiers.length === 0) return []
    return [{ weight: 1, sure: true, frontier: least(frontiers, this.#most), counts: true }]
  }
}

interface TwigItem extends RangeItem {
  readonly entry: string | undefined
  readonly leaves: readonly WholeLeaf[]
  /** Which leaves the worst case takes in. */
  readonly counts: readonly boolean[]
  /** The sum of their weights. */
  readonly whole: number
}

interface Node {
  readonly key: string
  readonly it: AssessedQuestion
  readonly weight: number
  readonly followUps: Node[]
}

/** Where the effort of a remedy for several entries is paid: in the weakest entry that it serves, else in its first. */
class PaidAt {
  readonly #weakest: string | undefined

  constructor(weakest: string | undefined) {
    this.#weakest = weakest
  }

  at(remedy: Remedy, twig: string): number {
    if (remedy.closes.length < 2) return remedy.effort
    const entries = remedy.closes.map(({ entry }) => entry ?? '')
    const here = this.#weakest !== undefined && entries.includes(this.#weakest) ? this.#weakest : entries[0]
    return here === twig ? remedy.effort : 0
  }
}

const rangeItem = (key: string, weight: number, low: RangeItem['low'], sure: boolean): RangeItem => ({
  key,
  weight,
  low,
  high: low,
  sure,
})
const valueIn = ({ low }: RangeItem): number => Number(low.n) / Number(low.d)
