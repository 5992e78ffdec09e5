/** Tables that go over pages: heads are repeated, rows are broken only where they are taller than half a page. */
import type { StructureElement } from './pdfkit.js'
import { type Align, type Atom, Content, type Sheet } from './sheet.js'
import type { Span } from './lines.js'
import { measure, scale, sheet as page, type Type } from './style.js'

export interface Column {
  readonly title: string
  /** In points; what is left is shared among the others by their `share`. */
  readonly width?: number
  readonly share?: number
  readonly align?: Align
}

/** What a cell holds, one under the other: texts and small drawings. */
export type Cell = readonly (readonly Span[] | Atom)[]

export interface Row {
  readonly cells: readonly Cell[]
  /** A line of its own over the whole width, that heads the rows after it. */
  readonly heads?: boolean
  /** Where links to this row lead. */
  readonly name?: string
}

export interface TableOptions {
  readonly x?: number
  readonly width?: number
  readonly type?: Type
  readonly after?: number
  /** Rows closer together: a long table that belongs on one page. */
  readonly tight?: boolean
  /** For those who do not see it, and have not read what stands above. */
  readonly summary?: string
}

const gutter = 8
/** A table no higher than this, in points, stays whole. */
const small = 130

/** A cell of plain text. */
export const said = (text: string, type: Type = scale.small, link?: string): Cell => [
  [{ text, type, ...(link === undefined ? {} : { link }) }],
]

export function table(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly Row[],
  options: TableOptions = {},
): void {
  const { x = page.left, width = measure, after = 8, summary, tight } = options
  const padding = tight === true ? 1.8 : 3.5
  const widths = widthsOf(columns, width)
  const lefts = widths.map((_, i) => x + widths.slice(0, i).reduce((sum, it) => sum + it + gutter, 0))
  const atomsOf = (cell: Cell, room: number, align: Align | undefined): Atom[] =>
    cell.flatMap((block) => ('height' in block ? [block] : sheet.text(block, room, align ?? 'left')))
  const heads = columns.map(({ title, align }, i) => atomsOf(said(title, scale.label), widths[i]!, align))
  const headHeight = Math.max(...heads.map(heightOf)) + padding * 2
  const titled = columns.some((column) => column.title !== '')

  const head = (row?: StructureElement): void => {
    if (!titled) return
    sheet.artifact(() => sheet.rule(x, sheet.y, width, 'text', 0.8))
    const write = (i: number, content: Content | undefined) => {
      let y = sheet.y + padding
      for (const atom of heads[i]!) {
        atom.draw(lefts[i]!, y, widths[i]!, content!)
        y += atom.height
      }
    }
    if (row) {
      columns.forEach((_, i) => {
        const cell = sheet.document.struct('TH')
        cell.dictionary.data['A'] = sheet.document.scope('Column')
        row.add(cell)
        const content = new Content(sheet.document, cell, 'TH')
        write(i, content)
        content.close()
      })
    } else sheet.artifact(() => columns.forEach((_, i) => write(i, undefined)))
    sheet.y += headHeight
    sheet.artifact(() => sheet.rule(x, sheet.y - 0.5, width, 'line'))
  }

  const laid = rows.map((row) => {
    const cells = row.heads
      ? [atomsOf(row.cells[0]!, width, 'left')]
      : row.cells.map((cell, i) => atomsOf(cell, widths[i]!, columns[i]!.align))
    return { row, cells, height: Math.max(...cells.map(heightOf)) + padding * 2 }
  })
  const half = (page.height - page.top - page.bottom) / 2
  /** What must fit for a row to begin here: itself, or a good part of it; a heading takes the row after it along. */
  const wanted = (i: number): number => {
    const it = laid[i]
    if (!it) return 0
    return it.row.heads ? it.height + wanted(i + 1) : Math.min(it.height, half)
  }

  // A table of a few lines is not parted.
  const whole = (titled ? headHeight : 0) + laid.reduce((sum, it) => sum + it.height, 0)
  sheet.need(whole <= small ? whole : (titled ? headHeight : 0) + wanted(0))
  sheet.within('Table', summary === undefined ? {} : { alt: summary }, () => {
    if (titled) sheet.within('THead', {}, () => sheet.within('TR', {}, (row) => head(row)))
    const before = sheet.continued
    sheet.continued = () => {
      before?.()
      head()
    }
    sheet.within('TBody', {}, () => {
      for (const [i, { row, cells, height }] of laid.entries()) {
        sheet.need(wanted(i))
        if (row.name !== undefined) sheet.destination(row.name)
        sheet.within('TR', {}, (element) => write(element, cells, height, row.heads === true))
        sheet.artifact(() => sheet.rule(x, sheet.y - 0.5, width, row.heads ? 'muted' : 'line', row.heads ? 0.6 : 0.4))
      }
    })
    sheet.continued = before
  })
  sheet.y += after

  function write(element: StructureElement, cells: readonly Atom[][], height: number, heading: boolean): void {
    const parts = cells.map((atoms, i) => {
      const tag = heading || i === 0 ? 'TH' : 'TD'
      const cell = sheet.document.struct(tag)
      if (heading && columns.length > 1)
        cell.dictionary.data['A'] = { O: 'Table', Scope: 'Row', ColSpan: columns.length }
      else if (tag === 'TH') cell.dictionary.data['A'] = sheet.document.scope('Row')
      element.add(cell)
      return { atoms, next: 0, content: new Content(sheet.document, cell, tag) }
    })
    if (sheet.room >= height) {
      const top = sheet.y
      for (const [i, { atoms, content }] of parts.entries()) {
        let y = top + padding
        for (const atom of atoms) {
          atom.draw(lefts[i]!, y, heading ? width : widths[i]!, content)
          y += atom.height
        }
        content.close()
      }
      sheet.y = top + height
      return
    }
    // Taller than what is left: as many lines of each cell as fit, then on to the next page.
    for (;;) {
      const top = sheet.y + padding
      let lowest = top
      for (const [i, part] of parts.entries()) {
        let y = top
        for (let atom = part.atoms[part.next]; atom; atom = part.atoms[++part.next]) {
          // What is taller than a page by itself is drawn all the same, once it stands at the top of one.
          if (y + atom.height > page.height - page.bottom - padding && y > page.top + headHeight + padding) break
          atom.draw(lefts[i]!, y, heading ? width : widths[i]!, part.content)
          y += atom.height
        }
        part.content.close()
        lowest = Math.max(lowest, y)
      }
      sheet.y = lowest + padding
      if (parts.every((part) => part.next >= part.atoms.length)) return
      sheet.newPage()
    }
  }
}

const heightOf = (atoms: readonly Atom[]): number => atoms.reduce((sum, atom) => sum + atom.height, 0)

function widthsOf(columns: readonly Column[], width: number): number[] {
  const fixed = columns.reduce((sum, it) => sum + (it.width ?? 0), 0) + gutter * (columns.length - 1)
  const shares = columns.reduce((sum, it) => sum + (it.width === undefined ? (it.share ?? 1) : 0), 0)
  return columns.map((it) => it.width ?? ((width - fixed) * (it.share ?? 1)) / shares)
}
