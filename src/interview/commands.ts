/** What can be said instead of an answer: which of it applies, and the small dialogues that some of it needs. */
import { isDay } from '../ruleset/time.js'
import type { Said } from '../answers/edit.js'
import type { Evidence } from '../answers/schema.js'
import { type Ask, isUnanswered } from '../assessment/walk.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { visible } from '../text/visible.js'
import { answerText, evidenceText, helpOf, mayBeNotApplicable, mayBeUnsure } from './asking.js'
import { type Choice, type Command, commands as allCommands } from './prompter.js'
import { answerOf, askedOf, type Sitting } from './sitting.js'
import { beside, chapterOf, chaptersOf, entryName, entryOf } from './walking.js'

/** The commands that apply to an ask. */
export function commandsAt(sitting: Sitting, ask: Ask): Command[] {
  const asked = askedOf(ask)
  if (!asked) return []
  const open = isUnanswered(ask)
  const may: Partial<Record<Command, boolean>> = {
    back: beside(sitting.routeAt(ask.key), ask.key, -1) !== undefined,
    // From the last one, too: to the review.
    forward: !open || sitting.skipped.has(ask.key),
    evidence: ask.kind === 'question',
    'not-applicable': mayBeNotApplicable(asked),
    unsure: mayBeUnsure(asked),
    skip: open,
    language: sitting.tongues !== undefined && sitting.tongues.languages.length > 1,
  }
  return allCommands.filter((command) => may[command] ?? true)
}

export async function help(sitting: Sitting, ask: Ask): Promise<void> {
  await sitting.prompter.show(helpOf(askedOf(ask)!, sitting.speech))
}

const longest = 4000

/** Writes, changes or removes the note. */
export async function note(sitting: Sitting, ask: Ask): Promise<void> {
  const { flow, prompter } = sitting
  const initial = sitting.editor.said(sitting.place(ask)).note
  const text = await prompter.write(initial === undefined ? flow.note.ask : flow.note.change, {
    ...(initial === undefined ? {} : { initial }),
    check: (it) => (it.length > longest ? flow.tooLong(longest) : undefined),
  })
  if (text === undefined) return
  const kept = text.trim()
  await sitting.change((editor) =>
    editor.setNote(sitting.place(ask), kept === '' ? undefined : kept, signedWhereOpen(sitting, ask)),
  )
}

/** `by` and `on` say who answered: a note or evidence carries them only where nobody has answered yet. */
const signedWhereOpen = (sitting: Sitting, ask: Ask): Said | undefined => (answerOf(ask) ? undefined : sitting.signed)

/** Adds evidence, or takes some away. */
export async function evidence(sitting: Sitting, ask: Ask): Promise<void> {
  const { flow, prompter, speech } = sitting
  const say = flow.evidence
  const place = sitting.place(ask)
  const given = sitting.editor.said(place).evidence ?? []
  const asked = askedOf(ask)
  if (asked && 'evidence' in asked && asked.evidence.length > 0)
    prompter.say([say.lookFor, ...asked.evidence.map((it) => `- ${visible(it.show)}`)])
  const choices: Choice[] = [
    { value: 'file', label: say.file, about: say.fileAbout },
    { value: 'ref', label: say.ref, about: say.refAbout },
    ...given.map((it, i) => ({ value: String(i), label: visible(say.remove(evidenceText(it, speech.words))) })),
  ]
  const what = await prompter.choose(say.what, choices)
  if (what === undefined) return
  if (what !== 'file' && what !== 'ref') {
    await sitting.change((editor) => editor.removeEvidence(place, Number(what), signedWhereOpen(sitting, ask)))
    return
  }
  const most = what === 'file' ? 500 : longest
  const text = await prompter.write(what === 'file' ? say.fileAsk : say.refAsk, {
    check: (it) =>
      it.trim() === ''
        ? flow.empty
        : it.length > most
          ? flow.tooLong(most)
          : what === 'file' && leads(it.trim())
            ? say.outside
            : undefined,
  })
  if (text === undefined) return
  if (what === 'file' && sitting.evidenceFile(text)?.exists === false) prompter.say([say.missing(visible(text.trim()))])
  const until = (
    await prompter.write(say.until, {
      check: (it) => (it.trim() === '' || isDay(it.trim()) ? undefined : say.notADay),
    })
  )?.trim()
  const item: Evidence = { [what]: text.trim(), ...(until === undefined || until === '' ? {} : { until }) }
  await sitting.change((editor) => editor.addEvidence(place, item, signedWhereOpen(sitting, ask)))
}

