/** Where a firm stands among those of a cohort: in which third, as surely as hidden counts let it be told. */
import type { Report } from '../report/schema.js'
import { type Cohort, type CohortOfRuleset, firmsUpTo, least, most, tenthOf } from './cohort.js'

type Standing = NonNullable<Report['cohort']>
type Thirds = Standing['score']

/** @returns undefined where the cohort holds no firms that were scored by the same text of the ruleset */
export function standingIn({ rulesets }: Cohort, report: Report): Standing | undefined {
  const own = rulesets.find(({ id, sha256 }) => id === report.ruleset.id && sha256 === report.ruleset.sha256)
  if (!own) return undefined
  return {
    firms: own.firms,
    score: report.score.value === null ? null : thirdsOf(own.score, report.score.value),
    sections: report.sections.flatMap(({ id, part, low }) => {
      const of = own.sections[part === undefined ? id : `${part}/${id}`]
      const thirds = of && low !== null ? thirdsOf(of, low) : null
      return thirds ? [{ id, ...(part !== undefined && { part }), ...thirds }] : []
    }),
  }
}

/** Those with as many points may stand before it or after it. */
function thirdsOf({ firms, tenths, quartiles }: CohortOfRuleset['score'], points: number): Thirds {
  const [few, many] = [least(firms), most(firms)]
  if (few === 0) return null
  const tenth = tenthOf(points)
  const below = tenth === 0 ? { least: 0, most: 0 } : firmsUpTo(tenths, firms, tenth - 1)
  const upTo = firmsUpTo(tenths, firms, tenth)
  const third = (part: number) => Math.max(0, Math.min(2, Math.floor(part * 3)))
  const [from, to] = [third(below.least / many), third((upTo.most - 1) / few)]
  // Else as if the firms of its tenth were spread evenly over it.
  const middle = (it: { readonly least: number; readonly most: number }) => (it.least + it.most) / 2
  const within = Math.min(1, (points - tenth * 10) / 10)
  const about = third((middle(below) + (middle(upTo) - middle(below)) * within) / ((few + many) / 2))
  const { lower, upper } = quartiles
  return {
    of: many,
    third: names[from === to ? from : about]!,
    sure: from === to,
    middleHalf: { from: lower[0]!, to: upper[1]! },
  }
}

const names = ['lower', 'middle', 'upper'] as const
