/** The day it is where the rulesets' law applies: at UTC+8, like every moment in answers. */
import type { Environment } from './environment.js'

export const today = ({ now }: Pick<Environment, 'now'>): string =>
  new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
