/** The review at the end: what is open, unsure, not applicable or without evidence, and a way to each of it. */
import { type Ask, isUnanswered } from '../assessment/walk.js'
import { chooseAsk } from './commands.js'
import { answerOf, type Sitting } from './sitting.js'
import { lacksEvidence } from './walking.js'

/** @returns what to go to, or that the interview is done or left */
export async function holdReview(sitting: Sitting): Promise<{ readonly key: string } | 'done' | 'leave'> {
  for (;;) {
    const { prompter, progress } = sitting
    const say = sitting.flow.review
    const walk = sitting.walk.filter(progress.covers)
    const lists = {
      open: walk.filter((ask) => isUnanswered(ask) || isIncomplete(ask)),
      unsure: walk.filter((ask) => answerOf(ask)?.state === 'unsure'),
      'not-applicable': walk.filter((ask) => answerOf(ask)?.state === 'not-applicable'),
      'no-evidence': walk.filter(lacksEvidence),
      all: walk,
    } as const
    const kinds = (Object.keys(lists) as (keyof typeof lists)[]).filter((kind) => lists[kind].length > 0)
    const next = await prompter.choose(sitting.limited ? say.whatLimited : say.what, [
      { value: 'done' as const, label: say.done, about: say.doneAbout },
      ...kinds.map((value) => ({
        value,
        label: say.kinds[value](lists[value].length),
      })),
      { value: 'leave' as const, label: say.leave },
    ])
    if (next === 'done' || next === 'leave') return next
    if (next === undefined) {
      // Back to the question that one came from.
      if (sitting.at !== undefined && sitting.ask(sitting.at)) return { key: sitting.at }
      continue
    }
    const key = await chooseAsk(sitting, say.kinds[next](lists[next].length), lists[next])
    if (key !== undefined) return { key }
  }
}

const isIncomplete = (ask: Ask): boolean => ask.kind === 'inventory' && !ask.complete
