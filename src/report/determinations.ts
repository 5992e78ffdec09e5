/** Determinations as the report shows them: outcome, reason, basis, what must now be done. */
import type { Assessment } from '../assessment/assessment.js'
import { dueIn, urgency } from '../assessment/deadline.js'
import { type Missing, MissingFacts } from '../assessment/missing.js'
import { type Decision, type FactValue, outcomeOf, type ValueScope } from '../assessment/values.js'
import { shared } from '../documents/json-writer.js'
import { askedIn } from '../ruleset/asked.js'
import { type Citation, type Deadline, type Rule, type Ruleset, type Then, undetermined } from '../ruleset/ruleset.js'
import type { Words } from '../text/words.js'
import { checkOfDecision, checkOfRule, namesInRule, usedDeterminations } from './basis.js'
import { once } from '../documents/once.js'
import type { Report } from './schema.js'
import { filled, valueText } from './value-text.js'

type ReportDetermination = Report['determinations'][number]

/** The firm, or each entry of an inventory: where a value has its places. */
export function placesOf(
  assessment: Assessment,
  inventory: string | undefined,
): { scope: ValueScope; entry?: string; entryName?: string }[] {
  if (inventory === undefined) return [{ scope: assessment.firm }]
  return assessment.inventories.get(inventory)!.list.map(({ id, name, scope }) => ({
    scope,
    entry: id,
    entryName: name,
  }))
}

/** What is missing, with the words it is asked in. */
export function missingIn(
  assessment: Assessment,
  collect: (missing: MissingFacts) => void,
): Report['gates'][number]['missing'] {
  const missing = new MissingFacts(assessment.ruleset, (id) => assessment.inventories.get(id)!)
  collect(missing)
  return missing.list.map((it) => ({ ...it, ask: askOf(assessment, it) }))
}

export function askOf({ ruleset }: Assessment, { id }: Missing): string {
  return askedIn(ruleset).get(id)?.ask ?? ruleset.inventories.get(id)?.title ?? id
}

/** Citations with the short name of their source. */
export const citesOf = ({ ruleset }: Assessment, cites: readonly Citation[]): ReportDetermination['cites'] =>
  citesIn(ruleset)(cites)

export const citesIn = once((ruleset: Ruleset) =>
  once((cites: readonly Citation[]) =>
    shared(
      cites.map(({ source, at, checked }) => ({
        source,
        short: ruleset.sources.get(source)?.short ?? source,
        at,
        checked,
      })),
    ),
  ),
)

/** Every determination of every place, in the order of the ruleset. */
export function determinations(assessment: Assessment, words: Words, part: string | undefined): ReportDetermination[] {
  return [...assessment.ruleset.values.values()].flatMap((value) => {
    if (value.kind !== 'determination') return []
    return placesOf(assessment, value.inventory).map(({ scope, entry, entryName }) => {
      const shown = { id: value.id } as ReportDetermination
      if (part !== undefined) shown.part = part
      shown.title = value.title
      if (entry !== undefined) shown.entry = entry
      if (entryName !== undefined) shown.entryName = entryName
      return Object.assign(shown, decided(scope.get(value.id) as Decision, scope, assessment, words))
    })
  })
}

