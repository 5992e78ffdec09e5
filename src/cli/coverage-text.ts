/** What cases reach, in words. */
import { padEnd, wrapped } from '../formats/page.js'
import { widthOf } from '../text/width.js'
import { type Colour, type Coverage, inDigits, type Reachable, visible, type Words } from '../index.js'

/** @returns how much of each kind is reached, then what is not, one line each; options of one question in one line */
export function coverageText(
  id: string,
  { counts, missed }: Coverage,
  words: Words,
  width: number,
  color: Colour,
): string {
  const say = words.authoring.coverage
  const kinds = Object.entries(counts).filter(([, { all }]) => all > 0)
  const column = Math.max(0, ...kinds.map(([kind]) => widthOf(say.kinds[kind as Reachable['kind']])))
  const lines = ['', color.bold(words.marks.labelled(say.heading, visible(id)))]
  for (const [kind, { reached, all }] of kinds)
    lines.push(`  ${padEnd(say.kinds[kind as Reachable['kind']], column)}  ${say.of(reached, all)}`)
  if (missed.length > 0) lines.push(say.missed)
  const options = new Map<string, string[]>()
  for (const it of missed) if (it.kind === 'option') options.set(it.of, [...(options.get(it.of) ?? []), it.id!])
  const rest = missed.filter((it) => it.kind !== 'option').map((it) => missedText(it, words))
  const all = [...rest, ...[...options].map(([of, ids]) => say.options(of, words.marks.list(ids)))]
  for (const text of all) lines.push(...wrapped(visible(text), width, '  - ', '    '))
  return `${lines.join('\n')}\n`
}

function missedText({ kind, of, id = '', side }: Reachable, words: Words): string {
  const say = words.authoring.coverage
  if (side) return say[side.test](of, inDigits(side.value))
  return kind === 'gate' ? say.gate(of) : kind === 'rule' ? say.rule(of, id) : say.alternative(of, id)
}
