/** How the terminal is spoken with: drawn screens, or plain lines where those do not do. */
import type { Prompter } from '../interview/prompter.js'
import type { Context } from './context.js'

export type OpenPrompter = (context: Context, options: { readonly plain?: boolean }) => Promise<Prompter>

export const openPrompter: OpenPrompter = () => {
  throw new Error('the prompters are not there yet')
}
