/** What is asked, put on a screen: the field, the source in short, what was said before, the help. */
import type { Answer } from '../answers/answers.js'
import type { LongAnswer } from '../answers/schema.js'
import type { Citation, Fact, Question, Ruleset } from '../ruleset/ruleset.js'
import type { Language } from '../text/languages.js'
import { visible } from '../text/visible.js'
import type { Words } from '../text/words.js'
import type { Field, QuestionScreen } from './prompter.js'

/** The words that an interview is held in; they can change on the way. */
export interface Speech {
  readonly language: Language
  readonly words: Words
  readonly ruleset: Ruleset
}

/** Other languages than the one an interview began in. */
export interface Tongues {
  readonly languages: readonly Language[]
  in(language: Language): Promise<Speech>
}

/** The field for an answer, with what was answered before. */
export function fieldOf(asked: Fact | Question, answer: Answer | undefined): Field {
  const value = answer?.state === 'answered' ? answer.value : undefined
  const options = () =>
    asked.options.map((option) => ({
      id: option.id,
      label: visible(option.label),
      ...('exclusive' in option && option.exclusive === true ? { exclusive: true } : {}),
    }))
  switch (asked.type) {
    case 'choice':
      return { type: 'choice', options: options(), ...(typeof value === 'string' && { chosen: value }) }
    case 'multi': {
      const chosen = value === undefined ? [] : typeof value === 'object' ? value : [String(value)]
      return { type: 'multi', options: options(), chosen }
    }
    case 'number': {
      const { min, max, integer, unit } = asked
      return {
        type: 'number',
        min,
        max,
        integer,
        ...(unit === undefined ? {} : { unit: visible(unit) }),
        ...(typeof value === 'number' && { value }),
      }
    }
    default:
      return { type: asked.type, ...(typeof value === 'string' && { value: value.replace('T', ' ') }) }
  }
}

/**
 * Everything of a screen but where it stands and which commands it offers.
 * @param kept what the file says, where it is more than an answer: a note and evidence may come before one
 */
export function screenOf(
  asked: Fact | Question,
  answer: Answer | undefined,
  perhaps: boolean,
  { words, ruleset }: Speech,
  kept: LongAnswer = {},
): Omit<QuestionScreen, 'where' | 'commands'> {
  const source = 'cites' in asked ? sourceLine(asked, ruleset, words) : undefined
  return {
    ask: visible(asked.ask),
    ...(asked.why === undefined ? {} : { why: visible(asked.why) }),
    perhaps,
    ...(source === undefined ? {} : { source }),
    field: fieldOf(asked, answer),
    said: saidOf(answer, kept, words),
  }
}

/** "PDPO DPP4(2) · law · second-hand" */
function sourceLine({ cites, obligation }: Question, ruleset: Ruleset, words: Words): string | undefined {
  const [first] = cites
  if (!first) return undefined
  const { report } = words
  const more = cites.length > 1 ? words.interview.flow.moreSources(cites.length - 1) : ''
  const place = `${ruleset.sources.get(first.source)?.short ?? first.source} ${first.at}${more}`
  return visible([place, report.obligation[obligation], report.checked[first.checked]].join(' · '))
}

/** What was said before besides the answer itself. */
function saidOf(answer: Answer | undefined, kept: LongAnswer, words: Words): string[] {
  const { said } = words.interview.flow
  const { note, evidence = [] } = answer ?? kept
  return [
    ...(answer?.state === 'unsure' ? [said.unsure] : []),
    ...(answer?.state === 'not-applicable' ? [said.notApplicable(answer.reason)] : []),
    ...(note === undefined ? [] : [said.note(note)]),
    ...evidence.map((it) => said.evidence(evidenceText(it, words))),
    ...(answer?.by === undefined && answer?.on === undefined ? [] : [said.by(answer.by, answer.on)]),
  ].map(visible)
}

export function evidenceText({ file, ref, until }: Answer['evidence'][number], words: Words): string {
  const what = words.marks.list([file, ref].filter((it) => it !== undefined))
  return until === undefined ? what : words.interview.flow.said.until(what, until)
}

/** Guidance, the evidence to look for, the whole citations. */
export function helpOf(asked: Fact | Question, { words, ruleset }: Speech): string {
  const { help } = words.interview.flow
  const { marks } = words
  const cites: readonly Citation[] = 'cites' in asked ? asked.cites : []
  const evidence = 'evidence' in asked ? asked.evidence : []
  const blocks = [
    [asked.ask],
    ...(asked.why === undefined ? [] : [[help.why, asked.why]]),
    ...(asked.help === undefined ? [] : [[help.guidance, asked.help]]),
    ...(evidence.length === 0 ? [] : [[help.evidence, ...evidence.map((it) => `- ${it.show}`)]]),
    ...(cites.length === 0
      ? []
      : [
          [
            help.source,
            ...cites.flatMap((cite) => {
              const source = ruleset.sources.get(cite.source)
              return [
                `- ${marks.apart([source ? marks.aside(source.title, source.issuer) : cite.source, cite.at])}`,
                `  ${words.report.checked[cite.checked]}`,
                ...(source?.address === undefined ? [] : [`  ${source.address}`]),
              ]
            }),
          ],
        ]),
  ]
  return blocks.map((lines) => lines.map(visible).join('\n')).join('\n\n')
}

/** An answer as people read it: labels, not ids. */
export function answerText(asked: Fact | Question, answer: Answer | undefined, words: Words): string {
  const { said } = words.interview.flow
  if (!answer) return said.open
  if (answer.state === 'unsure') return said.unsure
  if (answer.state === 'not-applicable') return visible(said.notApplicable(answer.reason))
  const values = typeof answer.value === 'object' ? answer.value : [answer.value]
  const label = (value: string | number) =>
    asked.options.find((option) => option.id === value)?.label ?? String(value).replace('T', ' ')
  return visible(words.marks.list(values.map(label)))
}

/** Whether `unsure` can be said: in a text it would be the answer itself. */
export const mayBeUnsure = (asked: Fact | Question): boolean => asked.type !== 'text'

/** Whether a question may be declared not applicable: no follow-up, none that has one, and its author allows it. */
export const mayBeNotApplicable = (asked: Fact | Question): asked is Question =>
  'mayBeNotApplicable' in asked && asked.mayBeNotApplicable
