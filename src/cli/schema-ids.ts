/** A published schema with the ids of one ruleset in it, so that an editor offers them. */
import { askedIn } from '../ruleset/asked.js'
import { determinationsOf } from '../cases/names.js'
import type { Fact, Question, Ruleset } from '../ruleset/ruleset.js'
import { unsure } from '../answers/answers.js'

/** A JSON Schema as data. */
export interface Schema {
  readonly [key: string]: unknown
}
type Map_ = Readonly<Record<string, Schema>>

/**
 * Offers ids where the schema takes any. Nothing is refused that was not refused before: who adds a fact to a file must
 * not be told that there is no such fact.
 * @param kind what the schema is of; others than rulesets, answers and cases hold no ids to offer
 */
export function schemaWithIds(schema: Schema, kind: string, ruleset: Ruleset, scales: readonly string[]): Schema {
  const defs = (schema.$defs ?? {}) as Map_
  const deref = (it: Schema): Schema =>
    typeof it.$ref === 'string' ? deref(defs[it.$ref.replace('#/$defs/', '')] ?? {}) : it
  const change = {
    ruleset: () => idFields(ruleset, scales),
    answers: () => answerFields(ruleset),
    cases: () => caseFields(ruleset),
  }
  if (!Object.hasOwn(change, kind)) return schema
  return withoutExamples(eachProperty(schema, deref, change[kind as keyof typeof change]())) as Schema
}

/** Examples are ids and options of other rulesets, and editors offer them beside those that there are. */
function withoutExamples(it: unknown, key = ''): unknown {
  if (Array.isArray(it)) return it.map((one) => withoutExamples(one))
  if (typeof it !== 'object' || it === null) return it
  return Object.fromEntries(
    Object.entries(it).flatMap(([name, one]: [string, unknown]) =>
      // A key of that name is a property, and stays.
      name === 'examples' && key !== 'properties' ? [] : [[name, withoutExamples(one, name)]],
    ),
  )
}

/** What a property becomes; itself where it is left as it is. */
type Change = (name: string, it: Schema, deref: (it: Schema) => Schema) => Schema

/** Changes the properties at every depth. */
function eachProperty(schema: Schema, deref: (it: Schema) => Schema, change: Change): Schema {
  const into = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((it) => into(it, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, it]: [string, unknown]) => {
        const inner = into(it, name)
        return [name, key === 'properties' ? change(name, inner as Schema, deref) : inner]
      }),
    )
  }
  return into(schema, '') as Schema
}

const offering = (ids: readonly string[], it: Schema): Schema =>
  ids.length === 0
    ? it
    : {
        ...(it.description !== undefined && { description: it.description }),
        anyOf: [{ enum: [...new Set(ids)].sort() }, it],
      }

/** The keys of a questionnaire whose value is an id, and what ids there are. */
function idFields(ruleset: Ruleset, scales: readonly string[]): Change {
  const values = [...ruleset.values.values()]
  const of = (test: (it: (typeof values)[number]) => boolean): string[] => values.filter(test).map((it) => it.id)
  const inventories = [...ruleset.inventories.keys()]
  const numbers = of((it) => it.kind === 'fact' && it.type === 'number')
  const outcomes = values.flatMap((it) => (it.kind === 'determination' ? [...it.outcomes.keys()] : []))
  const ids: Record<string, readonly string[]> = {
    fact: of((it) => it.kind !== 'determination'),
    determination: of((it) => it.kind === 'determination'),
    question: [...ruleset.questions.keys()],
    source: [...ruleset.sources.keys()],
    scale: scales,
    forEach: inventories,
    over: inventories,
    count: inventories,
    some: inventories,
    every: inventories,
    sum: numbers,
    distinct: numbers,
    after: of((it) => it.kind === 'fact' && (it.type === 'date' || it.type === 'datetime')),
    outcome: outcomes,
    offers: values.flatMap((it) => (it.kind === 'determination' ? it.alternatives.map((one) => one.offers) : [])),
    caps: ruleset.bands.map((band) => band.id),
  }
  return (name, it, deref) => (Object.hasOwn(ids, name) && deref(it).type === 'string' ? offering(ids[name]!, it) : it)
}

