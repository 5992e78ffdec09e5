// The same questionnaire of 150 questions and 40 conditions, evaluated by us and by rule engines and form libraries.
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const rivals = ['json-logic-engine@5.0.7', 'json-rules-engine@7.3.1', 'survey-core@3.1.1']
const names = ['flowready', 'json-logic-engine', 'json-rules-engine', 'survey-core']

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
  const processes = new Map()
  for (const name of names) {
    const child = fork(join(import.meta.dirname, 'engine.js'), [name, home])
    await once(child, 'message')
    processes.set(name, child)
  }
  const told = async (name, what) => {
    const child = processes.get(name)
    child.send(what)
    const [answer] = await once(child, 'message')
    return answer
  }

  const expected = await told('flowready', 'totals')
  for (const name of names) {
    for (const [i, value] of (await told(name, 'totals')).entries())
      if (Math.abs(value - expected[i]) > 1e-9)
        throw new Error(`${name} comes to ${value}, flowready to ${expected[i]}`)
  }
  // Warm is what a long run comes to, once the compiler has seen enough: the same time for each.
  for (const name of names) await told(name, 'warm')
  const times = Object.fromEntries(names.map((name) => [name, []]))
  // A round is all firms once; one after the other, so that what disturbs one disturbs all.
  for (let round = 0; round < 200; round++) {
    for (const name of names) {
      // The slow ones need no more to be told apart.
      if (name === 'survey-core' ? round % 40 > 0 : name === 'json-rules-engine' && round % 4 > 0) continue
      times[name].push(await told(name, 'round'))
    }
  }
  for (const child of processes.values()) child.disconnect()
  const took = Object.fromEntries(names.map((name) => [name, median(times[name])]))
  row(
    'evaluation with range and ledger, 150 questions',
    took.flowready / took['json-logic-engine'],
    1,
    'json-logic-engine, the total alone',
  )
  for (const [name, time] of Object.entries(took)) table(`evaluation of 150 questions: ${name}`, time)
}
