/**
 * Every value that something can have, cut into the fewest pieces between which no condition of the ruleset can tell: one
 * value of each piece stands for all of it. What is true of these few is true of every value there is.
 */
import type { Fact } from '../ruleset/ruleset.js'

/** What conditions compare a fact with. */
export interface Uses {
  /** The sets of options that it is held against. */
  readonly options: ReadonlySet<string>[]
  /** Where numbers are cut: before the number, or behind it. */
  readonly numbers: { readonly at: number; readonly behind: boolean }[]
  readonly times: string[]
}

type Cell = string | number | readonly string[]

/** One value of each piece; undefined where there are too many to look at. */
export function cellsOf(fact: Fact, uses: Uses): readonly Cell[] | undefined {
  switch (fact.type) {
    case 'choice':
      return distinguished(fact, uses)
    case 'multi':
      return subsets(distinguished(fact, uses))
    case 'number':
      return numbers(uses.numbers, fact)
    case 'date':
      return times(uses.times, dayStarts, (day, days) => shifted(`${day}T00:00`, days * minutesOfDay).slice(0, 10))
    case 'datetime':
      return times(uses.times, momentStarts, (moment, steps) => shifted(moment, steps))
    case 'text':
      return ['']
  }
}

/** One option of each kind: two options are of one kind when every comparison holds for both or for neither. */
function distinguished({ options }: Fact, uses: Uses): string[] {
  const kinds = new Map<string, string>()
  for (const { id } of options) {
    const kind = uses.options.map((set) => (set.has(id) ? '1' : '0')).join('')
    if (!kinds.has(kind)) kinds.set(kind, id)
  }
  return [...kinds.values()]
}

/** Beyond this many kinds of options, the ways to choose several of them are too many. */
const mostKinds = 8

function subsets(kinds: readonly string[]): string[][] | undefined {
  if (kinds.length > mostKinds) return undefined
  let sets: string[][] = [[]]
  for (const kind of kinds) sets = sets.flatMap((set) => [set, [...set, kind]])
  // Choosing nothing is no answer.
  return sets.filter((set) => set.length > 0)
}

/** A number before, on and behind every cut, as far as the bounds allow. */
export function numbers(
  cuts: Uses['numbers'],
  { min, max, integer }: { readonly min: number; readonly max: number; readonly integer: boolean },
): number[] {
  const points = [...new Set([min, max, ...cuts.map(({ at }) => at)])].filter(Number.isFinite).sort((a, b) => a - b)
  if (points.length === 0) return [0]
  const candidates = [points[0]! - 1, ...points, points.at(-1)! + 1]
  for (const [i, point] of points.slice(0, -1).entries()) {
    const next = points[i + 1]!
    candidates.push(integer ? Math.floor(point) + 1 : (point + next) / 2)
  }
  const kinds = new Map<string, number>()
  for (const number of candidates.sort((a, b) => a - b)) {
    if (number < min || number > max || (integer && !Number.isInteger(number))) continue
    const kind = cuts.map(({ at, behind }) => (number > at || (!behind && number === at) ? '1' : '0')).join('')
    if (!kinds.has(kind)) kinds.set(kind, number)
  }
  return [...kinds.values()]
}

const minutesOfDay = 24 * 60

/** A moment so many minutes later. */
function shifted(moment: string, minutes: number): string {
  const time = Date.parse(`${moment}:00Z`) + minutes * 60_000
  return new Date(time).toISOString().slice(0, 16)
}

/** The day after, or before. */
export const dayAfter = (day: string, days = 1): string => shifted(`${day}T00:00`, days * minutesOfDay).slice(0, 10)

/** Where the days begin that a comparison tells apart: a moment is compared with a day as its day. */
const dayStarts = (time: string): string[] => [time.slice(0, 10), dayAfter(time.slice(0, 10))]

const momentStarts = (time: string): string[] =>
  time.length === 10 ? [`${time}T00:00`, `${dayAfter(time)}T00:00`] : [time, shifted(time, 1)]

function times(
  compared: readonly string[],
  starts: (time: string) => string[],
  step: (time: string, steps: number) => string,
): string[] {
  const all = [...new Set(compared.flatMap(starts))].sort()
  // The first piece has no start: it is what comes before all others.
  return [step(all[0] ?? starts('2000-01-01')[0]!, -1), ...all]
}
