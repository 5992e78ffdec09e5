import { load, CORE_SCHEMA } from 'js-yaml'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { root } from '../../bin/dev/schemas.js'
import { assess } from '../../src/assessment/assess.js'
import type { DerivedValue } from '../../src/assessment/values.js'
import { Space } from '../../src/checks/space.js'
import { answersFor, readAnswers } from '../../src/answers/load.js'
import { loadRuleset } from '../../src/ruleset/load.js'
import { wellFormed } from './checked.js'

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * sides)
  }
}

const cuts = [1, 10, 20]
const numbers = [0, 1, 2, 9, 10, 11, 19, 20, 21, 100]
const places = ['shenzhen', 'hong-kong', 'macao']

/** A condition over facts of one flow and of the firm; the later ones name derived facts as well. */
function condition(roll: (sides: number) => number, depth: number, derived: readonly string[]): object {
  const kind = depth === 0 ? 3 + roll(4) : roll(7)
  const parts = () => Array.from({ length: 2 + roll(2) }, () => condition(roll, depth - 1, derived))
  switch (kind) {
    case 0:
      return { all: parts() }
    case 1:
      return { any: parts() }
    case 2:
      return { not: condition(roll, depth - 1, derived) }
    case 3:
      return { fact: ['flow.from', 'flow.to'][roll(2)], is: places[roll(3)] }
    case 4:
      return { fact: 'flow.people', [['atLeast', 'atMost', 'moreThan', 'lessThan'][roll(4)]!]: cuts[roll(3)] }
    case 5:
      return derived.length > 0 ? { fact: derived[roll(derived.length)] } : { fact: 'firm.large', is: 'yes' }
    default:
      return { fact: ['firm.large', 'flow.marked'][roll(2)], is: ['yes', 'no'][roll(2)] }
  }
}

const texts = (path: string) => readFileSync(`${root}/tests/cases/rulesets/${path}`, 'utf8')

it.each([1, 2, 3, 4])('finds a state exactly where some answers make a condition so (%i)', async (seed) => {
  const roll = dice(seed)
  const derived: { id: string; means: string; forEach: string; holds: object }[] = []
  for (let i = 0; i < 40; i++) {
    const known = derived.map(({ id }) => id)
    derived.push({ id: `flow.d${i}`, means: 'Some', forEach: 'flows', holds: condition(roll, 3, known) })
  }
  const base = load(wellFormed, { schema: CORE_SCHEMA }) as { derived: object[] }
  const questionnaire = JSON.stringify({ ...base, derived: [...base.derived, ...derived] })
  // A fact of the flow that does not always apply.
  const flows = texts('common/flows.yaml').replace(
    '    derived:',
    '      - {id: flow.marked, type: choice, scale: yes-no, when: {fact: flow.to, is: macao}, ask: Is it marked?}\n    derived:',
  )
  const library = {
    file: (path: string) => {
      const text =
        path === 'well-formed/questionnaire.yaml'
          ? questionnaire
          : path === 'common/flows.yaml'
            ? flows
            : path.startsWith('common/') && !path.includes('i18n')
              ? texts(path)
              : undefined
      return text === undefined ? undefined : { file: path, text }
    },
    ids: () => ['well-formed'],
  }
  const { ruleset, diagnostics } = await loadRuleset(library, 'well-formed')
  expect(diagnostics).toEqual([])

  const seen = new Map(derived.map(({ id }) => [id, new Set<unknown>()]))
  for (const large of ['yes', 'no'])
    for (const from of places)
      for (const to of places)
        for (const marked of ['yes', 'no']) {
          const entries = numbers.map((people, i) => ({
            id: `f${i}`,
            name: 'F',
            answers: { 'flow.from': from, 'flow.to': to, 'flow.people': people, 'flow.marked': marked },
          }))
          const file = {
            ruleset: 'well-formed',
            rulesetVersion: '1.0.0',
            firm: { name: 'A' },
            date: '2026-11-20',
            answers: { 'firm.large': large },
            inventories: { flows: entries },
          }
          const source = { file: 'a.json', text: JSON.stringify(file) }
          const { answers } = answersFor(ruleset!, source, readAnswers(source).written!)
          for (const { scope } of assess(ruleset!, answers!).inventories.get('flows')!.list)
            for (const [id, truths] of seen) truths.add((scope.get(id) as DerivedValue).holds)
        }

  const space = new Space(ruleset!)
  const givenUp: string[] = []
  const some = (id: string, wanted: boolean) =>
    space.some({ kind: 'holds', fact: id }, wanted, {}, () => void givenUp.push(id))
  const found = derived.map(({ id }) => [id, some(id, true), some(id, false)])
  expect(givenUp).toEqual([])
  expect(found).toEqual(derived.map(({ id }) => [id, seen.get(id)!.has(true), seen.get(id)!.has(false)]))
  // Otherwise the comparison would say little: some of them are constant.
  expect(found.some(([, can, cannot]) => can === false || cannot === false)).toBe(true)
})
