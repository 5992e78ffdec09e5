/** Diagnostics as JSON: a versioned contract for programs. Codes and pointers are stable, the words are not. */
import { countsOf, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { visibleJson } from '../../text/visible.js'
import type { WordsOnDiagnostics } from '../../text/diagnostic-words.js'

/**
 * @param diagnostics - in order
 * @returns `{schema: 'flowready-diagnostics/1', diagnostics, counts}`, indented, with a line break at the end. Lines and
 *   columns count from 1 (columns in UTF-16 units), ends are exclusive. Text from files is escaped so that printing the
 *   JSON is safe too.
 */
export function json(
  diagnostics: readonly Diagnostic[],
  { diagnostics: words }: Pick<WordsOnDiagnostics, 'diagnostics'>,
): string {
  const content = {
    schema: 'flowready-diagnostics/1',
    diagnostics: diagnostics.map(({ code, severity, args, place, suggestion }) => ({
      code,
      severity,
      file: place.file,
      line: place.line,
      column: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
      pointer: place.pointer,
      message: words[code].says(args),
      fix: words[code].fix(args, suggestion),
      ...(suggestion !== undefined && { suggestion }),
    })),
    counts: countsOf(diagnostics),
  }
  return `${visibleJson(JSON.stringify(content, null, 2))}\n`
}
