/** Where `decide` keeps what was said: the answers file of the ruleset. */
import type { Keeper } from '../interview/deciding.js'
import type { Ruleset } from '../index.js'
import type { Context } from './context.js'

export function keeperOf(_context: Context, ruleset: Ruleset): Keeper {
  return {
    file: `./${ruleset.id}.answers.yaml`,
    exists: async () => false,
    keep: async () => ({ refused: 'not yet', differs: [] }),
  }
}
