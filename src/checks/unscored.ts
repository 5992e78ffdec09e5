import type { Finding } from '../diagnostics/diagnostic.js'
import { found, under } from '../ruleset/draft.js'
import type { Check } from './check.js'

/** A section that has a weight and nothing to weigh, and a ruleset in which nothing is scored: neither can reach 0 or 100. */
export const unscored: Check = ({ ruleset, draft }) => {
  const findings: Finding[] = ruleset.sections.flatMap((section, i) => {
    const { it, ...at } = draft.sections[i]!
    return it.weight !== undefined && it.weight > 0 && section.questions.every((question) => question.weight === 0)
      ? [found('check/unscored', { kind: 'section', id: section.id }, under(at, 'weight'))]
      : []
  })
  const at = { file: draft.questionnaire.source.file, path: [] }
  const counts =
    ruleset.parts.length > 0
      ? ruleset.parts.some((part) => part.weight > 0)
      : ruleset.sections.some(
          (section) =>
            (ruleset.model !== 'weighted' || section.weight > 0) && section.questions.some((it) => it.weight > 0),
        )
  if (!counts) findings.push(found('check/unscored', { kind: 'ruleset', id: ruleset.id }, under(at, 'id')))
  return findings
}
