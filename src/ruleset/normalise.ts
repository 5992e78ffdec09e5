/** From what authors wrote, once it is known to be well formed, to what the program uses. */
import { type Region, regions } from './vocabulary.js'
import type { WrittenCondition } from './condition.js'
import { type Draft, openGroups, optionsOf, type Placed } from './draft.js'
import { questionOptions } from './options.js'
import { dependencies, evaluationOrder } from './order.js'
import type {
  Citation,
  Comparison,
  Condition,
  Deadline,
  Derived,
  DerivedRule,
  Determination,
  Drawn,
  Fact,
  Inventory,
  Option,
  Question,
  Remedy,
  Ruleset,
  Section,
} from './ruleset.js'
import type {
  WrittenCitation,
  WrittenDeadline,
  WrittenDerived,
  WrittenDetermination,
  WrittenDrawn,
  WrittenFact,
  WrittenQuestion,
  WrittenRemedy,
  WrittenSection,
} from './schema.js'
import { timeOf } from './time.js'
import { typeOf } from './value-type.js'

/** Leaves out what is undefined, as `exactOptionalPropertyTypes` asks. */
type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
function given<T extends object>(it: T): Given<T> {
  return Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as Given<T>
}

const asList = (it: string | readonly string[] | undefined): readonly string[] =>
  it === undefined ? [] : typeof it === 'string' ? [it] : it

/** Everything of a ruleset but its hash and its parts, which the loader knows. The draft must be well formed. */
export function normalise(draft: Draft): Omit<Ruleset, 'sha256' | 'parts'> {
  const { value } = draft.questionnaire
  const { language } = value
  const result = evaluationOrder(dependencies(draft))
  if (!('order' in result)) throw new Error('a cycle came past the check for cycles')

  const values = new Map(
    result.order.map((id): [string, Fact | Derived | Determination] => {
      const fact = draft.facts.get(id)
      const derived = draft.derived.get(id)
      return [
        id,
        fact
          ? factOf(draft, fact)
          : derived
            ? derivedOf(draft, derived)
            : determinationOf(draft, draft.determinations.get(id)!),
      ]
    }),
  )
  const parents = new Set([...draft.questions.values()].flatMap(({ it }) => it.after?.question ?? []))
  const sections = draft.sections.map((section) => sectionOf(draft, section, parents))
  return {
    id: value.id,
    version: value.version,
    title: value.title,
    ...given({ about: value.about }),
    language,
    reviewed: value.reviewed,
    values,
    inventories: new Map(
      [...draft.inventories.values()].map(({ it }): [string, Inventory] => [
        it.id,
        {
          id: it.id,
          title: it.title,
          entry: it.entry ?? it.title,
          ...given({ about: it.about, drawn: it.drawn && drawnOf(draft, it.drawn) }),
        },
      ]),
    ),
    sections,
    questions: new Map(
      sections.flatMap((section) => section.questions.map((question) => [question.id, question] as const)),
    ),
    contradictions: (value.contradictions ?? []).map((it) => ({
      id: it.id,
      when: conditionOf(draft, it.when),
      says: it.says,
      ...given({ inventory: it.forEach }),
    })),
    model: value.scoring?.model ?? 'weighted',
    met: value.scoring?.met ?? 1,
    gates: (value.scoring?.gates ?? []).map((it) => ({
      id: it.id,
      when: conditionOf(draft, it.when),
      caps: it.caps,
      says: it.says,
      ...given({ from: it.from, until: it.until, remedy: remedyOf(it.remedy) }),
    })),
    bands: draft.bands.map(({ it }) => ({ id: it.id, from: it.from, label: it.label, ...given({ means: it.means }) })),
    sources: new Map(
      [...draft.sources.values()].map(({ it: { short, title, issuer, ...it } }) => [
        it.id,
        { ...it, short: short[language], title: title[language], issuer: issuer[language] },
      ]),
    ),
  }
}

