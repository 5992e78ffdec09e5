/**
 * Random small rulesets as authors write them, loaded by the real loader. The ids are always the same, so that answers
 * can be made without looking; what varies is everything between them: conditions, rules, weights, thresholds, dates.
 */
import fc from 'fast-check'
import { type Library, loadRuleset } from '../../src/ruleset/load.js'
import type { WrittenCondition } from '../../src/ruleset/condition.js'
import type { Ruleset } from '../../src/ruleset/ruleset.js'
import type { WrittenCommon, WrittenQuestionnaire } from '../../src/ruleset/schema.js'

export interface Written {
  readonly common: Readonly<Record<string, WrittenCommon>>
  readonly questionnaire: WrittenQuestionnaire
}

/** How often a property is tried; `RUNS=3000 npx vitest run tests/meaning` tries harder. */
export const usually = (runs: number) => ({ numRuns: Number(process.env['RUNS'] ?? runs) })

/** The day of every random assessment; dates in random rulesets stand around it. */
export const today = '2026-06-15'

const words = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' }
const sources = [
  { id: 'law', short: words, title: words, issuer: words, place: 'mainland', kind: 'law', lastChecked: '2026-01-01' },
]
const bandsWritten = [
  { id: 'not-ready', from: 0, label: 'Not ready' },
  { id: 'developing', from: 40, label: 'Developing' },
  { id: 'largely-ready', from: 70, label: 'Largely ready' },
  { id: 'ready', from: 90, label: 'Ready' },
]
const scales = [
  {
    id: 'xyz',
    options: [
      { id: 'x', label: 'X' },
      { id: 'y', label: 'Y' },
      { id: 'z', label: 'Z' },
    ],
    groups: { late: ['y', 'z'], 'not-y': ['x', 'z'] },
  },
]
export const shared = { sources: { sources }, scales: { scales }, bands: { bands: bandsWritten } } as unknown as Record<
  string,
  WrittenCommon
>

/** Rulesets in memory, each file the JSON text of what is written (which is YAML too). */
export function library(
  written: Readonly<Record<string, Written | WrittenQuestionnaire>>,
  common: Readonly<Record<string, WrittenCommon>> = {},
): Library {
  const files = new Map<string, string>()
  const add = (path: string, value: unknown) => files.set(path, JSON.stringify(value))
  for (const [name, value] of Object.entries({ ...shared, ...common })) add(`common/${name}.yaml`, value)
  for (const [id, it] of Object.entries(written)) {
    const own = 'questionnaire' in it ? it : { common: {}, questionnaire: it }
    for (const [name, value] of Object.entries(own.common)) add(`common/${name}.yaml`, value)
    add(`${id}/questionnaire.yaml`, own.questionnaire)
  }
  return {
    file: (path) => (files.has(path) ? { file: path.replace(/yaml$/, 'json'), text: files.get(path)! } : undefined),
    ids: () => Object.keys(written),
  }
}

/** Loads what must be well formed. */
export async function load(written: Written): Promise<Ruleset> {
  const { id } = written.questionnaire
  return loadFrom(library({ [id]: written }), id)
}

export async function loadFrom(from: Library, id: string): Promise<Ruleset> {
  const { ruleset, diagnostics } = await loadRuleset(from, id)
  if (!ruleset)
    throw new Error(
      `${id} does not load: ${diagnostics.map((it) => `${it.code} ${it.place.pointer} ${JSON.stringify(it.args)}`).join('; ')}`,
    )
  return ruleset
}

// --- conditions

type Subject = readonly [kind: 'choice' | 'multi' | 'number' | 'sum' | 'truth' | 'first' | 'all', id: string]

const outcomes = ['o1', 'o2', 'o3'] as const
const rulings = ['n1', 'n2'] as const

function comparison([kind, id]: Subject): fc.Arbitrary<WrittenCondition> {
  switch (kind) {
    case 'choice':
      return fc.oneof(
        fc.constantFrom('x', 'y', 'z').map((is) => ({ fact: id, is })),
        fc
          .constantFrom<string[]>(['x', 'y'], ['late'], ['not-y'], ['x', 'late'])
          .map((names) => ({ fact: id, in: names })),
      )
    case 'multi':
      return fc.constantFrom('p', 'q').map((includes) => ({ fact: id, includes }))
    case 'number':
    case 'sum': {
      const most = kind === 'sum' ? 6 : 2
      return fc.oneof(
        fc.integer({ min: 1, max: most }).map((atLeast) => ({ fact: id, atLeast })),
        fc.integer({ min: 0, max: most - 1 }).map((moreThan) => ({ fact: id, moreThan })),
        fc.integer({ min: 0, max: most }).map((atMost) => ({ fact: id, atMost })),
        fc.integer({ min: 1, max: most }).map((lessThan) => ({ fact: id, lessThan })),
      )
    }
    case 'truth':
      return fc.constant({ fact: id })
    case 'first':
      return fc.oneof(
        fc.constantFrom(...outcomes).map((is) => ({ determination: id, is })),
        fc
          .constantFrom<string[]>(['good'], ['o1', 'o3'], ['o3', 'good'])
          .map((names) => ({ determination: id, in: names })),
        fc.constantFrom('offer-a', 'offer-b').map((offers) => ({ determination: id, offers })),
      )
    case 'all':
      return fc.constantFrom(...rulings).map((is) => ({ determination: id, is }))
  }
}

