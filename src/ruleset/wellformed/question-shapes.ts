import type { Finding } from '../../diagnostics/diagnostic.js'
import { type At, type Draft, found, under } from '../draft.js'

/** How questions and sections have to be put together. */
export function questionShapes(draft: Draft): Finding[] {
  const findings: Finding[] = []
  const say = (problem: string, id: string, at: At) =>
    findings.push(found('ruleset/question-shape', { problem, id }, at))

  const choices = [...draft.facts.values()].filter(({ it }) => it.type === 'choice' || it.type === 'multi')
  for (const { it, ...at } of [...draft.questions.values(), ...choices]) {
    const { scale, options } = it as { scale?: string; options?: { id: string }[] }
    if ((scale === undefined) === (options === undefined)) say('scale-or-options', it.id, at)
    for (const [i, option] of (options ?? []).entries())
      if (option.id === 'unsure') say('unsure-reserved', it.id, under(at, 'options', i, 'id'))
  }
  for (const { it, ...at } of draft.scales.values()) {
    for (const [i, option] of it.options.entries())
      if (option.id === 'unsure') say('unsure-reserved', it.id, under(at, 'options', i, 'id'))
  }
  for (const { it, ...at } of draft.sections) {
    if (it.forEach !== undefined && it.across === undefined) say('across-missing', it.id, at)
    if (it.forEach === undefined && it.across !== undefined) say('across-without-entries', it.id, under(at, 'across'))
  }
  const before = new Set<string>()
  for (const { it, section, ...at } of draft.questions.values()) {
    const parent = it.after && draft.questions.get(it.after.question)
    // A follow-up stands below its question in the same section: one entry, one order, no cycle.
    if (parent && (parent.section !== section || !before.has(parent.it.id)))
      say('follow-up-order', it.id, under(at, 'after', 'question'))
    if (parent && parent.it.obligation === 'information')
      say('follow-up-of-unscored', it.id, under(at, 'after', 'question'))
    if (it.after?.otherwise === 'hidden')
      findings.push(found('ruleset/hidden-follow-up', { id: it.id }, under(at, 'after')))
    if (it.obligation !== 'information' && it.weight !== 0 && !it.remedy) say('remedy-missing', it.id, at)
    before.add(it.id)
  }
  return findings
}
