import type { DecisionReport } from '../../report/decision.js'
import type { RenderOptions } from '../report/format.js'

/** A serialiser of one determination. */
export interface DecisionFormat {
  readonly name: string
  /** For `--help`. */
  readonly summary: string
  render(report: DecisionReport, options: RenderOptions): string
}
