/** The pages of a document, written from top to bottom: text, headings, figures, each with its place in the structure. */
import type { Drawing, Shape } from '../../drawings/drawing.js'
import { Embedded, type Fonts } from './fonts.js'
import { type Line, linesOf, type Span, widthOf } from './lines.js'
import { type Document, num, type OutlineItem, type StructureElement } from './pdfkit.js'
import { type Colours, type ColourName, inks, leading, measure, rgb, scale, sheet, type Type, unit } from './style.js'

/** Something of a height that is drawn in one piece: a line of text, a small drawing, a gap. */
export interface Atom {
  readonly height: number
  /** A gap is left out where a page begins. */
  readonly gap?: true
  draw(x: number, y: number, width: number, content: Content): void
}

export type Align = 'left' | 'right' | 'center'

/** The marked content of one structure element: opened when something is written, closed around what is not of it. */
export class Content {
  readonly #document: Document
  readonly element: StructureElement
  readonly #tag: string
  #open = false

  constructor(document: Document, element: StructureElement, tag: string) {
    this.#document = document
    this.element = element
    this.#tag = tag
  }

  open(): void {
    if (this.#open) return
    this.element.add(this.#document.markStructureContent(this.#tag))
    this.#open = true
  }

  close(): void {
    if (!this.#open) return
    this.#document.endMarkedContent()
    this.#open = false
  }

  /** A child element with content of its own. */
  child(tag: string, options: Record<string, unknown>, draw: (element: StructureElement) => void): void {
    this.close()
    const element = this.#document.struct(tag, options)
    this.element.add(element)
    const content = new Content(this.#document, element, tag)
    content.open()
    draw(element)
    content.close()
    element.end()
  }
}

export interface ParagraphOptions {
  readonly x?: number
  readonly width?: number
  readonly align?: Align
  /** The space under it. */
  readonly after?: number
  readonly tag?: 'P' | 'Caption'
}

export class Sheet {
  readonly document: Document
  readonly fonts: Fonts
  readonly colours: Colours
  readonly chinese: boolean
  y: number = sheet.top
  readonly #embedded: Embedded
  readonly #parents: StructureElement[] = []
  readonly #outline: OutlineItem[]
  /** What is written at the top of each page that begins inside a table. */
  continued: (() => void) | undefined

  constructor(document: Document, fonts: Fonts, colours: Colours, chinese: boolean) {
    this.document = document
    this.fonts = fonts
    this.colours = colours
    this.chinese = chinese
    this.#embedded = new Embedded(document)
    this.#outline = [document.outline]
    const root = document.struct('Document')
    document.addStructure(root)
    this.#parents.push(root)
  }

  /** The points that are left on this page. */
  get room(): number {
    return sheet.height - sheet.bottom - this.y
  }

  get #parent(): StructureElement {
    return this.#parents.at(-1)!
  }

  newPage(): void {
    this.document.addPage()
    this.y = sheet.top
    this.continued?.()
  }

  /** A new page where less than this is left. */
  need(height: number): void {
    if (this.room < height && this.y > sheet.top) this.newPage()
  }

  /** Where a chapter begins: a page of its own, unless much of this one would be left empty. */
  chapter(): void {
    if (this.room < (sheet.height - sheet.top - sheet.bottom) * 0.45) this.newPage()
    else this.space(unit * 4)
  }

  space(height: number): void {
    if (this.y > sheet.top) this.y += height
  }

  /** Puts what is written inside into an element of the structure. */
  within(tag: string, options: Record<string, unknown>, write: (element: StructureElement) => void): void {
    const element = this.document.struct(tag, options)
    this.#parent.add(element)
    this.#parents.push(element)
    write(element)
    this.#parents.pop()
    // Written now: what points to links says on which page they are by the page that it is written at.
    element.end()
  }

  /** An element with marked content; writing may go over several pages. */
  content(tag: string, options: Record<string, unknown>, write: (content: Content) => void): void {
    this.within(tag, options, (element) => {
      const content = new Content(this.document, element, tag)
      write(content)
      content.close()
    })
  }

  /** What is drawn for the eye only. */
  artifact(draw: () => void, type?: 'Pagination' | 'Layout' | 'Background'): void {
    this.document.markContent('Artifact', type === undefined ? null : { type })
    draw()
    this.document.endMarkedContent()
  }

  /**
   * A heading, never alone at the foot of a page.
   * @param follows the height of what must stand on the same page
   */
  heading(
    level: 1 | 2 | 3,
    text: string,
    { name, follows = 60, outline = true }: { name?: string; follows?: number; outline?: boolean } = {},
  ): void {
    const type = scale[`h${level}`]
    const lines = linesOf([{ text, type }], measure, this.fonts)
    const each = leading(this.chinese, type.size)
    if (level === 1) this.space(unit)
    else this.space(level === 2 ? unit * 2.5 : unit * 1.5)
    this.need(lines.length * each + follows)
    if (name !== undefined) this.destination(name)
    if (outline && level < 3) {
      const parent = this.#outline[level - 1] ?? this.#outline.at(-1)!
      this.#outline.length = level
      this.#outline.push(parent.addItem(text, { top: this.y - unit, left: sheet.width, expanded: level === 1 }))
    }
    this.content(`H${level}`, {}, (content) => {
      for (const line of lines) {
        this.line(line, sheet.left, this.y, { content })
        this.y += each
      }
    })
    if (level === 1) {
      this.artifact(() => this.rule(sheet.left, this.y + 2, measure, 'accent', 1))
      this.y += unit * 1.5
    } else this.y += level === 2 ? 3 : 1
  }

  /** A place that links lead to. */
  destination(name: string, y: number = this.y): void {
    this.document.addNamedDestination(name, 'XYZ', 0, Math.max(0, y - unit), null)
  }

  paragraph(text: string | readonly Span[], type: Type = scale.body, options: ParagraphOptions = {}): void {
    const { x = sheet.left, width = measure, align = 'left', after = unit, tag = 'P' } = options
    const spans = typeof text === 'string' ? [{ text, type }] : text
    const atoms = this.text(spans, width, align)
    this.content(tag, {}, (content) => this.atoms(atoms, x, width, content))
    this.y += after
  }

  /** Items with a mark before each. */
  list(
    items: readonly (readonly Span[])[],
    {
      x = sheet.left,
      width = measure,
      after = unit,
      numbered = false,
    }: { x?: number; width?: number; after?: number; numbered?: boolean } = {},
  ): void {
    const indent = numbered ? 16 : 11
    this.within('L', {}, () => {
      for (const [i, spans] of items.entries()) {
        const type = spans[0]!.type
        const atoms = this.text(spans, width - indent, 'left')
        this.keep(atoms)
        this.within('LI', {}, () => {
          this.content('Lbl', {}, (content) => {
            const mark = linesOf(
              [{ text: numbered ? `${i + 1}.` : '–', type: { ...type, colour: 'muted' } }],
              indent,
              this.fonts,
            )[0]!
            this.line(mark, x, this.y, { content })
          })
          this.content('LBody', {}, (content) => this.atoms(atoms, x + indent, width - indent, content))
        })
        this.y += 2
      }
    })
    this.y += after - 2
  }

  /** The lines of a text as atoms. */
  text(spans: readonly Span[], width: number, align: Align = 'left'): Atom[] {
    return linesOf(spans, width, this.fonts).map((line) => ({
      height: leading(this.chinese, line.size || spans[0]!.type.size),
      draw: (x, y, room, content) => this.line(line, x, y, { content, align, width: room }),
    }))
  }

  /** A small drawing as an atom. */
  drawing(drawing: Drawing, alt: string, { above = 0 }: { above?: number } = {}): Atom {
    return {
      height: drawing.height + above,
      draw: (x, y, _, content) =>
        content.child('Figure', { alt, bbox: [x, y + above, x + drawing.width, y + above + drawing.height] }, () =>
          this.paint(drawing, x, y + above),
        ),
    }
  }

  /** Writes atoms under one another, over as many pages as they need, two lines at least on each. */
  atoms(atoms: readonly Atom[], x: number, width: number, content: Content): void {
    this.keep(atoms)
    for (const [i, atom] of atoms.entries()) {
      const last = atoms.length - i === 2 && atoms.length > 3 ? atoms[i + 1]!.height : 0
      if (this.room < atom.height + last && this.y > sheet.top) {
        content.close()
        this.newPage()
      }
      atom.draw(x, this.y, width, content)
      this.y += atom.height
    }
  }

  /** A new page where not even the first lines of this fit. */
  keep(atoms: readonly Atom[]): void {
    const first = atoms.length <= 3 ? atoms : atoms.slice(0, 2)
    this.need(first.reduce((sum, it) => sum + it.height, 0))
  }

  /** A drawing on lines of its own. */
  figure(drawing: Drawing, alt: string, { x = sheet.left, after = unit }: { x?: number; after?: number } = {}): void {
    this.need(drawing.height)
    const bbox = [x, this.y, x + drawing.width, this.y + drawing.height]
    this.content('Figure', { alt, bbox }, (content) => {
      content.open()
      this.paint(drawing, x, this.y)
    })
    this.y += drawing.height + after
  }

  widthOf(text: string, type: Type): number {
    return widthOf(text, type, this.fonts)
  }

  /** One line of text with its links; y is its top. Without content it is the caller's to mark it. */
  line(
    line: Line,
    x: number,
    y: number,
    { content, align = 'left', width = 0 }: { content?: Content; align?: Align; width?: number } = {},
  ): void {
    const height = leading(this.chinese, line.size)
    const start = x + (align === 'right' ? width - line.width : align === 'center' ? (width - line.width) / 2 : 0)
    const base = y + (height - line.size) / 2 + line.size * 0.87
    let written: Line['segments'][number][] = []
    const flush = () => {
      if (written.length === 0) return
      content?.open()
      this.document.addContent(this.#shown(written, start, base))
      written = []
    }
    for (const segment of line.segments) {
      const { link } = segment.span
      if (link === undefined || !content) {
        written.push(segment)
        continue
      }
      flush()
      content.child('Link', {}, (element) => {
        this.document.addContent(this.#shown([segment], start, base))
        this.document.annotate(start + segment.x, y, segment.width, height, {
          Subtype: 'Link',
          structParent: element,
          Contents: new String(segment.span.text),
          A: link.startsWith('#') ? { S: 'GoTo', D: new String(link.slice(1)) } : { S: 'URI', URI: new String(link) },
        })
      })
    }
    flush()
  }

  #shown(segments: Line['segments'], x: number, base: number): string {
    let out = 'BT'
    for (const { x: at, span, texts } of segments) {
      const { colour, size } = span.type
      out += `\n${rgb(this.colours, colour)} rg\n1 0 0 -1 ${num(x + at)} ${num(base)} Tm`
      out += this.#embedded.shown(texts, size)
    }
    return `${out}\nET`
  }

  rule(x: number, y: number, width: number, colour: ColourName, thick = 0.5): void {
    this.box(x, y, width, thick, colour)
  }

  box(x: number, y: number, width: number, height: number, colour: ColourName, share = 1): void {
    this.document.addContent(
      `${rgb(this.colours, colour, share)} rg ${num(x)} ${num(y)} ${num(width)} ${num(height)} re f`,
    )
  }

  /** A drawing at a place. */
  paint({ shapes }: Drawing, x: number, y: number): void {
    this.document.addContent(`q 1 0 0 1 ${num(x)} ${num(y)} cm`)
    for (const shape of shapes) this.#shape(shape)
    this.document.addContent('Q')
  }

  #shape(shape: Shape): void {
    const colour = (ink: keyof typeof inks) => rgb(this.colours, inks[ink].colour, inks[ink].share)
    if (shape.kind === 'text') {
      const [line] = linesOf(
        [{ text: shape.text, type: { size: shape.size, bold: shape.bold === true, colour: inks[shape.ink].colour } }],
        Infinity,
        this.fonts,
      )
      const start = shape.x - (shape.anchor === 'start' ? 0 : shape.anchor === 'end' ? line!.width : line!.width / 2)
      this.document.addContent(this.#shown(line!.segments, start, shape.y + shape.size * 0.36))
      return
    }
    const fill = shape.fill === undefined ? '' : `${colour(shape.fill)} rg `
    const stroke = shape.stroke === undefined ? '' : `${colour(shape.stroke)} RG `
    const width = shape.kind === 'path' ? (shape.width ?? 1) : 0.8
    const dash = shape.kind === 'path' && shape.dash !== undefined ? shape.dash : 'solid'
    const pattern = {
      solid: '[] 0 d',
      dashed: `[${num(width * 2.2 + 2)} ${num(width + 1.2)}] 0 d`,
      dotted: `[${num(Math.max(1, width * 0.6))} ${num(width + 1.6)}] 0 d`,
    }[dash]
    const paint = fill && stroke ? 'B' : fill ? 'f' : 'S'
    this.document.addContent(`${fill}${stroke}${stroke ? `${num(width)} w ${pattern} ` : ''}${outline(shape)} ${paint}`)
  }
}

/** The outline of a shape in operators. */
function outline(shape: Exclude<Shape, { kind: 'text' }>): string {
  if (shape.kind === 'path') return pathOf(shape.d)
  if (shape.kind === 'circle') return roundedAt(shape.x - shape.r, shape.y - shape.r, shape.r * 2, shape.r * 2, shape.r)
  return shape.radius
    ? roundedAt(shape.x, shape.y, shape.width, shape.height, shape.radius)
    : `${num(shape.x)} ${num(shape.y)} ${num(shape.width)} ${num(shape.height)} re`
}

function roundedAt(x: number, y: number, width: number, height: number, r: number): string {
  const k = r * 0.4477
  const [right, bottom] = [x + width, y + height]
  const c = (...points: number[]) => `${points.map(num).join(' ')} c`
  const l = (...point: number[]) => `${point.map(num).join(' ')} l`
  return [
    `${num(x + r)} ${num(y)} m`,
    l(right - r, y),
    c(right - k, y, right, y + k, right, y + r),
    l(right, bottom - r),
    c(right, bottom - k, right - k, bottom, right - r, bottom),
    l(x + r, bottom),
    c(x + k, bottom, x, bottom - k, x, bottom - r),
    l(x, y + r),
    c(x, y + k, x + k, y, x + r, y),
    'h',
  ].join(' ')
}

/** A path of a drawing: absolute commands, as `Drawing` says. */
function pathOf(d: string): string {
  const out: string[] = []
  let [x, y] = [0, 0]
  for (const [, command, rest] of d.matchAll(/([MLHVCZ])([^MLHVCZ]*)/g)) {
    const n = (rest!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
    if (command === 'H') [x] = n as [number]
    else if (command === 'V') [y] = n as [number]
    else if (n.length >= 2) [x, y] = n.slice(-2) as [number, number]
    if (command === 'Z') out.push('h')
    else if (command === 'C') out.push(`${n.map(num).join(' ')} c`)
    else out.push(`${num(x)} ${num(y)} ${command === 'M' ? 'm' : 'l'}`)
  }
  return out.join(' ')
}
