import type { Finding } from '../../diagnostics/diagnostic.js'
import { nearest } from '../../documents/nearest.js'
import { allComparisons, type At, citations, type Draft, found, optionsOf, under } from '../draft.js'
import { undetermined } from '../ruleset.js'

/** Every name leads to something: facts, options, groups, scales, sources, determinations, outcomes, inventories, bands, questions. */
export function references(draft: Draft): Finding[] {
  const findings: Finding[] = []
  const need = (kind: string, name: string | undefined, known: Iterable<string>, at: At) => {
    if (name === undefined) return
    const names = [...known]
    if (!names.includes(name))
      findings.push(found('ruleset/unknown-name', { kind, name }, at, 'value', nearest(name, names)))
  }
  const needAll = (kind: string, list: readonly string[] | undefined, known: Iterable<string>, at: At) => {
    const names = [...known]
    for (const [i, name] of (list ?? []).entries()) need(kind, name, names, under(at, i))
  }
  const groupNames = (groups: Readonly<Record<string, unknown>> | undefined) => Object.keys(groups ?? {})
  const values = [...draft.facts.keys(), ...draft.derived.keys()]
  const bands = draft.bands.map((band) => band.it.id)

  for (const { it, ...at } of draft.scales.values()) {
    const options = it.options.map((option) => option.id)
    for (const [group, members] of Object.entries(it.groups ?? {})) {
      needAll('option', members, [...options, ...groupNames(it.groups)], under(at, 'groups', group))
    }
  }
  for (const { it, ...at } of draft.facts.values()) {
    if (it.type === 'choice' || it.type === 'multi') need('scale', it.scale, draft.scales.keys(), under(at, 'scale'))
  }
  for (const { it, ...at } of draft.derived.values()) {
    need('inventory', it.forEach, draft.inventories.keys(), under(at, 'forEach'))
    for (const key of ['over', 'count', 'some', 'every'] as const)
      need('inventory', it[key], draft.inventories.keys(), under(at, key))
    need('fact', it.sum, draft.facts.keys(), under(at, 'sum'))
    need('fact', it.distinct, draft.facts.keys(), under(at, 'distinct'))
  }
  for (const { it, ...at } of draft.inventories.values()) {
    if (!it.drawn) continue
    const { from, to, weight, regions } = it.drawn
    const own = it.facts.map((fact) => fact.id)
    need('fact', from, own, under(at, 'drawn', 'from'))
    need('fact', to, own, under(at, 'drawn', 'to'))
    needAll('fact', weight, own, under(at, 'drawn', 'weight'))
    const named = namedBy(draft, { fact: from })
    for (const [region, members] of Object.entries(regions))
      needAll(
        'option',
        members,
        [...(named?.options ?? []), ...(named?.groups ?? [])],
        under(at, 'drawn', 'regions', region),
      )
  }
  for (const { it, ...at } of draft.determinations.values()) {
    need('inventory', it.forEach, draft.inventories.keys(), under(at, 'forEach'))
    const outcomes = it.outcomes.map((outcome) => outcome.id)
    const named = [...outcomes, ...groupNames(it.groups)]
    for (const [group, members] of Object.entries(it.groups ?? {}))
      needAll('outcome', members, named, under(at, 'groups', group))
    for (const [i, rule] of it.rules.entries()) {
      need('outcome', rule.outcome, [...outcomes, undetermined], under(at, 'rules', i, 'outcome'))
      need('fact', rule.by?.after, draft.facts.keys(), under(at, 'rules', i, 'by', 'after'))
    }
    for (const [i, one] of (it.alternatives ?? []).entries())
      needAll('outcome', one.insteadOf, named, under(at, 'alternatives', i, 'insteadOf'))
    for (const [i, one] of (it.then ?? []).entries()) {
      needAll('outcome', one.for, named, under(at, 'then', i, 'for'))
      need('fact', one.by?.after, draft.facts.keys(), under(at, 'then', i, 'by', 'after'))
    }
  }
  for (const { it, ...at } of draft.sections)
    need('inventory', it.forEach, draft.inventories.keys(), under(at, 'forEach'))
  for (const { it, ...at } of draft.questions.values()) {
    need('scale', it.scale, draft.scales.keys(), under(at, 'scale'))
    need('question', it.after?.question, draft.questions.keys(), under(at, 'after', 'question'))
    for (const [i, { standard }] of (it.tags?.controls ?? []).entries())
      need('source', standard, draft.sources.keys(), under(at, 'tags', 'controls', i, 'standard'))
  }
  const written = draft.questionnaire.value
  const file = draft.questionnaire.source.file
  for (const [i, gate] of (written.scoring?.gates ?? []).entries()) {
    need('band', gate.caps, bands, { file, path: ['scoring', 'gates', i, 'caps'] })
  }
  for (const [i, one] of (written.contradictions ?? []).entries()) {
    need('inventory', one.forEach, draft.inventories.keys(), { file, path: ['contradictions', i, 'forEach'] })
  }
  for (const { it, ...at } of citations(draft)) need('source', it.source, draft.sources.keys(), under(at, 'source'))

  for (const { it, ...at } of allComparisons(draft)) {
    need('fact', it.fact, values, under(at, 'fact'))
    need('determination', it.determination, draft.determinations.keys(), under(at, 'determination'))
    need('question', it.question, draft.questions.keys(), under(at, 'question'))
    const named = namedBy(draft, it)
    if (!named) continue
    need(named.kind, it.is, named.options, under(at, 'is'))
    need(named.kind, it.includes, named.options, under(at, 'includes'))
    needAll(named.kind, it.in, [...named.options, ...named.groups], under(at, 'in'))
    need('alternative', it.offers, named.offers, under(at, 'offers'))
  }
  return findings
}

/** What the words after a subject may be: the options and groups of its scale, or its outcomes and their groups. */
function namedBy(draft: Draft, it: { fact?: string; determination?: string; question?: string }) {
  const determination = draft.determinations.get(it.determination ?? '')?.it
  if (determination) {
    return {
      kind: 'outcome',
      options: [...determination.outcomes.map((outcome) => outcome.id), undetermined],
      groups: Object.keys(determination.groups ?? {}),
      offers: (determination.alternatives ?? []).map((one) => one.offers),
    }
  }
  const fact = draft.facts.get(it.fact ?? '')?.it
  const asked =
    fact && (fact.type === 'choice' || fact.type === 'multi') ? fact : draft.questions.get(it.question ?? '')?.it
  if (!asked) return undefined
  const groups = Object.keys(draft.scales.get(asked.scale ?? '')?.it.groups ?? {})
  return { kind: 'option', options: optionsOf(draft, asked), groups, offers: [] }
}
