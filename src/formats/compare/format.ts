import type { Comparison } from '../../compare/schema.js'
import type { RenderOptions } from '../report/format.js'

/** A serialiser of a comparison. */
export interface ComparisonFormat {
  readonly name: string
  /** For `--help`. */
  readonly summary: string
  render(comparison: Comparison, options: RenderOptions): string
}
