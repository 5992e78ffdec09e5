import type { Plan } from '../../plan/schema.js'
import type { RenderOptions } from '../report/format.js'

/** A serialiser of a plan. */
export interface PlanFormat {
  readonly name: string
  /** For `--help`. */
  readonly summary: string
  render(plan: Plan, options: RenderOptions): string
}