/** Whether a path leads out of the folder of the answers file, wherever that is: such evidence never counts. */
const leads = (path: string): boolean => /^([/\\]|[a-z]:)/i.test(path) || path.split(/[/\\]/).includes('..')

/** Declares a question not applicable, with a reason. @returns whether that was done */
export async function notApplicable(sitting: Sitting, ask: Ask): Promise<boolean> {
  const { flow, prompter } = sitting
  const before = answerOf(ask)
  const reason = await prompter.write(flow.notApplicable.why, {
    ...(before?.state === 'not-applicable' ? { initial: before.reason } : {}),
    check: (it) =>
      it.trim() === '' ? flow.notApplicable.empty : it.length > longest ? flow.tooLong(longest) : undefined,
  })
  if (reason === undefined) return false
  await sitting.change((editor) => editor.setNotApplicable(sitting.place(ask), reason.trim(), sitting.signed), ask.key)
  return true
}

/** Lets one go to a section or search a question. @returns the key to go to */
export async function go(sitting: Sitting): Promise<string | undefined> {
  const { flow, prompter, speech, walk } = sitting
  const chapters = chaptersOf(walk, speech.words)
  const here = sitting.at === undefined ? undefined : sitting.ask(sitting.at)
  const to = await prompter.choose(
    flow.go.where,
    [
      ...chapters.map(({ id, title, asks }) => ({
        value: `chapter ${id}`,
        label: title,
        about: [
          ...partOf(speech.ruleset, id),
          flow.go.answered(asks.filter((ask) => !isUnanswered(ask)).length, asks.length),
        ].join(' · '),
      })),
      { value: 'search', label: flow.go.search },
    ],
    here && `chapter ${chapterOf(here)}`,
  )
  if (to === undefined) return undefined
  if (to !== 'search') {
    const chapter = chapters.find(({ id }) => `chapter ${id}` === to)!
    return (chapter.asks.find(isUnanswered) ?? chapter.asks[0])?.key
  }
  const text = (await prompter.write(flow.go.for))?.trim().toLowerCase()
  if (text === undefined || text === '') return undefined
  const found = walk.filter((ask) => `${askedOf(ask)?.id ?? ''}\n${lineOf(sitting, ask)}`.toLowerCase().includes(text))
  if (found.length === 0) {
    prompter.say([flow.go.nothing(visible(text))])
    return undefined
  }
  return chooseAsk(sitting, flow.go.found(found.length), found)
}

/** Of a suite: the title of the part that a section is from. */
const partOf = ({ parts }: Ruleset, section: string): string[] =>
  parts
    .filter((part) => part.ruleset.sections.some(({ id }) => id === section))
    .slice(0, 1)
    .map((part) => visible(part.ruleset.title))

/** One of several asks, each with what was said to it. */
export const chooseAsk = (sitting: Sitting, message: string, asks: readonly Ask[]): Promise<string | undefined> =>
  sitting.prompter.choose(
    message,
    asks.map((ask) => ({ value: ask.key, label: lineOf(sitting, ask), about: saidTo(sitting, ask) })),
  )

/** An ask in a line, with its entry. */
function lineOf({ assessment, speech }: Sitting, ask: Ask): string {
  if (ask.kind === 'inventory') return visible(ask.inventory.title)
  const entry = entryOf(ask)
  const { ask: text } = askedOf(ask)!
  if (entry === undefined) return visible(text)
  return visible(speech.words.marks.labelled(entryName(assessment, entry.inventory, entry.id), text))
}

/** What was said to an ask, in a line about it. */
export function saidTo({ flow, speech }: Sitting, ask: Ask): string {
  if (ask.kind === 'inventory') return ask.complete ? flow.list.complete : flow.list.incomplete
  const answer = answerOf(ask)
  const text = answerText(askedOf(ask)!, answer, speech.words)
  return answer?.state === 'answered' ? flow.said.yours(text) : text
}

/** Offers the other languages. */
export async function language(sitting: Sitting): Promise<void> {
  const { tongues, flow, prompter, speech } = sitting
  if (!tongues) return
  const chosen = await prompter.choose(
    flow.language,
    tongues.languages.map((value) => ({ value, label: flow.languages[value] })),
    speech.language,
  )
  if (chosen !== undefined && chosen !== speech.language) await sitting.speak(await tongues.in(chosen))
}
