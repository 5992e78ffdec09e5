/** The interview: the walk through a questionnaire, one question a screen, from the first open question to the summary. */
import { answersFor } from '../answers/load.js'
import { assess } from '../assessment/assess.js'
import { type Ask, extent, walkOf } from '../assessment/walk.js'
import type { Assessment } from '../assessment/assessment.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { visible } from '../text/visible.js'
import type { Words } from '../text/words.js'
import { screenOf, type Speech } from './asking.js'
import * as commands from './commands.js'
import { decidedSoFar } from './explaining.js'
import { holdList } from './inventories.js'
import type { Prompter } from './prompter.js'
import { holdReview } from './review.js'
import { answerOf, askedOf, Sitting, type SittingOptions } from './sitting.js'
import {
  aboutHowMany,
  beside,
  entryName,
  entryOf,
  isPending,
  isWanted,
  nextAsk,
  type Only,
  whereOf,
} from './walking.js'

/** What the interview cannot do by itself. */
export interface AssessHost {
  /** The summary of `score`. */
  summary(assessment: Assessment, speech: Speech): string
  /** Writes the report files. @returns what there is to say about it */
  writeReports(assessment: Assessment, speech: Speech): Promise<readonly string[]>
  /** The command that goes on with this interview. */
  readonly command: string
}

export interface AssessInterview extends Omit<SittingOptions, 'covers' | 'limited'> {
  readonly host: AssessHost
  /** Only this section, list, or the firm's own facts. */
  readonly section?: string
  readonly only?: Only
  /** The id of the fact or question to begin at. */
  readonly from?: string
}

type Move = 'next' | 'back' | 'forward' | 'leave' | { readonly key: string }

/** Holds the interview until it is done or left. Everything said is saved as it is said. */
export async function holdAssess(options: AssessInterview): Promise<'done' | 'left'> {
  const sitting = sit(options)
  const { from } = options
  const start = from === undefined ? undefined : sitting.walk.find((ask) => askedOf(ask)?.id === from)
  if (from !== undefined && !start) options.prompter.say([sitting.flow.notInWalk(visible(from))])
  let ask: Ask | undefined = start ?? nextAsk(sitting.walk, undefined, sitting.progress)
  for (;;) {
    if (!ask) {
      const next = await holdReview(sitting)
      if (next === 'leave') return leave(sitting, options)
      if (next === 'done') return finish(sitting, options)
      ask = sitting.ask(next.key)
      continue
    }
    sitting.at = ask.key
    sitting.passed.delete(ask.key)
    const move: Move = ask.kind === 'inventory' ? await atList(sitting, ask) : await atQuestion(sitting, ask)
    if (move === 'leave') return leave(sitting, options)
    ask = moved(sitting, ask, move)
  }
}

/** A sitting limited to what was asked for. */
function sit(options: AssessInterview): Sitting {
  const { section, only } = options
  let wanted: ((ask: Ask) => boolean) | undefined
  const inSection = (ask: Ask) => section === undefined || belongsTo(ask, section)
  const sitting = new Sitting({
    ...options,
    limited: section !== undefined || only !== undefined,
    covers: (ask) => inSection(ask) && (wanted?.(ask) ?? true),
  })
  if (only !== undefined) {
    const before = new Set(sitting.walk.map(({ key }) => key))
    const chosen = new Set(sitting.walk.filter((ask) => inSection(ask) && isWanted(ask, only)).map(({ key }) => key))
    // What such an answer opens belongs to what is open.
    wanted = ({ key }) => chosen.has(key) || (only === 'open' && !before.has(key))
    for (const key of chosen) sitting.revisit.add(key)
  } else {
    // Whether a list is complete is asked once in each sitting, while it is not.
    for (const ask of sitting.walk)
      if (ask.kind === 'inventory' && !ask.complete && ask.entries > 0 && inSection(ask))
        sitting.filling.add(ask.inventory.id)
  }
  return sitting
}

const belongsTo = (ask: Ask, section: string): boolean =>
  ask.kind === 'question'
    ? ask.section.id === section
    : ask.kind === 'inventory'
      ? ask.inventory.id === section
      : (ask.fact.inventory ?? 'firm') === section

function moved(sitting: Sitting, from: Ask, move: Exclude<Move, 'leave'>): Ask | undefined {
  const route = sitting.routeAt(from.key)
  const next = () => nextAsk(sitting.walk, from.key, sitting.progress)
  switch (move) {
    case 'next':
      return next()
    case 'back':
      return beside(route, from.key, -1) ?? sitting.ask(from.key) ?? next()
    case 'forward':
      sitting.revisit.delete(from.key)
      return beside(route, from.key, 1) ?? next()
    default: {
      const target = sitting.walk.findIndex(({ key }) => key === move.key)
      // What is jumped over comes at the end; from a list one goes to its own entry, which is no jump.
      const over = from.kind === 'inventory' ? 0 : Math.max(0, target)
      for (const ask of sitting.walk.slice(0, over)) if (isPending(ask, sitting.progress)) sitting.passed.add(ask.key)
      return sitting.walk[target] ?? next()
    }
  }
}

const atList = (sitting: Sitting, ask: Extract<Ask, { kind: 'inventory' }>): Promise<Move> =>
  holdList(sitting, ask, async (key) => {
    const one = sitting.ask(key)
    return one && (await atQuestion(sitting, one)) === 'leave' ? 'leave' : undefined
  })

