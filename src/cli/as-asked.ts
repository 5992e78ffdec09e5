/** A ruleset as prose: what is asked, in the order in which it is asked, and what follows, for a lawyer to read over. */
import { neededIn, type ruleset } from '../index.js'
import { conditionText } from './condition-words.js'
import { Explanation, type ExplainOptions } from './explained.js'

type Ruleset = ruleset.Ruleset

/**
 * @param told ids of facts and derived facts that were told before, and are not told again
 * @returns text in paragraphs; nothing in it names an id but where the words would be ambiguous. Of a suite, its parts in turn
 */
export function asAsked(it: Ruleset, options: ExplainOptions, told = new Set<string>()): string {
  const { words } = options
  const say = words.terminal.cli.show
  const { labelled } = words.marks
  const prose = new Explanation(options, it)
  // Common files offer facts to every ruleset; here stand those that this one asks, and what it works out from them.
  const [asked, used] = [neededIn(it), neededIn(it, { said: true })]
  const first = (id: string): boolean => !told.has(id) && told.add(id) !== undefined
  const facts = [...it.values.values()].flatMap((one) =>
    one.kind === 'fact' && asked.has(one.id) && first(one.id) ? [one] : [],
  )
  /** A fact by what it asks: a lawyer knows no ids. */
  const named = (id: string): string => {
    const value = it.values.get(id)
    const text = value?.kind === 'fact' ? value.ask : value?.kind === 'derived' ? value.means : value?.title
    return text === undefined ? (it.questions.get(id) ? say.quoted(it.questions.get(id)!.ask) : id) : say.quoted(text)
  }
  const condition = (of: ruleset.Condition): string => conditionText(of, it, words, named)
  const filled = (text: string): string => text.replace(/\{([a-z0-9.-]+)\}/g, (_, id: string) => `[${named(id)}]`)
  const cites = (all: readonly ruleset.Citation[]): void => {
    if (all.length === 0) return
    const each = all.map(({ source, at, checked }) => {
      const short = it.sources.get(source)?.short ?? source
      return `${short} ${at} [${words.report.checked[checked]}]`
    })
    prose.text(labelled(say.cites, words.marks.clauses(each)), '   ')
  }
  const choices = (all: readonly ruleset.Option[]): void => {
    for (const option of all) prose.text(option.label, '   - ', '     ')
  }

  prose
    .text(it.title, '', '', options.color.bold)
    .text(words.marks.apart([`${it.id} ${it.version}`, say.reviewed(it.reviewed)]))
  if (it.about !== undefined) prose.text('').text(it.about)

  let number = 0
  prose.block(say.facts, facts, (fact) => {
    prose.text('').text(fact.ask, `${++number}. `, '   ')
    if (fact.inventory !== undefined) prose.text(say.eachOf(it.inventories.get(fact.inventory)!.title), '   ')
    if (fact.when) prose.text(labelled(say.when, condition(fact.when)), '   ')
    choices(fact.options)
  })
  for (const section of it.sections) {
    prose.heading(section.title)
    if (section.about !== undefined) prose.text(section.about)
    if (section.inventory !== undefined) prose.text(say.eachOf(it.inventories.get(section.inventory)!.title))
    if (section.when) prose.text(labelled(say.when, condition(section.when)))
    for (const question of section.questions) {
      prose.text('').text(question.ask, `${++number}. `, '   ')
      prose.text(question.why, '   ')
      if (question.when) prose.text(labelled(say.when, condition(question.when)), '   ')
      if (question.after)
        prose.text(labelled(say.when, say.after(named(question.after.question), question.after.attains)), '   ')
      for (const option of question.options) {
        const worth = option.attains ?? option.adds
        prose.text(worth === undefined ? option.label : `${option.label} [${say.attains(worth)}]`, '   - ', '     ')
      }
      prose.text(words.report.obligation[question.obligation], '   ')
      cites(question.cites)
      if (question.remedy) prose.text(labelled(say.remedy, question.remedy.do), '   ')
    }
  }
  for (const one of it.values.values()) {
    if (one.kind === 'derived' && one.rule.how === 'holds' && used.has(one.id) && first(one.id))
      prose.heading(one.means).text(condition(one.rule.condition), '   ')
    if (one.kind !== 'determination') continue
    prose.heading(one.title)
    const label = (id: string): string => one.outcomes.get(id)?.label ?? words.report.notDecided
    one.rules.forEach((rule, i) => {
      const otherwise = one.decide === 'first' ? say.otherwise : say.always
      prose.text('').text(rule.when ? condition(rule.when) : otherwise, `${i + 1}. `, '   ')
      prose.text(label(rule.outcome), '   = ', '     ', options.color.bold)
      if (rule.because !== undefined) prose.text(filled(rule.because), '   ')
      if (rule.do !== undefined) prose.text(rule.do, '   ')
      cites(rule.cites)
    })
  }
  const own = prose
    .block(say.gates, it.gates, (gate) => {
      prose
        .text('')
        .text(filled(gate.says), '- ', '  ')
        .text(labelled(say.when, condition(gate.when)), '  ')
    })
    .toString()
  return [own, ...it.parts.map((part) => asAsked(part.ruleset, options, told))].join('\n')
}
