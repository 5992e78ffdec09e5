/** The summary in the terminal: what a compliance lead reads first, in 80 columns, fine without colour. */
import type { Report } from '../../report/schema.js'
import { visible, withoutCommands } from '../../text/visible.js'
import type { Words } from '../../text/words.js'
import type { Colour } from '../colour.js'
import { clip, padEnd, padStart, wrapped } from '../page.js'
import { widthOf } from '../../text/width.js'
import { routeLines } from '../plan/text.js'
import { gain, percent, points1 } from './content/figures.js'
import { standingAmong } from './content/among.js'
import { movedSince } from './content/since.js'
import { lawSpace } from './content/space.js'
import { type Determination, missingOf, type Verdict, verdictsOf } from './content/verdicts.js'
import type { RenderOptions, ReportFormat } from './format.js'

export const text = {
  name: 'text',
  summary: 'the summary for the terminal',
  extension: 'txt',
  screen: true,
  render: (report: Report, options: RenderOptions) => new Summary(report, options).render(),
} satisfies ReportFormat

/** How many gaps, open questions and dates the summary names; the other formats have them all. */
const shown = { gaps: 8, answerFirst: 6, upcoming: 3, duties: 3 }

class Summary {
  readonly #report: Report
  readonly #words: Words
  readonly #color: Colour
  readonly #width: number
  readonly #ascii: boolean
  readonly #theme: RenderOptions['theme']
  readonly #options: RenderOptions
  readonly #lines: string[] = []

  constructor(report: Report, options: RenderOptions) {
    const { words, width, color, ascii, theme } = options
    this.#report = report
    this.#options = options
    this.#words = words
    this.#color = color
    this.#width = Math.max(40, Math.min(width, 100))
    this.#ascii = ascii === true
    this.#theme = theme
  }

