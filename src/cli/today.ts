/** The day and the time it is where the rulesets' law applies: at UTC+8, like every moment in answers. */
import type { Environment } from './environment.js'

export const today = (environment: Pick<Environment, 'now'>): string => momentNow(environment).slice(0, 10)

/** To the minute: 2026-11-22T03:10. */
export const momentNow = ({ now }: Pick<Environment, 'now'>): string =>
  new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
