// The same questionnaire of 150 questions and 40 conditions, evaluated by us or by one of the rule engines and form
// libraries: a process for each, so that none pays for the heap that another has filled.
//   node engine.js NAME FOLDER      FOLDER has the rivals; told `totals`, `warm` or `round` by its parent
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../schemas.js'
import { rulesetOf } from './rulesets.js'

/** Milliseconds. */
const warmUp = 3000

const [questions, sections, conditions, facts] = [150, 10, 40, 8]
const attains = { all: 1, most: 0.75, some: 0.5, few: 0.25, none: 0 }
const places = ['guangzhou', 'shenzhen', 'zhuhai', 'hong-kong', 'macao', 'elsewhere']
const all = Array.from({ length: questions }, (_, i) => ({
  id: `q-${i}`,
  section: i % sections,
  weight: 1 + (i % 3),
  // in (three places) and (a fact is one thing, or another is)
  when: i < conditions ? { at: i % facts, or: (i + 3) % facts } : undefined,
}))
const weightOf = (section) => 1 + (section % 4)

/** Firms of many kinds, and the answers they give. */
const firms = Array.from({ length: 40 }, (_, n) => ({
  facts: Object.fromEntries(
    Array.from({ length: facts }, (_, i) => [`f-${i}`, places[(n * 7 + i * 5) % places.length]]),
  ),
  answers: Object.fromEntries(all.map(({ id }, i) => [id, Object.keys(attains)[(n * 3 + i * 7) % 5]])),
}))

/** Everything that a report rests on: values, states, range, evidenced, strict, ledger. */
async function ours() {
  const { answersFor, assess, scoreAssessment } = await import(`${root}/dist/index.js`)
  const when = (it) =>
    it.when &&
    `when: {all: [{fact: bench.f-${it.when.at}, in: [guangzhou, shenzhen, zhuhai]}, {any: [{fact: bench.f-${it.when.or}, is: shenzhen}, {fact: bench.f-${it.when.or}, is: hong-kong}]}]}`
  const how = Object.entries(attains)
    .map(([id, it]) => `{id: ${id}, label: ${id}, attains: ${it}}`)
    .join(', ')
  const text = `id: bench
version: "1.0.0"
title: Bench
language: en
reviewed: 2026-11-01
facts:
${Array.from({ length: facts }, (_, i) => `  - {id: bench.f-${i}, type: choice, ask: Where?, options: [${places.map((id) => `{id: ${id}, label: ${id}}`).join(', ')}]}`).join('\n')}
scoring: {model: weighted}
sections:
${Array.from(
  { length: sections },
  (_, s) => `  - id: bench-s${s}
    title: Section ${s}
    weight: ${weightOf(s)}
    questions:
${all
  .filter(({ section }) => section === s)
  .map(
    (it) =>
      `      - {id: bench.${it.id}, type: choice, options: [${how}], ask: How far?, why: For the bench., weight: ${it.weight}, obligation: practice, cites: [{source: cac-order-16, at: Art. 7, checked: verified}], ${it.when ? `${when(it)}, ` : ''}remedy: {do: It., effort: 1, owner: it}}`,
  )
  .join('\n')}`,
).join('\n')}
`
  const ruleset = await rulesetOf('bench', { 'bench/questionnaire.yaml': text })
  const named = (values) => Object.entries(values).map(([id, value]) => [`bench.${id}`, value])
  const read = new Map(
    firms.map((firm) => {
      const written = {
        ruleset: 'bench',
        rulesetVersion: '1.0.0',
        firm: { name: 'Firm' },
        date: '2026-11-20',
        answers: Object.fromEntries([...named(firm.facts), ...named(firm.answers)]),
      }
      const { answers, findings } = answersFor(ruleset, { file: 'bench.answers.json', text: '' }, written)
      if (!answers) throw new Error(JSON.stringify(findings[0]))
      return [firm, answers]
    }),
  )
  return (firm) => {
    const { range } = scoreAssessment(assess(ruleset, read.get(firm)))
    return Number(range.low.n) / Number(range.low.d)
  }
}

