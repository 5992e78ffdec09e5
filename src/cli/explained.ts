/** One thing of a ruleset explained: a few lines of words, an outline of what it holds. */
import { padEnd, wrapped } from '../formats/page.js'
import { widthOf } from '../text/width.js'
import { type Colour, inDigits, type ruleset, visible, withoutCommands, type Words } from '../index.js'
import { conditionText } from './condition-words.js'

type Ruleset = ruleset.Ruleset

/** What `show` can explain in a ruleset. */
export type Thing =
  | { readonly kind: 'ruleset'; readonly it: Ruleset }
  | { readonly kind: 'section'; readonly it: ruleset.Section }
  | { readonly kind: 'question'; readonly it: ruleset.Question }
  | { readonly kind: 'fact'; readonly it: ruleset.Fact }
  | { readonly kind: 'derived'; readonly it: ruleset.Derived }
  | { readonly kind: 'determination'; readonly it: ruleset.Determination }
  | { readonly kind: 'inventory'; readonly it: ruleset.Inventory }
  | { readonly kind: 'gate'; readonly it: ruleset.Gate }
  | { readonly kind: 'source'; readonly it: ruleset.Source }

/** Everything in a ruleset that has a global id, by id. A question comes before a source of the same name. */
export function thingsIn(it: Ruleset): Map<string, Thing> {
  const things = new Map<string, Thing>()
  const add = (id: string, thing: Thing): void => {
    if (!things.has(id)) things.set(id, thing)
  }
  for (const question of it.questions.values()) add(question.id, { kind: 'question', it: question })
  for (const value of it.values.values()) add(value.id, { kind: value.kind, it: value } as Thing)
  for (const section of it.sections) add(section.id, { kind: 'section', it: section })
  for (const inventory of it.inventories.values()) add(inventory.id, { kind: 'inventory', it: inventory })
  for (const gate of it.gates) add(gate.id, { kind: 'gate', it: gate })
  for (const source of it.sources.values()) add(source.id, { kind: 'source', it: source })
  return things
}

export interface ExplainOptions {
  readonly words: Words
  readonly width: number
  readonly color: Colour
}

export class Explanation {
  readonly #lines: string[] = []
  readonly #words: Words
  readonly #width: number
  readonly #color: Colour
  readonly #ruleset: Ruleset | undefined

  constructor({ words, width, color }: ExplainOptions, it: Ruleset | undefined) {
    this.#words = words
    this.#width = Math.min(width, 100)
    this.#color = color
    this.#ruleset = it
  }

