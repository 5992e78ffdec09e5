// node pdfmake.mjs <blocks.json> <regular.ttf> <bold.ttf> [warm runs]
import { readFileSync, writeFileSync } from 'node:fs'
import pdfmake from 'pdfmake'
import { warm } from './warm.js'

const [blocksFile, normal, bold, runs] = process.argv.slice(2)
const blocks = JSON.parse(readFileSync(blocksFile, 'utf8'))
pdfmake.setFonts({ Noto: { normal, bold, italics: normal, bolditalics: bold } })
pdfmake.setLocalAccessPolicy(() => true)

const bar = ({ text, low, high }) => [
  ...(text ? [{ text: `${text}  ${low.toFixed(1)}–${high.toFixed(1)}` }] : []),
  {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: 200, h: 8, color: '#eeeeee' },
      { type: 'rect', x: 0, y: 0, w: low * 2, h: 8, color: '#0b5c6b' },
      { type: 'rect', x: low * 2, y: 0, w: (high - low) * 2, h: 8, color: '#9cc' },
    ],
  },
]
const content = (run) =>
  blocks.flatMap((it, i) => {
    if (i === 0) return [{ text: `${it.text} ${run}`, style: it.kind }]
    if (it.kind === 'bar') return bar(it)
    if (it.kind !== 'table') return [{ text: it.text, style: it.kind }]
    const sum = it.widths.reduce((a, b) => a + b, 0)
    return [
      {
        layout: 'lightHorizontalLines',
        fontSize: 7.5,
        margin: [0, 0, 0, 8],
        table: {
          headerRows: 1,
          widths: it.widths.map((width) => `${Math.floor((width / sum) * 90)}%`),
          body: [it.head.map((text) => ({ text, bold: true })), ...it.rows],
        },
      },
    ]
  })
const render = (run) =>
  pdfmake
    .createPdf({
      pageSize: 'A4',
      info: { title: 'Report' },
      footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'right' }),
      defaultStyle: { font: 'Noto', fontSize: 9 },
      styles: {
        h1: { fontSize: 16, bold: true, margin: [0, 10, 0, 6] },
        h2: { fontSize: 11, bold: true, margin: [0, 8, 0, 4] },
      },
      content: content(run),
    })
    .getBuffer()

let bytes
const time = await warm(async (run) => (bytes = await render(run)), Number(runs ?? 1))
writeFileSync('pdfmake.pdf', bytes)
console.log(JSON.stringify({ warm: time }))