function condition(subjects: readonly Subject[], depth = 2): fc.Arbitrary<WrittenCondition> {
  const leaf = fc.oneof(...subjects.map(comparison))
  if (depth === 0) return leaf
  const part = condition(subjects, depth - 1)
  const list = fc.array(part, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 2, arbitrary: list.map((all) => ({ all })) },
    { weight: 2, arbitrary: list.map((any) => ({ any })) },
    { weight: 2, arbitrary: part.map((not) => ({ not })) },
  )
}

/** A key that is there now and then. */
const now = <K extends string, T>(key: K, value: fc.Arbitrary<T>, of = 2): fc.Arbitrary<Partial<Record<K, T>>> =>
  fc.oneof(
    { weight: of - 1, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: value.map((it) => ({ [key]: it }) as Partial<Record<K, T>>) },
  )

const together = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((list) => Object.assign({}, ...list) as object)

const days = ['2026-06-14', today, '2026-06-16']
const dates = together(now('from', fc.constantFrom(...days), 12), now('until', fc.constantFrom(...days), 12))

// --- values

const firm1: Subject[] = [
  ['choice', 'f.a'],
  ['multi', 'f.m'],
  ['number', 'f.n'],
]
const item1: Subject[] = [...firm1, ['choice', 'i.a'], ['number', 'i.n']]
const item2: Subject[] = [...item1, ['truth', 'i.h']]
const firm2: Subject[] = [
  ...firm1,
  ['sum', 'f.sum'],
  ['sum', 'f.count'],
  ['truth', 'f.some'],
  ['truth', 'f.every'],
  ['truth', 'f.h'],
]
const item3: Subject[] = [...item2, ...firm2.slice(3)]
const item4: Subject[] = [...item3, ['first', 'i.route']]
const firm3: Subject[] = [...firm2, ['sum', 'f.bad']]
const firm4: Subject[] = [...firm3, ['first', 'f.verdict'], ['all', 'f.duties']]
const firm5: Subject[] = [...firm4, ['choice', 'f.late']]
const item5: Subject[] = [...item4, ...firm4.slice(3), ['choice', 'i.late']]

const cites = fc.constantFrom(
  [],
  [{ source: 'law', at: '1', checked: 'verified' }],
  [{ source: 'law', at: '2', checked: 'unverified' }],
)

const choiceFact = (id: string, when?: fc.Arbitrary<WrittenCondition>) =>
  together(
    fc.constant({ id, type: 'choice', scale: 'xyz', ask: id }),
    when ? now('when', when) : fc.constant({}),
    dates,
  )
const numberFact = (id: string, max: number | undefined, when?: fc.Arbitrary<WrittenCondition>) =>
  together(
    fc.constant({ id, type: 'number', ask: id, integer: true, ...(max === undefined ? {} : { max }) }),
    when ? now('when', when) : fc.constant({}),
  )

