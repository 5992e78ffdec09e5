/** Formats by their names. */
import { nearest } from '../documents/nearest.js'
import { comparisonFormats } from '../formats/compare/index.js'
import { decisionFormats } from '../formats/decision/index.js'
import { diagnosticFormats } from '../formats/diagnostics/index.js'
import { planFormats } from '../formats/plan/index.js'
import { reportFormats } from '../formats/report/index.js'
import { type CliWords, english } from '../text/terminal-words.js'
import { verificationFormats } from '../formats/verification/index.js'
import { visible } from '../text/visible.js'
import { UsageError } from './exit.js'
import type { FormatName, FormatNames } from './options.js'

/** What there is to choose from, for help and completion. */
export function allFormatNames({ help }: CliWords): FormatNames {
  const of = (kind: string, registry: Readonly<Record<string, FormatName>>) =>
    Object.values(registry).map(({ name, summary }) => ({ name, summary: help.formats[`${kind}/${name}`] ?? summary }))
  return {
    report: of('report', reportFormats),
    diagnostics: of('diagnostics', diagnosticFormats),
    decision: of('decision', decisionFormats),
    plan: of('plan', planFormats),
    comparison: of('comparison', comparisonFormats),
    verification: of('verification', verificationFormats),
  }
}

/** @throws UsageError with the nearest name, where there is no such format */
export function formatNamed<F>(registry: Readonly<Record<string, F>>, name: string, cli: CliWords = english): F {
  const format = Object.hasOwn(registry, name) ? registry[name] : undefined
  if (format === undefined) {
    const names = Object.keys(registry)
    throw new UsageError(cli.unknownFormat(visible(name), nearest(name, names), cli.marks.list(names)))
  }
  return format
}
