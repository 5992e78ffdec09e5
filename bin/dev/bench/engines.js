// The same questionnaire of 150 questions and 40 conditions, evaluated by us and by rule engines and form libraries.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../schemas.js'
import { rulesetOf } from './rulesets.js'

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
/** Milliseconds. */
const warmUp = 3000
const rivals = ['json-logic-engine@5.0.7', 'json-rules-engine@7.3.1', 'survey-core@3.1.1']

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

/** @param row is told what was measured */
export async function engines(folder, row, table) {
  const home = join(folder, 'engines')
  mkdirSync(home)
  writeFileSync(join(home, 'package.json'), '{"private": true}')
  const installed = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...rivals], {
    cwd: home,
    stdio: 'ignore',
  })
  if (installed.status !== 0) throw new Error(`the rivals cannot be installed: ${rivals.join(', ')}`)
  const require = createRequire(join(home, 'package.json'))
  const ways = {
    flowready: await ours(),
    'json-logic-engine': await logic(require),
    'json-rules-engine': await rules(require),
    'survey-core': await survey(require),
  }

  for (const firm of firms) {
    const expected = await ways.flowready(firm)
    for (const [name, total] of Object.entries(ways)) {
      const value = await total(firm)
      if (Math.abs(value - expected) > 1e-9) throw new Error(`${name} comes to ${value}, flowready to ${expected}`)
    }
  }
  // Warm is what a long run comes to, once the compiler has seen enough: the same time for each, on its own.
  for (const total of Object.values(ways)) {
    const end = performance.now() + warmUp
    for (let i = 0; performance.now() < end; i++) await total(firms[i % firms.length])
  }
  // A round is all firms once, so that each pays for collecting its own garbage, not that of the one before.
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
  for (let round = 0; round < 40; round++) {
    for (const [name, total] of Object.entries(ways)) {
      // The slow one needs no more to be told apart.
      if (name === 'survey-core' && round % 10 > 0) continue
      const start = performance.now()
      for (const firm of firms) await total(firm)
      times[name].push((performance.now() - start) / firms.length)
    }
  }
  const took = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
  row(
    'evaluation with range and ledger, 150 questions',
    took.flowready / took['json-logic-engine'],
    1,
    'json-logic-engine, the total alone',
  )
  for (const [name, time] of Object.entries(took)) table(`evaluation of 150 questions: ${name}`, time)
}

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
