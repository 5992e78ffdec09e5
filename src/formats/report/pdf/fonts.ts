/**
 * The fonts of a report: for each character the first of a chain that has it. Hong Kong's forms come first, or the
 * Mainland's where the report is in Simplified Chinese; then the other font, then emoji. What none has is shown by its code.
 */
import type { Language } from '../../../text/languages.js'
import { visible } from '../../../text/visible.js'
import type { Templates } from '../../templates.js'
import { Document, type EmbeddedFont, num, type OpenedFont } from './pdfkit.js'
import { fileOf, type Outline } from './subset.js'

/** A run of glyphs of one font, in thousandths of the size. */
interface Run {
  readonly face: Face
  readonly ids: readonly number[]
  readonly codePoints: readonly (readonly number[])[]
  /** The width of each glyph by itself, as the font says. */
  readonly widths: readonly number[]
  /** What kerning takes from the width of each, where there is any. */
  readonly kerns: readonly number[] | undefined
  readonly width: number
}

/** A text without line breaks, as glyphs. */
export interface Shaped {
  readonly runs: readonly Run[]
  /** In thousandths of the size. */
  readonly width: number
  /** The codes of characters that no font has. */
  readonly missing: readonly string[]
}

/** A font that was opened, with what was measured in it. */
class Face {
  readonly font: OpenedFont
  readonly #has = new Map<number, boolean>()
  readonly #outlines = new Map<number, Outline | null>()

  constructor(font: OpenedFont) {
    this.font = font
  }

  /** A glyph as it is embedded; undefined: one made of others, which only fontkit takes apart. */
  outline(id: number): Outline | undefined {
    let known = this.#outlines.get(id)
    if (known === undefined) {
      const { offsets } = this.font.loca
      const stream = this.font._getTableStream('glyf')
      stream.pos += offsets[id]!
      const bytes = stream.readBuffer(offsets[id + 1]! - offsets[id]!)
      // The first two bytes count its contours; where they are negative, it is made of others.
      const composite = bytes.length > 0 && bytes[0]! >= 0x80
      const glyph = this.font.getGlyph(id)
      known = composite ? null : { bytes, advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing }
      this.#outlines.set(id, known)
    }
    return known ?? undefined
  }

  /** A copy of a table of the font file. */
  table(tag: string): Uint8Array {
    const stream = this.font._getTableStream(tag)
    return Uint8Array.from(stream.readBuffer(this.font.directory.tables[tag]!.length))
  }

  has(code: number): boolean {
    let has = this.#has.get(code)
    if (has === undefined) this.#has.set(code, (has = this.font.hasGlyphForCodePoint(code)))
    return has
  }

  /** @param proportional takes the narrow forms of quotation marks */
  shape(text: string, proportional: boolean): Run {
    const { glyphs, positions } = this.font.layout(text, proportional ? ['pwid'] : undefined)
    const scale = 1000 / this.font.unitsPerEm
    const widths = glyphs.map((it) => it.advanceWidth * scale)
    const kerns = positions.map((it, i) => widths[i]! - it.xAdvance * scale)
    return {
      face: this,
      ids: glyphs.map((it) => it.id),
      codePoints: glyphs.map((it) => it.codePoints),
      widths,
      kerns: kerns.some((it) => it !== 0) ? kerns : undefined,
      width: positions.reduce((sum, it) => sum + it.xAdvance * scale, 0),
    }
  }
}

const files = {
  tc: { regular: 'fonts/noto-sans-tc-regular.ttf.br', bold: 'fonts/noto-sans-tc-bold.ttf.br' },
  sc: { regular: 'fonts/noto-sans-sc-regular.ttf.br', bold: 'fonts/noto-sans-sc-bold.ttf.br' },
  emoji: 'fonts/noto-emoji-regular.ttf.br',
} as const

/** Opened fonts by what they were opened from: once for all reports of a run. */
const opened = new WeakMap<Templates, Map<string, Face>>()

function open(templates: Templates, file: string): Face {
  const faces = opened.get(templates) ?? new Map<string, Face>()
  opened.set(templates, faces)
  let face = faces.get(file)
  if (!face) {
    // pdfkit brings fontkit; a document that is never written opens the font for all.
    const document = new Document({ autoFirstPage: false, font: templates.bytes(file) })
    faces.set(file, (face = new Face(document._font.font)))
  }
  return face
}

