/**
 * The port between an interview and whoever answers: a terminal with a drawn screen, a plain one, or a script in a test.
 * The interview decides what is asked and what an answer means; a prompter only shows and reads.
 */

/** What can be said instead of an answer. */
export const commands = [
  'back',
  'forward',
  'help',
  'note',
  'evidence',
  'not-applicable',
  'unsure',
  'skip',
  'go',
  'language',
  'quit',
] as const
export type Command = (typeof commands)[number]

/** What an answer is given in. */
export type Field =
  | { readonly type: 'choice'; readonly options: readonly FieldOption[]; readonly chosen?: string }
  | { readonly type: 'multi'; readonly options: readonly FieldOption[]; readonly chosen: readonly string[] }
  | {
      readonly type: 'number'
      readonly min: number
      readonly max: number
      readonly integer: boolean
      readonly unit?: string
      readonly value?: number
    }
  | { readonly type: 'date' | 'datetime' | 'text'; readonly value?: string }

export interface FieldOption {
  readonly id: string
  readonly label: string
  /** multi: chosen alone. */
  readonly exclusive?: boolean
}

/** One question on one screen. */
export interface QuestionScreen {
  /** Where am I. */
  readonly where: {
    readonly section: string
    readonly sectionNumber: number
    readonly sections: number
    readonly number: number
    /** How many there are surely, and with those that perhaps apply. */
    readonly sure: number
    readonly perhaps: number
    readonly entry?: string
  }
  readonly ask: string
  readonly why?: string
  /** Whether the question only perhaps applies. */
  readonly perhaps: boolean
  /** "PDPO DPP4(2) · law · second-hand" */
  readonly source?: string
  readonly field: Field
  /** What was said before: a note, evidence, "unsure", "not applicable: …". */
  readonly said: readonly string[]
  /** Shown only where they apply. */
  readonly commands: readonly Command[]
  /** Whether `quit` only stops, because nothing is saved. */
  readonly stops?: boolean
}

export type Reply =
  | { readonly kind: 'answer'; readonly value: string | number | readonly string[] }
  | { readonly kind: 'command'; readonly command: Command }

export interface Choice<T extends string = string> {
  readonly value: T
  readonly label: string
  /** A line about it. */
  readonly about?: string
}

export interface Prompter {
  /** Whether commands are keys; else they are typed as words. */
  readonly keys: boolean
  /** One question, one screen. */
  question(screen: QuestionScreen): Promise<Reply>
  /** One of a list; undefined: none, back to where one was. */
  choose<T extends string>(message: string, choices: readonly Choice<T>[], current?: T): Promise<T | undefined>
  /** A line of text; undefined: none. `check` returns what is wrong, or undefined. */
  write(
    message: string,
    options?: { readonly initial?: string; readonly check?: (text: string) => string | undefined },
  ): Promise<string | undefined>
  confirm(message: string, initial: boolean): Promise<boolean>
  /** Says something between questions: shown at once, no answer. */
  say(paragraphs: readonly string[]): void
  /** Shows a longer text, page by page where there is a screen. */
  show(text: string): Promise<void>
  /** Gives the terminal back as it was. */
  close(): void
}

/** The one who answers is gone: Ctrl-C, Ctrl-D, the end of input, a signal, a closed terminal. Everything said is saved. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}
