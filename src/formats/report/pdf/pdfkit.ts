/**
 * What is used of pdfkit: objects, fonts in their subsets, structure, outlines, links, attachments. Page contents are
 * written here, line by line: pdfkit's own text knows one font at a time, and its tables repeat no heads.
 */
import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'

export interface Glyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

/** A fontkit font: opened once, shared between documents. */
export interface OpenedFont {
  readonly unitsPerEm: number
  /** Where each glyph's outline lies in the table of outlines. */
  readonly loca: { readonly offsets: readonly number[] }
  getGlyph(id: number): { readonly advanceWidth: number; _getMetrics(): { readonly leftBearing: number } }
  readonly directory: { readonly tables: Readonly<Record<string, { readonly length: number }>> }
  _getTableStream(tag: string): { pos: number; readBuffer(length: number): Uint8Array }
  hasGlyphForCodePoint(code: number): boolean
  layout(
    text: string,
    features?: readonly string[],
  ): {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number }[]
  }
}

/** What fontkit writes a subset from, glyph by glyph. */
export interface Subsetting {
  /** The glyphs taken, by their numbers in the whole font. */
  readonly glyphs: readonly number[]
  glyf: Uint8Array[]
  loca: { offsets: number[] }
  hmtx: { metrics: { advance: number; bearing: number }[] }
  includeGlyph(id: number): number
  /** Of a glyph that is made of others, takes these, too. */
  _addGlyph(id: number): number
  encode(): Uint8Array
}

/** A font in one document: the subset that grows with what is written. */
export interface EmbeddedFont {
  readonly id: string
  readonly font: OpenedFont
  readonly subset: Subsetting
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  ref(): unknown
}

export interface StructureContent {
  readonly refs: readonly unknown[]
}

export interface StructureElement {
  add(child: StructureElement | StructureContent): StructureElement
  end(): void
  readonly dictionary: Reference
}

export interface OutlineItem {
  addItem(title: string, options?: { top?: number; left?: number; expanded?: boolean }): OutlineItem
}

/** An object of the file. */
export interface Reference {
  readonly data: Record<string, unknown>
  end(content?: Uint8Array): void
}

/** What pdfkit's own types leave out, and no more than is used. */
interface Kit {
  readonly _root: Reference
  readonly _font: EmbeddedFont
  /** The bytes written so far, which the table of objects at the end counts by. */
  _offset: number
  readonly page: { readonly fonts: Record<string, unknown>; write(content: Uint8Array): void }
  readonly outline: OutlineItem
  readonly info: Record<string, unknown>
  font(source: Uint8Array | OpenedFont): Kit
  addPage(): Kit
  switchToPage(index: number): unknown
  bufferedPageRange(): { readonly count: number }
  addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void
  struct(type: string, options?: Record<string, unknown>): StructureElement
  addStructure(element: StructureElement): Kit
  markStructureContent(tag: string): StructureContent
  markContent(tag: string, options: { type: string } | null): Kit
  endMarkedContent(): Kit
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): Kit
  image(source: Uint8Array, x: number, y: number, options: { width: number; height: number }): Kit
  ref(data: Record<string, unknown>): Reference
  addNamedEmbeddedFile(name: string, specification: Reference): void
  flushPages(): void
  endMetadata(): void
  end(): void
}
const Kit = PDFDocument as unknown as new (options: Record<string, unknown>) => Kit

/**
 * A document that is kept as text until it is whole: pdfkit by itself makes bytes of every line of a page, and sends every
 * line of the file through a stream.
 */
export class Document extends Kit {
  // Not set here, but where they are first used: pdfkit's constructor writes already.
  declare private written: (string | Uint8Array)[] | undefined
  declare private contents: Map<Kit['page'], string[]> | undefined
  readonly #scopes = new Map<string, Reference>()

  _write(data: string | Uint8Array): void {
    const line = typeof data === 'string' ? `${data}\n` : data
    ;(this.written ??= []).push(line)
    this._offset += line.length
  }

  addContent(operators: string): this {
    this.contents ??= new Map()
    const content = this.contents.get(this.page)
    if (content) content.push(operators)
    else this.contents.set(this.page, [operators])
    return this
  }

  override flushPages(): void {
    const encoder = new TextEncoder()
    for (const [page, content] of this.contents ?? []) page.write(encoder.encode(`${content.join('\n')}\n`))
    this.contents?.clear()
    super.flushPages()
  }

  /** What a head of a table heads: one object for all that are alike. */
  scope(of: 'Row' | 'Column'): Reference {
    let scope = this.#scopes.get(of)
    if (!scope) {
      scope = this.ref({ O: 'Table', Scope: of })
      scope.end()
      this.#scopes.set(of, scope)
    }
    return scope
  }

  /** Puts JSON inside. pdfkit's own way works its checksum out in JavaScript, and writes the digits of it as a text. */
  attach(json: Uint8Array, name: string, description: string, at: Date): void {
    const CheckSum = createHash('md5').update(json).digest()
    const file = this.ref({
      Type: 'EmbeddedFile',
      Subtype: 'application#2Fjson',
      Params: { CreationDate: at, ModDate: at, CheckSum, Size: json.length },
    })
    file.end(json)
    const specification = this.ref({
      Type: 'Filespec',
      AFRelationship: 'Source',
      F: new String(name),
      UF: new String(name),
      EF: { F: file },
      Desc: new String(description),
    })
    specification.end()
    this.addNamedEmbeddedFile(name, specification)
    this._root.data['AF'] = [specification]
  }

  /** The whole file, once it is ended. */
  bytes(): Uint8Array {
    const whole = new Uint8Array(this._offset)
    let at = 0
    for (const part of this.written ?? []) {
      // Each of its characters stands for a byte.
      if (typeof part === 'string') for (let i = 0; i < part.length; i++) whole[at++] = part.charCodeAt(i)
      else {
        whole.set(part, at)
        at += part.length
      }
    }
    return whole
  }
}

/** pdfkit puts what it is told of the document into XML as it stands. */
export const inXml = (text: string): string => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)

/** A number of a content stream: no exponent, no more digits than are seen. */
export const num = (value: number): string => String(Math.round(value * 1000) / 1000)