/** Marks and selectors that belong to the character before them. */
const joining = /[\p{M}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u
const selector = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u
/** These are as wide as a Chinese character unless the font is asked for the narrow form. */
const quotes = /[‘’“”…]/

/** Words shaped before, by language and weight: a batch of reports shares most of them. */
const remembered = new WeakMap<Templates, Map<string, Map<string, Shaped>>>()

/** Fonts for one language. */
export class Fonts {
  readonly #chains: { readonly regular: readonly string[]; readonly bold: readonly string[] }
  readonly #known: { readonly regular: Map<string, Shaped>; readonly bold: Map<string, Shaped> }
  readonly #face: (file: string) => Face
  readonly #latin: boolean
  /** Characters that no font has, in the order met. */
  readonly missing: Set<string> = new Set()

  constructor(templates: Templates, language: Language) {
    const [first, second] = language === 'zh-Hans' ? [files.sc, files.tc] : [files.tc, files.sc]
    const regular = [first.regular, second.regular, files.emoji]
    this.#chains = { regular, bold: [first.bold, second.bold, ...regular] }
    this.#face = (file) => open(templates, file)
    this.#latin = language === 'en'
    const all = remembered.get(templates) ?? new Map<string, Map<string, Shaped>>()
    remembered.set(templates, all)
    const of = (key: string) => {
      const known = all.get(key) ?? new Map<string, Shaped>()
      all.set(key, known)
      return known
    }
    this.#known = { regular: of(`${language} regular`), bold: of(`${language} bold`) }
  }

  /** What the text of a report is mostly in. */
  get first(): OpenedFont {
    return this.#face(this.#chains.regular[0]!).font
  }

  shape(text: string, bold: boolean): Shaped {
    const known = this.#known[bold ? 'bold' : 'regular']
    let it = known.get(text)
    if (!it) {
      // What hostile files bring is not kept for ever.
      if (known.size > 20_000) known.clear()
      known.set(text, (it = this.#shape(text, this.#chains[bold ? 'bold' : 'regular'])))
    }
    for (const character of it.missing) this.missing.add(character)
    return it
  }

  #shape(text: string, chain: readonly string[]): Shaped {
    const runs: { face: Face; text: string }[] = []
    const missing: string[] = []
    const put = (face: Face, part: string) => {
      const last = runs.at(-1)
      if (last?.face === face) last.text += part
      else runs.push({ face, text: part })
    }
    const substitute = (code: number) => {
      const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
      missing.push(name)
      put(this.#face(chain[0]!), `[${name}]`)
    }
    for (const character of text) {
      const code = character.codePointAt(0)!
      const last = runs.at(-1)
      if (last && joining.test(character)) {
        if (last.face.has(code)) last.text += character
        else if (!selector.test(character)) substitute(code)
        continue
      }
      const face = this.#faceOf(chain, code)
      if (face) put(face, character)
      else substitute(code)
    }
    const narrow = (it: string) => quotes.test(it) && (this.#latin || isLatin(it))
    const shaped = runs.map((run) => run.face.shape(run.text, narrow(run.text)))
    return { runs: shaped, width: shaped.reduce((sum, it) => sum + it.width, 0), missing }
  }

  #faceOf(chain: readonly string[], code: number): Face | undefined {
    for (const file of chain) {
      const face = this.#face(file)
      if (face.has(code)) return face
    }
    return undefined
  }
}

const isLatin = (text: string): boolean => /[\u0020-\u024f]/.test(text) && !/[\u2e80-\u{3ffff}]/u.test(text)

/** Most text is of these, among which nothing is invisible and no accent apart. */
const ordinary = /^[ -~\u2010-\u2026\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/

/** Text as it is printed: nothing invisible, accents joined to their letters. */
export const printed = (text: string): string =>
  ordinary.test(text) ? text : visible(text).replace(/\p{L}\p{M}+/gu, (it) => it.normalize('NFC'))

/** A font of one document, and the runs it has taken the glyphs of, as a content stream has them. */
interface Subset {
  readonly embedded: EmbeddedFont
  readonly runs: Map<Run, string>
}

/** The fonts that a document has embedded. */
export class Embedded {
  readonly #document: Document
  readonly #known = new Map<Face, Subset>()

  constructor(document: Document) {
    this.#document = document
  }

  #of(face: Face): Subset {
    let subset = this.#known.get(face)
    if (!subset) {
      this.#document.font(face.font)
      const embedded = this.#document._font
      embedded.subset.encode = () => fileOf(embedded.subset, face)
      this.#known.set(face, (subset = { embedded, runs: new Map() }))
    }
    return subset
  }

  /** Operators that show texts one after another, each font by its name on the page. */
  shown(texts: readonly Shaped[], size: number): string {
    let out = ''
    let glyphs: string[] = []
    let subset: Subset | undefined
    const end = () => {
      if (!subset) return
      const { embedded } = subset
      this.#document.page.fonts[embedded.id] ??= embedded.ref()
      out += `\n/${embedded.id} ${num(size)} Tf\n[<${glyphs.join('')}>] TJ`
      glyphs = []
    }
    let face: Face | undefined
    for (const { runs } of texts) {
      for (const run of runs) {
        if (run.face !== face) {
          end()
          face = run.face
          subset = this.#of(face)
        }
        let taken = subset!.runs.get(run)
        if (taken === undefined) subset!.runs.set(run, (taken = glyphsOf(run, subset!.embedded)))
        glyphs.push(taken)
      }
    }
    end()
    return out
  }
}

/** The glyphs of a run in hexadecimal, with kerning, as TJ takes them. */
function glyphsOf({ ids, codePoints, widths, kerns }: Run, { subset, widths: known, unicode }: EmbeddedFont): string {
  return ids
    .map((id, i) => {
      const glyph = subset.includeGlyph(id)
      known[glyph] ??= widths[i]!
      unicode[glyph] ??= codePoints[i]!
      const kern = kerns?.[i] ?? 0
      return glyph.toString(16).padStart(4, '0') + (kern === 0 ? '' : `>${num(kern)}<`)
    })
    .join('')
}
