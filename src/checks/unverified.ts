import { found, under } from '../ruleset/draft.js'
import type { Check } from './check.js'
import { citing } from './citations.js'

/** A work list rather than a check: what nobody has read in the source itself yet. */
export const unverified: Check = ({ ruleset, draft }) =>
  [...citing(ruleset, draft)].flatMap(({ id, cites, at }) =>
    cites.flatMap((cite, i) =>
      cite.checked === 'unverified'
        ? [found('check/unverified', { id, source: cite.source, at: cite.at }, under(at, 'cites', i))]
        : [],
    ),
  )
