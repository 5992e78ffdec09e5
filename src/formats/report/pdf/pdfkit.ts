/**
 * What is used of pdfkit: objects, fonts in their subsets, structure, outlines, links, attachments. Page contents are
 * written here, line by line: pdfkit's own text knows one font at a time, and its tables repeat no heads.
 */
import type PDFDocument from 'pdfkit'

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
  _getTableStream(table: 'glyf'): { pos: number; readBuffer(length: number): Uint8Array }
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
  readonly glyf: Uint8Array[]
  readonly loca: { readonly offsets: number[] }
  readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] }
  offset: number
  includeGlyph(id: number): number
  _addGlyph(id: number): number
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
  readonly dictionary: { readonly data: Record<string, unknown> }
}

export interface OutlineItem {
  addItem(title: string, options?: { top?: number; left?: number; expanded?: boolean }): OutlineItem
}

/** What pdfkit's own types leave out, and no more than is used. */
export interface Document {
  readonly _font: EmbeddedFont
  readonly page: { readonly fonts: Record<string, unknown> }
  readonly outline: OutlineItem
  font(source: Uint8Array | OpenedFont): Document
  addPage(): Document
  switchToPage(index: number): unknown
  bufferedPageRange(): { readonly count: number }
  addContent(operators: string): Document
  addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void
  struct(type: string, options?: Record<string, unknown>): StructureElement
  addStructure(element: StructureElement): Document
  markStructureContent(tag: string): StructureContent
  markContent(tag: string, options: { type: string } | null): Document
  endMarkedContent(): Document
  goTo(x: number, y: number, width: number, height: number, name: string, options?: object): Document
  link(x: number, y: number, width: number, height: number, url: string, options?: object): Document
  image(source: Uint8Array, x: number, y: number, options: { width: number; height: number }): Document
  file(source: Uint8Array, options: Record<string, unknown>): unknown
  on(event: 'data', listener: (chunk: Uint8Array) => void): Document
  on(event: 'end', listener: () => void): Document
  on(event: 'error', listener: (error: Error) => void): Document
  end(): void
}

export type DocumentConstructor = typeof PDFDocument

/** pdfkit puts what it is told of the document into XML as it stands. */
export const inXml = (text: string): string => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)

/** A number of a content stream: no exponent, no more digits than are seen. */
export const num = (value: number): string => String(Math.round(value * 1000) / 1000)
