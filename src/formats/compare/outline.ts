/** What there is to say about a comparison, in the order in which it is said; the formats only set it. */
import type { Comparison } from '../../compare/schema.js'
import type { Words } from '../../text/words.js'
import { points1 } from '../report/content/figures.js'

export interface Block {
  readonly heading: string
  readonly items: readonly { readonly text: string; readonly about?: string }[]
}

export interface Outline {
  readonly firm: string
  readonly ruleset: string
  readonly heading: string
  /** The score, its two parts, the band. */
  readonly result: readonly string[]
  readonly blocks: readonly Block[]
  readonly notices: Block | undefined
  readonly disclaimer: string
}

/** Points with their sign: `+2.0`, `−0.5`, `0.0`. */
export const signed = (value: number): string =>
  value === 0 ? '0.0' : `${value < 0 ? '−' : '+'}${points1(Math.abs(value))}`

export function outlineOf(comparison: Comparison, words: Words): Outline {
  const { before, after, firm, ruleset, score } = comparison
  const { compare: say, summary } = words
  const points = (value: number | null) => (value === null ? say.noScore : points1(value))
  const band = ({ score: { band: it } }: Comparison['before']) => it?.low.label
  const blocks = blocksOf(comparison, words).filter(({ items }) => items.length > 0)
  const still = blocks.length === 0 && score.change === 0 && score.rules === 0
  const change = score.change === null ? '' : signed(score.change)
  const scored = say.becomes(points(score.before), points(score.after))
  const [was, is] = [band(before), band(after)]
  return {
    firm: firm.reference === undefined ? firm.name : summary.aside(firm.name, firm.reference),
    ruleset: `${ruleset.title} ${after.version}`,
    heading: say.heading(before.asAt, after.asAt),
    result: [
      say.line(say.score, change === '' ? scored : summary.aside(scored, change)),
      ...(score.rules === null || score.firm === null || still
        ? []
        : [say.byRules(signed(score.rules)), say.byFirm(signed(score.firm))]),
      ...(was === undefined || is === undefined ? [] : [say.line(say.band, was === is ? is : say.becomes(was, is))]),
      ...(still ? [say.nothing] : []),
    ],
    blocks,
    notices:
      comparison.notices.length === 0
        ? undefined
        : { heading: say.notices, items: comparison.notices.map(({ text }) => ({ text })) },
    disclaimer: comparison.disclaimer,
  }
}

function blocksOf({ parts, sections, determinations, gates, gaps }: Comparison, words: Words): Block[] {
  const { compare: say, summary } = words
  const points = (value: number | null) => (value === null ? say.none : points1(value))
  const moved = ({ title, before, after, rules, firm }: Comparison['sections'][number]) => ({
    text: say.line(title, say.becomes(points(before), points(after))),
    about: [
      ...(rules === null || rules === 0 ? [] : [say.byRules(signed(rules))]),
      ...(firm === null || firm === 0 ? [] : [say.byFirm(signed(firm))]),
    ].join(summary.separator),
  })
  const gap = ({ ask, entryName, question, because }: Comparison['gaps']['closed'][number]) => ({
    text: entryName === undefined ? ask : summary.aside(ask, entryName),
    about: `${question} · ${say.because[because]}`,
  })
  const state = (it: 'holds' | 'clear' | 'unknown' | null) => (it === null ? say.none : say.gateStates[it])
  return [
    { heading: say.parts, items: parts.map(moved) },
    { heading: say.sections, items: sections.map(moved) },
    {
      heading: say.verdicts,
      items: determinations.map(({ title, entryName, before, after, because }) => ({
        text: summary.titled(
          entryName === undefined ? title : summary.aside(entryName, title),
          say.becomes(before?.label ?? say.none, after?.label ?? say.none),
        ),
        about: say.because[because],
      })),
    },
    {
      heading: say.gates,
      items: gates.map(({ says, before, after, because }) => ({
        text: `${says} ${say.becomes(state(before), state(after))}`,
        about: say.because[because],
      })),
    },
    { heading: say.closed(gaps.closed.length), items: gaps.closed.map(gap) },
    { heading: say.opened(gaps.opened.length), items: gaps.opened.map(gap) },
    { heading: say.reopened(gaps.reopened.length), items: gaps.reopened.map(gap) },
  ]
}
