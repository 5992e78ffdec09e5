/** The hash over a whole report: a slip in any value shows, also in those that nothing else follows from. */
import { digestOf } from '../documents/digest.js'
import type { Report } from './schema.js'

/** Of everything but the seal itself. What was left out of the file does not count. */
export function sealOf(report: Report): string {
  const { sha256: _, ...rest } = report
  return digestOf(rest)
}

/** The report with its seal, as it is written to a file. */
export const sealed = (report: Report): Report => ({ ...report, sha256: sealOf(report) })
