/** A cohort read back: from JSON text to Cohort, or to what is wrong with it. */
import * as gate from '#validators/cohort'
import { type Finding, isError } from '../diagnostics/diagnostic.js'
import { check } from '../documents/gate.js'
import { read } from '../documents/read.js'
import type { Source } from '../documents/source.js'
import type { Cohort } from './cohort.js'

export function readCohort(source: Source): { cohort?: Cohort; findings: readonly Finding[] } {
  const { value, findings } = read(source)
  if (findings.some(isError)) return { findings }
  const all = [...findings, ...check(gate, source, value)]
  return all.some(isError) ? { findings: all } : { cohort: value as Cohort, findings: all }
}