function decided(decision: Decision, scope: ValueScope, assessment: Assessment, words: Words) {
  const { determination, rules, candidates } = decision
  const label = (outcome: string) => determination.outcomes.get(outcome)?.label ?? words.report.notDecided
  const isFirst = determination.decide === 'first'
  const outcome = isFirst ? (outcomeOf(decision) ?? undetermined) : null
  const one = isFirst && candidates.length === 1 ? rules[0]?.rule : undefined
  const deciding = one && rules.length === 1 ? one : undefined
  const reasons = rules
    .filter(() => isFirst)
    .flatMap(({ rule }) => (rule.because === undefined ? [] : filled(rule.because, scope, words)))
  return {
    decide: determination.decide,
    uses: usedDeterminations(decision, assessment),
    outcome,
    label: valueText(decision, words),
    tone:
      outcome === undetermined || outcome === null
        ? ('open' as const)
        : (determination.outcomes.get(outcome)?.tone ?? 'neutral'),
    candidates: isFirst ? candidates.map((id) => ({ id, label: label(id) })) : [],
    missing: missingIn(assessment, (missing) => missing.ofRules(decision, scope)),
    rule: deciding?.id ?? null,
    because: candidates.length === 1 ? [...new Set(reasons)] : [],
    facts: isFirst
      ? factsUsed(
          rules.map(({ rule }) => rule),
          scope,
          words,
        )
      : [],
    cites: isFirst ? citesOf(assessment, citesOfRules(rules)) : [],
    checked: isFirst ? checkOfDecision(decision, scope, assessment) : null,
    alternatives: decision.alternatives.map(({ alternative, open }) => ({
      id: alternative.id,
      offers: alternative.offers,
      label: alternative.label,
      state: open === true ? ('open' as const) : ('perhaps' as const),
      ...(alternative.because === undefined ? {} : { because: filled(alternative.because, scope, words) }),
      cites: citesOf(assessment, alternative.cites),
      checked: checkOfRule(alternative, scope, assessment),
    })),
    outcomes: isFirst
      ? []
      : byUrgency(rules, scope).map(({ rule, holds }) => ({
          outcome: rule.outcome,
          label: label(rule.outcome),
          rule: rule.id,
          state: holds === true ? ('holds' as const) : ('perhaps' as const),
          ...(rule.because === undefined ? {} : { because: filled(rule.because, scope, words) }),
          ...duty(rule, scope, assessment, words),
          cites: citesOf(assessment, rule.cites),
          checked: checkOfRule(rule, scope, assessment),
          missing: missingIn(assessment, (missing) => {
            if (holds === undefined) missing.ofCondition(rule.when, scope)
          }),
        })),
    then: decision.then.map((then) => thenOf(then, scope, assessment, words)),
  }
}

/** What must be done, with the firm's values filled in. */
export function thenOf(
  then: Then,
  scope: ValueScope,
  assessment: Assessment,
  words: Words,
): ReportDetermination['then'][number] {
  return {
    id: then.id,
    do: filled(then.do, scope, words),
    obligation: then.obligation,
    ...(then.owner === undefined ? {} : { owner: then.owner }),
    ...deadline(then.by, scope, assessment, words),
    cites: citesOf(assessment, then.cites),
  }
}

function duty(rule: Rule, scope: ValueScope, assessment: Assessment, words: Words) {
  return {
    ...(rule.do === undefined ? {} : { do: filled(rule.do, scope, words) }),
    ...(rule.obligation === undefined ? {} : { obligation: rule.obligation }),
    ...(rule.owner === undefined ? {} : { owner: rule.owner }),
    ...deadline(rule.by, scope, assessment, words),
  }
}

function deadline(
  by: Deadline | undefined,
  scope: ValueScope,
  assessment: Assessment,
  words: Words,
): { by?: { text: string; due?: string } } {
  if (!by) return {}
  if ('at' in by) return { by: { text: words.report.atOnce } }
  const due = dueIn(by, scope)
  const period = words.report.units[by.unit](by.count)
  const { moment } = (scope.get(by.after) as FactValue).fact
  const text = moment
    ? words.report.withinMoment(period, moment)
    : words.report.within(period, askOf(assessment, { id: by.after }))
  return { by: { text, ...(due === undefined ? {} : { due }) } }
}

/** What is most urgent first; what is equally urgent keeps its order. */
function byUrgency(rules: Decision['rules'], scope: ValueScope): Decision['rules'] {
  return rules
    .map((it) => ({ it, key: urgency(it.rule.by, dueIn(it.rule.by, scope)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ it }) => it)
}

/** The facts that the rules speak of, with the firm's values. */
function factsUsed(rules: readonly Rule[], scope: ValueScope, words: Words) {
  return [...new Set(rules.flatMap(namesInRule))].flatMap((id) => {
    const value = scope.get(id)
    if (value.kind === 'decision') return []
    return [{ id, ask: value.kind === 'fact' ? value.fact.ask : value.derived.means, text: valueText(value, words) }]
  })
}

/** Of one rule, as nearly always, they are the same list each time. */
const citesOfRules = (rules: Decision['rules']): readonly Citation[] =>
  rules.length === 1 ? citesOfRule(rules[0]!.rule) : unique(rules.flatMap(({ rule }) => rule.cites))
const citesOfRule = once((rule: Rule) => unique(rule.cites))

function unique(cites: readonly Citation[]): Citation[] {
  const seen = new Map(cites.map((cite) => [`${cite.source} ${cite.at}`, cite]))
  return [...seen.values()]
}
