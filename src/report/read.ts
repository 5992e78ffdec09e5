/** A report read back: from JSON text to Report, or to what is wrong with it. */
import { reportVersion } from '../documents/versions.js'
import * as gate from '#validators/report'
import { type Finding, isError } from '../diagnostics/diagnostic.js'
import { check } from '../documents/gate.js'
import { read } from '../documents/read.js'
import type { Source } from '../documents/source.js'
import { type Report } from './schema.js'

const family = reportVersion.slice(0, reportVersion.indexOf('/') + 1)

/** Whether a value says of itself that it is a report, of whatever version. */
export const saysReport = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'schema' in value &&
  typeof value.schema === 'string' &&
  value.schema.startsWith(family)

/** A report is JSON; an answers file may be, and says no schema. */
export const isReportSource = (source: Source): boolean =>
  source.text.trimStart().startsWith('{') && saysReport(read(source).value)

/** @returns the report, unless it is broken or of a version that is not read here */
export function readReport(source: Source): { report?: Report; findings: readonly Finding[] } {
  const { value, findings } = read(source)
  if (findings.length > 0) return { findings }
  const said = saysReport(value) ? (value as { schema: string }).schema : undefined
  if (said !== undefined && said !== reportVersion) {
    const args = { found: said.slice(family.length), current: reportVersion.slice(family.length) }
    return { findings: [{ code: 'report/other-version', args, file: source.file, path: ['schema'], on: 'value' }] }
  }
  const misshapen = check(gate, source, value)
  return misshapen.some(isError) ? { findings: misshapen } : { report: value as Report, findings: misshapen }
}
