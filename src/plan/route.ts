/** The cheapest way to a target, as the report says it: gates first, then the steps in order. */
import { discreetly, filled } from '../report/value-text.js'
import { missingIn, citesOf } from '../report/determinations.js'
import { entryOf } from '../report/gaps.js'
import type { ReportRoute } from '../report/schema.js'
import type { Band } from '../ruleset/ruleset.js'
import { bandOf } from '../scoring/band.js'
import type { Fraction } from '../scoring/exact.js'
import { toPoints1, toThousandths } from '../scoring/print.js'
import type { Words } from '../text/words.js'
import { gatesBelow, type StandingGate, standingGates } from './gates.js'
import { inOrder } from './order.js'
import { effortOf, type Planned, type Remedy } from './remedies.js'
import { cheapest, type Found, reaches, type Stop } from './search.js'

/** A band (with everything that gates keep from it), or a number of points. */
export interface Target {
  readonly band?: Band
  readonly points: number
}

export interface RouteOptions {
  readonly words: Words
  /** Ends the search; what was found by then is said to be so. */
  readonly stop: Stop
  /** No more person-days than this. */
  readonly maxEffort?: number
}

/** @param planned something is scored in it */
export function routeTo(planned: Planned, target: Target, options: RouteOptions): ReportRoute {
  return new Route(planned, target, options).route()
}

type RouteGate = ReportRoute['gates'][number]

/** So many ways to clear the gates are looked at. */
const mostWays = 200

class Route {
  readonly #planned: Planned
  readonly #target: Target
  readonly #options: RouteOptions
  readonly #gates: readonly { readonly standing: StandingGate; readonly how: RouteGate['clearedBy'] }[]
  /** In quarters of a day, as everything here. */
  readonly #gateEffort: number
  readonly #limit: number

