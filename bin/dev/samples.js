// Writes docs/samples/: reports of example firms as PDF. Run it when reports look different.
//   node bin/dev/samples.js
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { root } from './schemas.js'

/** Each example with the languages of its samples. */
const samples = {
  'cross-boundary-data-flow/examples/harbour-payments': ['en', 'zh-Hant', 'zh-Hans'],
  'cross-boundary-data-flow/examples/harbour-group': ['zh-Hans'],
  'policy-statement/examples/kite-security': ['en'],
  'macao-processing/examples/lotus-hospitality': ['zh-Hant'],
  'critical-infrastructure/examples/causeway-managed-security': ['en'],
  'data-security/examples/tidewell-cloud': ['en'],
}
const folder = `${root}/docs/samples`
mkdirSync(folder, { recursive: true })
for (const [example, languages] of Object.entries(samples))
  for (const language of languages)
    execFileSync(
      process.execPath,
      [
        `${root}/bin/flowready.js`,
        ...['score', `rulesets/${example}.answers.yaml`, '--lang', language],
        ...['--format', 'pdf', '--output', `${folder}/${basename(example)}.${language}.pdf`],
      ],
      { cwd: root, stdio: 'inherit' },
    )