/** What the others leave to their user: the weighted mean of what they show. */
function meanOf(answers, shown) {
  let [sum, weight] = [0, 0]
  for (let s = 0; s < sections; s++) {
    let [own, over] = [0, 0]
    for (const it of all) {
      if (it.section !== s || !shown(it)) continue
      own += it.weight * attains[answers[it.id]]
      over += it.weight
    }
    if (over === 0) continue
    sum += (weightOf(s) * own) / over
    weight += weightOf(s)
  }
  return sum / weight
}

async function logic(require) {
  const { LogicEngine } = await import(pathToFileURL(require.resolve('json-logic-engine')))
  const engine = new LogicEngine()
  const condition = ({ when }) =>
    !when || {
      and: [
        { in: [{ var: `facts.f-${when.at}` }, ['guangzhou', 'shenzhen', 'zhuhai']] },
        {
          or: [
            { '==': [{ var: `facts.f-${when.or}` }, 'shenzhen'] },
            { '==': [{ var: `facts.f-${when.or}` }, 'hong-kong'] },
          ],
        },
      ],
    }
  const value = ({ id }) => ({
    if: Object.entries(attains)
      .slice(0, 4)
      .flatMap(([option, attained]) => [{ '==': [{ var: `answers.${id}` }, option] }, attained])
      .concat(0),
  })
  const given = (it, then) => (it.when ? { if: [condition(it), then, 0] } : then)
  const mean = (s) => {
    const own = all.filter(({ section }) => section === s)
    return {
      '/': [
        { '+': own.map((it) => given(it, { '*': [it.weight, value(it)] })) },
        { '+': own.map((it) => given(it, it.weight)) },
      ],
    }
  }
  const whole = Array.from({ length: sections }, (_, s) => s)
  // No section is without a question that is always shown.
  const run = engine.build({
    '/': [{ '+': whole.map((s) => ({ '*': [weightOf(s), mean(s)] })) }, whole.reduce((sum, s) => sum + weightOf(s), 0)],
  })
  return (firm) => run(firm)
}

async function rules(require) {
  const { Engine } = require('json-rules-engine')
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const it of all) {
    if (!it.when) continue
    engine.addRule({
      conditions: {
        all: [
          { fact: `f-${it.when.at}`, operator: 'in', value: ['guangzhou', 'shenzhen', 'zhuhai'] },
          {
            any: [
              { fact: `f-${it.when.or}`, operator: 'equal', value: 'shenzhen' },
              { fact: `f-${it.when.or}`, operator: 'equal', value: 'hong-kong' },
            ],
          },
        ],
      },
      event: { type: it.id },
    })
  }
  return async (firm) => {
    const { events } = await engine.run(firm.facts)
    const shown = new Set(events.map(({ type }) => type))
    return meanOf(firm.answers, (it) => !it.when || shown.has(it.id))
  }
}

async function survey(require) {
  const { Model } = require('survey-core')
  const choice = (name, choices, visibleIf) => ({ type: 'radiogroup', name, choices, ...(visibleIf && { visibleIf }) })
  const model = new Model({
    elements: [
      ...Array.from({ length: facts }, (_, i) => choice(`f_${i}`, places)),
      ...all.map((it) =>
        choice(
          it.id,
          Object.keys(attains),
          it.when &&
            `{f_${it.when.at}} anyof ['guangzhou', 'shenzhen', 'zhuhai'] and ({f_${it.when.or}} = 'shenzhen' or {f_${it.when.or}} = 'hong-kong')`,
        ),
      ),
    ],
  })
  const shown = (it) => model.getQuestionByName(it.id).isVisible
  return (firm) => {
    model.data = {
      ...Object.fromEntries(Object.entries(firm.facts).map(([id, place]) => [id.replace('-', '_'), place])),
      ...firm.answers,
    }
    return meanOf(firm.answers, shown)
  }
}

const [, , name, home] = process.argv
const require = createRequire(join(home, 'package.json'))
const ways = { flowready: ours, 'json-logic-engine': logic, 'json-rules-engine': rules, 'survey-core': survey }
const total = await ways[name](require)

async function round() {
  for (const firm of firms) await total(firm)
}

process.on('message', async (what) => {
  if (what === 'totals') {
    const totals = []
    for (const firm of firms) totals.push(await total(firm))
    return process.send(totals)
  }
  const start = performance.now()
  do await round()
  while (what === 'warm' && performance.now() - start < warmUp)
  process.send((performance.now() - start) / firms.length)
})
process.send('ready')
