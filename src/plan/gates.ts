/** What clears a gate: remedies of the questions it looks at, or else its own. */
import type { Assessment } from '../assessment/assessment.js'
import { evaluate } from '../assessment/condition.js'
import { ownAttainment } from '../report/gaps.js'
import type { Band, Condition, Gate } from '../ruleset/ruleset.js'
import { leafKey } from '../scoring/score-assessment.js'
import type { Planned, PlannedPart, Remedy } from './remedies.js'

/** A gate that holds or may hold. */
export interface StandingGate {
  readonly gate: Gate
  readonly state: true | undefined
  readonly assessment: Assessment
  readonly part: number | undefined
  /** Each of these sets of remedies clears it; none where it hangs on something else. */
  readonly cleared: readonly ReadonlySet<Remedy>[]
}

/** The gates that keep, or may keep, the band below another. */
export function gatesBelow(planned: Planned, band: Band): StandingGate[] {
  const { bands } = planned.scored.assessment.ruleset
  return standingGates(planned).filter(({ gate }) => {
    const cap = bands.find((it) => it.id === gate.caps)
    return cap !== undefined && cap.from < band.from
  })
}

/** Every gate that does not surely let through. */
export function standingGates(planned: Planned): StandingGate[] {
  const whole = planned.scored.assessment
  const suite = planned.scored.parts.length > 0
  const of = (assessment: Assessment, at: number | undefined, part: PlannedPart | undefined): StandingGate[] =>
    assessment.gates.flatMap(({ gate, state }) =>
      state === false
        ? []
        : [{ gate, state, assessment, part: at, cleared: part ? clearing(gate.when, assessment, part) : [] }],
    )
  if (!suite) return of(whole, undefined, planned.parts[0])
  return [
    ...of(whole, undefined, undefined),
    ...planned.parts.flatMap((part, i) => of(part.scored.assessment, i, part)),
  ]
}

/** The sets of remedies with which a condition is surely false, facts being what they are. */
function clearing(condition: Condition, assessment: Assessment, part: PlannedPart): ReadonlySet<Remedy>[] {
  switch (condition.kind) {
    case 'all':
      return fewest(condition.of.flatMap((it) => clearing(it, assessment, part)))
    case 'any':
      return condition.of
        .map((it) => clearing(it, assessment, part))
        .reduce((sets, next) => fewest(sets.flatMap((a) => next.map((b) => new Set([...a, ...b])))), [new Set()])
    case 'attains-less': {
      const { question, value } = condition
      // An entry that is not listed yet may fall short too.
      if (assessment.sections.some(({ further }) => further.some((it) => it.id === question))) return []
      const sets = [...part.questions.values()]
        .filter((it) => it.question.id === question && it.applicable !== false)
        .map((it) => reaching(part, question, it.entry, value))
      return sets.every((it) => it !== undefined) ? [new Set(sets.flatMap((it) => [...it]))] : []
    }
    case 'answer':
      return []
    default:
      return evaluate(condition, assessment.firm) === false ? [new Set()] : []
  }
}

/** What it takes for a question of an entry to attain a value, the questions it follows up included. */
function reaching(
  part: PlannedPart,
  question: string,
  entry: string | undefined,
  value: number,
): ReadonlySet<Remedy> | undefined {
  const key = leafKey(question, entry)
  const it = part.questions.get(key)
  if (!it) return new Set()
  const needs = new Set<Remedy>()
  if (ownAttainment(it) < value) {
    const remedy = part.closing.get(key)
    if (!remedy) return undefined
    needs.add(remedy)
  }
  const { after } = it.question
  if (!after) return needs
  const before = reaching(part, after.question, entry, after.attains)
  return before && new Set([...before, ...needs])
}

/** Without the sets that hold another one, and no more than could be looked at. */
function fewest(sets: readonly ReadonlySet<Remedy>[]): ReadonlySet<Remedy>[] {
  const small: ReadonlySet<Remedy>[] = []
  for (const set of [...sets].sort((a, b) => a.size - b.size)) {
    if (!small.some((it) => [...it].every((remedy) => set.has(remedy)))) small.push(set)
  }
  return small
}