function drawnOf(draft: Draft, it: WrittenDrawn): Drawn {
  const ends = [it.from, it.to].map((id) => draft.facts.get(id)?.it)
  const groups = Object.assign(
    {},
    ...ends.map((fact) => (fact && 'scale' in fact && draft.scales.get(fact.scale ?? '')?.it.groups) ?? {}),
  ) as Readonly<Record<string, readonly string[]>>
  const regionOf = new Map<string, Region>()
  for (const region of regions)
    for (const option of openGroups(it.regions[region] ?? [], groups))
      if (!regionOf.has(option)) regionOf.set(option, region)
  return { from: it.from, to: it.to, weight: it.weight ?? [], regionOf }
}

function factOf(draft: Draft, { it, inventory }: Placed<WrittenFact>): Fact {
  const choice: { scale?: string; options?: readonly Option[] } = it.type === 'choice' || it.type === 'multi' ? it : {}
  const options: readonly Option[] = choice.options ?? draft.scales.get(choice.scale ?? '')?.it.options ?? []
  const number: { min?: number; max?: number; integer?: boolean; unit?: string } = it.type === 'number' ? it : {}
  return {
    kind: 'fact',
    id: it.id,
    type: it.type,
    ask: it.ask,
    options: options.map(({ id, label }) => ({ id, label })),
    min: number.min ?? 0,
    max: number.max ?? Infinity,
    integer: number.integer === true,
    confidential: it.confidential === true,
    ...given({ inventory, why: it.why, help: it.help, from: it.from, until: it.until }),
    ...given({ moment: it.type === 'date' || it.type === 'datetime' ? it.moment : undefined }),
    ...given({ unit: number.unit, when: it.when && conditionOf(draft, it.when) }),
  }
}

function derivedOf(draft: Draft, { it, inventory }: Placed<WrittenDerived>): Derived {
  return {
    kind: 'derived',
    id: it.id,
    means: it.means,
    rule: derivedRuleOf(draft, it),
    cites: citesOf(it.cites),
    ...given({ inventory }),
  }
}

function derivedRuleOf(draft: Draft, it: WrittenDerived): DerivedRule {
  if (it.holds) return { how: 'holds', condition: conditionOf(draft, it.holds) }
  const where = given({ where: it.where && conditionOf(draft, it.where) })
  if (it.sum !== undefined)
    return { how: 'sum', of: it.sum, over: it.over!, ...where, ...given({ distinct: it.distinct }) }
  for (const how of ['count', 'some', 'every'] as const) {
    const over = it[how]
    if (over !== undefined) return { how, over, ...where }
  }
  throw new Error('a derived fact without a rule came past its check')
}

function determinationOf(draft: Draft, { it, inventory }: Placed<WrittenDetermination>): Determination {
  const common = (one: { from?: string; until?: string; when?: WrittenCondition; because?: string }) =>
    given({ from: one.from, until: one.until, because: one.because, when: one.when && conditionOf(draft, one.when) })
  return {
    kind: 'determination',
    id: it.id,
    title: it.title,
    decide: it.decide,
    outcomes: new Map(it.outcomes.map(({ id, label, tone }) => [id, { id, label, tone: tone ?? 'neutral' }])),
    rules: it.rules.map((rule) => ({
      id: rule.id,
      outcome: rule.outcome,
      cites: citesOf(rule.cites),
      ...common(rule),
      ...given({ do: rule.do, obligation: rule.obligation, owner: rule.owner, by: deadlineOf(rule.by) }),
    })),
    alternatives: (it.alternatives ?? []).map((one) => ({
      id: one.id,
      offers: one.offers,
      label: one.label ?? one.offers,
      insteadOf: openGroups(one.insteadOf, it.groups),
      cites: citesOf(one.cites),
      ...common(one),
    })),
    then: (it.then ?? []).map((one) => {
      const { because: _, ...rest } = common(one)
      return {
        id: one.id,
        for: openGroups(one.for, it.groups),
        do: one.do,
        obligation: one.obligation,
        cites: citesOf(one.cites),
        ...rest,
        ...given({ owner: one.owner, by: deadlineOf(one.by) }),
      }
    }),
    ...given({ inventory, about: it.about }),
  }
}

function sectionOf(draft: Draft, { it, inventory }: Placed<WrittenSection>, parents: ReadonlySet<string>): Section {
  return {
    id: it.id,
    title: it.title,
    weight: it.weight ?? 1,
    across: it.across ?? 'mean',
    questions: it.questions.map((question) => questionOf(draft, question, it, parents)),
    ...given({
      inventory,
      about: it.about,
      from: it.from,
      until: it.until,
      when: it.when && conditionOf(draft, it.when),
    }),
  }
}

