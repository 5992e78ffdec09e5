/** One sitting of an interview: the answers as they stand, what follows from them, and where they are kept. */
import type { Answers } from '../answers/answers.js'
import type { AnswersEditor, At, RemovedEntry, Said } from '../answers/edit.js'
import { answersFor } from '../answers/load.js'
import { assess } from '../assessment/assess.js'
import type { Assessment } from '../assessment/assessment.js'
import type { EvidenceFiles } from '../assessment/questions.js'
import { type Ask, isUnanswered, walkOf } from '../assessment/walk.js'
import type { Fact, Question } from '../ruleset/ruleset.js'
import type { Speech, Tongues } from './asking.js'
import { changes } from './explaining.js'
import type { Prompter } from './prompter.js'
import { entryOf, type Progress } from './walking.js'

/** The file that answers are written to, one whole text after another. */
export interface Notebook {
  /** As shown. */
  readonly file: string
  /** @returns why it could not be written; the file is then what it was */
  save(text: string): string | undefined
  /** Goes on in another file, where this one cannot be written. @returns why that did not work either */
  elsewhere(text: string): string | undefined
}

export interface SittingOptions {
  readonly prompter: Prompter
  readonly speech: Speech
  readonly tongues?: Tongues
  readonly editor: AnswersEditor
  readonly notebook: Notebook
  readonly covers: (ask: Ask) => boolean
  readonly today: string
  readonly by?: string
  readonly asAt?: string
  /** Only the essential questions. */
  readonly quick: boolean
  /** Whether this sitting is about a part of the questions only. */
  readonly limited?: boolean
  readonly evidenceFiles?: EvidenceFiles
  /** Nothing is written at all. */
  readonly preview?: boolean
}

export class Sitting {
  readonly prompter: Prompter
  readonly tongues: Tongues | undefined
  readonly editor: AnswersEditor
  readonly notebook: Notebook
  speech: Speech
  assessment: Assessment
  walk: readonly Ask[]
  /** The key of the ask where the interview stands. */
  at: string | undefined
  readonly skipped = new Set<string>()
  readonly passed = new Set<string>()
  readonly filling = new Set<string>()
  readonly revisit = new Set<string>()
  /** Entries that were removed and can be brought back, the last one last. */
  readonly removed: RemovedEntry[] = []
  /** Whether the last change is not in the file. */
  unsaved = false
  readonly #options: SittingOptions

  constructor(options: SittingOptions) {
    this.#options = options
    this.prompter = options.prompter
    this.tongues = options.tongues
    this.editor = options.editor
    this.notebook = options.notebook
    this.speech = options.speech
    this.assessment = this.#assess()
    this.walk = walkOf(this.assessment)
  }

  get limited(): boolean {
    return this.#options.limited === true
  }

  get preview(): boolean {
    return this.#options.preview === true
  }

  get flow() {
    return this.speech.words.interview.flow
  }

  get progress(): Progress {
    const { skipped, passed, filling, revisit } = this
    return { skipped, passed, filling, revisit, covers: this.#options.covers }
  }

  /** Who answers, and when. */
  get signed(): Said {
    return { by: this.#options.by, on: this.#options.today }
  }

  ask(key: string): Ask | undefined {
    return this.walk.find((ask) => ask.key === key)
  }

  /** The walk as back and forward go through it, from where one is. */
  routeAt(key: string): readonly Ask[] {
    return this.walk.filter((ask) => this.#options.covers(ask) || ask.key === key)
  }

  /** Where something is said in the file. */
  place(ask: Ask): At {
    const entry = entryOf(ask)
    return { id: askedOf(ask)?.id ?? '', ...(entry === undefined ? {} : { entry }) }
  }

  /**
   * Changes the answers: saved at once, assessed again, and what it brought about is said.
   * @param said the key of what was answered
   */
  async change(edit: (editor: AnswersEditor) => void, said?: string): Promise<void> {
    const before = { assessment: this.assessment, walk: this.walk }
    edit(this.editor)
    // The answers are as of the last day on which one was given.
    if (this.editor.written.date < this.#options.today) this.editor.setDate(this.#options.today)
    this.assessment = this.#assess()
    this.walk = walkOf(this.assessment)
    const after = { assessment: this.assessment, walk: this.walk }
    if (said !== undefined) {
      this.revisit.delete(said)
      this.passed.delete(said)
      const ask = this.ask(said)
      if (ask && !isUnanswered(ask)) this.skipped.delete(said)
    }
    await this.save()
    const paragraphs = changes(before, after, said, this.speech.words)
    if (paragraphs.length > 0) this.prompter.say(paragraphs)
  }

  /** Saves; where that fails, says why and asks what to do about it. Nothing said is lost while the program runs. */
  async save(): Promise<void> {
    const { saving } = this.flow
    this.unsaved = true
    let refused = this.notebook.save(this.editor.text())
    while (refused !== undefined) {
      this.prompter.say([refused])
      const next = await this.prompter.choose(saving.what, [
        { value: 'retry', label: saving.retry },
        { value: 'elsewhere', label: saving.elsewhere, about: saving.elsewhereAbout },
        { value: 'later', label: saving.later, about: saving.laterAbout },
      ])
      if (next === 'retry') refused = this.notebook.save(this.editor.text())
      else if (next === 'elsewhere') {
        refused = this.notebook.elsewhere(this.editor.text())
        if (refused === undefined) this.prompter.say([saving.now(this.notebook.file)])
      } else return
    }
    this.unsaved = false
  }

  /** What there is of a file that is to be evidence, where files can be looked for. */
  evidenceFile(name: string): ReturnType<EvidenceFiles> | undefined {
    return this.#options.evidenceFiles?.(name.trim())
  }

  async speak(speech: Speech): Promise<void> {
    this.speech = speech
    this.assessment = this.#assess()
    this.walk = walkOf(this.assessment)
    await this.change((editor) => editor.setLanguage(speech.language))
  }

  #assess(): Assessment {
    const { ruleset } = this.speech
    const { written } = this.editor
    const scoped = this.#options.quick ? { ...written, scope: 'quick' as const } : written
    const { answers, findings } = answersFor(ruleset, { file: this.notebook.file, text: '' }, scoped)
    if (!answers) throw new Error(`answers that do not fit: ${findings.map(({ code }) => code).join(', ')}`)
    const { asAt, evidenceFiles } = this.#options
    return assess(ruleset, answers satisfies Answers, {
      ...(asAt === undefined ? {} : { asAt }),
      ...(evidenceFiles === undefined ? {} : { evidenceFiles }),
    })
  }
}

/** The fact or question of an ask. */
export const askedOf = (ask: Ask): Fact | Question | undefined =>
  ask.kind === 'fact' ? ask.fact : ask.kind === 'question' ? ask.assessed.question : undefined

/** What was said to it. */
export const answerOf = (ask: Ask) =>
  ask.kind === 'fact' ? ask.value.answer : ask.kind === 'question' ? ask.assessed.answer : undefined
