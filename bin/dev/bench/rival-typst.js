// node typst.mjs <blocks.json> <folder of fonts> [warm runs]
import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { warm } from './warm.js'

const [blocksFile, fonts, runs] = process.argv.slice(2)
const blocks = JSON.parse(readFileSync(blocksFile, 'utf8'))
const str = (text) => `#${JSON.stringify(text)}`
const main = (run) =>
  [
    `#set page(paper: "a4", margin: 54pt, numbering: "1 / 1")`,
    `#set text(font: "Noto Sans TC", size: 9pt)`,
    // Something differs in each run, or it would answer from memory.
    `// ${run}`,
    ...blocks.map((it) => {
      if (it.kind === 'bar')
        return `${str(`${it.text ?? ''} ${it.low}–${it.high}`)}\n#box(width: 200pt, height: 8pt, fill: luma(93%))[#box(width: ${it.low * 2}pt, height: 8pt, fill: rgb("0b5c6b"))]\n`
      if (it.kind === 'table')
        return `#table(columns: (${it.widths.map((it) => `${it}fr`).join(', ')},), stroke: 0.4pt, table.header(${it.head.map((text) => `[${str(`${text}${run}`)}]`).join(', ')}), ${it.rows.flatMap((row) => row.map((text) => `[${str(text)}]`)).join(', ')})\n`
      return it.kind === 'p' ? `${str(it.text)}\n` : `${it.kind === 'h1' ? '=' : '=='} ${str(it.text)}\n`
    }),
  ].join('\n')

const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: [fonts] }] })
let bytes
const time = await warm((run) => (bytes = compiler.pdf({ mainFileContent: main(run) })), Number(runs ?? 1))
writeFileSync('typst.pdf', bytes)
console.log(JSON.stringify({ warm: time }))
