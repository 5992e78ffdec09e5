/** A prompter that follows a script, and remembers what it was shown. */
import {
  type Choice,
  commands,
  Interrupted,
  type Prompter,
  type QuestionScreen,
  type Reply,
} from '../../src/interview/prompter.js'

/** One thing that was shown, as a person would read it. */
export type Shown =
  | { readonly kind: 'question'; readonly screen: QuestionScreen }
  | {
      readonly kind: 'choose'
      readonly message: string
      readonly choices: readonly Choice[]
      readonly current?: string
    }
  | { readonly kind: 'write'; readonly message: string; readonly initial?: string }
  | { readonly kind: 'confirm'; readonly message: string; readonly initial: boolean }
  | { readonly kind: 'say' | 'show'; readonly text: string }

/** What is asked, and so wants a reply. */
export type Prompt = Exclude<Shown, { kind: 'say' | 'show' }>

/** Interrupts instead of replying. */
export const interrupt = Symbol('interrupt')

type Given = string | number | boolean | readonly string[] | undefined | typeof interrupt

/**
 * Replies by a function of what is shown: for a question an answer or `:command`, for a choice a value, for a text the
 * text, for a confirmation yes or no; undefined: none; `interrupt`: gone.
 */
/* eslint-disable @typescript-eslint/require-await -- what is asked of a person takes its time, a script does not */
export class ScriptedPrompter implements Prompter {
  readonly keys = true
  readonly shown: Shown[] = []
  closed = false
  readonly #reply: (prompt: Prompt, prompter: ScriptedPrompter) => Given

  constructor(reply: (prompt: Prompt, prompter: ScriptedPrompter) => Given) {
    this.#reply = reply
  }

  /** Everything that was said, shown and asked, as text. */
  get transcript(): string {
    return this.shown.map(asText).join('\n\n')
  }

  get questions(): QuestionScreen[] {
    return this.shown.flatMap((it) => (it.kind === 'question' ? [it.screen] : []))
  }

  get said(): string {
    return this.shown.flatMap((it) => (it.kind === 'say' || it.kind === 'show' ? [it.text] : [])).join('\n')
  }

  /** What the script says to a prompt. */
  reply(prompt: Prompt): Given {
    return this.#reply(prompt, this)
  }

  #ask(prompt: Prompt): Given {
    this.shown.push(prompt)
    const given = this.#reply(prompt, this)
    if (given === interrupt) throw new Interrupted()
    return given
  }

  async question(screen: QuestionScreen): Promise<Reply> {
    const given = this.#ask({ kind: 'question', screen })
    if (typeof given === 'string' && given.startsWith(':')) {
      const name = commands.find((it) => it === given.slice(1))
      if (!name) throw new Error(`no command ${given}`)
      if (!screen.commands.includes(name)) throw new Error(`${given} is not offered at: ${screen.ask}`)
      return { kind: 'command', command: name }
    }
    if (given === undefined || typeof given === 'boolean' || typeof given === 'symbol')
      throw new Error(`no answer to: ${screen.ask}`)
    return { kind: 'answer', value: given }
  }

  async choose<T extends string>(message: string, choices: readonly Choice<T>[], current?: T): Promise<T | undefined> {
    const given = this.#ask({ kind: 'choose', message, choices, ...(current === undefined ? {} : { current }) })
    if (given !== undefined && !choices.some((it) => it.value === given))
      throw new Error(`no choice ${String(given)} at: ${message} (${choices.map((it) => it.value).join(', ')})`)
    return given as T | undefined
  }

  async write(
    message: string,
    options: { initial?: string; check?: (text: string) => string | undefined } = {},
  ): Promise<string | undefined> {
    for (let tries = 0; ; tries++) {
      const given = this.#ask({
        kind: 'write',
        message,
        ...(options.initial === undefined ? {} : { initial: options.initial }),
      })
      const wrong = typeof given === 'string' ? options.check?.(given) : undefined
      if (wrong === undefined) return given as string | undefined
      if (tries > 5) throw new Error(`refused at: ${message}: ${wrong}`)
      this.shown.push({ kind: 'say', text: wrong })
    }
  }

  async confirm(message: string, initial: boolean): Promise<boolean> {
    const given = this.#ask({ kind: 'confirm', message, initial })
    return typeof given === 'boolean' ? given : initial
  }

  say(paragraphs: readonly string[]): void {
    this.shown.push({ kind: 'say', text: paragraphs.join('\n') })
  }

  async show(text: string): Promise<void> {
    this.shown.push({ kind: 'show', text })
  }

  close(): void {
    this.closed = true
  }
}

export function asText(it: Shown): string {
  switch (it.kind) {
    case 'question': {
      const { where, ask, why, perhaps, source, field, said, commands: offered } = it.screen
      const options = 'options' in field ? field.options.map(({ id, label }) => `   ${mark(field, id)} ${label}`) : []
      const value = 'value' in field && field.value !== undefined ? ` = ${field.value}` : ''
      return [
        `[${where.section} ${where.sectionNumber}/${where.sections}${where.entry === undefined ? '' : ` · ${where.entry}`} · ${where.number} of ${where.sure}–${where.perhaps}]${perhaps ? ' (perhaps)' : ''}`,
        ask,
        ...(why === undefined ? [] : [`  ${why}`]),
        ...options,
        ...(options.length === 0 ? [`   <${field.type}>${value}`] : []),
        ...said.map((line) => `   * ${line}`),
        ...(source === undefined ? [] : [`  ${source}`]),
        `  ${offered.join(' ')}`,
      ].join('\n')
    }
    case 'choose':
      return [
        `? ${it.message}`,
        ...it.choices.map(({ label, about }) => `   - ${label}${about ? ` (${about})` : ''}`),
      ].join('\n')
    case 'write':
      return `? ${it.message} ____${it.initial ?? ''}`
    case 'confirm':
      return `? ${it.message} ${it.initial ? 'Y/n' : 'y/N'}`
    default:
      return it.text
  }
}

const mark = (field: { chosen?: string | readonly string[] }, id: string): string =>
  field.chosen === id || (Array.isArray(field.chosen) && field.chosen.includes(id)) ? '(x)' : '( )'