function questionOf(
  draft: Draft,
  it: WrittenQuestion,
  section: WrittenSection,
  parents: ReadonlySet<string>,
): Question {
  return {
    id: it.id,
    section: section.id,
    type: it.type,
    ask: it.ask,
    why: it.why,
    options: questionOptions(draft, it),
    weight: it.obligation === 'information' ? 0 : (it.weight ?? 1),
    obligation: it.obligation,
    // A follow-up that drops out, or a question that takes its follow-ups along, could raise a score by being left out.
    mayBeNotApplicable: it.notApplicable !== 'never' && !it.after && !parents.has(it.id),
    essential: it.essential === true,
    confidential: it.confidential === true,
    cites: citesOf(it.cites),
    evidence: it.evidence ?? [],
    tags: {
      policy: asList(it.tags?.policy),
      place: asList(it.tags?.place),
      topic: asList(it.tags?.topic),
      controls: it.tags?.controls ?? [],
    },
    ...given({
      inventory: section.forEach,
      help: it.help,
      level: it.level,
      from: it.from,
      until: it.until,
      remedy: remedyOf(it.remedy),
    }),
    ...given({
      when: it.when && conditionOf(draft, it.when),
      after: it.after && {
        question: it.after.question,
        attains: it.after.attains,
        hides: it.after.otherwise === 'hidden',
      },
    }),
  }
}

const citesOf = (cites: readonly WrittenCitation[] | undefined): readonly Citation[] => cites ?? []

const remedyOf = (it: WrittenRemedy | undefined): Remedy | undefined =>
  it && { do: it.do, effort: it.effort, owner: it.owner, once: it.once === true }

function deadlineOf(it: WrittenDeadline | undefined): Deadline | undefined {
  if (!it) return undefined
  if (it.within === undefined || it.after === undefined) return { at: 'once' }
  const [count, unit] = it.within.split(' ')
  return { count: Number(count), unit: unit!.replace(/s$/, '') as 'day', after: it.after }
}

function conditionOf(draft: Draft, it: WrittenCondition): Condition {
  if (it.all) return { kind: 'all', of: it.all.map((part) => conditionOf(draft, part)) }
  if (it.any) return { kind: 'any', of: it.any.map((part) => conditionOf(draft, part)) }
  if (it.not) return { kind: 'not', of: conditionOf(draft, it.not) }
  const named = it.in ?? [it.is ?? it.includes].filter((name) => name !== undefined)
  if (it.determination !== undefined) {
    const { groups } = draft.determinations.get(it.determination)!.it
    if (it.offers !== undefined) return { kind: 'offers', determination: it.determination, offer: it.offers }
    return { kind: 'outcome', determination: it.determination, outcomes: openGroups(named, groups) }
  }
  if (it.question !== undefined) {
    if (it.attainsLessThan !== undefined)
      return { kind: 'attains-less', question: it.question, value: it.attainsLessThan }
    return {
      kind: 'answer',
      question: it.question,
      options: openScaleGroups(draft, draft.questions.get(it.question)!.it, named),
    }
  }
  const fact = it.fact!
  const type = typeOf(draft, fact)
  if (type === 'truth') return { kind: 'holds', fact }
  for (const test of ['atLeast', 'atMost', 'moreThan', 'lessThan'] satisfies Comparison[]) {
    const value = it[test]
    if (typeof value === 'number') return { kind: 'number', fact, test, value }
    if (typeof value === 'string') return { kind: 'time', fact, test, value: timeOf(value) ?? value }
  }
  return { kind: 'option', fact, options: openScaleGroups(draft, draft.facts.get(fact)!.it, named) }
}

function openScaleGroups(
  draft: Draft,
  it: { scale?: string; options?: readonly { id: string }[] } | WrittenFact,
  named: readonly string[],
): Set<string> {
  const { scale } = it as { scale?: string }
  const open = openGroups(named, draft.scales.get(scale ?? '')?.it.groups)
  const known = new Set(optionsOf(draft, it as { scale?: string }))
  return new Set([...open].filter((option) => known.has(option)))
}
