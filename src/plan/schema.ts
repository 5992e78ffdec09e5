/** A plan as a file: the cheapest way of one firm to a target. */
import { Literal, type Static } from 'typebox'
import { planVersion } from '../documents/versions.js'
import { closed } from '../documents/shapes.js'
import { PlanRoute, ReportFile } from '../report/schema.js'

const { generator, language, disclaimer, scope, ruleset, asAt, firm, score, answerFirst } = ReportFile.properties

export const PlanFile = closed(
  {
    schema: Literal(planVersion),
    generator,
    language,
    disclaimer,
    scope,
    ruleset,
    asAt,
    firm,
    /** As it stands. */
    score,
    /** Before any remedy: answering costs nothing. */
    answerFirst,
    route: PlanRoute,
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/plan.schema.json',
    title: 'The cheapest way of a firm to a target',
  },
)

export type Plan = Static<typeof PlanFile>
