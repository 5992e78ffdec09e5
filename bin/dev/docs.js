// Writes the pages of docs/ that are made from the rulesets. A test compares them.
import { writeFileSync } from 'node:fs'
import { loadRuleset } from '../../dist/index.js'
import { pages } from './pages.js'
import { root } from './schemas.js'

try {
  for (const [path, text] of Object.entries(await pages(loadRuleset))) writeFileSync(`${root}/${path}`, text)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
