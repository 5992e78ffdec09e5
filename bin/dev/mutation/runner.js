// A test runner for Stryker: all tests as one script, evaluated anew for each mutant in the process that is there.
// Stryker's own runner for vitest starts a worker for each, which takes longer than most mutants live.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { collect, end, run } from './vitest.js'

const script = join(process.cwd(), 'tests/mutation/all.cjs')
const require = createRequire(script)
const shim = new URL('vitest.js', import.meta.url).href

/** Schemas do not change: compiling them for each mutant would take longer than its tests. */
function rememberSchemas() {
  const { prototype } = require('ajv/dist/2020.js').Ajv2020
  const { compile } = prototype
  const known = new Map()
  prototype.compile = function (schema) {
    const key = JSON.stringify([this.opts.allErrors, schema])
    if (!known.has(key)) known.set(key, compile.call(this, schema))
    return known.get(key)
  }
}

class Runner {
  /** By test: how often it noticed a mutant, and how long it took without one. */
  noticed = new Map()
  took = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    globalThis.__stryker__ ??= {}
    rememberSchemas()
    const vitest = await import(shim)
    this.require = (id) => (id === 'vitest' ? vitest : require(id))
    this.script = new Script(`(function (require, module, exports) {${readFileSync(script, 'utf8')}\n})`, {
      filename: script,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
  }

  tests() {
    const module = { exports: {} }
    return collect(() => this.script.runInThisContext()(this.require, module, module.exports))
  }

  async dryRun() {
    const tests = await this.tests()
    const results = []
    for (const test of tests) {
      globalThis.__stryker__.currentTestId = test.name
      const started = performance.now()
      const failed = await run(test).then(
        () => undefined,
        (error) => String(error?.stack ?? error),
      )
      const timeSpentMs = performance.now() - started
      this.took.set(test.name, timeSpentMs)
      results.push({
        id: test.name,
        name: test.name,
        timeSpentMs,
        ...(failed === undefined ? { status: 0 } : { status: 1, failureMessage: failed }),
      })
    }
    globalThis.__stryker__.currentTestId = undefined
    await end(tests)
    return { status: 'complete', tests: results, mutantCoverage: globalThis.__stryker__.mutantCoverage }
  }

  /** What noticed much notices more; then what is quick. */
  sorted(tests) {
    const [noticed, took] = [(it) => this.noticed.get(it.name) ?? 0, (it) => this.took.get(it.name) ?? 0]
    return tests.sort((a, b) => noticed(b) - noticed(a) || took(a) - took(b))
  }

  async mutantRun({ activeMutant, mutantActivation, hitLimit: hundredfold, testFilter }) {
    const space = globalThis.__stryker__
    // Ten times as often as without a mutant is a loop without an end, too.
    const hitLimit = hundredfold && hundredfold / 10
    Object.assign(space, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit, activeMutant: undefined })
    if (mutantActivation === 'static') space.activeMutant = activeMutant.id
    const killed = (killedBy, error) =>
      space.hitCount > hitLimit
        ? { status: 'timeout', reason: `hit ${hitLimit} times` }
        : { status: 'killed', killedBy: [killedBy], failureMessage: String(error?.message ?? error), nrOfTests: 1 }
    let all = []
    try {
      all = await this.tests()
      space.activeMutant = activeMutant.id
      const wanted = testFilter && new Set(testFilter)
      const tests = this.sorted(all.filter((it) => !wanted || wanted.has(it.name)))
      for (const test of tests) {
        try {
          await run(test)
        } catch (error) {
          this.noticed.set(test.name, (this.noticed.get(test.name) ?? 0) + 1)
          return killed(test.name, error)
        }
      }
      return { status: 'survived', nrOfTests: tests.length }
    } catch (error) {
      return killed('collecting the tests', error)
    } finally {
      space.activeMutant = undefined
      await end(all)
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', Runner)]
