/** Deciding one thing: only the facts that a determination still needs are asked, in the order in which they matter. */
import { namesIn } from '../report/basis.js'
import { type Answers, unsure } from '../answers/answers.js'
import { answersFor } from '../answers/load.js'
import type { WrittenAnswer, WrittenAnswers } from '../answers/schema.js'
import { assess } from '../assessment/assess.js'
import type { Assessment } from '../assessment/assessment.js'
import { type Missing, MissingFacts } from '../assessment/missing.js'
import type { Decision, FactValue, ValueScope } from '../assessment/values.js'
import { type Determination, type Fact, inForce, type Ruleset } from '../ruleset/ruleset.js'
import { visible } from '../text/visible.js'
import { helpOf, mayBeUnsure, screenOf, type Speech, type Tongues } from './asking.js'
import type { Command, Prompter, QuestionScreen } from './prompter.js'

/** The entry that is decided about, while it has no name of its own. */
export const theEntry = 'this-one'

export interface DecideSetup {
  readonly prompter: Prompter
  readonly speech: Speech
  readonly tongues?: Tongues
  readonly determination: Determination
  /** The day whose law counts. */
  readonly asAt: string
  /** Asks also what decides which duties go with the outcome. */
  readonly duties?: boolean
}

/** What was said, fact by fact: the firm's, and the entry's. */
export interface Said {
  readonly firm: ReadonlyMap<string, WrittenAnswer>
  readonly entry: ReadonlyMap<string, WrittenAnswer>
}

export const nothingSaid: Said = { firm: new Map(), entry: new Map() }

/** What came of asking. */
export interface Asked {
  readonly said: Said
  readonly speech: Speech
  /** False where the one who answers stopped before everything was asked. */
  readonly finished: boolean
}

/**
 * Answers with one entry of an inventory that is not complete: what the others hold is not known, so that the firm's
 * number of different people a year is asked instead of them.
 */
export function answersOf(ruleset: Ruleset, determination: Determination, said: Said, asAt: string): WrittenAnswers {
  const { inventory } = determination
  const name = inventory === undefined ? '' : (ruleset.inventories.get(inventory)?.entry ?? inventory)
  return {
    ruleset: ruleset.id,
    rulesetVersion: ruleset.version,
    firm: { name: '-' },
    date: asAt,
    answers: Object.fromEntries(said.firm),
    ...(inventory === undefined
      ? {}
      : {
          inventories: {
            [inventory]: { more: true, entries: [{ id: theEntry, name, answers: Object.fromEntries(said.entry) }] },
          },
        }),
  }
}

/** Assesses what was said so far. */
export function assessSaid(ruleset: Ruleset, determination: Determination, said: Said, asAt: string): Assessment {
  const { answers, findings } = answersFor(
    ruleset,
    { file: '', text: '' },
    answersOf(ruleset, determination, said, asAt),
  )
  // A prompter gives only what a field takes.
  if (!answers) throw new Error(`an answer that does not fit: ${findings.map(({ code }) => code).join(', ')}`)
  return assess(ruleset, answers, { asAt })
}

/**
 * The facts that a determination still needs: the moments that its time limits run from, those of its rules, those of its
 * alternatives. An inventory that is not complete is no fact: it is never asked.
 * @param duties also what decides which duties go with the outcome
 */
export function needed(assessment: Assessment, determination: Determination, duties = false): Missing[] {
  const { ruleset, inventories } = assessment
  const scope = scopeOf(assessment, determination)
  const decision = scope.get(determination.id) as Decision
  const missing = new MissingFacts(ruleset, (id) => inventories.get(id) ?? { complete: true, list: [] })
  // A clock that runs already comes before everything that is not yet known.
  if (determination.decide === 'all') missing.ofDeadlines(decision, scope, true)
  missing.ofRules(decision, scope)
  missing.ofAlternatives(decision, scope)
  if (determination.decide === 'all') missing.ofDeadlines(decision, scope, undefined)
  if (duties) missing.ofDeadlines(decision, scope, true)
  for (const then of determination.then)
    if (duties && inForce(then, assessment.asAt) && decision.candidates.some((outcome) => then.for.has(outcome)))
      missing.ofCondition(then.when, scope)
  return missing.list.filter(({ id }) => ruleset.values.get(id)?.kind === 'fact')
}

const scopeOf = (assessment: Assessment, { inventory }: Determination): ValueScope =>
  inventory === undefined ? assessment.firm : assessment.inventories.get(inventory)!.list[0]!.scope

/**
 * The facts that a determination may ask for: those that any of its rules and alternatives depends on.
 * @param duties also those that decide which duties go with the outcome
 */
