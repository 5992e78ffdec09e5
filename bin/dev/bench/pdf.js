// PDF reports against other makers of PDF on the same content, which are installed into a folder of their own.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../schemas.js'
import { blocksOf } from './blocks.js'
import { openTemplates } from './templates.js'

const rivals = ['pdfmake@0.3.11', '@react-pdf/renderer@4.9.0', 'react@19.2.0']
const example = 'rulesets/cross-boundary-data-flow/examples/harbour-payments.answers.yaml'
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Ten pages: the report of the example without its appendices. */
const shortened = (report) => ({
  ...report,
  gaps: report.gaps.slice(0, 12),
  questions: [],
  withoutEvidence: report.withoutEvidence.slice(0, 6),
  evidence: [],
  ledger: [],
  sources: report.sources.slice(0, 8),
})

/**
 * @param folder where the rivals are installed
 * @param row is told what was measured
 */
export async function pdf(folder, row) {
  const home = join(folder, 'rivals')
  mkdirSync(home)
  for (const rival of ['pdfmake', 'react-pdf', 'typst'])
    cpSync(`${root}/bin/dev/bench/rival-${rival}.js`, join(home, `${rival}.js`))
  cpSync(`${root}/bin/dev/bench/warm.js`, join(home, 'warm.js'))
  writeFileSync(join(home, 'package.json'), '{"private": true, "type": "module"}')
  const npm = (...packages) =>
    spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...packages], { cwd: home, stdio: 'ignore' })
      .status === 0
  if (!npm(...rivals)) throw new Error(`the rivals cannot be installed: ${rivals.join(', ')}`)
  // Native and large; where it cannot be had, the others are enough.
  const typst = npm('@myriaddreamin/typst-ts-node-compiler@0.7.0')

  const { loadWords } = await import(`${root}/dist/index.js`)
  // As long as the report's own.
  const sentences = Array.from({ length: 3 }, (_, i) => `${i + 1}. ${'字'.repeat(110)}`)
  const words = await loadWords('zh-Hant')
  const written = execFileSync(
    process.execPath,
    [`${root}/bin/flowready.js`, 'score', example, '--lang', 'zh-Hant', '--format', 'json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64e6 },
  )
  const report = shortened(JSON.parse(written))
  const templates = openTemplates()
  writeFileSync(join(home, 'blocks.json'), JSON.stringify(blocksOf(report, words, sentences)))
  const [regular, bold] = ['regular', 'bold'].map((weight) => {
    const file = join(home, `${weight}.ttf`)
    writeFileSync(file, templates.bytes(`fonts/noto-sans-tc-${weight}.ttf.br`))
    return file
  })

  writeFileSync(join(home, 'report.json'), JSON.stringify(report))
  writeFileSync(
    join(home, 'ours.js'),
    `import { readFileSync, writeFileSync } from 'node:fs'
import { loadWords, plain, reportFormats } from ${JSON.stringify(pathToFileURL(`${root}/dist/index.js`).href)}
import { openTemplates } from ${JSON.stringify(pathToFileURL(`${root}/bin/dev/bench/templates.js`).href)}
import { warm } from './warm.js'
const report = JSON.parse(readFileSync('report.json', 'utf8'))
const options = { words: await loadWords('zh-Hant'), width: 80, color: plain, templates: openTemplates() }
let bytes
const time = await warm(async (run) => {
  const firm = { ...report.firm, name: \`\${report.firm.name} \${run}\` }
  bytes = await reportFormats.pdf.render({ ...report, firm }, options)
}, Number(process.argv[2]))
writeFileSync('ours.pdf', bytes)
console.log(JSON.stringify({ warm: time }))
`,
  )
  const runs = {
    ours: ['ours.js', '40'],
    pdfmake: ['pdfmake.js', 'blocks.json', regular, bold, '40'],
    ...(typst && { typst: ['typst.js', 'blocks.json', home, '40'] }),
  }
  // In rounds, each with its own ratios: what disturbs one disturbs all.
  const ratios = { pdfmake: [], typst: [] }
  for (let i = 0; i < 5; i++) {
    const time = {}
    for (const [name, args] of Object.entries(runs)) {
      const said = execFileSync(process.execPath, args, {
        cwd: home,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      time[name] = JSON.parse(said).warm
    }
    ratios.pdfmake.push(time.ours / time.pdfmake)
    ratios.typst.push(time.ours / time.typst)
  }
  const pages = readFileSync(join(home, 'ours.pdf'), 'latin1').match(/\/Type \/Page\n/g).length
  row(`${pages}-page PDF, warm`, median(ratios.pdfmake), 0.25, 'pdfmake')
  if (typst) row(`${pages}-page PDF, warm`, median(ratios.typst), 1.5, 'typst (an aim)')

  const whole = { ours: [], theirs: [] }
  for (let i = 0; i < 9; i++) {
    for (const [name, args] of [
      ['ours', ['ours.js', '1']],
      ['theirs', ['react-pdf.js', 'blocks.json', regular, bold]],
    ]) {
      const start = performance.now()
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' })
      if (status !== 0) throw new Error(`${name}: ${stderr}`)
      whole[name].push(performance.now() - start)
    }
  }
  row(`${pages}-page PDF, whole process`, median(whole.ours) / median(whole.theirs), 0.6, '@react-pdf/renderer')
}
