/** A plan in the terminal: the answer first, then what to answer, to decide and to do. */
import type { Plan } from '../../plan/schema.js'
import { visible, withoutCommands } from '../../text/visible.js'
import type { Words } from '../../text/words.js'
import type { Colour } from '../colour.js'
import { padEnd, padStart, wrapped } from '../page.js'
import { widthOf } from '../../text/width.js'
import { gain as gained, points1 } from '../report/content/figures.js'
import type { RenderOptions } from '../report/format.js'
import type { PlanFormat } from './format.js'

export const text: PlanFormat = {
  name: 'text',
  summary: 'for the terminal',
  render: (plan, options) => new PlanText(plan, options).render(plan),
}

/** One way up as the lines of a terminal: from where to where, what is in the way, what to decide, what to do. */
export const routeLines = (of: Way, options: RenderOptions): string[] => new PlanText(of, options).way()

/** A way up, and where it begins. */
type Way = Pick<Plan, 'score' | 'scope' | 'route'>

/** So many open questions are named; the other formats have them all. */
const mostAnswers = 6

class PlanText {
  readonly #plan: Way
  readonly #words: Words
  readonly #color: Colour
  readonly #width: number
  readonly #lines: string[] = []

  constructor(plan: Way, { words, width, color }: RenderOptions) {
    this.#plan = plan
    this.#words = words
    this.#color = color
    this.#width = Math.max(40, Math.min(width, 100))
  }

  render({ firm, ruleset, asAt, disclaimer, route, answerFirst }: Plan): string {
    const { summary } = this.#words
    const named = firm.reference === undefined ? firm.name : summary.aside(firm.name, firm.reference)
    this.#say(named, '', '', this.#color.bold)
    this.#say(summary.version(ruleset.title, ruleset.version, summary.asAt(asAt)), '', '', this.#color.dim)
    this.#result()
    if (route.state !== 'there') this.#answerFirst(answerFirst)
    this.#actions()
    this.#lines.push('')
    this.#say(disclaimer, '', '', this.#color.dim)
    return withoutCommands(`${this.#lines.join('\n')}\n`)
  }

  way(): string[] {
    this.#result()
    this.#actions()
    return this.#lines
  }