function determination(
  id: string,
  decide: 'first' | 'all',
  inventory: string | undefined,
  subjects: readonly Subject[],
) {
  const named = decide === 'first' ? outcomes : rulings
  const rule = together(
    now('when', condition(subjects), 8).map((it) => (it.when ? it : {})),
    fc.record({ outcome: fc.constantFrom(...named), cites }),
    now('because', fc.constantFrom('{f.n} of them', 'because {f.a}')),
    dates,
  )
  const ruleWithWhen = together(
    fc.record({ when: condition(subjects), outcome: fc.constantFrom(...named), cites }),
    now('because', fc.constant('{f.n}')),
    dates,
  )
  const last = fc.constantFrom(
    [],
    [{ outcome: named[0] }],
    [{ outcome: named[1] }],
    [{ outcome: 'undetermined', because: 'Nobody knows.' }],
  )
  const alternative = together(
    fc.record({
      insteadOf: fc.constantFrom(...(decide === 'first' ? [['o1'], ['good'], ['o2', 'o3']] : [['n1'], ['n2']])),
    }),
    now('when', condition(subjects)),
    dates,
  )
  const then = together(
    fc.record({ for: fc.constantFrom(...(decide === 'first' ? [['o1'], ['good'], ['o2', 'o3']] : [['n1'], ['n2']])) }),
    now('when', condition(subjects)),
    dates,
  )
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 6, arbitrary: ruleWithWhen }, rule), { minLength: 1, maxLength: 4 }),
      last,
      alternative,
      alternative,
      fc.array(then, { maxLength: 2 }),
    )
    .map(([rules, end, a, b, thens]) => ({
      id,
      title: id,
      decide,
      ...(inventory === undefined ? {} : { forEach: inventory }),
      outcomes: named.map((outcome) => ({ id: outcome, label: outcome.toUpperCase() })),
      ...(decide === 'first' ? { groups: { good: ['o1', 'o2'] } } : {}),
      rules: [...rules, ...(decide === 'first' ? end : [])].map((it, i) => ({ ...it, id: `r${i}` })),
      alternatives: [
        { ...a, id: 'alt-a', offers: 'offer-a' },
        { ...b, id: 'alt-b', offers: 'offer-b' },
      ],
      then: thens.map((it, i) => ({ ...it, id: `t${i}`, do: 'Do it.', obligation: 'law' })),
    }))
}

// --- sections

const attainments = [
  [1, 0],
  [1, 0.5, 0],
  [1, 0.3, 0],
  [0.25, 1, 0.75, 0],
]
const multi = [
  { id: 'm1', label: 'm1', adds: 0.4 },
  { id: 'm2', label: 'm2', adds: 0.35 },
  { id: 'm3', label: 'm3', adds: 0.5 },
  { id: 'none', label: 'none', exclusive: true },
]
const remedy = { do: 'Mend it.', effort: 1, owner: 'it' }

interface Shape {
  readonly followUps: boolean
  readonly levels: boolean
}

function questions(prefix: string, count: number, subjects: readonly Subject[], { followUps, levels }: Shape) {
  const one = (i: number) =>
    together(
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom(...attainments).map((all) => ({
            type: 'choice',
            options: all.map((attains, k) => ({ id: `c${k}`, label: `c${k}`, attains })),
          })),
        },
        { weight: 1, arbitrary: fc.constant({ type: 'multi', options: multi }) },
      ),
      fc.record({
        weight: fc.constantFrom(0, 0.5, 1, 1, 1, 2, 3),
        obligation: fc.constantFrom('law', 'guidance', 'practice'),
        tags: fc.constantFrom({ policy: 'A' }, { policy: ['A', 'B'], topic: 'transfer' }, {}),
      }),
      now('when', condition(subjects, 1), 4),
      now('notApplicable', fc.constant('never'), 4),
      now('evidence', fc.constant([{ id: 'e', show: 'Show it.' }]), 3),
      followUps && i > 1
        ? now(
            'after',
            fc.record({
              question: fc.integer({ min: 1, max: i - 1 }).map((j) => `${prefix}${j}`),
              attains: fc.constantFrom(0.5, 1),
            }),
            3,
          )
        : fc.constant({}),
      levels ? fc.record({ level: fc.integer({ min: 1, max: 3 }) }) : fc.constant({}),
      dates,
      fc.constant({
        id: `${prefix}${i}`,
        ask: `${prefix}${i}?`,
        why: 'Because.',
        remedy,
        cites: [{ source: 'law', at: '1', checked: 'verified' }],
      }),
    )
  return fc.integer({ min: 1, max: count }).chain((length) => fc.tuple(...Array.from({ length }, (_, i) => one(i + 1))))
}

const section = (id: string, of: fc.Arbitrary<object[]>, subjects: readonly Subject[], rest: fc.Arbitrary<object>) =>
  together(
    fc.constant({ id, title: id }),
    fc.record({ weight: fc.constantFrom(0, 1, 1, 1, 2, 3), questions: of }),
    now('when', condition(subjects, 1), 3),
    dates,
    rest,
  )

const caps = fc.constantFrom('not-ready', 'developing', 'largely-ready')
const gatesOf = fc.tuple(
  together(fc.record({ when: condition(firm5), caps }), dates),
  fc.record({
    when: fc.oneof(
      fc.constantFrom(0.5, 1).map((attainsLessThan) => ({ question: 'q.a1', attainsLessThan })),
      fc.constantFrom(0.5, 1).map((attainsLessThan) => ({
        all: [
          { question: 'q.a1', attainsLessThan },
          { fact: 'f.a', is: 'x' },
        ],
      })),
    ),
    caps,
  }),
  fc.record({ when: fc.constantFrom(0.5, 1).map((attainsLessThan) => ({ question: 'q.i1', attainsLessThan })), caps }),
)

