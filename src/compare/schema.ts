/** A comparison as a file: what moved between two assessments of a firm, and why. */
import { Array as Arr, Boolean as Bool, Literal, Number as Num, Optional, String as Str, type Static } from 'typebox'
import { comparisonVersion } from '../documents/versions.js'
import { closed, oneOf } from '../documents/shapes.js'
import { nullable, ReportFile } from '../report/schema.js'

const Text = Str()
const Id = Str()
const { generator, language, disclaimer, scope, score, firm } = ReportFile.properties

/** Whether other rules moved it, or the firm, or each a part of the way. */
const Because = oneOf(['rules', 'firm', 'both'])

const Side = closed({ asAt: Text, version: Text, rulesetSha256: Text, answersSha256: Text, score })

/** Points. `between`: the old answers under the new rules. change = rules + firm, exactly. */
const moved = {
  before: nullable(Num()),
  between: nullable(Num()),
  after: nullable(Num()),
  change: nullable(Num()),
  rules: nullable(Num()),
  firm: nullable(Num()),
}
const MovedPart = closed({ id: Id, part: Optional(Id), title: Text, ...moved })
const Outcome = closed({ outcome: Text, label: Text })
const MovedGap = closed({
  question: Id,
  part: Optional(Id),
  section: Id,
  entry: Optional(Id),
  entryName: Optional(Text),
  ask: Text,
  because: Because,
})

export const ComparisonFile = closed(
  {
    schema: Literal(comparisonVersion),
    generator,
    language,
    disclaimer,
    scope,
    ruleset: closed({ id: Id, title: Text }),
    firm,
    before: Side,
    after: Side,
    /** The old score is that of an old report; false: of old answers, which are scored by the rules of today. */
    fromReport: Bool(),
    score: closed(moved),
    /** Only what moved, here and below. */
    parts: Arr(MovedPart),
    sections: Arr(MovedPart),
    determinations: Arr(
      closed({
        id: Id,
        part: Optional(Id),
        title: Text,
        entry: Optional(Id),
        entryName: Optional(Text),
        /** Null: there was none, or there is none any more. */
        before: nullable(Outcome),
        after: nullable(Outcome),
        because: Because,
      }),
    ),
    gates: Arr(
      closed({
        id: Id,
        part: Optional(Id),
        says: Text,
        before: nullable(oneOf(['holds', 'clear', 'unknown'])),
        after: nullable(oneOf(['holds', 'clear', 'unknown'])),
        because: Because,
      }),
    ),
    gaps: closed({
      /** Met, or not asked any more. */
      closed: Arr(MovedGap),
      /** Not asked before. */
      opened: Arr(MovedGap),
      /** Met before, or not applicable. */
      reopened: Arr(MovedGap),
    }),
    notices: ReportFile.properties.notices,
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/comparison.schema.json',
    title: 'What moved between two assessments of a firm',
  },
)

export type Comparison = Static<typeof ComparisonFile>