/** Asks one question until it is answered or left. */
async function atQuestion(sitting: Sitting, { key }: Ask): Promise<Move> {
  for (;;) {
    // Made anew after every change.
    const ask = sitting.ask(key)
    const asked = ask && askedOf(ask)
    if (!ask || !asked) return 'next'
    const { prompter, speech, walk, assessment } = sitting
    const entry = entryOf(ask)
    const name = entry && entryName(assessment, entry.inventory, entry.id)
    const perhaps =
      ask.kind === 'fact' ? ask.value.applicable : ask.kind === 'question' ? ask.assessed.applicable : true
    const reply = await prompter.question({
      ...screenOf(asked, answerOf(ask), perhaps === undefined, speech, sitting.editor.said(sitting.place(ask))),
      where: whereOf(walk, ask, name, speech.words),
      commands: commands.commandsAt(sitting, ask),
      stops: sitting.preview,
    })
    const place = sitting.place(ask)
    if (reply.kind === 'answer') {
      await sitting.change((editor) => editor.setAnswer(place, reply.value, sitting.signed), key)
      return 'next'
    }
    switch (reply.command) {
      case 'back':
      case 'forward':
        return reply.command
      case 'skip':
        sitting.skipped.add(key)
        sitting.revisit.delete(key)
        return 'next'
      case 'quit':
        return 'leave'
      case 'unsure':
        await sitting.change((editor) => editor.setUnsure(place, sitting.signed), key)
        return 'next'
      case 'not-applicable':
        if (await commands.notApplicable(sitting, ask)) return 'next'
        break
      case 'go': {
        const to = await commands.go(sitting)
        if (to !== undefined) return { key: to }
        break
      }
      case 'help':
        await commands.help(sitting, ask)
        break
      case 'note':
        await commands.note(sitting, ask)
        break
      case 'evidence':
        await commands.evidence(sitting, ask)
        break
      case 'language':
        await commands.language(sitting)
    }
  }
}

/** Says what is decided so far, where it is kept and how to go on. */
function leave(sitting: Sitting, options: AssessInterview): 'left' {
  const { prompter, assessment, speech } = sitting
  prompter.say([...decidedSoFar(assessment, speech.words), ...lastWords(sitting, options)])
  return 'left'
}

const lastWords = (sitting: Sitting, { host, preview }: AssessInterview): string[] =>
  preview === true
    ? [sitting.flow.previewed]
    : whereKept(sitting.unsaved, sitting.notebook.file, host.command, sitting.speech.words)

/** Where the answers are, and the command to go on. */
export function whereKept(unsaved: boolean, file: string, command: string, words: Words): string[] {
  const { flow } = words.interview
  return [unsaved ? flow.notSaved(visible(file)) : flow.savedIn(visible(file)), flow.goOn(visible(command))]
}

async function finish(sitting: Sitting, options: AssessInterview): Promise<'done'> {
  const { host, preview } = options
  const { flow, prompter, assessment, speech } = sitting
  await prompter.show(host.summary(assessment, speech).trimEnd())
  if (preview !== true && (await prompter.confirm(flow.writeReports, true)))
    prompter.say(await host.writeReports(assessment, speech))
  prompter.say(lastWords(sitting, options))
  return 'done'
}

/** About how many questions a quick check asks of a firm that has said nothing yet. */
export function essentialsOf(ruleset: Ruleset, today: string): number {
  const { id, version } = ruleset
  const { answers } = answersFor(
    ruleset,
    { file: '', text: '' },
    { ruleset: id, rulesetVersion: version, firm: { name: '-' }, date: today, scope: 'quick' },
  )
  return aboutHowMany(extent(walkOf(assess(ruleset, answers!))))
}

/** What is asked before anything else. */
export interface Beginning {
  readonly firm: string
  readonly by?: string
}

/**
 * The first page and the first two questions.
 * @param about `before`: of a file that is there already, its firm and who answered last; `firm`: as the project file says
 * @returns undefined: nothing is begun
 */
export async function begin(
  prompter: Prompter,
  words: Words,
  about: {
    file: string
    title: string
    /** How many there are; of a quick check about how many, the only ones. */
    questions: number
    quick?: boolean
    firm?: string
    by?: string
    before?: { firm: string; by?: string }
  },
): Promise<Beginning | undefined> {
  const { flow } = words.interview
  const { before, file, title } = about
  const check = (required: boolean) => (text: string) =>
    required && text.trim() === '' ? flow.empty : text.length > 200 ? flow.tooLong(200) : undefined
  if (!before)
    await prompter.show(
      flow.firstPage(visible(title), visible(file), about.questions, prompter.keys, about.quick === true),
    )
  else prompter.say([flow.welcomeBack(visible(before.firm), visible(file))])
  const firm = before?.firm ?? about.firm ?? (await prompter.write(flow.firm, { check: check(true) }))?.trim()
  if (firm === undefined) return undefined
  const by =
    about.by ??
    (
      await prompter.write(flow.who, {
        check: check(false),
        ...(before?.by === undefined ? {} : { initial: before.by }),
      })
    )?.trim()
  return { firm, ...(by === undefined || by === '' ? {} : { by }) }
}
