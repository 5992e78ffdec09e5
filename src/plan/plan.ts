/** Plans: the cheapest remedies to a target (design §5.14). */
import { planVersion } from '../documents/versions.js'
import type { Report, ReportPlan } from '../report/schema.js'
import { bandRange } from '../report/score.js'
import { toThousandths } from '../scoring/print.js'
import type { Scored } from '../scoring/score-assessment.js'
import type { Words } from '../text/words.js'
import { Planned } from './remedies.js'
import { type RouteOptions, routeTo, type Target } from './route.js'
import { type Plan } from './schema.js'

/**
 * The plan of a scored assessment to a target.
 * @param report the report of the same assessment
 * @returns undefined where nothing is scored
 */
export function planFor(scored: Scored, report: Report, target: Target, options: RouteOptions): Plan | undefined {
  if (!scored.range) return undefined
  const { generator, language, disclaimer, scope, ruleset, asAt, firm, score, answerFirst } = report
  const route = routeTo(new Planned(scored), target, options)
  const about = { generator, language, disclaimer, scope, ruleset, asAt, firm, score, answerFirst }
  return { schema: planVersion, ...about, route }
}

/** The band after the one that the score stands in now; undefined in the top one, or without a band. */
export function nextBand(scored: Scored): Target | undefined {
  const now = bandRange(scored)?.low
  const { bands } = scored.assessment.ruleset
  const band = now && bands[bands.findIndex(({ id }) => id === now.id) + 1]
  return band && { band, points: band.from }
}

/** So many ways are looked at for a report: a number and no clock, so that the same answers give the same report. */
const steps = 40

/** What a report says of plans: the ways to the next band and to the top one. Undefined without a band. */
export function reportPlan(scored: Scored, words: Words): ReportPlan | undefined {
  const now = bandRange(scored)?.low
  if (!now || !scored.range) return undefined
  const planned = new Planned(scored)
  const next = nextBand(scored)
  const top = scored.assessment.ruleset.bands.at(-1)!
  const targets = next ? [next, ...(next.band === top ? [] : [{ band: top, points: top.from }])] : []
  return {
    value: toThousandths(scored.range.low) / 1000,
    band: now,
    routes: targets.map((target) => {
      let left = steps
      return routeTo(planned, target, { words, stop: () => left-- <= 0 })
    }),
  }
}