  render(): string {
    this.#head()
    this.#score()
    this.#since()
    this.#verdicts()
    this.#contradictions()
    this.#sections()
    this.#gaps()
    this.#answerFirst()
    this.#plan()
    this.#upcoming()
    this.#notices()
    this.#next()
    this.#lines.push('')
    for (const about of [this.#report.disclaimer, this.#theme?.disclaimer, this.#theme?.contact]) {
      if (about !== undefined) this.#say(about, '', '', this.#color.dim)
    }
    return withoutCommands(`${this.#lines.join('\n')}\n`)
  }

  #heading(text: string, right = ''): void {
    const title = visible(text)
    const gap = this.#width - widthOf(title) - widthOf(right)
    this.#lines.push(
      '',
      `${this.#color.bold(title)}${right === '' ? '' : this.#color.dim(' '.repeat(Math.max(1, gap)) + right)}`,
    )
  }

  get #space(): string {
    return lawSpace(this.#report, this.#words)
  }

  /** A paragraph; every text that comes from a file is made visible on the way. */
  #say(text: string, first = '  ', rest?: string, paint: (text: string) => string = (it) => it): void {
    this.#lines.push(...wrapped(visible(text), this.#width, first, rest).map(paint))
  }

  #head(): void {
    const { firm, ruleset, asAt } = this.#report
    const { summary } = this.#words
    this.#say(
      firm.reference === undefined ? firm.name : summary.aside(firm.name, firm.reference),
      '',
      '',
      this.#color.bold,
    )
    this.#say(summary.version(ruleset.title, ruleset.version, summary.asAt(asAt)), '', '', this.#color.dim)
    this.#lines.push('')
  }

  #score(): void {
    const { score } = this.#report
    const { summary } = this.#words
    const label = (text: string) => padEnd(`  ${text}`, this.#labelWidth)
    const quick = this.#report.scope === 'quick' ? ` ${summary.quickCheck}` : ''
    const { answered, open, share } = score.answered
    const answeredText = share === null ? '' : summary.answered(percent(share), answered, answered + open)
    if (score.value === null || score.low === null || score.high === null) {
      this.#lines.push(`${label(summary.score)}${summary.noScore}   ${answeredText}`)
    } else {
      const range = score.low === score.high ? '' : `   ${summary.range(points1(score.low), points1(score.high))}`
      const value = this.#color.bold(padEnd(points1(score.value), 5))
      const first = `${label(summary.score)}${value}${quick}${range}`
      // On a narrow terminal the share of answers has a line of its own.
      if (widthOf(first) + 3 + widthOf(answeredText) <= this.#width) this.#lines.push(`${first}   ${answeredText}`)
      else this.#lines.push(first, `${label('')}${answeredText}`)
      this.#lines.push(`${label('')}${this.#bar(score.low, score.high, this.#width - this.#labelWidth - 2)}`)
      if (score.points) this.#say(`${score.points.low} / ${score.points.maximum}`, label(''))
    }
    for (const [name, value, means] of [
      [summary.evidenced, score.evidenced, summary.evidencedMeans],
      [summary.strict, score.strict, summary.strictMeans],
    ] as const) {
      if (value !== null) this.#lines.push(`${label(name)}${padEnd(points1(value), 5)}   ${this.#color.dim(means)}`)
    }
    this.#band()
  }

  /** What moved since an earlier report, and where the firm stands among others. */
  #since(): void {
    const plain = (text: string) => (this.#ascii ? text.replaceAll('−', '-') : text)
    for (const it of [movedSince(this.#report, this.#words), standingAmong(this.#report, this.#words)]) {
      if (!it) continue
      this.#lines.push('')
      this.#say(plain(it.head), '  ', '  ', this.#color.bold)
      for (const line of it.lines) this.#say(plain(line), '    ')
    }
  }

  get #labelWidth(): number {
    const { summary } = this.#words
    return 5 + Math.max(...[summary.score, summary.evidenced, summary.strict, summary.band].map(widthOf))
  }

  #band(): void {
    const { band } = this.#report.score
    const { summary, report } = this.#words
    if (!band) return
    const text = band.low.id === band.high.id ? band.low.label : summary.bandRange(band.low.label, band.high.label)
    const first = padEnd(`  ${summary.band}`, this.#labelWidth)
    const rest = ' '.repeat(this.#labelWidth)
    this.#say(text, first, rest, this.#color.bold)
    const gates = this.#report.gates.filter((gate) => gate.state !== 'clear')
    for (const gate of gates) {
      const why = gate.state === 'holds' ? summary.cappedBy : summary.perhapsCappedBy
      this.#say(
        summary.labelled(why, gate.says),
        rest,
        rest,
        gate.state === 'holds' ? this.#color.red : this.#color.yellow,
      )
      if (gate.clears) {
        const effort = summary.effort(days(gate.clears.effort), report.owner[gate.clears.owner])
        this.#say(summary.labelled(summary.clearedBy, gate.clears.do + this.#space + effort), rest)
      }
      if (gate.missing.length > 0) this.#say(summary.labelled(summary.wouldDecide, this.#missing(gate.missing)), rest)
    }
    if (gates.length > 0 && band.uncapped.id !== band.low.id) this.#say(summary.withoutGate(band.uncapped.label), rest)
  }

  /** A bar of 0–100: what is sure, what may still come, the rest. */
  #bar(low: number, high: number, width: number): string {
    const cells = Math.max(10, width)
    const sure = Math.floor((low / 100) * cells)
    const perhaps = Math.max(sure, Math.ceil((high / 100) * cells - 1e-9))
    const [full, maybe, none] = this.#ascii ? ['#', '=', '.'] : ['█', '▒', '·']
    return (
      (this.#color.accent ?? this.#color.cyan)(full.repeat(sure)) +
      this.#color.yellow(maybe.repeat(Math.max(0, (high > low ? perhaps : sure) - sure))) +
      this.#color.dim(none.repeat(cells - (high > low ? perhaps : sure)))
    )
  }

  /** Each entry's verdicts, with the reasons of what they rest on. */
  #verdicts(): void {
    const all = verdictsOf(this.#report)
    const titles = new Set(all.flatMap((it) => it.verdicts.map(({ verdict }) => verdict.title)))
    if (all.length === 0) return
    this.#heading([...titles].join(' · ') || all[0]!.duties[0]!.title)
    for (const { name, verdicts, duties } of all) {
      this.#say(name ?? this.#words.summary.otherChecks, '  ', '  ', this.#color.bold)
      for (const one of verdicts) this.#verdict(one)
      for (const one of duties) this.#duties(one)
    }
  }

  #verdict({ verdict, steps }: Verdict): void {
    const { summary, report } = this.#words
    const paint = {
      good: this.#color.green,
      bad: this.#color.red,
      caution: this.#color.yellow,
      open: this.#color.yellow,
      neutral: this.#color.dim,
    }[verdict.tone]
    const checked = verdict.checked === null ? '' : ` [${summary.lawChecked(report.checked[verdict.checked])}]`
    this.#say(`${verdict.label}${checked}`, '    ', '    ', paint)
    if (verdict.because.length > 0)
      this.#say([...verdict.because, ...steps.flatMap((step) => step.because)].join(this.#space), '      ')
    else {
      for (const step of steps.filter((it) => it.candidates.length === 1)) {
        this.#say([summary.titled(step.title, step.label), ...step.because].join(this.#space), '      ')
      }
    }
    for (const open of [...steps, verdict].filter((it) => it.candidates.length > 1)) {
      this.#say(summary.opens(open.title, this.#list(open.candidates.map((it) => it.label))), '      ', '        ')
    }
    const missing = missingOf({ verdict, steps })
    if (missing.length > 0) this.#say(summary.labelled(summary.needs, this.#missing(missing)), '      ')
    if (verdict.tone === 'bad' || verdict.tone === 'open') {
      for (const step of steps) {
        const offers = (state: 'open' | 'perhaps') =>
          step.alternatives.filter((it) => it.state === state).map((it) => it.label)
        if (offers('open').length > 0)
          this.#say(summary.labelled(summary.offered, this.#list(offers('open'))), '      ')
        if (offers('perhaps').length > 0)
          this.#say(summary.labelled(summary.perhapsOffered, this.#list(offers('perhaps'))), '      ')
      }
    }
  }

  /** What holds of a `decide: all`: its title, then each duty in a line. */
  #duties(verdict: Determination): void {
    const { report, marks } = this.#words
    const holding = verdict.outcomes.filter((it) => it.state === 'holds')
    const perhaps = verdict.outcomes.filter((it) => it.state === 'perhaps')
    if (holding.length + perhaps.length === 0) return
    this.#say(marks.labelled(verdict.title, '').trimEnd(), '    ', '    ', this.#color.dim)
    const labels = new Map([...holding, ...perhaps].map((it) => [it.outcome, it]))
    for (const it of labels.values()) {
      const label = it.state === 'perhaps' ? marks.labelled(report.perhaps, it.label) : it.label
      const due = it.by ? [it.by.due ?? it.by.text] : []
      const obligation =
        it.obligation === undefined ? '' : ` [${marks.apart([report.obligation[it.obligation], ...due])}]`
      this.#say(`- ${label}${obligation}`, '      ', '        ')
    }
  }

  #missing(missing: readonly { ask: string; entry?: string }[]): string {
    return missing.map((it) => it.ask).join(this.#space)
  }

  #list(items: readonly string[]): string {
    return items.join(this.#words.summary.separator)
  }

  #contradictions(): void {
    const { contradictions } = this.#report
    if (contradictions.length === 0) return
    this.#heading(this.#words.summary.contradictions)
    for (const it of contradictions) this.#say(it.says, '  - ', '    ', this.#color.yellow)
  }

  #sections(): void {
    const { summary } = this.#words
    const asked = this.#report.sections.filter((section) => section.low !== null && section.high !== null)
    if (asked.length === 0) return
    this.#heading(summary.sections)
    const numbers = 11
    const bar = this.#width < 60 ? 10 : 22
    const title = this.#width - bar - numbers - 4
    for (const section of asked) {
      const low = section.low!
      const high = section.high!
      const value = low === high ? points1(low) : `${points1(low)}–${points1(high)}`
      const weakest = section.entries.length > 1 && section.entries.find((entry) => entry.weakest)
      const name = section.state === 'perhaps' ? summary.aside(section.title, summary.sectionPerhaps) : section.title
      const [first = '', ...rest] = wrapped(visible(name), title, '')
      this.#lines.push(`  ${padEnd(first, title)} ${this.#bar(low, high, bar)} ${padStart(value, numbers)}`.trimEnd())
      for (const line of rest) this.#lines.push(`  ${line}`)
      if (weakest) this.#say(summary.weakest(weakest.name), '    ', '    ', this.#color.dim)
    }
    const hidden = this.#report.sections.filter((section) => section.state === 'hidden').length
    if (hidden > 0) this.#say(summary.sectionsHidden(hidden), '  ', '  ', this.#color.dim)
  }

  #gaps(): void {
    const { summary, report } = this.#words
    const gaps = this.#report.gaps.filter((gap) => gap.state === 'answered' || gap.state === 'implied')
    if (gaps.length === 0) {
      if (this.#report.gaps.length === 0 && this.#report.score.value !== null) this.#heading(summary.noGaps)
      return
    }
    const owners = Math.max(widthOf(summary.owner), ...Object.values(report.owner).map(widthOf))
    const columns = (points: string, effort: string, owner: string) =>
      `${padStart(points, 7)}${padStart(effort, 6)}  ${padEnd(owner, owners)}`
    const side = 7 + 6 + 2 + owners
    this.#heading(summary.gaps, columns(summary.points, summary.days, summary.owner))
    for (const [i, gap] of gaps.slice(0, shown.gaps).entries()) {
      const number = padStart(`${i + 1}. `, 5)
      const [first = '', ...rest] = wrapped(visible(gap.ask), this.#width - side - 1, number)
      const { lift, remedy } = gap
      const figures = columns(gain(lift), remedy ? days(remedy.effort) : '', remedy ? report.owner[remedy.owner] : '')
      this.#lines.push(`${padEnd(first, this.#width - side)}${figures}`.trimEnd(), ...rest)
      const about = [
        gap.entryName,
        gap.answer === undefined
          ? summary.gapState[gap.state]
          : summary.gapAnswered(clip(gap.answer, this.#width - 20)),
        report.obligation[gap.obligation],
        ...gap.cites
          .slice(0, 1)
          .map((cite) => this.#words.marks.apart([`${cite.short} ${cite.at}`, report.checked[cite.checked]])),
      ]
      this.#say(about.filter((it) => it !== undefined && it !== '').join(' · '), '     ', '     ', this.#color.dim)
      if (gap.remedy) this.#say(`${this.#ascii ? '->' : '→'} ${gap.remedy.do}`, '     ', '       ')
    }
    if (gaps.length > shown.gaps) this.#say(summary.more(gaps.length - shown.gaps), '     ', '     ', this.#color.dim)
  }

  #answerFirst(): void {
    const { summary } = this.#words
    const list = this.#report.answerFirst
    if (list.length === 0) return
    this.#heading(summary.answerFirst)
    this.#say(summary.answerFirstMeans, '  ', '  ', this.#color.dim)
    for (const [i, it] of list.slice(0, shown.answerFirst).entries()) {
      const ask = it.entryName === undefined ? it.ask : summary.aside(it.ask, it.entryName)
      this.#say(ask, padStart(`${i + 1}. `, 5))
      const effects = [
        ...(it.decides.length > 0 ? [summary.decides(this.#list(this.#decided(it)))] : []),
        ...(it.narrows !== null && it.narrows > 0 ? [summary.narrows(points1(it.narrows))] : []),
      ]
      if (effects.length > 0) this.#say(this.#list(effects), '     ', '     ', this.#color.dim)
    }
    if (list.length > shown.answerFirst)
      this.#say(summary.more(list.length - shown.answerFirst), '     ', '     ', this.#color.dim)
  }

  /** The ways up, where they were planned. */
  #plan(): void {
    const { plan, score, scope } = this.#report
    for (const route of plan?.routes ?? []) this.#lines.push(...routeLines({ score, scope, route }, this.#options))
  }

  /** What hangs on an open fact, with the entry's name where it is another's. */
  #decided({ decides, entry }: Report['answerFirst'][number]): string[] {
    const names = new Map(this.#report.determinations.map((it) => [it.entry, it.entryName]))
    return decides.map((it) =>
      it.entry === undefined || it.entry === entry
        ? it.title
        : this.#words.summary.aside(it.title, names.get(it.entry) ?? it.entry),
    )
  }

  #upcoming(): void {
    const { summary } = this.#words
    const { upcoming } = this.#report
    if (upcoming.length === 0) return
    this.#heading(summary.upcoming)
    for (const { date, changes, score, outcomes } of upcoming.slice(0, shown.upcoming)) {
      const what = changes
        .map((it) => summary.aside(it.title, it.change === 'starts' ? summary.starts : summary.ends))
        .join(summary.separator)
      this.#say(what, `  ${date}  `)
      const moved =
        score.low !== null && score.low !== this.#report.score.low ? [summary.upcomingScore(points1(score.low))] : []
      const turned = outcomes.map((it) => summary.becomes(it.before, it.after))
      if (moved.length + turned.length > 0)
        this.#say(this.#list([...moved, ...turned]), ' '.repeat(14), undefined, this.#color.dim)
    }
  }

  #notices(): void {
    if (this.#report.notices.length === 0) return
    this.#heading(this.#words.summary.notices)
    for (const { text } of this.#report.notices) this.#say(text, '  - ', '    ')
  }

  #next(): void {
    const { summary } = this.#words
    const first = this.#report.gaps[0]
    this.#heading(summary.next)
    const commands = [
      ...(first ? [[`flowready show ${first.question}`, summary.nextGap]] : []),
      ['flowready score ANSWERS --format json', summary.nextJson],
      [`flowready assess ${this.#report.ruleset.id}`, summary.nextAssess],
    ] as const
    const widest = Math.max(...commands.map(([command]) => widthOf(command)))
    for (const [command, means] of commands) {
      this.#say(means, `  ${padEnd(visible(command), widest)}   `)
    }
  }
}

const days = (effort: number): string => String(effort)
