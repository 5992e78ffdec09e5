import { obligations, type Obligation } from '../ruleset/vocabulary.js'
import { found, under } from '../ruleset/draft.js'
import type { Source } from '../ruleset/ruleset.js'
import type { Check } from './check.js'
import { citing } from './citations.js'

/**
 * The most that each kind of source can oblige to. Guidance of a supervisor can be what a licence hangs on. Good practice
 * binds nobody, so that any source may recommend it.
 */
const most: Readonly<Record<Source['kind'], Obligation>> = {
  law: 'law',
  regulation: 'law',
  contract: 'contract',
  guidance: 'licence',
  standard: 'practice',
  policy: 'practice',
}

/** An obligation above what any source that is cited for it can impose. */
export const obligationsAboveSources: Check = ({ ruleset, draft }) =>
  [...citing(ruleset, draft)].flatMap(({ id, obligation, cites, at }) => {
    if (obligation === undefined || cites.length === 0) return []
    const highest = cites
      .map((it) => obligations.indexOf(most[ruleset.sources.get(it.source)!.kind]))
      .reduce((a, b) => Math.min(a, b))
    return obligations.indexOf(obligation) < highest
      ? [
          found(
            'check/obligation-above-source',
            { id, obligation, most: obligations[highest]! },
            under(at, 'obligation'),
          ),
        ]
      : []
  })
