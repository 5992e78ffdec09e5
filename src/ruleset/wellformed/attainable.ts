import type { Finding } from '../../diagnostics/diagnostic.js'
import { type Draft, found } from '../draft.js'
import { questionOptions } from '../options.js'
import { attainmentOf } from '../question-types/index.js'

/** Every scored question can attain 0 and 1: otherwise the best firm could not reach 100, or the worst would not be at 0. */
export function attainable(draft: Draft): Finding[] {
  const findings: Finding[] = []
  for (const { it, ...at } of draft.questions.values()) {
    const options = questionOptions(draft, it)
    if (it.obligation === 'information' || it.weight === 0 || options.length === 0) continue
    const { least, most } = attainmentOf[it.type].extremes(options)
    if (least !== 0) findings.push(found('ruleset/not-attainable', { id: it.id, value: 0 }, at))
    if (most !== 1) findings.push(found('ruleset/not-attainable', { id: it.id, value: 1 }, at))
  }
  return findings
}