  constructor(planned: Planned, target: Target, options: RouteOptions) {
    this.#planned = planned
    this.#target = target
    this.#options = options
    // What hangs on facts comes first; what the steps clear is said after it.
    const rank = { none: 0, remedy: 0, steps: 1 }
    this.#gates = (target.band ? gatesBelow(planned, target.band) : [])
      .map((standing) => ({ standing, how: howCleared(standing) }))
      .sort((a, b) => rank[a.how] - rank[b.how])
    this.#gateEffort = this.#gates.reduce(
      (sum, { standing, how }) => sum + (how === 'remedy' ? Math.round(standing.gate.remedy!.effort * 4) : 0),
      0,
    )
    this.#limit = options.maxEffort === undefined ? Infinity : Math.floor(options.maxEffort * 4 + 1e-9)
  }

  route(): ReportRoute {
    const { points } = this.#target
    const start = this.#planned.low(new Set())
    if (reaches(start, points) && this.#gates.length === 0)
      return this.#described('there', { remedies: new Set(), effort: 0, leastEffort: 0 }, true)

    const ways = this.#gates
      .filter(({ how }) => how === 'steps')
      .reduce<ReadonlySet<Remedy>[]>(
        (sets, { standing }) => sets.flatMap((a) => standing.cleared.map((b) => new Set([...a, ...b]))),
        [new Set()],
      )
    const needed = ways.slice(0, mostWays)
    const blocked = this.#gates.some(({ how }) => how === 'none')
    const found = blocked ? undefined : cheapest(this.#planned, points, needed, this.#options.stop)
    if (!found) {
      const top = toPoints1(this.#planned.low(new Set(this.#planned.remedies))!)
      const way = this.#within(Math.min(points, top), this.#limit - this.#gateEffort)
      return this.#described('unreachable', { ...way, leastEffort: 0 }, way.effort === way.leastEffort)
    }
    const exact = found.effort === found.leastEffort && ways.length === needed.length
    const whole = this.#gateEffort + found.effort
    if (whole <= this.#limit) return this.#described('planned', found, exact)
    // Where the gates alone are beyond the limit, the steps are what it is best spent on.
    const rest = this.#gateEffort > this.#limit ? this.#limit : this.#limit - this.#gateEffort
    const way = this.#within(points, rest)
    return this.#described('over-limit', { ...way, leastEffort: found.leastEffort }, way.effort === way.leastEffort)
  }

  /** The highest score up to `points` that so much effort reaches, and the cheapest way there. */
  #within(points: number, most: number): Found {
    const { stop } = this.#options
    const none: Found = { remedies: new Set(), effort: 0, leastEffort: 0 }
    const start = toPoints1(this.#planned.low(none.remedies)!)
    const at = (tenths: number) => cheapest(this.#planned, tenths / 10, [new Set()], stop, Math.max(0, most))
    let best = none
    let [low, high] = [Math.round(start * 10), Math.round(points * 10)]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      const found = at(middle)
      if (found && found.effort <= most) {
        best = found
        low = Math.max(middle, Math.round(toPoints1(this.#planned.low(found.remedies)!) * 10))
      } else high = middle - 1
    }
    return best
  }

  #described(state: ReportRoute['state'], found: Found, exact: boolean): ReportRoute {
    const { words, maxEffort } = this.#options
    const { band } = this.#target
    const gatesFit = state === 'planned' || this.#gateEffort <= this.#limit
    const gates = this.#gates.map(({ standing, how }) => this.#gate(standing, how))
    const before = gatesFit ? this.#gateEffort : 0
    const steps = this.#steps(inOrder(this.#planned, found.remedies), before)
    const low = this.#planned.low(found.remedies)
    const leastWhole = (this.#gateEffort + found.leastEffort) / 4
    const overLimit = {
      kind: 'effort' as const,
      id: 'max-effort',
      text: words.plan.overLimit(String(leastWhole), String(maxEffort)),
    }
    return {
      target: { band: band ? { id: band.id, label: band.label } : null, value: this.#target.points },
      state,
      exact,
      effort: (before + found.effort) / 4,
      leastEffort: state === 'unreachable' ? null : leastWhole,
      value: low ? toThousandths(low) / 1000 : null,
      band: this.#bandAfter(low, found.remedies, gatesFit),
      gates,
      steps,
      obstacles: state === 'unreachable' ? this.#obstacles() : state === 'over-limit' ? [overLimit] : [],
    }
  }

  #gate(standing: StandingGate, how: RouteGate['clearedBy']): RouteGate {
    const { gate, state, assessment } = standing
    const bands = this.#planned.scored.assessment.ruleset.bands
    return {
      id: gate.id,
      ...this.#partId(standing.part),
      says: filled(gate.says, assessment.firm, discreetly(this.#options.words)),
      caps: { id: gate.caps, label: bands.find((it) => it.id === gate.caps)?.label ?? gate.caps },
      state: state === true ? 'holds' : 'unknown',
      clearedBy: how,
      remedy: how === 'remedy' ? gate.remedy! : null,
      missing: missingIn(assessment, (missing) => missing.ofCondition(gate.when, assessment.firm)),
    }
  }

  #partId(part: number | undefined): { part?: string } {
    if (part === undefined || this.#planned.scored.parts.length === 0) return {}
    return { part: this.#planned.parts[part]!.scored.assessment.ruleset.id }
  }

  #steps(remedies: readonly Remedy[], before: number): ReportRoute['steps'] {
    const done = new Set<Remedy>()
    let value = thousandths(this.#planned.low(done))
    return remedies.map((remedy) => {
      const { question, text, closes } = remedy
      const { assessment } = this.#planned.parts[remedy.part]!.scored
      const was = value
      done.add(remedy)
      value = thousandths(this.#planned.low(done))
      return {
        question: question.id,
        ...this.#partId(remedy.part),
        section: question.section,
        entries: closes.flatMap(({ entry }) => {
          if (entry === undefined) return []
          return [{ id: entry, name: entryOf(assessment, question.inventory, entry).entryName ?? entry }]
        }),
        ask: question.ask,
        remedy: { do: text.do, effort: text.effort, owner: text.owner, once: text.once },
        obligation: question.obligation,
        cites: citesOf(assessment, question.cites),
        gain: (value - was) / 1000,
        effort: (before + effortOf(done)) / 4,
        value: value / 1000,
      }
    })
  }

  /** The band of the score, capped by every gate that neither the steps nor a decision of the plan clears. */
  #bandAfter(low: Fraction | null, done: ReadonlySet<Remedy>, gatesFit: boolean): ReportRoute['band'] {
    const { assessment } = this.#planned.scored
    const { bands } = assessment.ruleset
    if (!low || bands.length === 0 || assessment.scope !== 'full') return null
    const decided = new Set(this.#gates.flatMap(({ standing, how }) => (how === 'remedy' ? [standing.gate] : [])))
    const caps = standingGates(this.#planned)
      .filter(({ gate, cleared }) => {
        const bySteps = cleared.some((set) => [...set].every((it) => done.has(it)))
        return !bySteps && !(gatesFit && decided.has(gate))
      })
      .flatMap(({ gate }) => bands.find((it) => it.id === gate.caps) ?? [])
    const own = bands.find((it) => it.id === bandOf(toPoints1(low), bands).id)!
    const { id, label } = caps.reduce((lowest, cap) => (cap.from < lowest.from ? cap : lowest), own)
    return { id, label }
  }

  /** What no remedy changes. */
  #obstacles(): ReportRoute['obstacles'] {
    const { plan } = this.#options.words
    const gates = this.#gates
      .filter(({ how }) => how === 'none')
      .map(({ standing }) => ({
        kind: 'gate' as const,
        id: standing.gate.id,
        text: plan.gateStays(filled(standing.gate.says, standing.assessment.firm, discreetly(this.#options.words))),
      }))
    const lists = new Map<string, ReportRoute['obstacles'][number]>()
    const questions: ReportRoute['obstacles'][number][] = []
    for (const { scored, questions: own, closing } of this.#planned.parts) {
      const { ruleset, inventories } = scored.assessment
      for (const [i, branch] of scored.tree.branches.entries()) {
        const { inventory } = ruleset.sections[i]!
        if (branch.more && inventory !== undefined)
          lists.set(inventory, {
            kind: 'inventory',
            id: inventory,
            text: plan.listStaysOpen(inventories.get(inventory)?.inventory.title ?? inventory),
          })
      }
      for (const [key, { question, entry, low }] of own) {
        if (question.weight > 0 && low < 1 && !closing.has(key) && !question.remedy)
          questions.push({
            kind: 'no-remedy',
            id: question.id,
            ...(entry === undefined ? {} : { entry }),
            text: plan.noRemedy(question.ask),
          })
      }
    }
    return [...gates, ...lists.values(), ...questions]
  }
}

/** Questions clear a gate where they can; else it takes a decision, which is the gate's own remedy. */
function howCleared({ gate, cleared }: StandingGate): RouteGate['clearedBy'] {
  return cleared.length > 0 ? 'steps' : gate.remedy ? 'remedy' : 'none'
}

const thousandths = (low: Fraction | null): number => (low ? toThousandths(low) : 0)
