/** What verifying a report found, as a file. */
import { Array as Arr, Boolean as Bool, Integer, Literal, Optional, String as Str, Unknown, type Static } from 'typebox'
import { verificationVersion } from '../documents/versions.js'
import { closed, oneOf } from '../documents/shapes.js'
import { nullable, ReportFile } from '../report/schema.js'

const Text = Str()
const { generator, language } = ReportFile.properties

export const VerificationFile = closed(
  {
    schema: Literal(verificationVersion),
    /** What verified. */
    generator,
    language,
    /** The report's name as it was given. */
    file: Text,
    /** What the report says of itself. */
    report: closed({
      firm: Text,
      asAt: Text,
      ruleset: closed({ id: Text, version: Text }),
      generatorVersion: Text,
    }),
    same: Bool(),
    /** How many values differ. */
    differences: Integer(),
    /** The first of them: hashes come first, for the others may follow from them. */
    first: nullable(closed({ path: Text, expected: Optional(Unknown()), found: Optional(Unknown()) })),
    /**
     * What it comes from: other answers, other rules; `engine`: both are the same, and another version of flowready made
     * the report; `values`: none of these explains it.
     */
    because: nullable(oneOf(['answers', 'ruleset', 'engine', 'values'])),
    /** The command that verifies it with the version that made it. */
    command: nullable(Text),
    /** What could not be recomputed and was taken from the report. */
    taken: Arr(closed({ what: oneOf(['evidence', 'since', 'cohort']), count: Integer() })),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://flowready.invalid/schema/verification.schema.json',
    title: 'What verifying a flowready report found',
  },
)

export type Verification = Static<typeof VerificationFile>
