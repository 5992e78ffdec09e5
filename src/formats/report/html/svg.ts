/** Drawings as SVG in a page. Inks are classes, so that light and dark each have their own colours. */
import type { Drawing, Ink, Shape } from '../../drawings/drawing.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'

/** A drawing that says something: `name` is what those hear who do not see it. */
export const svg = (drawing: Drawing, name: string): Markup =>
  html`<svg
    role="img"
    aria-label="${name}"
    viewBox="${view(drawing)}"
    width="${drawing.width}"
    height="${drawing.height}"
  >
    ${drawing.shapes.map(shape)}
  </svg>`

/** A drawing of what stands beside it in words. */
export const ornament = (drawing: Drawing): Markup =>
  html`<svg aria-hidden="true" viewBox="${view(drawing)}" width="${drawing.width}" height="${drawing.height}">
    ${drawing.shapes.map(shape)}
  </svg>`

const view = ({ width, height }: Drawing): string => `0 0 ${width} ${height}`

const dashes = { solid: '', dashed: ' dashed', dotted: ' dotted' } as const

const classes = (fill: Ink | undefined, stroke: Ink | undefined, more = ''): string =>
  `${fill ? `f-${fill}` : 'f-none'}${stroke ? ` s-${stroke}` : ''}${more}`

function shape(it: Shape): Markup {
  switch (it.kind) {
    case 'path':
      return html`<path
        class="${classes(it.fill, it.stroke, dashes[it.dash ?? 'solid'])}"
        d="${it.d}"
        ${it.width === undefined ? undefined : html` stroke-width="${it.width}"`}
      />`
    case 'rect':
      return html`<rect
        class="${classes(it.fill, it.stroke)}"
        x="${it.x}"
        y="${it.y}"
        width="${it.width}"
        height="${it.height}"
        ${it.radius === undefined ? undefined : html` rx="${it.radius}"`}
      />`
    case 'circle':
      return html`<circle class="${classes(it.fill, it.stroke)}" cx="${it.x}" cy="${it.y}" r="${it.r}" />`
    case 'text':
      // The middle of a line of capitals and digits is about a third of the size above its foot.
      return html`<text
        class="f-${it.ink}${it.bold ? ' bold' : ''}"
        x="${it.x}"
        y="${Math.round((it.y + it.size * 0.35) * 100) / 100}"
        font-size="${it.size}"
        text-anchor="${it.anchor}"
        >${it.text}</text
      >`
  }
}
