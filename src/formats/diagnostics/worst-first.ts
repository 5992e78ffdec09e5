import type { Severity } from '../../diagnostics/codes.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'

const ranks: Record<Severity, number> = { error: 0, warning: 1, notice: 2 }

/** Errors, then warnings, then notices, each in the order they were in: where there is no room for all, the worst count. */
export const worstFirst = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics].sort((a, b) => ranks[a.severity] - ranks[b.severity])