/** Each question by its id: what it asks, and its options. */
function asked(all: Iterable<Fact | Question>, any: Schema, deref: (it: Schema) => Schema): Map_ {
  const short = (it: Fact | Question): Schema[] => {
    const options = [...it.options.map((option) => option.id), unsure]
    if (it.type === 'choice') return [{ enum: options }]
    if (it.type === 'multi') return [{ type: 'array', items: { enum: options.slice(0, -1) } }, { enum: [unsure] }]
    return []
  }
  const whole = deref(any)
  const { additionalProperties: _, ...open } = whole
  const properties = whole.properties as Map_
  const answering = (it: Fact | Question) => ({
    ...properties,
    answer: { anyOf: [...short(it), properties.answer!] },
  })
  return Object.fromEntries(
    [...all].map((it) => [
      it.id,
      {
        title: it.ask,
        description: [it.why, ...it.options.map((option) => `- ${option.id}: ${option.label}`)]
          .filter(Boolean)
          .join('\n'),
        // Completion looks at these; any map passes here, or an editor would complain about the wrong one of them.
        anyOf: [...short(it), { ...open, properties: answering(it) }],
        if: { type: 'object' },
        then: { ...whole, properties: answering(it) },
      },
    ]),
  )
}

const answersIn = (map: Schema, all: Iterable<Fact | Question>, deref: (it: Schema) => Schema): Schema => {
  const whole = deref(map)
  return { ...whole, properties: asked(all, whole.additionalProperties as Schema, deref) }
}

/** Each inventory by its id, with what can be said of its entries. */
function inventoriesIn(map: Schema, all: readonly (Fact | Question)[], deref: (it: Schema) => Schema): Schema {
  const whole = deref(map)
  const any = deref(whole.additionalProperties as Schema)
  const ids = new Set(all.flatMap((it) => it.inventory ?? []))
  const listOf = (list: Schema, id: string): Schema => {
    const entry = deref(list.items as Schema)
    const properties = entry.properties as Map_
    const asked = all.filter((it) => it.inventory === id)
    return {
      ...list,
      items: { ...entry, properties: { ...properties, answers: answersIn(properties.answers!, asked, deref) } },
    }
  }
  const one = (id: string): Schema => {
    const { entries, ...rest } = any.properties as Map_
    return { ...listOf(any, id), properties: { ...rest, entries: listOf(deref(entries!), id) } }
  }
  return { ...whole, properties: Object.fromEntries([...ids].map((id) => [id, one(id)])) }
}

function answerFields(ruleset: Ruleset): Change {
  const all = [...askedIn(ruleset).values()]
  const firm = all.filter((it) => it.inventory === undefined)
  return (name, it, deref) => {
    if (name === 'ruleset') return offering([ruleset.id], it)
    // Of the firm; what entries are asked stands with their inventory.
    if (name === 'answers' && it.$ref !== undefined) return answersIn(it, firm, deref)
    return name === 'inventories' ? inventoriesIn(it, all, deref) : it
  }
}

function caseFields(ruleset: Ruleset): Change {
  const all = [...askedIn(ruleset).values()]
  const named = (map: Schema, names: readonly string[], deref: (it: Schema) => Schema): Schema => {
    const whole = deref(map)
    return { ...whole, properties: Object.fromEntries(names.map((id) => [id, whole.additionalProperties])) }
  }
  return (name, it, deref) => {
    if (name === 'each') return offering([...ruleset.inventories.keys()], it)
    if (name === 'inventories') return inventoriesIn(it, all, deref)
    if (['given', 'with', 'defaults'].includes(name)) return answersIn(it, all, deref)
    if (name === 'sections')
      return named(
        it,
        ruleset.sections.map((section) => section.id),
        deref,
      )
    if (name === 'questions') return named(it, [...ruleset.questions.keys()], deref)
    if (name === 'gates')
      return named(
        it,
        ruleset.gates.map((gate) => gate.id),
        deref,
      )
    if (name !== 'expect') return it
    const whole = deref(it)
    const decided = determinationsOf(ruleset).map((id) => {
      const value = ruleset.values.get(id)
      const outcomes = value?.kind === 'determination' ? [...value.outcomes.keys()] : []
      return [id, offering(outcomes, whole.additionalProperties as Schema)] as const
    })
    return { ...whole, properties: { ...(whole.properties as object), ...Object.fromEntries(decided) } }
  }
}
