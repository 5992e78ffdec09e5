import type { Finding } from '../../diagnostics/diagnostic.js'
import { type Draft, found, under } from '../draft.js'

/** Bands start at 0 and rise, so that every score falls in exactly one. */
export function bands(draft: Draft): Finding[] {
  const findings: Finding[] = []
  for (const [i, { it, ...at }] of draft.bands.entries()) {
    const before = draft.bands[i - 1]?.it.from
    if (i === 0 && it.from !== 0) findings.push(found('ruleset/bands-start', { from: it.from }, under(at, 'from')))
    if (before !== undefined && it.from <= before) {
      findings.push(found('ruleset/bands-rise', { id: it.id, from: it.from, before }, under(at, 'from')))
    }
  }
  return findings
}
