/** An interview in this process: the shipped ruleset, a file in memory, a script that answers. */
import { root } from '../../bin/dev/schemas.js'
import { AnswersEditor } from '../../src/answers/edit.js'
import { openLibrary } from '../../src/files/library.js'
import { loadRuleset, type ruleset as R, type Ruleset, wordsIn } from '../../src/index.js'
import { holdAssess, type AssessInterview } from '../../src/interview/assess.js'
import type { Prompter } from '../../src/interview/prompter.js'
import type { Notebook } from '../../src/interview/sitting.js'

export const words = wordsIn('en')
export const today = '2026-11-20'

const library = openLibrary([`${root}/rulesets`], root)
export const shipped = (await loadRuleset(library, 'cross-boundary-data-flow')).ruleset!

/** A file that is text and nothing else. */
export class MemoryNotebook implements Notebook {
  file = 'firm.answers.yaml'
  text = ''
  /** Every text that was saved. */
  readonly saved: string[] = []
  refuse: string | undefined

  save(text: string): string | undefined {
    if (this.refuse !== undefined) return this.refuse
    this.text = text
    this.saved.push(text)
    return undefined
  }

  elsewhere(text: string): string | undefined {
    this.file = 'firm-2.answers.yaml'
    this.text = text
    return undefined
  }
}

export const editorOf = (it: Ruleset, text?: string): AnswersEditor =>
  text === undefined || text === ''
    ? AnswersEditor.create(
        { ruleset: it.id, rulesetVersion: it.version, firm: { name: 'Acme' }, date: today },
        'firm.answers.yaml',
      )
    : AnswersEditor.open({ file: 'firm.answers.yaml', text }).editor!

/** One sitting over what the notebook holds. */
export function sit(
  prompter: Prompter,
  notebook: MemoryNotebook,
  options: Partial<AssessInterview> = {},
  it: Ruleset = shipped,
) {
  const editor = editorOf(it, notebook.text)
  const done = holdAssess({
    prompter,
    speech: { words, language: 'en', ruleset: it },
    editor,
    notebook,
    today,
    by: 'A. Chan',
    quick: false,
    host: {
      command: 'flowready assess',
      summary: () => 'SUMMARY',
      writeReports: () => Promise.resolve(['WROTE']),
    },
    ...options,
  })
  return { done, editor }
}

/** What is asked in these words; questions of several sections may share them. */
export const factOf = (it: Ruleset, ask: string, section?: string): R.Fact | R.Question | undefined =>
  [...it.values.values()].find((value): value is R.Fact => value.kind === 'fact' && value.ask === ask) ??
  it.sections
    .filter(({ title }) => section === undefined || title === section)
    .flatMap(({ questions }) => questions)
    .find((question) => question.ask === ask)
