/** The one result of a command: on standard output, or in the file that --output names. */
import { resolve } from 'node:path'
import { shownPath } from '../files/names.js'
import { writeFile } from '../files/write.js'
import type { Colour } from '../formats/colour.js'
import { plain } from '../formats/colour.js'
import type { RenderOptions } from '../formats/report/format.js'
import { visible } from '../text/visible.js'
import { wordsIn } from '../text/words.js'
import type { Context } from './context.js'
import { exit } from './exit.js'
import { notWritten } from './file-trouble.js'
import { isAscii } from './settings.js'

/** A result that knows how to be set. */
export type Rendered = (options: RenderOptions) => string

/**
 * @param output where to; undefined and `-` are standard output
 * @returns the exit code
 */
export async function writeResult(context: Context, output: string | undefined, render: Rendered): Promise<number> {
  const words = wordsIn(context.settings.language.value)
  if (output === undefined || output === '-') {
    const color: Colour = await context.colour('stdout')
    context.print(render({ words, width: context.width, color, ascii: isAscii(context.environment) }))
    return exit.passed
  }
  const path = resolve(context.environment.cwd, output)
  try {
    await writeFile(path, render({ words, width: 80, color: plain }))
  } catch (error) {
    await context.warn(notWritten(context, error))
    return exit.unusable
  }
  context.say(words.terminal.cli.wrote(visible(shownPath(path, context.environment.cwd))))
  return exit.passed
}