  get #say() {
    return this.#words.terminal.cli.show
  }

  toString(): string {
    return withoutCommands(`${this.#lines.join('\n')}\n`)
  }

  /** Text in paragraphs of the terminal's width, each line after `first` or what stands for it. */
  text(text: string, first = '', rest?: string, paint: (text: string) => string = (it) => it): this {
    this.#lines.push(...wrapped(visible(text), this.#width, first, rest).map(paint))
    return this
  }

  /** A line of a file as it is, however long. */
  verbatim(line: string, first = ''): this {
    this.#lines.push(first + visible(line))
    return this
  }

  title(id: string, kind: string, words: string): this {
    this.text(words, '', '', this.#color.bold)
    return this.text([id, kind].join('  '), '', '', this.#color.dim)
  }

  heading(text: string): this {
    this.#lines.push('')
    return this.text(text, '', '', this.#color.bold)
  }

  /** A block with a heading, only where there is something in it. */
  block<T>(heading: string, items: readonly T[], each: (item: T) => void): this {
    if (items.length === 0) return this
    this.heading(heading)
    for (const item of items) each(item)
    return this
  }

  /** Terms in a column, what they mean beside them. */
  terms(items: readonly (readonly [term: string, about: string])[]): this {
    const column = Math.min(Math.max(...items.map(([term]) => widthOf(visible(term)))), Math.floor(this.#width / 2.5))
    for (const [term, about] of items) {
      const shown = visible(term)
      const first = `  ${padEnd(shown, column)}  `
      if (widthOf(shown) > column) this.text(term, '  ').text(about, ' '.repeat(column + 4))
      else this.text(about, first, ' '.repeat(column + 4))
    }
    return this
  }

  labelled(label: string, text: string | undefined): this {
    return text === undefined ? this : this.text(this.#words.marks.labelled(label, text), '', '  ')
  }

  #condition(condition: ruleset.Condition): string {
    return conditionText(condition, this.#ruleset!, this.#words)
  }

  #cites(cites: readonly ruleset.Citation[]): (readonly [string, string])[] {
    const { checked } = this.#words.report
    return cites.map(
      (cite) =>
        [
          cite.source,
          `${this.#ruleset!.sources.get(cite.source)?.short ?? ''} ${cite.at} [${checked[cite.checked]}]`.trim(),
        ] as const,
    )
  }

  #citesBlock(cites: readonly ruleset.Citation[]): this {
    if (cites.length === 0) return this
    return this.heading(this.#say.cites).terms(this.#cites(cites))
  }

  #dated(it: ruleset.Dated): string[] {
    return it.from === undefined && it.until === undefined ? [] : [this.#say.dated(it.from, it.until)]
  }

  #remedy({ do: what, effort, owner, once }: ruleset.Remedy): this {
    return this.heading(this.#say.remedy)
      .text(what, '  ')
      .text(this.#say.effort(effort, this.#words.report.owner[owner], once), '  ', '  ', this.#color.dim)
  }

  explain(thing: Thing): this {
    switch (thing.kind) {
      case 'ruleset':
        return this.#ofRuleset(thing.it)
      case 'section':
        return this.#ofSection(thing.it)
      case 'question':
        return this.#ofQuestion(thing.it)
      case 'fact':
        return this.#ofFact(thing.it)
      case 'derived':
        return this.#ofDerived(thing.it)
      case 'determination':
        return this.#ofDetermination(thing.it)
      case 'inventory':
        return this.#ofInventory(thing.it)
      case 'gate':
        return this.#ofGate(thing.it)
      case 'source':
        return this.#ofSource(thing.it)
    }
  }

  #kind(kind: Thing['kind'], ...more: readonly string[]): string {
    const { kinds, inRuleset } = this.#say
    const { marks } = this.#words
    return marks.apart([
      kinds[kind],
      ...(kind === 'ruleset' || !this.#ruleset ? [] : [inRuleset(this.#ruleset.id)]),
      ...more,
    ])
  }

  #ofRuleset(it: Ruleset): this {
    const say = this.#say
    const values = [...it.values.values()]
    const of = <K extends (typeof values)[number]['kind']>(kind: K) =>
      values.filter((value) => value.kind === kind) as Extract<(typeof values)[number], { kind: K }>[]
    this.title(
      `${it.id} ${it.version}`,
      this.#kind('ruleset', say.reviewed(it.reviewed), say.model(it.model)),
      it.title,
    )
    if (it.about !== undefined) this.text('').text(it.about)
    const list = (heading: string, items: readonly (readonly [string, string])[]) =>
      items.length === 0 ? this : this.heading(this.#words.marks.aside(heading, inDigits(items.length))).terms(items)
    list(
      say.parts,
      it.parts.map((part) => [part.ruleset.id, this.#words.marks.apart([part.ruleset.title, say.weight(part.weight)])]),
    )
    list(
      say.sections,
      it.sections.map((section) => [
        section.id,
        this.#words.marks.labelled(
          section.title,
          this.#words.marks.apart([
            say.count.questions(section.questions.length),
            say.weight(section.weight),
            ...(section.inventory === undefined ? [] : [say.eachOf(section.inventory)]),
          ]),
        ),
      ]),
    )
    list(
      say.determinations,
      of('determination').map((value) => [
        value.id,
        this.#words.marks.labelled(value.title, say.count.rules(value.rules.length)),
      ]),
    )
    list(
      say.facts,
      of('fact').map((value) => [value.id, value.ask]),
    )
    list(
      say.derived,
      of('derived').map((value) => [value.id, value.means]),
    )
    list(
      say.gates,
      it.gates.map((gate) => [gate.id, gate.says]),
    )
    list(
      say.bands,
      it.bands.map((band) => [band.label, say.bandFrom(band.from)]),
    )
    return list(
      say.sources,
      [...it.sources.values()].map((source) => [source.id, source.title]),
    )
  }

  #ofSection(it: ruleset.Section): this {
    const say = this.#say
    const details = [
      say.weight(it.weight),
      ...(it.inventory === undefined ? [] : [say.eachOf(it.inventory), say.across[it.across]]),
      ...this.#dated(it),
    ]
    this.title(it.id, this.#kind('section', ...details), it.title)
    if (it.about !== undefined) this.text('').text(it.about)
    if (it.when) this.heading(say.when).text(this.#condition(it.when), '  ')
    return this.block(say.questions, it.questions, (question) => this.terms([[question.id, question.ask]]))
  }

  #ofQuestion(it: ruleset.Question): this {
    const say = this.#say
    const { obligation } = this.#words.report
    const details = [
      obligation[it.obligation],
      it.weight === 0 ? say.notScored : say.weight(it.weight),
      ...(it.essential ? [say.essential] : []),
      ...(it.confidential ? [say.confidential] : []),
      ...this.#dated(it),
    ]
    this.title(it.id, this.#kind('question', ...details), it.ask)
    this.heading(say.why).text(it.why, '  ')
    if (it.help !== undefined) this.heading(say.help).text(it.help, '  ')
    this.heading(
      this.#words.marks.aside(
        say.options,
        this.#words.marks.apart([
          say.type[it.type],
          it.mayBeNotApplicable ? say.notApplicable.allowed : say.notApplicable.never,
        ]),
      ),
    )
    this.terms(
      it.options.map((option) => {
        const worth =
          option.attains !== undefined
            ? say.attains(option.attains)
            : option.exclusive
              ? say.alone
              : say.adds(option.adds ?? 0)
        return [option.id, `${option.label} [${worth}]`]
      }),
    )
    if (it.when) this.heading(say.when).text(this.#condition(it.when), '  ')
    if (it.after) this.heading(say.when).text(say.after(it.after.question, it.after.attains), '  ')
    this.#citesBlock(it.cites)
    this.block(say.evidence, it.evidence, (piece) => this.text(piece.show, '  - '))
    return it.remedy ? this.#remedy(it.remedy) : this
  }

  #ofFact(it: ruleset.Fact): this {
    const say = this.#say
    const unit = it.unit === undefined ? '' : ` ${it.unit}`
    const limits = it.type === 'number' ? [`${say.between(it.min, it.max)}${unit}`] : []
    const details = [
      say.type[it.type],
      ...limits,
      ...(it.inventory === undefined ? [] : [say.eachOf(it.inventory)]),
      ...(it.confidential ? [say.confidential] : []),
      ...this.#dated(it),
    ]
    this.title(it.id, this.#kind('fact', ...details), it.ask)
    if (it.why !== undefined) this.heading(say.why).text(it.why, '  ')
    if (it.help !== undefined) this.heading(say.help).text(it.help, '  ')
    if (it.options.length > 0) this.heading(say.options).terms(it.options.map((option) => [option.id, option.label]))
    return it.when ? this.heading(say.when).text(this.#condition(it.when), '  ') : this
  }

  #ofDerived(it: ruleset.Derived): this {
    const say = this.#say
    this.title(
      it.id,
      this.#kind('derived', ...(it.inventory === undefined ? [] : [say.eachOf(it.inventory)])),
      it.means,
    )
    const { rule } = it
    this.heading(say.workedOut)
    if (rule.how === 'holds') this.text(this.#condition(rule.condition), '  ')
    else {
      const what = {
        sum: () => (rule.how === 'sum' ? say.sum(rule.of, rule.over) : ''),
        count: () => say.countOf(rule.over),
        some: () => say.some(rule.over),
        every: () => say.every(rule.over),
      }[rule.how]()
      const { marks } = this.#words
      const counted = marks.apart([what, ...(rule.where ? [say.where(this.#condition(rule.where))] : [])])
      const distinct = rule.how === 'sum' && rule.distinct !== undefined ? [say.distinct(rule.distinct)] : []
      this.text(marks.clauses([counted, ...distinct]), '  ')
    }
    return this.#citesBlock(it.cites)
  }

  #ofDetermination(it: ruleset.Determination): this {
    const say = this.#say
    this.title(
      it.id,
      this.#kind('determination', ...(it.inventory === undefined ? [] : [say.eachOf(it.inventory)])),
      it.title,
    )
    if (it.about !== undefined) this.text('').text(it.about)
    this.heading(say.outcomes).terms([...it.outcomes.values()].map((outcome) => [outcome.id, outcome.label]))
    const label = (id: string) => it.outcomes.get(id)?.label ?? this.#words.report.notDecided
    this.block(it.decide === 'first' ? say.rules : say.rulesAll, it.rules, (rule) => {
      const always = this.#dated(rule).length > 0 ? '' : it.decide === 'first' ? say.otherwise : say.always
      const when = rule.when ? this.#condition(rule.when) : always
      this.#rule(rule.id, when, rule)
      this.text(label(rule.outcome), '      = ', '        ', this.#color.bold)
      if (rule.because !== undefined) this.text(rule.because, '        ')
      if (rule.do !== undefined) this.text(rule.do, '        ')
      this.#basis(rule.cites)
    })
    this.block(say.alternatives, it.alternatives, (one) => {
      this.#rule(one.id, one.when ? this.#condition(one.when) : say.always, one)
      this.text(
        say.offers(one.label, this.#words.marks.clauses([...one.insteadOf].map(label))),
        '      = ',
        '        ',
        this.#color.bold,
      )
      this.#basis(one.cites)
    })
    return this.block(say.then, it.then, (one) => {
      const outcomes = say.forOutcomes(this.#words.marks.clauses([...one.for].map(label)))
      this.#rule(one.id, this.#words.marks.clauses([outcomes, ...(one.when ? [this.#condition(one.when)] : [])]), one)
      this.text(
        `${one.do} [${this.#words.report.obligation[one.obligation]}]`,
        '      = ',
        '        ',
        this.#color.bold,
      )
      this.#basis(one.cites)
    })
  }

  #rule(id: string, when: string, dated: ruleset.Dated): void {
    const { marks } = this.#words
    const said = marks.clauses([when, ...this.#dated(dated)].filter((it) => it !== ''))
    this.text(said, `  ${marks.labelled(id, '')}`, '      ')
  }

  #basis(cites: readonly ruleset.Citation[]): void {
    for (const [, text] of this.#cites(cites)) this.text(text, '        ', '        ', this.#color.dim)
  }

  #ofInventory(it: ruleset.Inventory): this {
    const say = this.#say
    this.title(it.id, this.#kind('inventory'), it.title)
    if (it.about !== undefined) this.text('').text(it.about)
    const own = [...this.#ruleset!.values.values()].filter((value) => value.inventory === it.id)
    const facts = own.flatMap((value) => (value.kind === 'fact' ? [[value.id, value.ask] as const] : []))
    const derived = own.flatMap((value) => (value.kind === 'derived' ? [[value.id, value.means] as const] : []))
    if (facts.length > 0) this.heading(say.facts).terms(facts)
    if (derived.length > 0) this.heading(say.derived).terms(derived)
    return this
  }

  #ofGate(it: ruleset.Gate): this {
    const say = this.#say
    const band = this.#ruleset!.bands.find((one) => one.id === it.caps)?.label ?? it.caps
    this.title(it.id, this.#kind('gate', say.caps(band), ...this.#dated(it)), it.says)
    this.heading(say.when).text(this.#condition(it.when), '  ')
    return it.remedy ? this.#remedy(it.remedy) : this
  }

  #ofSource(it: ruleset.Source): this {
    const say = this.#say
    const force = this.#dated(it)
    this.title(it.id, this.#kind('source'), it.title)
    this.text('').terms([
      [say.issuer, it.issuer],
      [say.kind, say.sourceKinds[it.kind]],
      [say.place, this.#words.report.place[it.place]],
      ...(force.length === 0 ? [] : [[say.inForce, force.join('')] as const]),
      ...(it.address === undefined ? [] : [[say.address, it.address] as const]),
      [say.lastChecked, it.lastChecked],
    ])
    const cites = (all: readonly ruleset.Citation[]) => all.some((cite) => cite.source === it.id)
    const by = [...thingsIn(this.#ruleset!)].flatMap(([id, { kind, it: thing }]): (readonly [string, string])[] => {
      if (kind === 'question') return cites(thing.cites) ? [[id, thing.ask]] : []
      if (kind === 'derived') return cites(thing.cites) ? [[id, thing.means]] : []
      if (kind !== 'determination') return []
      return [...thing.rules, ...thing.alternatives, ...thing.then].some((rule) => cites(rule.cites))
        ? [[id, thing.title]]
        : []
    })
    return by.length === 0 ? this : this.heading(this.#words.marks.aside(say.citedBy, inDigits(by.length))).terms(by)
  }
}
