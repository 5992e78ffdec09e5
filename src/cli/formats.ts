/** Formats by their names. */
import { nearest } from '../documents/nearest.js'
import { comparisonFormats } from '../formats/compare/index.js'
import { decisionFormats } from '../formats/decision/index.js'
import { diagnosticFormats } from '../formats/diagnostics/index.js'
import { planFormats } from '../formats/plan/index.js'
import { reportFormats } from '../formats/report/index.js'
import { cli } from '../text/en/terminal.js'
import { visible } from '../text/visible.js'
import { UsageError } from './exit.js'
import type { FormatName, FormatNames } from './options.js'

export const allFormatNames: FormatNames = {
  report: Object.values<FormatName>(reportFormats),
  diagnostics: Object.values<FormatName>(diagnosticFormats),
  decision: Object.values<FormatName>(decisionFormats),
  plan: Object.values<FormatName>(planFormats),
  comparison: Object.values<FormatName>(comparisonFormats),
}

/** @throws UsageError with the nearest name, where there is no such format */
export function formatNamed<F>(registry: Readonly<Record<string, F>>, name: string): F {
  const format = Object.hasOwn(registry, name) ? registry[name] : undefined
  if (format === undefined) {
    const names = Object.keys(registry)
    throw new UsageError(cli.unknownFormat(visible(name), nearest(name, names), names.join(', ')))
  }
  return format
}
