import type { Finding } from '../../diagnostics/diagnostic.js'
import { type Draft, found, under } from '../draft.js'

/** The models over questions (flat, flat-unweighted, absolute, levels) take no entries and no follow-ups. */
export function models(draft: Draft): Finding[] {
  const { scoring, includes, sections } = draft.questionnaire.value
  const model = scoring?.model ?? 'weighted'
  const root = { file: draft.questionnaire.source.file, path: [] }
  const findings: Finding[] = []
  if (includes && sections)
    findings.push(found('ruleset/model-shape', { model, problem: 'suite-with-sections' }, under(root, 'sections')))
  if (sections && !scoring) findings.push(found('ruleset/model-shape', { model, problem: 'no-scoring' }, root))
  if (!includes && !sections) findings.push(found('ruleset/model-shape', { model, problem: 'nothing-asked' }, root))
  if (model === 'weighted') return findings
  for (const { it, ...at } of draft.sections) {
    if (it.forEach) findings.push(found('ruleset/model-shape', { model, problem: 'entries' }, under(at, 'forEach')))
  }
  for (const { it, ...at } of draft.questions.values()) {
    if (it.after) findings.push(found('ruleset/model-shape', { model, problem: 'follow-up' }, under(at, 'after')))
    if (model === 'levels' && it.level === undefined)
      findings.push(found('ruleset/model-shape', { model, problem: 'no-level' }, at))
  }
  return findings
}
