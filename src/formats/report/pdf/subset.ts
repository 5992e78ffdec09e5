/** The file of a font's subset: the tables that a PDF needs, made from what lies in the whole font. */
import type { Subsetting } from './pdfkit.js'

/** A glyph as a font file holds it, with its measures in the font's units. */
export interface Outline {
  readonly bytes: Uint8Array
  readonly advance: number
  readonly bearing: number
}

/** A font that glyphs are taken from. */
interface Whole {
  /** Undefined for a glyph that is made of others, which only fontkit takes apart. */
  outline(id: number): Outline | undefined
  /** A copy of one of its tables. */
  table(tag: string): Uint8Array
}

/** fontkit itself reads every point of every outline, and works every number through a description of its table. */
export function fileOf(subset: Subsetting, font: Whole): Uint8Array {
  subset.glyf = []
  subset.loca = { offsets: [] }
  subset.hmtx = { metrics: [] }
  // Those that are made of others bring these along, behind all that are known by then.
  for (let i = 0; i < subset.glyphs.length; i++) {
    const outline = font.outline(subset.glyphs[i]!)
    if (outline) {
      subset.glyf.push(outline.bytes)
      subset.hmtx.metrics.push(outline)
    } else subset._addGlyph(subset.glyphs[i]!)
  }
  const count = subset.glyf.length
  const loca = new DataView(new ArrayBuffer((count + 1) * 4))
  const hmtx = new DataView(new ArrayBuffer(count * 4))
  let length = 0
  for (const [i, { advance, bearing }] of subset.hmtx.metrics.entries()) {
    hmtx.setUint16(i * 4, advance)
    hmtx.setInt16(i * 4 + 2, bearing)
    length += subset.glyf[i]!.length
    loca.setUint32((i + 1) * 4, length)
  }
  const counted = (tag: string, at: number, value: number): Uint8Array => {
    const table = font.table(tag)
    new DataView(table.buffer).setUint16(at, value)
    return table
  }
  const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer)
  return joined({
    // Its offsets are of four bytes.
    head: [counted('head', 50, 1)],
    hhea: [counted('hhea', 34, count)],
    loca: [bytesOf(loca)],
    maxp: [counted('maxp', 4, count)],
    glyf: subset.glyf,
    hmtx: [bytesOf(hmtx)],
  })
}

/** A font file of these tables, each in parts. */
function joined(tables: Readonly<Record<string, readonly Uint8Array[]>>): Uint8Array {
  const all = Object.entries(tables).map(([tag, parts]) => ({
    tag,
    parts,
    length: parts.reduce((sum, it) => sum + it.length, 0),
  }))
  let at = 12 + 16 * all.length
  const file = new Uint8Array(all.reduce((sum, it) => sum + ((it.length + 3) & ~3), at))
  const view = new DataView(file.buffer)
  const log = Math.floor(Math.log2(all.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, all.length)
  view.setUint16(6, 16 << log)
  view.setUint16(8, log)
  view.setUint16(10, 16 * all.length - (16 << log))
  for (const [i, { tag, parts, length }] of all.entries()) {
    const entry = 12 + 16 * i
    new TextEncoder().encodeInto(tag, file.subarray(entry))
    // Between the two a checksum, which no reader of PDF looks at; fontkit leaves it out as well.
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, length)
    for (const part of parts) {
      file.set(part, at)
      at += part.length
    }
    at = (at + 3) & ~3
  }
  return file
}
