/**
 * The fonts of a report: for each character the first of a chain that has it. Hong Kong's forms come first, or the
 * Mainland's where the report is in Simplified Chinese; then the other font, then emoji. What none has is shown by its code.
 */
import type { Language } from '../../../text/languages.js'
import { visible } from '../../../text/visible.js'
import type { Templates } from '../../templates.js'
import type { Document, DocumentConstructor, EmbeddedFont, OpenedFont } from './pdfkit.js'

/** A run of glyphs of one font, in thousandths of the size. */
export interface Shaped {
  readonly face: Face
  readonly ids: readonly number[]
  readonly codePoints: readonly (readonly number[])[]
  /** The width of each glyph by itself, as the font says. */
  readonly widths: readonly number[]
  /** How far each moves on: its width and the kerning after it. */
  readonly advances: readonly number[]
  readonly width: number
}

/** A font that was opened, with what was measured in it. */
class Face {
  readonly font: OpenedFont
  readonly #has = new Map<number, boolean>()
  readonly #shaped = new Map<string, Shaped>()

  constructor(font: OpenedFont) {
    this.font = font
  }

  has(code: number): boolean {
    let has = this.#has.get(code)
    if (has === undefined) this.#has.set(code, (has = this.font.hasGlyphForCodePoint(code)))
    return has
  }

  shape(text: string, proportional: boolean): Shaped {
    const key = proportional ? `\u0000${text}` : text
    let shaped = this.#shaped.get(key)
    if (!shaped) {
      // A batch of reports shares its words; what hostile files bring is not kept for ever.
      if (this.#shaped.size > 20_000) this.#shaped.clear()
      this.#shaped.set(key, (shaped = this.#layout(text, proportional)))
    }
    return shaped
  }

  #layout(text: string, proportional: boolean): Shaped {
    const { glyphs, positions } = this.font.layout(text, proportional ? ['pwid'] : undefined)
    const scale = 1000 / this.font.unitsPerEm
    const advances = positions.map((it) => it.xAdvance * scale)
    return {
      face: this,
      ids: glyphs.map((it) => it.id),
      codePoints: glyphs.map((it) => it.codePoints),
      widths: glyphs.map((it) => it.advanceWidth * scale),
      advances,
      width: advances.reduce((sum, it) => sum + it, 0),
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

function open(templates: Templates, file: string, PDFDocument: DocumentConstructor): Face {
  const faces = opened.get(templates) ?? new Map<string, Face>()
  opened.set(templates, faces)
  let face = faces.get(file)
  if (!face) {
    // pdfkit brings fontkit; a document that is never written opens the font for all.
    const bytes = templates.bytes(file) as Uint8Array<ArrayBuffer>
    const document = new PDFDocument({ autoFirstPage: false, font: bytes as unknown as string })
    faces.set(file, (face = new Face((document as unknown as Document)._font.font)))
  }
  return face
}

/** Marks and selectors that belong to the character before them. */
const joining = /[\p{M}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u
const selector = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u
/** These are as wide as a Chinese character unless the font is asked for the narrow form. */
const quotes = /[‘’“”…]/

/** Fonts for one language. */
export class Fonts {
  readonly #chains: { readonly regular: readonly string[]; readonly bold: readonly string[] }
  readonly #face: (file: string) => Face
  readonly #latin: boolean
  /** Characters that no font has, in the order met. */
  readonly missing: Set<string> = new Set()

  constructor(templates: Templates, language: Language, PDFDocument: DocumentConstructor) {
    const [first, second] = language === 'zh-Hans' ? [files.sc, files.tc] : [files.tc, files.sc]
    const regular = [first.regular, second.regular, files.emoji]
    this.#chains = { regular, bold: [first.bold, second.bold, ...regular] }
    this.#face = (file) => open(templates, file, PDFDocument)
    this.#latin = language === 'en'
  }

  /** What the text of a report is mostly in. */
  get first(): OpenedFont {
    return this.#face(this.#chains.regular[0]!).font
  }

  /** The glyphs of a text without line breaks, run by run. What a text hides or would be obeyed is made visible first. */
  shape(text: string, bold: boolean): Shaped[] {
    const chain = bold ? this.#chains.bold : this.#chains.regular
    const runs: { face: Face; text: string }[] = []
    const put = (face: Face, part: string) => {
      const last = runs.at(-1)
      if (last?.face === face) last.text += part
      else runs.push({ face, text: part })
    }
    for (const character of text) {
      const code = character.codePointAt(0)!
      const last = runs.at(-1)
      if (last && joining.test(character)) {
        if (last.face.has(code)) last.text += character
        else if (!selector.test(character)) put(this.#face(chain[0]!), this.#substitute(code))
        continue
      }
      const face = this.#faceOf(chain, code)
      if (face) put(face, character)
      else put(this.#face(chain[0]!), this.#substitute(code))
    }
    return runs.map((run) => run.face.shape(run.text, quotes.test(run.text) && (this.#latin || isLatin(run.text))))
  }

  #faceOf(chain: readonly string[], code: number): Face | undefined {
    for (const file of chain) {
      const face = this.#face(file)
      if (face.has(code)) return face
    }
    return undefined
  }

  #substitute(code: number): string {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    this.missing.add(name)
    return `[${name}]`
  }
}

const isLatin = (text: string): boolean => /[\u0020-\u024f]/.test(text) && !/[\u2e80-\u{3ffff}]/u.test(text)

/** Text as it is printed: nothing invisible, accents joined to their letters. */
export const printed = (text: string): string => visible(text).replace(/\p{L}\p{M}+/gu, (it) => it.normalize('NFC'))

/** The fonts that a document has embedded. */
export class Embedded {
  readonly #document: Document
  readonly #known = new Map<Face, EmbeddedFont>()

  constructor(document: Document) {
    this.#document = document
  }

  /** The operators that show a run; `leftover` is what the caller already moved on by. */
  of(face: Shaped['face']): EmbeddedFont {
    let embedded = this.#known.get(face)
    if (!embedded) {
      this.#document.font(face.font)
      this.#known.set(face, (embedded = this.#document._font))
    }
    return embedded
  }

  /** The glyphs of a run in hexadecimal, with kerning, as TJ takes them. */
  glyphs(run: Shaped): string {
    const { subset, widths, unicode } = this.of(run.face)
    let out = '<'
    for (const [i, id] of run.ids.entries()) {
      const glyph = subset.includeGlyph(id)
      widths[glyph] ??= run.widths[i]!
      unicode[glyph] ??= run.codePoints[i]!
      out += glyph.toString(16).padStart(4, '0')
      const kern = run.widths[i]! - run.advances[i]!
      if (kern !== 0) out += `> ${Math.round(kern * 100) / 100} <`
    }
    return `${out}>`.replaceAll('<>', '')
  }
}