export interface RulesetOptions {
  /** All models, not `weighted` alone. */
  readonly anyModel?: boolean
  /** Leaves dates out: everything is always in force. */
  readonly always?: boolean
}

/** A random ruleset as it is written. */
export function rulesets({ anyModel = false, always = false }: RulesetOptions = {}): fc.Arbitrary<Written> {
  const model = fc.constantFrom(
    'weighted',
    'weighted',
    'weighted',
    ...(anyModel ? ['flat', 'flat-unweighted', 'absolute', 'levels'] : []),
  )
  return model.chain((model) => {
    const shape: Shape = { followUps: model === 'weighted', levels: model === 'levels' }
    const entries = model === 'weighted'
    return fc
      .record({
        facts: fc.tuple(
          choiceFact('f.a'),
          together(
            fc.constant({ id: 'f.m', type: 'multi', options: ['p', 'q'].map((id) => ({ id, label: id })), ask: 'f.m' }),
            now('when', condition(firm1.slice(0, 1), 1), 4),
          ),
          numberFact('f.n', 3, condition(firm1.slice(0, 2), 1)),
          // A number of different people is asked without condition, or it would come and go under the sum.
          fc.constant({ id: 'f.d', type: 'number', ask: 'f.d', integer: true }),
          choiceFact('f.late', condition(firm4)),
        ),
        itemFacts: fc.tuple(
          choiceFact('i.a', condition(firm1, 1)),
          numberFact('i.n', 3, condition(item1.slice(0, 4), 1)),
          choiceFact('i.late', condition(item4)),
        ),
        h: condition(item1),
        sum: together(now('where', condition(item2)), now('distinct', fc.constant('f.d'))),
        count: now('where', condition(item2)),
        some: now('where', condition(item2)),
        every: now('where', condition(item2)),
        firmH: condition(firm2.slice(0, -1)),
        bad: now('where', condition([['first', 'i.route']]), 8),
        route: determination('i.route', 'first', 'items', item3),
        verdict: determination('f.verdict', 'first', undefined, firm3),
        duties: determination('f.duties', 'all', undefined, firm3),
        plain: section('s.a', questions('q.a', 4, firm5, shape), firm5, fc.constant({})),
        other: section('s.b', questions('q.b', 2, firm5, shape), firm5, fc.constant({})),
        each: section(
          's.i',
          questions('q.i', 3, item5, shape),
          item5,
          fc.record({ forEach: fc.constant('items'), across: fc.constantFrom('mean', 'worst') }),
        ),
        gates: gatesOf,
      })
      .map((it): Written => {
        const written = {
          common: {
            things: {
              inventories: [
                {
                  id: 'items',
                  title: 'Items',
                  facts: it.itemFacts,
                  derived: [{ id: 'i.h', means: 'i.h', holds: it.h }],
                },
              ],
            },
          },
          questionnaire: {
            id: 'random',
            version: '1.0.0',
            title: 'Random',
            language: 'en',
            reviewed: '2026-01-01',
            uses: ['things'],
            facts: it.facts,
            derived: [
              { id: 'f.sum', means: 'f.sum', sum: 'i.n', over: 'items', ...it.sum },
              { id: 'f.count', means: 'f.count', count: 'items', ...it.count },
              { id: 'f.some', means: 'f.some', some: 'items', ...it.some },
              { id: 'f.every', means: 'f.every', every: 'items', ...it.every },
              { id: 'f.h', means: 'f.h', holds: it.firmH },
              { id: 'f.bad', means: 'f.bad', count: 'items', ...it.bad },
            ],
            determinations: [it.route, it.verdict, it.duties],
            scoring: {
              model,
              met: 0.5,
              gates: it.gates
                .slice(0, entries ? 3 : 2)
                .map((gate, i) => ({ ...gate, id: `g${i}`, says: 'No: {f.bad}.' })),
            },
            sections: entries ? [it.plain, it.each, it.other] : [it.plain, it.other],
          },
        }
        if (model !== 'levels') delete (written.questionnaire.scoring as { met?: number }).met
        return (always ? undated(written) : written) as unknown as Written
      })
  })
}

/** What is written, without its dates; `means` and the like stay. */
function undated<T>(written: T): T {
  if (Array.isArray(written)) return written.map(undated) as T
  if (typeof written !== 'object' || written === null) return written
  return Object.fromEntries(
    Object.entries(written).flatMap(([key, value]) =>
      key === 'from' || key === 'until' ? [] : [[key, undated(value)]],
    ),
  ) as T
}
