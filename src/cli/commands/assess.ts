/** `flowready assess [RULESET]`: the interview. */
import type { Context } from '../context.js'
import type { CommonOptions } from '../settings.js'

export async function run(_context: Context, _name: string | undefined, _options: CommonOptions): Promise<number> {
  throw new Error('to come')
}
