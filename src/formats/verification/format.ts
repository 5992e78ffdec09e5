import type { Verification } from '../../verify/schema.js'
import type { RenderOptions } from '../report/format.js'

/** A serialiser of what verifying a report found. */
export interface VerificationFormat {
  readonly name: string
  /** For `--help`. */
  readonly summary: string
  render(verification: Verification, options: RenderOptions): string
}
