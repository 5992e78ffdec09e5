import type { Report } from '../../../report/schema.js'
import type { Words } from '../../../text/words.js'

/** What stands between sentences, most of which are the ruleset's: its language decides. */
export const lawSpace = ({ ruleset }: Report, { summary }: Words): string =>
  ruleset.language === 'en' ? ' ' : summary.sentenceSpace
