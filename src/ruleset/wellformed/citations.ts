import type { Finding } from '../../diagnostics/diagnostic.js'
import { type Draft, found } from '../draft.js'

/** Every scored question says where it comes from. That the source exists is for `references.ts`. */
export function citations(draft: Draft): Finding[] {
  return [...draft.questions.values()]
    .filter(({ it }) => it.obligation !== 'information' && it.weight !== 0 && !it.cites?.length)
    .map(({ it, ...at }) => found('ruleset/citation-missing', { id: it.id }, at))
}
