import type { Finding } from '../../diagnostics/diagnostic.js'
import { nearest } from '../../documents/nearest.js'
import { placeholdersOf } from '../../text/placeholders.js'
import { type At, type Draft, found, under } from '../draft.js'

/** `{fact-id}` in a text names a fact, a derived fact or a determination that has a value there. */
export function placeholders(draft: Draft): Finding[] {
  const findings: Finding[] = []
  const homes = new Map(
    [...draft.facts, ...draft.derived, ...draft.determinations].map(([id, { inventory }]) => [id, inventory] as const),
  )
  const text = (words: string | undefined, inventory: string | undefined, at: At) => {
    for (const name of placeholdersOf(words ?? '')) {
      const home = homes.get(name)
      if (!homes.has(name))
        findings.push(found('ruleset/unknown-placeholder', { name }, at, 'value', nearest(name, homes.keys())))
      else if (home !== undefined && home !== inventory)
        findings.push(found('ruleset/outside-entry', { fact: name, inventory: home }, at))
    }
  }
  for (const { it, inventory, ...at } of draft.determinations.values()) {
    for (const key of ['rules', 'alternatives'] as const) {
      for (const [i, one] of (it[key] ?? []).entries()) text(one.because, inventory, under(at, key, i, 'because'))
    }
    for (const key of ['rules', 'then'] as const) {
      for (const [i, one] of (it[key] ?? []).entries()) text(one.do, inventory, under(at, key, i, 'do'))
    }
  }
  const { scoring, contradictions } = draft.questionnaire.value
  const file = draft.questionnaire.source.file
  for (const [i, gate] of (scoring?.gates ?? []).entries())
    text(gate.says, undefined, { file, path: ['scoring', 'gates', i, 'says'] })
  for (const [i, one] of (contradictions ?? []).entries())
    text(one.says, one.forEach, { file, path: ['contradictions', i, 'says'] })
  return findings
}