  #actions(): void {
    this.#obstacles()
    this.#gates()
    this.#steps()
  }

  #say(it: string, first = '  ', rest?: string, paint: (line: string) => string = (line) => line): void {
    this.#lines.push(...wrapped(visible(it), this.#width, first, rest).map(paint))
  }

  #heading(title: string, right = ''): void {
    this.#lines.push('')
    if (right === '') return this.#say(title, '', '', this.#color.bold)
    const gap = ' '.repeat(Math.max(1, this.#width - widthOf(title) - widthOf(right)))
    this.#lines.push(this.#color.bold(title) + this.#color.dim(gap + right))
  }

  get #target(): string {
    const { target } = this.#plan.route
    const score = points1(target.value)
    const { plan } = this.#words
    return target.band ? plan.bandFrom(target.band.label, score) : plan.scoreOf(score)
  }

  #result(): void {
    const { score, scope, route } = this.#plan
    const { plan, summary } = this.#words
    const quick = scope === 'quick' ? ` ${summary.quickCheck}` : ''
    const value = `${score.value === null ? summary.noScore : points1(score.value)}${quick}`
    const now = score.band ? summary.aside(value, score.band.low.label) : value
    this.#heading(plan.heading(now, this.#target))
    const said = (it: string, paint = this.#color.bold) => this.#say(it, '  ', '  ', paint)
    const days = String(route.effort)
    const end = route.value === null ? summary.noScore : points1(route.value)
    switch (route.state) {
      case 'there':
        return said(plan.there(this.#target), this.#color.green)
      case 'planned':
        said(route.exact ? plan.least(days) : plan.found(days, String(route.leastEffort)))
        return this.#say(plan.ends(end, route.band?.label))
      case 'over-limit':
        for (const { text: it } of route.obstacles) said(it, this.#color.yellow)
        return this.#say(plan.best(end, route.band?.label, days))
      case 'unreachable':
        said(plan.unreachable(this.#target), this.#color.red)
        return this.#say(plan.best(end, route.band?.label, days))
    }
  }

  #answerFirst(answerFirst: Plan['answerFirst']): void {
    const { plan, summary } = this.#words
    if (answerFirst.length === 0) return
    this.#heading(plan.answerFirst)
    for (const [i, it] of answerFirst.slice(0, mostAnswers).entries()) {
      const ask = it.entryName === undefined ? it.ask : summary.aside(it.ask, it.entryName)
      this.#say(ask, padStart(`${i + 1}. `, 5))
    }
    const more = answerFirst.length - mostAnswers
    if (more > 0) this.#say(summary.more(more), '     ', '     ', this.#color.dim)
  }

  #obstacles(): void {
    const { state, obstacles } = this.#plan.route
    if (state !== 'unreachable' || obstacles.length === 0) return
    this.#heading(this.#words.plan.inTheWay)
    for (const { text: it } of obstacles) this.#say(it, '  - ', '    ')
  }

  #gates(): void {
    const { gates } = this.#plan.route
    const { plan, report, summary, marks } = this.#words
    if (gates.length === 0) return
    this.#heading(plan.decisions)
    this.#say(plan.decisionsMean, '  ', '  ', this.#color.dim)
    for (const [i, gate] of gates.entries()) {
      const { says, caps, remedy, clearedBy, state, missing } = gate
      this.#say(says, padStart(`${i + 1}. `, 5), undefined, state === 'holds' ? this.#color.red : this.#color.yellow)
      const about = [plan.capsAt(caps.label)]
      if (clearedBy === 'steps') about.push(plan.bySteps)
      if (clearedBy === 'none') about.push(plan.notCleared)
      this.#say(about.join(summary.separator), '     ', '     ', this.#color.dim)
      if (remedy) {
        const effort = summary.effort(String(remedy.effort), report.owner[remedy.owner])
        this.#say(marks.sentences([remedy.do, effort]), '     ')
      }
      const asks = missing.map(({ ask }) => ask).join(summary.separator)
      if (state === 'unknown' && asks !== '') this.#say(plan.perhapsNot(asks), '     ')
    }
  }

  #steps(): void {
    const { steps } = this.#plan.route
    const { plan, report, marks } = this.#words
    if (steps.length === 0) return
    const heads = [plan.gain, plan.daysHead, plan.total, plan.score]
    const widths = heads.map((head, i) => Math.max(widthOf(head), i < 2 ? 5 : 6) + 1)
    const row = (cells: readonly string[]) => cells.map((cell, i) => padStart(cell, widths[i]!)).join('')
    const side = widths.reduce((sum, width) => sum + width, 0)
    // On a narrow terminal the columns stand below the heading.
    const beside = widthOf(plan.steps) + side < this.#width
    this.#heading(plan.steps, beside ? row(heads) : '')
    if (!beside) this.#lines.push(this.#color.dim(padStart(row(heads), this.#width)))
    for (const [i, { remedy, gain, effort, value, entries, question, obligation, cites, ask }] of steps.entries()) {
      const [first = '', ...rest] = wrapped(visible(remedy.do), this.#width - side - 1, padStart(`${i + 1}. `, 5))
      const figures = row([gained(gain), String(remedy.effort), String(effort), points1(value)])
      this.#lines.push(`${padEnd(first, this.#width - side)}${figures}`, ...rest)
      const about = [
        ...(entries.length > 1 && remedy.once ? [plan.everywhere(entries.length)] : entries.map(({ name }) => name)),
        report.owner[remedy.owner],
        report.obligation[obligation],
        ...cites.slice(0, 1).map((cite) => marks.apart([`${cite.short} ${cite.at}`, report.checked[cite.checked]])),
      ]
      this.#say(`${ask} [${question}]`, '     ', '     ', this.#color.dim)
      this.#say(about.join(' · '), '     ', '     ', this.#color.dim)
      if (gain <= 0) this.#say(plan.joint, '     ', '     ', this.#color.dim)
    }
  }
}
