// Writes docs/samples/: the report of the example firm as PDF, in each language. Run it when reports look different.
//   node bin/dev/samples.js
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { root } from './schemas.js'

const example = 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml'
const folder = `${root}/docs/samples`
mkdirSync(folder, { recursive: true })
for (const language of ['en', 'zh-Hant', 'zh-Hans']) {
  execFileSync(
    process.execPath,
    [
      `${root}/bin/flowready.js`,
      ...[
        'score',
        example,
        '--lang',
        language,
        '--format',
        'pdf',
        '--output',
        `${folder}/harbour-payments.${language}.pdf`,
      ],
    ],
    { cwd: root, stdio: 'inherit' },
  )
}
