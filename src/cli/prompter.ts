/** How the terminal is spoken with: drawn screens, or plain lines where those do not do. */
import type { Readable, Writable } from 'node:stream'
import type { Prompter } from '../interview/prompter.js'
import type { Words } from '../index.js'
import type { Context } from './context.js'
import { isAscii } from './settings.js'

export type OpenPrompter = (
  context: Context,
  options: { readonly plain?: boolean; readonly words: () => Words },
) => Promise<Prompter>

/** Whether somebody can be asked: keys come in, and a screen shows what is asked. */
export const canAsk = ({ environment: { stdin, stdout, stderr } }: Context): boolean =>
  stdin.isTTY === true && (stdout.isTTY === true || stderr.isTTY === true)

export const openPrompter: OpenPrompter = async (context, { plain, words }) => {
  const { stdin, stdout, stderr, env, signal } = context.environment
  const options = {
    // What the process hands in are the streams of a terminal.
    input: stdin as unknown as Readable,
    output: (stdout.isTTY === true ? stdout : stderr) as unknown as Writable,
    words: () => words().interview.prompter,
    ascii: isAscii(context.environment),
    signal,
  }
  if (plain === true || env.TERM === 'dumb') {
    const { PlainPrompter } = await import('../interview/plain-prompter.js')
    return new PlainPrompter(options)
  }
  const { TerminalPrompter } = await import('../interview/terminal-prompter.js')
  return new TerminalPrompter({ ...options, color: await context.colour(stdout.isTTY === true ? 'stdout' : 'stderr') })
}
