// node react-pdf.mjs <blocks.json> <regular.ttf> <bold.ttf>
import { readFileSync, writeFileSync } from 'node:fs'
import { Document, Font, Page, Rect, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer'
import { createElement as e } from 'react'

const [blocksFile, regular, bold] = process.argv.slice(2)
const blocks = JSON.parse(readFileSync(blocksFile, 'utf8'))
Font.register({ family: 'Noto', fonts: [{ src: regular }, { src: bold, fontWeight: 700 }] })
// Chinese has no spaces: without this a line would never break.
Font.registerHyphenationCallback((word) =>
  /[\u2e80-\uffff]/.test(word) ? [...word].flatMap((it) => [it, '']) : [word],
)

const cell = (text, width, key, weight) =>
  e(Text, { key, style: { width: `${width}%`, paddingRight: 6, fontWeight: weight } }, text)
const block = (it, i) => {
  if (it.kind === 'bar')
    return e(View, { key: i }, [
      e(Text, { key: 't', style: { fontSize: 8 } }, `${it.text ?? ''} ${it.low.toFixed(1)}–${it.high.toFixed(1)}`),
      e(Svg, { key: 's', width: 200, height: 8 }, [
        e(Rect, { key: 1, x: 0, y: 0, width: 200, height: 8, fill: '#eeeeee' }),
        e(Rect, { key: 2, x: 0, y: 0, width: it.low * 2, height: 8, fill: '#0b5c6b' }),
        e(Rect, { key: 3, x: it.low * 2, y: 0, width: (it.high - it.low) * 2, height: 8, fill: '#99cccc' }),
      ]),
    ])
  if (it.kind === 'table') {
    const sum = it.widths.reduce((a, b) => a + b, 0)
    const row = (cells, key, weight) =>
      e(
        View,
        {
          key,
          wrap: false,
          style: { flexDirection: 'row', borderBottom: '0.5pt solid #d5dce0', paddingVertical: 3, fontSize: 7.5 },
        },
        cells.map((text, at) => cell(text, (it.widths[at] / sum) * 100, at, weight)),
      )
    return e(View, { key: i }, [row(it.head, 'head', 700), ...it.rows.map((cells, at) => row(cells, at, 400))])
  }
  const size = { h1: 16, h2: 11, p: 9 }[it.kind]
  return e(
    Text,
    { key: i, style: { fontSize: size, fontWeight: it.kind === 'p' ? 400 : 700, marginVertical: 4 } },
    it.text,
  )
}
const footer = e(Text, {
  key: 'foot',
  fixed: true,
  style: { position: 'absolute', bottom: 20, right: 54, fontSize: 7.5 },
  render: ({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`,
})
const bytes = await renderToBuffer(
  e(
    Document,
    { title: 'Report' },
    e(Page, { size: 'A4', style: { fontFamily: 'Noto', fontSize: 9, padding: 54 } }, [...blocks.map(block), footer]),
  ),
)
writeFileSync('react-pdf.pdf', bytes)
