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
  const { summary, report, interview, marks } = words
  const say = interview.flow.decided
  const all: readonly Decided[] = [decided, ...decided.steps]
  const cited = (cites: Cites) =>
    marks.clauses(cites.map((cite) => marks.apart([`${cite.short} ${cite.at}`, report.checked[cite.checked]])))
  const line = (...parts: (string | undefined)[]) => parts.filter((it) => it !== undefined && it !== '').join(' · ')
  const duty = (it: Decided['then'][number], more?: string): Item => ({
    text: it.do,
    about: line(
      report.obligation[it.obligation],
      it.owner && report.owner[it.owner],
      it.by && (it.by.due === undefined ? it.by.text : say.due(momentText(it.by.due), it.by.text)),
      cited(it.cites),
      more,
    ),
  })
  // What is urgent is read first: until when, then whom, then what.
  const ruling = (it: Decided['outcomes'][number], more?: string): Item => {
    const whom = it.do === undefined ? it.label : say.whom(it.label, it.do)
    const left = it.by && leftOf(it.by, words)
    const due = it.by?.due === undefined ? undefined : momentText(it.by.due)
    const when = due === undefined ? it.by?.text : left === undefined ? due : say.byThen(due, left)
    return {
      text: when === undefined ? whom : say.sentence(when, whom),
      about: line(
        more,
        it.because,
        it.obligation && report.obligation[it.obligation],
        it.owner && report.owner[it.owner],
        due === undefined ? undefined : it.by?.text,
        cited(it.cites),
      ),
    }
  }
  const holding = (...obligations: readonly Decided['outcomes'][number]['obligation'][]) =>
    decided.outcomes.filter((it) => it.state === 'holds' && obligations.includes(it.obligation)).map((it) => ruling(it))
  const must = holding('law', 'licence', 'contract')
  const recommended = holding('guidance', 'practice')
  const perhaps = decided.outcomes
    .filter((it) => it.state === 'perhaps')
    .map((it) => ruling(it, say.dependsOn(marks.sentences(it.missing.map(({ ask }) => ask)))))
  const offers = (state: 'open' | 'perhaps') =>
    all.flatMap((it) =>
      it.alternatives
        .filter((alternative) => alternative.state === state)
        .map((alternative) => ({
          text: marks.sentences([
            marks.ended(alternative.label),
            ...(alternative.because === undefined ? [] : [alternative.because]),
          ]),
          about: cited(alternative.cites),
        })),
    )
  const missing = new Map(all.flatMap((it) => it.missing.map((one) => [`${one.id} ${one.entry ?? ''}`, one.ask])))
  // Where several things stand beside each other, each has its own reason and its own citations.
  const reasons = decided.decide === 'first' ? all : []
  const facts = new Map(reasons.flatMap((it) => it.facts.map((one) => [one.id, one])))
  const cites = new Map(reasons.flatMap((it) => it.restsOn.map((cite) => [`${cite.source} ${cite.at}`, cite])))
  const blocks: Block[] = [
    { heading: say.must, numbered: true, items: must },
    { heading: say.recommended, numbered: true, items: recommended },
    { heading: say.perhapsHolds, items: perhaps },
    { heading: say.information, items: holding('information') },
    { heading: say.holds, items: holding(undefined) },
    ...decided.steps
      .filter((it) => it.candidates.length <= 1 && (decided.decide === 'first' || it.tone !== 'neutral'))
      .map((it) => ({
        heading: it.title,
        items: [{ text: marks.sentences([marks.ended(it.label), ...it.because]) }],
      })),
    ...all
      .filter((it) => it.candidates.length > 1)
      .map((it) => ({
        heading: it === decided ? summary.couldBe : marks.labelled(it.title, summary.couldBe),
        items: it.candidates.map(({ label }) => ({ text: label })),
      })),
    { heading: summary.needs, items: [...missing.values()].map((text) => ({ text })) },
    { heading: summary.offered, items: offers('open') },
    { heading: summary.perhapsOffered, items: offers('perhaps') },
    { heading: summary.mustDo, numbered: true, items: all.flatMap((it) => it.then.map((then) => duty(then))) },
    {
      heading: say.perhapsToDo,
      items: all.flatMap((it) =>
        it.perhapsThen.map((then) => duty(then, say.dependsOn(marks.sentences(then.missing.map(({ ask }) => ask))))),
      ),
    },
    {
      heading: say.facts,
      items: [...facts.values()].map(({ ask, text }) => ({
        text: /[?？]$/.test(ask) ? marks.sentences([ask, text]) : marks.labelled(ask, text),
      })),
    },
    { heading: say.restsOn, items: [...cites.values()].map((cite) => ({ text: cited([cite]) })) },
  ]
  return {
    label:
      decided.decide === 'first'
        ? decided.label
        : say.tally(must.length, recommended.length, perhaps.length) || say.nothing,
    ...(decided.checked === null ? {} : { checked: summary.lawChecked(report.checked[decided.checked]) }),
    tone: decided.tone,
    because: decided.because,
    blocks: withItems(blocks),
  }
}

const momentText = (due: string): string => due.replace('T', ' ')

/** "11 h 20 min left", where the time now is known. */
function leftOf({ minutesLeft }: { readonly minutesLeft?: number }, words: Words): string | undefined {
  if (minutesLeft === undefined) return undefined
  const say = words.interview.flow.decided
  const minutes = Math.abs(minutesLeft)
  const time = say.time(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60)
  return minutesLeft < 0 ? say.ended(time) : say.left(time)
}

/** Blocks that say something; the words of other formats end in a colon. */
const withItems = (blocks: readonly Block[]): Block[] =>
  blocks
    .filter(({ items }) => items.length > 0)
    .map((block) => ({ ...block, heading: block.heading.replace(/[:：]$/, '') }))

/** What is said once, below all entries. */
export function footOf(report: DecisionReport, words: Words): Block[] {
  const { summary, interview, marks } = words
  const names = new Map(report.decisions.map((it) => [it.entry, it.entryName]))
  const blocks: Block[] = [
    { heading: summary.contradictions, items: report.contradictions.map(({ says }) => ({ text: says })) },
    {
      heading: summary.upcoming,
      items: report.upcoming.map(({ date, entry, before, after }) => {
        const becomes = summary.becomes(before, after)
        const named =
          names.size > 1 && entry !== undefined ? marks.labelled(names.get(entry) ?? entry, becomes) : becomes
        return { text: interview.flow.decided.from(date, named) }
      }),
    },
    { heading: summary.notices, items: report.notices.map(({ text }) => ({ text })) },
  ]
  return withItems(blocks)
}

/** What the whole is about: the determination's title, as at which day, and the time that limits are counted from. */
export const headOf = (report: DecisionReport, words: Words): { title: string; about: string; now?: string } => ({
  title: report.decisions[0]?.title ?? words.interview.flow.decided.none,
  about: words.marks.apart([
    ...(report.firm ? [report.firm.name] : []),
    `${report.ruleset.title} ${report.ruleset.version}`,
    words.summary.asAt(report.asAt),
  ]),
  ...(report.now === undefined ? {} : { now: words.interview.flow.decided.now(momentText(report.now)) }),
})
