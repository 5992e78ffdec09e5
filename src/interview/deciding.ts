/** The conversation around a decision: what to decide, the questions, the outcome, and whether to keep what was said. */
import type { Answers } from '../answers/answers.js'
import { answersFor } from '../answers/load.js'
import type { Assessment } from '../assessment/assessment.js'
import type { Determination, Fact, Ruleset } from '../ruleset/ruleset.js'
import { askedIn } from '../ruleset/asked.js'
import { visible } from '../text/visible.js'
import { answerText, type Speech, type Tongues } from './asking.js'
import { answersOf, askNeeded, assessSaid, factsFor, knownOf, needed, type Said, theEntry } from './decide.js'
import type { Choice, Prompter } from './prompter.js'

/** Where what was said can be kept. */
export interface Keeper {
  /** As shown. */
  readonly file: string
  /** Whether there is such a file already: then its firm has a name. */
  exists(): Promise<boolean>
  /** What is in it. */
  readonly answers?: Answers
  /** The ruleset that the file is for: a suite, where it is one's. */
  readonly ruleset: string
  keep(what: Keeping): Kept
}

export interface Keeping {
  readonly ruleset: Ruleset
  readonly inventory?: string
  /** The entry's name. */
  readonly name?: string
  /** The firm's, for a new file. */
  readonly firm?: string
  readonly said: Said
}

export interface Kept {
  /** What is to be said about it where it could not be kept; then nothing was written. */
  readonly refused?: string
  /** Facts of the firm that the file answers in another way; its answers stay. */
  readonly differs: readonly string[]
}

export interface DecideOptions {
  readonly prompter: Prompter
  readonly speech: Speech
  readonly tongues?: Tongues
  readonly determination: Determination
  readonly asAt: string
  readonly keeper: Keeper
  /** Shows an outcome. */
  readonly present: (assessment: Assessment, speech: Speech) => Promise<void>
}

/** Determinations that something can be asked for, by the ruleset that has them. */
export const decidable = (ruleset: Ruleset): Determination[] =>
  [...ruleset.values.values()].filter((value) => value.kind === 'determination')

/** Offers a choice of determinations. @returns undefined: none */
export async function chooseDetermination(
  prompter: Prompter,
  rulesets: readonly Ruleset[],
  { words }: Pick<Speech, 'words'>,
): Promise<{ ruleset: Ruleset; determination: Determination } | undefined> {
  const all = rulesets.flatMap((ruleset) => decidable(ruleset).map((determination) => ({ ruleset, determination })))
  const choices = all.map(({ ruleset, determination }, i): Choice => ({
    value: String(i),
    label: visible(determination.title),
    about: visible(
      words.interview.flow.decide.chooseAbout(determination.id, ruleset.title, factsFor(ruleset, determination).size),
    ),
  }))
  const chosen = await prompter.choose(words.interview.flow.decide.choose, choices)
  return chosen === undefined ? undefined : all[Number(chosen)]
}

/** Holds the conversation to its end. */
export async function holdDecide(options: DecideOptions): Promise<void> {
  const { prompter, determination, asAt } = options
  let { speech } = options
  const { answers } = options.keeper
  const known: Said['firm'] = answers ? knownOf(speech.ruleset, determination, answers) : new Map()
  await prompter.show(firstPage(options, known))

  let said: Said = { firm: known, entry: new Map() }
  let reopen: string | undefined
  let duties = false
  for (;;) {
    const asked = await askNeeded({ ...options, speech, duties }, said, reopen)
    said = asked.said
    speech = asked.speech
    reopen = undefined
    const say = speech.words.interview.flow.decide
    if (said.firm.size + said.entry.size === known.size) return
    if (!asked.finished) prompter.say([say.stopped])
    await options.present(assessSaid(speech.ruleset, determination, said, asAt), speech)

    let kept = false
    const openDuties = () => {
      const assessment = assessSaid(speech.ruleset, determination, said, asAt)
      return needed(assessment, determination, true).filter(({ id }) => !said.firm.has(id) && !said.entry.has(id))
        .length
    }
    for (;;) {
      const next = await prompter.choose(say.what, nextSteps(speech, options, kept, openDuties()))
      if (next === 'keep') kept = await keep(options, speech, said)
      else if (next === 'change') {
        reopen = await chooseAnswer(prompter, speech, determination, said, asAt)
        if (reopen !== undefined) break
      } else if (next === 'duties') {
        duties = true
        break
      } else if (next === 'another') {
        duties = false
        said = { firm: said.firm, entry: new Map() }
        break
      } else {
        if (!kept) prompter.say([say.nothingKept])
        return
      }
    }
  }
}

