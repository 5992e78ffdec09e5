import { joins, operators, subjects } from '../vocabulary.js'
import type { Finding } from '../../diagnostics/diagnostic.js'
import { type WrittenCondition } from '../condition.js'
import { allComparisons, type At, conditions, type Draft, found, under } from '../draft.js'

/** A condition is one join, or one subject with one operator (none, where the fact is itself a yes or no). */
export function conditionShapes(draft: Draft): Finding[] {
  const findings: Finding[] = []
  const say = (problem: string, at: At) => findings.push(found('ruleset/condition-shape', { problem }, at))
  const has = (it: WrittenCondition, keys: readonly (keyof WrittenCondition)[]) =>
    keys.filter((key) => it[key] !== undefined)

  const visit = (it: WrittenCondition, at: At): void => {
    const joined = has(it, joins)
    if (joined.length > 1) say('join-with-join', at)
    else if (joined.length === 1 && Object.keys(it).length > 1) say('join-with-subject', at)
    for (const [i, part] of (it.all ?? []).entries()) visit(part, under(at, 'all', i))
    for (const [i, part] of (it.any ?? []).entries()) visit(part, under(at, 'any', i))
    if (it.not) visit(it.not, under(at, 'not'))
  }
  for (const { it, ...at } of conditions(draft)) visit(it, at)

  for (const { it, ...at } of allComparisons(draft)) {
    const named = has(it, subjects)
    const compared = has(it, operators)
    if (named.length === 0) say('no-subject', at)
    else if (named.length > 1) say('two-subjects', at)
    else if (compared.length > 1) say('two-operators', at)
    else if (compared.length === 0 && !it.fact) say('no-operator', at)
  }
  return findings
}
