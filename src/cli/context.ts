/** What every command is handed: the environment, its settings, and the two ways to say something. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { type Colour, plain, singly } from '../formats/colour.js'
import { after } from '../text/lines.js'
import { visibleJson, withoutCommands } from '../text/visible.js'
import type { Theme } from '../theme/theme.js'
import type { Environment } from './environment.js'
import type { Settings } from './settings.js'
import { message } from './wrap.js'

export class Context {
  readonly environment: Environment
  readonly settings: Settings
  readonly width: number
  readonly #colours = new Map<string | undefined, Promise<Colour>>()

  constructor(environment: Environment, settings: Settings) {
    this.environment = environment
    this.settings = settings
    this.width = Math.max(40, Math.min(environment.columns ?? 80, 120))
  }

  /** Writes a result to standard output. */
  print(text: string | Uint8Array): void {
    if (text.length > 0) this.environment.stdout.write(text)
  }

  /** Writes a result as JSON; invisible characters are escaped, so that showing it on a terminal is safe. */
  printJson(value: unknown): void {
    this.print(`${visibleJson(JSON.stringify(value, null, 2))}\n`)
  }

  /** Writes talk to standard error; `--quiet` silences it. */
  say(text: string): void {
    const { stderr } = this.environment
    if (!this.settings.quiet.value) stderr.write(withoutCommands(`${message(text, this.environment)}\n`))
  }

  /** Writes to standard error what is to be known even with `--quiet`. */
  async warn(text: string): Promise<void> {
    const colour = await this.colour('stderr')
    const { wordsIn } = await import('../text/words.js')
    const { error } = wordsIn(this.settings.language.value).terminal.cli
    const [first, ...rest] = message(after(error, text), this.environment).split('\n')
    const painted = colour.red(colour.bold(error)) + first!.slice(error.length)
    this.environment.stderr.write(withoutCommands(`${[painted, ...rest].join('\n')}\n`))
  }

  /** Shows diagnostics on standard error, errors only with `--quiet`. */
  async diagnose(diagnostics: readonly Diagnostic[]): Promise<void> {
    const shown = this.settings.quiet.value ? diagnostics.filter((it) => it.severity === 'error') : diagnostics
    if (shown.length === 0) return
    const { diagnosticFormats, wordsIn } = await import('../index.js')
    const words = wordsIn(this.settings.language.value)
    const color = await this.colour('stderr')
    this.environment.stderr.write(diagnosticFormats.text.render(shown, { words, width: this.width, color }))
  }

  /**
   * The colours of a stream. chalk is loaded only where there is something to paint.
   * @param theme whose accent is taken, as near as the terminal can show it
   */
  async colour(stream: 'stdout' | 'stderr', theme?: Theme): Promise<Colour> {
    const setting = stream === 'stdout' ? this.settings.colorOut : this.settings.colorErr
    if (!setting.value) return plain
    const { env } = this.environment
    // Terminals that say so tell what is behind the text; most are dark.
    const accent = theme?.colours[/;(?:7|15)$/.test(env.COLORFGBG ?? '') ? 'light' : 'dark'].accent
    let colour = this.#colours.get(accent)
    if (!colour) {
      const level = /truecolor|24bit/.test(env.COLORTERM ?? '') ? 3 : /256/.test(env.TERM ?? '') ? 2 : 1
      colour = import('chalk').then(({ Chalk }) =>
        singly(new Chalk({ level: 1 }), accent === undefined ? undefined : new Chalk({ level }).hex(accent)),
      )
      this.#colours.set(accent, colour)
    }
    return colour
  }
}