export function factsFor(ruleset: Ruleset, determination: Determination, duties = false): ReadonlySet<string> {
  const facts = new Set<string>()
  const seen = new Set<string>()
  const look = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    const value = ruleset.values.get(id)
    if (value?.kind === 'fact') {
      facts.add(id)
      namesIn(value.when).forEach(look)
    } else if (value?.kind === 'derived') {
      const { rule } = value
      const names =
        rule.how === 'holds'
          ? namesIn(rule.condition)
          : [...namesIn(rule.where), ...(rule.how === 'sum' ? [rule.of, rule.distinct ?? rule.of] : [])]
      names.forEach(look)
    } else if (value) {
      for (const { when } of [...value.rules, ...value.alternatives]) namesIn(when).forEach(look)
      if (value.decide === 'all') for (const { by } of value.rules) if (by && 'after' in by) look(by.after)
    }
  }
  look(determination.id)
  if (duties) for (const { when } of determination.then) namesIn(when).forEach(look)
  return facts
}

/**
 * What is known of the firm already, and need not be asked again. How many different people there are is not: this entry
 * may add to them.
 */
export function knownOf(ruleset: Ruleset, determination: Determination, answers: Answers): Said['firm'] {
  const ofEntries = new Set(
    [...ruleset.values.values()].flatMap(
      (it) => (it.kind === 'derived' && it.rule.how === 'sum' && it.rule.distinct) || [],
    ),
  )
  return new Map(
    [...factsFor(ruleset, determination, true)].flatMap((id): [string, WrittenAnswer][] => {
      const fact = ruleset.values.get(id) as Fact
      const answer = answers.firm.get(id)
      if (fact.inventory !== undefined || ofEntries.has(id) || answer?.state !== 'answered') return []
      const { value } = answer
      return [[id, typeof value === 'object' ? [...value] : value]]
    }),
  )
}

/**
 * Asks until nothing more is needed or the one who answers stops. A fact is asked once: `unsure` is an answer, and what
 * was said can be gone back to.
 * @param before what is known already, and not asked again
 * @param reopen a fact to begin with although it was answered
 */
export async function askNeeded(setup: DecideSetup, before: Said = nothingSaid, reopen?: string): Promise<Asked> {
  const { prompter, tongues, asAt } = setup
  let { speech } = setup
  const firm = new Map(before.firm)
  const entry = new Map(before.entry)
  const said: Said = { firm, entry }
  const of = (fact: Fact) => (fact.inventory === undefined ? firm : entry)

  // Facts in the order in which they were asked; where one stands in it after going back.
  const trail: string[] = reopen === undefined ? [] : [...firm.keys(), ...entry.keys()]
  let at = reopen === undefined ? 0 : trail.indexOf(reopen)

  for (;;) {
    const { ruleset } = speech
    // In the language of the moment.
    const determination = ruleset.values.get(setup.determination.id) as Determination
    const assessment = assessSaid(ruleset, determination, said, asAt)
    const scope = scopeOf(assessment, determination)
    const factOf = (id: string) => ruleset.values.get(id) as Fact
    const valueOf = (id: string) => scope.get(id) as FactValue
    const open = needed(assessment, determination, setup.duties).filter(({ id }) => !of(factOf(id)).has(id))
    // What was changed may have hidden what was asked after it.
    const applies = (id: string) => valueOf(id).applicable !== false
    const next = trail.findIndex((id, i) => i > at && applies(id))
    const previous = trail.findLastIndex((id, i) => i < at && applies(id))

    const id = trail[at] ?? open[0]?.id
    if (id === undefined) return { said, speech, finished: true }
    const fact = factOf(id)
    const commands: Command[] = [
      ...(previous >= 0 ? (['back'] as const) : []),
      ...(at < trail.length ? (['forward'] as const) : []),
      'help',
      ...(mayBeUnsure(fact) ? (['unsure'] as const) : []),
      ...(tongues && tongues.languages.length > 1 ? (['language'] as const) : []),
      'quit',
    ]
    const asked = trail.filter(applies).length
    const { applicable, answer } = valueOf(id)
    const screen: QuestionScreen = {
      ...screenOf(fact, answer, applicable === undefined, speech),
      where: {
        section: visible(determination.title),
        sectionNumber: 1,
        sections: 1,
        number: trail.slice(0, at).filter(applies).length + 1,
        sure: Math.max(asked, Math.min(asked + 1, asked + open.length)),
        perhaps: asked + open.length,
      },
      commands,
      stops: true,
    }
    const reply = await prompter.question(screen)
    const say = (value: WrittenAnswer) => {
      of(fact).set(id, value)
      if (at === trail.length) trail.push(id)
      at = trail.length
    }
    if (reply.kind === 'answer') {
      say(typeof reply.value === 'object' ? [...reply.value] : reply.value)
      continue
    }
    switch (reply.command) {
      case 'back':
        if (previous >= 0) at = previous
        break
      case 'forward':
        at = next === -1 ? trail.length : next
        break
      case 'unsure':
        if (mayBeUnsure(fact)) say(unsure)
        break
      case 'help':
        await prompter.show(helpOf(fact, speech))
        break
      case 'language': {
        const { flow } = speech.words.interview
        const language =
          tongues &&
          (await prompter.choose(
            flow.language,
            tongues.languages.map((value) => ({ value, label: flow.languages[value] })),
            speech.language,
          ))
        if (language) speech = await tongues.in(language)
        break
      }
      case 'quit':
        return { said, speech, finished: false }
      default:
      // Not offered here.
    }
  }
}
