// As much of vitest as the tests of pure rooms take, in this process: a thousand mutants are not worth a thousand workers.
import { format } from 'node:util'
import { ASYMMETRIC_MATCHERS_OBJECT, chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

export const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
)
expect.fail = (message) => {
  throw new Error(message)
}

const newSuite = (name, parent) => ({ name, parent, before: [], after: [], beforeEach: [], afterEach: [] })
let suite
let found

/** Every test that a bundle of tests declares. */
export async function collect(evaluate) {
  suite = newSuite('')
  found = { tests: [], waiting: [] }
  evaluate()
  while (found.waiting.length > 0) await found.waiting.shift()()
  const names = new Map()
  for (const test of found.tests) {
    const times = (names.get(test.name) ?? 0) + 1
    names.set(test.name, times)
    if (times > 1) test.name += ` (${times})`
  }
  return found.tests
}

const chainOf = (it) => (it ? [...chainOf(it.parent), it] : [])

/** Runs one test with what belongs to it. @throws what it throws */
export async function run({ fn, home }) {
  const suites = chainOf(home)
  for (const it of suites) {
    for (const hook of it.before.splice(0)) await hook()
    for (const hook of it.beforeEach) await hook()
  }
  try {
    await fn()
  } finally {
    for (const it of suites.reverse()) for (const hook of it.afterEach) await hook()
  }
}

/** What is left to do when no more tests are run. */
export async function end(tests) {
  for (const home of new Set(tests.flatMap((it) => chainOf(it.home))))
    for (const hook of home.after.splice(0)) await hook()
}

const eachOf = (declare) => (table) => (name, fn, more) => {
  for (const row of table) {
    const args = Array.isArray(row) ? row : [row]
    const words = name.replace(/\$(\w+)/g, (_, key) => String(row?.[key]))
    declare(format(words, ...args).split('\n')[0], () => fn(...args), more)
  }
}

const callable = (...its) => its.find((it) => typeof it === 'function')

export function test(name, ...more) {
  found.tests.push({
    name: [...chainOf(suite).map((it) => it.name), name].filter(Boolean).join(' > '),
    fn: callable(...more),
    home: suite,
  })
}
test.each = eachOf(test)
export const it = test

/** A suite may be asynchronous: each takes its turn, after the one that it stands in. */
export function describe(name, fn) {
  const inside = newSuite(name, suite)
  found.waiting.push(async () => {
    suite = inside
    await fn()
  })
}
describe.each = eachOf(describe)

export const beforeAll = (fn) => void suite.before.push(fn)
export const afterAll = (fn) => void suite.after.push(fn)
export const beforeEach = (fn) => void suite.beforeEach.push(fn)
export const afterEach = (fn) => void suite.afterEach.push(fn)
