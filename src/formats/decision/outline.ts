/** What there is to say about a determination, in the order in which it is said; the formats only set it. */
import type { Decided, DecisionReport } from '../../report/decision.js'
import type { Words } from '../../text/words.js'

export interface Item {
  readonly text: string
  /** How binding it is, its source, what it depends on: a line below. */
  readonly about?: string
}

export interface Block {
  readonly heading: string
  readonly items: readonly Item[]
  readonly numbered?: boolean
}

export interface Outline {
  readonly label: string
  /** How well the law behind it was checked. */
  readonly checked?: string
  readonly tone: Decided['tone']
  readonly because: readonly string[]
  readonly blocks: readonly Block[]
}

type Cites = Decided['cites']

/** The outline of one entry's determination, with what its steps say about alternatives and duties. */
export function outlineOf(decided: DecisionReport['decisions'][number], words: Words): Outline {
  const { summary, report, interview } = words
  const say = interview.flow.decided
  const all: readonly Decided[] = [decided, ...decided.steps]
  const cited = (cites: Cites) =>
    cites.map((cite) => `${cite.short} ${cite.at}, ${report.checked[cite.checked]}`).join('; ')
  const line = (...parts: (string | undefined)[]) => parts.filter((it) => it !== undefined && it !== '').join(' · ')
  const duty = (it: Decided['then'][number], more?: string): Item => ({
    text: it.do,
    about: line(
      report.obligation[it.obligation],
      it.owner && report.owner[it.owner],
      it.by && (it.by.due === undefined ? it.by.text : say.due(it.by.due.replace('T', ' '), it.by.text)),
      cited(it.cites),
      more,
    ),
  })
  const ruling = (it: Decided['outcomes'][number]): Item => ({
    text: [it.label, it.do].filter((part) => part !== undefined).join('. '),
    about: line(
      it.because,
      it.obligation && report.obligation[it.obligation],
      it.owner && report.owner[it.owner],
      it.by && (it.by.due === undefined ? it.by.text : say.due(it.by.due.replace('T', ' '), it.by.text)),
      cited(it.cites),
    ),
  })
  const offers = (state: 'open' | 'perhaps') =>
    all.flatMap((it) =>
      it.alternatives
        .filter((alternative) => alternative.state === state)
        .map((alternative) => ({
          text: [`${alternative.label}.`, alternative.because].filter((part) => part !== undefined).join(' '),
          about: cited(alternative.cites),
        })),
    )
  const missing = new Map(all.flatMap((it) => it.missing.map((one) => [`${one.id} ${one.entry ?? ''}`, one.ask])))
  const facts = new Map(all.flatMap((it) => it.facts.map((one) => [one.id, one])))
  const cites = new Map(all.flatMap((it) => it.restsOn.map((cite) => [`${cite.source} ${cite.at}`, cite])))
  const blocks: Block[] = [
    ...decided.steps
      .filter((it) => it.candidates.length <= 1)
      .map((it) => ({
        heading: it.title,
        items: [{ text: [`${it.label}.`, ...it.because].join(' ') }],
      })),
    ...all
      .filter((it) => it.candidates.length > 1)
      .map((it) => ({
        heading: it === decided ? summary.couldBe : `${it.title}: ${summary.couldBe}`,
        items: it.candidates.map(({ label }) => ({ text: label })),
      })),
    { heading: summary.needs, items: [...missing.values()].map((text) => ({ text })) },
    { heading: say.holds, items: decided.outcomes.filter((it) => it.state === 'holds').map(ruling) },
    { heading: say.perhapsHolds, items: decided.outcomes.filter((it) => it.state === 'perhaps').map(ruling) },
    { heading: summary.offered, items: offers('open') },
    { heading: summary.perhapsOffered, items: offers('perhaps') },
    { heading: summary.mustDo, numbered: true, items: all.flatMap((it) => it.then.map((then) => duty(then))) },
    {
      heading: say.perhapsToDo,
      items: all.flatMap((it) =>
        it.perhapsThen.map((then) => duty(then, say.dependsOn(then.missing.map(({ ask }) => ask).join(' ')))),
      ),
    },
    {
      heading: say.facts,
      items: [...facts.values()].map(({ ask, text }) => ({ text: `${ask}${ask.endsWith('?') ? '' : ':'} ${text}` })),
    },
    {
      heading: say.restsOn,
      items: [...cites.values()].map((cite) => ({ text: cited([cite]) })),
    },
  ]
  return {
    label: decided.decide === 'first' ? decided.label : decided.outcomes.length === 0 ? say.nothing : decided.title,
    ...(decided.checked === null ? {} : { checked: summary.lawChecked(report.checked[decided.checked]) }),
    tone: decided.tone,
    because: decided.because,
    blocks: withItems(blocks),
  }
}

/** Blocks that say something; the words of other formats end in a colon. */
const withItems = (blocks: readonly Block[]): Block[] =>
  blocks
    .filter(({ items }) => items.length > 0)
    .map((block) => ({ ...block, heading: block.heading.replace(/[:：]$/, '') }))

/** What is said once, below all entries. */
export function footOf(report: DecisionReport, words: Words): Block[] {
  const { summary, interview } = words
  const names = new Map(report.decisions.map((it) => [it.entry, it.entryName]))
  const blocks: Block[] = [
    { heading: summary.contradictions, items: report.contradictions.map(({ says }) => ({ text: says })) },
    {
      heading: summary.upcoming,
      items: report.upcoming.map(({ date, entry, before, after }) => {
        const name = names.size > 1 && entry !== undefined ? `${names.get(entry) ?? entry}: ` : ''
        return { text: interview.flow.decided.from(date, `${name}${summary.becomes(before, after)}`) }
      }),
    },
    { heading: summary.notices, items: report.notices.map(({ text }) => ({ text })) },
  ]
  return withItems(blocks)
}

/** What the whole is about: the determination's title, and as at which day. */
export const headOf = (report: DecisionReport, words: Words): { title: string; about: string } => ({
  title: report.decisions[0]?.title ?? words.interview.flow.decided.none,
  about: [
    ...(report.firm ? [report.firm.name] : []),
    `${report.ruleset.title} ${report.ruleset.version}`,
    words.summary.asAt(report.asAt),
  ].join(', '),
})