/** What is decided, by how many questions, about what. */
function firstPage({ speech: { words, ruleset }, determination, keeper }: DecideOptions, known: Said['firm']): string {
  const { decide: say } = words.interview.flow
  const entry = entryWord(ruleset, determination)
  const asks = [...factsFor(ruleset, determination)]
  return [
    say.start(determination.title, asks.filter((id) => !known.has(id)).length),
    ...(known.size === 0 ? [] : [say.known(known.size, keeper.file)]),
    ...(entry === undefined ? [] : [say.oneEntry(entry, countsPeople(ruleset, determination))]),
  ]
    .map(visible)
    .join('\n\n')
}

function nextSteps(
  { words, ruleset }: Speech,
  { determination, keeper }: DecideOptions,
  kept: boolean,
  duties: number,
): Choice<'keep' | 'duties' | 'change' | 'another' | 'done'>[] {
  const say = words.interview.flow.decide
  return [
    ...(kept ? [] : [{ value: 'keep' as const, label: say.keep, about: visible(keeper.file) }]),
    ...(duties > 0 ? [{ value: 'duties' as const, label: say.duties, about: say.dutiesAbout(duties) }] : []),
    { value: 'change', label: say.change },
    ...(entryWord(ruleset, determination) === undefined
      ? []
      : [{ value: 'another' as const, label: say.another, about: say.anotherAbout }]),
    { value: 'done', label: say.done },
  ]
}

/** Whether numbers of the whole firm are asked for instead of those of the other entries. */
function countsPeople(ruleset: Ruleset, determination: Determination): boolean {
  const asks = factsFor(ruleset, determination)
  return [...ruleset.values.values()].some(
    (it) =>
      it.kind === 'derived' && it.rule.how === 'sum' && it.rule.distinct !== undefined && asks.has(it.rule.distinct),
  )
}

const entryWord = (ruleset: Ruleset, { inventory }: Determination): string | undefined =>
  inventory === undefined ? undefined : (ruleset.inventories.get(inventory)?.entry ?? inventory)

async function chooseAnswer(
  prompter: Prompter,
  { words, ruleset }: Speech,
  determination: Determination,
  said: Said,
  asAt: string,
): Promise<string | undefined> {
  const written = answersOf(ruleset, determination, said, asAt)
  const { answers } = answersFor(ruleset, { file: '', text: '' }, written)
  const entry = determination.inventory && answers?.inventories.get(determination.inventory)
  const own = entry ? entry.entries.find(({ id }) => id === theEntry)?.answers : undefined
  const choices = [...said.entry.keys(), ...said.firm.keys()].map((id): Choice => {
    const fact = ruleset.values.get(id) as Fact
    return {
      value: id,
      label: visible(fact.ask),
      about: answerText(fact, own?.get(id) ?? answers?.firm.get(id), words),
    }
  })
  return prompter.choose(words.interview.flow.decide.changeWhich, choices)
}

/** @returns whether it was kept */
async function keep({ prompter, keeper, determination }: DecideOptions, speech: Speech, said: Said) {
  const { words, ruleset } = speech
  const say = words.interview.flow.decide
  const check = (text: string) => (text.trim() === '' ? say.empty : text.length > 200 ? say.tooLong : undefined)
  const ask = async (message: string) => (await prompter.write(message, { check }))?.trim()

  const word = entryWord(ruleset, determination)
  const name = word === undefined ? undefined : await ask(visible(say.name(word)))
  if (word !== undefined && name === undefined) return false
  const firm = (await keeper.exists()) ? undefined : await ask(say.firm)
  if (firm === undefined && !(await keeper.exists())) return false

  const { refused, differs } = keeper.keep({
    ruleset,
    ...(determination.inventory === undefined ? {} : { inventory: determination.inventory }),
    ...(name === undefined ? {} : { name }),
    ...(firm === undefined ? {} : { firm }),
    said,
  })
  if (refused !== undefined) {
    prompter.say([refused])
    return false
  }
  const file = visible(keeper.file)
  const asks = differs.map((id) => visible(askedIn(ruleset).get(id)?.ask ?? id))
  prompter.say([
    name === undefined ? say.keptFacts(file) : say.kept(visible(name), file),
    ...(asks.length === 0 ? [] : [say.differs(asks)]),
    say.goOn(visible(`flowready assess ${keeper.ruleset}`)),
  ])
  return true
}
