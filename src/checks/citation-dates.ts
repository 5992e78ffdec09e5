import type { Finding } from '../diagnostics/diagnostic.js'
import { found, under } from '../ruleset/draft.js'
import { inForce } from '../ruleset/ruleset.js'
import { dayAfter } from './cells.js'
import type { Check } from './check.js'
import { citing } from './citations.js'
import { overlap } from './conditions.js'

/**
 * A source that is cited for days on which it is not in force: never on those days; not on the day as on which the law was
 * read; or from some later day on, or until then. On any one day one source in force is enough: an old law and the new one
 * may be cited together.
 */
export const citationDates: Check = ({ ruleset, draft }) => {
  const { reviewed } = ruleset
  return [...citing(ruleset, draft)].flatMap(({ id, dated, cites, at }) => {
    const sources = cites.map((cite) => ruleset.sources.get(cite.source)!)
    const covered = (day: string) => !inForce(dated, day) || sources.some((source) => inForce(source, day))
    return sources.flatMap((source, i): Finding[] => {
      const place = under(at, 'cites', i, 'source')
      const args = { id, source: source.id }
      if (!overlap(dated, source) || (!inForce(source, reviewed) && !covered(reviewed)))
        return [found('check/source-not-in-force', args, place)]
      const { from, until } = source
      // Days after the law was read: what was before it is not asked about any more.
      if (from !== undefined && from > reviewed && !covered(dayAfter(from, -1)))
        return [found('check/straddles-change', { ...args, on: from }, place)]
      if (until !== undefined && until >= reviewed && !covered(dayAfter(until)))
        return [found('check/straddles-change', { ...args, on: dayAfter(until) }, place)]
      return []
    })
  })
}
